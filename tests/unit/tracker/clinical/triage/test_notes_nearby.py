"""Words near each other in a note, as rule sets from 2026.3 on read them.

`notes_written_blind.json` holds notes that were written without a look at the lexicons:
emergencies that are heard, wishes not to be that are heard, and harmless notes.
"""

import json
import re
from pathlib import Path
from time import thread_time

import pytest

from tests.unit.tracker.clinical.builders import facts, told, told_by
from tracker.clinical.triage.engine import evaluate
from tracker.clinical.triage.notes.compiled_later import CompiledLater
from tracker.clinical.triage.notes.english import ENGLISH
from tracker.clinical.triage.notes.languages_of import languages_of
from tracker.clinical.triage.notes.lexicon import Note
from tracker.clinical.triage.notes.nearby import near
from tracker.clinical.triage.notes.nearby_any_language import (
    NEARBY,
    emergencies_nearby,
    self_harm_in_any_words,
)

BLIND = json.loads(
    Path(__file__).with_name("notes_written_blind.json").read_text("utf-8")
)
LANGUAGES = list(BLIND)
HANGS = 5
"""Seconds. A pattern that backtracks without end takes minutes, one that works 0.3."""


def every(kind):
    return [
        (language, note) for language in LANGUAGES for note in BLIND[language][kind]
    ]


@pytest.mark.parametrize("note", [note for _, note in every("emergencies")])
def test_emergency_is_asked_about(note):
    assert ("R30", "urgent") in told(facts(note=note, symptoms={}))


@pytest.mark.parametrize("note", [note for _, note in every("wishes")])
def test_wish_not_to_be_is_urgent_at_least(note):
    assert dict(told(facts(note=note)))["R24"] in ("urgent", "emergency")


@pytest.mark.parametrize("note", [note for _, note in every("quiet")])
def test_harmless_note_raises_nothing(note):
    assert told(facts(note=note, symptoms={})) == []


@pytest.mark.parametrize("kind", ["emergencies", "wishes"])
def test_a_note_is_read_in_its_own_language(kind):
    passed_over = [
        note
        for language, note in every(kind)
        if language not in languages_of(Note.of(note).folded)
    ]

    assert passed_over == []


def test_a_short_note_and_one_of_no_language_are_read_in_all():
    assert languages_of("beine taub") == LANGUAGES
    assert languages_of("my bottom itself one two three") == LANGUAGES
    assert languages_of("my bottom itself one two three four") == ["en"]
    assert languages_of("blase voll kein tropfen klo kommt druck") == ["de"]
    assert languages_of("yksi kaksi kolme nelja viisi kuusi seitseman") == LANGUAGES


@pytest.mark.parametrize(
    ("note", "heard"),
    [
        ("my knees went numb", True),
        ("numb, both of my knees", True),
        ("my knees... numb", True),
        ("my knees. numb with boredom", False),
        ("my knees are not numb", False),
        ("my knees one two three four five six seven numb", True),
        ("my knees one two three four five six seven eight numb", False),
    ],
)
def test_near_is_a_few_words_of_one_sentence_in_either_order(note, heard):
    pattern = re.compile(rf"\b(?:{near('knees', 'numb', unless='not')})")

    assert bool(pattern.search(note)) is heard


def test_a_pattern_is_compiled_when_it_is_asked_for():
    later = CompiledLater({"fine": "a+", "faulty": "("})

    assert (len(later), [*later]) == (2, ["fine", "faulty"])
    assert later["fine"].search("aa")
    with pytest.raises(re.error):
        later["faulty"]


def test_words_of_a_known_phrase_are_its_own():
    note = "it is numb between my legs"

    assert dict(emergencies_nearby(note))
    assert list(emergencies_nearby(note, ["numb between my legs"])) == []


def test_what_else_is_said_of_a_known_phrase_is_heard():
    note = "it is numb between my legs, and down there I went numb"

    assert list(emergencies_nearby(note, ["numb between my legs"])) == [
        ("saddle_numbness", "down there i went numb")
    ]


@pytest.mark.parametrize("symptom", ["same", "better", "new"])
def test_an_answered_phrase_is_not_asked_about_as_something_else(symptom):
    given = facts(
        symptoms={"saddle_numbness": symptom}, note="it is numb between my legs"
    )

    assert "R30" not in dict(told(given))


