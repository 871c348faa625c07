"""The count on the worklist is that of the record, for everybody, at any time."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.common import clock
from tests.factories.tracker import make_episode, make_patient
from tracker import tasks
from tracker.actions import overdue_questionnaires, questionnaires, zones
from tracker.models import CaseloadRow
from tracker.queries import questionnaires as queries


def joined_long_ago(clinic, day):
    patient = make_patient(clinic)
    episode = make_episode(patient, day=day)
    type(episode).objects.update(created_at=clock.now() - timedelta(days=400))
    episode.refresh_from_db()
    return episode


def counted(episode):
    return CaseloadRow.objects.get(pk=episode.pk).overdue_questionnaires


@pytest.mark.parametrize("day", [-3, 0, 5, 9, 13, 20, 47, 48, 60, 100, 200, 390])
def test_count_is_what_the_record_lists(clinic_a, day):
    episode = joined_long_ago(clinic_a, day)

    tasks.recount_overdue_questionnaires()

    today = clock.local_today(episode.patient.zone)
    assert counted(episode) == len(queries.overdue(episode, today))


def test_some_are_overdue_at_day_48(clinic_a):
    episode = joined_long_ago(clinic_a, 48)

    overdue_questionnaires.recount()

    assert counted(episode) > 1


def test_new_day_changes_the_count_and_a_second_run_nothing(clinic_a, at):
    episode = joined_long_ago(clinic_a, 42)
    overdue_questionnaires.recount()
    before = counted(episode)

    at(clock.now() + timedelta(days=6))

    assert overdue_questionnaires.recount() == 1
    assert overdue_questionnaires.recount() == 0
    assert counted(episode) > before


def test_answer_is_counted_at_once(clinic_a):
    episode = joined_long_ago(clinic_a, 48)
    overdue_questionnaires.recount()
    before = counted(episode)

    questionnaires.answer(
        episode=episode,
        code="global_change",
        occasion=42,
        raw={"change": 3},
        by=episode.patient.user,
        complete=True,
    )

    assert counted(episode) == before - 1


def test_course_that_is_over_is_not_counted(clinic_a):
    episode = joined_long_ago(clinic_a, 48)
    CaseloadRow.objects.update(is_active=False)

    assert overdue_questionnaires.recount() == 0
    assert counted(episode) == 0


def test_day_is_that_of_the_patients_own_clock(clinic_a):
    episode = joined_long_ago(clinic_a, 48)
    zones.answer(user=episode.patient.user, zone="Pacific/Kiritimati", kind="travel")
    episode.patient.refresh_from_db()

    overdue_questionnaires.recount()

    today = clock.local_today("Pacific/Kiritimati")
    assert counted(episode) == len(queries.overdue(episode, today))


@pytest.mark.parametrize("count", [1, 3])
def test_any_number_of_courses_takes_the_same_queries(clinic_a, count):
    for _ in range(count):
        joined_long_ago(clinic_a, 48)
    overdue_questionnaires.recount()
    CaseloadRow.objects.update(overdue_questionnaires=99)

    with CaptureQueriesContext(connection) as queries_made:
        assert overdue_questionnaires.recount() == count

    # rows, responses, instruments, zones, the next batch, and one write
    assert len(queries_made) == 6
