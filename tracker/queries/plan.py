"""What a patient's plan says today: day, phase, milestones, what is due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from reminders.scheduling.cadence import is_due
from tracker.clinical.day_count import day_of
from tracker.clinical.protocol import Instruction, Milestone, Phase, Protocol
from tracker.clinical.wording.spoken import phase_in, plan_in
from tracker.models import Episode, MilestoneReached
from tracker.queries import protocols, speech

MilestoneState = Literal["reached", "open", "later", "past"]


@dataclass(frozen=True, slots=True)
class MilestoneView:
    """A milestone with the dates of its window. `past` is no alarm and no fault."""

    code: str
    title: str
    why: str
    state: MilestoneState
    first_date: date
    last_date: date
    reached_on: date | None
    # Who says so (patient, clinic, data); until it is reached, who may.
    source: str


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A phase with its dates, for the line from the first day to the last."""

    code: str
    title: str
    what_to_expect: str
    first_date: date
    last_date: date
    is_current: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the plan says on one day."""

    day: int
    phase: Phase
    next_phase_starts_on: date | None
    milestones: tuple[MilestoneView, ...]
    next_milestone: MilestoneView | None
    instructions: tuple[Instruction, ...]
    phases: tuple[PhaseView, ...]
    check_in_due_today: bool


def plan_for(episode: Episode, today: date) -> Plan:
    """The plan on the patient's local date, in one query besides the episode's.

    Our own sentences are in the language of the reader.
    """
    language = speech.current()
    plan = plan_in(protocols.plan_of(episode), language)
    day_0 = episode.procedure.performed_on
    day = day_of(today, day_0)
    phase = phase_in(plan.phase_on(day), language)
    reached = {r.code: r for r in MilestoneReached.objects.filter(episode=episode)}
    milestones = {m.code: _milestone(m, reached, day, day_0) for m in plan.milestones}
    ahead = plan.next_milestones(day, reached)
    return Plan(
        day=day,
        phase=phase,
        next_phase_starts_on=_next_start(plan, day, day_0),
        milestones=tuple(milestones.values()),
        next_milestone=milestones[ahead[0].code] if ahead else None,
        instructions=plan.instructions_on(day),
        phases=tuple(
            _phase(p, day_0, is_current=p.code == phase.code) for p in plan.phases
        ),
        check_in_due_today=is_due(phase.cadence, _on(day_0, phase.first_day), today),
    )


def _on(day_0: date, day: int) -> date:
    return day_0 + timedelta(days=day)


def _milestone(
    milestone: Milestone,
    reached: Mapping[str, MilestoneReached],
    day: int,
    day_0: date,
) -> MilestoneView:
    record = reached.get(milestone.code)
    return MilestoneView(
        code=milestone.code,
        title=milestone.title,
        why=milestone.why,
        state="reached" if record else _window(milestone, day),
        first_date=_on(day_0, milestone.first_day),
        last_date=_on(day_0, milestone.last_day),
        reached_on=record.reached_on if record else None,
        source=record.source if record else milestone.source,
    )


def _window(milestone: Milestone, day: int) -> MilestoneState:
    if day < milestone.first_day:
        return "later"
    return "open" if day <= milestone.last_day else "past"


def _next_start(plan: Protocol, day: int, day_0: date) -> date | None:
    later = [phase.first_day for phase in plan.phases if phase.first_day > day]
    return _on(day_0, min(later)) if later else None


def _phase(phase: Phase, day_0: date, *, is_current: bool) -> PhaseView:
    return PhaseView(
        code=phase.code,
        title=phase.title,
        what_to_expect=phase.what_to_expect,
        first_date=_on(day_0, phase.first_day),
        last_date=_on(day_0, phase.last_day),
        is_current=is_current,
    )
