"""The words of a Django template that are marked for translation, for Babel."""

import ast
import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation.template import templatize

# What templatize() leaves of a template: calls of these with plain strings.
_STRING = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
_CALL = re.compile(rf"\b(n?p?gettext|_)\(({_STRING}(?:, *{_STRING})*)(?:, *count)?\)")


def extract(
    file: Any, keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[int, str, tuple[str, ...] | str, list[str]]]:
    """Babel's interface of an extractor: line, function, words, comments."""
    source = templatize(file.read().decode())
    for number, line in enumerate(source.splitlines(), start=1):
        for name, arguments in _CALL.findall(line):
            words = ast.literal_eval(f"({arguments},)")
            yield number, name, words if len(words) > 1 else words[0], []
