"""Keep the reminders of an episode in step with its plan, the check-in's first."""

from datetime import date, time, timedelta

from backend.accounts.models import User
from reminders.actions import schedules
from reminders.models import ReminderSchedule
from reminders.scheduling.cadence import Segment
from reminders.scheduling.hours import WEEKEND, WEEKEND_TIME
from tracker.actions import questionnaire_reminders
from tracker.clinical.protocol import BEFORE, Protocol
from tracker.models import Episode
from tracker.queries import protocols

KIND = "check_in"
# Early evening, when a day can be looked back on, until the patient picks an hour.
# Clinical evidence file, section 6.
DEFAULT_TIME = time(18, 30)
WEEKEND_TIMES = dict.fromkeys(WEEKEND, WEEKEND_TIME)
# Asked again 4 and 24 hours later, and never a third time.
NUDGE_MINUTES = (240, 1440)


def follow_plan(*, episode: Episode, by: User | str) -> None:
    """Remind as often as the phases ask, from the week before the procedure on.

    Nothing happens before the patient has a user, or after the episode was closed.
    """
    user = episode.patient.user
    if user is None or episode.status != Episode.Status.ACTIVE:
        return
    schedules.set_schedule(
        recipient=user,
        clinic=episode.clinic,
        kind=KIND,
        subject_id=episode.pk,
        segments=segments(protocols.plan_of(episode), episode.procedure.performed_on),
        wall_time=DEFAULT_TIME,
        weekday_times=WEEKEND_TIMES,
        nudge_minutes=NUDGE_MINUTES,
        zone=episode.patient.zone,
        by=by,
    )
    questionnaire_reminders.follow_plan(
        episode=episode,
        user=user,
        wall_time=DEFAULT_TIME,
        weekday_times=WEEKEND_TIMES,
        by=by,
    )


def stop(*, episode: Episode, by: User | str) -> None:
    """No reminder of this episode goes out any more."""
    for schedule in ReminderSchedule.objects.filter(subject_id=episode.pk):
        schedules.end(schedule=schedule, by=by)


def segments(plan: Protocol, performed_on: date) -> list[Segment]:
    """The dates of each phase with its cadence."""
    return [
        Segment(
            performed_on + timedelta(days=phase.first_day),
            performed_on + timedelta(days=phase.last_day),
            phase.cadence,
        )
        for phase in (BEFORE, *plan.phases)
    ]
