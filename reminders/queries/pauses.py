"""The days on which people said beforehand that they would not answer."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from reminders.models import ReminderSchedule


def of_subjects(
    kind: str, subject_ids: Iterable[UUID]
) -> dict[UUID, list[tuple[date, date]]]:
    """The last announced pause of each subject's schedules, past ones too."""
    found: dict[UUID, list[tuple[date, date]]] = defaultdict(list)
    paused = ReminderSchedule.objects.filter(
        kind=kind, subject_id__in=list(subject_ids), paused_from__isnull=False
    )
    columns = ("subject_id", "paused_from", "paused_until")
    for subject_id, first, last in paused.values_list(*columns):
        assert first is not None
        assert last is not None  # a constraint of the table: both or neither
        found[subject_id].append((first, last))
    return found
