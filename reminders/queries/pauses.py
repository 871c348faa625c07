"""The days on which nobody was to expect an answer."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import F

from reminders.models import DueReminder, ReminderSchedule


def of_subjects(
    kind: str, subject_ids: Collection[UUID]
) -> dict[UUID, list[tuple[date, date]]]:
    """The last announced pause of each subject, past ones too, and unasked days.

    A day is unasked where the clinic was closed and sent no reminders.
    """
    found: dict[UUID, list[tuple[date, date]]] = defaultdict(list)
    paused = ReminderSchedule.objects.filter(
        kind=kind, subject_id__in=subject_ids, paused_from__isnull=False
    ).values_list("subject_id", "paused_from", "paused_until")
    unasked = (
        DueReminder.objects.filter(
            schedule__kind=kind,
            schedule__subject_id__in=subject_ids,
            slot=0,
            reason="clinic_closed",
        )
        .annotate(last=F("local_date"))
        .values_list("schedule__subject_id", "local_date", "last")
    )
    for subject_id, first, last in paused.union(unasked):
        assert first is not None
        assert last is not None  # a constraint of the table: both or neither
        found[subject_id].append((first, last))
    return found
