"""A daily 18:30 reminder around every clock change of a year, in simulated time."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from backend.common import clock
from reminders.actions import delivery, due, plan
from reminders.channels import registry
from reminders.channels.base import Outgoing, SendResult
from reminders.models import DueReminder
from tests.factories.accounts import make_user
from tests.factories.reminders import make_preference, make_schedule

ZONES = [
    "America/New_York",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
]
# The zones above change on these dates; Kolkata never does.
CHANGES = [
    date(2026, 3, 8),
    date(2026, 3, 29),
    date(2026, 4, 5),
    date(2026, 10, 4),
    date(2026, 10, 25),
    date(2026, 11, 1),
]
HALF_HOUR = timedelta(minutes=30)  # every offset of these zones is a multiple
HALF_PAST_SIX = time(18, 30)


class Recorder:
    """A channel that remembers whom it served at which moment."""

    code = "email"

    def __init__(self) -> None:
        self.sent: list[tuple[UUID, datetime]] = []

    def send(self, outgoing: Outgoing) -> SendResult:
        self.sent.append((outgoing.recipient.pk, clock.now()))
        return SendResult()


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    recorder = Recorder()
    channels = {**registry.CHANNELS, "email": recorder}
    monkeypatch.setattr("reminders.actions.tries.CHANNELS", channels)
    return recorder


def sweep() -> None:
    """One round of planning and sending, the first run twice."""
    for _ in range(2):
        plan.plan_due(clock.now())
    while claimed := due.claim(32, clock.now()).claimed:
        delivery.deliver_claimed(claimed)


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_reminder_leaves_at_half_past_six_once_a_day(change, at, clinic, recorder):
    start = datetime.combine(change - timedelta(days=2), time(12), UTC)
    at(start)
    people = {zone: make_user(zone=zone) for zone in ZONES}
    for person in people.values():
        make_schedule(person, clinic, wall_time=HALF_PAST_SIX)

    for step in range(48 * 4):
        at(start + step * HALF_HOUR)
        sweep()

    around = [change + timedelta(days=n) for n in (-1, 0, 1)]
    for zone, person in people.items():
        left = local_moments(recorder, person.pk, zone)
        assert [m for m in left if m.date() in around] == [
            datetime.combine(day, HALF_PAST_SIX) for day in around
        ]


def test_year_of_the_ledger_has_one_moment_per_date(at, clinic):
    at(datetime(2026, 1, 1, tzinfo=UTC))
    people = {zone: make_user(zone=zone) for zone in ZONES}
    for person in people.values():
        make_schedule(person, clinic, wall_time=HALF_PAST_SIX)

    for day in range(365):
        at(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day))
        plan.plan_due(clock.now())

    for zone, person in people.items():
        rows = DueReminder.objects.filter(schedule__recipient=person)
        shown = {
            row.local_date: row.due_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
            for row in rows
        }
        dates = [date(2026, 1, 2) + timedelta(days=n) for n in range(364)]
        assert [shown[day] for day in dates] == [
            datetime.combine(day, HALF_PAST_SIX) for day in dates
        ]


def test_skipped_and_doubled_hours_ring_once(at, clinic, recorder):
    person = make_user(zone="Europe/Berlin")
    make_preference(person, wall_time="02:30", quiet_from="12:00", quiet_to="12:00")
    at(datetime(2026, 3, 27, 12, 0, tzinfo=UTC))
    make_schedule(person, clinic)

    for start in (date(2026, 3, 28), date(2026, 10, 24)):
        for step in range(48):
            at(datetime.combine(start, time(12), UTC) + step * HALF_HOUR)
            sweep()

    # 03:00 summer time, the first moment after the gap; 02:30 in its first pass.
    assert Counter(moment for _, moment in recorder.sent) == Counter(
        [
            datetime(2026, 3, 29, 1, 0, tzinfo=UTC),
            datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        ]
    )


def local_moments(recorder: Recorder, person: UUID, zone: str) -> list[datetime]:
    return [
        moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        for recipient, moment in recorder.sent
        if recipient == person
    ]
