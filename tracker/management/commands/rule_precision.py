"""Print what a clinic's alerts cost, and what came of them, rule by rule."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.accounts.models import Clinic
from tracker.clinical.precision_words import share, title, wait
from tracker.management.rulesets import REFUSED
from tracker.queries import precision, ruleset_approvals


class Command(BaseCommand):
    help = (
        "Prints, for each clinic, its alert load against its budget, and for each rule "
        "and version how many alerts were opened and closed, how many of the closed "
        "ones were useful, and how long they waited for an owner."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--clinic", metavar="SLUG", help="one clinic only; all clinics if left out"
        )
        parser.add_argument(
            "--days", type=int, default=90, help="how far back (default: 90)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["days"] < 1:
            raise CommandError("--days is 1 or more.", returncode=REFUSED)
        clinics = Clinic.objects.order_by("slug")
        if options["clinic"]:
            clinics = clinics.filter(slug=options["clinic"])
            if not clinics:
                raise CommandError(
                    f"There is no clinic {options['clinic']!r}.", returncode=REFUSED
                )
        for clinic in clinics:
            self.stdout.write("\n".join(_lines(clinic, options["days"])))


def _lines(clinic: Clinic, days: int) -> Iterator[str]:
    budget = ruleset_approvals.in_force(clinic).alert_budget
    yield f"{clinic.slug}: alert budget {budget:g} per 100 check-ins"
    for load in precision.loads(clinic):
        is_over = load.load > budget
        over = ", over budget" if is_over else ""
        yield (
            f"  last {load.days} days: {load.load:g} per 100"
            f" ({load.alerts} of {load.check_ins} check-ins){over}"
        )
        for rule_id, _, per_100 in load.costs if is_over else ():
            yield f"    {per_100:>7.2f}  {rule_id} {title(rule_id)}"
    rules = precision.of_rules(clinic, days=days)
    yield f"  alerts of the last {days} days: rule, version, opened, useful, wait"
    for rule in rules:
        yield (
            f"  {rule.rule_id:<4} {rule.ruleset:<8} {rule.opened:>5}"
            f"  {share(rule)}  {wait(rule)}"
        )
    if not rules:
        yield "  none"
