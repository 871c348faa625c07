"""The patient says whether a note meant that a symptom is there now."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from backend.accounts.models import User
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput
from tracker.actions import caseload, check_ins, consents
from tracker.actions.alert_record import call_for_an_owner, lock, step
from tracker.actions.submission import Submission
from tracker.clinical.levels import Level
from tracker.clinical.symptoms import SYMPTOMS
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.note_question import answered_no
from tracker.models import Alert, CheckIn
from tracker.queries import note_questions


class AskedAgain(Conflict):
    """A no to an older note says nothing about a newer one."""

    code = "asked_again"

    def __init__(self, newer: UUID) -> None:
        super().__init__(
            _("You have written about this again. Please answer the newer question."),
            check_in=str(newer),
        )
        self.newer = newer


@transaction.atomic
def yes(*, check_in: CheckIn, symptom: str, by: User) -> Submission:
    """Report the symptom as new; its own rule answers and calls at once.

    Pressing it again gives the same answer. Where that rule calls nobody, the alert
    about the note does, now.
    """
    _check(check_in, symptom)
    lock(check_in.episode_id)  # a second click reads what the first one stored
    reply = note_questions.reply_id(check_in.pk, symptom)
    sent = check_ins.submit(
        check_in_id=reply,
        raw=_entry(check_in, reply, symptom),
        by=by,
        episode_id=check_in.episode_id,
    )
    if sent.is_new:
        _heard_yes(check_in.episode_id, symptom, sent, by)
    return sent


@transaction.atomic
def no(*, check_in: CheckIn, symptom: str, by: User) -> None:
    """Keep the answer in the alert's story. Doing it twice is harmless.

    The last no lowers the alert to soon; it stays for a person to read and close.
    Raises AskedAgain where a newer note has brought up the same.
    """
    _check(check_in, symptom)
    consents.require_and_hold(check_in.episode.patient)
    lock(check_in.episode_id)
    alert = note_questions.live_alert(check_in.episode_id)
    if alert is None:
        return
    newer = note_questions.asked_since(check_in, symptom)
    if newer is not None:
        raise AskedAgain(newer)
    if symptom not in note_questions.open_for(check_in):
        return
    finding = answered_no(Finding.from_json(alert.finding), symptom)
    is_lowered = finding.level < alert.level
    alert.finding, alert.level = finding.as_json(), finding.level
    alert.save(update_fields=["finding", "level"])
    _step(alert, symptom, "no", check_in, by)
    if is_lowered and alert.status == Alert.Status.OPEN:
        call_for_an_owner(alert)  # which for this level means the worklist
    caseload.refresh_alerts(episode_id=check_in.episode_id)


def _check(check_in: CheckIn, symptom: str) -> None:
    if symptom not in note_questions.asked_by(check_in):
        sentence = _("Your report was not asked about that.")
        raise InvalidInput(
            [{"field": "symptom", "code": "not_asked", "message": sentence}]
        )


def _entry(check_in: CheckIn, reply: UUID, symptom: str) -> dict[str, Any]:
    stored = CheckIn.objects.filter(pk=reply).first()
    now = clock.now()
    zone = check_in.episode.patient.zone
    return {
        "local_date": (
            stored.local_date if stored else clock.local_today(zone)
        ).isoformat(),
        "recorded_at": (stored.recorded_at if stored else now).isoformat(),
        "symptoms": [{"code": symptom, "change": "new"}],
    }


def _heard_yes(episode_id: UUID, symptom: str, sent: Submission, by: User) -> None:
    alert = note_questions.live_alert(episode_id)
    if alert is None:
        return
    reply = CheckIn.objects.get(pk=sent.check_in_id)
    _step(alert, symptom, "yes", reply, by)
    if sent.level < Level.URGENT and alert.status == Alert.Status.OPEN:
        call_for_an_owner(alert)
        caseload.refresh_alerts(episode_id=episode_id)


def _step(alert: Alert, symptom: str, answer: str, check_in: CheckIn, by: User) -> None:
    note = f"{SYMPTOMS[symptom].label}: {answer}."
    step(alert, "answered", by=by, note=note, check_in=check_in)
