"""Replay a case file through the triage rules. Reads a file, records nothing."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tracker.clinical.cases.case import Case
from tracker.clinical.cases.fields import InvalidCases
from tracker.clinical.cases.reader import read_cases
from tracker.clinical.cases.replay import CaseResult, replay
from tracker.clinical.levels import Level
from tracker.clinical.triage.rulesets import CURRENT, RuleSet
from tracker.management.rulesets import REFUSED, add_set, named

EXAMPLES = """\
examples:
  manage.py replay_cases histories.json
  manage.py replay_cases histories.json --ruleset 2026.1 --json
  manage.py replay_cases histories.json --set fever_c=37.8 --set severe_pain=9
  manage.py replay_cases - < histories.json

The format is described in docs/clinical/case_files.md. A file with a fault is refused
as a whole: each fault is named on standard error, and the exit status is 2.
"""


class Command(BaseCommand):
    help = (
        "Replays the patients of a case file through the triage rules, day by day: "
        "the highest level of each day, and the rules that reached it. It needs no "
        "database and records nothing."
    )
    requires_system_checks: list[str] = []

    def create_parser(
        self, prog_name: str, subcommand: str, **kwargs: Any
    ) -> CommandParser:
        kwargs |= {
            "epilog": EXAMPLES,
            "formatter_class": argparse.RawDescriptionHelpFormatter,
        }
        return super().create_parser(prog_name, subcommand, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="the case file; - reads standard input")
        parser.add_argument(
            "--ruleset",
            metavar="VERSION",
            default=CURRENT,
            help=f"the released rule set to replay under (default: {CURRENT})",
        )
        add_set(parser)
        parser.add_argument(
            "--json", action="store_true", help="print one JSON document"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        ruleset = named(options["ruleset"], options["set"])
        results = [replay(case, ruleset) for case in _cases(options["file"])]
        if options["json"]:
            document = {
                "ruleset": ruleset.version,
                "cases": [result.as_json() for result in results],
            }
            self.stdout.write(json.dumps(document))
        else:
            self.stdout.write("\n".join(_lines(ruleset, results)))


def _cases(file: str) -> tuple[Case, ...]:
    try:
        return read_cases(_document(file))
    except InvalidCases as invalid:
        count = len(invalid.errors)
        raise CommandError(
            f"Nothing was replayed; {count} fault{'s'[: count > 1]} in the file:\n"
            f"{invalid}",
            returncode=REFUSED,
        ) from invalid


def _document(file: str) -> object:
    name = "standard input" if file == "-" else file
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return json.loads(data.decode("utf-8-sig"))
    except OSError as error:
        reason = f"{name} cannot be read: {error.strerror}."
    except UnicodeDecodeError as error:
        reason = f"{name} is not UTF-8 text: byte {error.start + 1} is wrong."
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        reason = f"{name} is not JSON: {error.msg} at {where}."
    except (ValueError, RecursionError):  # a number of 5,000 digits, 5,000 brackets
        reason = f"{name} is not JSON that can be read: too long or too deep."
    raise CommandError(reason, returncode=REFUSED)


def _lines(ruleset: RuleSet, results: Sequence[CaseResult]) -> Iterator[str]:
    yield f"Rule set {ruleset.version}"
    for result in results:
        top = result.highest
        at = f" on day {top.day}" if top.level else ""
        yield ""
        yield f"{result.case_id}: {top.level.code}{at}, days {len(result.days)}"
        for day in result.days:
            if day.rules:
                rules = ", ".join(day.rules)
                yield f"  day {day.day:>4}  {day.level.code:<9}  {rules}"
    yield ""
    yield from _totals(results)


def _totals(results: Sequence[CaseResult]) -> Iterator[str]:
    days = [day for result in results for day in result.days]
    levels = Counter(day.level for day in days)
    rules = Counter(rule for day in days for rule in day.rules)
    yield f"Cases {len(results)}, days {len(days)}. Days by level and by rule:"
    for level in sorted(Level, reverse=True):
        yield f"  {levels[level]:>7}  {level.code}"
    for rule in sorted(rules):
        yield f"  {rules[rule]:>7}  {rule}"
