from uuid import uuid4

import pytest

from backend.common.errors import Conflict, InvalidInput
from reminders.actions import push_subscriptions
from reminders.models import PushSubscription
from tests.fakes import push_service

FCM = "https://fcm.googleapis.com/fcm/send/"
KEYS = {"p256dh": push_service.make_vapid_keys()[1], "auth": "A" * 22}


def register(user, subscription_id=None, endpoint=None, **fields):
    return push_subscriptions.register(
        subscription_id=subscription_id or uuid4(),
        user=user,
        endpoint=endpoint or FCM + uuid4().hex,
        **(KEYS | fields),
    )


def live(user):
    return set(
        PushSubscription.objects.filter(user=user, gone_at=None).values_list(
            "pk", flat=True
        )
    )


def test_registering_twice_refreshes_one_row(person):
    first = register(person, endpoint=FCM + "a")
    second = register(person, first.pk, endpoint=FCM + "b")

    assert live(person) == {first.pk}
    assert second.endpoint == FCM + "b"
    assert second.last_seen_at > first.last_seen_at


def test_retired_device_comes_back(person):
    device = register(person)
    push_subscriptions.prune([device])
    assert live(person) == set()

    register(person, device.pk, endpoint=device.endpoint)

    assert live(person) == {device.pk}


def test_endpoint_follows_the_person_who_signed_in_last(person, stranger):
    register(person, endpoint=FCM + "shared")

    register(stranger, endpoint=FCM + "shared")

    assert live(person) == set()
    assert len(live(stranger)) == 1


def test_id_of_somebody_elses_device_is_refused(person, stranger):
    device = register(person)

    with pytest.raises(Conflict):
        register(stranger, device.pk)


def test_sixth_device_retires_the_one_seen_longest_ago(person):
    devices = [register(person) for _ in range(5)]
    register(person, devices[0].pk, endpoint=devices[0].endpoint)

    sixth = register(person)

    assert live(person) == {d.pk for d in [*devices, sixth]} - {devices[1].pk}


def test_forgetting_is_harmless_to_repeat_and_to_strangers(person, stranger):
    device = register(person)

    push_subscriptions.forget(subscription_id=device.pk, user=stranger)
    assert live(person) == {device.pk}
    push_subscriptions.forget(subscription_id=device.pk, user=person)
    push_subscriptions.forget(subscription_id=device.pk, user=person)

    assert live(person) == set()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"endpoint": "https://evil.example/x"},
            [("endpoint", "endpoint_host_unknown")],
        ),
        ({"p256dh": "short"}, [("keys.p256dh", "bad_key")]),
        ({"auth": "*" * 22}, [("keys.auth", "bad_key")]),
        ({"auth": "A" * 21}, [("keys.auth", "bad_key")]),
    ],
)
def test_bad_subscription_names_its_fields(person, fields, expected):
    with pytest.raises(InvalidInput) as refused:
        register(person, **fields)

    assert [(e["field"], e["code"]) for e in refused.value.errors] == expected
