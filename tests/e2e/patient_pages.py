"""Every page that a patient can open, with the records that make them whole."""

import uuid

from django.urls import reverse

from backend.accounts.models import Clinic, User
from backend.common import clock
from reminders.actions import stop_links
from tests.factories.tracker import make_check_in, make_patient
from tracker.actions import check_ins, helpers, invitations
from tracker.models import Helper, Patient
from tracker.queries import questionnaires

PLAIN = (
    "today", "check-in", "symptom", "progress", "plan", "questionnaires", "messages",
    "summary", "sharing", "my-data", "my-consent", "reminders", "all-reminders",
    "reminders-sent", "zone", "helpers", "call", "unsent",
    "shell-today", "shell-check-in", "shell-symptom", "shell-plan",
)  # fmt: skip
WITH_RECORD = ("check-in-result", "emergency", "questionnaire", "stop")
# Files, steps without a page, and the pages of somebody who is no patient yet.
NOT_SHOWN = frozenset(
    {
        "home", "device", "check-in-answer", "milestone", "plan-read", "summary-pdf",
        "my-data-json", "my-data-csv", "my-data-pdf", "sharing-end", "reminders-test",
        "reminders-test-state", "reminders-repair", "zone-back", "own-language",
        "helper-end", "helper-reading", "invitation", "helper-invitation", "shared",
    }
)  # fmt: skip


def with_a_story(patient: Patient) -> list[str]:
    """The addresses, after some days of pain and an emergency this morning."""
    episode = patient.episodes.get()
    for day in range(8):
        make_check_in(episode, day, pain=7 - day // 2)
    sent = check_ins.submit(
        check_in_id=uuid.uuid4(),
        raw={
            "local_date": clock.local_today(patient.zone).isoformat(),
            "recorded_at": clock.now().isoformat(),
            "pain": 6,
            "symptoms": [{"code": "saddle_numbness", "change": "new"}],
        },
        by=patient.user,
    )
    asked = questionnaires.due(episode, clock.local_today(patient.zone))[0]
    records = [
        reverse("check-in-result", args=[sent.check_in_id]),
        reverse("emergency", args=[sent.check_in_id]),
        reverse("questionnaire", args=[asked.instrument.code, asked.occasion.day]),
        stop_links.path(patient.user, "email"),
    ]
    return [*map(reverse, PLAIN), *records]


def of_a_helper(patient: Patient, locale: str) -> tuple[Helper, list[str]]:
    """Somebody who may see what a helper can be shown, and their pages."""
    helper, link = helpers.invite(
        patient=patient,
        by=patient.user,
        name="Maria Ruiz",
        relation="daughter",
        email="maria@example.org",
        may_read=True,
    )
    token = link.rsplit("/", 1)[-1]
    helpers.accept(
        token=token,
        zone=patient.zone,
        locale=locale,
        agreed_to="2026-11",
        proved="maria@example.org",
    )
    helper.refresh_from_db()
    episode = [patient.episodes.get().pk]
    entering = [
        reverse(name, args=episode) for name in ("helper-check-in", "helper-symptom")
    ]
    reading = map(reverse, ("helping", "helper-progress", "helper-messages"))
    return helper, [*reading, *entering]


def of_nobody(clinic: Clinic, by: User) -> list[str]:
    """What somebody sees who is not signed in."""
    ned = make_patient(clinic, name="Ned Weber", user=None)
    link = invitations.invite_patient(patient=ned, by=by)
    invitation = link[link.index("/invitation/") :]
    signing_in = map(reverse, ("account_login", "account_request_login_code"))
    return [*signing_in, reverse("offline"), invitation, "/nothing-here"]
