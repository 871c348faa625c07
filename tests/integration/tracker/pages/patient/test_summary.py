"""The one-page summary, as a page and as a file."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from backend.accounts.models import User
from backend.audit.models import AuditEvent
from backend.common import clock, pdf
from tests.factories.tracker import make_alert, make_check_in
from tracker.actions import alerts, consents, milestones
from tracker.clinical.helper_view import PRIVATE_RULES, PRIVATE_SYMPTOMS
from tracker.clinical.levels import Level
from tracker.clinical.symptoms import SYMPTOMS
from tracker.clinical.triage.wording.table import WORDING
from tracker.models import Episode, Patient, QuestionnaireResponse, VisitQuestions

SignedIn = Callable[..., Client]
URGENT_RULES = sorted(
    {key.split(":")[0] for key in WORDING if key.endswith(":urgent")} - PRIVATE_RULES
)
NOW = datetime(2026, 6, 1, 14, 0, tzinfo=UTC)


@pytest.fixture
def browser(pat: Patient, signed_in: SignedIn) -> Client:
    return signed_in(pat.user)


@pytest.fixture
def lived(pat: Patient, ada: User, at: Any) -> Episode:
    """Sixty days with entries, one report, a questionnaire, and questions."""
    at(NOW)
    episode = pat.episodes.get()
    episode.procedure.performed_on = NOW.date() - timedelta(days=60)
    episode.procedure.save()
    for day in range(-5, 60, 2):
        make_check_in(
            episode,
            day,
            pain=7 if day < 30 else 4,
            mobility=5,
            answers={
                "symptoms": [{"code": "site_soreness", "change": "better"}],
                "medicines_taken": ["paracetamol"],
            },
        )
    mood = [{"code": "low_mood", "change": "new"}]
    make_check_in(episode, 58, answers={"symptoms": mood})
    alert = make_alert(make_check_in(episode, 59), level=Level.URGENT)
    make_alert(make_check_in(episode, 59), rule_id="R25", level=Level.SOON)
    alerts.resolve(
        alert=alert,
        by=ada,
        resolution="advice_given",
        advice_given="We spoke on the phone. Keep walking.",
    )
    milestones.reach(episode=episode, code="desk_work", by=pat.user, source="patient")
    VisitQuestions.objects.create(episode=episode, text="When may I swim?")
    QuestionnaireResponse.objects.create(
        clinic=episode.clinic,
        episode=episode,
        instrument="weekly_impact",
        instrument_version="1",
        occasion=28,
        answers={},
        completed_at=NOW,
        local_date=episode.procedure.performed_on + timedelta(days=28),
        day=28,
        score={"total": 3.5, "band": "", "subscales": {}, "missing": [], "feeds": {}},
        entered_by=pat.user,
    )
    return episode


def read(answer: Any) -> tuple[PdfReader, str]:
    assert answer["Content-Type"] == "application/pdf"
    reader = PdfReader(BytesIO(answer.content))
    return reader, " ".join(page.extract_text() for page in reader.pages)


@pytest.mark.usefixtures("lived")
def test_a_usual_patient_fits_on_one_page(browser: Client) -> None:
    reader, text = read(browser.get("/summary.pdf"))

    assert len(reader.pages) == 1
    for words in (
        "Pat Alvarez",
        "Hudson Spine",
        "Day 60",
        "Procedure on 2 April 2026",
        "Pain before the procedure 7",
        "Pain in the last 7 days 4",
        "No goal and no forecast.",
        "Sore where the needle went in",
        "Paracetamol (acetaminophen): 15 days",
        "3.5 of 10",
        "We spoke on the phone. Keep walking.",
        "When may I swim?",
        "As of 1 June 2026, 10:00",
    ):
        assert words in " ".join(text.split()), words


@pytest.mark.usefixtures("lived")
def test_the_file_is_tagged_titled_and_in_its_language(
    browser: Client, pat: Patient
) -> None:
    pat.user.locale = "de"
    pat.user.save()

    reader, text = read(browser.get("/summary.pdf"))

    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "de"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert "Pat Alvarez" in reader.metadata.title
    assert "Wund oder empfindlich an der" in " ".join(text.split())


@pytest.mark.usefixtures("lived")
def test_the_same_summary_is_the_same_file(browser: Client) -> None:
    first, second = browser.get("/summary.pdf"), browser.get("/summary.pdf")

    assert first.content == second.content
    assert len(first.content) < 60_000


@pytest.mark.usefixtures("lived")
@pytest.mark.parametrize(("country", "width"), [("US", 612), ("DE", 595)])
def test_paper_has_the_size_of_the_country(
    browser: Client, pat: Patient, country: str, width: int
) -> None:
    pat.clinic.country = country
    pat.clinic.save()

    reader, _ = read(browser.get("/summary.pdf"))

    assert round(float(reader.pages[0].mediabox.width)) == width


@pytest.mark.usefixtures("lived")
def test_mood_is_for_the_clinic_only(
    browser: Client, pat: Patient, ada: User, signed_in: SignedIn
) -> None:
    own = browser.get("/summary").content.decode()
    clinics = signed_in(ada).get(f"/clinic/patients/{pat.pk}/summary").content.decode()

    assert "Mood and sexual function are left out." in own
    assert "Feeling low" not in own
    assert own.count("<li><b>31 May</b>") == 1
    assert clinics.count("<li><b>31 May</b>") == 2
    assert "are left out." not in clinics


@pytest.mark.usefixtures("lived")
def test_staff_read_it_in_the_language_of_the_patient_or_another(
    pat: Patient, ada: User, signed_in: SignedIn
) -> None:
    Patient.objects.filter(pk=pat.pk).update(locale="es")
    staff = signed_in(ada)

    spanish = staff.get(f"/clinic/patients/{pat.pk}/summary").content.decode()
    english = staff.get(f"/clinic/patients/{pat.pk}/summary?lang=en")
    _, german = read(staff.get(f"/clinic/patients/{pat.pk}/summary.pdf?lang=de"))

    assert '<article class="paper" lang="es">' in spanish
    assert "Save as PDF" in spanish
    assert '<a href="?lang=de"' in spanish
    assert '<article class="paper" lang="en">' in english.content.decode()
    assert "Woche 7 bis 13" in german
    assert AuditEvent.objects.filter(action="summary.read").count() == 2
    assert AuditEvent.objects.filter(action="summary.saved").count() == 1


def test_what_does_not_fit_is_counted(browser: Client, lived: Episode) -> None:
    codes = [code for code in SYMPTOMS if code not in PRIVATE_SYMPTOMS][:12]
    told = [{"code": code, "change": "same"} for code in codes]
    entry = make_check_in(lived, 60, answers={"symptoms": told})
    for rule in URGENT_RULES[:7]:
        make_alert(entry, rule_id=rule)
    VisitQuestions.objects.update(text="Why does it hurt at night? " * 37)

    page = " ".join(browser.get("/summary").content.decode().split())
    reader, _ = read(browser.get("/summary.pdf"))

    shown = 12 if "site_soreness" in codes else 13
    assert f"And {shown - 9} more." in page
    assert "And 3 earlier ones." in page
    assert len(reader.pages) <= 2


def test_an_empty_course_is_a_page_as_well(browser: Client) -> None:
    reader, text = read(browser.get("/summary.pdf"))

    assert len(reader.pages) == 1
    assert "No check-in yet." in text


@pytest.mark.usefixtures("lived")
def test_without_the_libraries_the_page_can_still_be_printed(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "missing", lambda: ("pango",))

    answer = browser.get("/summary.pdf")

    assert answer.status_code == 503
    assert "Go back and print the page instead." in answer.content.decode()
    assert browser.get("/summary").status_code == 200
    assert [found.id for found in pdf.check_libraries()] == ["common.W001"]


def test_questions_are_kept_on_the_page(browser: Client, pat: Patient) -> None:
    answer = browser.post("/summary", {"text": " May I <b>lift</b>?\r\nAnd swim? "})

    assert answer["Location"] == "/summary"
    assert VisitQuestions.objects.get().text == "May I <b>lift</b>?\nAnd swim?"
    assert "May I &lt;b&gt;lift&lt;/b&gt;?" in browser.get("/summary").content.decode()


def test_too_long_questions_are_not_lost(browser: Client) -> None:
    text = "x" * 1001

    answer = browser.post("/summary", {"text": text})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Your questions have 1001 signs; 1000 fit on the page." in page
    assert text in page
    assert not VisitQuestions.objects.exists()


def test_a_character_that_cannot_be_kept_costs_no_question(browser: Client) -> None:
    answer = browser.post("/summary", {"text": "May I\x00 swim?"})

    assert answer.status_code == 302
    assert VisitQuestions.objects.get().text == "May I swim?"


def test_nothing_is_asked_after_a_withdrawal(browser: Client, pat: Patient) -> None:
    consents.withdraw(patient=pat, by=pat.user)

    assert browser.post("/summary", {"text": "Hello"}).status_code == 409
    assert not VisitQuestions.objects.exists()


def test_the_clock_of_the_paper_is_the_patients(
    browser: Client, pat: Patient, at: Any
) -> None:
    at(NOW)
    Patient.objects.filter(pk=pat.pk).update(zone="Asia/Tokyo")

    assert "As of 1 June 2026, 23:00" in browser.get("/summary").content.decode()
    assert clock.now() == NOW
