"""What a clinic is asked to look at twice before patients read its own words."""

import re

from tracker.clinical.education.card import When, WordedCard
from tracker.clinical.education.situation import Situation

ANTI_INFLAMMATORY = re.compile(
    r"ibupro|naprox|diclofenac|ketoprof|etoricox|celecox|meloxi|indomet|aspirin"
    r"|acetylsalic|advil|motrin|aleve|voltaren|nsaid|\bains?\b|\baines?\b",
    re.IGNORECASE,
)
PROMISE = re.compile(
    r"\d\s*(%|per ?cent|por ciento|prozent)|\b(cells?|treatment) work(ed|s)\b"
    r"|\bcur(e|es|ed|ación|ar)\b|\bheil(t|en|ung)\b|\bguarant|\bgarant|success rate"
    r"|\bchances? of\b|\bwill be pain-free\b",
    re.IGNORECASE,
)
HEAT = re.compile(
    r"\b(heat|warm|hot)\b|\bcalor\b|\bcaliente\b|wärm|\bheiß", re.IGNORECASE
)
COLD = re.compile(
    r"\b(cold|ice) ?packs?\b|\bice\b|\bhielo\b|bolsa fría|\bkühl(p|k|a|en\b)|\beis\b",
    re.IGNORECASE,
)


def of(worded: WordedCard, situation: Situation) -> list[str]:
    """A sentence for each thing to look at; none of them stops the clinic."""
    return of_words(
        f"{worded.title} {worded.text}",
        worded.card.from_day,
        situation,
        # The others are shown only where the plan says the same.
        is_always=worded.card.when is When.ALWAYS,
    )


def of_words(
    words: str, from_day: int, situation: Situation, *, is_always: bool = True
) -> list[str]:
    """The same for words that are first read on a day."""
    is_inside = from_day <= situation.medicine_window_ends
    found = [
        (
            is_inside and ANTI_INFLAMMATORY.search(words),
            "It names an anti-inflammatory and is read before day"
            f" {situation.medicine_window_ends + 1}. Make sure that it says to leave"
            " it.",
        ),
        (
            PROMISE.search(words),
            "It sounds like odds or a promise. The product never states either.",
        ),
        (
            is_always and not situation.heat_allowed and HEAT.search(words),
            "It speaks of heat, and the protocol does not allow heat.",
        ),
        (
            is_always and not situation.cold_allowed and COLD.search(words),
            "It speaks of cold, and the protocol does not allow cold.",
        ),
    ]
    return [sentence for is_so, sentence in found if is_so]
