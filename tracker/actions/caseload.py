"""Keep the worklist's summary row true."""

from uuid import UUID

from django.db.models import Count, Max, Min, Q

from tracker.models import Alert, CaseloadRow

OPEN = Q(status=Alert.Status.OPEN)


def refresh_alerts(*, episode_id: UUID) -> None:
    """Recount the live alerts of an episode into its summary row."""
    live = Alert.objects.filter(episode_id=episode_id).exclude(
        status=Alert.Status.RESOLVED
    )
    top = live.aggregate(
        count=Count("pk"),
        highest=Max("level", default=0),
        unowned=Max("level", filter=OPEN, default=0),
    )
    waiting = live.filter(OPEN, level=top["unowned"]).aggregate(
        since=Min("waiting_since")
    )
    CaseloadRow.objects.filter(pk=episode_id).update(
        live_alerts=top["count"],
        alert_level=top["highest"],
        unowned_level=top["unowned"],
        waiting_since=waiting["since"],
    )
