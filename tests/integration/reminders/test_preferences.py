from datetime import date, time

import pytest

from backend.common.errors import InvalidInput
from reminders.actions import preferences

DAY = date(2026, 12, 24)
WISHES = {
    "wall_time": time(18, 30),
    "channels": ["email"],
    "quiet_from": time(21),
    "quiet_to": time(8),
    "pauses": [],
}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"channels": ["pigeon"]}, [("channels", "unknown")]),
        ({"pauses": [(DAY, DAY)] * 2}, [("pauses", "too_many")]),
        (
            {"channels": ["pigeon"], "wall_time": time(7, 59)},
            [("wall_time", "in_quiet_hours"), ("channels", "unknown")],
        ),
    ],
)
def test_every_wrong_wish_is_named(person, changes, expected):
    with pytest.raises(InvalidInput) as refused:
        preferences.change(user=person, by=person, **(WISHES | changes))

    assert [(e["field"], e["code"]) for e in refused.value.errors] == expected


def test_everything_wished_for_is_stored(person):
    stored = preferences.change(user=person, by=person, **WISHES)

    assert (stored.channels, stored.quiet_to) == (["email"], time(8))
