"""How closely to ask after people: every day in a flare, more rarely when calm."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from reminders.scheduling.pace import CLOSER, RARER
from tracker.clinical.levels import Level
from tracker.models import CaseloadRow

# A change that people notice is about two points of ten; source: clinical evidence
# file, section 3.1. Calm: no wider than one point over ten answered days.
FLARE = Decimal(2)
CALM_DAYS = 10
CALM_WIDTH = 1


def of_episodes(episode_ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """The pace of each of these episodes that is not as planned."""
    rows = CaseloadRow.objects.filter(episode__in=episode_ids, is_active=True)
    paces = {row.episode_id: _pace(row) for row in rows}
    return {episode_id: pace for episode_id, pace in paces.items() if pace}


def _pace(row: CaseloadRow) -> str:
    is_flare = row.change is not None and row.change >= FLARE
    if is_flare or row.alert_level >= Level.SOON:
        return CLOSER
    pains = [pain for _, pain in row.trend]
    is_calm = len(pains) >= CALM_DAYS and max(pains) - min(pains) <= CALM_WIDTH
    return RARER if is_calm and not row.live_alerts else ""
