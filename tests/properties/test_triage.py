"""Triage: worse never lowers, taking away never raises, same in means same out."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.examples import EXAMPLES
from tests.properties.histories import NOTES, histories
from tracker.clinical.levels import Level
from tracker.clinical.profile import PROFILE_FACTS, Profile
from tracker.clinical.symptoms import SYMPTOMS, Change
from tracker.clinical.trends import Entry
from tracker.clinical.triage.engine import evaluate, evaluate_day, highest
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.gathering import gather
from tracker.clinical.triage.silence import facts_without_entry

STEPS_UP = (Change.BETTER, Change.SAME, Change.NEW, Change.WORSE)
"""From the mildest to the worst thing a patient can say about a symptom."""


def level(entry: Entry, earlier: list[Entry], profile: Profile) -> int:
    """The highest level of an entry."""
    return highest(evaluate(gather(entry=entry, earlier=earlier, profile=profile)))


def answered_level(entry: Entry, earlier: list[Entry], profile: Profile) -> int:
    """The highest level without R30, which asks: an answer is what silences it."""
    findings = evaluate(gather(entry=entry, earlier=earlier, profile=profile))
    return highest(finding for finding in findings if finding.rule_id != "R30")


@EXAMPLES
@given(history=histories(), code=st.sampled_from(list(SYMPTOMS)), data=st.data())
def test_worse_symptom_never_lowers_the_level(history, code, data):
    entry, earlier, profile = history
    before = (entry.symptoms or {}).get(code)
    milder = STEPS_UP.index(before) if before else -1
    change = STEPS_UP[data.draw(st.integers(max(milder, 0), len(STEPS_UP) - 1))]

    worse = replace(entry, symptoms={**(entry.symptoms or {}), code: change})

    assert answered_level(worse, earlier, profile) >= answered_level(
        entry, earlier, profile
    )


@EXAMPLES
@given(history=histories(), data=st.data())
def test_higher_fever_never_lowers_the_level(history, data):
    entry, earlier, profile = history
    celsius = data.draw(st.integers(360, 415)) / 10
    higher = data.draw(st.integers(int(celsius * 10), 420)) / 10

    cooler = level(replace(entry, temperature_c=celsius), earlier, profile)
    warmer = level(replace(entry, temperature_c=higher), earlier, profile)

    assert warmer >= cooler


@EXAMPLES
@given(history=histories(), pain=st.integers(0, 10), more=st.integers(0, 10))
def test_more_pain_after_the_procedure_never_lowers_the_level(history, pain, more):
    entry, earlier, profile = history
    if entry.day < 0:
        # Pain before the procedure is the baseline that later pain is held against.
        return

    less = level(replace(entry, pain=min(pain, more)), earlier, profile)

    assert level(replace(entry, pain=max(pain, more)), earlier, profile) >= less


@EXAMPLES
@given(history=histories(), fact=st.sampled_from(list(PROFILE_FACTS)))
def test_one_more_risk_never_lowers_the_level(history, fact):
    entry, earlier, profile = history
    riskier = replace(profile, facts=profile.facts | {fact})

    assert level(entry, earlier, riskier) >= level(entry, earlier, profile)


@EXAMPLES
@given(history=histories(), data=st.data())
def test_answer_taken_away_never_raises_the_level(history, data):
    """Pain and trigger are left out: a low value and a strain both explain."""
    entry, earlier, profile = history
    reported = sorted(entry.symptoms or {})
    changes: dict[str, object] = data.draw(
        st.sampled_from(
            [
                {"temperature_c": None},
                {"note": ""},
                {"symptoms": None},
                {"phq2_total": None},
                {"phq4_total": None},
                {"self_harm": None, "phq2_total": None, "phq4_total": None},
                {"rmdq_total": None},
                {"peg_score": None},
                {"medicines_taken": None},
                {"medicine_helped": None},
                {"weight_kg": None},
                {"mobility": None},
            ]
        )
    )
    if reported and data.draw(st.booleans()):
        gone = data.draw(st.sampled_from(reported))
        left = {c: v for c, v in (entry.symptoms or {}).items() if c != gone}
        changes = {"symptoms": left}

    without = replace(entry, **changes)

    assert answered_level(without, earlier, profile) <= answered_level(
        entry, earlier, profile
    )


@EXAMPLES
@given(history=histories(), note=st.sampled_from(NOTES))
def test_note_never_lowers_the_level(history, note):
    entry, earlier, profile = history
    silent = level(replace(entry, note=""), earlier, profile)

    assert level(replace(entry, note=note), earlier, profile) >= silent


@EXAMPLES
@given(history=histories(), more=st.integers(0, 12), less=st.integers(0, 12))
def test_higher_mood_score_never_lowers_the_level(history, more, less):
    entry, earlier, profile = history
    low, high = sorted((more, less))

    milder = level(replace(entry, phq4_total=low), earlier, profile)

    assert level(replace(entry, phq4_total=high), earlier, profile) >= milder


@EXAMPLES
@given(history=histories(), kg=st.integers(40, 100), less=st.integers(0, 20))
def test_more_weight_lost_never_lowers_the_level(history, kg, less):
    entry, earlier, profile = history
    heavier = level(replace(entry, weight_kg=float(kg)), earlier, profile)

    lighter = level(replace(entry, weight_kg=float(kg - less)), earlier, profile)

    assert lighter >= heavier


@EXAMPLES
@given(history=histories(), days=st.integers(1, 40), more=st.integers(0, 40))
def test_silence_opens_an_alert_only_after_a_worry(history, days, more):
    entry, earlier, profile = history
    entries = [*earlier, entry]

    for day in (entry.day + days, entry.day + days + more):
        facts = facts_without_entry(day=day, earlier=entries, profile=profile)
        stored = TriageFacts.from_json(json.loads(json.dumps(facts.as_json())))
        findings = evaluate_day(facts)
        assert stored == facts
        assert {f.rule_id for f in findings} <= {"R31", "T6"}
        silent = [f for f in findings if f.rule_id == "R31"]
        worried = facts.was_rising or facts.last_level >= Level.WATCH
        assert all((f.level is Level.SOON) is worried for f in silent)


@EXAMPLES
@given(history=histories(), paused=st.integers(1, 30))
def test_announced_days_are_never_silent(history, paused):
    entry, earlier, profile = history
    days = range(entry.day + 1, entry.day + 1 + paused)

    facts = facts_without_entry(
        day=days[-1],
        earlier=[*earlier, entry],
        profile=profile,
        paused=frozenset(days),
    )

    assert all(f.rule_id != "R31" for f in evaluate_day(facts))


@EXAMPLES
@given(history=histories())
def test_same_facts_give_the_same_findings_also_from_storage(history):
    entry, earlier, profile = history
    facts = gather(entry=entry, earlier=earlier, profile=profile)

    stored = TriageFacts.from_json(json.loads(json.dumps(facts.as_json())))
    findings = evaluate(facts)

    assert stored == facts
    assert evaluate(stored) == findings == evaluate(facts)
    assert [Finding.from_json(f.as_json()) for f in findings] == list(findings)
    assert all(finding.rule_id != "R00" for finding in findings)
    assert all(finding.reasons for finding in findings)


@EXAMPLES
@given(history=histories(), data=st.data())
def test_order_of_earlier_entries_does_not_matter(history, data):
    entry, earlier, profile = history
    shuffled = data.draw(st.permutations(earlier))

    facts = gather(entry=entry, earlier=earlier, profile=profile)

    assert gather(entry=entry, earlier=shuffled, profile=profile) == facts


@EXAMPLES
@given(
    code=st.sampled_from([c for c in SYMPTOMS if c != "suicidal_thoughts"]),
    change=st.sampled_from([Change.SAME, Change.BETTER]),
    day=st.integers(-7, 365),
)
def test_known_symptom_as_before_never_speaks(code, change, day):
    profile = Profile(known_symptoms=frozenset({code}))

    assert not evaluate(TriageFacts(day=day, profile=profile, symptoms={code: change}))
