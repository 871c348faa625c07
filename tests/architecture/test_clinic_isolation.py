"""No answer to anybody carries a word of a clinic, or a patient, not their own."""

import re
from collections.abc import Iterable
from typing import Any

import pytest
from django.apps import apps
from django.db.models import CharField, JSONField, Model, TextField
from django.http import HttpResponseBase

from backend.accounts.models import User
from backend.common import pdf
from tests.architecture.routes import address, all_routes
from tests.architecture.two_clinics import Side, ask, canary_of, cookie_of, make_side
from tracker.models import Patient

# Whoever holds the link may open it: it names the clinic and the person invited.
BY_POSSESSION = {"/invitation/<str:token>"}
MORE = (
    "/api/v1/caseload?search=qx",
    "/api/v1/patients?search=qx",
    "/api/v1/alerts?status=all",
    "/clinic/adverse-events?q=qx",
    "/api/v1/alerts?status=all&episode={episode_id}",
    "/api/v1/check-ins?episode={episode_id}",
    "/clinic/?q=qx",
)
# Text that holds codes, numbers and names of places, never somebody's words.
HOLDS_CODES = """
accounts.Clinic.closed_days tracker.AdverseEvent.grading tracker.AdverseEvent.outcome
tracker.AdverseEvent.regime tracker.AdverseEvent.relatedness
tracker.AdverseEvent.seriousness tracker.AdverseEvent.term
tracker.EarlierProcedure.milestones
tracker.EpisodeEvaluation.cause tracker.EpisodeEvaluation.findings
tracker.EpisodeEvaluation.ruleset
accounts.Clinic.country accounts.Clinic.opening_hours accounts.Clinic.zone
accounts.Invitation.token_digest accounts.Membership.role accounts.User.locale
accounts.User.password accounts.User.zone reminders.ChannelPreference.channels
reminders.Delivery.channel reminders.Delivery.error reminders.Delivery.status
reminders.ChannelPreference.phone reminders.ChannelPreference.stopped_channels
reminders.ChannelPreference.weekday_times
reminders.Provider.code reminders.Provider.last_error
reminders.ReminderSchedule.nudge_minutes reminders.ReminderSchedule.weekday_times
reminders.DueReminder.reason reminders.DueReminder.state reminders.Message.kind
reminders.Message.path reminders.Message.reason reminders.Message.state
reminders.PushSubscription.auth reminders.PushSubscription.p256dh
reminders.ReminderSchedule.kind reminders.ReminderSchedule.segments
reminders.ReminderSchedule.earlier_zones
reminders.ReminderSchedule.state reminders.ReminderSchedule.zone tracker.Alert.finding
tracker.ZoneStay.kind tracker.ZoneStay.zone
tracker.Alert.resolution tracker.Alert.rule_id tracker.Alert.ruleset
tracker.Alert.status tracker.AlertEvent.kind tracker.CaseloadRow.trend
tracker.Episode.status tracker.HealthProfile.facts
tracker.HealthProfile.known_symptoms tracker.MilestoneReached.code
tracker.MilestoneReached.source tracker.Patient.locale tracker.Patient.sex
tracker.Patient.zone tracker.Procedure.cell_source tracker.Procedure.guidance
tracker.Procedure.region tracker.Procedure.routes tracker.TriageEvaluation.findings
tracker.TriageEvaluation.ruleset
tracker.EnrolmentKey.digest tracker.EnrolmentKey.key tracker.KeptRuleset.version
tracker.RulesetApproval.parameters tracker.RulesetApproval.version
tracker.LanguageSignOff.digest tracker.LanguageSignOff.language
tracker.LanguageSignOff.version
tracker.ClinicCardVersion.card tracker.PlanReading.phase
tracker.Consent.language tracker.Consent.text_digest tracker.Consent.text_version
tracker.SummaryLink.code_digest tracker.SummaryLink.token_digest
tracker.QuestionnaireResponse.instrument
tracker.QuestionnaireResponse.instrument_version tracker.QuestionnaireResponse.score
"""


@pytest.fixture
def sides(db: None) -> tuple[Side, Side]:
    return make_side("a", "US", "America/New_York"), make_side(
        "b", "DE", "Europe/Berlin"
    )


