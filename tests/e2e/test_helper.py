"""Somebody helps Pat, also on Pat's own phone: nobody's entry becomes another's."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.network import Network
from tests.e2e.phones import answer, sign_in, stored, tap
from tracker.actions import consents, helpers
from tracker.models import CheckIn, Episode, Helper, Patient
from tracker.queries import consent_texts

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def maria(pat: Patient) -> Helper:
    helper, link = helpers.invite(
        patient=pat,
        by=pat.user,
        name="Maria Ruiz",
        relation="daughter",
        email="maria@example.org",
        may_read=True,
    )
    helpers.accept(
        token=link.rsplit("/", 1)[-1],
        zone=pat.zone,
        locale="en",
        agreed_to="2026-11",
        proved="maria@example.org",
    )
    helper.refresh_from_db()
    return helper


def save(page: Page) -> None:
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Saved on this phone")).to_be_visible()


def hand_over(phone: Page, line: Network, maria: Helper, path: str) -> None:
    """A connection and another person at once.

    The worker tries by itself as soon as it can: nothing may pass before she is there.
    """
    line.fault = lambda method, path: 503 if method == "POST" else None
    line.up()
    sign_in(phone.context, maria, line.url)  # type: ignore[arg-type]
    phone.goto(path)
    line.fault = None


def test_two_people_on_one_phone_each_send_their_own(
    pats_phone: Page,
    line: Network,
    pat: Patient,
    maria: Helper,
    pats_episode: Episode,
) -> None:
    phone = pats_phone
    line.down()
    answer(phone)
    save(phone)
    hand_over(phone, line, maria, f"/helping/{pats_episode.pk}/check-in")
    tap(phone, "pain_3", "mobility_8", "no_symptoms")
    line.down()
    save(phone)
    line.up()

    phone.goto("/helping")

    stored(phone, 1)
    assert CheckIn.objects.get().entered_by == maria.user
    sign_in(phone.context, pat, line.url)
    phone.goto("/today")
    stored(phone, 2)
    assert [(c.pain, c.entered_by) for c in CheckIn.objects.order_by("pain")] == [
        (3, maria.user),
        (6, pat.user),
    ]


def test_a_helper_without_a_connection_writes_for_the_patient(
    pats_phone: Page, line: Network, maria: Helper, pats_episode: Episode
) -> None:
    phone = pats_phone
    sign_in(phone.context, maria, line.url)  # type: ignore[arg-type]
    phone.goto("/helping")
    phone.wait_for_function(
        """async () => {
            const { card } = await import("/static/js/device.js");
            return Boolean((await card())?.helping);
        }"""
    )
    line.down()
    answer(phone)
    expect(phone.locator("#for-day")).to_contain_text("Pat: ")
    assert phone.locator("#note").count() == 0
    save(phone)
    line.up()

    phone.goto("/helping")

    stored(phone, 1)
    entry = CheckIn.objects.get()
    assert (entry.episode, entry.entered_by) == (pats_episode, maria.user)


def test_an_emergency_is_shown_from_the_device_for_the_patient(
    pats_phone: Page, line: Network, maria: Helper, pats_episode: Episode
) -> None:
    phone = pats_phone
    sign_in(phone.context, maria, line.url)  # type: ignore[arg-type]
    phone.goto(f"/helping/{pats_episode.pk}/check-in")
    tap(phone, "pain_3", "mobility_8", "symptom_saddle_numbness")
    tap(phone, "change_saddle_numbness_new")

    expect(phone.locator(".emergency").get_by_text("For Pat")).to_be_visible()
    expect(phone.get_by_role("link", name="Call 911")).to_be_visible()
    stored(phone, 1)
    phone.wait_for_url(f"**/helping/{pats_episode.pk}/emergency/**")


def test_a_helper_who_signs_out_leaves_the_patients_unsent_entry(
    pats_phone: Page, line: Network, pat: Patient, maria: Helper, pats_episode: Episode
) -> None:
    phone = pats_phone
    line.down()
    answer(phone)
    save(phone)
    hand_over(phone, line, maria, "/helping")

    phone.get_by_role("button", name="Sign out").click()

    phone.wait_for_url("**/login/**")
    assert CheckIn.objects.count() == 0
    sign_in(phone.context, pat, line.url)
    phone.goto("/today")
    stored(phone, 1)
    assert CheckIn.objects.get().entered_by == pat.user


def test_an_emergency_after_a_withdrawal_is_never_filed(
    pats_phone: Page, pat: Patient, pats_episode: Episode
) -> None:
    phone = pats_phone
    phone.goto("/symptom")
    consents.withdraw(patient=pat, by=pat.user)
    tap(phone, "symptom_saddle_numbness", "change_saddle_numbness_new")

    receipt = phone.locator("#emergency-receipt")
    expect(receipt).to_contain_text("since the consent was withdrawn")
    text = consent_texts.current(pat.clinic, "en")
    consents.give(patient=pat, text=text, by=pat.user)
    phone.goto("/unsent")
    expect(phone.locator("#entries")).to_contain_text("The consent was withdrawn")
    phone.once("dialog", lambda dialog: dialog.accept())
    phone.get_by_role("button", name="Delete it").click()

    expect(phone.locator("#no-entries")).to_be_visible()
    assert CheckIn.objects.count() == 0
