"""Levels as people meet them: a word and a shape, never a colour alone (pure)."""

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from tracker.clinical.levels import Level

_SHAPES = {
    # Different outlines, so that they differ in print and to the colour-blind.
    "emergency": '<path d="M5.3 1h5.4L15 5.3v5.4L10.7 15H5.3L1 10.7V5.3z"/>'
    '<path class="hole" d="M7 3.6h2l-.3 5.6H7.3zM7 10.4h2v2H7z"/>',
    "urgent": '<path d="M8 .9l7.4 14.2H.6z"/>'
    '<path class="hole" d="M7.1 5.6h1.8l-.3 5H7.4zM7.1 11.6h1.8v1.7H7.1z"/>',
    "soon": '<circle cx="8" cy="8" r="6"/>',
    "watch": '<circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" '
    'stroke-width="2"/>',
    "silent": '<circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" '
    'stroke-width="2" stroke-dasharray="2.4 2.2"/>',
    "none": '<path fill="none" stroke="currentColor" stroke-width="2" '
    'stroke-linecap="round" stroke-linejoin="round" d="M3 8.5l3.2 3.2L13 4.8"/>',
}
# Patients read them in their language: gettext finds each here.
_WORDS = {
    "emergency": _("Emergency"),
    "urgent": _("Urgent"),
    "soon": _("Soon"),
    "watch": _("Watch"),
    "silent": _("Silent"),
    "none": _("No flag"),
}


@dataclass(frozen=True, slots=True)
class LevelMark:
    code: str
    word: str

    @property
    def svg(self) -> str:
        return (
            '<svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" '
            f'aria-hidden="true">{_SHAPES[self.code]}</svg>'
        )


def mark(level: int | str) -> LevelMark:
    """The mark of a Level, of its code, or of `silent`."""
    code = level if isinstance(level, str) else Level(level).code
    return LevelMark(code, _WORDS[code])
