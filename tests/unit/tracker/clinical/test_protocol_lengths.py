"""A new version's texts have an end; ours are far from it in every language."""

from dataclasses import replace

import pytest

from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.clinical.protocol_lengths import LONGEST_CODE, LONGEST_TEXT, too_long
from tracker.clinical.wording.languages import LANGUAGES
from tracker.clinical.wording.spoken import plan_in

PARTS = {
    "phases": ("code", "title", "what_to_expect", "cadence"),
    "milestones": ("code", "title", "source", "evidence", "why"),
    "instructions": ("code", "phase", "text", "topic"),
}
PLACES = [(part, name) for part, names in PARTS.items() for name in names]


def with_text(part, name, length):
    """Our plan with one text of this length, in the second row of a part."""
    rows = list(getattr(DEFAULT_PROTOCOL, part))
    rows[1] = replace(rows[1], **{name: "x" * length})
    plan = replace(DEFAULT_PROTOCOL)
    # Around the checks: a code of this kind names no phase.
    object.__setattr__(plan, part, tuple(rows))
    return plan


@pytest.mark.parametrize(("part", "name"), PLACES)
def test_a_text_has_an_end(part, name):
    longest = LONGEST_TEXT.get(name, LONGEST_CODE)

    assert too_long(with_text(part, name, longest)) == {}
    assert list(too_long(with_text(part, name, longest + 1))) == [f"{part}[1].{name}"]


def test_the_sentence_names_field_place_and_both_lengths():
    long = too_long(with_text("phases", "what_to_expect", 100_000))

    assert long == {
        "phases[1].what_to_expect": "What to expect of phase 2 has at most 600"
        " characters, and this one has 100000."
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_plan_leaves_room_in_every_language(language):
    plan = plan_in(DEFAULT_PROTOCOL, language)

    for part, names in PARTS.items():
        for row in getattr(plan, part):
            for name in set(names) & set(LONGEST_TEXT):
                assert len(getattr(row, name)) * 1.5 <= LONGEST_TEXT[name]
