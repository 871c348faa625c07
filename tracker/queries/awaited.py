"""What has not come yet: an entry of a day, an evaluation of an entry."""

from datetime import date
from uuid import UUID

from tracker.models import CheckIn, Episode

BATCH = 200


def entry(episode_id: UUID, local_date: date | None) -> bool:
    """Whether an active episode still lacks an entry of that local date."""
    if not Episode.objects.filter(pk=episode_id, status=Episode.Status.ACTIVE).exists():
        return False
    if local_date is None:
        return True
    return not CheckIn.objects.filter(
        episode_id=episode_id, local_date=local_date
    ).exists()


def evaluations() -> list[CheckIn]:
    """Stored check-ins that nobody has evaluated, oldest first."""
    missed = CheckIn.objects.filter(evaluation=None).order_by("received_at")
    return list(missed[:BATCH])
