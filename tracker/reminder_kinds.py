"""What this product reminds of: when it is still needed, and in which words.

The words are constants without any health word: they may stand on a lock screen.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from backend.accounts.models import User
from reminders import kinds
from tracker.queries import adverse_events, alerts, awaited, pace


class CheckInReminder:
    """The daily question to the patient."""

    code = "check_in"
    is_urgent = False

    def still_needed(
        self, subject_id: UUID, recipient: User, local_date: date | None
    ) -> bool:
        """Not once the day has an entry, nor after the episode has ended."""
        return awaited.entry(subject_id, local_date)

    def answers_since(self, moment: datetime) -> Sequence[tuple[UUID, date, datetime]]:
        """The first entry of each day."""
        return awaited.answers_since(moment)

    def paces(self, subject_ids: Sequence[UUID]) -> Mapping[UUID, str]:
        """Every day in a flare; less often while everything is calm."""
        return pace.of_episodes(subject_ids)

    def wording(self, subject_id: UUID, recipient: User) -> kinds.Wording:
        return kinds.Wording(
            subject=_("How was your day?"),
            body=_("A minute is enough. Your clinic's page is ready for you."),
            action_label=_("Open the page"),
            path="/check-in",
        )


class QuestionnaireReminder:
    """A questionnaire is open: due day, two and five days later."""

    code = "questionnaire"
    is_urgent = False

    def still_needed(
        self, subject_id: UUID, recipient: User, local_date: date | None
    ) -> bool:
        """Not once it is answered, nor while the check-in's prompt stands for it."""
        return awaited.questionnaire(subject_id, local_date)

    def wording(self, subject_id: UUID, recipient: User) -> kinds.Wording:
        return kinds.Wording(
            subject=_("A few questions are waiting"),
            body=_(
                "They take a few minutes. You can stop and go on whenever you like."
            ),
            action_label=_("Open the page"),
            path="/questionnaires",
        )


class AlertNotice:
    """The call to staff: somebody needs to own a report."""

    code = "alert_notice"
    is_urgent = True

    def still_needed(
        self, subject_id: UUID, recipient: User, local_date: date | None
    ) -> bool:
        return alerts.is_unowned(subject_id)

    def wording(self, subject_id: UUID, recipient: User) -> kinds.Wording:
        if not alerts.may_be_owned_by(recipient, alert_id=subject_id):
            return kinds.Wording(
                subject="An emergency report has nobody",
                body=(
                    "A patient's emergency report at your clinic has no owner. Reach a "
                    "clinician now, by phone or in person."
                ),
                action_label="Open Cairn",
                path="/",
            )
        return kinds.Wording(
            subject="A report is waiting for you",
            body="A patient's report needs somebody to own it now. Sign in to read it.",
            action_label="Open the report",
            path=f"/clinic/alerts/{subject_id}",
        )


class AdverseEventCluster:
    """The call to the leads: several events may have one source."""

    code = "adverse_event_cluster"
    is_urgent = True

    def still_needed(
        self, subject_id: UUID, recipient: User, local_date: date | None
    ) -> bool:
        return adverse_events.is_infection(subject_id)

    def wording(self, subject_id: UUID, recipient: User) -> kinds.Wording:
        return kinds.Wording(
            subject="Please look at the list of events",
            body="Events at your clinic may belong together. Sign in to read them.",
            action_label="Open the list",
            path="/clinic/adverse-events",
        )


def register_all() -> None:
    kinds.register(CheckInReminder())
    kinds.register(QuestionnaireReminder())
    kinds.register(AlertNotice())
    kinds.register(AdverseEventCluster())
