"""When a questionnaire is asked for, and when staff take over."""

import pytest

from tracker.clinical.prompting import is_overdue, prompt_days
from tracker.clinical.proms.schedule import Occasion


@pytest.mark.parametrize(
    ("occasion", "days"),
    [
        (Occasion(42, 35, 49), (42, 44, 47)),
        (Occasion(14, 11, 17), (14, 16)),
        (Occasion(21, 21, 27), (21, 23, 26)),
        # Before the procedure: from the first day, never on the day itself.
        (Occasion(0, -7, 0), (-7, -5, -2)),
        (Occasion(30, 30, 30), (30,)),
    ],
)
def test_prompts_come_on_the_due_day_and_two_and_five_later(occasion, days):
    assert prompt_days(occasion) == days


@pytest.mark.parametrize(
    ("day", "expected"), [(42, False), (47, False), (48, True), (63, True), (64, False)]
)
def test_staff_see_it_once_the_reminders_are_used_up(day, expected):
    assert is_overdue(Occasion(42, 35, 49), day) is expected


def test_short_window_is_overdue_once_it_has_closed():
    window = Occasion(14, 11, 17)

    assert [day for day in range(10, 40) if is_overdue(window, day)] == list(
        range(18, 32)
    )
