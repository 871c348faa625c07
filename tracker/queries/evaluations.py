"""Evaluations as they were stored, to be judged again."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from backend.accounts.models import Clinic
from tracker.clinical.cases.comparison import Judged
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.rulesets import RULESETS, RuleSet
from tracker.models import EpisodeEvaluation, RulesetApproval, TriageEvaluation

CHUNK = 500


def stored(
    *, since: date, clinic: Clinic | None = None, newest: int | None = None
) -> Iterator[Judged]:
    """Evaluations about `since` or later, a chunk at a time.

    Entries come first, then days without one and questionnaires; the oldest of each
    first. With `newest`, only that many of each, the newest first. Replaced entries
    are there too: they were judged, and may have raised an alert.
    """
    held = _thresholds_by_approval(clinic)
    yield from _of_entries(since, clinic, newest, held)
    yield from _without_entry(since, clinic, newest, held)


def count(*, since: date, clinic: Clinic) -> int:
    """How many entries about `since` or later were judged."""
    return TriageEvaluation.objects.filter(
        check_in__clinic=clinic, check_in__local_date__gte=since
    ).count()


def _of_entries(
    since: date,
    clinic: Clinic | None,
    newest: int | None,
    held: Mapping[UUID, Mapping[str, Any]],
) -> Iterator[Judged]:
    rows = TriageEvaluation.objects.filter(check_in__local_date__gte=since)
    if clinic is not None:
        rows = rows.filter(check_in__clinic=clinic)
    back = "-" if newest else ""
    columns = rows.order_by(f"{back}check_in__local_date", f"{back}pk").values_list(
        "pk",
        "check_in__local_date",
        "check_in__day",
        "facts",
        "findings",
        "ruleset",
        "approval_id",
        "check_in__episode__patient_id",
    )[:newest]
    for row in columns.iterator(chunk_size=CHUNK):
        yield _judged(row, held, check_in_id=str(row[0]))


def _without_entry(
    since: date,
    clinic: Clinic | None,
    newest: int | None,
    held: Mapping[UUID, Mapping[str, Any]],
) -> Iterator[Judged]:
    rows = EpisodeEvaluation.objects.filter(local_date__gte=since)
    if clinic is not None:
        rows = rows.filter(episode__clinic=clinic)
    back = "-" if newest else ""
    columns = rows.order_by(f"{back}local_date", f"{back}pk").values_list(
        "pk",
        "local_date",
        "day",
        "facts",
        "findings",
        "ruleset",
        "approval_id",
        "episode__patient_id",
        "cause",
    )[:newest]
    for row in columns.iterator(chunk_size=CHUNK):
        is_silent_day = row[8] == EpisodeEvaluation.Cause.NO_ENTRY
        yield _judged(row, held, is_silent_day=is_silent_day)


def _judged(
    row: tuple[Any, ...], held: Mapping[UUID, Mapping[str, Any]], **kind: Any
) -> Judged:
    pk, local_date, day, facts, findings, version, approval_id, patient_id = row[:8]
    return Judged(
        id=str(pk),
        local_date=local_date,
        day=day,
        facts=facts,
        findings=tuple(Finding.from_json(finding) for finding in findings),
        ruleset=_ruleset(version, held.get(approval_id, {})),
        approval_id=str(approval_id or ""),
        patient_id=str(patient_id),
        **kind,
    )


def _ruleset(version: str, parameters: Mapping[str, Any]) -> RuleSet:
    ruleset = RULESETS[version]
    return ruleset.with_parameters(**parameters) if parameters else ruleset


def _thresholds_by_approval(clinic: Clinic | None) -> dict[UUID, dict[str, Any]]:
    approvals = RulesetApproval.objects.all()
    if clinic is not None:
        approvals = approvals.filter(clinic=clinic)
    return dict(approvals.values_list("pk", "parameters"))
