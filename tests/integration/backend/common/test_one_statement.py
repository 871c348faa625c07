"""Rows that stand or fall together, guarded by a version."""

import threading
import uuid
from typing import Any

import pytest
from django.db import IntegrityError, connection

from backend.audit.models import AuditEvent
from backend.common import clock
from backend.common.one_statement import insert_guarded
from tracker.actions import check_ins
from tracker.models import CaseloadRow, CheckIn, Episode, Patient


def event(action: str) -> AuditEvent:
    return AuditEvent(action=action, actor_name="test")


def test_rows_and_guard_are_written_together(pats_episode: Episode) -> None:
    guard = CaseloadRow.objects.get()

    written = insert_guarded(
        [event("a"), event("b")], guard=guard, changes={"last_pain": 3}
    )

    guard.refresh_from_db()
    assert (written, guard.version, guard.last_pain) == (True, 1, 3)
    assert AuditEvent.objects.filter(action__in="ab").count() == 2


def test_a_moved_guard_writes_nothing(pats_episode: Episode) -> None:
    guard = CaseloadRow.objects.get()
    CaseloadRow.objects.update(version=7)

    assert not insert_guarded([event("a")], guard=guard, changes={"last_pain": 3})

    guard.refresh_from_db()
    assert (guard.version, guard.last_pain) == (7, None)
    assert not AuditEvent.objects.filter(action="a").exists()


@pytest.mark.django_db(transaction=True)
def test_one_bad_row_takes_all_with_it(pat: Patient) -> None:
    guard, twin = CaseloadRow.objects.get(), event("twin")
    twin.save()

    with pytest.raises(IntegrityError):
        insert_guarded([event("good"), twin], guard=guard, changes={"last_pain": 3})

    guard.refresh_from_db()
    assert guard.version == 0
    assert not AuditEvent.objects.filter(action="good").exists()


@pytest.mark.django_db(transaction=True)
def test_check_ins_of_one_patient_at_the_same_instant_are_all_kept(
    pat: Patient,
) -> None:
    def submit() -> None:
        try:
            raw: dict[str, Any] = {
                "local_date": clock.local_today(pat.zone).isoformat(),
                "recorded_at": clock.now().isoformat(),
                "pain": 5,
                "symptoms": [{"code": "saddle_numbness", "change": "new"}],
            }
            check_ins.submit(check_in_id=uuid.uuid4(), raw=raw, by=pat.user)
        finally:
            connection.close()

    threads = [threading.Thread(target=submit) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert CheckIn.objects.count() == 4
    row = CaseloadRow.objects.get()
    assert (row.version, row.live_alerts) == (4, 1)
