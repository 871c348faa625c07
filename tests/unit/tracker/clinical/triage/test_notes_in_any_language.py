"""Notes in Spanish and German: found, denied, of others, past, read, a figure."""

import hashlib
from dataclasses import fields
from time import thread_time

import pytest

from tests.unit.tracker.clinical.builders import facts
from tests.unit.tracker.clinical.triage import phrases_de, phrases_en, phrases_es
from tests.unit.tracker.clinical.triage import test_emergency_terms as english
from tracker.clinical.triage.emergency_terms import TERMS, emergencies_in
from tracker.clinical.triage.engine import evaluate
from tracker.clinical.triage.note_terms import self_harm_phrase
from tracker.clinical.triage.notes.any_language import (
    emergencies_in_any_language,
    self_harm_in_any_language,
)
from tracker.clinical.triage.notes.english import ENGLISH
from tracker.clinical.triage.notes.german import GERMAN
from tracker.clinical.triage.notes.german_self_harm import GERMAN_SELF_HARM
from tracker.clinical.triage.notes.lexicon import Note, fold, tidy
from tracker.clinical.triage.notes.spanish import SPANISH
from tracker.clinical.triage.notes.spanish_self_harm import SPANISH_SELF_HARM
from tracker.clinical.triage.rulesets import RULESETS

PHRASES = (phrases_es, phrases_de)
SPOKEN = RULESETS["2026.2"]
DIGEST = "5656ef7dbf6616ef"
"""Of the lexicons of 2026.2. Once a clinic has it, other phrases are a new version."""


def every(name):
    return [phrase for language in PHRASES for phrase in getattr(language, name)]


def spoken_of(note, ruleset=SPOKEN):
    found = evaluate(facts(note=note), ruleset)
    return [(finding.rule_id, finding.level.code) for finding in found]


@pytest.mark.parametrize(("code", "note"), every("EMERGENCIES"))
def test_emergency_is_found(code, note):
    assert code in dict(emergencies_in_any_language(note))


@pytest.mark.parametrize("note", [*every("MORE"), *phrases_en.MORE])
def test_something_is_asked_about_each_phrase_written_blind(note):
    assert spoken_of(note) == [("R30", "urgent")]


@pytest.mark.parametrize(
    "note", [*every("QUIET"), *every("HARMLESS"), *every("MORE_QUIET")]
)
def test_harmless_note_names_no_emergency(note):
    assert list(emergencies_in_any_language(note)) == []


@pytest.mark.parametrize("note", [*every("SELF_HARM"), *every("MORE_SELF_HARM")])
def test_self_harm_is_heard(note):
    assert self_harm_in_any_language(note) is not None


@pytest.mark.parametrize(
    "note",
    [
        *every("HARMLESS"),
        *every("QUIET"),
        *every("MORE_QUIET"),
        *every("MORE"),
        *(note for _, note in every("EMERGENCIES")),
    ],
)
def test_other_notes_speak_of_no_self_harm(note):
    assert self_harm_in_any_language(note) is None


@pytest.mark.parametrize("note", every("PASSIVE"))
def test_a_wish_not_to_be_is_urgent(note):
    assert spoken_of(note) == [("R24", "urgent")]


@pytest.mark.parametrize("note", every("ACTIVE"))
def test_a_thought_of_acting_is_an_emergency(note):
    assert spoken_of(note) == [("R24", "emergency")]


def test_a_thought_of_acting_goes_before_a_wish_written_first():
    note = "I'd be better off dead. Ich bringe mich um"

    assert self_harm_in_any_language(note) == ("bringe mich um", False)


def every_of(language):
    return [
        *language.QUIET,
        *language.HARMLESS,
        *language.SELF_HARM,
        *language.MORE,
        *language.MORE_SELF_HARM,
        *(note for _, note in language.EMERGENCIES),
    ]


IN_ENGLISH = [
    *english.QUIET,
    *phrases_en.MORE,
    *phrases_en.QUIET,
    *(note for _, note in english.FOUND),
]


