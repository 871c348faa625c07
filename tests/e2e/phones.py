"""Phones of patients who are signed in, and what they keep."""

from collections.abc import Callable
from typing import Any

from django.test import Client
from playwright.sync_api import BrowserContext, Error, Page

from tests.product import until
from tracker.models import CheckIn, Patient

IN_CHARGE = """() => new Promise((done, fail) => {
    const worker = navigator.serviceWorker;
    setTimeout(() => fail(new Error("the service worker did not take charge")), 60000);
    if (worker.controller) done();
    else worker.addEventListener("controllerchange", () => done());
})"""

# Everything in the caches and in IndexedDB, as text.
KEPT = """async () => {
    const text = [];
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            text.push(request.url, await (await cache.match(request)).text());
        }
    }
    for (const { name } of await indexedDB.databases()) {
        const database = await new Promise((done) => {
            indexedDB.open(name).onsuccess = (event) => done(event.target.result);
        });
        for (const table of database.objectStoreNames) {
            const rows = await new Promise((done) => {
                const all = database.transaction(table).objectStore(table).getAll();
                all.onsuccess = () => done(all.result);
            });
            for (const row of rows) {
                text.push(`row ${table} ${JSON.stringify(row)}`);
                if (row.data) text.push(new TextDecoder("latin1").decode(row.data));
            }
        }
        database.close();
    }
    text.push(JSON.stringify({ ...localStorage }));
    return text.join("\\n");
}"""

CARD_IS_KEPT = """async () => {
    const { card } = await import("/static/js/device.js");
    return (await card()) !== null;
}"""


def put_away(context: BrowserContext) -> None:
    """Close the phone, whatever its pages are about to do.

    Chromium says that it has closed a page which is just arriving at another one, and
    does not: whoever waits for the end waits for ever. An empty page goes nowhere.
    """
    context.set_offline(False)
    for page in context.pages:
        page.unroute_all(behavior="ignoreErrors")
        _leave(page)
    context.close()


def _leave(page: Page) -> None:
    for _ in range(3):
        try:
            page.goto("about:blank")
        except Error:  # it was on its way elsewhere, and may be there now
            continue
        return


def sign_in(context: BrowserContext, patient: Patient, url: str) -> None:
    client = Client()
    client.force_login(patient.user)
    cookie = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": url}])


def first_visit(page: Page) -> None:
    """Opened once with a connection: the shell and the sealed card are kept."""
    page.goto("/today")
    page.evaluate(IN_CHARGE)
    wait(page, lambda: page.evaluate(CARD_IS_KEPT))


def answer(page: Page) -> None:
    page.goto("/check-in")
    tap(page, "pain_6", "mobility_5", "no_symptoms")


def tap(page: Page, *ids: str) -> None:
    for name in ids:
        page.locator(f"label[for={name}]").click()


def wait(page: Page, true: Callable[[], Any]) -> None:
    """Wait for the server or the phone without stopping the browser's events."""

    def now() -> Any:
        page.wait_for_timeout(100)
        return true()

    until(now)


def stored(page: Page, count: int) -> None:
    wait(page, lambda: CheckIn.objects.count() == count)
