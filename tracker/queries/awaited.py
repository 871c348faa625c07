"""What has not come yet: an entry, a questionnaire, an evaluation of an entry."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, Min, OuterRef, Q

from reminders.models import DueReminder
from tracker.models import CheckIn, Episode
from tracker.queries import questionnaires

BATCH = 200
# What somebody in care at two clinics enters goes to the newer course alone.
_NEWER = Episode.objects.filter(
    patient__user=OuterRef("patient__user"),
    status=Episode.Status.ACTIVE,
    created_at__gt=OuterRef("created_at"),
)
# Nobody is asked for what would not be stored here.
IN_CARE = Q(status=Episode.Status.ACTIVE, patient__consent_withdrawn_at=None) & ~Q(
    Exists(_NEWER)
)
ENDED_UNASKED = (
    DueReminder.State.CANCELLED,
    DueReminder.State.EXPIRED,
    DueReminder.State.DEAD,
)


def takes_entries(episode_id: UUID) -> bool:
    """Whether what the patient answers now would be stored in this course."""
    return Episode.objects.filter(IN_CARE, pk=episode_id).exists()


def entry(episode_id: UUID, local_date: date | None) -> bool:
    """Whether an episode that entries go to still lacks one of that local date."""
    if not takes_entries(episode_id):
        return False
    if local_date is None:
        return True
    return not CheckIn.objects.filter(
        episode_id=episode_id, local_date=local_date
    ).exists()


def questionnaire(episode_id: UUID, local_date: date | None) -> bool:
    """Whether a questionnaire of an episode in care needs a prompt of its own.

    Both prompts have one hour. While the check-in of that date is asked for, its
    prompt stands for both: what follows the check-in leads to the questionnaire.
    """
    episode = (
        Episode.objects.filter(IN_CARE, pk=episode_id)
        .select_related("patient", "procedure")
        .first()
    )
    if episode is None or local_date is None:
        return False
    if not questionnaires.to_remind_of(episode, local_date):
        return False
    return not (
        _check_in_is_prompted(episode, local_date) and entry(episode_id, local_date)
    )


def _check_in_is_prompted(episode: Episode, local_date: date) -> bool:
    asked = DueReminder.objects.filter(
        schedule__subject_id=episode.pk,
        schedule__kind="check_in",
        local_date=local_date,
    )
    return asked.exclude(state__in=ENDED_UNASKED).exists()


def answers_since(moment: datetime) -> list[tuple[UUID, date, datetime]]:
    """Episode, local date and moment of the first entry of each day since then."""
    # By way of the caseload: entries have no index by the moment they came.
    came = CheckIn.objects.filter(
        episode__caseload__last_entry_at__gte=moment, received_at__gte=moment
    )
    days = came.values("episode", "local_date").annotate(first=Min("received_at"))
    return [(row["episode"], row["local_date"], row["first"]) for row in days]


def evaluations() -> list[CheckIn]:
    """Stored check-ins that nobody has evaluated, oldest first."""
    missed = CheckIn.objects.filter(evaluation=None).order_by("received_at")
    return list(missed[:BATCH])
