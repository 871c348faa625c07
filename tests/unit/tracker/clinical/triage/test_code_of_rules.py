"""The code of a released rule set stays as it is, not only its names and numbers.

A change that alters no result trips this, too, as the last refactoring before release
did: the digests are those of its end. Then show that it alters none, by the written
histories of both versions and `manage.py replay_triage`, and take the new digest.
"""

import pytest

from tests.unit.tracker.clinical.triage.code_of_rules import code_digest, source_of
from tracker.clinical.triage.rulesets import RULESETS

DIGESTS = {
    "2026.1": "bee292f8b4f88b6e",
    "2026.2": "177f4b08550c7d18",
    "2026.3": "4b7fd4173ddbd781",
}

MEANT = """The code that a released rule set runs has changed.
Does it find anything else? Leave it as it was, and make a new version.
Does it find the same? Show it: tests/scenarios pass unchanged, and manage.py
replay_triage finds no difference in stored evaluations. Then put the digest here."""

RULES = "tracker.clinical.triage.rules"

OF_ALL = [
    ("tracker.clinical.triage.rules.cauda_equina", '"urine_hesitancy", ', ""),
    ("tracker.clinical.triage.rules.vascular", "AORTA_AGE = 60", "AORTA_AGE = 61"),
    ("tracker.clinical.triage.rules.silence", "Level.SOON", "Level.WATCH"),
    ("tracker.clinical.triage.emergency_terms", "foot ?drop", "footdrop"),
    ("tracker.clinical.triage.note_terms", "wake up", "wake"),
    ("tracker.clinical.triage.parameters", '"fever_c": (37.5', '"fever_c": (37.6'),
    ("tracker.clinical.triage.facts", "is Change.SAME", "is Change.BETTER"),
    ("tracker.clinical.triage.gathering", "OPIOID_DAYS = 45", "OPIOID_DAYS = 44"),
    ("tracker.clinical.triage.silence", "RISING_DAYS = 14", "RISING_DAYS = 13"),
    ("tracker.clinical.triage.engine", "-f.level", "f.level"),
    ("tracker.clinical.trends", "BASELINE_ENTRIES = 7", "BASELINE_ENTRIES = 8"),
    ("tracker.clinical.course", "TURNS = 6", "TURNS = 5"),
    ("tracker.clinical.weight", "MONTH = 30", "MONTH = 31"),
    ("tracker.clinical.medicine_use", "LONGEST_GAP = 3", "LONGEST_GAP = 4"),
    ("tracker.clinical.symptom_catalogue", "Suddenly out of", "Out of"),
]
OF_THE_THIRD = [
    ("tracker.clinical.triage.notes.nearby", "APART = 7", "APART = 8"),
    ("tracker.clinical.triage.notes.wishes_english", "millstone", "milestone"),
    ("tracker.clinical.triage.rules.free_text", "isdisjoint(", "issuperset("),
]
OF_THE_SECOND = [
    ("tracker.clinical.triage.rules.bleeding", "CLEAR = 2", "CLEAR = 3"),
    ("tracker.clinical.triage.rules.free_text", ">= _level(", "> _level("),
    ("tracker.clinical.triage.notes.lexicon", "REACH = 200", "REACH = 199"),
    ("tracker.clinical.triage.notes.german", "Lexicon(", "Lexicon(  terms={}, "),
]


def test_code_of_released_versions_does_not_change():
    assert digests(source_of) == DIGESTS, MEANT


@pytest.mark.parametrize(
    ("module", "old", "new", "first"),
    [(*one, "2026.1") for one in OF_ALL]
    + [(*one, "2026.2") for one in OF_THE_SECOND]
    + [(*one, "2026.3") for one in OF_THE_THIRD],
)
def test_change_is_noticed_from_the_first_version_that_runs_it(module, old, new, first):
    versions = list(RULESETS)

    assert changed_by(module, old, new) == versions[versions.index(first) :]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("CLEAR = 2", "CLEAR = (\n    2  # points\n)"),
        ("CLEAR = 2", 'CLEAR = 2\n"""Two points, say others."""'),
        ('    """R08', '    """Rule 8'),
        ("END_OF_SCALE = 10\n", "UNUSED = 3\nEND_OF_SCALE = 10\n"),
    ],
    ids=["formatting", "a docstring", "the docstring of a rule", "nothing that runs"],
)
def test_change_of_nothing_that_runs_goes_unnoticed(old, new):
    assert changed_by(f"{RULES}.bleeding", old, new) == []


def test_definition_that_moves_to_another_file_goes_unnoticed():
    def read(module):
        source = source_of(module)
        if module == f"{RULES}.vascular":
            moved = f"from {RULES}.allergy import AORTA_AGE"
            return source.replace("AORTA_AGE = 60", moved, 1)
        return source + "AORTA_AGE = 60\n" * (module == f"{RULES}.allergy")

    assert digests(read) == digests(source_of)


def test_what_is_no_definition_is_refused():
    def read(module):
        return source_of(module) + "for code in AIRWAY:\n    print(code)\n"

    with pytest.raises(AssertionError, match="not a definition"):
        digests(read)


def changed_by(module, old, new):
    """The versions that notice a change of the text of one module."""
    assert old in source_of(module)

    def read(one):
        source = source_of(one)
        return source.replace(old, new, 1) if one == module else source

    before, after = digests(source_of), digests(read)
    return [version for version in before if before[version] != after[version]]


def digests(read):
    return {version: code_digest(one, read) for version, one in RULESETS.items()}
