import pytest

from reminders.scheduling.channel_choice import channels_to_try

PUSH, EMAIL = "web_push", "email"


@pytest.mark.parametrize(
    ("chosen", "has_device", "attempt", "expected"),
    [
        ([PUSH], True, 1, (PUSH,)),
        ([PUSH], True, 2, (PUSH, EMAIL)),
        ([PUSH], False, 1, (EMAIL,)),
        ([PUSH, EMAIL], True, 1, (PUSH, EMAIL)),
        ([EMAIL], True, 1, (EMAIL,)),
        ([], True, 1, (EMAIL,)),
    ],
)
def test_reminder_goes_where_the_person_chose(chosen, has_device, attempt, expected):
    assert (
        channels_to_try(
            is_urgent=False, chosen=chosen, has_device=has_device, attempt=attempt
        )
        == expected
    )


@pytest.mark.parametrize(
    ("has_device", "expected"), [(True, (PUSH, EMAIL)), (False, (EMAIL,))]
)
def test_urgent_goes_everywhere(has_device, expected):
    assert (
        channels_to_try(is_urgent=True, chosen=[], has_device=has_device, attempt=1)
        == expected
    )
