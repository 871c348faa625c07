from datetime import timedelta

import pytest

from backend.common import clock
from reminders.queries import deliveries, reachability
from tests.factories.accounts import make_clinic, make_user
from tests.factories.reminders import (
    make_delivery,
    make_device,
    make_message,
    make_preference,
    make_schedule,
)


def unreachable(clinic):
    return [(row.user, row.reasons) for row in reachability.without_channel(clinic)]


def tried(person, clinic, channel, status, hours_ago=1):
    return make_delivery(
        make_message(person, clinic),
        channel=channel,
        status=status,
        attempted_at=clock.now() - timedelta(hours=hours_ago),
    )


@pytest.fixture
def reminded(person, clinic):
    make_schedule(person, clinic)
    return person


def test_untried_channel_counts_as_working(reminded, clinic):
    assert unreachable(clinic) == []


def test_failing_mailbox_without_a_device_is_unreachable(reminded, clinic):
    tried(reminded, clinic, "email", "permanent_failure")

    assert unreachable(clinic) == [(reminded, ("no_device", "email_fails"))]


def test_failing_mailbox_with_a_working_device_is_fine(reminded, clinic):
    make_device(reminded)
    tried(reminded, clinic, "email", "permanent_failure")
    tried(reminded, clinic, "web_push", "sent")

    assert unreachable(clinic) == []


def test_everything_fails(reminded, clinic):
    make_device(reminded)
    tried(reminded, clinic, "email", "temporary_failure")
    tried(reminded, clinic, "web_push", "temporary_failure")

    assert unreachable(clinic) == [(reminded, ("push_fails", "email_fails"))]


def test_newest_try_counts(reminded, clinic):
    tried(reminded, clinic, "email", "permanent_failure", hours_ago=2)
    tried(reminded, clinic, "email", "sent", hours_ago=1)

    assert unreachable(clinic) == []


def test_other_clinics_do_not_see_it(reminded, clinic):
    tried(reminded, clinic, "email", "permanent_failure")

    assert unreachable(make_clinic()) == []


def test_answer_is_limited_to_those_asked_for(reminded, stranger, clinic):
    tried(reminded, clinic, "email", "permanent_failure")

    assert reachability.reasons_among(clinic, [reminded.pk]) == {
        reminded.pk: ("no_device", "email_fails")
    }
    assert reachability.reasons_among(clinic, [stranger.pk]) == {}


def test_stopped_mail_without_a_device_is_unreachable(reminded, clinic):
    make_preference(reminded, stopped_channels=["email"])

    assert unreachable(clinic) == [(reminded, ("no_device", "email_stopped"))]
    make_device(reminded)
    assert unreachable(clinic) == []


def test_device_whose_owner_did_not_choose_it_reaches_nobody(reminded, clinic):
    make_device(reminded)
    make_preference(reminded, channels=["email"], stopped_channels=["email"])

    assert unreachable(clinic) == [(reminded, ("push_off", "email_stopped"))]


def test_text_message_keeps_somebody_reachable(reminded, clinic, settings):
    settings.SMS_URL = "json://localhost/{phone}"
    make_preference(
        reminded, channels=["sms"], stopped_channels=["email"], phone="+15550101234"
    )

    assert unreachable(clinic) == []
    tried(reminded, clinic, "sms", "permanent_failure")
    assert unreachable(clinic) == [(reminded, ("no_device", "email_stopped"))]


@pytest.mark.parametrize("count", [1, 3])
def test_list_is_one_query(clinic, count, django_assert_num_queries):
    for _ in range(count):
        person = make_user()
        make_schedule(person, clinic)
        tried(person, clinic, "email", "permanent_failure")

    with django_assert_num_queries(1):
        assert len(reachability.without_channel(clinic)) == count


def test_log_is_newest_first_and_only_ones_own(person, stranger, clinic):
    old = tried(person, clinic, "email", "sent", hours_ago=2)
    new = tried(person, clinic, "email", "sent", hours_ago=1)
    tried(stranger, clinic, "email", "sent")

    assert list(deliveries.of_recipient(person)) == [new, old]
    assert list(deliveries.of_message(old.message)) == [old]
