"""Web Push: encrypted for one device, signed with our VAPID key."""

import json
import logging
import re
from datetime import UTC, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.conf import settings
from py_vapid import Vapid02
from pywebpush import WebPusher, WebPushException

from backend.common import clock
from reminders.channels import push_endpoint
from reminders.channels.base import ChannelError, Limit, Outgoing, SendResult
from reminders.channels.web_push import one_post
from reminders.channels.web_push.one_post import Answer
from reminders.models import PushSubscription

log = logging.getLogger(__name__)

# In all, from connecting to the last header: a server that drips is cut off too.
SECONDS = 8.0
# How long the push service keeps it for a phone that is off.
TTL = {False: timedelta(hours=3), True: timedelta(hours=24)}
TOKEN_LIFETIME = timedelta(hours=12)
# A W3C version mark: browsers that know it show the notification by themselves.
DECLARATIVE = 8030
# Apple answers 403 for a subscription that the person has removed.
APPLE = ".push.apple.com"
# The reasons with which it refuses us instead: our key, token, subject or request.
OUR_FAULT = {
    "BadJwtToken",
    "BadAuthorizationHeader",
    "ExpiredJwtToken",
    "ExpiredProviderToken",
    "InvalidProviderToken",
    "MissingProviderToken",
    "BadTtl",
    "BadTopic",
    "BadUrgency",
}
REASON = re.compile(r'"reason"\s*:\s*"(\w+)"')


class Headers(Protocol):
    """What is asked of headers here: their value by name, in any case."""

    def get(self, name: str, default: str, /) -> Any: ...


class WebPush:
    code = "web_push"
    limit = Limit(per_second=200, burst=1000)

    def provider(self, outgoing: Outgoing) -> str:
        """Each push service by itself: one that is stuck holds up no other."""
        endpoint = outgoing.subscription.endpoint if outgoing.subscription else ""
        return f"web_push:{urlsplit(endpoint).hostname or ''}"[:100]

    def send(self, outgoing: Outgoing) -> SendResult:
        """Push to one device. Raises ChannelError."""
        subscription = outgoing.subscription
        if subscription is None:
            raise ChannelError("no_subscription", permanent=True)
        address = _checked_address(subscription.endpoint)
        answer = _post(subscription, outgoing, address)
        if answer.status in (200, 201, 202):
            return SendResult(provider_id=answer.headers.get("Location", "")[-200:])
        raise _refused(answer, subscription.endpoint)


def payload(outgoing: Outgoing) -> bytes:
    """One declarative payload for every browser; the worker reports by `delivery`.

    Without `mutable` a browser that shows it by itself does not wake the worker, and
    nobody would know that it was shown. The specification wants it outside, WebKit's
    first version inside.
    """
    delivery = str(outgoing.delivery_id)
    return json.dumps(
        {
            "web_push": DECLARATIVE,
            "mutable": True,
            "notification": {
                "title": outgoing.subject,
                "body": outgoing.body,
                "navigate": outgoing.url,
                "tag": outgoing.tag,
                "lang": outgoing.recipient.locale,
                "mutable": True,
                "data": {"delivery": delivery},
            },
            # For a phone that has not taken the newest worker yet.
            "delivery": delivery,
        },
        separators=(",", ":"),
    ).encode()


def _checked_address(endpoint: str) -> str:
    """Where to connect to: the checked address itself, or a name could move.

    The same questions as at registration, for the settings may have changed.
    """
    refusal = push_endpoint.refusal(endpoint)
    if refusal:
        raise ChannelError(refusal, permanent=True, gone=True)
    try:
        address = push_endpoint.public_address(endpoint)
    except OSError as error:
        raise ChannelError("name_lookup_failed") from error
    if not address:
        raise ChannelError("endpoint_private", permanent=True)
    return address


def _post(subscription: PushSubscription, outgoing: Outgoing, address: str) -> Answer:
    """What the push service said."""
    headers = {
        **_authorization(subscription.endpoint),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(int(TTL[outgoing.is_urgent].total_seconds())),
        "Urgency": "high" if outgoing.is_urgent else "normal",
        "Topic": outgoing.tag,
    }
    body = _encrypted(subscription, payload(outgoing))
    try:
        return one_post.post(subscription.endpoint, address, headers, body, SECONDS)
    except one_post.Unanswered as error:
        raise ChannelError("push_service_silent", unknown=True) from error
    except OSError as error:
        raise ChannelError("push_service_unreachable") from error


def _encrypted(subscription: PushSubscription, data: bytes) -> bytes:
    keys = {"p256dh": subscription.p256dh, "auth": subscription.auth}
    info = {"endpoint": subscription.endpoint, "keys": keys}
    try:
        encoded: bytes = WebPusher(info).encode(data)["body"]
    except (WebPushException, ValueError) as error:
        raise ChannelError("bad_subscription_keys", gone=True) from error
    return encoded


def _authorization(endpoint: str) -> dict[str, str]:
    url = urlsplit(endpoint)
    # A fresh dict each time: the library writes into it.
    claims = {
        "aud": f"{url.scheme}://{url.netloc}",
        "exp": int((clock.now() + TOKEN_LIFETIME).timestamp()),
        "sub": settings.VAPID_SUBJECT,
    }
    if not settings.VAPID_PRIVATE_KEY:
        raise ChannelError("no_vapid_key", permanent=True)
    signed: dict[str, str] = _vapid(settings.VAPID_PRIVATE_KEY).sign(claims)
    return signed


@lru_cache(maxsize=4)
def _vapid(private_key: str) -> Vapid02:
    return Vapid02.from_string(private_key)


def _refused(answer: Answer, endpoint: str) -> ChannelError:
    status, code = answer.status, f"http_{answer.status}"
    host = urlsplit(endpoint).hostname or ""
    if status in (404, 410) or (status == 403 and _is_gone_at_apple(host, answer)):
        return ChannelError(code, gone=True)
    if status == 429 or status >= 500:
        return ChannelError(code, retry_after=retry_after(answer.headers))
    # Our key, our clock or our request: every device is affected, nobody's
    # subscription is to blame.
    log.error("push service %s refused our request: %s", host, status)
    return ChannelError(code, permanent=True)


def _is_gone_at_apple(host: str, answer: Answer) -> bool:
    """Apple's 403 has two meanings; its reason tells them apart.

    Were our own bad token taken for a lapsed subscription, one wrong setting would
    retire every iPhone we know.
    """
    found = REASON.search(answer.text)
    return host.endswith(APPLE) and (found[1] if found else "") not in OUR_FAULT


def retry_after(headers: Headers) -> timedelta | None:
    """Retry-After in seconds or as a date; None if absent, past or unreadable."""
    raw = str(headers.get("Retry-After", "")).strip()
    if raw.isascii() and raw.isdigit():
        return timedelta(seconds=min(int(raw), 10**6))
    try:
        moment = parsedate_to_datetime(raw)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(moment - clock.now(), timedelta(0)) or None


CHANNEL = WebPush()
