"""A lexicon of words near each other: long patterns, made when a note needs them.

To compile them all takes longer than all else of a start, and most processes never
read a note in most of the languages.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache

from tracker.clinical.triage.notes.lexicon import Lexicon


class CompiledLater(Mapping[str, re.Pattern[str]]):
    """Patterns by code; each is compiled when it is first asked for."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = dict(sources)

    def __getitem__(self, code: str) -> re.Pattern[str]:
        return _compiled(self._sources[code])

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


# The memory of `re` itself is emptied when it is full.
_compiled = cache(re.compile)


@dataclass(frozen=True, slots=True)
class NearWords(Lexicon):
    """Looked for one by one: all of them as one pattern are found no sooner."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "any_term", re.compile(""))


def near_words(
    lexicon: Lexicon, terms: Mapping[str, str], **told_apart: re.Pattern[str]
) -> NearWords:
    """The words of `terms`, told apart as those of a lexicon, but for what is given."""
    kept = {one.name: getattr(lexicon, one.name) for one in fields(lexicon) if one.init}
    return NearWords(**{**kept, "terms": CompiledLater(terms), **told_apart})
