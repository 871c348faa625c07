"""No page of patients is left out of the tests of languages and accessibility."""

from tests.e2e.patient_pages import NOT_SHOWN, PLAIN, WITH_RECORD
from tracker.pages.urls import urlpatterns

OF_PATIENTS = {"own record", "public"}


def test_every_page_of_patients_is_looked_at() -> None:
    pages = {
        pattern.name
        for pattern in urlpatterns
        if pattern.callback.permission in OF_PATIENTS
        and not str(pattern.pattern).startswith("helping")
    }

    assert pages == {*PLAIN, *WITH_RECORD, *NOT_SHOWN}
