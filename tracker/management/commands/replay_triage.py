"""Judge stored evaluations again under another rule set. Changes nothing."""

import argparse
import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.accounts.models import Clinic
from tracker.clinical.cases.comparison import Judged, compare
from tracker.management import comparison_report
from tracker.management.rulesets import REFUSED, add_set, named
from tracker.queries import evaluations

PROGRESS_EVERY = 1000


class Command(BaseCommand):
    help = (
        "Judges the stored facts of past evaluations again under another rule set, or "
        "the same one with thresholds moved, and shows what would change. Changes "
        "nothing. A rule that asks for an answer that was not kept at the time stays "
        "silent here."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--ruleset", metavar="VERSION", required=True, help="a released rule set"
        )
        parser.add_argument(
            "--since",
            metavar="DATE",
            type=_day,
            required=True,
            help="the first day of entries to judge, such as 2026-11-01",
        )
        parser.add_argument(
            "--clinic", metavar="SLUG", help="one clinic only; all clinics if left out"
        )
        add_set(parser)
        parser.add_argument(
            "--json", action="store_true", help="print one JSON document"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        ruleset = named(options["ruleset"], options["set"])
        found = evaluations.stored(
            since=options["since"], clinic=_clinic(options["clinic"])
        )
        comparison = compare(self._told(found), ruleset)
        if options["json"]:
            asked = {"since": options["since"].isoformat(), "clinic": options["clinic"]}
            document = asked | comparison_report.document(comparison)
            self.stdout.write(json.dumps(document))
        else:
            self.stdout.write("\n".join(comparison_report.lines(comparison)))

    def _told(self, found: Iterable[Judged]) -> Iterator[Judged]:
        """The same, with a line on standard error for every thousand."""
        for number, judged in enumerate(found, start=1):
            if number % PROGRESS_EVERY == 0:
                self.stderr.write(f"{number} evaluations, {judged.local_date}")
            yield judged


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a date such as 2026-11-01"
        ) from None


def _clinic(slug: str | None) -> Clinic | None:
    if slug is None:
        return None
    clinic = Clinic.objects.filter(slug=slug).first()
    if clinic is None:
        raise CommandError(f"There is no clinic {slug!r}.", returncode=REFUSED)
    return clinic
