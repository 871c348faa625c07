"""Who looked, what was agreed to, and everything as a file."""

import csv
import json
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from backend.accounts.models import Clinic, User
from backend.audit import recorder
from backend.audit.models import AuditEvent
from tests.factories.accounts import make_user
from tests.factories.tracker import make_check_in, make_episode, make_patient
from tracker.actions import alerts, consents, summary_links
from tracker.models import Alert, Consent, Episode, Helper, Patient
from tracker.pages.presenters.own_data_paper import (
    MOST_ROWS,
    NOT_ON_PAPER,
    sections,
)
from tracker.pages.presenters.own_data_words import FIELDS, TITLES
from tracker.queries import consent_texts, own_data

SignedIn = Callable[..., Client]
Report = Callable[..., uuid.UUID]


@pytest.fixture
def browser(pat: Patient, signed_in: SignedIn) -> Client:
    return signed_in(pat.user)


def page_of(browser: Client, path: str = "/my-data") -> str:
    return " ".join(browser.get(path).content.decode().split())


def test_page_names_who_looked_by_day_and_role(
    browser: Client, pat: Patient, ada: User, cleo: User, at: Any
) -> None:
    for hour, who in ((14, ada), (16, ada), (15, cleo)):
        at(datetime(2026, 3, 2, hour, 5, tzinfo=UTC))
        recorder.record("patient.read", by=who, target=pat)

    page = page_of(browser)

    assert "Monday, 2 March 2026" in page
    assert '<bdi>Ada Reyes</bdi></b><span class="soft">, doctor, nurse or' in page
    # Two looks on one day are one line, early before late, on the patient's clock.
    assert page.count("Ada Reyes") == 1
    assert page.index("09:05") < page.index("11:05")
    assert '<bdi>Cleo Park</bdi></b><span class="soft">, front desk</span>' in page


def test_a_visit_of_staff_is_found_there(
    browser: Client, pats_alert: Alert, ada: User, pat: Patient, signed_in: SignedIn
) -> None:
    staff = signed_in(ada)
    staff.get(f"/clinic/patients/{pat.pk}")
    staff.get(f"/clinic/alerts/{pats_alert.pk}")

    page = page_of(browser)

    assert "read your record" in page
    assert "read a report of yours" in page


def test_a_helper_is_called_what_the_patient_calls_them(
    browser: Client, pat: Patient
) -> None:
    maria = make_user(name="Maria Ruiz")
    Helper.objects.create(
        clinic=pat.clinic,
        patient=pat,
        name="Maria",
        relation="my sister",
        email=maria.email,
        user=maria,
        joined_at=datetime(2026, 3, 1, tzinfo=UTC),
    )
    recorder.record("progress.read", by=maria, target=pat)

    page = page_of(browser)

    assert "Maria Ruiz" in page
    assert ", my sister</span>" in page
    assert "looked at your progress" in page


def test_own_looks_and_those_at_others_are_no_news(
    browser: Client, pat: Patient, pia: Patient, ada: User
) -> None:
    recorder.record("patient.read", by=pat.user, target=pat)
    recorder.record("patient.read", by=ada, target=pia)

    assert "Nobody has opened your record yet." in page_of(browser)


def test_what_staff_write_for_staff_stays_with_them(
    browser: Client, pats_alert: Alert, ada: User
) -> None:
    alerts.add_note(alert=pats_alert, by=ada, note="Ask Dr. Roth before you call.")
    told = "Keep walking a little."
    alerts.resolve(
        alert=pats_alert, by=ada, resolution="advice_given", advice_given=told
    )

    found = browser.get("/my-data/everything.json").content.decode()

    assert "Roth" not in found
    [report] = json.loads(found)["reports"]
    assert report["answer_of_the_clinic"] == told
    assert "noted" in [step["what"] for step in report["steps"]]
    assert "Ask your clinic for a full copy" in page_of(browser)


def test_long_lists_have_pages(browser: Client, pat: Patient, ada: User) -> None:
    for _ in range(61):
        recorder.record("patient.read", by=ada, target=pat)

    assert 'href="?page=2&amp;clinic=' in page_of(browser)
    assert page_of(browser, "/my-data?page=2").count("<time") == 1


