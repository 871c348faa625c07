"""One explicit call per action. The actor is a person or a named system job."""

from typing import Any, Protocol
from uuid import UUID

from django.db.models import Model

from backend.audit.models import AuditEvent


class Actor(Protocol):
    pk: Any

    def get_full_name(self) -> str: ...


def event(
    action: str,
    *,
    by: Actor | str,
    target: Model | None = None,
    clinic_id: UUID | None = None,
    **detail: Any,
) -> AuditEvent:
    """Build the event without storing it, for writes that go out together."""
    return AuditEvent(
        clinic_id=clinic_id or getattr(target, "clinic_id", None),
        actor_id=None if isinstance(by, str) else by.pk,
        actor_name=by if isinstance(by, str) else by.get_full_name(),
        action=action,
        target_type=target._meta.model_name or "" if target is not None else "",
        target_id=str(target.pk) if target is not None else "",
        detail=detail,
    )


def record(
    action: str,
    *,
    by: Actor | str,
    target: Model | None = None,
    clinic_id: UUID | None = None,
    **detail: Any,
) -> None:
    """Store one event in the caller's transaction. `detail` holds codes, not prose."""
    event(action, by=by, target=target, clinic_id=clinic_id, **detail).save(
        force_insert=True
    )
