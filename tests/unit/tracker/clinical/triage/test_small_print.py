"""Small print that a broken rule would change: storage, bounds of days, denials."""

import pytest

from tests.unit.tracker.clinical.builders import entry, facts, profile
from tracker.clinical.levels import Level
from tracker.clinical.profile import Profile
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.gate import offline_table
from tracker.clinical.triage.gathering import gather
from tracker.clinical.triage.note_terms import self_harm_phrase
from tracker.clinical.triage.parameters import ParameterError, Parameters
from tracker.clinical.triage.rules.silence import stretches
from tracker.clinical.triage.rulesets import CURRENT, RULESETS
from tracker.clinical.triage.silence import facts_without_entry


def test_lists_and_sets_come_back_as_they_were():
    earlier = (
        entry(19, symptoms={"weakness_arm": "new"}, trigger="lift", temperature_c=37.1),
    )

    given = facts(
        20,
        earlier=earlier,
        symptoms={"weakness_arm": "worse"},
        medicines_taken=("opioid", "paracetamol"),
    )
    stored = given.as_json()

    assert stored["medicines_taken"] == ["opioid", "paracetamol"]
    assert (stored["worsened"], stored["triggers"]) == (["weakness_arm"], ["lift"])
    assert TriageFacts.from_json(stored) == given


def test_facts_stored_before_a_field_existed_take_its_default():
    old = {"day": 3, "profile": profile().as_json()}

    assert TriageFacts.from_json(old) == TriageFacts(day=3, profile=profile())


def test_finding_comes_back_with_its_tags():
    finding = found("R11", Level.URGENT, (Reason("a", "b", "c"),), "infection_workup")

    assert Finding.from_json(finding.as_json()) == finding
    assert finding.tags == ("infection_workup",)


@pytest.mark.parametrize("code", ["saddle_numbness", "chest_pain"])
def test_offline_row_has_title_text_and_actions(code):
    offline_table.cache_clear()
    row = offline_table()["symptoms"][code]

    assert list(row) == ["changes", "rule", "level", "title", "text", "actions"]
    assert "{emergency_number}" in row["text"]


@pytest.mark.parametrize(
    ("moves", "field", "message"),
    [
        ({"colour": 1}, "colour", "There is no threshold colour."),
        ({"fever_c": 39}, "fever_c", "fever_c lies between 37.5 and 38.3."),
        ({"relief": 1.5}, "relief", "relief is a whole number."),
    ],
)
def test_refused_threshold_is_named_in_one_sentence(moves, field, message):
    with pytest.raises(ParameterError) as caught:
        Parameters().moved(**moves)

    assert (caught.value.field, str(caught.value)) == (field, message)


def test_entry_of_the_same_moment_counts_and_a_later_one_does_not():
    now = entry(9, pain=5)
    same, later = entry(9, pain=1), entry(9, hour=1, pain=2)

    given = gather(entry=now, earlier=[same, later], profile=Profile())

    assert given.earlier_pains == ((0.0, 1),)


@pytest.mark.parametrize(("day", "paused"), [(8, True), (9, False)])
def test_announced_day_is_known_as_such(day, paused):
    known = [entry(5, pain=3)]

    given = facts_without_entry(
        day=day, earlier=known, profile=profile(), paused=frozenset({8})
    )

    assert given.paused is paused
    assert TriageFacts.from_json(given.as_json()).paused is paused


def test_last_level_is_judged_by_the_rules_of_the_clinic():
    moved = RULESETS[CURRENT].with_parameters(warm_c=37.2)
    known = [entry(5, temperature_c=37.3)]

    by_default = facts_without_entry(day=9, earlier=known, profile=profile())
    by_clinic = facts_without_entry(
        day=9, earlier=known, profile=profile(), ruleset=moved
    )

    assert (by_default.last_level, by_clinic.last_level) == (0, Level.WATCH)


def test_last_day_is_judged_by_what_was_known_on_it():
    """Warm twice, twelve hours apart, is soon only with the reading before."""
    known = [
        entry(4, hour=6, temperature_c=37.8),
        entry(5, temperature_c=37.8),
    ]

    given = facts_without_entry(day=9, earlier=known, profile=profile())

    assert given.last_level == Level.SOON


@pytest.mark.parametrize(
    ("days", "rising"), [((0, 1, 2), True), ((-1, 0, 1), False), ((1, 8, 14), True)]
)
def test_pain_rises_over_days_since_the_procedure(days, rising):
    known = [entry(day, pain=p) for day, p in zip(days, (3, 4, 5), strict=True)]

    given = facts_without_entry(day=days[-1] + 5, earlier=known, profile=profile())

    assert given.was_rising is rising


@pytest.mark.parametrize(("first", "rising"), [(2, True), (1, False)])
def test_rise_is_read_from_two_weeks(first, rising):
    known = [entry(first, pain=3), entry(8, pain=5), entry(15, pain=5)]

    given = facts_without_entry(day=20, earlier=known, profile=profile())

    assert given.was_rising is rising


@pytest.mark.parametrize(
    ("day", "allowed"),
    [(1, 3), (14, 3), (15, 7), (42, 7), (43, 14), (182, 14), (183, 35), (365, 35)],
)
def test_stretch_of_a_day_allows_its_days_of_silence(day, allowed):
    found_on = [s for s in stretches(Parameters()) if s[0] <= day <= s[1]]

    assert [days for *_, days in found_on] == [allowed]


@pytest.mark.parametrize(
    ("note", "phrase"),
    [
        ("I did not sleep; I want to die", "want to die"),
        ("I never complain but I want to die", "want to die"),
        ("My sister helps me but suicidal thoughts are back", "suicidal"),
        ("dying of boredom, nearly hurt myself lifting", None),
        ("I could kill myself laughing", None),
        ("I nearly killed myself on the stairs", None),
        ("I hurt myself on the stairs", None),
        ("I want to die on the spot", "want to die"),
    ],
)
def test_denial_ends_with_its_clause_and_accidents_are_told_apart(note, phrase):
    assert self_harm_phrase(note) == phrase
