"""How often the rules call staff for nothing, and whether they miss what matters.

Invented patients (bench/courses) live 180 days each; every entry goes through
`evaluate`, every day without one through `evaluate_day`. Two arms: one in which
complications come at published rates, and one in which every patient has one, so that
each kind has enough cases. The same seed gives the same figures on any machine.

    python -m bench.alert_load [--patients 2000] [--seed 2026] [--ruleset V] [--json]
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, fields
from functools import partial
from random import Random
from statistics import median

from bench.courses import complications
from bench.courses.complications import KINDS
from bench.courses.count import Load, Reached, is_worse
from bench.courses.judged import judge
from bench.courses.life import live
from tracker.clinical.levels import Level
from tracker.clinical.triage.rulesets import CURRENT, RULESETS

LOAD_TARGET = 2.0
URGENT_TARGET = 97.0
SOON_TARGET = 90.0
CHUNK = 25

Job = tuple[str, str | None]
"""The key that seeds a course, and the kind of its complication."""


@dataclass(slots=True)
class Result:
    """Both arms; `natural` are complications that came at their published rate."""

    load: Load = field(default_factory=Load)
    worse: Load = field(default_factory=Load)
    natural: dict[str, Reached] = field(default_factory=dict)
    sampled: dict[str, Reached] = field(default_factory=dict)

    def add(self, other: "Result") -> None:
        """Take the counts of another process."""
        self.load.add(other.load)
        self.worse.add(other.worse)
        for mine, theirs in (
            (self.natural, other.natural),
            (self.sampled, other.sampled),
        ):
            for kind, reached in theirs.items():
                mine.setdefault(kind, Reached()).add(reached)


def main() -> None:
    args = _arguments()
    result = simulate(
        args.patients, args.seed, ruleset=args.ruleset, processes=args.processes
    )
    if args.json:
        print(json.dumps(as_json(result), indent=1))
    else:
        report(result, args)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--patients", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--ruleset", choices=RULESETS, default=CURRENT)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def simulate(
    patients: int, seed: int, *, ruleset: str = CURRENT, processes: int = 1
) -> Result:
    """Draw, judge and count; the number of processes changes nothing else."""
    chunks = list(_chunks(_jobs(patients, seed)))
    result = Result()
    if processes == 1:
        for chunk in chunks:
            result.add(run(chunk, ruleset))
        return result
    judging = partial(run, ruleset=ruleset)
    with ProcessPoolExecutor(processes) as pool:
        for done, part in enumerate(pool.map(judging, chunks), start=1):
            result.add(part)
            print(f"\r{done * CHUNK} courses", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return result


def _jobs(patients: int, seed: int) -> list[Job]:
    natural = []
    for number in range(patients):
        key = f"{seed}:at published rates:{number}"
        natural.append((key, complications.draw(Random(f"{key}:complication"))))
    each = max(1, patients // 25)
    sampled = [
        (f"{seed}:{kind}:{number}", kind) for kind in KINDS for number in range(each)
    ]
    return natural + sampled


def _chunks(jobs: list[Job]) -> Iterator[list[Job]]:
    for start in range(0, len(jobs), CHUNK):
        yield jobs[start : start + CHUNK]


def run(jobs: list[Job], ruleset: str = CURRENT) -> Result:
    """Judge some courses."""
    result = Result()
    for key, kind in jobs:
        life = live(Random(key), kind)
        spoken, alerts = judge(life, RULESETS[ruleset])
        if kind is None:
            load = result.worse if is_worse(life) else result.load
            load.take(life, spoken, alerts)
            continue
        arm = result.natural if "at published rates" in key else result.sampled
        arm.setdefault(kind, Reached()).take(key, life, spoken)
    return result


def share(result: Result, level: Level) -> float:
    """Of the sampled cases that are due at a level, how many per 100 reached it."""
    found = [r for kind, r in result.sampled.items() if KINDS[kind].level is level]
    return 100 * sum(r.reached for r in found) / sum(r.cases for r in found)


def as_json(result: Result) -> dict[str, object]:
    """Every count, and the three figures with a target."""
    return {
        "alarmed_per_100": result.load.per_100(result.load.alarmed),
        "reached_per_100": {
            level.code: share(result, level)
            for level in (Level.EMERGENCY, Level.URGENT, Level.SOON)
        },
        "load": _counts(result.load),
        "worse": _counts(result.worse),
        "natural": {kind: _counts(found) for kind, found in result.natural.items()},
        "sampled": {kind: _counts(found) for kind, found in result.sampled.items()},
    }


def _counts(counted: Load | Reached) -> dict[str, object]:
    # `asdict` would read a Counter as a list of pairs, and count those.
    return {f.name: getattr(counted, f.name) for f in fields(counted)}


def report(result: Result, args: argparse.Namespace) -> None:
    """The figures, for reading."""
    print(
        f"{args.patients} patients of 180 days, seed {args.seed}, "
        f"rule set {args.ruleset}"
    )
    _report_load("Without a complication", result.load, target=LOAD_TARGET)
    _report_load("Left worse than before for three weeks or more", result.worse)
    _report_reached("Complications, each kind over-sampled", result.sampled)
    for level, target in (
        (Level.EMERGENCY, 100.0),
        (Level.URGENT, URGENT_TARGET),
        (Level.SOON, SOON_TARGET),
    ):
        reached = share(result, level)
        print(
            f"  {level.code:12}{reached:7.2f} % ({_met(reached >= target)} {target:g})"
        )
    _report_reached("Complications at published rates", result.natural)
    print("\nMissed (key, first day, highest level reached, case)")
    for arm in (result.sampled, result.natural):
        for kind, reached in arm.items():
            for missed in reached.missed:
                print(
                    f"  {KINDS[kind].level.code:10} {missed['key']}: day "
                    f"{missed['onset']}, {missed['reached']}, {missed['case']}"
                )


def _report_load(title: str, load: Load, target: float | None = None) -> None:
    alarmed = load.per_100(load.alarmed)
    goal = f"({_met(alarmed < target)} {target:g})" if target else ""
    print(
        f"\n{title}: {load.patients} patients, {load.check_ins} check-ins, "
        f"{load.silent_days} days without\n"
        f"  at soon or above     {alarmed:6.2f} per 100 check-ins {goal}\n"
        f"  alerts opened        {load.per_100(load.alerts):6.2f} per 100 check-ins, "
        f"{load.alerts / load.patients:.2f} per patient; "
        f"{load.patients_alarmed / load.patients:.0%} of patients had one\n"
        f"  of these by silence  {load.per_100(load.alerts_from_silence):6.2f}\n"
        f"  questionnaires       {load.questionnaires_alarmed} of "
        f"{load.questionnaires} at soon or above"
    )
    for level in ("watch", "soon", "urgent", "emergency"):
        print(f"  {level:20} {load.per_100(load.at_level[level]):6.2f}")
    print("  what it was about, per 100 check-ins")
    for why, count in load.truth.most_common():
        print(f"    {why:36} {load.per_100(count):6.2f}")
    print(
        f"  {'rule':6}{'check-ins':>10}{'per 100':>9}{'for nothing':>13}"
        f"{'alerts':>8}{'patients':>10}"
    )
    rules = load.check_ins_by_rule | load.alerts_by_rule
    for rule in sorted(rules, key=lambda r: (-load.alerts_by_rule[r], r)):
        count = load.check_ins_by_rule[rule]
        print(
            f"  {rule:6}{count:10d}{load.per_100(count):9.2f}"
            f"{load.unexplained_by_rule[rule]:13d}"
            f"{load.alerts_by_rule[rule]:8d}{load.patients_by_rule[rule]:10d}"
        )


def _report_reached(title: str, arm: dict[str, Reached]) -> None:
    print(
        f"\n{title}\n  {'kind':34}{'due':>10}{'within':>7}{'untold':>7}"
        f"{'cases':>7}{'reached':>9}{'days, middle':>14}  first by"
    )
    for name, kind in KINDS.items():
        if name not in arm:
            continue
        found = arm[name]
        waited = f"{median(found.waited):g}" if found.waited else "-"
        rules = " ".join(f"{rule} {n}" for rule, n in found.by_rule.most_common(4))
        print(
            f"  {name:34}{kind.level.code:>10}{kind.within:7d}{found.untold:7d}"
            f"{found.cases:7d}{found.reached:9d}{waited:>14}  {rules}"
        )


def _met(is_met: bool) -> str:
    return "target met:" if is_met else "TARGET MISSED:"


if __name__ == "__main__":
    main()
