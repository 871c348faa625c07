"""Every prompt of the usual plan or of one patient, as the planner would write them."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import available_timezones

from django.core.management.base import BaseCommand, CommandError

from backend.common import clock
from backend.common.errors import NotFound
from reminders.queries import upcoming
from reminders.queries.upcoming import Upcoming
from reminders.scheduling import occurrence
from reminders.scheduling.hours import WEEKEND, WEEKEND_TIME, Hours, to_stored
from reminders.scheduling.prompts import Course, Prompt, prompts, wall_of
from tracker.actions import check_in_reminders, questionnaire_reminders
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.queries import episodes

KINDS = (check_in_reminders.KIND, questionnaire_reminders.KIND)
QUIET = (time(21), time(8))
MONTH_6 = 182
HEAD = "day  rings at               UTC               why then"


class Command(BaseCommand):
    help = (
        "List every prompt: wall clock, UTC, and why. Of the usual plan after a "
        "procedure; or with --patient of one patient from now on, at the pace of "
        "today, nudges and questionnaires with them."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        hour = time.fromisoformat
        parser.add_argument("--patient", type=_uuid, metavar="UUID")
        parser.add_argument("--procedure-date", type=_date)
        parser.add_argument("--zone", type=_zone)
        parser.add_argument("--hour", type=hour, default=time(18, 30))
        parser.add_argument("--weekend-hour", type=hour, default=WEEKEND_TIME)
        parser.add_argument("--until-day", type=int, default=MONTH_6)
        parser.add_argument(
            "--closed",
            type=_date,
            action="append",
            default=[],
            metavar="DATE",
            help="a closed day of a clinic that sends no reminders on such days",
        )
        parser.add_argument(
            "--then",
            type=_change,
            action="append",
            default=[],
            metavar="MOMENT=ZONE",
            help="the person travels or moves: 2026-11-20T17:00Z=Europe/Lisbon",
        )
        parser.add_argument("--nudges", action="store_true", help="show nudges as well")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["patient"]:
            self._of_patient(options["patient"], options["until_day"])
        elif options["procedure_date"] and options["zone"]:
            self._of_usual_plan(options)
        else:
            raise CommandError(
                "Name a patient with --patient, or a day and a place with "
                "--procedure-date and --zone."
            )

    def _of_patient(self, patient_id: UUID, until_day: int) -> None:
        try:
            episode = episodes.active_of_patient(patient_id)
        except NotFound:
            raise CommandError("No patient in care has this id.") from None
        first = episode.procedure.performed_on
        today = clock.local_today(episode.patient.zone)
        days = (first + timedelta(days=until_day) - today).days
        if episode.patient.user is None:
            raise CommandError("This patient has not joined: nothing is sent.")
        self.stdout.write(HEAD)
        for one in upcoming.of_recipient(
            episode.patient.user, KINDS, days, clinic=episode.clinic
        ):
            notes = [one.kind, *one.notes, *_marks(one)]
            self.stdout.write(
                _row((one.local_date - first).days, one.rings, one.due_at, notes)
            )

    def _of_usual_plan(self, options: Mapping[str, Any]) -> None:
        first: date = options["procedure_date"]
        weekend = to_stored(dict.fromkeys(WEEKEND, options["weekend_hour"]))
        minutes = check_in_reminders.NUDGE_MINUTES if options["nudges"] else ()
        changes = sorted(options["then"])
        zones = [options["zone"], *(zone for _, zone in changes)]
        left = [moment for moment, _ in changes]
        course = Course(
            segments=tuple(check_in_reminders.segments(DEFAULT_PROTOCOL, first)),
            hours=Hours.from_stored(options["hour"], weekend),
            zone=zones[-1],
            earlier_zones=tuple(zip(left, zones[:-1], strict=True)),
            quiet_from=QUIET[0],
            quiet_to=QUIET[1],
            nudges=tuple(timedelta(minutes=n) for n in minutes),
        )
        self.stdout.write(HEAD)
        last = first + timedelta(days=options["until_day"])
        for prompt in prompts(course, first, last):
            zone = course.zones.at(prompt.due_at)
            self.stdout.write(_line(prompt, first, zone, options["closed"]))


def _line(prompt: Prompt, first: date, zone: str, closed: Collection[date]) -> str:
    rings = wall_of(prompt.due_at, zone)
    notes = list(prompt.notes)
    if occurrence.clocks_change_on(rings.date(), zone):
        notes.append("clocks_change")
    if {prompt.local_date, rings.date()} & set(closed):
        notes.append("clinic_closed")
    return _row((prompt.local_date - first).days, rings, prompt.due_at, notes)


def _row(day: int, rings: datetime, due_at: datetime, notes: Sequence[str]) -> str:
    line = f"{day:3d}  {rings:%a %Y-%m-%d %H:%M}   {due_at:%Y-%m-%d %H:%M}  "
    return (line + " ".join(notes)).rstrip()


def _marks(one: Upcoming) -> Iterator[str]:
    if one.clocks_change:
        yield "clocks_change"
    if one.is_paused:
        yield "paused"
    if one.is_closed:
        yield "clinic_closed"


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not the id of a patient.") from None


def _date(text: str) -> date:
    return date.fromisoformat(text)


def _change(text: str) -> tuple[datetime, str]:
    moment, _, zone = text.partition("=")
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise ArgumentTypeError(
            f"{text!r} is not a moment and a zone: 2026-11-20T17:00Z=Europe/Lisbon."
        )
    return at, _zone(zone)


def _zone(text: str) -> str:
    if text not in available_timezones():
        raise ArgumentTypeError(f"{text!r} is not an IANA zone, like Europe/Berlin.")
    return text
