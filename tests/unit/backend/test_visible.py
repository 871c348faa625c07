import sys
import unicodedata

import pytest

from backend.common.visible import trimmed

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
WALES = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"

UNSEEN = {
    "nothing": "",
    "spaces": " \t\r\n",
    "zero width space": "\u200b",
    "no-break space": "\u00a0",
    "ideographic space": "\u3000",
    "soft hyphen": "\u00ad",
    "byte order mark": "\ufeff",
    "word joiner": "\u2060",
    "joiners": "\u200c\u200d",
    "marks of direction": "\u200e\u200f\u202a\u202c\u2066\u2069",
    "control characters": "\x01\x1b\x7f\x85",
    "line separators": "\u2028\u2029",
    "Hangul filler": "\u3164",
    "Braille blank": "\u2800",
    "variation selector": "\ufe0f",
    "tags without a flag": "\U000e0067\U000e007f",
    "a mixture": " \u200b\u00a0\ufe0f\u200d\n",
}


@pytest.mark.parametrize("text", UNSEEN.values(), ids=UNSEEN)
def test_text_that_nobody_can_see_is_empty(text: str) -> None:
    assert trimmed(text) == ""


@pytest.mark.parametrize("text", UNSEEN.values(), ids=UNSEEN)
def test_what_cannot_be_seen_is_taken_off_the_beginning(text: str) -> None:
    assert trimmed(f"{text}Anna") == "Anna"


@pytest.mark.parametrize(
    "text",
    ["\u200b", " \u00a0", "\ufeff", "\u200d", "\u200f", "\x1b", "\u3164", "\n\u200b "],
)
def test_what_cannot_be_seen_is_taken_off_the_end(text: str) -> None:
    assert trimmed(f"Anna{text}") == "Anna"


@pytest.mark.parametrize(
    "text",
    [
        "Anna",
        "Anna Maria",
        "a",
        ".",
        "0",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0915\u094d\u200d\u0937",
        FAMILY,
        WALES,
        "\u2764\ufe0f",
        "\u0600",
        "a\u200bb",
        "\u00e9",
        "e\u0301",
        "\u5c71\u7530",
    ],
)
def test_what_can_be_seen_stays_as_it_was_typed(text: str) -> None:
    assert trimmed(text) == text


def test_every_character_that_strip_takes_off_is_taken_off() -> None:
    spaces = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()]

    assert [trimmed(space) for space in spaces] == [""] * len(spaces)


def test_every_letter_and_digit_but_the_fillers_can_be_seen() -> None:
    signs = [
        chr(code)
        for code in range(0x3000)
        if unicodedata.category(chr(code))[0] in "LN"
    ]

    assert [sign for sign in signs if not trimmed(sign)] == ["\u115f", "\u1160"]
