"""Ticking milestones and taking it back."""

import pytest

from backend.accounts.models import User
from backend.audit.models import AuditEvent
from backend.common import clock
from backend.common.errors import NotFound
from tracker.actions import milestones
from tracker.models import CaseloadRow, Episode, MilestoneReached


def test_reach_records_who_and_when(pats_episode: Episode, ada: User) -> None:
    reached = milestones.reach(
        episode=pats_episode, code="desk_work", by=ada, source="clinic"
    )

    assert (reached.source, reached.reached_by) == ("clinic", ada)
    assert reached.reached_on == clock.local_today(pats_episode.patient.zone)


def test_reach_twice_keeps_the_first(pats_episode: Episode, ada: User) -> None:
    first = milestones.reach(
        episode=pats_episode, code="desk_work", by=ada, source="clinic"
    )

    again = milestones.reach(
        episode=pats_episode,
        code="desk_work",
        by=pats_episode.patient.user,
        source="patient",
    )

    assert (again.pk, again.source) == (first.pk, "clinic")
    assert AuditEvent.objects.filter(action="milestone.reached").count() == 1


def test_unreach_takes_it_back(pats_episode: Episode, ada: User) -> None:
    milestones.reach(episode=pats_episode, code="desk_work", by=ada, source="clinic")

    milestones.unreach(episode=pats_episode, code="desk_work", by=ada)
    milestones.unreach(episode=pats_episode, code="desk_work", by=ada)

    assert not MilestoneReached.objects.exists()
    assert AuditEvent.objects.filter(action="milestone.taken_back").count() == 1


def test_unknown_milestone_is_not_found(pats_episode: Episode, ada: User) -> None:
    with pytest.raises(NotFound):
        milestones.reach(episode=pats_episode, code="moon", by=ada, source="clinic")
    with pytest.raises(NotFound):
        milestones.unreach(episode=pats_episode, code="moon", by=ada)


def test_reach_makes_a_check_in_under_way_look_again(
    pats_episode: Episode, ada: User
) -> None:
    milestones.reach(episode=pats_episode, code="site_calm", by=ada, source="clinic")

    assert CaseloadRow.objects.get(episode=pats_episode).version == 1
