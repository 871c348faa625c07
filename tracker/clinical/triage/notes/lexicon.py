"""How a note in one language is read: phrases that count, and what takes them back.

A phrase leads to a question or a call, never to silence, so the reading may stay
simple. It tells a denial, another person as the subject, the past, a warning that was
only read or feared, a condition ("if I get ..., shall I call?") and a figure of speech.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from tracker.clinical.triage.notes.compiled_later import CompiledLater, compiled

# One letter for one letter: a phrase is found at the same place in the note. The ñ
# stays: año and ano are not one word.
_PLAIN = str.maketrans("áàâäéèêëíìîïóòôöúùûüß\u2019", "aaaaeeeeiiiioooouuuus'")

# Without their accents, yes would read as if, and he as the.
_KEPT_APART = (("sí", "sy"), ("él", "ey"))

_TYPED = (
    ("ä", "ae?"),
    ("ö", "oe?"),
    ("ü", "ue?"),
    ("ß", "ss?"),
    ("nichts", "ni(?:chts|x)"),
    ("nicht", "(?:nicht?|nit|net|ned|nimmer)"),
)

REACH = 200
"""Letters that a thing read or feared reaches at most, unless a sentence ends."""

NEVER = re.compile(r"(?!)")
"""For what a lexicon does not tell apart."""


@dataclass(frozen=True, slots=True)
class Note:
    """What was typed, made tidy, and folded for the patterns."""

    tidy: str
    folded: str

    @classmethod
    def of(cls, typed: str) -> "Note":
        text = tidy(typed)
        return cls(text, fold(text))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns over folded text. `own` words make a phrase the writer's own.

    `denied`, `only_read` and `supposed` look at what stands before a phrase,
    `denied_after` and `confirmed` at what follows it, `past` and `figure` between the
    commas. What is `confirmed` is neither denied nor only read: "never as today", "and
    that is what I have". What was read or feared ends where a new `thought` is `stated`
    of the writer: "I read it, and I cannot pee".
    """

    terms: CompiledLater
    clause: re.Pattern[str]
    denied: re.Pattern[str]
    denied_after: re.Pattern[str]
    confirmed: re.Pattern[str]
    other_person: re.Pattern[str]
    own: re.Pattern[str]
    past: re.Pattern[str]
    present: re.Pattern[str]
    only_read: re.Pattern[str]
    thought: re.Pattern[str]
    stated: re.Pattern[str]
    supposed: re.Pattern[str]
    consequence: re.Pattern[str]
    figure: re.Pattern[str]
    joined: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        joined = "|".join(f"(?:{source})" for source in self.terms.sources.values())
        object.__setattr__(self, "joined", joined)

    @property
    def any_term(self) -> re.Pattern[str]:
        """All terms as one: most notes hold none, and one look tells so."""
        return compiled(self.joined)

    def found_in(self, note: Note) -> Iterator[tuple[str, str]]:
        """Each code whose phrase the note may mean of its writer, with the phrase."""
        if not self.any_term.search(note.folded):
            return
        for code, term in self.terms.items():
            for match in term.finditer(note.folded):
                if not self._is_harmless(note.folded, match):
                    yield code, note.tidy[match.start() : match.end()]
                    break

    def _is_harmless(self, text: str, match: re.Match[str]) -> bool:
        before = self.clause.split(text[: match.start()])[-1].rstrip()
        after = self.clause.split(text[match.end() :])[0]
        around = f"{before} {after}"
        # What a comma parts is another thought: "operated last year, now chest pain".
        near = f"{before.rpartition(',')[2]} {match[0]} {after.partition(',')[0]}"
        confirmed = self.confirmed.search(after)
        return bool(
            (self.denied.search(before) and not confirmed)
            or self.denied_after.search(after)
            or (self.other_person.search(before) and not self.own.search(match[0]))
            or (self.past.search(near) and not self.present.search(near))
            or (self._is_only_read(before, match[0]) and not confirmed)
            or (self.supposed.search(before) and self.consequence.search(around))
            or self.figure.search(near)
        )

    def _is_only_read(self, before: str, phrase: str) -> bool:
        """Whether the last thing read or feared reaches to the phrase."""
        near = before[-REACH:]
        *_, read = [None, *self.only_read.finditer(near)]
        return read is not None and not self._says_more(f"{near} {phrase}", read.end())

    def _says_more(self, text: str, start: int) -> bool:
        """Whether a thought that begins after `start` is stated of the writer."""
        breaks = [one.span() for one in self.thought.finditer(text, start)]
        return any(
            self.stated.search(text[begins:ends])
            for (_, begins), (ends, _) in pairwise([*breaks, (len(text), len(text))])
        )


def tidy(note: str) -> str:
    """Small letters, single spaces, each accented letter one letter."""
    return " ".join(unicodedata.normalize("NFC", note).lower().split())


def fold(text: str) -> str:
    """The text as people type it who leave accents out; as long as before."""
    for word, apart in _KEPT_APART:
        text = re.sub(rf"\b{word}\b", apart, text)
    return text.translate(_PLAIN)


def words(pattern: str) -> re.Pattern[str]:
    """A pattern at the start of a word, as people type it."""
    return re.compile(at_word(pattern))


def at_word(pattern: str) -> str:
    return rf"\b(?:{as_typed(pattern)})"


def as_typed(pattern: str) -> str:
    """A pattern that also matches German as it is typed, and as it is spoken."""
    for written, typed in _TYPED:
        pattern = pattern.replace(written, typed)
    return pattern
