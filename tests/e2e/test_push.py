"""A push as the phone lives it: shown, tapped, the right page, and both on record.

The push comes in by the DevTools protocol, which has no tap. So the tap is an event
given to the real worker. A browser opens windows only for a real tap; the test writes
down which one the worker asks for, and goes there.
"""

import base64
import dataclasses
import json
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, Worker, expect

from reminders.actions import envelope
from reminders.channels.web_push import payload
from reminders.models import Delivery, PushSubscription
from tests.e2e.network import Network
from tests.e2e.phones import wait
from tests.factories.reminders import make_delivery, make_device, make_message
from tracker.models import Patient
from tracker.reminder_kinds import CheckInReminder

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHOWN = """() => self.registration.getNotifications().then((all) =>
    all.map(({ title, body, data }) => [title, body, data.navigate]))"""
TAP = """async () => {
    const [notification] = await self.registration.getNotifications();
    const asked = [];
    const openWindow = (url) => { asked.push(url); return Promise.resolve(null); };
    Object.defineProperty(self.clients, "openWindow", { value: openWindow });
    const waits = [];
    const event = new NotificationEvent("notificationclick", { notification });
    event.waitUntil = (promise) => waits.push(promise);
    self.dispatchEvent(event);
    await Promise.all(waits);
    return asked;
}"""
# As Safari does: the notification is the browser's, the worker is only asked.
SHOWN_BY_THE_BROWSER = """async (data) => {
    const event = new PushEvent("push");
    Object.defineProperty(event, "notification", { value: { data } });
    const waits = [];
    event.waitUntil = (promise) => waits.push(promise);
    self.dispatchEvent(event);
    await Promise.all(waits);
}"""
NEW_ADDRESS = """async (subscription) => {
    const event = new ExtendableEvent("pushsubscriptionchange");
    subscription.toJSON = () => subscription;
    Object.defineProperty(event, "newSubscription", { value: subscription });
    const waits = [];
    event.waitUntil = (promise) => waits.push(promise);
    self.dispatchEvent(event);
    await Promise.all(waits);
}"""
# No push service is in reach here: what the browser says of its subscription is ours.
SUBSCRIBED = """(subscription) => {
    subscription.toJSON = () => subscription;
    PushManager.prototype.getSubscription = () => Promise.resolve(subscription);
}"""
A_DAY_AGO = """() => {
    const told = JSON.parse(localStorage.getItem("push-told"));
    told.at -= 86400000;
    localStorage.setItem("push-told", JSON.stringify(told));
}"""


@pytest.fixture
def delivery(pat: Patient) -> Delivery:
    """A reminder of the check-in that the push service has taken."""
    message = make_message(pat.user, pat.clinic, kind="check_in", state="sending")
    return make_delivery(
        message, channel="web_push", push_subscription=make_device(pat.user)
    )


def pushed(delivery: Delivery, pat: Patient, site: str) -> str:
    """What the product sends for it, as the phone reads it."""
    words = CheckInReminder().wording(uuid4(), pat.user)
    outgoing = envelope.address(
        words, message_id=delivery.message_id, recipient=pat.user
    )
    return payload(
        dataclasses.replace(
            outgoing, delivery_id=delivery.pk, url=f"{site}{words.path}"
        )
    ).decode()


def deliver(page: Page, data: str) -> None:
    """Hand the push to the worker and wait until the notification is displayed.

    Asking for notifications before that loses them now and then.
    """
    devtools = page.context.new_cdp_session(page)
    seen: list[str] = []
    devtools.on(
        "BackgroundService.backgroundServiceEventReceived",
        lambda event: seen.append(event["backgroundServiceEvent"]["eventName"]),
    )
    known: dict[str, Any] = {}
    devtools.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: known.update(
            {r["scopeURL"]: r["registrationId"] for r in event["registrations"]}
        ),
    )
    notifications = {"service": "notifications"}
    devtools.send("BackgroundService.startObserving", notifications)
    devtools.send(
        "BackgroundService.setRecording", {**notifications, "shouldRecord": True}
    )
    devtools.send("ServiceWorker.enable")
    wait(page, lambda: known)
    [(scope, registration)] = known.items()
    devtools.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": scope[:-1], "registrationId": registration, "data": data},
    )
    wait(page, lambda: "Notification displayed" in seen)


