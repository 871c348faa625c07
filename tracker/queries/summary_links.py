"""The links to their summary that a patient has made."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from backend.common import clock
from backend.common.errors import NotFound
from tracker.models import Episode, SummaryLink, SummaryLinkRead

WRONG_CODES = 5
"""After so many wrong codes a link is closed for good: 1 in 200 000 to guess."""

State = Literal["open", "ended", "over", "closed"]


@dataclass(frozen=True, slots=True)
class SharedLink:
    """`ended` by the patient, `over` by its time, `closed` by wrong codes."""

    id: UUID
    name: str
    made_at: datetime
    expires_at: datetime
    state: State
    reads: tuple[SummaryLinkRead, ...]


def of_episode(episode: Episode) -> list[SharedLink]:
    """Newest first, each with its readings."""
    rows = (
        SummaryLink.objects.filter(episode=episode)
        .prefetch_related("reads")
        .order_by("-created_at")
    )
    return [
        SharedLink(
            row.pk,
            row.name,
            row.created_at,
            row.expires_at,
            _state(row),
            tuple(sorted(row.reads.all(), key=lambda r: r.created_at, reverse=True)),
        )
        for row in rows
    ]


def get_for_episode(episode: Episode, link_id: UUID) -> SummaryLink:
    """Raises NotFound, also for somebody else's link."""
    link = SummaryLink.objects.filter(episode=episode, pk=link_id).first()
    if link is None:
        raise NotFound
    return link


def _state(row: SummaryLink) -> State:
    if row.revoked_at is not None:
        return "ended"
    if row.wrong_codes >= WRONG_CODES:
        return "closed"
    return "over" if row.expires_at <= clock.now() else "open"