@pytest.mark.parametrize(
    ("lexicons", "foreign"),
    [
        ((SPANISH, SPANISH_SELF_HARM), IN_ENGLISH),
        ((SPANISH, SPANISH_SELF_HARM), every_of(phrases_de)),
        ((GERMAN, GERMAN_SELF_HARM), IN_ENGLISH),
        ((GERMAN, GERMAN_SELF_HARM), every_of(phrases_es)),
    ],
    ids=["es of en", "es of de", "de of en", "de of es"],
)
def test_no_language_hears_anything_in_another(lexicons, foreign):
    """False friends: the same letters must not mean something else."""
    heard = [
        (n, found)
        for n in foreign
        for x in lexicons
        for found in x.found_in(Note.of(n))
    ]

    assert heard == []


@pytest.mark.parametrize(("code", "note"), english.FOUND)
def test_english_is_read_as_before(code, note):
    assert code in dict(emergencies_in_any_language(note))


@pytest.mark.parametrize("note", [*english.QUIET, *phrases_en.QUIET])
def test_quiet_english_stays_quiet(note):
    assert list(emergencies_in_any_language(note)) == []
    assert self_harm_in_any_language(note) is None


@pytest.mark.parametrize("note", ["Der Plan die Woche ist gut", "plan die Treppe"])
def test_german_that_reads_as_english_calls_nobody(note):
    assert spoken_of(note) == []
    assert spoken_of(note, RULESETS["2026.1"]) == [("R24", "emergency")]


def test_the_version_before_reads_english_only():
    for note in ("No siento las piernas", "Schmerzen in der Brust", "Quiero morir"):
        assert spoken_of(note, RULESETS["2026.1"]) == []
    assert spoken_of("No siento las piernas") == [("R30", "urgent")]


def test_the_lexicons_of_a_released_version_do_not_change():
    """Their functions are guarded elsewhere; a changed phrase is a new reading, too."""
    lexicons = (ENGLISH, SPANISH, GERMAN, SPANISH_SELF_HARM, GERMAN_SELF_HARM)
    text = "\n".join(line for lexicon in lexicons for line in patterns_of(lexicon))

    assert hashlib.sha256(text.encode()).hexdigest()[:16] == DIGEST


def patterns_of(lexicon):
    for field in (field for field in fields(lexicon) if field.init):
        value = getattr(lexicon, field.name)
        terms = value.items() if field.name == "terms" else [(field.name, value)]
        yield from (f"{name} {pattern.pattern}" for name, pattern in terms)


@pytest.mark.parametrize("note", sorted({note for _, note in english.FOUND}))
def test_a_look_for_any_term_tells_whether_there_is_one(note):
    for lexicon in (ENGLISH, SPANISH, GERMAN):
        text = Note.of(note).folded
        one = any(term.search(text) for term in lexicon.terms.values())
        assert bool(lexicon.any_term.search(text)) == one


@pytest.mark.parametrize("lexicon", [SPANISH, GERMAN])
def test_every_symptom_with_terms_has_them_in_each_language(lexicon):
    assert set(lexicon.terms) == set(TERMS)


def test_what_the_version_before_heard_is_still_heard():
    """The word for now stands behind a comma: the later reading alone misses it."""
    note = "I have trouble breathing I used to walk fine, now I am weak"

    assert "breathing_trouble" not in dict(ENGLISH.found_in(Note.of(note)))
    assert "breathing_trouble" in dict(emergencies_in_any_language(note))


def test_what_was_read_does_not_reach_through_a_whole_note():
    note = f"Ich habe gelesen {'und viel geschlafen ' * 12} Brustschmerzen"

    assert "chest_pain" in dict(emergencies_in_any_language(note))


@pytest.mark.parametrize("language", PHRASES)
def test_every_symptom_has_a_phrase_in_each_language(language):
    assert {code for code, _ in language.EMERGENCIES} == set(TERMS)