def test_a_push_is_shown_opened_and_on_record(
    pats_phone: Page, line: Network, pat: Patient, delivery: Delivery
) -> None:
    page = pats_phone
    page.context.grant_permissions(["notifications"], origin=line.url)
    page.reload()
    [worker] = page.context.service_workers

    deliver(page, pushed(delivery, pat, line.url))

    words = CheckInReminder().wording(uuid4(), pat.user)
    address = f"{line.url}/check-in"
    assert worker.evaluate(SHOWN) == [[words.subject, words.body, address]]
    wait(page, lambda: Delivery.objects.get(pk=delivery.pk).shown_at)
    assert Delivery.objects.get(pk=delivery.pk).opened_at is None

    page.goto(tapped(worker))

    expect(page.get_by_role("heading", name="Check-in")).to_be_visible()
    wait(page, lambda: Delivery.objects.get(pk=delivery.pk).opened_at)
    stored = Delivery.objects.get(pk=delivery.pk)
    assert stored.status == Delivery.Status.DELIVERED
    assert stored.shown_at is not None
    assert stored.opened_at is not None
    assert stored.shown_at <= stored.opened_at
    assert worker.evaluate(SHOWN) == []


def test_a_push_that_the_browser_shows_itself_is_on_record(
    pats_phone: Page, line: Network, pat: Patient, delivery: Delivery
) -> None:
    page = pats_phone
    page.context.grant_permissions(["notifications"], origin=line.url)
    [worker] = page.context.service_workers
    data = json.loads(pushed(delivery, pat, line.url))["notification"]["data"]

    worker.evaluate(SHOWN_BY_THE_BROWSER, data)

    wait(page, lambda: Delivery.objects.get(pk=delivery.pk).shown_at)
    assert worker.evaluate(SHOWN) == []


def subscription(number: int) -> dict[str, object]:
    """What PushSubscription.toJSON() gives in a browser."""
    point = base64.urlsafe_b64encode(b"\4" + bytes(64)).decode().rstrip("=")
    return {
        "endpoint": f"https://127.0.0.1/send/{number}",
        "keys": {"p256dh": point, "auth": "A" * 22},
    }


def registered(line: Network) -> int:
    asked = [path for method, path, status in line.passed if method == "PUT"]
    return sum(path.startswith("/api/v1/push-subscriptions/") for path in asked)


def test_a_phone_says_once_a_day_that_it_takes_pushes(
    pats_phone: Page, line: Network, pat: Patient
) -> None:
    page = pats_phone
    page.context.grant_permissions(["notifications"], origin=line.url)
    page.add_init_script(f"({SUBSCRIBED})({json.dumps(subscription(1))})")

    page.reload()
    wait(page, lambda: registered(line) == 1)
    device = PushSubscription.objects.get()
    assert (device.user, device.gone_at) == (pat.user, None)
    page.reload()
    page.wait_for_load_state("networkidle")
    assert registered(line) == 1

    page.evaluate(A_DAY_AGO)
    page.reload()
    wait(page, lambda: registered(line) == 2)
    page.add_init_script(f"({SUBSCRIBED})({json.dumps(subscription(2))})")
    page.reload()
    wait(page, lambda: registered(line) == 3)
    device.refresh_from_db()
    assert device.endpoint == subscription(2)["endpoint"]


def test_a_new_address_is_told_by_the_worker(
    pats_phone: Page, line: Network, pat: Patient
) -> None:
    [worker] = pats_phone.context.service_workers

    worker.evaluate(NEW_ADDRESS, subscription(3))

    wait(pats_phone, lambda: PushSubscription.objects.exists())
    device = PushSubscription.objects.get()
    assert (device.user, device.endpoint) == (pat.user, subscription(3)["endpoint"])


def tapped(worker: Worker) -> str:
    """Where a tap leads."""
    [address] = worker.evaluate(TAP)
    return str(address)
