from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection, transaction

from backend.common import clock
from reminders import kinds
from reminders.actions import messages
from reminders.models import Message
from tests.factories.reminders import make_message, make_preference

NOON = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)  # in New York
NIGHT = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)  # 23:00 in New York
MORNING = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)  # 08:00 in New York


def queue(person, clinic, kind, key="k1", **fields):
    return messages.queue(
        recipient=person,
        clinic=clinic,
        kind=kind,
        subject_id=uuid4(),
        dedupe_key=key,
        **fields,
    )


def test_queue_writes_one_row_for_one_key(person, clinic, reminder_kind):
    first = queue(person, clinic, reminder_kind.code)
    second = queue(person, clinic, reminder_kind.code)

    assert first == second
    assert Message.objects.count() == 1


def test_queue_belongs_to_the_callers_transaction(person, clinic, urgent_kind):
    with transaction.atomic():
        queue(person, clinic, urgent_kind.code)
        transaction.set_rollback(True)

    assert not Message.objects.exists()


def test_queue_takes_urgency_from_the_kind(person, clinic, urgent_kind, reminder_kind):
    urgent = queue(person, clinic, urgent_kind.code, "k1")
    calm = queue(person, clinic, reminder_kind.code, "k2")

    assert [urgent.is_urgent, calm.is_urgent] == [True, False]


def test_queue_refuses_an_unknown_kind(person, clinic):
    with pytest.raises(kinds.UnknownKindError):
        queue(person, clinic, "unheard_of")


def test_calm_message_waits_for_the_morning(at, person, clinic, reminder_kind):
    at(NIGHT)

    assert queue(person, clinic, reminder_kind.code).next_attempt_at == MORNING


def test_urgent_message_does_not_wait(at, person, clinic, urgent_kind):
    at(NIGHT)

    assert queue(person, clinic, urgent_kind.code).next_attempt_at == NIGHT


def test_quiet_hours_are_the_persons_own(at, person, clinic, reminder_kind):
    at(NIGHT)
    make_preference(person, quiet_from="00:00", quiet_to="06:00")

    assert queue(person, clinic, reminder_kind.code).next_attempt_at == NIGHT


@pytest.mark.django_db(transaction=True)
def test_commit_rings_the_bell_once(person, clinic, urgent_kind, bells):
    with transaction.atomic():
        queue(person, clinic, urgent_kind.code)
        assert bells == []
    wait_for(lambda: bells)

    assert bells == ["reminders.deliver_messages"]


def test_claim_takes_urgent_first_and_leaves_the_rest(at, person, clinic):
    at(NOON)
    calm = make_message(person, clinic, next_attempt_at=NOON - timedelta(hours=1))
    urgent = make_message(person, clinic, is_urgent=True)
    later = make_message(person, clinic, next_attempt_at=NOON + timedelta(seconds=1))

    def claimed(limit, now=NOON):
        return [message.pk for message in messages.claim(limit, now)]

    assert claimed(1) == [urgent.pk]
    assert claimed(5) == [calm.pk]
    assert claimed(5) == []
    assert claimed(5, NOON + timedelta(seconds=1)) == [later.pk]


def test_first_call_does_not_wait_for_a_worker_whose_clock_is_behind(person, clinic):
    calm = make_message(person, clinic, next_attempt_at=NOON)
    urgent = make_message(person, clinic, is_urgent=True, next_attempt_at=NOON)
    again = make_message(
        person, clinic, is_urgent=True, next_attempt_at=NOON, attempts=1
    )
    behind = NOON - timedelta(hours=3)

    assert [message.pk for message in messages.claim(5, behind)] == [urgent.pk]
    assert {message.pk for message in messages.claim(5, NOON)} == {calm.pk, again.pk}


def test_claim_counts_the_attempt_and_gives_a_fresh_token(person, clinic):
    message = make_message(person, clinic)

    (claimed,) = messages.claim(5, clock.now())

    message.refresh_from_db()
    assert (message.state, message.attempts) == ("sending", 1)
    assert message.lease_token == claimed.lease_token


def test_lease_that_ran_out_can_be_claimed_again(settings, person, clinic):
    settings.MESSAGE_LEASE_SECONDS = 0
    make_message(person, clinic)

    (first,) = messages.claim(5, clock.now())
    (second,) = messages.claim(5, clock.now())

    assert first.lease_token != second.lease_token
    assert second.attempts == 2


def test_worker_with_a_wrong_clock_cannot_steal_a_lease(person, clinic):
    make_message(person, clinic)
    messages.claim(5, clock.now())

    assert messages.claim(5, clock.now() + timedelta(hours=3)) == []


@pytest.mark.parametrize("count", [1, 30])
def test_claim_is_one_statement(person, clinic, count, django_assert_num_queries):
    for _ in range(count):
        make_message(person, clinic)

    # and the setting that makes it read the index
    with django_assert_num_queries(2):
        claimed = messages.claim(50, clock.now())

    assert len(claimed) == count


@pytest.mark.django_db(transaction=True)
def test_claims_at_the_same_time_are_disjoint(person, clinic):
    for _ in range(200):
        make_message(person, clinic)
    start, taken = Barrier(4), []

    def work():
        start.wait()
        while claimed := messages.claim(7, clock.now()):
            taken.extend(message.pk for message in claimed)
        connection.close()

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(taken) == len(set(taken)) == 200


def wait_for(condition):
    import time

    ends = time.monotonic() + 60
    while not condition() and time.monotonic() < ends:
        time.sleep(0.01)