def test_languages_may_be_mixed_in_one_note():
    note = "No fever. Taub zwischen den Beinen, y no siento las piernas."

    assert [code for code, _ in emergencies_in_any_language(note)] == [
        "numbness_both_legs",
        "saddle_numbness",
    ]


def test_a_symptom_named_in_two_languages_is_asked_about_once():
    note = "Chest pain, dolor en el pecho"

    assert list(emergencies_in_any_language(note)) == [("chest_pain", "chest pain")]


def test_acting_goes_before_a_wish_whatever_the_language():
    note = "I wish I was dead. Quiero matarme."

    assert self_harm_in_any_language(note) == ("quiero matarme", False)


def test_the_phrase_is_quoted_as_it_was_written():
    assert dict(emergencies_in_any_language("Ich SPÜRE  meine Füße nicht")) == {
        "numbness_both_legs": "spüre meine füße nicht"
    }


@pytest.mark.parametrize(
    ("note", "code"),
    [
        ("perdi el conocimiento", "fainting"),
        ("perdi\u0301 el conocimiento", "fainting"),
        ("meine Fuesse sind taub", "numbness_both_legs"),
        ("meine Fusse sind taub", "numbness_both_legs"),
        ("bin ohnmaechtig geworden", "fainting"),
    ],
)
def test_accents_may_be_left_out_or_composed(note, code):
    assert code in dict(emergencies_in_any_language(note))


@pytest.mark.parametrize("text", ["Sí, él spürt Füße, año", "\u2019", "İstanbul ß"])
def test_folding_keeps_each_letter_in_its_place(text):
    assert len(fold(tidy(text))) == len(tidy(text))


@pytest.mark.parametrize("note", ["", "ok", "ay"])
def test_the_shortest_notes_are_not_read(note):
    assert list(emergencies_in_any_language(note)) == []
    assert self_harm_in_any_language(note) is None


@pytest.mark.parametrize(
    "note",
    [
        "dolor de pecho no tengo",
        "Brustschmerzen habe ich keine",
        "¿Tengo que avisar si noto dolor en el pecho?",
        "Soll ich mich melden, wenn ich Atemnot bekomme?",
    ],
)
def test_denied_afterwards_or_only_supposed_is_quiet(note):
    assert list(emergencies_in_any_language(note)) == []


@pytest.mark.parametrize(
    "note",
    [
        "Tengo miedo de morir, dolor en el pecho",
        "El año pasado me operaron, dolor en el pecho",
        "No hay mejoría. Dolor en el pecho",
        "Angst vor der Nacht, Brustschmerzen",
        "vor zwei Monaten operiert worden, Brustschmerzen",
        "Keine Besserung und Brustschmerzen",
        "Meine Frau macht sich Sorgen weil mir die Brust weh tut",
    ],
)
def test_what_stands_beside_a_phrase_does_not_take_it_back(note):
    assert "chest_pain" in dict(emergencies_in_any_language(note))


@pytest.mark.parametrize(
    "note",
    ["Si me agacho, dolor en el pecho", "Wenn ich huste, habe ich Brustschmerzen"],
)
def test_when_it_comes_on_is_no_supposition(note):
    assert "chest_pain" in dict(emergencies_in_any_language(note))


@pytest.mark.parametrize(
    "piece",
    [
        "no siento las ",
        "dolor de las dos ",
        "kann die beine ",
        "taub in den ",
        "quiero a ",
        "will das ",
        "sin ni no tengo ",
        "gelesen, ich habe atemnot vor lachen ",
        "miedo de desmayos ",
        "angst vor atemnot ",
        "scared of fainting ",
    ],
)
def test_no_long_note_hangs(piece):
    note = (piece * 400)[:4000]

    started = thread_time()
    list(emergencies_in_any_language(note))
    self_harm_in_any_language(note)

    assert thread_time() - started < 5


def test_the_english_reading_alone_hears_nothing_of_the_others():
    foreign = [note for _, note in every("EMERGENCIES")]

    assert [note for note in foreign if list(emergencies_in(note))] == []
    assert [note for note in every("SELF_HARM") if self_harm_phrase(note)] == []
