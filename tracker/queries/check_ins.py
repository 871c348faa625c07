"""The entries of an episode."""

from uuid import UUID

from django.db.models import QuerySet

from backend.common.errors import NotFound
from tracker.models import CheckIn, Episode


def newest_first(episode: Episode) -> QuerySet[CheckIn]:
    """Every entry with its evaluation, corrected ones too."""
    return (
        CheckIn.objects.filter(episode=episode)
        .select_related("evaluation", "entered_by")
        # By our own clock: a phone's may be years off.
        .order_by("-received_at", "-pk")
    )


def live(episode: Episode) -> QuerySet[CheckIn]:
    """The entries that no correction has replaced, newest first."""
    return newest_first(episode).filter(corrected_by=None)


def get_for_episode(episode: Episode, check_in_id: UUID) -> CheckIn:
    """Raises NotFound, also for an entry of another episode."""
    check_in = newest_first(episode).filter(pk=check_in_id).first()
    if check_in is None:
        raise NotFound
    return check_in
