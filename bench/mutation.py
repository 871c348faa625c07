"""Writes docs/clinical/mutation.md from the results that mutmut keeps.

Every survivor stands with its reason, which `mutation_reasons.toml` holds by function.
One without a reason is named as such, so that somebody looks.

    python -m bench.mutation [--mutants mutants]
"""

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "clinical" / "mutation.md"
REASONS = tomllib.loads((HERE / "mutation_reasons.toml").read_text())

NOT_RUN = None
SURVIVED = frozenset({0, 33})
"""As mutmut stores it: the exit code of pytest. 33: no test calls the function."""

OUT_OF_TIME = frozenset({-24, 24, 36, 152, 255})
"""An endless loop is noticed; a machine too busy for the tests proves nothing."""

TARGET = 90
NOT_LOOKED_AT = "not looked at yet"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--mutants", type=Path, default=HERE.parent / "mutants")
    found = dict(results(parser.parse_args().mutants))
    if not found:
        raise SystemExit("There are no results: run `make mutation`.")
    PAGE.write_text(page(found))
    print(f"{PAGE.name}: {summary(found)}")
    for name in sorted(REASONS.keys() - _survivors(found).keys()):
        print(f"A reason without a survivor: {name}")


def results(mutants: Path) -> Iterator[tuple[str, int | None]]:
    """Each mutant and how its tests ended."""
    for path in sorted(mutants.rglob("*.py.meta")):
        yield from json.loads(path.read_text())["exit_code_by_key"].items()


def summary(found: dict[str, int | None]) -> str:
    """How many were tried, and how many the tests noticed."""
    tried = [code for code in found.values() if code is not NOT_RUN]
    out_of_time = sum(code in OUT_OF_TIME for code in tried)
    killed = sum(code not in SURVIVED for code in tried)
    share = 100 * killed / len(tried) if tried else 0
    return (
        f"{killed:,} of {len(tried):,} mutants noticed, {share:.1f} % "
        f"(target {TARGET} %), {out_of_time:,} of them because the tests ran out of "
        f"time; {len(found) - len(tried):,} not tried"
    )


def page(found: dict[str, int | None]) -> str:
    """The whole page."""
    by_part: dict[str, dict[str, int | None]] = {}
    for mutant, code in found.items():
        by_part.setdefault(_module(mutant).split(".")[2], {})[mutant] = code
    lines = [HEAD]
    lines += [f"- `{part}`: {summary(own)}" for part, own in sorted(by_part.items())]
    lines += ["", "| Function | Survivors | Why |", "|---|---|---|"]
    lines += [
        f"| `{name}` | {count} | {REASONS.get(name, NOT_LOOKED_AT)} |"
        for name, count in sorted(_survivors(found).items())
    ]
    return "\n".join(lines) + "\n"


def _survivors(found: dict[str, int | None]) -> Counter[str]:
    return Counter(_function(m) for m, code in found.items() if code in SURVIVED)


def _module(mutant: str) -> str:
    return mutant.rpartition(".")[0]


def _function(mutant: str) -> str:
    """`triage.rules.allergy.hives` of `tracker.clinical...x_hives__mutmut_3`."""
    name = mutant.rpartition(".")[2].partition("__mutmut")[0]
    name = name.removeprefix("x_").removeprefix("xǁ").replace("ǁ", ".")
    return f"{_module(mutant).removeprefix('tracker.clinical.')}.{name}"


HEAD = """# Mutation testing

`make mutation` breaks the functions of `triage/` and `proms/` by one small change at a
time, in a copy, and runs the unit tests and the written histories over each: does a
test notice? mutmut makes the changes; `bench/mutation_run.py` tries them, the tests
collected once. Left out are the tables of words (`wording/`, `descriptions.py`,
`threshold_words.py`) and everything outside functions: patterns, tuples of symptoms
and default thresholds, which the digests of a rule set, the written histories and the
tests of phrases hold. The page is written by `python -m bench.mutation`; the reasons
are in `bench/mutation_reasons.toml`.
"""


if __name__ == "__main__":
    main()
