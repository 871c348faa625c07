"""Record, amend and report adverse events."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NoReturn
from uuid import UUID, uuid4

from django.db import transaction

from backend.accounts.models import Clinic, User
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput
from tracker.actions import adverse_event_clusters, adverse_event_fields
from tracker.actions import field_checks as checks
from tracker.actions.adverse_event_record import (
    FIELDS,
    changed_meanwhile,
    keep,
    recorded_otherwise,
    stored,
)
from tracker.clinical.adverse_events.terms import TERMS
from tracker.clinical.day_count import day_of
from tracker.models import AdverseEvent, Alert, Episode
from tracker.queries import adverse_event_draft, adverse_event_duty, procedures

DUTY = frozenset({"regime", "is_infection", "seriousness", "relatedness", "news_on"})
"""What the duty to report depends on: a decision not to report falls with it."""

NEWS = (DUTY | {"grade", "outcome"}) - {"news_on"}
"""What is new information after a report, whether or not somebody says so."""


@transaction.atomic
def record(
    *,
    episode: Episode,
    by: User,
    alert: Alert | None = None,
    event_id: UUID | None = None,
    **given: Any,
) -> AdverseEvent:
    """A new adverse event, with the product and lot of the procedure before it.

    The same `event_id` from the same person again is harmless. Raises InvalidInput
    naming each wrong field, and Conflict with what is stored if it comes again with
    other fields.
    """
    _hold(episode.clinic_id)
    known = AdverseEvent.objects.filter(pk=event_id).first() if event_id else None
    if known is not None:
        return _same(known, episode, by, given)
    fields = adverse_event_fields.read(episode, _defaults(episode, given) | given)
    event = AdverseEvent(
        id=event_id or uuid4(),
        clinic_id=episode.clinic_id,
        episode=episode,
        alert=alert,
        recorded_by=by,
        **fields,
    )
    _derive(event)
    event.save(force_insert=True)
    recorder.record(
        "adverse_event.recorded",
        target=event,
        by=by,
        term=event.term,
        grade=event.grade,
    )
    adverse_event_clusters.tell_leads(clinic=episode.clinic)
    return event


@transaction.atomic
def amend(
    *, event: AdverseEvent, by: User, version: int, reason: str, **given: Any
) -> AdverseEvent:
    """Change the named fields; how it read before is kept, with the reason.

    After a report a change of NEWS is new information of today, unless a day is given
    or its clock runs already. Raises InvalidInput, and Conflict with what is stored if
    somebody changed it after `version`.
    """
    said = _reason(reason)
    given = {name: value for name, value in given.items() if value is not None}

    def change(current: AdverseEvent) -> list[str]:
        if "news_on" in given and current.reported_on is None:
            _refuse("news_on", "not_reported_yet", "News count only after a report.")
        before = {name: getattr(current, name) for name in FIELDS}
        fields = adverse_event_fields.read(current.episode, given, before)
        changed = _set(current, fields)
        if "news_on" in given and changed:
            # News of the same day as those that were decided on are news all the same.
            current.not_reported_because = ""
        elif NEWS & set(changed) and _starts_a_clock(current):
            changed += _set(
                current, {"news_on": clock.local_today(current.clinic.zone)}
            )
        return changed

    return _change(event, by, version, said, "amended", change)


@transaction.atomic
def mark_reported(
    *, event: AdverseEvent, by: User, version: int, reported_on: date, reference: str
) -> AdverseEvent:
    """The authority has the report; the clock stops until there is news."""
    today = clock.local_today(event.clinic.zone)
    given = checks.read_fields(
        {"reported_on": reported_on, "report_reference": reference},
        {
            "reported_on": checks.day(
                "The day of the report",
                first=event.aware_on,
                last=today,
                outside="The report went out after the clinic knew, today at last.",
            ),
            "report_reference": checks.text("The reference", 120),
        },
    )
    settled = given | {"news_on": None, "not_reported_because": ""}
    return _change(
        event, by, version, "Reported", "reported", lambda e: _set(e, settled)
    )


@transaction.atomic
def mark_not_reportable(
    *, event: AdverseEvent, by: User, version: int, because: str
) -> AdverseEvent:
    """The clinic decided not to report, and says why."""
    said = _reason(because, field="not_reported_because")
    return _change(
        event,
        by,
        version,
        "Decided not to report",
        "not_reported",
        lambda e: _set(e, {"not_reported_because": said}),
    )


def _change(
    event: AdverseEvent,
    by: User,
    version: int,
    reason: str,
    step: str,
    change: Callable[[AdverseEvent], list[str]],
) -> AdverseEvent:
    """Change the row as it is now, once, and only if it is still that version."""
    _hold(event.clinic_id)
    current = (
        AdverseEvent.objects.select_for_update(of=("self",))
        .select_related("clinic", "episode__patient", "episode__procedure")
        .get(pk=event.pk)
    )
    if current.version != version:
        raise changed_meanwhile(current)
    before = stored(current)
    changed = change(current)
    if not changed:
        return current
    keep(current, before, reason=reason, by=by)
    if DUTY & set(changed):
        current.not_reported_because = ""
    _derive(current)
    current.version += 1
    current.save()
    recorder.record(f"adverse_event.{step}", target=current, by=by, fields=changed)
    adverse_event_clusters.tell_leads(clinic=current.clinic)
    return current


def _hold(clinic_id: UUID) -> None:
    # Two infections recorded at once would each see no other: one waits here, and
    # sees the first.
    Clinic.objects.select_for_update(no_key=True).get(pk=clinic_id)


def _same(
    known: AdverseEvent, episode: Episode, by: User, given: Mapping[str, Any]
) -> AdverseEvent:
    if known.episode_id != episode.pk or known.recorded_by_id != by.pk:
        raise Conflict("This identifier is already in use.", code="id_in_use")
    fields = adverse_event_fields.read(episode, {**_defaults(episode, given), **given})
    differs = recorded_otherwise(known, {name: fields[name] for name in given})
    if differs:
        raise differs
    return known


def _defaults(episode: Episode, given: Mapping[str, Any]) -> dict[str, Any]:
    """What nobody has to type: the procedure's product and lot, today, the rules."""
    today = clock.local_today(episode.clinic.zone)
    onset = given.get("onset_on")
    done = procedures.before(episode, onset if isinstance(onset, date) else today)
    term = TERMS.get(str(given.get("term")))
    return {
        "product": done.product,
        "lot": done.lot,
        "aware_on": today,
        "regime": adverse_event_draft.usual_regime(episode.clinic),
        "is_infection": term.is_infection if term else False,
        "seriousness": [],
        "grading": {},
    }


def _derive(event: AdverseEvent) -> None:
    """What follows from the other fields."""
    done = procedures.before(event.episode, event.onset_on)
    event.day = day_of(event.onset_on, done.performed_on)
    suggestion = adverse_event_duty.suggestion(event)
    event.grade_suggested = suggestion.grade if suggestion else None
    event.report_due_on = adverse_event_duty.obligation(event).due_on


def _starts_a_clock(event: AdverseEvent) -> bool:
    """Reported, and no clock of earlier news runs, which would end sooner."""
    is_settled = event.news_on is None or bool(event.not_reported_because)
    return event.reported_on is not None and is_settled


def _set(event: AdverseEvent, fields: Mapping[str, Any]) -> list[str]:
    changed = [name for name in fields if getattr(event, name) != fields[name]]
    for name in changed:
        setattr(event, name, fields[name])
    return changed


def _reason(text: str, field: str = "reason") -> str:
    check = checks.text("The reason", 500, required=True)
    return str(checks.read_fields({field: text}, {field: check})[field])


def _refuse(field: str, code: str, message: str) -> NoReturn:
    raise InvalidInput([{"field": field, "code": code, "message": message}])
