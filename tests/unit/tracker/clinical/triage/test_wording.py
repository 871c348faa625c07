"""Words for patients and clinicians: there for every finding, calm and plain."""

import re

import pytest

from tests.unit.tracker.clinical.builders import facts
from tracker.clinical.levels import Level
from tracker.clinical.triage.advice import advice_for, clinician_note, told
from tracker.clinical.triage.engine import evaluate
from tracker.clinical.triage.findings import found
from tracker.clinical.triage.rulesets import RULESETS
from tracker.clinical.triage.wording.table import WORDING, words_for

ACTIONS = {
    "call_emergency",
    "call_clinic",
    "call_crisis_line",
    "measure_again",
    "rest",
}
BLAMING = r"\b(should have|must not|failed|fault|careless|you forgot)\b"
ANTI_INFLAMMATORY = r"ibuprofen|naproxen|diclofenac|aspirin|nsaid|anti-inflammator"


def test_every_rule_of_every_version_has_words():
    spoken = {key.split(":")[0] for key in WORDING}

    for ruleset in RULESETS.values():
        rules = ruleset.rules + ruleset.day_rules
        assert {rule_id for rule_id, _ in rules} | {"R00"} == spoken


@pytest.mark.parametrize(("key", "words"), WORDING.items(), ids=WORDING)
def test_words_are_complete_and_kind(key, words):
    for_patient = f"{words.title}. {words.text}"

    assert set(words.actions) <= ACTIONS
    assert words.actions
    assert words.headline
    assert words.check
    assert words.clears.endswith(".")
    assert not re.search(BLAMING, for_patient, re.IGNORECASE)
    assert not re.search(ANTI_INFLAMMATORY, for_patient, re.IGNORECASE)
    assert set(re.findall(r"{(\w+)}", words.text)) <= {"emergency_number"}


@pytest.mark.parametrize(("key", "words"), WORDING.items(), ids=WORDING)
def test_patient_sentences_are_short(key, words):
    sentences = re.split(r"(?<=[.!?]) ", words.text)

    assert max(len(sentence.split()) for sentence in sentences) <= 25


@pytest.mark.parametrize(("key", "words"), WORDING.items(), ids=WORDING)
def test_emergency_names_the_number_and_nothing_less_does_without(key, words):
    level = Level.from_code(key.split(":")[1])

    assert ("call_emergency" in words.actions) is (level is Level.EMERGENCY)
    if level >= Level.URGENT:
        assert "{emergency_number}" in words.text or key.startswith("R13")


def test_tag_with_words_of_its_own_goes_first():
    plain = words_for("R11", Level.URGENT, ())
    tagged = words_for("R11", Level.URGENT, ("other", "infection_workup"))

    assert plain.headline == "Fever after the procedure"
    assert tagged.headline == "Fever or chills: infection work-up"


def test_note_of_a_finding_has_the_words_and_the_checks_of_its_tag():
    finding = found("R11", Level.URGENT, (), "infection_workup")

    words = words_for("R11", Level.URGENT, ("infection_workup",))
    note = clinician_note(finding)
    assert (note.headline, note.check) == (words.headline, words.check)
    assert finding.would_clear == words.clears
    assert words != words_for("R11", Level.URGENT, ())


def test_advice_and_note_of_a_finding():
    (finding,) = evaluate(facts(symptoms={"saddle_numbness": "new"}))

    advice, note = advice_for(finding), clinician_note(finding)

    assert (advice.rule_id, advice.level) == ("R03", Level.EMERGENCY)
    assert advice.actions == ("call_emergency",)
    assert "Call {emergency_number}" in advice.text
    assert note.headline == "New numbness between the legs"


def test_unknown_wording_is_loud():
    with pytest.raises(KeyError):
        found("R03", Level.WATCH, ())


def test_advice_is_said_in_a_language_asked_for():
    (finding,) = evaluate(facts(symptoms={"saddle_numbness": "new"}))

    advice = advice_for(finding, "es")

    assert (advice.rule_id, advice.level) == ("R03", Level.EMERGENCY)
    assert advice.actions == advice_for(finding).actions
    assert advice.title == "Pida ayuda ahora por la piel dormida"
    assert "Llame al {emergency_number}" in advice.text


def test_words_shown_are_kept_where_they_were_not_english():
    (finding,) = evaluate(facts(symptoms={"saddle_numbness": "new"}))
    silent = found("R31", Level.NONE, ())

    assert told(finding, "de") == {
        "language": "de",
        "title": advice_for(finding, "de").title,
        "text": advice_for(finding, "de").text,
    }
    assert told(finding, "en") == {}
    assert told(silent, "de") == {}