@pytest.fixture(autouse=True)
def papers_as_html(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF file hides its words from the scan, and takes long to draw."""
    monkeypatch.setattr(pdf, "render", lambda html, styles: html.encode())


def people(side: Side) -> dict[str, User]:
    return {
        "patient": side.patient.user,
        "neighbour": side.neighbour.user,
        **side.staff,
    }


def pages(*values_of: Side) -> list[str]:
    """Every address that answers GET, on the records of each side."""
    routes = [line.removeprefix("GET ") for line in all_routes() if "GET /" in line]
    found = {
        address(route, side.values())
        for side in values_of
        for route in [*routes, *MORE]
        if route not in BY_POSSESSION
    }
    return sorted(found)


def text_of(response: HttpResponseBase, path: str) -> str:
    """Body and headers in lower case, without the address that was asked for."""
    streamed = getattr(response, "streaming_content", None)
    body = b"".join(streamed) if streamed else response.content  # type: ignore[attr-defined]
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    cookies = response.cookies.output()
    whole = f"{headers}\n{cookies}\n{body.decode(errors='replace')}"
    return whole.replace(path, "").lower()


def leaks(who: User, paths: Iterable[str], canaries: Iterable[str]) -> list[str]:
    cookie = cookie_of(who)
    found = []
    for path in paths:
        text = text_of(ask(cookie, "GET", path), path)
        found += [f"{path}: {word}" for word in canaries if word in text]
    return found


def test_nobody_reads_a_word_of_another_clinic(sides: tuple[Side, Side]) -> None:
    for own, other in (sides, sides[::-1]):
        canaries = [other.canary, canary_of(other.patient), str(other.patient.pk)]

        for who, user in people(own).items():
            assert leaks(user, pages(own, other), canaries) == [], who


def test_no_patient_reads_a_word_of_another(sides: tuple[Side, Side]) -> None:
    side = sides[0]
    canaries = [canary_of(side.patient), str(side.patient.pk)]

    assert leaks(side.neighbour.user, pages(side), canaries) == []


def test_nobody_signed_in_reads_nothing(sides: tuple[Side, Side]) -> None:
    side = sides[0]
    found = [
        path
        for path in pages(side)
        if side.canary in text_of(ask(None, "GET", path), path)
    ]

    assert found == []


def test_an_administrator_reads_no_health_record(sides: tuple[Side, Side]) -> None:
    side = sides[0]
    canaries = [canary_of(p) for p in (side.patient, side.neighbour)]

    assert leaks(side.staff["administrator"], pages(side), canaries) == []  # type: ignore[index]


def test_the_scan_would_see_a_leak(sides: tuple[Side, Side]) -> None:
    side = sides[0]
    own = canary_of(side.patient)

    by_clinician = leaks(side.staff["clinician"], pages(side), [own])  # type: ignore[index]
    by_patient = leaks(side.patient.user, pages(side), [side.canary])

    for shown in ("/clinic/", "/api/v1/caseload", "/api/v1/alerts", "/api/v1/patients"):
        assert f"{shown}: {own}" in by_clinician
    timeline = f"/api/v1/episodes/{side.episode.pk}/timeline: {own}"
    assert timeline in by_clinician
    for shown in ("/messages", "/plan", "/api/v1/plan", "/api/v1/check-in-form"):
        assert f"{shown}: {side.canary}" in by_patient


def test_every_free_text_carries_a_canary(sides: tuple[Side, Side]) -> None:
    """A new text field is either marked in two_clinics.py or listed as codes."""
    unmarked = {
        f"{model._meta.app_label}.{model.__name__}.{field.name}"
        for label in ("accounts", "tracker", "reminders")
        for model in apps.get_app_config(label).get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, CharField | TextField | JSONField)
        and not is_marked(model, field.name)
    }

    codes = set(HOLDS_CODES.split())
    assert "\n".join(sorted(unmarked - codes)) == "", "free text without a canary"
    assert sorted(codes - unmarked) == [], "listed as codes, but it carries a canary"


def is_marked(model: type[Model], name: str) -> bool:
    values: list[Any] = list(model._default_manager.values_list(name, flat=True))
    return any(re.search(r"qx[ab]7clinic", str(value)) for value in values)


def test_canaries_are_never_shared(sides: tuple[Side, Side]) -> None:
    words = [s.canary for s in sides] + [canary_of(p) for p in Patient.objects.all()]

    assert len(words) == len(set(words))
