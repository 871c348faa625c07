from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from reminders.actions import delivery, due, messages, plan, results, schedules
from reminders.actions.results import Result
from reminders.models import Delivery, DueReminder, Message
from reminders.queries import due as due_queries
from tests.factories.accounts import make_user
from tests.factories.reminders import abandon_due, make_device, make_schedule

NOON = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)  # 12:00 in New York
DUE = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)  # 18:30 in New York


@pytest.fixture
def schedule(person, clinic):
    schedule = make_schedule(person, clinic)
    plan.plan_due(NOON)
    return schedule


def first_row():
    row = DueReminder.objects.earliest("due_at")
    return row.state, row.reason


def claimed(now=DUE):
    return due.claim(50, now).claimed


def test_nothing_is_claimed_before_its_moment(schedule):
    assert claimed(DUE - timedelta(seconds=1)) == []
    assert first_row() == ("planned", "")


def test_due_occasion_is_its_senders(schedule, person):
    (one,) = claimed()

    row = DueReminder.objects.earliest("due_at")
    assert (row.state, row.claimed_at, row.local_date) == (
        "claimed", DUE, date(2026, 11, 21),
    )  # fmt: skip
    assert (one.pk, one.due_reminder_id, one.lease_token) == (
        row.pk, row.pk, row.lease_token,
    )  # fmt: skip
    assert (one.recipient_id, one.kind, one.subject_id) == (
        person.pk, "test", schedule.subject_id,
    )  # fmt: skip
    assert one.expires_at == (DUE + timedelta(hours=2, minutes=30)).timestamp()
    assert not Message.objects.exists()


def test_claiming_twice_gives_it_to_one(schedule):
    assert len(claimed()) == 1
    assert claimed() == []


def test_reminder_put_back_by_hand_is_not_sent_again(schedule, person, phone, at):
    at(DUE)
    make_device(person, phone)
    delivery.deliver_claimed(claimed())
    DueReminder.objects.filter(state="accepted").update(
        state="planned", claimed_at=None, is_open=True
    )

    delivery.deliver_claimed(claimed())

    assert len(phone.pushes) == 1
    assert Message.objects.count() == Delivery.objects.count() == 1


def test_sent_reminder_stands_in_the_outbox_and_the_ledger(
    schedule, person, clinic, phone, at
):
    at(DUE)
    make_device(person, phone)

    delivery.deliver_claimed(claimed())

    message = Message.objects.get()
    assert message.pk == message.due_reminder_id == Delivery.objects.get().message_id
    assert (message.recipient, message.clinic) == (person, clinic)
    assert (message.kind, message.subject_id) == ("test", schedule.subject_id)
    assert (message.state, message.attempts, message.settled_at) == ("sent", 1, DUE)
    row = message.due_reminder
    assert (row.state, row.accepted_at, row.is_open) == ("accepted", DUE, False)
    assert row.lease_token is None


def test_reminder_that_failed_waits_in_the_outbox(schedule, person, phone, at):
    at(DUE)
    phone.plan = [500]
    make_device(person, phone)

    delivery.deliver_claimed(claimed())

    message = Message.objects.get()
    assert (message.state, message.reason) == ("queued", "not_delivered")
    assert (message.attempts, message.settled_at) == (1, None)
    assert message.next_attempt_at > DUE
    assert first_row() == ("claimed", "")
    assert claimed(DUE + timedelta(minutes=5)) == []


def test_reminder_waits_for_its_hour_where_the_clock_was_set_back_after_the_claim(
    schedule, person, phone, at
):
    at(DUE - timedelta(hours=5))
    make_device(person, phone)

    delivery.deliver_claimed(claimed())

    message = Message.objects.get()
    assert phone.pushes == []
    assert (message.state, message.reason) == ("queued", "clock_set_back")
    assert (message.attempts, message.next_attempt_at) == (0, DUE)

    at(DUE)
    delivery.deliver_claimed(messages.claim(50, DUE))
    assert len(phone.pushes) == 1


def test_reminder_held_by_its_provider_has_lost_no_try(schedule):
    (one,) = claimed()
    later = DUE + timedelta(seconds=30)

    results.record([Result.held(one, later)], DUE)

    message = Message.objects.get()
    assert (message.attempts, message.reason) == (0, "provider_busy")
    assert message.next_attempt_at == later


def test_what_was_not_needed_is_said_by_the_ledger_alone(schedule):
    (one,) = claimed()

    results.record([Result.cancelled(one, "not_needed")], DUE)

    assert first_row() == ("cancelled", "not_needed")
    assert not Message.objects.exists()


def test_abandoned_occasion_becomes_a_message_once(schedule, person, clinic):
    abandon_due(DUE)
    assert due.leave_to_outbox(DUE) == 0

    message = Message.objects.get()
    assert message.pk == message.due_reminder_id
    assert (message.recipient, message.clinic, message.state, message.attempts) == (
        person, clinic, "queued", 1,
    )  # fmt: skip
    assert first_row() == ("claimed", "")


def test_living_sender_keeps_its_occasion(schedule):
    claimed()

    assert due.leave_to_outbox(DUE + timedelta(days=1)) == 0


def test_sender_that_wakes_late_changes_nothing(schedule):
    (one,) = claimed()
    abandon_due(DUE)

    results.record([Result.sent(one)], DUE)

    assert Message.objects.get().state == "queued"
    assert first_row() == ("claimed", "")


