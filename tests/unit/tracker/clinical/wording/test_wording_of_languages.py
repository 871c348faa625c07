"""Every text in every language: complete, the same numbers, calm and plain."""

import re

import pytest

from tracker.clinical.wording.languages import LANGUAGES, TRANSLATED, language_of
from tracker.clinical.wording.say import say, say_own, texts_in

ENGLISH = texts_in("en")
LONGEST = 25
"""Words of a sentence; the same as in English."""

WATCHING = {
    "es": r"monitor|vigila|supervis",
    "de": r"monitor|überwach|beobacht",
}
BLAMING = {
    "es": r"\b(debería haber|su culpa|descuid\w+|se olvidó|falló)\b",
    "de": r"\b(hätten sollen|ihre schuld|nachlässig|vergessen)\b",
}
# A patient is never told to take one; the form has to name it once to ask.
ANTI_INFLAMMATORY = r"ibuprofen|naprox|diclofenac|aspirin"
FAMILIAR = {
    "es": r"\b(tú|tu|tus|te|ti|contigo|llama|eres|tienes|puedes|vosotros|vuestr\w+)\b",
    "de": r"\b(du|dich|dir|dein\w*|euch|euer)\b",
}


def blanks_in(text):
    return sorted(re.findall(r"{\w+}", text))


def numbers_in(text):
    """Telephone numbers, days, degrees: none may change on the way."""
    return sorted(re.findall(r"\d+(?:[.]\d+)?", text.replace(",", ".")))


def is_sentence(text):
    return text.endswith((".", "?"))


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_language_has_every_text_and_no_other(language):
    assert set(texts_in(language)) == set(ENGLISH)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_text_says_as_much_as_its_original(language):
    pairs = {key: (text, ENGLISH[key]) for key, text in texts_in(language).items()}

    assert [k for k, (text, _) in pairs.items() if not text.strip()] == []
    assert [k for k, (a, b) in pairs.items() if blanks_in(a) != blanks_in(b)] == []
    assert [k for k, (a, b) in pairs.items() if numbers_in(a) != numbers_in(b)] == []
    assert [k for k, (a, b) in pairs.items() if is_sentence(a) != is_sentence(b)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_texts_are_calm_and_polite(language):
    wrong = "|".join([WATCHING[language], BLAMING[language], FAMILIAR[language]])
    texts = {key: text.lower() for key, text in texts_in(language).items()}

    assert {k: t for k, t in texts.items() if re.search(wrong, t)} == {}
    assert [k for k, t in texts.items() if re.search(ANTI_INFLAMMATORY, t)] == [
        "medicine.nsaid"
    ]


@pytest.mark.parametrize("language", TRANSLATED)
def test_sentences_are_short(language):
    sentences = [
        sentence
        for text in texts_in(language).values()
        for sentence in re.split(r"(?<=[.!?:]) ", text)
    ]

    assert [s for s in sentences if len(s.split()) > LONGEST] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_was_left_in_english(language):
    same = {k for k, text in texts_in(language).items() if text == ENGLISH[k]}

    assert same <= {"answer.no", "medicine_helped.no"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_symptoms_never_read_the_same(language):
    labels = [t for key, t in texts_in(language).items() if key.startswith("symptom.")]

    assert len(set(labels)) == len(labels)


def test_a_text_is_said_in_the_language_asked_for():
    assert say("symptom.chest_pain", "es") == "Dolor o presión en el pecho"
    assert say("symptom.chest_pain", "de") == "Schmerz oder Druck in der Brust"
    assert say("symptom.chest_pain", "en") == "Pain or pressure in the chest"


def test_a_text_that_a_language_lacks_is_said_in_english(monkeypatch):
    monkeypatch.setattr(
        "tracker.clinical.wording.say._TEXTS", {"en": ENGLISH, "es": {}}
    )

    assert say("symptom.vomiting", "es") == "Throwing up"


def test_an_unknown_text_is_loud():
    with pytest.raises(KeyError):
        say("symptom.unknown", "es")


def test_the_words_of_a_clinic_stay_as_it_wrote_them():
    key, shipped = "instruction.rest_first.text", "Rest for the first one to two days."

    assert say_own(key, shipped, "de") == (
        "Ruhen Sie sich in den ersten ein bis zwei Tagen aus."
    )
    assert say_own(key, "Rest for three days.", "de") == "Rest for three days."
    assert say_own("instruction.ours.text", "Call Ada.", "de") == "Call Ada."


def test_a_sentence_of_ours_is_translated_as_older_plans_have_it_too():
    key = "milestone.medicine_window_over.title"

    assert say_own(key, "The no anti-inflammatory time is over", "de") == (
        "Die Wochen ohne Entzündungshemmer sind vorbei"
    )


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("es", "es"),
        ("es-MX", "es"),
        ("de_AT", "de"),
        ("DE", "de"),
        ("en-GB", "en"),
        ("fr", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_language_of_a_locale(locale, language):
    assert language_of(locale) == language
