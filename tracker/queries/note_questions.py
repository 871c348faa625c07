"""What the patient is still asked about the note of an entry."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID, uuid5

from backend.common import clock
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.note_question import ASKS_FIRST
from tracker.models import Alert, CheckIn


def asked_by(check_in: CheckIn) -> tuple[str, ...]:
    """The symptoms that its note was asked about, answered or not."""
    evaluation = getattr(check_in, "evaluation", None)
    found = evaluation.findings if evaluation else ()
    return tuple(
        tag
        for finding in found
        if finding["rule_id"] == ASKS_FIRST
        for tag in finding["tags"]
    )


def open_for(check_in: CheckIn) -> tuple[str, ...]:
    """Those without an answer while the alert about them is live.

    What a newer note was asked about, that note's question asks.
    """
    asked = asked_by(check_in)
    if not asked:
        return ()
    alert = live_alert(check_in.episode_id)
    still = alert.finding["tags"] if alert else ()
    said_yes = set(
        CheckIn.objects.filter(
            pk__in=[reply_id(check_in.pk, symptom) for symptom in asked]
        ).values_list("pk", flat=True)
    )
    return tuple(
        symptom
        for symptom in asked
        if symptom in still
        and reply_id(check_in.pk, symptom) not in said_yes
        and asked_since(check_in, symptom) is None
    )


def asked_since(check_in: CheckIn, symptom: str) -> UUID | None:
    """The newest entry after this one whose note was asked about the symptom."""
    question = [{"rule_id": ASKS_FIRST, "tags": [symptom]}]
    newer = CheckIn.objects.filter(
        episode_id=check_in.episode_id,
        received_at__gt=check_in.received_at,
        evaluation__findings__contains=question,
    )
    return newer.order_by("-received_at").values_list("pk", flat=True).first()


def as_it_stands(check_in: CheckIn, findings: Iterable[Finding]) -> list[Finding]:
    """The findings of an entry, with the question of its note as it stands now."""
    return [
        now
        for finding in findings
        for now in (
            _now(check_in, finding) if finding.rule_id == ASKS_FIRST else [finding]
        )
    ]


def _now(check_in: CheckIn, finding: Finding) -> list[Finding]:
    still = open_for(check_in)
    if still:
        return [replace(finding, tags=still)]
    alert = live_alert(check_in.episode_id)
    answered = alert is not None and alert.level < finding.level
    return [Finding.from_json(alert.finding)] if alert and answered else []


def live_alert(episode_id: UUID) -> Alert | None:
    """The alert about notes that nobody has closed."""
    return (
        Alert.objects.filter(episode_id=episode_id, rule_id=ASKS_FIRST)
        .exclude(status=Alert.Status.RESOLVED)
        .first()
    )


def puts_calls_off(alert: Alert) -> bool:
    """Whether the patient still has time to answer before staff is called."""
    return alert.status == Alert.Status.OPEN and alert.waiting_since > clock.now()


def reply_id(check_in_id: UUID, symptom: str) -> UUID:
    """The entry that a yes makes; the same one however often it is pressed."""
    return uuid5(check_in_id, f"yes:{symptom}")
