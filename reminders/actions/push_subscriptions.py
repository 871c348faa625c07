"""A person's devices: register, refresh, forget, prune."""

import base64
import binascii
from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from backend.accounts.models import User
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput
from reminders.channels import push_endpoint
from reminders.models import PushSubscription

MOST_PER_USER = 5
# RFC 8291: an uncompressed P-256 point and a 16-byte secret.
KEY_BYTES = {"p256dh": 65, "auth": 16}


@transaction.atomic
def register(
    *,
    subscription_id: UUID,
    user: User,
    endpoint: str,
    p256dh: str,
    auth: str,
    user_agent: str = "",
) -> PushSubscription:
    """Remember a device, or that it was seen again. Doing it twice is harmless.

    An endpoint belongs to the last person who signed in there. Only the newest
    few devices of a person are kept live. Raises InvalidInput and Conflict.
    """
    _check(endpoint, p256dh, auth)
    # Two first visits at once wait for each other here.
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    device = (
        PushSubscription.objects.select_for_update()
        .filter(endpoint=endpoint)
        .exclude(pk=subscription_id)
        .first()
    )
    values = {
        "p256dh": p256dh,
        "auth": auth,
        "user_agent": user_agent[:120],
        "last_seen_at": clock.now(),
        "gone_at": None,
    }
    if device is None:
        device = _by_id(subscription_id, user, endpoint, values)
    else:
        _overwrite(device, user=user, **values)
    _retire_oldest(user)
    return device


def forget(*, subscription_id: UUID, user: User) -> None:
    """Stop pushing to this device. Unknown or foreign ids change nothing."""
    retired = PushSubscription.objects.filter(
        pk=subscription_id, user=user, gone_at=None
    ).update(gone_at=clock.now())
    if retired:
        recorder.record("push_subscription.forgotten", by=user)


def prune(devices: Collection[PushSubscription]) -> None:
    """Retire devices that their push service says are gone."""
    if devices:
        PushSubscription.objects.filter(
            pk__in=[device.pk for device in devices], gone_at=None
        ).update(gone_at=clock.now())


def _by_id(
    subscription_id: UUID, user: User, endpoint: str, values: dict[str, object]
) -> PushSubscription:
    device, is_new = PushSubscription.objects.get_or_create(
        pk=subscription_id, defaults={"user": user, "endpoint": endpoint, **values}
    )
    if is_new:
        recorder.record("push_subscription.registered", by=user, target=device)
        return device
    if device.user_id != user.pk and device.gone_at is None:
        raise Conflict(_("This device is registered for somebody else."))
    _overwrite(device, user=user, endpoint=endpoint, **values)
    return device


def _overwrite(device: PushSubscription, **values: object) -> None:
    for name, value in values.items():
        setattr(device, name, value)
    device.save(update_fields=list(values))


def _retire_oldest(user: User) -> None:
    live = PushSubscription.objects.filter(user=user, gone_at=None)
    newest = live.order_by("-last_seen_at", "-created_at").values("pk")
    live.exclude(
        pk__in=list(newest[:MOST_PER_USER].values_list("pk", flat=True))
    ).update(gone_at=clock.now())


def _check(endpoint: str, p256dh: str, auth: str) -> None:
    errors = []
    refusal = push_endpoint.refusal(endpoint)
    if refusal:
        errors.append(_error("endpoint", refusal, _("This push service is not known.")))
    for name, value in (("p256dh", p256dh), ("auth", auth)):
        if not _has_bytes(value, KEY_BYTES[name]):
            errors.append(
                _error(f"keys.{name}", "bad_key", _("This key is not valid."))
            )
    if errors:
        raise InvalidInput(errors)


def _error(field: str, code: str, message: str) -> dict[str, str]:
    return {"field": field, "code": code, "message": message}


def _has_bytes(value: str, length: int) -> bool:
    try:
        padded = value.rstrip("=") + "=" * (-len(value.rstrip("=")) % 4)
        raw = base64.b64decode(padded, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return False
    return len(raw) == length
