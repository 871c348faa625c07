"""Two people at the same instant: one of them is told, nothing is doubled."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from backend.accounts.actions import InvitationUnusable
from backend.accounts.models import Invitation, User
from backend.accounts.roles import Role
from backend.common import clock
from backend.common.errors import Conflict, DomainError
from tests.factories.accounts import make_clinic, make_staff
from tests.factories.tracker import make_patient
from tracker.actions import enrolment, episodes, invitations, protocols
from tracker.actions.coming_in import SignInFirst
from tracker.actions.enrolment import EnrolmentDetails
from tracker.actions.episodes import ProcedureDetails
from tracker.models import Episode, Patient
from tracker.queries import consent_texts

pytestmark = pytest.mark.django_db(transaction=True)


def _together(*calls: Callable[[], Any]) -> list[Any]:
    """Run the calls at once; a DomainError is returned instead of raised."""
    start = Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return call()
        except DomainError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def _accept(link: str, email: str) -> Callable[[], User]:
    token = link.rpartition("/")[2]
    text = consent_texts.current(invitations.preview(token).clinic, "en")
    return lambda: invitations.accept(
        token=token,
        email=email,
        zone="Europe/Berlin",
        locale="en",
        agreed_to=text.digest,
        proved=email,
    )


def test_one_link_lets_one_person_in() -> None:
    patient = make_patient(make_clinic(), user=None)
    ada = make_staff(patient.clinic, Role.CLINICIAN)
    link = invitations.invite_patient(patient=patient, by=ada)

    results = _together(_accept(link, "a@example.org"), _accept(link, "b@example.org"))

    users = [result for result in results if isinstance(result, User)]
    assert len(users) == 1
    assert [type(r) for r in results if r not in users] == [InvitationUnusable]
    assert Patient.objects.get().user == users[0]
    assert User.objects.count() == 2


def test_two_links_of_one_moment_let_one_person_in() -> None:
    patient = make_patient(make_clinic(), user=None)
    ada = make_staff(patient.clinic, Role.CLINICIAN)
    links = [invitations.invite_patient(patient=patient, by=ada) for _ in range(2)]
    Invitation.objects.update(withdrawn_at=None)

    results = _together(
        *(_accept(link, f"{n}@example.org") for n, link in enumerate(links))
    )

    [joined] = [result for result in results if isinstance(result, User)]
    assert Patient.objects.get().user == joined
    assert User.objects.count() == 2


def test_one_address_becomes_one_account() -> None:
    clinic = make_clinic()
    ada = make_staff(clinic, Role.CLINICIAN)
    links = [
        invitations.invite_patient(patient=make_patient(clinic, user=None), by=ada)
        for _ in range(2)
    ]

    results = _together(*[_accept(link, "same@example.org") for link in links])

    assert sorted(type(r).__name__ for r in results) == [SignInFirst.__name__, "User"]
    assert Patient.objects.filter(user__isnull=False).count() == 1


def test_one_patient_gets_one_course_of_care() -> None:
    patient = make_patient(make_clinic())
    ada = make_staff(patient.clinic, Role.CLINICIAN)
    protocols.ensure_default(patient.clinic)
    details = ProcedureDetails(clock.local_today(patient.zone))

    def enrol() -> Episode:
        return episodes.open_episode(
            patient=patient, by=ada, procedure=details, baseline_pain=5
        )

    results = _together(enrol, enrol)

    assert sorted(type(r).__name__ for r in results) == [Conflict.__name__, "Episode"]
    assert Episode.objects.count() == 1


def test_one_form_sent_twice_enrols_one_patient() -> None:
    clinic = make_clinic()
    cleo = make_staff(clinic, Role.COORDINATOR)
    protocols.ensure_default(clinic)
    details = EnrolmentDetails(
        name="Ana Ruiz",
        date_of_birth=date(1961, 3, 9),
        procedure=ProcedureDetails(clock.local_today(clinic.zone)),
    )

    results = _together(
        *[lambda: enrolment.enrol(clinic=clinic, by=cleo, details=details, key="k")] * 2
    )

    assert {done.patient for done in results} == {Patient.objects.get()}
    assert sorted(done.is_new for done in results) == [False, True]
    assert Episode.objects.count() == 1


def test_one_clinic_gets_one_default_plan() -> None:
    clinic = make_clinic()

    first, second = _together(*[lambda: protocols.ensure_default(clinic)] * 2)

    assert first == second
