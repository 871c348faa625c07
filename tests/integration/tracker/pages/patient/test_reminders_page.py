"""What was sent, and what will come, on the patient's own page."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from backend.audit.models import AuditEvent
from backend.common import clock
from reminders import tasks
from reminders.actions import answers, receipts
from reminders.models import ChannelPreference, Delivery, DueReminder
from tests.factories.reminders import (
    make_delivery,
    make_message,
    make_preference,
)
from tests.factories.tracker import make_check_in
from tracker.actions import check_in_reminders
from tracker.queries import reach


@pytest.fixture
def page(signed_in, pat, pats_episode):
    check_in_reminders.follow_plan(episode=pats_episode, by="test")
    browser = signed_in(pat.user)

    def read(path="/reminders"):
        return browser.get(path).content.decode()

    return read


def sent(pat, pats_episode, at):
    """A prompt of today that the mail server took at that moment."""
    at(datetime.combine(clock.local_today(pat.zone), datetime.min.time(), UTC))
    tasks.plan_due()
    prompts = DueReminder.objects.filter(slot=0, schedule__kind="check_in")
    row = prompts.earliest("due_at")
    at(row.due_at)
    message = make_message(
        pat.user, pats_episode.clinic, kind="check_in", subject_id=pats_episode.pk,
        due_reminder=row, state="sent", settled_at=clock.now(),
    )  # fmt: skip
    DueReminder.objects.filter(pk=row.pk).update(
        state="accepted", claimed_at=clock.now(), accepted_at=clock.now()
    )
    make_delivery(message, channel="web_push", attempted_at=clock.now())
    return row


def test_person_sees_when_we_reminded_and_when_it_was_shown(
    page, pat, pats_episode, at
):
    row = sent(pat, pats_episode, at)
    at(row.due_at + timedelta(minutes=1))
    receipts.record(delivery_id=Delivery.objects.get().pk, kind="shown")

    shown = page()

    assert "by notification to " in shown
    assert ", shown at " in shown
    row.refresh_from_db()
    assert (row.state, row.shown_at - row.due_at) == ("shown", timedelta(minutes=1))


def test_answer_is_noted_in_the_ledger_once(page, pat, pats_episode, at):
    row = sent(pat, pats_episode, at)
    at(row.due_at + timedelta(minutes=9))
    make_check_in(pats_episode, 9, local_date=row.local_date, received_at=clock.now())
    pats_episode.caseload.last_entry_at = clock.now()
    pats_episode.caseload.save()

    assert answers.note(clock.now()) == 1
    assert answers.note(clock.now()) == 0

    row.refresh_from_db()
    assert (row.state, row.answered_at) == ("answered", clock.now())
    assert row.accepted_at == row.claimed_at == row.due_at


def test_every_prompt_to_come_is_listed(page, pat, at):
    listed = page("/reminders/all")

    # Day 9 of the plan: what is left of the daily, three a week, weekly and monthly.
    assert listed.count('<td class="number">') > 30
    assert "(New York time)" in listed
    assert "Check-in reminder, asked again" in listed
    assert "Questionnaire reminder" in listed


def test_list_and_ledger_agree(page, signed_in, pat):
    page()
    tasks.plan_due()

    answer = signed_in(pat.user).get("/reminders/all")

    listed = [one.due_at for _, one in answer.context["ahead"]]
    planned = DueReminder.objects.filter(state="planned", due_at__gt=clock.now())
    stored = sorted(planned.values_list("due_at", flat=True))
    assert stored
    assert listed[: len(stored)] == stored


def test_stranger_sees_nothing_of_it(page, pat, pats_episode, at, signed_in, quin):
    sent(pat, pats_episode, at)

    assert "Nothing yet." in signed_in(quin.user).get("/reminders").content.decode()


def test_all_that_was_sent_is_paged(page, pat, pats_episode, at):
    start = clock.now()
    for number in range(33):
        at(start + timedelta(minutes=number))
        make_message(pat.user, pats_episode.clinic, kind="scripted")

    first = page("/reminders/sent")

    assert first.count("<li>") == 30
    older = re.search(r'href="(\?before=[^"]+)"', first)[1]
    second = page("/reminders/sent" + older)
    assert second.count("<li>") == 3
    assert "Newest" in second


def test_test_message_shows_what_became_of_it(page, pat, at):
    assert "Your last test" not in page()
    message = make_message(
        pat.user, None, kind="test", state="sent", settled_at=clock.now()
    )
    delivery = make_delivery(message, channel="web_push", attempted_at=clock.now())
    receipts.record(delivery_id=delivery.pk, kind="shown")

    shown = page()

    assert re.search(r"Your last test: sent at .* · shown at \d\d:\d\d", shown)
    at(clock.now() + timedelta(hours=2))
    assert "Your last test" not in page()


def test_one_tap_lets_mails_in_again_for_somebody_unreached(
    page, pat, pats_episode, signed_in
):
    make_preference(pat.user, channels=["web_push"], stopped_channels=["email"])
    for path in ("/today", "/reminders"):
        assert "No reminder can reach you" in page(path)

    signed_in(pat.user).post("/reminders/repair")

    stored = ChannelPreference.objects.get(user=pat.user)
    assert (stored.channels, stored.stopped_channels) == (["web_push", "email"], [])
    assert reach.unreached(pats_episode.clinic) == {}
    assert "No reminder can reach you" not in page("/today")
    assert AuditEvent.objects.filter(action="channel.resumed").count() == 1
    signed_in(pat.user).post("/reminders/repair")
    assert AuditEvent.objects.filter(action="channel.resumed").count() == 1


def test_mailbox_that_refuses_is_said_to_its_owner(page, pat, pats_episode):
    message = make_message(pat.user, pats_episode.clinic)
    make_delivery(message, status="permanent_failure", error="smtp_550")

    shown = page("/today")

    assert "do not arrive, and no phone of yours takes notifications" in shown
    assert reach.unreached(pats_episode.clinic) == {
        pat.user.pk: ("no_device", "email_fails")
    }


def test_state_of_a_test_is_one_sentence_for_an_hour(signed_in, pat, pia, at):
    browser = signed_in(pat.user)
    assert browser.get("/reminders/test/state").status_code == 204
    message = make_message(
        pat.user, None, kind="test", state="sent", settled_at=clock.now()
    )
    make_delivery(message, channel="email", attempted_at=clock.now())

    answer = browser.get("/reminders/test/state")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().startswith("Your last test: sent at ")
    assert signed_in(pia.user).get("/reminders/test/state").status_code == 204
    at(clock.now() + timedelta(hours=2))
    assert signed_in(pat.user).get("/reminders/test/state").status_code == 204
