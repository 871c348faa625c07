"""Web Push: encrypted for one device, signed with our VAPID key."""

import json
import logging
import threading
from collections.abc import Mapping
from datetime import UTC, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import requests
from django.conf import settings
from py_vapid import Vapid02
from pywebpush import WebPusher, WebPushException

from backend.common import clock
from reminders.channels import push_endpoint
from reminders.channels.base import ChannelError, Outgoing, SendResult
from reminders.models import PushSubscription

log = logging.getLogger(__name__)

TIMEOUT = (3, 5)
# How long the push service keeps it for a phone that is off.
TTL = {False: timedelta(hours=3), True: timedelta(hours=24)}
TOKEN_LIFETIME = timedelta(hours=12)
# A W3C version mark: browsers that know it show the notification by themselves.
DECLARATIVE = 8030
# Apple answers 403 for a subscription that the person has removed.
APPLE = ".push.apple.com"

_threads = threading.local()


class WebPush:
    code = "web_push"

    def send(self, outgoing: Outgoing) -> SendResult:
        """Push to one device. Raises ChannelError."""
        subscription = outgoing.subscription
        if subscription is None:
            raise ChannelError("no_subscription", permanent=True)
        _check_endpoint(subscription.endpoint)
        status, headers = _post(subscription, outgoing)
        if status in (200, 201, 202):
            return SendResult(provider_id=headers.get("Location", "")[-200:])
        raise _refused(status, headers, subscription.endpoint)


def payload(outgoing: Outgoing) -> bytes:
    """One declarative payload for every browser; the worker reports by `delivery`."""
    return json.dumps(
        {
            "web_push": DECLARATIVE,
            "notification": {
                "title": outgoing.subject,
                "body": outgoing.body,
                "navigate": outgoing.url,
                "tag": outgoing.tag,
                "lang": outgoing.recipient.locale,
            },
            "delivery": str(outgoing.delivery_id),
        },
        separators=(",", ":"),
    ).encode()


def _check_endpoint(endpoint: str) -> None:
    """The same questions as at registration, for the settings may have changed."""
    refusal = push_endpoint.refusal(endpoint)
    if refusal:
        raise ChannelError(refusal, permanent=True, gone=True)
    try:
        is_public = push_endpoint.resolves_to_public(endpoint)
    except OSError as error:
        raise ChannelError("name_lookup_failed") from error
    if not is_public:
        raise ChannelError("endpoint_private", permanent=True)


def _post(
    subscription: PushSubscription, outgoing: Outgoing
) -> tuple[int, Mapping[str, str]]:
    """Status and headers of the answer; its body is never read."""
    headers = {
        **_authorization(subscription.endpoint),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(int(TTL[outgoing.is_urgent].total_seconds())),
        "Urgency": "high" if outgoing.is_urgent else "normal",
        "Topic": outgoing.tag,
    }
    try:
        with _session().post(
            subscription.endpoint,
            data=_encrypted(subscription, payload(outgoing)),
            headers=headers,
            timeout=TIMEOUT,
            allow_redirects=False,
            stream=True,
        ) as answer:
            return answer.status_code, answer.headers
    except requests.ReadTimeout as error:
        raise ChannelError("push_service_silent", unknown=True) from error
    except requests.RequestException as error:
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


def _session() -> requests.Session:
    """One per thread: kept connections halve the cost of a push."""
    session: requests.Session | None = getattr(_threads, "session", None)
    if session is None:
        session = _threads.session = requests.Session()
        # No proxy and no .netrc from the environment: the address is a client's.
        session.trust_env = False
    return session


def _refused(status: int, headers: Mapping[str, str], endpoint: str) -> ChannelError:
    code = f"http_{status}"
    host = urlsplit(endpoint).hostname or ""
    if status in (404, 410) or (status == 403 and host.endswith(APPLE)):
        return ChannelError(code, gone=True)
    if status == 429 or status >= 500:
        return ChannelError(code, retry_after=retry_after(headers))
    # Our key, our clock or our request: every device is affected, nobody's
    # subscription is to blame.
    log.error("push service %s refused our request: %s", host, status)
    return ChannelError(code, permanent=True)


def retry_after(headers: Mapping[str, Any]) -> timedelta | None:
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
