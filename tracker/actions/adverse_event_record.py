"""What every change of an adverse event shares: the version, and what it replaces."""

from datetime import date
from typing import Any

from backend.accounts.models import User
from backend.common.errors import Conflict
from tracker.models import AdverseEvent, AdverseEventRevision

FIELDS = (
    "term",
    "narrative",
    "onset_on",
    "grading",
    "grade",
    "seriousness",
    "relatedness",
    "outcome",
    "is_infection",
    "product",
    "lot",
    "supplier",
    "regime",
    "aware_on",
    "news_on",
)
"""What a person writes; the rest follows from it."""

_OF_REPORT = (
    "grade_suggested",
    "report_due_on",
    "reported_on",
    "report_reference",
    "not_reported_because",
)


def stored(event: AdverseEvent) -> dict[str, Any]:
    """The event as plain JSON types."""
    return {name: _plain(getattr(event, name)) for name in (*FIELDS, *_OF_REPORT)}


def keep(event: AdverseEvent, before: dict[str, Any], *, reason: str, by: User) -> None:
    """Keep how it read in this version."""
    AdverseEventRevision.objects.create(
        adverse_event=event,
        version=event.version,
        fields=before,
        reason=reason,
        replaced_by=by,
    )


def recorded_otherwise(known: AdverseEvent, fields: dict[str, Any]) -> Conflict | None:
    """What to say to the same identifier with other fields; None where all are equal.

    Held against how it was recorded, so that a repeat is harmless after an amendment.
    """
    oldest = (
        AdverseEventRevision.objects.filter(adverse_event=known)
        .order_by("version")
        .first()
    )
    first = oldest.fields if oldest else stored(known)
    if all(first[name] == _plain(value) for name, value in fields.items()):
        return None
    return Conflict(
        "This event is recorded already, and what you sent now differs. Say why it "
        "changes, then send it as a change.",
        code="already_recorded",
        event_id=known.pk,
        current=stored(known) | {"version": known.version},
    )


def changed_meanwhile(current: AdverseEvent) -> Conflict:
    """Somebody else was faster; the answer holds what they left."""
    newest = (
        AdverseEventRevision.objects.filter(adverse_event=current)
        .select_related("replaced_by")
        .order_by("-version")
        .first()
    )
    who = newest.replaced_by.get_full_name() if newest else "Somebody"
    return Conflict(
        f"{who} changed this event while you were writing. Look at what is stored, "
        "then send yours again.",
        code="changed_meanwhile",
        current=stored(current) | {"version": current.version},
    )


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
