"""Lives a demo patient's days: what was written, ticked, and answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from backend.accounts.models import User
from backend.common import clock
from reminders.scheduling.cadence import is_due
from tracker.actions import alerts, check_ins, milestones
from tracker.clinical.levels import Level
from tracker.clinical.protocol import Protocol
from tracker.demo import courses, scores
from tracker.demo.courses import Course
from tracker.demo.past import at
from tracker.demo.people import DemoClinic, known_id
from tracker.demo.stories import STORIES, Story
from tracker.models import Alert, Episode
from tracker.queries import alerts as alert_queries
from tracker.queries import protocols as protocol_queries

# Share of due entries that are written; daily diaries in chronic pain reach 85 %
# (clinical evidence file, section 6).
WRITTEN = 0.85
TICKED = 0.7
# Alerts of the last days may still be live; older ones were dealt with.
STILL_LIVE = timedelta(hours=30)
ANSWERED_AFTER = {
    Level.SOON: timedelta(hours=15),
    Level.URGENT: timedelta(minutes=35),
    Level.EMERGENCY: timedelta(minutes=6),
}
ADVICE = "Thank you for telling us. We have talked about it; carry on with your plan."
NOTE = "Called. Blood tests and a scan today."


@dataclass(frozen=True, slots=True)
class Life:
    """One patient on the way through their days."""

    demo: DemoClinic
    name: str
    today: int
    story: Story
    course: Course
    random: Random
    episode: Episode
    by: User
    clinician: User

    def moment(self, day: int) -> datetime:
        """About half past six in the evening of a day, as a person keeps it."""
        on = self.episode.procedure.performed_on + timedelta(days=day)
        evening = datetime.combine(on, time(18, 30), tzinfo=ZoneInfo(self.demo.zone))
        return evening + timedelta(minutes=self.random.randint(-80, 80))


def live(life: Life) -> None:
    """Day by day: what was written, what was ticked, what the clinic answered."""
    plan = protocol_queries.plan_of(life.episode)
    _tick(life, plan)
    for day in _written_days(life, plan):
        answers = life.story.tell(
            day, life.today, courses.answers_on(life.course, day, life.random)
        )
        moment = _moment(life, day)
        if answers is None or moment is None:
            continue
        with at(moment + timedelta(seconds=20)):
            level = _submit(life, day, moment, answers)
            if life.name in STORIES and life.story.can_sign_in:
                scores.answer_due(life.episode, answers, by=life.by)
        if level >= Level.SOON:
            _answer(life, moment)


def _written_days(life: Life, plan: Protocol) -> Iterator[int]:
    day_0 = life.episode.procedure.performed_on
    for day in range(-5, life.today + 1):
        phase = plan.phase_on(day)
        start = day_0 + timedelta(days=phase.first_day)
        due = is_due(phase.cadence, start, day_0 + timedelta(days=day))
        is_told = life.story.minutes_ago is not None and day == life.today
        if is_told or (due and life.random.random() < WRITTEN):
            yield day


def _moment(life: Life, day: int) -> datetime | None:
    """When the day's entry was written; None if that still lies ahead."""
    now = clock.now()
    if day == life.today and life.story.minutes_ago is not None:
        return now - timedelta(minutes=life.story.minutes_ago)
    moment = life.moment(day)
    return moment if moment < now - timedelta(minutes=1) else None


def _submit(life: Life, day: int, moment: datetime, answers: courses.Day) -> Level:
    local = moment.astimezone(ZoneInfo(life.demo.zone))
    done = check_ins.submit(
        check_in_id=known_id(life.demo.slug, life.name, day),
        raw={
            "local_date": local.date().isoformat(),
            "recorded_at": local.isoformat(),
            **answers,
        },
        by=life.by,
        episode_id=life.episode.pk,
    )
    return done.level


def _tick(life: Life, plan: Protocol) -> None:
    """Some of the milestones whose window has begun, within their window."""
    for milestone in plan.milestones:
        last = min(milestone.last_day, life.today - 1)
        if milestone.source != "patient" or last < milestone.first_day:
            continue
        if life.random.random() < TICKED:
            with at(life.moment(life.random.randint(milestone.first_day, last))):
                milestones.reach(
                    episode=life.episode,
                    code=milestone.code,
                    by=life.by,
                    source="patient" if life.story.can_sign_in else "clinic",
                )


def _answer(life: Life, moment: datetime) -> None:
    """What the clinic did about the live alerts of an entry."""
    is_recent = clock.now() - moment < STILL_LIVE
    for alert in alert_queries.live_of(life.episode):
        answered = moment + ANSWERED_AFTER[Level(alert.level)]
        if is_recent and not life.story.is_owned:
            continue
        if answered < clock.now():
            with at(answered):
                _close(life, alert, is_recent=is_recent)


def _close(life: Life, alert: Alert, *, is_recent: bool) -> None:
    if is_recent:
        alerts.acknowledge(alert=alert, by=life.clinician)
        with at(clock.now() + timedelta(minutes=9)):
            alerts.add_note(alert=alert, by=life.clinician, note=NOTE)
        return
    is_urgent = alert.level >= Level.URGENT
    alerts.resolve(
        alert=alert,
        by=life.clinician,
        resolution="visit_booked" if is_urgent else "advice_given",
        advice_given=ADVICE,
    )
