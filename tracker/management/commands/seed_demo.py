"""A small believable product: two clinics, their staff, sixty patients."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from tracker.demo.people import CLINICS, PASSWORD, DemoClinic
from tracker.demo.planting import plant
from tracker.demo.stories import STORIES

ALLOWED_IN = {"local", "test"}


class Command(BaseCommand):
    help = (
        "Plants two demo clinics with staff, patients and their check-ins. A clinic "
        "that is there already is left alone, so a second run changes nothing. "
        "Refuses to run in production unless CAIRN_DEMO is set."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--print-sign-ins",
            action="store_true",
            help="plant nothing; print the addresses and who can sign in",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not (settings.DEMO or settings.ENVIRONMENT in ALLOWED_IN):
            raise CommandError(
                "The demo has a known password: set CAIRN_DEMO=1 to plant it here."
            )
        if options["print_sign_ins"]:
            self.stdout.write(sign_ins())
            return
        for demo in CLINICS:
            done = "planted" if plant(demo) else "is there already"
            self.stdout.write(f"{demo.name}: {done}.")


def sign_ins() -> str:
    """Addresses and people, as lines for a person."""
    lines = ["", f"Cairn is at {settings.BASE_URL}", ""]
    lines.append(f"Staff sign in with the password {PASSWORD}")
    for demo in CLINICS:
        lines += ["", f"  {demo.name}", *_staff(demo)]
    lines += ["", "Patients sign in with a code by e-mail"]
    if settings.MAIL_DIR:
        lines.append(f"(mail is kept in {settings.MAIL_DIR})")
    for demo in CLINICS:
        lines += _patients(demo)
    return "\n".join([*lines, ""])


def _staff(demo: DemoClinic) -> list[str]:
    return [f"    {p.email:<24}{p.name:<12}{p.role.value}" for p in demo.staff]


def _patients(demo: DemoClinic) -> list[str]:
    people = zip(demo.patients, demo.days, strict=True)
    named = [
        (name, day)
        for name, day in people
        if name in STORIES and STORIES[name].can_sign_in
    ]
    return [f"    {demo.email_of(name):<36}day {day}" for name, day in named]
