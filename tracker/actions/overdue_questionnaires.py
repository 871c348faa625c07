"""Keep the worklist's count of overdue questionnaires true."""

from collections.abc import Collection
from uuid import UUID

from django.db import connection

from tracker.queries import overdue

# The row's version stays: what a check-in has read of it is still true.
WRITE = """
UPDATE tracker_caseloadrow row SET overdue_questionnaires = true_count
FROM unnest(%s::uuid[], %s::int[]) AS counted (episode_id, true_count)
WHERE row.episode_id = counted.episode_id
"""


def recount(*, episode_ids: Collection[UUID] | None = None) -> int:
    """Of these courses, or of all in care; returns how many counts were mended.

    Needed after an answer, and every few minutes, for a new day makes some overdue
    and others too old to ask for. Safe to run twice.
    """
    wrong = list(overdue.wrong_counts(episode_ids))
    if wrong:
        columns = [list(column) for column in zip(*wrong, strict=True)]
        with connection.cursor() as cursor:
            cursor.execute(WRITE, columns)
    return len(wrong)
