"""What each rule says of the written histories, word for word.

`findings.json` holds every finding of version 2026.1 with its reasons, and the file of
each later version the cases of which it says something else than the one before. A
clinician reads the reasons back to the patient, so a released rule set must not change
them unnoticed.
After a change that is meant: `python -m tests.scenarios.test_findings` writes the files
again, and the difference is read line by line.
"""

import json
from pathlib import Path

import pytest

from tracker.clinical.cases.reader import read_cases
from tracker.clinical.levels import Level
from tracker.clinical.triage.engine import evaluate, evaluate_day
from tracker.clinical.triage.gathering import gather
from tracker.clinical.triage.rulesets import RULESETS
from tracker.clinical.triage.silence import facts_without_entry

HERE = Path(__file__).parent
CASES = read_cases(json.loads((HERE / "cases.json").read_text()))
FIRST = json.loads((HERE / "findings.json").read_text())
SECOND = FIRST | json.loads((HERE / "findings_2026_2.json").read_text())
THIRD = SECOND | json.loads((HERE / "findings_2026_3.json").read_text())
STORED = {"2026.1": FIRST, "2026.2": SECOND, "2026.3": THIRD}


def findings_of(case, version):
    """One line for each finding that the case has not had on an earlier day."""
    known, lines = [], {}
    listed = case.listed()
    for day in case.days:
        entries = listed.get(day, ())
        found = []
        for entry in entries:
            facts = gather(entry=entry, earlier=known, profile=case.profile)
            found += evaluate(facts, RULESETS[version])
            known.append(entry)
        if not (entries or case.carries):
            found += evaluate_day(silent(day, known, case, version), RULESETS[version])
        for finding in found:
            if finding.level > Level.NONE:
                lines.setdefault(in_words(finding), f"day {day}")
    return [f"{day}: {words}" for words, day in lines.items()]


def silent(day, known, case, version):
    return facts_without_entry(
        day=day,
        earlier=known,
        profile=case.profile,
        paused=case.paused,
        ruleset=RULESETS[version],
    )


def in_words(finding):
    reasons = "; ".join(
        f"{r.answer}: {r.value}, {r.comparison}" for r in finding.reasons
    )
    tags = f" [{' '.join(finding.tags)}]" if finding.tags else ""
    return f"{finding.rule_id} {finding.level.code}{tags} | {reasons}"


@pytest.mark.parametrize("version", RULESETS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_findings_of_a_case_read_as_released(case, version):
    assert findings_of(case, version) == STORED[version][case.id]


def write():
    """Take what the rules say now as what is due."""
    before: dict[str, list[str]] = {}
    names = ("findings", "findings_2026_2", "findings_2026_3")
    for name, version in zip(names, RULESETS, strict=True):
        found = {case.id: findings_of(case, version) for case in CASES}
        otherwise = {i: lines for i, lines in found.items() if lines != before.get(i)}
        text = json.dumps(otherwise, indent=1, ensure_ascii=False)
        (HERE / f"{name}.json").write_text(text + "\n")
        before = found


if __name__ == "__main__":
    write()
