"""A comparison of rule sets as a JSON document, and as lines for people."""

from collections.abc import Iterator
from typing import Any

from tracker.clinical.cases.comparison import Comparison, Example, RuleChange, Tally


def document(found: Comparison) -> dict[str, Any]:
    """Everything counted, in plain JSON types."""
    parameters = found.ruleset.parameters
    return {
        "ruleset": found.ruleset.version,
        "parameters": parameters.as_json(),
        "evaluations": found.entries.evaluations,
        "without_facts": found.without_facts,
        "not_replayed": found.not_replayed,
        "older_facts": found.older_facts,
        "changed": found.entries.changed,
        "moves": _moves(found.entries),
        "alerts": _alerts(found, found.entries),
        "days_without_entry": {
            "evaluations": found.days.evaluations,
            "changed": found.days.changed,
            "moves": _moves(found.days),
            "alerts": _alerts(found, found.days),
        },
        "rules": [
            {"rule": rule_id, **_rule(change)}
            for rule_id, change in sorted(found.rules.items())
        ],
    }


def lines(found: Comparison) -> Iterator[str]:
    """The same for people, without the thresholds."""
    yield f"Rule set {found.ruleset.version} on {found.entries.evaluations} evaluations"
    if found.without_facts:
        yield f"  {found.without_facts} more have no facts and cannot be judged again"
    if found.not_replayed:
        yield f"  {found.not_replayed} are judged otherwise today by their own rule set"
    if found.older_facts:
        yield f"  {found.older_facts} lack facts of this version: read as before it"
    yield from _changes(found.entries)
    if found.days.evaluations:
        yield f"Days without an entry and questionnaires: {found.days.evaluations}"
        yield from _changes(found.days)
    yield "Entries at soon or above: count, per 100 check-ins, per week"
    tally = found.entries
    for name, count in (("old", tally.alerts_old), ("new", tally.alerts_new)):
        per_100, per_week = tally.per_100(count), found.per_week(count)
        yield f"  {name}  {count:>7}  {per_100:>7.2f}  {per_week:>7.2f}"
    yield "Findings by rule: old, new"
    for rule_id, change in sorted(found.rules.items()):
        yield f"  {rule_id}  {change.old:>7}  {change.new:>7}"
        for example in change.examples:
            levels = f"{example.old.code} to {example.new.code}"
            yield f"       day {example.judged.day:>4}  {levels}  {example.judged.id}"


def _changes(tally: Tally) -> Iterator[str]:
    yield f"  {tally.changed} would change their level"
    for (old, new), count in sorted(tally.moves.items()):
        yield f"    {count:>7}  {old.code} to {new.code}"


def _moves(tally: Tally) -> list[dict[str, Any]]:
    return [
        {"old": old.code, "new": new.code, "count": count}
        for (old, new), count in sorted(tally.moves.items())
    ]


def _alerts(found: Comparison, tally: Tally) -> dict[str, Any]:
    return {
        name: {
            "count": count,
            "per_100_check_ins": found.entries.per_100(count),
            "per_week": found.per_week(count),
        }
        for name, count in (("old", tally.alerts_old), ("new", tally.alerts_new))
    }


def _rule(change: RuleChange) -> dict[str, Any]:
    return {
        "old": change.old,
        "new": change.new,
        "examples": [_example(example) for example in change.examples],
    }


def _example(example: Example) -> dict[str, Any]:
    judged = example.judged
    return {
        "check_in": judged.check_in_id or None,
        "date": judged.local_date.isoformat(),
        "day": judged.day,
        "old": example.old.code,
        "new": example.new.code,
    }
