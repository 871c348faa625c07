"""How many questionnaires of each course staff may want to ask for.

The same answer as `questionnaires.overdue`, for many courses at once.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q

from backend.common import clock
from tracker.clinical.day_count import day_of
from tracker.clinical.prompting import is_overdue
from tracker.clinical.proms.schedule import Occasion, occasions
from tracker.models import CaseloadRow, QuestionnaireResponse
from tracker.queries import instruments, triage_facts, zones

BATCH = 2000
READ = (
    "clinic",
    "overdue_questionnaires",
    "episode__protocol",
    "episode__created_at",
    "episode__patient__zone",
    "episode__procedure__performed_on",
)
# One occasion of one course, and whether it was answered; others were not begun.
Begun = dict[tuple[UUID, str, int], bool]


def wrong_counts(
    episode_ids: Collection[UUID] | None = None,
) -> Iterator[tuple[UUID, int]]:
    """Each course in care whose stored count is not true any more, with the true one.

    Three queries for each batch, whatever is in it.
    """
    rows = CaseloadRow.objects.filter(is_active=True)
    if episode_ids is not None:
        rows = rows.filter(pk__in=episode_ids)
    rows = rows.select_related("episode__patient", "episode__procedure").only(*READ)
    rows = rows.order_by("pk")
    batch = list(rows[:BATCH])
    while batch:
        yield from _wrong_in(batch)
        batch = list(rows.filter(pk__gt=batch[-1].pk)[:BATCH])


def _wrong_in(batch: Sequence[CaseloadRow]) -> Iterator[tuple[UUID, int]]:
    begun = _begun(batch)
    brought = instruments.confirmed_codes({row.clinic_id for row in batch})
    clocks = zones.clocks_of([row.episode.patient for row in batch])
    for row in batch:
        performed_on = row.episode.procedure.performed_on
        there = clocks[row.episode.patient_id]
        day = day_of(clock.local_today(there.zone), performed_on)
        enrolled = day_of(there.local_date(row.episode.created_at), performed_on)
        known = brought[row.clinic_id]
        count = sum(
            not begun.get((row.pk, code, occasion.day), code not in known)
            for code, occasion in _overdue(row.episode.protocol_id, day, enrolled)
        )
        if count != row.overdue_questionnaires:
            yield row.pk, count


def _begun(batch: Sequence[CaseloadRow]) -> Begun:
    responses = QuestionnaireResponse.objects.filter(
        episode__in=[row.pk for row in batch]
    )
    # Asked of the database: reading a moment costs more than all the rest of a row.
    is_completed = ExpressionWrapper(~Q(completed_at=None), BooleanField())
    columns = ("episode", "instrument", "occasion", is_completed)
    return {
        (episode, code, occasion): completed
        for episode, code, occasion, completed in responses.values_list(*columns)
    }


@lru_cache(maxsize=4096)
def _overdue(protocol_id: UUID, day: int, enrolled: int) -> list[tuple[str, Occasion]]:
    """What the plan asked for last of each, where its reminders are used up."""
    newest = {
        assigned.code: occasion
        for assigned in triage_facts.protocol(protocol_id).instruments
        for occasion in occasions(assigned.schedule)
        if occasion.first_day <= day and occasion.last_day >= enrolled
    }
    return [(code, one) for code, one in newest.items() if is_overdue(one, day)]