@pytest.mark.parametrize(
    ("note", "known", "asked"),
    [
        ("lost control of my bladder and bowels", "urine_leak", "stool_leak"),
        (
            "numb between my legs and both of them give way",
            "saddle_numbness",
            "weakness_both_legs",
        ),
        ("se me escapa la orina y las heces", "urine_leak", "stool_leak"),
    ],
)
def test_what_is_more_than_a_known_phrase_is_asked_about(note, known, asked):
    (finding,) = evaluate(facts(note=note, symptoms={known: "same"}))[-1:]

    assert (finding.rule_id, finding.tags) == ("R30", (asked,))


@pytest.mark.parametrize(
    "note", ["my bladder's leaking", "My bum’s numb", "my legs've gone to jelly"]
)
def test_a_short_form_is_heard(note):
    assert list(emergencies_nearby(note))


def test_who_says_it_in_two_languages_is_asked_once():
    note = "both of my feet feel like wood, beide Beine sind ganz taub und weg"

    assert languages_of(Note.of(note).folded) == ["en", "de"]
    assert [code for code, _ in emergencies_nearby(note)] == ["numbness_both_legs"]


def test_each_family_is_asked_about_once():
    note = "nothing comes out on the loo and then my pants are soaked"
    assert {"urine_hesitancy", "urine_leak"} <= set(dict(emergencies_nearby(note)))

    (finding,) = evaluate(facts(note=note))

    assert finding.tags == ("urine_hesitancy",)


def test_a_limb_that_goes_dead_is_no_wish_to_die():
    note = "My foot keeps going dead when I sit"

    assert told(facts(note=note)) == []
    assert told(facts(note=note), "2026.2") == [("R24", "emergency")]


@pytest.mark.parametrize(
    "note", ["I want to go dead", "My leg goes dead and honestly I want to go dead too"]
)
def test_a_wish_to_be_dead_stays_one_beside_a_limb(note):
    assert dict(told(facts(note=note)))["R24"] == "emergency"


# Everyday talk of living, ending and leaving.
EVERYDAY = """
I am not living at home at the moment, staying with my sister
tired of living out of a suitcase
done with everything on the list today
ready to check out of the rehab clinic on Friday
I notice if I sit for more than an hour my back stiffens
I fall asleep and wake at three
feel like I have been hit by a bus
I would like to stop smoking for good
My wife says I am better if I walk
I live for my grandchildren
No reason to get up early
This is my last message for today
Made my mind up to go back to work
Siento una molestia leve en la zona lumbar
Anoche pude descansar por fin
Hoy mi única salida fue al mercado
¿Puedo tomar las pastillas todas juntas?
Si no fuera por la lluvia ya me habría ido a andar
Me despedí de todos, me dieron el alta
mejor sin mi faja
Habe überlegt die Tabletten abzusetzen
Herr Schulz von der Physio nimmt sich Zeit
Am Tisch sitzen geblieben
Wozu soll ich die Salbe noch nehmen?
Bald wird alles vorbei sein
Krücken verschenkt, brauche ich nicht mehr
Ich will hier nicht mehr leben, ziehe in eine Wohnung mit Lift
Ich falle niemandem zur Last, mache alles selbst
""".strip().split("\n")


@pytest.mark.parametrize("note", EVERYDAY)
def test_everyday_talk_is_no_wish_to_die(note):
    assert told_by("R24", facts(note=note)) is None


def test_nothing_written_says_nothing():
    assert list(emergencies_nearby("")) == []
    assert self_harm_in_any_words("") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_emergency_of_the_known_phrases_has_near_words(language):
    # Out of breath is one thing in English: it is asked about as sudden.
    heard = {*NEARBY[language].terms, "breathing_trouble"}

    assert heard == set(ENGLISH.terms)


@pytest.mark.parametrize(
    "piece",
    [
        "i went to the toilet and my bladder was ",
        "ich kann nicht auf dem klo ",
        "no puedo con las piernas ",
        "kann nicht ",
        "my legs ",
        "no me ",
        "ohne mich ",
        "a",
        ".",
        "İ",
    ],
)
def test_no_long_note_hangs(piece):
    note = (piece * 4000)[:4000]

    started = thread_time()
    list(emergencies_nearby(note))
    self_harm_in_any_words(note)

    assert thread_time() - started < HANGS


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_of_dots_is_walked_over_once(language):
    body = {"en": "numb feet", "es": "dolor de piernas", "de": "die Tabletten Beine"}

    started = thread_time()
    list(emergencies_nearby(body[language] + "." * 3900))
    self_harm_in_any_words(body[language] + "." * 3900)

    assert thread_time() - started < HANGS
