"""The rules' texts in two languages, side by side, for who signs them (pure)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.clinical.levels import Level
from tracker.clinical.wording.languages import LANGUAGES, TRANSLATED
from tracker.clinical.wording.sign_off import digest, texts_to_sign

if TYPE_CHECKING:
    from tracker.models import LanguageSignOff


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """A language and its newest signature, which may be of earlier texts."""

    code: str
    name: str
    signature: LanguageSignOff | None
    is_current: bool


@dataclass(frozen=True, slots=True)
class AdviceText:
    """What one rule says at one level: title and text, in English and beside it."""

    # With the case it is for, such as "R11, infection workup".
    rule: str
    title: tuple[str, str]
    text: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """The texts of a level, or of the buttons where the level is None."""

    level: Level | None
    advice: tuple[AdviceText, ...]
    labels: tuple[tuple[str, str], ...] = ()


def lines(
    version: str, signatures: Mapping[str, LanguageSignOff]
) -> list[LanguageLine]:
    return [line(code, version, signatures) for code in TRANSLATED]


def line(
    code: str, version: str, signatures: Mapping[str, LanguageSignOff]
) -> LanguageLine:
    newest = signatures.get(code)
    is_current = newest is not None and newest.digest == digest(version, code)
    return LanguageLine(code, LANGUAGES[code], newest, is_current)


def groups(version: str, language: str) -> list[Group]:
    """Emergencies first: they are what a wrong word costs most."""
    texts = texts_to_sign(version, language)
    starts = [key.removesuffix(".title") for key in texts if key.endswith(".title")]
    by_level: dict[Level, list[AdviceText]] = {}
    for start in starts:
        rule, level, *case = start.removeprefix("advice.").split(":")
        name = ", ".join([rule, *case]).replace("_", " ")
        advice = AdviceText(name, texts[f"{start}.title"], texts[f"{start}.text"])
        by_level.setdefault(Level.from_code(level), []).append(advice)
    labels = tuple(pair for key, pair in texts.items() if key.startswith("action."))
    return [
        *(Group(level, tuple(by_level[level])) for level in sorted(by_level)[::-1]),
        Group(None, (), labels),
    ]
