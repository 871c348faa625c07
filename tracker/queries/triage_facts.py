"""Rows -> the facts the rules read: the only bridge from database to rules."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from uuid import UUID

from tracker.clinical.answers import Answers
from tracker.clinical.day_count import day_of
from tracker.clinical.protocol import Protocol
from tracker.clinical.trends import Entry
from tracker.models import ProtocolVersion
from tracker.queries.episode_state import StoredEntry


def entry_of(answers: Answers, performed_on: date) -> Entry:
    return Entry.of(answers, day=day_of(answers.local_date, performed_on))


def entries_of(stored: Sequence[StoredEntry], performed_on: date) -> list[Entry]:
    return [entry_of(Answers.from_json(e.answers), performed_on) for e in stored]


@lru_cache(maxsize=256)
def protocol(protocol_id: UUID) -> Protocol:
    """The plan of a released version. Released versions never change: kept."""
    plan = ProtocolVersion.objects.values_list("plan", flat=True).get(pk=protocol_id)
    return Protocol.from_json(plan)
