"""The app opens without a connection, for whoever opened it once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from backend.local import chromium
from tests.e2e import network
from tests.e2e.conftest import ARGUMENTS, MILLISECONDS, PHONE
from tests.e2e.network import Network
from tests.e2e.phones import (
    KEPT,
    answer,
    first_visit,
    put_away,
    sign_in,
    stored,
    tap,
    wait,
)
from tracker.models import Alert, CheckIn, Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = {
    "/today": "How is your back today?",
    "/check-in": "Check-in",
    "/symptom": "Report a symptom",
    "/plan": "What to expect",
    "/unsent": "On this phone, not sent yet",
    "/call": "Call",
    "/progress": "No connection",
}


def all_pages_open(page: Page) -> None:
    for path, heading in PAGES.items():
        page.goto(path)
        expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()


def test_every_page_of_the_shell_opens(pats_phone: Page, line: Network) -> None:
    line.down()

    all_pages_open(pats_phone)


def test_shell_speaks_of_the_persons_own_clinic(
    pats_phone: Page, line: Network, pat: Patient
) -> None:
    line.down()

    pats_phone.goto("/check-in")

    call = pats_phone.locator("#emergency-now a[data-tel=phone]")
    expect(call).to_contain_text(pat.clinic.phone)
    assert "Hudson" not in pats_phone.content()
    pats_phone.goto("/today")
    expect(pats_phone.get_by_role("link", name="In an emergency, 911")).to_be_visible()
    pats_phone.goto("/plan")
    expect(
        pats_phone.locator("[aria-current]", has_text="Weeks 1 to 2")
    ).to_be_visible()
    # Day 9: what there was to know until now, and nothing of later weeks.
    pats_phone.get_by_text("Good to know", exact=True).click()
    expect(pats_phone.get_by_text("It is all right to worry")).to_be_visible()
    expect(pats_phone.get_by_text("At six months")).to_be_hidden()


def test_check_in_of_the_shell_arrives_once(pats_phone: Page, line: Network) -> None:
    line.down()
    answer(pats_phone)
    pats_phone.get_by_role("button", name="Save").click()
    expect(
        pats_phone.get_by_role("heading", name="Saved on this phone")
    ).to_be_visible()

    line.up()
    pats_phone.goto("/today")

    stored(pats_phone, 1)
    entry = CheckIn.objects.get()
    assert (entry.pain, entry.mobility) == (6, 5)
    expect(pats_phone.locator("#unsent")).to_be_hidden()


def test_emergency_of_the_shell_names_the_country_and_arrives(
    pats_phone: Page, line: Network
) -> None:
    line.down()
    pats_phone.goto("/symptom")
    tap(pats_phone, "symptom_saddle_numbness", "change_saddle_numbness_new")

    expect(pats_phone.get_by_role("link", name="Call 911")).to_be_visible()
    expect(pats_phone.locator("#emergency-text")).not_to_contain_text("{")
    expect(pats_phone.get_by_text("NOT received")).to_be_visible()

    line.up()
    expect(pats_phone.get_by_text("The clinic received this at")).to_be_visible()
    assert Alert.objects.get().level == 4


def test_slow_server_is_not_waited_for(pats_phone: Page, line: Network) -> None:
    line.fault = lambda method, path: network.NEVER if path == "/check-in" else None

    pats_phone.goto("/check-in")

    expect(pats_phone.get_by_text("No connection just now")).to_be_visible()
    tap(pats_phone, "pain_6")
    expect(pats_phone.locator("#mobility")).to_be_visible()


def test_server_that_is_being_replaced_is_not_waited_for(
    pats_phone: Page, line: Network
) -> None:
    line.fault = lambda method, path: 503

    pats_phone.goto("/check-in")

    expect(pats_phone.get_by_text("No connection just now")).to_be_visible()


def test_caches_hold_nothing_personal(pats_phone: Page, pat: Patient) -> None:
    for path in ("/today", "/check-in", "/plan", "/progress", "/messages"):
        pats_phone.goto(path)

    kept = pats_phone.evaluate(KEPT)

    episode = pat.episodes.get()
    personal = [pat.name, "Alvarez", pat.user.email, pat.clinic.name, pat.clinic.phone]
    personal += [
        str(episode.pk),
        str(pat.pk),
        episode.procedure.performed_on.isoformat(),
    ]
    assert [word for word in personal if word in kept] == []
    assert "row kept" in kept


@pytest.fixture
def start(
    playwright: Playwright, tmp_path: Path, line: Network
) -> Iterator[Callable[[], BrowserContext]]:
    """`start()`: a browser that keeps what it has in one folder, as a phone does."""
    started: list[BrowserContext] = []

    def launch() -> BrowserContext:
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "browser",
            executable_path=str(chromium.ensure()),
            args=ARGUMENTS,
            base_url=line.url,
            **PHONE,
        )
        context.set_default_timeout(MILLISECONDS)
        started.append(context)
        return context

    yield launch
    put_away(started[-1])


def test_opens_and_sends_after_the_browser_was_started_again(
    start: Callable[[], BrowserContext], line: Network, pat: Patient
) -> None:
    before = start()
    sign_in(before, pat, line.url)
    page = before.new_page()
    first_visit(page)
    line.down()
    answer(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    before.close()

    page = start().new_page()
    all_pages_open(page)
    page.goto("/unsent")
    expect(page.locator("#entries")).to_contain_text("Pain 6 of 10")

    line.up()
    sign_in(page.context, pat, line.url)
    page.goto("/today")
    stored(page, 1)


def is_worker(path: str) -> bool:
    return path.startswith("/sw.js")


def test_opens_after_an_update(pats_phone: Page, line: Network) -> None:
    changed = b"\nglobalThis.another = 1;"
    line.change = lambda path, body: body + changed if is_worker(path) else body
    pats_phone.goto("/today")
    use = pats_phone.get_by_role("button", name="Use it")
    expect(use).to_be_visible()
    with pats_phone.expect_navigation():
        use.click()
    expect(pats_phone.get_by_role("heading", name="Hello")).to_be_visible()
    line.down()

    all_pages_open(pats_phone)


def test_update_waits_for_a_form_that_is_being_filled_in(
    pats_phone: Page, line: Network
) -> None:
    pats_phone.goto("/check-in")
    tap(pats_phone, "pain_6")
    line.change = lambda path, body: body + b"\n;" if is_worker(path) else body
    pats_phone.evaluate(
        "() => navigator.serviceWorker.ready.then((found) => found.update())"
    )
    wait(
        pats_phone,
        lambda: pats_phone.evaluate(
            "() => navigator.serviceWorker.ready.then((found) => !!found.waiting)"
        ),
    )

    tap(pats_phone, "mobility_5", "no_symptoms")
    assert pats_phone.get_by_role("button", name="Use it").count() == 0
    pats_phone.get_by_role("button", name="Save").click()

    expect(pats_phone.get_by_role("heading", name="Sent")).to_be_visible()
    stored(pats_phone, 1)
    expect(pats_phone.get_by_role("button", name="Use it")).to_be_visible()


def test_can_be_installed(
    start: Callable[[], BrowserContext], line: Network, pat: Patient
) -> None:
    context = start()
    sign_in(context, pat, line.url)
    page = context.new_page()
    first_visit(page)
    devtools = context.new_cdp_session(page)

    manifest = devtools.send("Page.getAppManifest")
    errors = devtools.send("Page.getInstallabilityErrors")

    assert manifest["errors"] == []
    assert errors["installabilityErrors"] == []


def test_speaks_the_language_that_was_chosen_last(
    pats_phone: Page, line: Network
) -> None:
    pats_phone.goto("/reminders")
    pats_phone.get_by_label("Language").select_option("de")
    pats_phone.get_by_role("button", name="Change the language").click()
    expect(pats_phone.get_by_role("heading", name="Erinnerungen")).to_be_visible()
    wait(
        pats_phone,
        lambda: pats_phone.evaluate(
            "() => navigator.serviceWorker.controller?.scriptURL.endsWith('lang=de')"
        ),
    )
    line.down()

    pats_phone.goto("/check-in")

    expect(pats_phone.get_by_text("Gerade keine Verbindung")).to_be_visible()
    expect(pats_phone.locator("html")).to_have_attribute("lang", "de")