def test_sender_whose_lease_ran_out_opens_no_try(schedule, person, phone, settings):
    settings.MESSAGE_LEASE_SECONDS = 0
    make_device(person, phone)

    delivery.deliver_claimed(claimed())

    assert phone.pushes == []
    assert not Delivery.objects.exists()


def test_row_of_a_version_before_leases_gets_no_second_message(schedule):
    """An older planner's message is there, and its row still looks open."""
    abandon_due(DUE)
    DueReminder.objects.filter(state="claimed").update(is_open=True)

    due.leave_to_outbox(DUE)

    assert Message.objects.count() == 1
    assert not DueReminder.objects.filter(state="claimed", is_open=True).exists()


def test_late_occasion_expires(schedule):
    assert due.claim(50, DUE + timedelta(hours=2, minutes=30)) == (1, [])
    assert first_row() == ("expired", "late")


def test_paused_occasion_is_cancelled(schedule):
    schedules.pause(
        schedule=schedule, first=date(2026, 11, 21), last=date(2026, 11, 21), by="test"
    )

    assert claimed() == []
    assert first_row() == ("cancelled", "paused")
    assert len(claimed(DUE + timedelta(days=1))) == 1


def test_resumed_schedule_reminds_again(schedule):
    schedules.pause(
        schedule=schedule, first=date(2026, 11, 21), last=date(2026, 11, 30), by="test"
    )
    schedules.resume(schedule=schedule, by="test")

    assert len(claimed()) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_claim_is_one_statement(clinic, count, django_assert_num_queries):
    for _ in range(count):
        make_schedule(make_user(), clinic)
    plan.plan_due(NOON)

    # and the setting that makes it read the index
    with django_assert_num_queries(2):
        assert len(claimed()) == count


@pytest.mark.parametrize("count", [1, 30])
def test_record_is_one_statement(clinic, count, django_assert_num_queries):
    for _ in range(count):
        make_schedule(make_user(), clinic)
    plan.plan_due(NOON)
    done = [Result.sent(one) for one in claimed()]

    with django_assert_num_queries(1):
        results.record(done, DUE)

    assert Message.objects.filter(state="sent").count() == count


def test_claim_takes_the_oldest_and_leaves_the_rest(clinic):
    for _ in range(5):
        make_schedule(make_user(), clinic)
    plan.plan_due(NOON)

    assert [len(due.claim(2, DUE).claimed) for _ in range(4)] == [2, 2, 1, 0]


@pytest.mark.django_db(transaction=True)
def test_claims_at_the_same_time_are_disjoint(clinic):
    for _ in range(60):
        make_schedule(make_user(), clinic)
    plan.plan_due(NOON)
    start, taken = Barrier(4), []

    def work():
        start.wait()
        while rows := due.claim(7, DUE).claimed:
            taken.extend(one.pk for one in rows)
        connection.close()

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(taken) == len(set(taken)) == 60


def test_queries_tell_what_is_due_and_what_is_stuck(schedule):
    DueReminder.objects.update(created_at=NOON)
    assert [row.local_date.day for row in due_queries.due_now(DUE)] == [21]
    later = DUE + timedelta(minutes=3)
    assert due_queries.lag(later) == timedelta(minutes=3)

    abandon_due(DUE)

    assert not due_queries.due_now(DUE).exists()
    assert due_queries.lag(later) == timedelta(minutes=3)
    assert due_queries.stuck(later, timedelta(minutes=2)).count() == 1
    assert due_queries.stuck(later, timedelta(minutes=4)).count() == 0


def test_what_was_planned_late_has_not_waited_since(schedule):
    DueReminder.objects.update(created_at=DUE + timedelta(hours=1))

    later = DUE + timedelta(hours=1, minutes=1)
    assert due_queries.lag(later) == timedelta(minutes=1)


@pytest.mark.parametrize(
    ("closed", "rests", "ends_as"),
    [
        (["2026-11-21"], True, ("cancelled", "clinic_closed")),
        (["2026-11-21"], False, ("claimed", "")),
        (["2026-11-20", "2026-11-22"], True, ("claimed", "")),
        ([], True, ("claimed", "")),
    ],
)
def test_closed_day_of_a_resting_clinic_sends_nothing(
    schedule, clinic, closed, rests, ends_as
):
    clinic.closed_days, clinic.rests_on_closed_days = closed, rests
    clinic.save()

    claimed()

    assert first_row() == ends_as


def test_no_nudge_goes_out_on_a_closed_day(person, clinic):
    make_schedule(person, clinic, nudge_minutes=[240])
    plan.plan_due(NOON)
    clinic.closed_days, clinic.rests_on_closed_days = ["2026-11-22"], True
    clinic.save()
    nudge = DueReminder.objects.get(slot=1, local_date=date(2026, 11, 21))

    # About the day before, but out of the quiet hours it comes at eight that day.
    claimed(nudge.due_at)

    nudge.refresh_from_db()
    assert (nudge.state, nudge.reason) == ("cancelled", "clinic_closed")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("closed", "reasons"),
    [("2026-11-01", ["", ""]), ("2026-11-21", ["clinic_closed"] * 2)],
)
def test_zone_that_only_phones_know_stops_nobody(
    person, stranger, clinic, zone_without_postgres, closed, reasons
):
    make_schedule(person, clinic, zone=zone_without_postgres)
    make_schedule(stranger, clinic)
    plan.plan_due(NOON)
    clinic.closed_days, clinic.rests_on_closed_days = [closed], True
    clinic.save()

    assert due.claim(50, DUE).rows == 2

    taken = DueReminder.objects.exclude(claimed_at=None)
    assert list(taken.values_list("reason", flat=True)) == reasons
