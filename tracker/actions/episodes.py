"""Open, amend and close a course of care."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F

from backend.accounts.models import User
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput
from tracker.actions import field_checks as checks
from tracker.actions import protocols
from tracker.actions.check_in_reminders import follow_plan, stop
from tracker.actions.recount import move_days
from tracker.clinical.procedure import CELL_SOURCES, GUIDANCE, REGIONS, ROUTES
from tracker.clinical.profile import PROFILE_FACTS
from tracker.clinical.symptoms import SYMPTOMS
from tracker.models import (
    Alert,
    CaseloadRow,
    Episode,
    HealthProfile,
    Patient,
    Procedure,
)
from tracker.queries import procedures

LONGEST_AGO = timedelta(days=365)
FURTHEST_AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class ProcedureDetails:
    """What was, or will be, done; codes of tracker.clinical.procedure."""

    performed_on: date
    region: str = "lumbar"
    routes: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    guidance: str = ""
    cell_source: str = ""
    product: str = ""
    lot: str = ""


@transaction.atomic
def open_episode(
    *,
    patient: Patient,
    by: User,
    procedure: ProcedureDetails,
    baseline_pain: Decimal | float | None,
    profile_facts: Iterable[str] = (),
    known_symptoms: Iterable[str] = (),
    allergies: str = "",
    replaces_active: bool = False,
) -> Episode:
    """A course of care on the clinic's current plan, with everything it needs.

    Raises InvalidInput naming each wrong field, and Conflict while another one is
    active, unless this one replaces it.
    """
    given = asdict(procedure) | {
        "baseline_pain": baseline_pain,
        "profile_facts": profile_facts,
        "known_symptoms": known_symptoms,
        "allergies": allergies,
    }
    fields = checks.read_fields(given, _checks(patient) | _PROFILE_CHECKS)
    _make_room(patient, replaces_active=replaces_active, by=by)
    profile = _new_profile(patient, fields, by=by)
    episode = Episode.objects.create(
        clinic=patient.clinic,
        patient=patient,
        protocol=protocols.ensure_default(patient.clinic),
        profile=profile,
        baseline_pain=fields["baseline_pain"],
        opened_by=by,
    )
    Procedure.objects.create(
        episode=episode, **{name: fields[name] for name in asdict(procedure)}
    )
    CaseloadRow.objects.create(episode=episode, clinic=patient.clinic)
    recorder.record("episode.opened", target=episode, by=by)
    follow_plan(episode=episode, by=by)
    return episode


@transaction.atomic
def amend(*, episode: Episode, by: User, **changes: Any) -> Episode:
    """Change the named facts of the procedure, or the baseline pain, and no other.

    A new date moves every day that is counted from it. Raises InvalidInput.
    """
    fields = read_procedure(episode.patient, changes)
    if "performed_on" in fields:
        _after_earlier(episode, fields["performed_on"])
    # A check-in under way counted its day from the old date. It is guarded by the
    # version of this row, so it will count again.
    caseload = CaseloadRow.objects.select_for_update().get(episode=episode)
    procedure = Procedure.objects.get(episode=episode)
    before = procedure.performed_on
    changed = _set(procedure, fields) + _set(episode, fields)
    episode.procedure = procedure
    if changed:
        recorder.record("episode.amended", target=episode, by=by, fields=changed)
    if procedure.performed_on != before:
        move_days(caseload, by=before - procedure.performed_on)
        follow_plan(episode=episode, by=by)
    return episode


@transaction.atomic
def update_profile(*, episode: Episode, by: User, **changes: Any) -> HealthProfile:
    """A new state of the health profile; the earlier ones stay readable.

    Changes are any of `profile_facts`, `known_symptoms`, `allergies`. Raises
    InvalidInput.
    """
    fields = checks.read_fields(changes, _PROFILE_CHECKS)
    before = episode.profile
    kept = {
        "profile_facts": before.facts,
        "known_symptoms": before.known_symptoms,
        "allergies": before.allergies,
    }
    if kept | fields == kept:
        return before
    episode.profile = _new_profile(episode.patient, kept | fields, by=by)
    episode.save(update_fields=["profile"])
    recorder.record(
        "health_profile.updated", target=episode, by=by, fields=sorted(fields)
    )
    return episode.profile


@transaction.atomic
def close(*, episode: Episode, by: User) -> Episode:
    """End the course of care and its reminders. Doing it twice is harmless.

    Raises Conflict while an alert waits: closing would hide it.
    """
    # The row every check-in writes to: no alert can open while this looks.
    CaseloadRow.objects.select_for_update().get(episode=episode)
    live = Alert.objects.filter(episode=episode).exclude(status="resolved")
    if live:
        raise Conflict(
            "This course of care still has open alerts. Resolve them first.",
            code="open_alerts",
            alerts=[{"id": str(alert.pk), "rule": alert.rule_id} for alert in live],
        )
    closed = Episode.objects.filter(pk=episode.pk, status="active").update(
        status=Episode.Status.CLOSED, closed_at=clock.now()
    )
    episode.refresh_from_db(fields=["status", "closed_at"])
    if closed:
        CaseloadRow.objects.filter(episode=episode).update(
            is_active=False, version=F("version") + 1
        )
        stop(episode=episode, by=by)
        recorder.record("episode.closed", target=episode, by=by)
    return episode


def _make_room(patient: Patient, *, replaces_active: bool, by: User) -> None:
    # Two enrolments of one patient at once: the row lock lets the second one see
    # the first.
    Patient.objects.select_for_update().get(pk=patient.pk)
    active = Episode.objects.filter(patient=patient, status="active").first()
    if active is None:
        return
    if not replaces_active:
        raise Conflict(
            "This patient already has an active course of care. Close it first.",
            code="episode_active",
        )
    close(episode=active, by=by)


def _new_profile(
    patient: Patient, fields: Mapping[str, Any], *, by: User
) -> HealthProfile:
    return HealthProfile.objects.create(
        patient=patient,
        recorded_by=by,
        facts=fields["profile_facts"],
        known_symptoms=fields["known_symptoms"],
        allergies=fields["allergies"],
    )


def _set(row: Procedure | Episode, fields: Mapping[str, Any]) -> list[str]:
    """Save the fields that the row has and that differ; returns their names."""
    changed = [n for n in fields if getattr(row, n, fields[n]) != fields[n]]
    for name in changed:
        setattr(row, name, fields[name])
    if changed:
        row.save(update_fields=changed)
    return changed


def read_procedure(patient: Patient, given: Mapping[str, Any]) -> dict[str, Any]:
    """The cleaned facts of a procedure. Raises InvalidInput."""
    return checks.read_fields(given, _checks(patient))


def _after_earlier(episode: Episode, performed_on: date) -> None:
    earlier = procedures.earlier(episode)
    if earlier and performed_on <= earlier[0].performed_on:
        first = earlier[0].performed_on
        raise InvalidInput(
            [
                {
                    "field": "performed_on",
                    "code": "out_of_range",
                    "message": "The second procedure comes after the first, "
                    f"of {first:%-d %B %Y}.",
                }
            ]
        )


def _checks(patient: Patient) -> dict[str, checks.Check]:
    today = clock.local_today(patient.zone)
    return {
        "performed_on": checks.day(
            "The date of the procedure",
            first=today - LONGEST_AGO,
            last=today + FURTHEST_AHEAD,
            outside="The procedure lies at most 365 days back or 60 days ahead.",
        ),
        "region": checks.one_of("The region", REGIONS),
        "routes": checks.each("Routes", checks.one_of("The route", ROUTES)),
        "levels": checks.each("Levels", checks.text("A level", 20, required=True)),
        "guidance": checks.one_of("The guidance", GUIDANCE, required=False),
        "cell_source": checks.one_of("The cell source", CELL_SOURCES, required=False),
        "product": checks.text("The product", 120),
        "lot": checks.text("The lot", 120),
        "baseline_pain": checks.pain,
    }


_PROFILE_CHECKS: dict[str, checks.Check] = {
    "profile_facts": checks.each("Facts", checks.one_of("The fact", PROFILE_FACTS)),
    "known_symptoms": checks.each(
        "Known symptoms", checks.one_of("The symptom", SYMPTOMS)
    ),
    "allergies": checks.text("Allergies", 500),
}
