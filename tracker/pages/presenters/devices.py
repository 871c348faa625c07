"""A device by the name its owner would give it."""

from django.utils.translation import gettext as _


def name(user_agent: str) -> str:
    """From what its browser said of itself; a plain word where that says nothing."""
    for mark, word in _names():
        if mark in user_agent:
            return word
    return _("a device")


def _names() -> list[tuple[str, str]]:
    # In this order: an iPhone says "Mac OS X" too, and Android says "Linux".
    return [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", _("Android phone")),
        ("Windows", _("Windows computer")),
        ("Macintosh", _("Mac computer")),
        ("Linux", _("Linux computer")),
    ]
