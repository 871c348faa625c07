"""A released rule set named on a command line, with thresholds moved."""

import argparse
from collections.abc import Iterable

from django.core.management.base import CommandError, CommandParser

from tracker.clinical.triage.moves import InvalidMoves, read_moves
from tracker.clinical.triage.rulesets import RULESETS, RuleSet

REFUSED = 2
"""The exit status where nothing was done."""


def add_set(parser: CommandParser) -> None:
    """The option --set, which may be given several times."""
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        type=_move,
        default=[],
        help="move a threshold within its bounds; may be given several times",
    )


def named(version: str, moves: Iterable[tuple[str, str]] = ()) -> RuleSet:
    """The rule set; CommandError that names the known ones, or what a bound is."""
    if version not in RULESETS:
        raise CommandError(
            f"There is no rule set {version!r}. Known: {', '.join(RULESETS)}.",
            returncode=REFUSED,
        )
    ruleset = RULESETS[version]
    try:
        return ruleset.with_parameters(**read_moves(dict(moves), ruleset))
    except InvalidMoves as invalid:
        raise CommandError(str(invalid), returncode=REFUSED) from invalid


def _move(text: str) -> tuple[str, str]:
    name, separator, value = text.partition("=")
    if not separator or not name or not value:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name.strip(), value
