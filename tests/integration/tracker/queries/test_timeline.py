"""Everything in order, page by page, whole moments together."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.accounts.models import User
from tests.factories.tracker import make_alert, make_check_in
from tracker.clinical.levels import Level
from tracker.models import AlertEvent, Episode, MilestoneReached, Patient
from tracker.queries import episodes, timeline


@pytest.fixture
def episode(pat: Patient) -> Episode:
    return episodes.get_for_clinic(pat.clinic, pat.episodes.get().pk)


def test_entries_tell_everything_newest_first(episode: Episode, ada: User) -> None:
    check_in = make_check_in(
        episode, 8, pain=6, answers={"symptoms": [{"code": "hives", "change": "new"}]}
    )
    alert = make_alert(check_in, level=Level.URGENT)
    later = check_in.received_at + timedelta(minutes=1)
    AlertEvent.objects.create(
        alert=alert, kind="noted", by=ada, note="Called.", created_at=later
    )
    MilestoneReached.objects.create(
        episode=episode, code="desk_work", reached_on=check_in.local_date,
        source="patient", created_at=later + timedelta(minutes=1),
    )  # fmt: skip

    found = [e for e in timeline.entries(episode) if e.kind != "episode"]

    assert [(e.kind, e.title.split(":")[0], e.by) for e in found] == [
        ("milestone", "Milestone reached", ""),
        ("alert", "Alert noted", "Ada Reyes"),
        ("check_in", "Check-in, day 8", ""),
        ("procedure", "Procedure, day 0", ""),
    ]
    assert found[1].detail == "Called."
    assert found[1].alert_id == alert.pk
    assert found[2].check_in_id == check_in.pk
    assert found[2].detail.startswith("pain 6, mobility 5, ")


def test_entry_of_staff_and_correction_say_so(episode: Episode, ada: User) -> None:
    first = make_check_in(episode, 7)
    make_check_in(
        episode, 7, corrects=first, entered_by=ada,
        received_at=first.received_at + timedelta(hours=1), is_late=True,
    )  # fmt: skip

    found = [e for e in timeline.entries(episode) if e.kind == "check_in"]

    assert [(e.title, e.by) for e in found] == [
        ("Check-in, day 7, corrects an earlier one, sent late", "Ada Reyes"),
        ("Check-in, day 7, corrected later", ""),
    ]


def test_pages_never_cut_through_a_moment(episode: Episode) -> None:
    moment = datetime(2026, 1, 1, 12, tzinfo=UTC)
    for day in (1, 2, 3):
        make_check_in(episode, day, received_at=moment)
    make_check_in(episode, 4, received_at=moment - timedelta(hours=1))
    newest = [e for e in timeline.entries(episode, limit=100) if e.kind == "check_in"]

    page = timeline.entries(episode, before=moment + timedelta(seconds=1), limit=1)
    rest = timeline.entries(episode, before=page[-1].at, limit=100)

    assert [e.at for e in page] == [moment] * 3
    assert [e.check_in_id for e in page + rest if e.check_in_id] == [
        e.check_in_id for e in newest
    ]


@pytest.mark.parametrize("entries", [1, 3])
def test_entries_cost_eight_queries(episode: Episode, entries: int) -> None:
    """One for each kind of thing, and one for all who may have entered a check-in."""
    for day in range(entries):
        make_alert(make_check_in(episode, day), rule_id=f"R1{day}")

    with CaptureQueriesContext(connection) as queries:
        timeline.entries(episode)

    assert len(queries) == 8
