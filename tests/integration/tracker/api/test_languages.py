"""The patient's language, from the form to what is stored, and English beside it."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from backend.accounts.models import Clinic, User
from backend.common import clock
from tests.factories.tracker import make_alert, make_check_in
from tests.integration.tracker.api.calls import Call
from tracker.actions import language_sign_offs
from tracker.clinical.triage.rulesets import CURRENT
from tracker.clinical.wording.languages import LANGUAGES
from tracker.clinical.wording.sign_off import digest
from tracker.models import Alert, CheckIn, Episode, Patient, TriageEvaluation

SignIn = Callable[[User], Client]
NUMB = [{"code": "saddle_numbness", "change": "new"}]


@pytest.fixture
def speaks(pat: Patient) -> Callable[[str], Patient]:
    def choose(locale: str) -> Patient:
        pat.user.locale = locale
        pat.user.save(update_fields=["locale"])
        return pat

    return choose


def sign(clinic: Clinic, lena: User, language: str) -> None:
    language_sign_offs.sign(
        clinic=clinic,
        version=CURRENT,
        language=language,
        digest=digest(CURRENT, language),
        by=lena,
    )


def report(call: Call, patient: Patient, **answers: Any) -> Any:
    body = {
        "local_date": clock.local_today(patient.zone).isoformat(),
        "recorded_at": clock.now().isoformat(),
        "pain": 4,
        **answers,
    }
    return call(patient.user, "PUT", f"/check-ins/{uuid.uuid4()}", body).json()


def test_the_core_speaks_every_language_that_is_offered() -> None:
    assert set(LANGUAGES) == {code for code, _ in settings.LANGUAGES}


def test_the_form_is_in_the_patients_language(
    call: Call, speaks: Callable[[str], Patient]
) -> None:
    form = call(speaks("es-MX").user, "GET", "/check-in-form").json()

    assert (form["language"], form["phase"]["title"]) == ("es", "Semanas 1 y 2")
    labels = {symptom["code"]: symptom for symptom in form["symptoms"]}
    assert labels["chest_pain"]["label"] == "Dolor o presión en el pecho"
    assert labels["chest_pain"]["group"] in [g["title"] for g in form["groups"]]
    assert form["changes"][2] == {"code": "same", "label": "Igual que antes"}
    assert form["steps"][1]["high_label"] == "Me muevo con libertad"
    assert form["triggers"][0] == {"code": "lift", "label": "Levanté algo"}


def test_an_unsigned_emergency_carries_both_languages_to_the_phone(
    call: Call, speaks: Callable[[str], Patient]
) -> None:
    form = call(speaks("de").user, "GET", "/check-in-form").json()

    row = form["emergency"]["symptoms"]["saddle_numbness"]
    assert row["title"] == "Holen Sie sich jetzt Hilfe wegen der tauben Haut"
    assert row["english"]["title"] == "Get help now for the numb skin"
    assert "911" in row["text"]
    assert "911" in row["english"]["text"]
    assert row["actions"] == [{"kind": "call", "label": "911 anrufen", "number": "911"}]


def test_a_signed_language_stands_alone(
    call: Call, speaks: Callable[[str], Patient], clinic_a: Clinic, lena: User
) -> None:
    user = speaks("de").user
    sign(clinic_a, lena, "de")

    form = call(user, "GET", "/check-in-form").json()
    speaks("es")
    other = call(user, "GET", "/check-in-form").json()

    def english(form: Any) -> list[bool]:
        return [bool(r["english"]) for r in form["emergency"]["symptoms"].values()]

    assert not any(english(form))
    assert all(english(other))


def test_another_clinics_signature_counts_for_nothing(
    call: Call, speaks: Callable[[str], Patient], clinic_b: Clinic, lena: User
) -> None:
    sign(clinic_b, lena, "de")

    answer = report(call, speaks("de"), symptoms=NUMB)

    assert answer["advice"][0]["english"]["title"] == "Get help now for the numb skin"


def test_english_needs_nothing_beside_it(call: Call, pat: Patient) -> None:
    answer = report(call, pat, symptoms=NUMB)

    assert answer["advice"][0]["title"] == "Get help now for the numb skin"
    assert answer["advice"][0]["english"] is None
    assert "told" not in TriageEvaluation.objects.get().findings[0]


def test_what_was_told_is_kept_and_the_clinician_reads_it_beside_english(
    call: Call, signed_in: SignIn, ada: User, speaks: Callable[[str], Patient]
) -> None:
    report(call, speaks("es"), symptoms=NUMB)

    finding = TriageEvaluation.objects.get().findings[0]
    assert (finding["rule_id"], finding["level"]) == ("R03", "emergency")
    assert finding["told"]["language"] == "es"
    assert finding["told"]["text"].startswith("La piel dormida")
    alert = Alert.objects.get()
    page = signed_in(ada).get(f"/clinic/alerts/{alert.pk}").content.decode()
    assert "Get help now for the numb skin" in page
    assert (
        '<p class="strong" lang="es">Pida ayuda ahora por la piel dormida</p>' in page
    )
    assert "Shown in Spanish:" in page
    detail = call(ada, "GET", f"/alerts/{alert.pk}").json()
    assert detail["patient_advice"][0]["title"] == "Get help now for the numb skin"
    assert detail["shown_to_patient"]["language"] == "es"
    assert "{" not in detail["shown_to_patient"]["text"]


def test_the_emergency_page_shows_both_until_it_is_signed(
    call: Call,
    signed_in: SignIn,
    speaks: Callable[[str], Patient],
    clinic_a: Clinic,
    lena: User,
) -> None:
    patient = speaks("es")
    key = report(call, patient, symptoms=NUMB)["id"]

    before = signed_in(patient.user).get(f"/emergency/{key}").content.decode()
    sign(clinic_a, lena, "es")
    after = signed_in(patient.user).get(f"/emergency/{key}").content.decode()

    assert "Pida ayuda ahora por la piel dormida" in before
    assert '<p lang="en"><b>Get help now for the numb skin.</b>' in before
    assert "Pida ayuda ahora por la piel dormida" in after
    assert "Get help now for the numb skin" not in after


def test_the_check_in_page_is_in_the_patients_language(
    signed_in: SignIn, speaks: Callable[[str], Patient]
) -> None:
    page = signed_in(speaks("de").user).get("/check-in").content.decode()

    assert "Schmerz oder Druck in der Brust" in page
    assert "Etwas steif, aber ich mache das meiste" in page
    assert "Ein anderes Schmerzmittel" in page
    assert "Blase und Darm" in page
    assert '"english": "Get help now for the numb skin. ' in page


def test_the_plan_and_the_questionnaires_are_in_the_patients_language(
    call: Call, speaks: Callable[[str], Patient]
) -> None:
    user = speaks("es").user

    plan = call(user, "GET", "/plan").json()
    due = call(user, "GET", "/questionnaires").json()["due"]

    assert plan["phase"]["title"] == "Semanas 1 y 2"
    assert [p["is_current"] for p in plan["phases"]].count(True) == 1
    assert "Su semana" in [asked["title"] for asked in due]


def test_a_note_is_asked_about_in_the_patients_language(
    call: Call, speaks: Callable[[str], Patient]
) -> None:
    answer = report(call, speaks("de"), symptoms=[], note="My chest hurts a lot")

    question, call_us = answer["advice"][0]["actions"]
    assert answer["advice"][0]["title"] == "Meinten Sie, dass Sie das jetzt haben?"
    assert question["label"] == "Schmerz oder Druck in der Brust"
    assert call_us["label"] == "Die Klinik anrufen"


def test_the_shell_page_of_nobody_has_english_beside_its_emergencies(
    client: Client, db: None
) -> None:
    page = client.get("/shell/check-in", HTTP_ACCEPT_LANGUAGE="es").content.decode()

    assert "Pida ayuda ahora por la piel dormida" in page
    assert "Get help now for the numb skin. " in page


def test_an_alert_whose_report_was_not_judged_shows_no_words(
    call: Call, ada: User, pats_episode: Episode
) -> None:
    alert = make_alert(make_check_in(pats_episode, day=9))

    assert call(ada, "GET", f"/alerts/{alert.pk}").json()["shown_to_patient"] is None
    assert CheckIn.objects.count() == 1
