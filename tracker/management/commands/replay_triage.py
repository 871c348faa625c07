"""Judge stored evaluations again under another rule set. Changes nothing."""

import argparse
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.accounts.models import Clinic
from tracker.clinical.cases.comparison import Comparison, RuleChange, compare
from tracker.management.commands.replay_cases import REFUSED, released
from tracker.queries import evaluations


class Command(BaseCommand):
    help = (
        "Judges the stored facts of past evaluations again under another rule set and "
        "shows what would change. Changes nothing. A rule that asks for an answer that "
        "was not kept at the time stays silent here."
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
        parser.add_argument(
            "--json", action="store_true", help="print one JSON document"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        ruleset = released(options["ruleset"])
        found = evaluations.stored(
            since=options["since"], clinic=_clinic(options["clinic"])
        )
        comparison = compare(found, ruleset)
        if options["json"]:
            self.stdout.write(json.dumps(_document(comparison, options)))
        else:
            self.stdout.write("\n".join(_lines(comparison)))


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


def _document(found: Comparison, options: dict[str, Any]) -> dict[str, Any]:
    return {
        "ruleset": found.ruleset.version,
        "since": options["since"].isoformat(),
        "clinic": options["clinic"],
        "evaluations": found.evaluations,
        "without_facts": found.without_facts,
        "changed": found.changed,
        "moves": [
            {"old": old.code, "new": new.code, "count": count}
            for (old, new), count in sorted(found.moves.items())
        ],
        "alerts": {
            "old": _alerts(found, found.alerts_old),
            "new": _alerts(found, found.alerts_new),
        },
        "rules": [
            {"rule": rule_id, **_rule(change)}
            for rule_id, change in sorted(found.rules.items())
        ],
    }


def _alerts(found: Comparison, count: int) -> dict[str, Any]:
    return {
        "count": count,
        "per_100_check_ins": found.per_100(count),
        "per_week": found.per_week(count),
    }


def _rule(change: RuleChange) -> dict[str, Any]:
    return {
        "old": change.old,
        "new": change.new,
        "examples": [
            {
                "check_in": example.check_in_id,
                "day": example.day,
                "old": example.old.code,
                "new": example.new.code,
            }
            for example in change.examples
        ],
    }


def _lines(found: Comparison) -> Iterator[str]:
    yield f"Rule set {found.ruleset.version} on {found.evaluations} evaluations"
    if found.without_facts:
        yield f"  {found.without_facts} more have no facts and cannot be judged again"
    yield f"  {found.changed} would change their level"
    for (old, new), count in sorted(found.moves.items()):
        yield f"    {count:>7}  {old.code} to {new.code}"
    yield "Entries at soon or above: count, per 100 check-ins, per week"
    for name, count in (("old", found.alerts_old), ("new", found.alerts_new)):
        per_100, per_week = found.per_100(count), found.per_week(count)
        yield f"  {name}  {count:>7}  {per_100:>7.2f}  {per_week:>7.2f}"
    yield "Findings by rule: old, new"
    for rule_id, change in sorted(found.rules.items()):
        yield f"  {rule_id}  {change.old:>7}  {change.new:>7}"
        for example in change.examples:
            levels = f"{example.old.code} to {example.new.code}"
            yield f"       day {example.day:>4}  {levels}  {example.check_in_id}"