def test_page_costs_the_same_for_one_look_and_for_three(
    browser: Client, pat: Patient, ada: User, cleo: User, lena: User
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            browser.get("/my-data")
        return len(queries)

    recorder.record("patient.read", by=ada, target=pat)
    for_one = cost()
    for who in (cleo, lena):
        recorder.record("patient.read", by=who, target=pat)

    assert cost() == for_one


def _agree(patient: Patient) -> None:
    text = consent_texts.current(patient.clinic, "en")
    consents.give(patient=patient, text=text, by=patient.user)


def test_consent_page_shows_the_words_and_when(browser: Client, pat: Patient) -> None:
    _agree(pat)

    page = page_of(browser, "/my-data/consent")

    assert "Hudson Spine stores what you write here" in page
    assert f"Text version {consent_texts.CURRENT}" in page
    assert "Withdraw" in page


def test_withdrawing_needs_a_tick(browser: Client, pat: Patient) -> None:
    _agree(pat)

    answer = browser.post("/my-data/consent", {"decision": "withdraw"})

    pat.refresh_from_db()
    assert answer.status_code == 422
    assert "Nothing has changed." in answer.content.decode()
    assert pat.consent_withdrawn_at is None


def test_withdrawn_and_back_again(
    browser: Client, pat: Patient, ada: User, signed_in: SignedIn
) -> None:
    _agree(pat)

    browser.post("/my-data/consent", {"decision": "withdraw", "sure": "on"})

    assert "You have withdrawn your consent" in page_of(browser)
    record = page_of(signed_in(ada), f"/clinic/patients/{pat.pk}")
    assert "has withdrawn their consent" in record
    refused = browser.post("/check-in", {"check_in_id": str(uuid.uuid4()), "pain": "4"})
    assert refused.status_code == 409
    assert "Nothing new is stored" in page_of(browser, "/check-in")
    text = consent_texts.current(pat.clinic, "en")
    browser.post(
        "/my-data/consent",
        {"decision": "agree", "sure": "on", "agreed_to": text.digest},
    )
    pat.refresh_from_db()
    assert pat.consent_withdrawn_at is None
    assert Consent.objects.filter(patient=pat).count() == 2


@pytest.fixture
def there(pat: Patient, pats_episode: Episode, clinic_b: Clinic) -> Patient:
    """The same person, later, in care at a second clinic."""
    patient = make_patient(clinic_b, name="Pat Alvarez", user=pat.user)
    make_episode(patient)
    return patient


@pytest.mark.parametrize("place", ["here", "there"])
def test_each_of_two_clinics_has_its_own_data(
    place: str, browser: Client, pat: Patient, there: Patient, ada: User
) -> None:
    recorder.record("patient.read", by=ada, target=pat)
    mine, other = (pat, there) if place == "here" else (there, pat)
    query = f"?clinic={mine.clinic.slug}"

    page = page_of(browser, f"/my-data{query}")
    found = json.loads(browser.get(f"/my-data/everything.json{query}").content)

    assert f"This page is about <bdi>{mine.clinic.name}</bdi> only." in page
    assert f'href="?clinic={other.clinic.slug}"' in page
    assert f'href="/my-data/everything.json{query}"' in page
    assert ("Ada Reyes" in page) == (mine == pat)
    assert [one["clinic"] for one in found["person"]] == [mine.clinic.name]


def test_withdrawing_at_one_of_two_clinics_names_it(
    browser: Client, pat: Patient, there: Patient
) -> None:
    path = f"/my-data/consent?clinic={pat.clinic.slug}"
    assert f"about <bdi>{pat.clinic.name}</bdi> only" in page_of(browser, path)

    browser.post(path, {"decision": "withdraw", "sure": "on"})

    pat.refresh_from_db()
    there.refresh_from_db()
    assert pat.consent_withdrawn_at is not None
    assert there.consent_withdrawn_at is None


def test_a_clinic_where_one_was_never_in_care_has_no_page(
    browser: Client, pats_episode: Episode, clinic_b: Clinic
) -> None:
    for path in ("/my-data", "/my-data/consent", "/my-data/everything.json"):
        assert browser.get(f"{path}?clinic={clinic_b.slug}").status_code == 404
    assert browser.get("/my-data?clinic=%00").status_code == 200
    assert "This page is about" not in page_of(browser)


def test_agreeing_to_another_text_is_refused(browser: Client, pat: Patient) -> None:
    consents.withdraw(patient=pat, by=pat.user)

    answer = browser.post(
        "/my-data/consent",
        {"decision": "agree", "sure": "on", "agreed_to": "0" * 64},
    )

    assert answer.status_code == 422
    assert "The text has changed" in answer.content.decode()


@pytest.fixture
def with_something_of_everything(
    pat: Patient, pats_alert: Alert, ada: User, browser: Client
) -> None:
    _agree(pat)
    make_check_in(
        pat.episodes.get(), 3, pain=7, answers={"note": "=1+1 \u201cok\u201d"}
    )
    alerts.resolve(
        alert=pats_alert, by=ada, resolution="advice_given", advice_given="Walk a bit."
    )
    recorder.record("patient.read", by=ada, target=pat)


@pytest.mark.usefixtures("with_something_of_everything")
def test_json_holds_all_of_it(browser: Client, pat: Patient, pia: Patient) -> None:
    make_check_in(pia.episodes.get(), 3, answers={"note": "Of Pia"})

    answer = browser.get("/my-data/everything.json")

    found = json.loads(answer.content)
    assert answer["Content-Disposition"].startswith('attachment; filename="my-data-')
    assert found["person"][0]["name"] == "Pat Alvarez"
    assert [entry["pain"] for entry in found["check_ins"]] == [7, 5]
    assert found["check_ins"][0]["note"] == "=1+1 “ok”"
    assert found["reports"][0]["answer_of_the_clinic"] == "Walk a bit."
    assert found["consents"][0]["text"].startswith("Hudson Spine stores")
    assert found["who_looked"][0]["who"] == "Ada Reyes"
    assert "Pia" not in answer.content.decode()
    assert AuditEvent.objects.filter(action="own_data.saved").count() == 1


@pytest.mark.usefixtures("with_something_of_everything")
def test_csv_is_a_folder_that_no_spreadsheet_runs(browser: Client) -> None:
    answer = browser.get("/my-data/everything.zip")

    folder = ZipFile(BytesIO(answer.content))
    assert {"person.csv", "check_ins.csv", "reports.csv"} <= set(folder.namelist())
    text = folder.read("check_ins.csv").decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    assert [row["pain"] for row in rows] == ["7", "5"]
    assert rows[0]["note"] == "'=1+1 “ok”"


@pytest.mark.usefixtures("with_something_of_everything")
def test_pdf_is_read_in_plain_words(browser: Client, pat: Patient) -> None:
    answer = browser.get("/my-data/everything.pdf")

    pages = PdfReader(BytesIO(answer.content)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert answer["Content-Type"] == "application/pdf"
    for words in (
        "All data of Pat Alvarez",
        "Your check-ins Date:",
        "Pain: 7 · Moving: 5",
        "Note: =1+1 “ok”",
        "Answer of the clinic: Walk a bit.",
        "Who looked at your record When:",
        "Who: Ada Reyes · Role: doctor, nurse or therapist · What: read your record",
    ):
        assert words in text, words
    assert len(pages) < 4


@pytest.mark.usefixtures("with_something_of_everything")
def test_every_list_and_field_has_a_word(pat: Patient) -> None:
    lists = own_data.of_patient(pat)

    fields = {name for rows in lists.values() for row in rows for name in row}
    assert set(lists) == set(TITLES)
    assert " ".join(sorted(fields - set(FIELDS) - NOT_ON_PAPER)) == ""


def test_a_long_list_is_cut_on_paper_and_says_so(pat: Patient) -> None:
    rows = [{"pain": day % 10} for day in range(MOST_ROWS + 2)]

    (section,) = sections({"check_ins": rows}, pat.zone)

    assert (len(section.rows), section.left_out) == (MOST_ROWS, 2)
    assert section.rows[0] == "Pain: 2"


def test_everything_can_be_had_after_care_has_ended(
    pat: Patient, browser: Client
) -> None:
    pat.episodes.update(status="closed")

    assert browser.get("/my-data").status_code == 200
    assert browser.get("/my-data/everything.json").status_code == 200


def test_several_courses_are_one_file(pat: Patient, browser: Client) -> None:
    pat.episodes.update(status="closed")
    make_episode(pat, day=3)

    found = json.loads(browser.get("/my-data/everything.json").content)

    assert [course["status"] for course in found["courses"]] == ["closed", "active"]


def test_everything_costs_as_many_queries_for_many_links(
    pat: Patient,
) -> None:
    def counted() -> int:
        with CaptureQueriesContext(connection) as queries:
            own_data.of_patient(pat)
        return len(queries)

    episode = pat.episodes.get()
    summary_links.make(episode=episode, days=1, name="one", by=pat.user)
    few = counted()
    for name in ("two", "three", "four"):
        summary_links.make(episode=episode, days=1, name=name, by=pat.user)

    assert counted() == few
