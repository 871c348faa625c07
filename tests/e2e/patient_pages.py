"""Every page that a patient can open, with the records that make them whole."""

import uuid

from django.urls import reverse

from backend.common import clock
from reminders.actions import stop_links
from tests.factories.tracker import make_check_in
from tracker.actions import check_ins
from tracker.models import Patient
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
        "reminders-repair", "zone-back", "own-language", "helper-end",
        "helper-reading", "invitation", "helper-invitation", "shared",
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
