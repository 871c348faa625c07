"""The same for every date of every zone: `make zones`, some minutes."""

from datetime import time

import pytest

from tests.properties.test_every_zone import (
    FIRST,
    LAST,
    assert_one_prompt_a_day,
    zones_by_behaviour,
)


@pytest.mark.parametrize("wall", [time(0), time(0, 30), time(2, 30), time(18, 30)])
@pytest.mark.parametrize("zone", zones_by_behaviour())
def test_every_date_has_one_prompt(zone, wall):
    assert_one_prompt_a_day(zone, wall, FIRST, LAST)
