"""Evaluations as they were stored, to be judged again."""

from collections.abc import Iterator
from datetime import date

from backend.accounts.models import Clinic
from tracker.clinical.cases.comparison import Judged
from tracker.clinical.triage.findings import Finding
from tracker.models import TriageEvaluation

CHUNK = 500


def stored(*, since: date, clinic: Clinic | None = None) -> Iterator[Judged]:
    """Evaluations of entries about `since` or later, oldest first, a chunk at a time.

    Replaced entries are there too: they were judged, and may have raised an alert.
    """
    rows = TriageEvaluation.objects.filter(check_in__local_date__gte=since)
    if clinic is not None:
        rows = rows.filter(check_in__clinic=clinic)
    columns = rows.order_by("check_in__local_date", "pk").values_list(
        "pk", "check_in__local_date", "check_in__day", "facts", "findings"
    )
    for pk, local_date, day, facts, findings in columns.iterator(chunk_size=CHUNK):
        yield Judged(
            check_in_id=str(pk),
            local_date=local_date,
            day=day,
            facts=facts,
            findings=tuple(Finding.from_json(finding) for finding in findings),
        )
