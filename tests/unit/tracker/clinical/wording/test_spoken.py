"""The plan and the questionnaires in a language: the words change, nothing else."""

from dataclasses import replace

import pytest

from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.clinical.proms.definitions import MOOD_SCREEN, OWN_INSTRUMENTS
from tracker.clinical.protocol import AFTER, BEFORE
from tracker.clinical.wording.languages import TRANSLATED
from tracker.clinical.wording.spoken import instrument_in, phase_in, plan_in


def test_the_plan_in_a_language():
    plan = plan_in(DEFAULT_PROTOCOL, "es")

    assert plan.phases[0].title == "Semanas 1 y 2"
    assert plan.milestones[1].title == "Su primer paseo"
    assert plan.milestones[1].why.startswith("Cinco minutos bastan.")
    assert plan.instructions[1].text == "Descanse los primeros uno o dos días."


def test_the_plan_in_english_is_the_plan():
    assert plan_in(DEFAULT_PROTOCOL, "en") is DEFAULT_PROTOCOL


@pytest.mark.parametrize("language", TRANSLATED)
def test_only_words_of_the_plan_change(language):
    plan = plan_in(DEFAULT_PROTOCOL, language)

    for ours, original in zip(plan.phases, DEFAULT_PROTOCOL.phases, strict=True):
        words = {"title": original.title, "what_to_expect": original.what_to_expect}
        assert replace(ours, **words) == original
    for ours, original in zip(
        plan.milestones, DEFAULT_PROTOCOL.milestones, strict=True
    ):
        assert replace(ours, title=original.title, why=original.why) == original


def test_a_sentence_of_the_clinic_stays_as_it_wrote_it():
    first, *others = DEFAULT_PROTOCOL.instructions
    own = replace(first, text="Call us on Monday.")
    plan = plan_in(replace(DEFAULT_PROTOCOL, instructions=(own, *others)), "de")

    assert plan.instructions[0].text == "Call us on Monday."
    assert plan.instructions[1].text != others[0].text


def test_days_outside_the_plan():
    assert phase_in(BEFORE, "es").title == "Antes del procedimiento"
    assert phase_in(AFTER, "de").title == "Nach dem ersten Jahr"
    assert phase_in(AFTER, "en") == AFTER


def test_a_questionnaire_in_a_language():
    mood = instrument_in(MOOD_SCREEN, "de")

    assert (mood.title, mood.language) == ("Stimmung und Sorgen", "de")
    assert mood.item("worry").options[0].label == "An keinem Tag"
    assert mood.item("self_harm").help.endswith("Warten Sie nicht auf uns.")


@pytest.mark.parametrize("code", OWN_INSTRUMENTS)
@pytest.mark.parametrize("language", TRANSLATED)
def test_a_questionnaire_asks_and_counts_the_same(language, code):
    original = OWN_INSTRUMENTS[code]
    ours = instrument_in(original, language)

    assert ours.scoring == original.scoring
    for item, before in zip(ours.items, original.items, strict=True):
        assert item.text != before.text
        assert item.show_if == before.show_if
        assert (item.kind, item.lowest, item.highest, item.required) == (
            before.kind,
            before.lowest,
            before.highest,
            before.required,
        )
        assert [(o.value, o.code) for o in item.options] == [
            (o.value, o.code) for o in before.options
        ]


def test_a_questionnaire_that_a_clinic_brought_stays_as_it_is():
    brought = replace(MOOD_SCREEN, title="Ours")

    assert instrument_in(brought, "es") is brought
    assert instrument_in(MOOD_SCREEN, "en") is MOOD_SCREEN
