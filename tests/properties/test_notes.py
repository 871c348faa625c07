"""A note that names an emergency: what may answer it, and what may not."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.examples import EXAMPLES
from tests.properties.histories import histories
from tests.properties.test_triage import level
from tracker.clinical.symptoms import SYMPTOMS, Change
from tracker.clinical.triage.engine import evaluate
from tracker.clinical.triage.gathering import gather

NAMED = {
    "urine_leak": "I leak urine since last night",
    "urine_hesitancy": "Kann nicht pinkeln",
    "bladder_sensation_loss": "I can't feel when I pee",
    "saddle_numbness": "numb between my legs",
    "numbness_both_legs": "both my legs are numb",
    "weakness_both_legs": "both my legs are weak",
    "foot_drop": "I can't lift my foot",
    "cannot_stand_or_walk": "no puedo caminar",
    "throat_tightness": "my throat is closing",
    "chest_pain": "crushing chest pain",
    "coughing_blood": "coughing up blood",
    "fainting": "I fainted",
}
"""Of chills nothing: their rule ends with day 120, and ticked they are silent later."""

notes = st.sampled_from(list(NAMED.items()))
symptoms = st.sampled_from(list(SYMPTOMS))


def asked(entry, earlier, profile):
    """What the note is asked about."""
    findings = evaluate(gather(entry=entry, earlier=earlier, profile=profile))
    return {tag for f in findings if f.rule_id == "R30" for tag in f.tags}


@EXAMPLES
@given(
    history=histories(),
    note=notes,
    code=symptoms,
    change=st.sampled_from([Change.NEW, Change.WORSE]),
)
def test_new_or_worse_answer_never_lowers_the_level_of_a_note(
    history, note, code, change
):
    """Once symptoms are asked at all: what is known and not ticked is an answer."""
    entry, earlier, profile = history
    before = entry.symptoms or {}
    written = replace(entry, note=note[1], symptoms=before)

    ticked = replace(written, symptoms={**before, code: change})

    if before.get(code) is not Change.WORSE:
        assert level(ticked, earlier, profile) >= level(written, earlier, profile)


@EXAMPLES
@given(
    history=histories(),
    note=notes,
    code=symptoms,
    change=st.sampled_from([Change.SAME, Change.BETTER]),
)
def test_another_symptom_of_old_never_answers_a_note(history, note, code, change):
    entry, earlier, profile = history
    named, text = note
    entry = replace(entry, note=text)
    if code == named or code in (entry.symptoms or {}):
        return

    known = replace(profile, known_symptoms=profile.known_symptoms | {code})
    told = replace(entry, symptoms={**(entry.symptoms or {}), code: change})

    assert asked(entry, earlier, known) == asked(entry, earlier, profile)
    if entry.symptoms is not None:
        assert asked(told, earlier, known) == asked(entry, earlier, profile)


@EXAMPLES
@given(history=histories(), note=notes)
def test_note_is_asked_about_where_nothing_was_ticked(history, note):
    entry, earlier, profile = history
    named, text = note
    unknown = replace(profile, known_symptoms=profile.known_symptoms - {named})

    silent = replace(entry, symptoms={}, note=text)

    assert asked(silent, earlier, unknown) == {named}
