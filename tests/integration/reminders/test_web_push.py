"""The push channel against a push service that checks everything."""

from datetime import timedelta
from http.client import HTTPMessage
from uuid import uuid4

import pytest

from reminders import kinds
from reminders.actions import envelope
from reminders.channels import web_push
from reminders.channels.base import ChannelError
from reminders.channels.web_push import WebPush, retry_after
from reminders.channels.web_push.one_post import Answer
from reminders.models import PushSubscription
from tests.fakes import push_service

WORDS = kinds.Wording("Something waits", "Your page is ready.", "Open it", "/today")


def outgoing(person, device, **fields):
    subscription = PushSubscription(
        id=device.id, user=person, endpoint=device.endpoint, **device.keys
    )
    return envelope.address(
        WORDS, message_id=uuid4(), recipient=person, device=subscription, **fields
    )


def failure(person, device):
    with pytest.raises(ChannelError) as failed:
        WebPush().send(outgoing(person, device))
    error = failed.value
    return error.code, error.permanent, error.gone, error.unknown


def test_push_is_taken_and_names_its_provider_id(person, phone):
    result = WebPush().send(outgoing(person, phone, is_urgent=True))

    assert result.provider_id.startswith("http://127.0.0.1")
    (push,) = phone.pushes
    assert push.payload["notification"]["title"] == "Something waits"
    assert (push.headers["urgency"], push.headers["ttl"]) == ("high", "86400")
    assert len(push.headers["topic"]) == 32


def test_each_host_gets_its_own_audience(person, phone, settings):
    with push_service.running() as other:
        elsewhere = other.subscribe(settings.VAPID_PUBLIC_KEY)
        WebPush().send(outgoing(person, phone))
        WebPush().send(outgoing(person, elsewhere))
        WebPush().send(outgoing(person, phone))

    assert (len(phone.pushes), len(elsewhere.pushes)) == (2, 1)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (404, ("http_404", True, True, False)),
        (410, ("http_410", True, True, False)),
        (400, ("http_400", True, False, False)),
        (401, ("http_401", True, False, False)),
        (403, ("http_403", True, False, False)),
        (413, ("http_413", True, False, False)),
        (429, ("http_429", False, False, False)),
        (500, ("http_500", False, False, False)),
        (503, ("http_503", False, False, False)),
    ],
)
def test_answer_decides_what_may_heal(person, phone, status, expected):
    phone.plan = [status]

    assert failure(person, phone) == expected


def test_refusal_of_our_key_is_logged_for_the_operator(person, phone, caplog):
    phone.application_key = push_service.make_vapid_keys()[1]

    assert failure(person, phone) == ("http_403", True, False, False)
    assert "refused our request: 403" in caplog.text
    assert phone.endpoint not in caplog.text


@pytest.mark.parametrize(
    ("text", "is_gone"),
    [
        ("", True),
        ('{"reason":"Unregistered"}', True),
        ('{"reason": "VapidPkHashMismatch"}', True),
        # A wrong setting of ours must not retire every iPhone we know.
        ('{"reason":"BadJwtToken"}', False),
        ('{"reason":"ExpiredJwtToken"}', False),
    ],
)
def test_forbidden_by_apple_means_the_device_is_gone_or_we_are_wrong(text, is_gone):
    error = web_push._refused(
        Answer(403, HTTPMessage(), text), "https://web.push.apple.com/abc"
    )

    assert (error.code, error.gone) == ("http_403", is_gone)


def test_redirect_is_not_followed(person, phone, pushes):
    phone.plan = ["redirect"]

    assert failure(person, phone) == ("http_307", True, False, False)
    assert pushes.refusals == []


def test_silent_service_is_left_with_an_unknown_outcome(person, phone, monkeypatch):
    monkeypatch.setattr(web_push, "SECONDS", 0.4)
    phone.plan = ["hang"]

    assert failure(person, phone) == ("push_service_silent", False, False, True)


def test_refused_connection_may_heal(person, phone):
    phone.endpoint = "http://127.0.0.1:9/push/x"

    assert failure(person, phone) == ("push_service_unreachable", False, False, False)


def test_endpoint_is_checked_again_when_sending(person, phone, settings):
    settings.PUSH_HOSTS = ["fcm.googleapis.com"]

    assert failure(person, phone) == ("endpoint_host_unknown", True, True, False)
    assert phone.asked == 0


def test_name_that_leads_inside_is_refused(person, phone, settings, monkeypatch):
    settings.PUSH_HOSTS, settings.PUSH_ALLOW_PRIVATE = ["push.example"], False
    phone.endpoint = "https://push.example/x"
    found = [(2, 1, 6, "", ("10.0.0.1", 443))]
    monkeypatch.setattr(
        "reminders.channels.push_endpoint.socket.getaddrinfo", lambda *a, **k: found
    )

    assert failure(person, phone) == ("endpoint_private", True, False, False)


def test_name_that_cannot_be_looked_up_may_heal(person, phone, settings, monkeypatch):
    def lost(*args, **kwargs):
        raise OSError

    settings.PUSH_HOSTS, settings.PUSH_ALLOW_PRIVATE = ["push.example"], False
    phone.endpoint = "https://push.example/x"
    monkeypatch.setattr("reminders.channels.push_endpoint.socket.getaddrinfo", lost)

    assert failure(person, phone) == ("name_lookup_failed", False, False, False)


def test_push_without_a_device_is_permanent(person):
    with pytest.raises(ChannelError) as failed:
        WebPush().send(envelope.address(WORDS, message_id=uuid4(), recipient=person))

    assert (failed.value.code, failed.value.permanent) == ("no_subscription", True)


def test_unusable_keys_mean_the_device_is_gone(person, phone):
    out = outgoing(person, phone)
    out.subscription.p256dh = "B" + "A" * 86

    with pytest.raises(ChannelError) as failed:
        WebPush().send(out)

    assert (failed.value.code, failed.value.gone) == ("bad_subscription_keys", True)


def test_missing_vapid_key_is_permanent(person, phone, settings):
    settings.VAPID_PRIVATE_KEY = ""

    assert failure(person, phone) == ("no_vapid_key", True, False, False)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("120", timedelta(seconds=120)),
        ("0", timedelta(0)),
        ("soon", None),
        ("", None),
        ("-5", None),
        ("Wed, 21 Oct 2015 07:28:00 GMT", None),
    ],
)
def test_retry_after_is_read_in_seconds_or_not_at_all(raw, expected):
    assert retry_after({"Retry-After": raw}) == expected


def test_retry_after_is_read_as_a_date():
    wait = retry_after({"Retry-After": push_service.http_date(90)})

    assert timedelta(seconds=80) < wait <= timedelta(seconds=90)
