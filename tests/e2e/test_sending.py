"""What can happen between saving on the phone and the clinic having it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import network
from tests.e2e.network import Network
from tests.e2e.phones import KEPT, answer, sign_in, stored, tap, wait
from tracker.models import CheckIn, Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAVED = re.compile("Saved on this phone")
SEEN_AGAIN = "() => document.dispatchEvent(new Event('visibilitychange'))"
WAITING = """async () => {
    const { waiting } = await import("/static/js/outbox.js");
    return waiting();
}"""


def save(page: Page) -> None:
    page.get_by_role("button", name="Save").click()


def save_without_a_connection(page: Page, line: Network) -> None:
    answer(page)
    line.down()
    save(page)
    expect(page.get_by_role("heading", name=SAVED)).to_be_visible()


def posts_answered_with(status: int | str) -> network.Fault:
    return lambda method, path: status if method == "POST" else None


def test_killed_tab_sends_once_when_opened_again(
    pats_phone: Page, line: Network
) -> None:
    context = pats_phone.context
    save_without_a_connection(pats_phone, line)
    pats_phone.close()

    line.up()
    again = context.new_page()
    again.goto("/today")

    stored(again, 1)
    again.goto("/messages")
    expect(again.locator("#unsent")).to_be_hidden()
    assert CheckIn.objects.count() == line.posts("/check-in") == 1


def test_lost_answer_is_asked_for_again_and_stored_once(
    pats_phone: Page, line: Network
) -> None:
    answer(pats_phone)
    line.fault = lambda method, path: (
        network.LOST if method == "POST" and not line.posts("/check-in") > 1 else None
    )

    save(pats_phone)

    expect(pats_phone.get_by_role("heading", name="Sent")).to_be_visible()
    assert line.posts("/check-in") > 1
    assert CheckIn.objects.count() == 1


def test_two_tabs_do_not_both_send(pats_phone: Page, line: Network) -> None:
    other = pats_phone.context.new_page()
    other.goto("/messages")
    save_without_a_connection(pats_phone, line)

    line.up()
    for page in (pats_phone, other):
        page.evaluate("() => dispatchEvent(new Event('online'))")

    stored(pats_phone, 1)
    wait(other, lambda: other.evaluate(WAITING) == [])
    assert line.posts("/check-in") == 1


def test_worker_sends_when_no_page_of_the_app_is_open(
    pats_phone: Page, line: Network
) -> None:
    save_without_a_connection(pats_phone, line)
    line.up()
    # A page without a module of ours: only the worker can send.
    pats_phone.goto("/offline")
    devtools = pats_phone.context.new_cdp_session(pats_phone)
    known: dict[str, str] = {}
    devtools.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: known.update(
            {r["scopeURL"]: r["registrationId"] for r in event["registrations"]}
        ),
    )
    devtools.send("ServiceWorker.enable")
    wait(pats_phone, lambda: known)

    devtools.send(
        "ServiceWorker.dispatchSyncEvent",
        {
            "origin": line.url,
            "registrationId": known[f"{line.url}/"],
            "tag": "outbox",
            "lastChance": False,
        },
    )

    stored(pats_phone, 1)
    # It is stored before its answer has passed the line.
    wait(pats_phone, lambda: line.posts("/check-in") == 1)


def test_saved_page_turns_into_the_answer(pats_phone: Page, line: Network) -> None:
    save_without_a_connection(pats_phone, line)

    line.up()
    pats_phone.evaluate(SEEN_AGAIN)

    expect(pats_phone.get_by_role("heading", name="Sent")).to_be_visible()


def test_late_answer_that_is_an_emergency_is_opened(
    pats_phone: Page, line: Network
) -> None:
    """Two signs that are one only together: the phone alone cannot tell."""
    pats_phone.goto("/symptom")
    for code in ("shaking_chills", "confusion"):
        tap(pats_phone, f"symptom_{code}", f"change_{code}_new")
    line.down()
    pats_phone.get_by_role("button", name="Send", exact=True).click()
    expect(pats_phone.get_by_role("heading", name=SAVED)).to_be_visible()

    line.up()
    pats_phone.evaluate(SEEN_AGAIN)

    pats_phone.wait_for_url(re.compile("/emergency/"))


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "You are signed out"),
        (409, "did not take it"),
        (422, "could not read one answer"),
        (500, "had a fault"),
    ],
)
def test_answer_of_the_server_keeps_the_entry_and_is_told(
    status: int, words: str, pats_phone: Page, line: Network
) -> None:
    save_without_a_connection(pats_phone, line)
    line.up()
    line.fault = posts_answered_with(status)

    pats_phone.goto("/unsent")

    expect(pats_phone.locator("#entries")).to_contain_text(words)
    expect(pats_phone.locator("#entries")).to_contain_text("Pain 6 of 10")
    assert CheckIn.objects.count() == 0
    line.fault = None
    parked = status in (409, 422)
    pats_phone.goto("/today")
    if parked:
        expect(pats_phone.locator("#unsent")).to_contain_text("could not be sent: 1")
        assert CheckIn.objects.count() == 0
    else:
        stored(pats_phone, 1)


def test_server_that_never_answers_keeps_the_entry(
    pats_phone: Page, line: Network
) -> None:
    answer(pats_phone)
    line.fault = posts_answered_with(network.NEVER)
    save(pats_phone)
    pats_phone.wait_for_timeout(1000)
    context = pats_phone.context
    pats_phone.close()
    line.fault = None

    again = context.new_page()
    again.goto("/today")

    stored(again, 1)


def test_clock_and_zone_that_change_leave_the_entry_as_it_was_written(
    pats_phone: Page, line: Network
) -> None:
    save_without_a_connection(pats_phone, line)
    row = pats_phone.evaluate(WAITING)[0]
    devtools = pats_phone.context.new_cdp_session(pats_phone)
    devtools.send("Emulation.setTimezoneOverride", {"timezoneId": "Pacific/Auckland"})
    pats_phone.clock.set_fixed_time("2031-03-01T03:00:00Z")

    line.up()
    pats_phone.evaluate(SEEN_AGAIN)

    stored(pats_phone, 1)
    entry = CheckIn.objects.get()
    assert f"local_date={entry.local_date}" in row["body"]
    assert entry.recorded_at.year != 2031
    written = entry.recorded_at.isoformat()[:16].replace(":", "%3A")
    assert f"recorded_at={written}" in row["body"]


def test_evicted_storage_breaks_nothing(pats_phone: Page, line: Network) -> None:
    devtools = pats_phone.context.new_cdp_session(pats_phone)
    devtools.send(
        "Storage.clearDataForOrigin", {"origin": line.url, "storageTypes": "indexeddb"}
    )

    answer(pats_phone)
    save(pats_phone)

    expect(pats_phone.get_by_role("heading", name="Sent")).to_be_visible()
    stored(pats_phone, 1)


def test_entry_lies_sealed_on_the_phone(pats_phone: Page, line: Network) -> None:
    pats_phone.goto("/check-in")
    tap(pats_phone, "pain_6", "mobility_5", "no_symptoms")
    pats_phone.get_by_text("Add more, if you like").click()
    pats_phone.locator("#note_value").fill("Fell over the old wheelbarrow")
    line.down()
    save(pats_phone)
    expect(pats_phone.get_by_role("heading", name=SAVED)).to_be_visible()

    kept = pats_phone.evaluate(KEPT)

    assert "row outbox" in kept
    assert [word for word in ("wheelbarrow", "pain=6", "csrf=") if word in kept] == []
    row = pats_phone.evaluate(WAITING)[0]
    assert "wheelbarrow" in row["body"]
    assert row["zone"]
    assert len(row["localTime"]) == 16


def test_unsent_entries_can_be_read_out_and_copied(
    pats_phone: Page, line: Network
) -> None:
    pats_phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    save_without_a_connection(pats_phone, line)

    pats_phone.goto("/unsent")
    pats_phone.get_by_role("button", name="Copy all as text").click()

    expect(pats_phone.get_by_role("button", name="Copied")).to_be_visible()
    text = pats_phone.evaluate("() => navigator.clipboard.readText()")
    assert text.splitlines()[1:] == [
        "Pain 6 of 10",
        "I do about half of what I usually do",
        "None of the symptoms",
    ]


def test_signing_out_leaves_nothing_behind(
    pats_phone: Page, line: Network, pat: Patient
) -> None:
    pats_phone.goto("/reminders")
    pats_phone.locator("#sign-out").click()
    pats_phone.wait_for_url(re.compile("/accounts/login/"))

    kept = pats_phone.evaluate(KEPT)

    assert "row " not in kept
    assert kept.strip() == "{}"


@pytest.mark.parametrize("choice", ["keep", "delete", "stay"])
def test_signing_out_asks_what_to_do_with_the_unsent(
    choice: str, pats_phone: Page, line: Network, pat: Patient
) -> None:
    save_without_a_connection(pats_phone, line)
    line.up()
    line.fault = posts_answered_with(500)
    pats_phone.goto("/reminders")
    line.fault = lambda method, path: 500 if path == "/check-in" else None

    pats_phone.locator("#sign-out").click()
    asked = pats_phone.locator("#before-leaving")
    expect(asked).to_contain_text("Check-ins on this phone, not sent yet: 1.")
    asked.get_by_role("button", name=re.compile(choice, re.I)).click()

    if choice == "stay":
        expect(asked).to_be_hidden()
        assert pats_phone.url.endswith("/reminders")
        return
    pats_phone.wait_for_url(re.compile("/accounts/login/"))
    kept = pats_phone.evaluate(KEPT)
    assert ("row outbox" in kept) == (choice == "keep")
    assert pat.clinic.phone not in kept
    line.fault = None
    sign_in(pats_phone.context, pat, line.url)
    pats_phone.goto("/today")
    if choice == "keep":
        stored(pats_phone, 1)
    else:
        expect(pats_phone.locator("#unsent")).to_be_hidden()


def test_ended_session_is_forgotten_but_not_its_entries(
    pats_phone: Page, line: Network, pat: Patient
) -> None:
    save_without_a_connection(pats_phone, line)
    pats_phone.context.clear_cookies(name="sessionid")
    line.up()
    pats_phone.evaluate(SEEN_AGAIN)

    has_card = (
        "async () => (await (await import('/static/js/device.js')).card()) !== null"
    )
    wait(pats_phone, lambda: not pats_phone.evaluate(has_card))
    assert CheckIn.objects.count() == 0
    sign_in(pats_phone.context, pat, line.url)
    pats_phone.goto("/today")
    stored(pats_phone, 1)


def test_nobodys_phone_keeps_no_check_in_and_says_so(
    pats_phone: Page, line: Network
) -> None:
    pats_phone.context.clear_cookies(name="sessionid")
    pats_phone.evaluate(
        "async () => { await (await import('/static/js/device.js')).ask() }"
    )
    line.down()
    answer(pats_phone)

    save(pats_phone)

    expect(pats_phone.get_by_text("could not be kept on this phone")).to_be_visible()
    expect(pats_phone.locator("#check-in")).to_be_visible()
