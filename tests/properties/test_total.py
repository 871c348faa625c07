"""The rules answer whatever comes: any text, any day, any gap, any order."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.examples import EXAMPLES
from tests.properties.histories import entries, histories, profiles
from tracker.clinical.levels import Level
from tracker.clinical.trends import Series
from tracker.clinical.triage.advice import advice_for, clinician_note
from tracker.clinical.triage.emergency_terms import emergencies_in
from tracker.clinical.triage.engine import evaluate, evaluate_day, highest
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.gathering import gather
from tracker.clinical.triage.note_terms import self_harm_phrase
from tracker.clinical.triage.parameters import THRESHOLDS
from tracker.clinical.triage.rulesets import CURRENT, RULESETS
from tracker.clinical.triage.silence import facts_without_entry

VOCABULARY = """not never no without but my his mother legs both numb weak can't pee
control lost bladder chest pain breathe die kill myself want to between . , ' ?"""
WORDS = VOCABULARY.split()
texts = st.text(max_size=400) | st.lists(st.sampled_from(WORDS), max_size=40).map(
    " ".join
)


@EXAMPLES
@given(history=histories(), note=texts)
def test_any_note_is_read(history, note):
    entry, earlier, profile = history

    findings = evaluate(
        gather(entry=replace(entry, note=note), earlier=earlier, profile=profile)
    )

    assert "R00" not in {finding.rule_id for finding in findings}
    assert all(phrase for _, phrase in emergencies_in(note))
    assert self_harm_phrase(note) is None or self_harm_phrase(note) != ""


@EXAMPLES
@given(
    day=st.integers(-30, 400),
    known=st.lists(entries(st.integers(-30, 400)), max_size=12),
    profile=profiles(),
    paused=st.frozensets(st.integers(-30, 400), max_size=20),
)
def test_any_day_without_an_entry_is_judged(day, known, profile, paused):
    facts = facts_without_entry(day=day, earlier=known, profile=profile, paused=paused)

    findings = evaluate_day(facts)

    assert {f.rule_id for f in findings} <= {"R31", "T6"}
    assert highest(findings) <= Level.SOON
    assert facts.days_silent is not None
    assert facts.days_silent >= 0
    if not 1 <= day <= 365:
        assert findings == ()


@EXAMPLES
@given(history=histories())
def test_every_finding_has_words_for_patient_and_clinician(history):
    entry, earlier, profile = history

    for finding in evaluate(gather(entry=entry, earlier=earlier, profile=profile)):
        advice, note = advice_for(finding), clinician_note(finding)
        assert advice.title
        assert advice.text
        assert note.headline
        assert finding.would_clear


@EXAMPLES
@given(history=histories(), data=st.data())
def test_rules_speak_within_every_bound_a_clinic_may_choose(history, data):
    entry, earlier, profile = history
    name = data.draw(st.sampled_from(list(THRESHOLDS)))
    bound = data.draw(st.sampled_from(THRESHOLDS[name][:2]))
    ruleset = RULESETS[CURRENT].with_parameters(**{name: bound})

    facts = gather(entry=entry, earlier=earlier, profile=profile)

    assert all(finding.rule_id != "R00" for finding in evaluate(facts, ruleset))


@EXAMPLES
@given(history=histories(), paused=st.frozensets(st.integers(0, 140), max_size=9))
def test_replay_from_storage_finds_the_same(history, paused):
    entry, earlier, profile = history
    at_entry = gather(entry=entry, earlier=earlier, profile=profile)
    later = facts_without_entry(
        day=entry.day + 5, earlier=[*earlier, entry], profile=profile, paused=paused
    )

    for facts, judge in ((at_entry, evaluate), (later, evaluate_day)):
        stored = TriageFacts.from_json(json.loads(json.dumps(facts.as_json())))
        findings = judge(facts)
        read = [
            Finding.from_json(json.loads(json.dumps(f.as_json()))) for f in findings
        ]
        assert judge(stored) == findings
        assert read == list(findings)


@EXAMPLES
@given(history=histories(), data=st.data())
def test_order_of_arrival_does_not_matter(history, data):
    entry, earlier, profile = history
    everything = [*earlier, entry]
    shuffled = data.draw(st.permutations(everything))

    def derived(known):
        series = Series.of(known, intake_pain=profile.baseline_pain)
        silent = facts_without_entry(day=series.day, earlier=known, profile=profile)
        return series.baseline, dict(series.daily_pain), series.lowest_m3, silent

    assert derived(shuffled) == derived(everything)


@EXAMPLES
@given(history=histories())
def test_entries_of_the_future_change_nothing(history):
    entry, earlier, profile = history
    later = [replace(e, day=entry.day + 1 + e.day % 5) for e in earlier]

    facts = gather(entry=entry, earlier=[], profile=profile)

    assert gather(entry=entry, earlier=later, profile=profile) == facts
