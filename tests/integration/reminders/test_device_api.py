from uuid import uuid4

import pytest

from reminders.models import PushSubscription
from tests.factories.reminders import make_delivery, make_device, make_message
from tests.fakes import push_service

ENDPOINT = "https://fcm.googleapis.com/fcm/send/abc"
KEYS = {"p256dh": push_service.make_vapid_keys()[1], "auth": "A" * 22}


def url(subscription_id):
    return f"/api/v1/push-subscriptions/{subscription_id}"


def put(client, subscription_id, **changes):
    body = {"endpoint": ENDPOINT, "keys": KEYS} | changes
    return client.put(
        url(subscription_id),
        body,
        content_type="application/json",
        headers={"User-Agent": "Browser/1 " + "x" * 300},
    )


def receipt(client, **body):
    return client.post("/api/v1/receipts", body, content_type="application/json")


def test_device_is_registered_and_refreshed(signed_in, person):
    client, device_id = signed_in(person), uuid4()

    first = put(client, device_id)
    second = put(client, device_id, expirationTime=None)

    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json() == {"id": str(device_id)}
    device = PushSubscription.objects.get()
    assert (device.user, device.endpoint) == (person, ENDPOINT)
    assert len(device.user_agent) == 120


def test_device_is_forgotten(signed_in, person):
    device = make_device(person)

    answer = signed_in(person).delete(url(device.pk))

    assert answer.status_code == 204
    device.refresh_from_db()
    assert device.gone_at is not None


def test_stranger_can_neither_forget_nor_take_a_device(signed_in, person, stranger):
    device = make_device(person)
    client = signed_in(stranger)

    assert client.delete(url(device.pk)).status_code == 204
    assert put(client, device.pk).status_code == 409
    device.refresh_from_db()
    assert (device.user, device.gone_at) == (person, None)


def test_unknown_push_service_is_refused(signed_in, person):
    answer = put(signed_in(person), uuid4(), endpoint="https://evil.example/x")

    assert answer.status_code == 400
    assert answer.json()["errors"] == [
        {
            "field": "endpoint",
            "code": "endpoint_host_unknown",
            "message": "This push service is not known.",
        }
    ]


def test_nobody_is_turned_away(client, db):
    assert put(client, uuid4()).status_code in (401, 403)
    assert client.delete(url(uuid4())).status_code in (401, 403)
    assert client.get("/api/v1/push-key").status_code in (401, 403)


@pytest.mark.parametrize(("key", "shown"), [("BKey", "BKey"), ("", None)])
def test_push_key_is_the_public_one(signed_in, person, settings, key, shown):
    settings.VAPID_PUBLIC_KEY = key

    assert signed_in(person).get("/api/v1/push-key").json() == {"key": shown}


@pytest.mark.parametrize(
    ("kind", "is_opened"), [("shown", False), ("opened", True), ("closed", False)]
)
def test_receipt_needs_no_session_and_counts_once(
    client, person, clinic, kind, is_opened
):
    delivery = make_delivery(make_message(person, clinic), channel="web_push")

    assert receipt(client, delivery=str(delivery.pk), kind=kind).status_code == 204
    delivery.refresh_from_db()
    shown_at = delivery.shown_at
    assert receipt(client, delivery=str(delivery.pk), kind=kind).status_code == 204
    delivery.refresh_from_db()

    assert (delivery.status, delivery.shown_at) == ("delivered", shown_at)
    assert shown_at is not None
    assert (delivery.opened_at is not None) is is_opened


def test_receipt_for_an_unknown_delivery_tells_nothing(client, db):
    assert receipt(client, delivery=str(uuid4()), kind="shown").status_code == 204


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"delivery": "1", "kind": "shown"}, "delivery"),
        ({"delivery": str(uuid4()), "kind": "eaten"}, "kind"),
    ],
)
def test_bad_receipt_is_refused(client, db, body, field):
    answer = receipt(client, **body)

    assert answer.status_code == 400
    assert [e["field"] for e in answer.json()["errors"]] == [field]
