"""The entries of an episode."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from backend.common.errors import NotFound
from tracker.clinical.triage.findings import Finding
from tracker.models import CheckIn, Episode, EpisodeEvaluation, TriageEvaluation


def newest_first(episode: Episode) -> QuerySet[CheckIn]:
    """Every entry with its evaluation, corrected ones too."""
    return (
        CheckIn.objects.filter(episode=episode)
        .select_related("evaluation", "entered_by")
        # By our own clock: a phone's may be years off.
        .order_by("-received_at", "-pk")
    )


def with_evaluations(episode: Episode) -> QuerySet[CheckIn]:
    """The same, with those of later days that an entry had judged again."""
    return newest_first(episode).prefetch_related("reevaluations")


def live(episode: Episode) -> QuerySet[CheckIn]:
    """The entries that no correction has replaced, newest first."""
    return newest_first(episode).filter(corrected_by=None)


def last_up_to(episode: Episode, day: int) -> CheckIn | None:
    """The newest entry about that day of the plan or an earlier one."""
    return live(episode).filter(day__lte=day).order_by("-day", "-recorded_at").first()


def get_for_episode(episode: Episode, check_in_id: UUID) -> CheckIn:
    """Raises NotFound, also for an entry of another episode."""
    check_in = newest_first(episode).filter(pk=check_in_id).first()
    if check_in is None:
        raise NotFound
    return check_in


def findings_of(check_in: CheckIn) -> tuple[Finding, ...]:
    """What the rules said about an entry and what it brought to light, worst first."""
    return in_order(
        Finding.from_json(finding)
        for evaluation in _evaluations(check_in)
        for finding in evaluation.findings
    )


def _evaluations(check_in: CheckIn) -> list[TriageEvaluation | EpisodeEvaluation]:
    """Its own, and those of later days that it had judged again."""
    own = getattr(check_in, "evaluation", None)
    return [*([own] if own else []), *check_in.reevaluations.all()]


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each rule once, at its highest level, the highest level first."""
    highest: dict[str, Finding] = {}
    for finding in findings:
        known = highest.get(finding.rule_id)
        if known is None or finding.level > known.level:
            highest[finding.rule_id] = finding
    return tuple(sorted(highest.values(), key=lambda f: (-f.level, f.rule_id)))
