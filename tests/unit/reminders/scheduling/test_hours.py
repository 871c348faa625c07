from datetime import date, time

import pytest

from reminders.scheduling.hours import WEEKDAYS, Hours, to_stored

MONDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 21)


def test_a_day_has_its_own_hour_or_the_usual_one():
    hours = Hours.from_stored(time(18, 30), {"sat": "11:15"})

    assert (hours.on(MONDAY), hours.on(SATURDAY)) == (time(18, 30), time(11, 15))


def test_hours_are_stored_in_the_order_of_the_week():
    stored = to_stored({"sun": time(9), "mon": time(10, 5)})

    assert list(stored.items()) == [("mon", "10:05"), ("sun", "09:00")]
    assert Hours.from_stored(time(8), stored).others == ((0, time(10, 5)), (6, time(9)))


@pytest.mark.parametrize("wrong", [{"someday": "10:00"}, {"sat": "25:00"}])
def test_unknown_days_and_hours_are_refused(wrong):
    with pytest.raises(ValueError, match=r"not in tuple|hour"):
        Hours.from_stored(time(8), wrong)


def test_the_week_starts_on_monday():
    assert [WEEKDAYS[day.weekday()] for day in (MONDAY, SATURDAY)] == ["mon", "sat"]
