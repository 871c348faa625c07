"""What staff see at the width of a phone: nothing cut, no word in two."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.e2e.axe import TOO_WIDE
from tests.e2e.conftest import DESK, PHONE
from tracker.models import Alert, Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# A table that can be pushed aside hides its last columns from who does not know.
CUT = """() => [...document.querySelectorAll("main .scroll-x")]
    .filter((one) => one.scrollWidth > one.clientWidth + 1)
    .map((one) => `${one.getAttribute("aria-label")} is cut`)"""
BROKEN_WORDS = """() => {
    const broken = [];
    const range = document.createRange();
    for (const one of document.querySelectorAll("main :is(.button, button, th, td)")) {
        const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
        for (let text = walk.nextNode(); text; text = walk.nextNode()) {
            if (text.parentElement.closest(".visually-hidden, thead")) continue;
            for (const word of text.data.matchAll(/[A-Za-z]{2,}/g)) {
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                if (range.getClientRects().length > 1) broken.push(word[0]);
            }
        }
    }
    return broken;
}"""
SHOWN_CHARTS = """() => [...document.querySelectorAll("main div[class^=chart-]")]
    .filter((one) => one.checkVisibility()).map((one) => one.className)"""


@pytest.fixture
def paths(pat: Patient, stories: None) -> list[str]:
    alert, of_pat = Alert.objects.get(), f"/clinic/patients/{pat.pk}"
    return [
        *(f"/clinic/{page}" for page in ("", "people", "duty", "enrol", "protocol")),
        *(f"/clinic/{page}" for page in ("notifications", "instruments", "education")),
        *(
            f"/clinic/{page}"
            for page in ("rules", "rules/precision", "rules/languages")
        ),
        *("/clinic/rules/try?version=2026.1", "/clinic/adverse-events"),
        *(f"/clinic/alerts/{alert.pk}", f"/clinic/alerts/{alert.pk}/adverse-event"),
        *(of_pat, f"{of_pat}/check-in", f"{of_pat}/summary", f"{of_pat}/consent"),
        *(f"{of_pat}/reminders", f"{of_pat}/second-procedure"),
    ]


def test_nothing_is_cut(
    lena: Any, paths: list[str], signed_in_page: Callable[..., Page]
) -> None:
    page = signed_in_page(lena, PHONE, "light")

    faults = []
    for path in paths:
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        faults += [f"{path}: {wide}" for wide in page.evaluate(TOO_WIDE)]
        faults += [f"{path}: {cut}" for cut in page.evaluate(CUT)]
        faults += [f"{path}: {word} in two" for word in page.evaluate(BROKEN_WORDS)]

    assert not faults, "\n".join(faults)


def test_one_chart_for_the_room_there_is(
    ada: Any, pat: Patient, stories: None, signed_in_page: Callable[..., Page]
) -> None:
    shown = []
    for device in (PHONE, DESK):
        page = signed_in_page(ada, device, "light")
        for path in (f"alerts/{Alert.objects.get().pk}", f"patients/{pat.pk}"):
            page.goto(f"/clinic/{path}")
            shown += page.evaluate(SHOWN_CHARTS)

    assert shown == ["chart-narrow"] * 2 + ["chart-wide"] * 2
