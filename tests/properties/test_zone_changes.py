"""A person who travels and moves: one prompt for each date they had, at its hour."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from reminders.scheduling.cadence import Segment
from reminders.scheduling.hours import Hours
from reminders.scheduling.prompts import APART, ZONE_CHANGED, Course, prompts
from reminders.scheduling.zones import Zones
from tests.properties.examples import EXAMPLES

# West and east of the date line, half hours, and every way the clocks change.
PLACES = [
    "America/New_York",
    "America/Los_Angeles",
    "America/St_Johns",
    "Europe/Berlin",
    "Europe/Lisbon",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Honolulu",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
]
# Around the days on which the clocks change in these places.
STARTS = [
    date(2026, 3, 5),
    date(2026, 3, 26),
    date(2026, 4, 2),
    date(2026, 9, 24),
    date(2026, 10, 1),
    date(2026, 10, 22),
    date(2026, 10, 29),
]
DAYS = 9
DAY, QUARTER = timedelta(days=1), timedelta(minutes=15)
walls = st.times().map(lambda wall: wall.replace(second=0, microsecond=0))


@st.composite
def journeys(draw):
    """Up to three changes of the zone in the days after one of the starts."""
    start = draw(st.sampled_from(STARTS))
    places = draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=4))
    midnight = datetime.combine(start, time(0), UTC)
    quarters = draw(
        st.lists(
            st.integers(24 * 4, (DAYS - 2) * 24 * 4),
            min_size=len(places) - 1,
            max_size=len(places) - 1,
            unique=True,
        )
    )
    changes = [midnight + one * QUARTER for one in sorted(quarters)]
    earlier = tuple(zip(changes, places[:-1], strict=True))
    return start, Zones(places[-1], earlier)


def course(zones, start, wall, quiet=(time(0), time(0))):
    last = start + timedelta(days=DAYS)
    return Course(
        segments=(Segment(start, last, "daily"),),
        hours=Hours(wall),
        zone=zones.zone,
        quiet_from=quiet[0],
        quiet_to=quiet[1],
        earlier_zones=zones.earlier,
    )


def had(zones, start):
    """The dates this person's clock has shown, looked at every quarter of an hour."""
    moment = datetime.combine(start - timedelta(days=1), time(0), UTC)
    end = datetime.combine(start + timedelta(days=DAYS + 2), time(0), UTC)
    shown = set()
    while moment < end:
        shown |= {zones.local_date(moment)}
        moment += QUARTER
    return {
        start + timedelta(days=n)
        for n in range(DAYS + 1)
        if start + timedelta(days=n) in shown
    }


# Who is beyond the date line for a quarter of an hour, and back on the day between.
LINE = datetime(2026, 3, 7, 10, 15, tzinfo=UTC)
AND_BACK = (
    date(2026, 3, 5),
    Zones(
        "America/New_York",
        ((LINE, "Pacific/Pago_Pago"), (LINE + QUARTER, "Pacific/Chatham")),
    ),
)


@EXAMPLES
@example(AND_BACK, time(0))
@example(AND_BACK, time(18, 30))
@given(journeys(), walls)
def test_each_date_that_was_lived_has_one_prompt_in_order(journey, wall):
    start, zones = journey
    found = list(prompts(course(zones, start, wall), start, start + DAYS * DAY))

    dates = [prompt.local_date for prompt in found]
    moments = [prompt.due_at for prompt in found]
    assert dates == sorted(set(dates))
    assert moments == sorted(set(moments))
    left_out = had(zones, start) - set(dates)
    # Only the hour that a change has skipped shortly before the next prompt.
    for day in left_out:
        came = zones.moment(day, wall)
        following = next(p.due_at for p in found if p.local_date > day)
        assert came.is_after_change
        assert following - came.moment < APART
    assert set(dates) <= had(zones, start)


# Who arrives in Auckland as its clocks go back from three to two.
BACK = datetime(2026, 4, 4, 14, tzinfo=UTC)
ARRIVED = (date(2026, 4, 2), Zones("Pacific/Auckland", ((BACK, "America/New_York"),)))


@EXAMPLES
@example(ARRIVED, time(2))
@given(journeys(), walls)
def test_each_prompt_rings_at_its_hour_of_the_zone_that_held(journey, wall):
    start, zones = journey

    for prompt in prompts(course(zones, start, wall), start, start + DAYS * DAY):
        zone = ZoneInfo(zones.at(prompt.due_at))
        shown = prompt.due_at.astimezone(zone).replace(tzinfo=None)
        asked = datetime.combine(prompt.local_date, wall)
        if ZONE_CHANGED in prompt.notes:
            assert prompt.due_at in [until for until, _ in zones.earlier]
            # Equal where the change falls on the second of two equal hours.
            assert shown > asked or (shown == asked and shown.fold)
        elif "hour_skipped" in prompt.notes:
            assert shown > asked
        else:
            assert shown == asked


@EXAMPLES
@given(journeys(), walls, st.sampled_from(PLACES))
def test_what_was_due_before_a_change_stays_as_it_was(journey, wall, new):
    start, zones = journey
    change = datetime.combine(start + timedelta(days=DAYS - 1), time(3), UTC)
    moved = Zones(new, (*zones.earlier, (change, zones.zone)))
    last = start + DAYS * DAY

    before = list(prompts(course(zones, start, wall), start, last))
    after = list(prompts(course(moved, start, wall), start, last))

    assert [p for p in before if p.due_at < change] == [
        p for p in after if p.due_at < change
    ]


@EXAMPLES
@given(journeys(), walls)
def test_no_prompt_rings_in_the_quiet_hours_of_where_the_person_is(journey, wall):
    start, zones = journey
    night = (time(21), time(8))
    the_course = course(zones, start, wall, quiet=night)

    for prompt in prompts(the_course, start, start + DAYS * DAY):
        zone = ZoneInfo(zones.at(prompt.due_at))
        assert time(8) <= prompt.due_at.astimezone(zone).time() < time(21)


@EXAMPLES
@given(journeys())
def test_a_day_shows_each_zone_in_its_time(journey):
    _, zones = journey
    changes = [until for until, _ in zones.earlier]

    for before, after in pairwise([*zones.earlier, (None, zones.zone)]):
        until, zone = before
        assert zones.at(until - timedelta.resolution) == zone
        assert zones.at(until) == after[1]
        assert zones.left_after(until - timedelta.resolution) == until
    assert zones.left_after(max(changes, default=datetime.now(UTC))) is None
