"""Rows -> the facts the rules read: the only bridge from database to rules."""

from collections.abc import Sequence
from functools import lru_cache
from uuid import UUID

from tracker.clinical.protocol import Protocol
from tracker.clinical.trends import Entry
from tracker.models import ProtocolVersion
from tracker.queries.episode_state import StoredEntry


def entries_of(stored: Sequence[StoredEntry]) -> list[Entry]:
    return [Entry.from_json(e.answers, day=e.day) for e in stored]


@lru_cache(maxsize=256)
def protocol(protocol_id: UUID) -> Protocol:
    """The plan of a released version. Released versions never change: kept."""
    plan = ProtocolVersion.objects.values_list("plan", flat=True).get(pk=protocol_id)
    return Protocol.from_json(plan)
