"""Routes of the API, below /api/v1/."""

from django.urls import path

from tracker.api.adverse_events import AdverseEventItem, AdverseEventList
from tracker.api.alerts import (
    AlertAcknowledge,
    AlertItem,
    AlertList,
    AlertNotes,
    AlertResolve,
    AlertSnooze,
)
from tracker.api.caseload import Caseload
from tracker.api.check_in_form import CheckInForm
from tracker.api.check_ins import CheckInItem, CheckInList
from tracker.api.episodes import EpisodeItem, EpisodeList
from tracker.api.invitations import PatientInvitations
from tracker.api.me import Me
from tracker.api.milestones import MilestoneReached
from tracker.api.note_answers import CheckInAnswers
from tracker.api.patients import PatientItem, PatientList
from tracker.api.plan import Plan
from tracker.api.procedures import EpisodeProcedures
from tracker.api.questionnaires import QuestionnaireItem, QuestionnaireList
from tracker.api.rulesets import Rulesets
from tracker.api.rulesets_precision import RulesetPrecision
from tracker.api.timeline import EpisodeTimeline

app_name = "api"
urlpatterns = [
    # --- everybody ----------------------------------------------------------
    path("me", Me.as_view(), name="me"),
    # --- patients; staff name the episode -----------------------------------
    path("check-ins", CheckInList.as_view(), name="check-in-list"),
    path("check-ins/<uuid:check_in_id>", CheckInItem.as_view(), name="check-in"),
    path(
        "check-ins/<uuid:check_in_id>/answers",
        CheckInAnswers.as_view(),
        name="check-in-answers",
    ),
    path("check-in-form", CheckInForm.as_view(), name="check-in-form"),
    path("plan", Plan.as_view(), name="plan"),
    path("questionnaires", QuestionnaireList.as_view(), name="questionnaire-list"),
    path(
        "questionnaires/<slug:instrument>/<signed:occasion>",
        QuestionnaireItem.as_view(),
        name="questionnaire",
    ),
    path(
        "milestones/<slug:code>/reached",
        MilestoneReached.as_view(),
        name="milestone-reached",
    ),
    # --- staff --------------------------------------------------------------
    path("caseload", Caseload.as_view(), name="caseload"),
    path("rulesets", Rulesets.as_view(), name="rulesets"),
    path("rulesets/precision", RulesetPrecision.as_view(), name="ruleset-precision"),
    path("alerts", AlertList.as_view(), name="alert-list"),
    path("alerts/<uuid:alert_id>", AlertItem.as_view(), name="alert"),
    path(
        "alerts/<uuid:alert_id>/acknowledge",
        AlertAcknowledge.as_view(),
        name="alert-acknowledge",
    ),
    path("alerts/<uuid:alert_id>/notes", AlertNotes.as_view(), name="alert-notes"),
    path("alerts/<uuid:alert_id>/snooze", AlertSnooze.as_view(), name="alert-snooze"),
    path(
        "alerts/<uuid:alert_id>/resolve", AlertResolve.as_view(), name="alert-resolve"
    ),
    path("adverse-events", AdverseEventList.as_view(), name="adverse-event-list"),
    path(
        "adverse-events/<uuid:event_id>",
        AdverseEventItem.as_view(),
        name="adverse-event",
    ),
    path("patients", PatientList.as_view(), name="patient-list"),
    path("patients/<uuid:patient_id>", PatientItem.as_view(), name="patient"),
    path(
        "patients/<uuid:patient_id>/invitations",
        PatientInvitations.as_view(),
        name="patient-invitations",
    ),
    path("episodes", EpisodeList.as_view(), name="episode-list"),
    path("episodes/<uuid:episode_id>", EpisodeItem.as_view(), name="episode"),
    path(
        "episodes/<uuid:episode_id>/procedures",
        EpisodeProcedures.as_view(),
        name="episode-procedures",
    ),
    path(
        "episodes/<uuid:episode_id>/timeline",
        EpisodeTimeline.as_view(),
        name="episode-timeline",
    ),
]
