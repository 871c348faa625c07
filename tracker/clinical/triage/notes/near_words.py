"""A lexicon of words near each other."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from tracker.clinical.triage.notes.compiled_later import CompiledLater
from tracker.clinical.triage.notes.lexicon import Lexicon

_SOMETHING = re.compile("")


@dataclass(frozen=True, slots=True)
class NearWords(Lexicon):
    """Looked for one by one: all of them as one pattern are found no sooner."""

    @property
    def any_term(self) -> re.Pattern[str]:
        return _SOMETHING


def near_words(
    lexicon: Lexicon, terms: Mapping[str, str], **told_apart: re.Pattern[str]
) -> NearWords:
    """The words of `terms`, told apart as those of a lexicon, but for what is given."""
    kept = {one.name: getattr(lexicon, one.name) for one in fields(lexicon) if one.init}
    return NearWords(**{**kept, "terms": CompiledLater(terms), **told_apart})
