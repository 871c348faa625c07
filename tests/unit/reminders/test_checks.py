import pytest

from reminders.checks import vapid_subject


@pytest.mark.parametrize(
    ("subject", "warnings"),
    [
        ("mailto:operator@cairn.example", 0),
        ("https://cairn.example/contact", 0),
        ("mailto:operator@localhost", 1),
        ("mailto:operator@relay.local", 1),
        ("mailto:security@cairn.invalid", 1),
        ("operator@cairn.example", 1),
        ("", 1),
    ],
)
def test_subject_that_nobody_can_write_to_is_named(settings, subject, warnings):
    settings.IS_LOCAL = False
    settings.VAPID_PRIVATE_KEY, settings.VAPID_SUBJECT = "key", subject

    assert len(vapid_subject()) == warnings


def test_without_push_there_is_nothing_to_say(settings):
    settings.IS_LOCAL = False
    settings.VAPID_PRIVATE_KEY, settings.VAPID_SUBJECT = "", "mailto:x@localhost"

    assert vapid_subject() == []
