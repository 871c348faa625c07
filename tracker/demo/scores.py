"""The weekly questionnaires of the demo patients who sign in."""

from datetime import timedelta

from backend.accounts.models import User
from backend.common import clock
from tracker.actions import questionnaires
from tracker.demo.courses import Day
from tracker.demo.past import at
from tracker.models import Episode
from tracker.queries import questionnaires as asked

WEEKLY = "weekly_impact"
AFTER_THE_ENTRY = timedelta(minutes=3)


def answer_due(episode: Episode, answers: Day, *, by: User) -> None:
    """Answer the week's three questions behind a day's entry, if they are open."""
    today = clock.local_today(episode.patient.zone)
    pain = answers["pain"]
    open_now = [a for a in asked.due(episode, today) if a.instrument.code == WEEKLY]
    for one in open_now:
        with at(clock.now() + AFTER_THE_ENTRY):
            questionnaires.answer(
                episode=episode,
                code=WEEKLY,
                occasion=one.occasion.day,
                raw={
                    "pain": pain,
                    "enjoyment": max(pain - 1, 0),
                    "activity": max(10 - (answers.get("mobility") or 5) - 1, 0),
                },
                by=by,
                complete=True,
            )
