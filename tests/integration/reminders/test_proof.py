"""What became of each reminder and message: complete, in order, of one clinic."""

from datetime import UTC, date, datetime, timedelta

import pytest

from backend.common import clock
from reminders.actions import due, plan, schedules
from reminders.models import DueReminder, Message
from reminders.queries import proof
from tests.factories.accounts import make_clinic
from tests.factories.reminders import (
    abandon_due,
    make_delivery,
    make_device,
    make_message,
    make_schedule,
)

NOON = datetime(2026, 11, 21, 17, tzinfo=UTC)
DUE = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)


@pytest.fixture
def prompted(person, clinic, at):
    """Today's prompt has become a message, for its first sender has died."""
    at(NOON)
    schedule = make_schedule(person, clinic)
    plan.plan_due(NOON)
    at(DUE)
    abandon_due(DUE)
    return schedule


def told(person, **options):
    return proof.of_recipient(person, options.pop("limit", 10), **options)


def test_prompt_is_told_with_each_try(prompted, person):
    device = make_device(person, user_agent="Mozilla/5.0 (iPhone)")
    message = Message.objects.get()
    make_delivery(
        message, channel="web_push", push_subscription=device, attempted_at=DUE,
        status="permanent_failure", error="http_410",
    )  # fmt: skip
    later = DUE + timedelta(seconds=30)
    make_delivery(message, attempted_at=later, shown_at=later + timedelta(minutes=1))

    [one] = told(person)

    assert (one.kind, one.slot, one.at, one.local_date) == (
        "test", 0, DUE, date(2026, 11, 21),
    )  # fmt: skip
    assert [(w.channel, w.user_agent, w.status, w.error) for w in one.ways] == [
        ("web_push", "Mozilla/5.0 (iPhone)", "permanent_failure", "http_410"),
        ("email", "", "sent", ""),
    ]
    assert (one.by, one.sent_at) == (("email",), later)
    assert (one.shown_at, one.opened_at) == (later + timedelta(minutes=1), None)


def test_prompt_that_was_not_sent_is_told_too(person, clinic, at):
    at(NOON)
    schedule = make_schedule(person, clinic)
    schedules.pause(
        schedule=schedule, first=date(2026, 11, 21), last=date(2026, 11, 21), by="test"
    )
    plan.plan_due(NOON)
    due.claim(10, DUE)

    [one] = told(person)

    assert (one.state, one.reason, one.ways) == ("cancelled", "paused", ())


def test_what_is_only_planned_is_not_told(person, clinic, at):
    at(NOON)
    make_schedule(person, clinic)
    plan.plan_due(NOON)

    assert told(person) == []


def test_messages_stand_among_the_prompts_newest_first(prompted, person, clinic, at):
    at(DUE + timedelta(minutes=5))
    make_message(person, None, kind="test")
    at(DUE - timedelta(minutes=5))
    make_message(person, clinic, kind="scripted")

    assert [(one.kind, one.local_date is None) for one in told(person)] == [
        ("test", True),
        ("test", False),
        ("scripted", True),
    ]
    assert [one.kind for one in told(person, kinds=["scripted"])] == ["scripted"]


def test_clinic_sees_what_it_sent_and_tests_and_nothing_else(
    prompted, person, clinic, stranger
):
    other = make_clinic()
    make_message(person, other, kind="theirs")
    make_message(person, None, kind="test")
    make_message(stranger, clinic, kind="not_mine")

    assert len(told(person, clinic=clinic)) == 2
    assert [one.kind for one in told(person, clinic=other)] == ["test", "theirs"]


def test_pages_lose_and_repeat_nothing_also_at_one_moment(person, clinic, at):
    for number in range(12):
        # Two at each moment, as the check-in and the questionnaire are.
        at(NOON + timedelta(minutes=number // 2))
        make_message(person, clinic)
    everything = [one.id for one in told(person, limit=50)]

    paged, before = [], None
    while found := told(person, limit=3, before=before):
        paged += [one.id for one in found]
        before = found[-1].at

    assert paged == everything
    assert len(everything) == 12


@pytest.mark.parametrize("count", [1, 3])
def test_page_is_four_queries(person, clinic, at, count, django_assert_num_queries):
    at(NOON)
    for _ in range(count):
        make_schedule(person, clinic)
        make_delivery(make_message(person, clinic))
    plan.plan_due(NOON)
    abandon_due(DUE)
    for message in Message.objects.exclude(due_reminder=None):
        make_delivery(message, attempted_at=clock.now())

    with django_assert_num_queries(4):
        assert len(told(person)) == 2 * count
    assert DueReminder.objects.exclude(state="planned").count() == count
