from datetime import UTC, date, datetime, time, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from backend.common import health
from reminders.actions import plan, schedules
from reminders.models import DueReminder, ReminderSchedule
from reminders.queries.schedules import set_aside
from reminders.scheduling.cadence import Segment
from tests.factories.accounts import make_user
from tests.factories.reminders import make_preference, make_schedule

NOON = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)  # 12:00 in New York


@pytest.fixture(autouse=True)
def at_noon(at):
    at(NOON)


def ledger():
    rows = DueReminder.objects.order_by("due_at", "pk")
    return [(row.local_date.day, row.due_at.isoformat()[5:16]) for row in rows]


def test_plan_writes_the_next_occasions(person, clinic):
    make_schedule(person, clinic)

    assert plan.plan_due(NOON) == 3
    assert ledger() == [(21, "11-21T23:30"), (22, "11-22T23:30"), (23, "11-23T23:30")]


def test_planning_twice_changes_nothing(person, clinic):
    schedule = make_schedule(person, clinic)
    plan.plan_due(NOON)
    before = ledger()

    assert plan.plan_due(NOON) == 0
    # Also when the note of how far it got is lost.
    ReminderSchedule.objects.filter(pk=schedule.pk).update(planned_through=None)
    assert plan.plan_due(NOON) == 0
    assert ledger() == before


def test_new_and_changed_schedules_need_no_whole_round(person, stranger, clinic):
    schedule = make_schedule(person, clinic)
    assert plan.plan_new(NOON) == 3
    assert plan.plan_new(NOON + timedelta(days=1)) == 0

    make_schedule(stranger, clinic)
    schedules.plan_anew(ReminderSchedule.objects.filter(pk=schedule.pk))

    assert plan.plan_new(NOON + timedelta(days=1)) == 3 + 3
    schedules.end(schedule=schedule, by="test")
    assert not ReminderSchedule.objects.filter(awaits_planning=True).exists()


def test_plan_goes_on_where_it_stopped(person, clinic):
    make_schedule(person, clinic)
    plan.plan_due(NOON)

    assert plan.plan_due(NOON + timedelta(days=1)) == 1
    assert [day for day, _ in ledger()] == [21, 22, 23, 24]


def test_outage_leaves_its_days_in_the_ledger(person, clinic):
    make_schedule(person, clinic)
    plan.plan_due(NOON)

    plan.plan_due(NOON + timedelta(days=5))

    assert [day for day, _ in ledger()] == [21, 22, 23, 24, 25, 26, 27, 28]


def test_hour_that_has_passed_is_not_planned_for_a_new_schedule(person, clinic):
    make_schedule(person, clinic, wall_time=time(11, 59))

    plan.plan_due(NOON)

    assert [day for day, _ in ledger()] == [22, 23]


def test_quiet_hours_move_the_moment_and_bound_the_window(person, clinic):
    make_schedule(person, clinic, wall_time=time(20, 0))
    plan.plan_due(NOON)
    row = DueReminder.objects.earliest("due_at")

    # 20:00, and too late from 21:00 on although three hours have not passed.
    assert row.expires_at - row.due_at == timedelta(hours=1)


def test_own_quiet_hours_win(person, clinic):
    make_preference(person, wall_time="07:00", quiet_from="22:00", quiet_to="07:30")
    make_schedule(person, clinic)

    plan.plan_due(NOON)

    assert ledger() == [(22, "11-22T12:30"), (23, "11-23T12:30")]


def test_cadence_none_plans_nothing(person, clinic):
    make_schedule(person, clinic, segments=[Segment(date(2026, 1, 1), None, "none")])

    assert plan.plan_due(NOON) == 0


def test_ended_schedule_is_not_planned(person, clinic):
    schedule = make_schedule(person, clinic)
    plan.plan_due(NOON)
    schedules.end(schedule=schedule, by="test")

    assert ledger() == []
    assert plan.plan_due(NOON + timedelta(days=3)) == 0


def test_unreadable_schedule_hurts_no_other(person, stranger, clinic):
    broken = make_schedule(person, clinic)
    ReminderSchedule.objects.filter(pk=broken.pk).update(zone="Nowhere/Atlantis")
    make_schedule(stranger, clinic)

    assert plan.plan_new(NOON) == 3
    # Set aside, it is not looked at again each minute.
    assert plan.plan_new(NOON + timedelta(days=1)) == 0
    assert list(set_aside()) == [broken]
    assert "schedules_planned" in health.failing()


def test_schedule_that_can_be_read_again_is_planned(person, clinic):
    schedule = make_schedule(person, clinic)
    ReminderSchedule.objects.filter(pk=schedule.pk).update(zone="Nowhere/Atlantis")
    plan.plan_due(NOON)
    assert set_aside().exists()

    make_schedule(person, clinic, subject_id=schedule.subject_id)

    assert plan.plan_new(NOON) == 3
    assert not set_aside().exists()
    assert "schedules_planned" not in health.failing()


def test_pause_that_is_over_is_lifted_and_remembered(person, clinic):
    schedule = make_schedule(person, clinic)
    schedules.pause(
        schedule=schedule, first=date(2026, 11, 10), last=date(2026, 11, 19), by="test"
    )

    plan.plan_due(NOON)

    schedule.refresh_from_db()
    assert (schedule.state, schedule.paused_from) == ("active", date(2026, 11, 10))


@pytest.mark.parametrize("count", [1, 3])
def test_plan_takes_a_fixed_number_of_queries(clinic, count, django_assert_num_queries):
    for _ in range(count):
        make_schedule(make_user(), clinic)

    # lift pauses, next stretch, by the index, take, what rang already, write
    with django_assert_num_queries(6):
        assert plan.plan_due(NOON) == 3 * count


def test_plan_works_in_chunks(monkeypatch, clinic):
    monkeypatch.setattr(plan, "CHUNK", 2)
    for _ in range(5):
        make_schedule(make_user(), clinic)

    assert plan.plan_due(NOON) == 15


@pytest.mark.django_db(transaction=True)
def test_two_planners_at_once_write_each_row_once(monkeypatch, clinic):
    monkeypatch.setattr(plan, "CHUNK", 3)
    for _ in range(12):
        make_schedule(make_user(), clinic)
    start, written = Barrier(3), []

    def work():
        start.wait()
        written.append(plan.plan_due(NOON))
        connection.close()

    threads = [Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert DueReminder.objects.count() == sum(written) == 36
