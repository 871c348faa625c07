"""Each rule, threshold, symptom, milestone and escalation step has its docs line."""

from datetime import timedelta
from pathlib import Path

import pytest

from tracker.clinical.adverse_events.reporting import REGIMES
from tracker.clinical.adverse_events.terms import TERMS
from tracker.clinical.adverse_events.vocabulary import (
    OUTCOMES,
    RELATEDNESS,
    SERIOUSNESS,
)
from tracker.clinical.alert_lifecycle import RESOLUTION_REASONS, ladder
from tracker.clinical.context import MEDICINE_HELPED, MEDICINES, TRIGGERS
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.clinical.levels import Level
from tracker.clinical.profile import PROFILE_FACTS
from tracker.clinical.symptoms import SYMPTOMS
from tracker.clinical.triage.parameters import THRESHOLDS, Parameters
from tracker.clinical.triage.rulesets import CURRENT, RULESETS
from tracker.clinical.triage.wording.table import WORDING

DOCS = Path(__file__).parents[2] / "docs" / "clinical"


def rows(name):
    """The table rows of a page, by the first cell."""
    lines = (DOCS / name).read_text().splitlines()
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in lines
        if line.startswith("| ")
    ]
    return {row[0].strip("`"): row[1:] for row in cells}


RULES = rows("triage_rules.md")
SYMPTOM_ROWS = rows("symptoms.md")
PROTOCOL = rows("protocol.md")
EVENTS = rows("adverse_events.md")


RULE_IDS = dict(RULESETS[CURRENT].rules + RULESETS[CURRENT].day_rules)


@pytest.mark.parametrize("rule_id", [*RULE_IDS, "R00"])
def test_rule_has_its_row_with_its_levels(rule_id):
    levels = {key.split(":")[1] for key in WORDING if key.startswith(rule_id)}
    _, trigger, level, source = RULES[rule_id]

    assert trigger
    assert source
    assert set(level.split("; ")) == levels


def test_page_names_the_current_version():
    assert f"Version {CURRENT}." in (DOCS / "triage_rules.md").read_text()


@pytest.mark.parametrize("name", THRESHOLDS)
def test_threshold_has_its_row(name):
    low, high, source = THRESHOLDS[name]
    value = getattr(Parameters(), name)

    assert RULES[name] == [f"{value:g}", f"{low:g} to {high:g}", source]


@pytest.mark.parametrize("symptom", SYMPTOMS.values(), ids=lambda s: s.code)
def test_symptom_has_its_row(symptom):
    assert SYMPTOM_ROWS[symptom.code] == [
        symptom.label,
        symptom.group,
        "yes" if symptom.gate else "",
        "yes" if symptom.acts_alone else "",
        ", ".join(symptom.rules),
    ]


def test_profile_and_context_codes_have_their_rows():
    assert {code: SYMPTOM_ROWS[code] for code in PROFILE_FACTS} == {
        code: [label] for code, label in PROFILE_FACTS.items()
    }
    for field, codes in (
        ("trigger", TRIGGERS),
        ("medicines_taken", MEDICINES),
        ("medicine_helped", MEDICINE_HELPED),
    ):
        assert SYMPTOM_ROWS[field] == [", ".join(f"`{code}`" for code in codes)]


@pytest.mark.parametrize("phase", DEFAULT_PROTOCOL.phases, ids=lambda p: p.code)
def test_phase_has_its_row(phase):
    days = f"{phase.first_day} to {phase.last_day}"

    assert PROTOCOL[phase.code] == [phase.title, days, phase.cadence]


@pytest.mark.parametrize("milestone", DEFAULT_PROTOCOL.milestones, ids=lambda m: m.code)
def test_milestone_has_its_row(milestone):
    title, days, reached_by, source = PROTOCOL[milestone.code]

    assert title == milestone.title
    assert days == f"{milestone.first_day} to {milestone.last_day}"
    assert reached_by.split(":")[0] == milestone.source
    assert source


@pytest.mark.parametrize("level", [Level.EMERGENCY, Level.URGENT, Level.SOON])
def test_escalation_has_its_rows(level):
    page = (DOCS / "alert_lifecycle.md").read_text()
    calls = ladder(level)
    *steps, last = calls.steps
    minute = timedelta(minutes=1)

    for step in steps:
        row = f"| `{level.code}` | {step.after // minute} min | {step.audience} |"
        assert row in page
    every = calls.repeat // minute
    after = f"{last.after // minute} min, then every {every} min"
    assert f"| `{level.code}` | {after} | {last.audience} |" in page


def test_resolution_reasons_have_their_rows():
    page = rows("alert_lifecycle.md")

    assert {code: page[code] for code in RESOLUTION_REASONS} == {
        code: [text] for code, text in RESOLUTION_REASONS.items()
    }


@pytest.mark.parametrize("term", TERMS.values(), ids=lambda t: t.code)
def test_term_of_adverse_events_has_its_row(term):
    star = "*" if term.is_infection else ""
    name = f"{term.code}`{star} {term.label}"
    asks = [f"`{q}`" for q in (*term.graded_by, *term.measured_by)]
    criteria = [term.criteria.get(grade, "") for grade in (1, 2, 3, 4)]

    assert EVENTS[name] == [term.family, ", ".join(asks), *criteria]


@pytest.mark.parametrize(
    "words", [SERIOUSNESS, RELATEDNESS, OUTCOMES], ids=["serious", "related", "outcome"]
)
def test_words_of_adverse_events_have_their_rows(words):
    assert {code: EVENTS[code] for code in words} == {c: [w] for c, w in words.items()}


@pytest.mark.parametrize("regime", REGIMES)
def test_rules_of_reporting_have_their_row(regime):
    assert len(EVENTS[regime]) == 4
