"""What the plan says on a day."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tracker.models import Episode, MilestoneReached, Patient
from tracker.queries import episodes, plan


@pytest.fixture
def episode(pat: Patient) -> Episode:
    return episodes.get_for_clinic(pat.clinic, pat.episodes.get().pk)


def _on(episode: Episode, day: int) -> date:
    return episode.procedure.performed_on + timedelta(days=day)


def test_plan_names_day_phase_and_what_comes(episode: Episode) -> None:
    found = plan.plan_for(episode, _on(episode, 9))

    assert (found.day, found.phase.code) == (9, "initial")
    assert found.next_phase_starts_on == _on(episode, 15)
    assert [p.code for p in found.phases if p.is_current] == ["initial"]
    assert {i.phase for i in found.instructions} == {"initial"}
    assert found.check_in_due_today


def test_milestones_know_their_state(episode: Episode) -> None:
    MilestoneReached.objects.create(
        episode=episode, code="desk_work", reached_on=_on(episode, 6), source="patient"
    )

    found = {m.code: m for m in plan.plan_for(episode, _on(episode, 9)).milestones}

    assert found["desk_work"].state == "reached"
    assert found["desk_work"].reached_on == _on(episode, 6)
    assert found["light_tasks"].state == "open"
    assert found["walk_30_minutes"].state == "later"
    assert found["walk_30_minutes"].first_date == _on(episode, 15)
    assert found["first_walk"].state == "past"


def test_next_milestone_is_the_earliest_not_reached(episode: Episode) -> None:
    reached = [
        MilestoneReached(
            episode=episode, code=code, reached_on=_on(episode, 9), source="patient"
        )
        for code in ("light_tasks", "flare_settled")
    ]
    MilestoneReached.objects.bulk_create(reached)

    found = plan.plan_for(episode, _on(episode, 9)).next_milestone

    assert found is not None
    assert found.code == "desk_work"


@pytest.mark.parametrize(
    ("day", "phase", "is_due"),
    [
        (-3, "before", True),
        (14, "initial", True),
        (15, "progressive", True),
        (16, "progressive", False),
        (17, "progressive", True),
        (43, "lead_in", True),
        (44, "lead_in", False),
        (183, "maintenance", True),
        (366, "after", False),
    ],
)
def test_check_in_is_due_by_the_cadence_of_the_phase(
    episode: Episode, day: int, phase: str, is_due: bool
) -> None:
    found = plan.plan_for(episode, _on(episode, day))

    assert (found.phase.code, found.check_in_due_today) == (phase, is_due)


def test_last_phase_has_no_next(episode: Episode) -> None:
    found = plan.plan_for(episode, _on(episode, 400))

    assert found.next_phase_starts_on is None
    assert found.next_milestone is None


def test_plan_costs_one_query(episode: Episode) -> None:
    with CaptureQueriesContext(connection) as queries:
        plan.plan_for(episode, _on(episode, 9))

    assert len(queries) == 1
