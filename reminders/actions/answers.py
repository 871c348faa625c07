"""Note in the ledger which prompts were answered, and when."""

import logging
from datetime import datetime, timedelta

from django.db import connection

from reminders import kinds

log = logging.getLogger(__name__)

# Looked back over at each run: a run that fails or comes late loses nothing.
OVERLAP = timedelta(hours=1)

NOTE = """
UPDATE reminders_duereminder d
SET answered_at = a.answered_at, state = 'answered', state_at = %s
FROM reminders_reminderschedule s,
     unnest(%s::uuid[], %s::date[], %s::timestamptz[])
        AS a (subject, local_date, answered_at)
WHERE s.kind = %s AND s.subject_id = a.subject
  AND d.schedule_id = s.id AND d.local_date = a.local_date
  AND d.state IN ('accepted', 'shown', 'opened')
"""


def note(now: datetime) -> int:
    """Ask every kind what was answered lately; returns the prompts that were."""
    noted = 0
    for code, kind in kinds.answering():
        try:
            answers = kind.answers_since(now - OVERLAP)
        except Exception:  # a broken kind must not stop its neighbours
            log.exception("kind %s cannot say what was answered", code)
            continue
        if answers:
            columns = [list(column) for column in zip(*answers, strict=True)]
            with connection.cursor() as cursor:
                cursor.execute(NOTE, [now, *columns, code])
                noted += cursor.rowcount
    return noted
