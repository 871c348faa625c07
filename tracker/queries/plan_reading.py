"""When the patient said that they read their plan, phase by phase."""

from django.db.models import QuerySet

from tracker.models import Episode, PlanReading


def of_episode(episode: Episode) -> QuerySet[PlanReading]:
    """The readings of the plan as it is counted now, newest first."""
    return PlanReading.objects.filter(
        episode=episode,
        protocol=episode.protocol_id,
        day_0=episode.procedure.performed_on,
    ).order_by("-created_at")


def of_phase(episode: Episode, phase: str) -> PlanReading | None:
    """The stamp of a phase, where there is one."""
    return of_episode(episode).filter(phase=phase).first()
