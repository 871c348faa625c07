"""Patterns that are compiled when a note needs them.

To compile them all takes nearly as long as all else of a start, and most processes
never read a note, or never one in most of the languages.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

# The memory of `re` itself is emptied when it is full.
compiled = cache(re.compile)


class CompiledLater(Mapping[str, re.Pattern[str]]):
    """Patterns by code; each is compiled when it is first asked for."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self.sources = dict(sources)

    def __getitem__(self, code: str) -> re.Pattern[str]:
        return compiled(self.sources[code])

    def __iter__(self) -> Iterator[str]:
        return iter(self.sources)

    def __len__(self) -> int:
        return len(self.sources)
