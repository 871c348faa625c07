"""Facts: what an entry and its past add up to, and how they are kept."""

import json

import pytest

from tests.unit.tracker.clinical.builders import entry, facts, pain_days, profile
from tracker.clinical.profile import Profile
from tracker.clinical.trends import Entry
from tracker.clinical.triage.engine import evaluate
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.gathering import gather

FULL = facts(
    9,
    earlier=(
        *pain_days(-7, 6, 6, 5),
        *pain_days(4, 3, 3, 3, 5),
        entry(8, trigger="lift"),
    ),
    who=profile(
        "diabetes",
        "opioid",
        known=("leg_pain_one_side",),
        sex="female",
        routes=("intradiscal", "facet"),
    ),
    symptoms={"shaking_chills": "new", "leg_pain_one_side": "same"},
    pain=8,
    mobility=2,
    walk_minutes=5,
    temperature_c=38.5,
    medicine_helped="no",
    note="worse since last night",
)


@pytest.mark.parametrize(
    "given",
    [
        FULL,
        TriageFacts(day=0, profile=Profile()),
        facts(3, symptoms={}),
        facts(3, symptoms=None, pain=0),
    ],
)
def test_json_round_trip_is_exact(given):
    assert TriageFacts.from_json(json.loads(json.dumps(given.as_json()))) == given


def test_stored_facts_without_a_later_field_keep_its_default():
    stored = FULL.as_json()
    del stored["worsened"], stored["note"]

    assert TriageFacts.from_json(stored).note == ""


def test_derived_numbers():
    assert (FULL.baseline, FULL.m3, FULL.m7) == (6.0, 6.5, 3.0)
    assert (FULL.previous_m3, FULL.lowest_m3, FULL.pain_rise) == (3.0, 3.0, 3.0)
    assert FULL.triggers == {"lift"}
    assert FULL.chills is True


def test_entries_recorded_later_are_ignored():
    now = entry(9, pain=4)
    later = (entry(9, hour=1, pain=9, temperature_c=39.0), entry(10, pain=9))

    given = gather(entry=now, earlier=later, profile=profile())

    assert given == gather(entry=now, earlier=(), profile=profile())


@pytest.mark.parametrize(
    ("change", "known", "new_or_worse", "present"),
    [
        ("new", False, True, True),
        ("worse", False, True, True),
        ("same", False, False, True),
        ("better", False, False, False),
        ("new", True, True, True),
        ("worse", True, True, True),
        ("same", True, False, False),
        ("better", True, False, False),
    ],
)
def test_new_or_worse_and_present(change, known, new_or_worse, present):
    who = profile(known=("hives",) if known else ())
    given = facts(symptoms={"hives": change}, who=who)

    assert given.new_or_worse("vomiting", "hives") is new_or_worse
    assert given.present("vomiting", "hives") is present
    assert bool(given.answers("vomiting", "hives")) is present


def test_unanswered_symptoms_are_neither_present_nor_absent():
    given = facts(symptoms=None)

    assert given.new_or_worse("hives") is False
    assert given.present("hives") is False
    assert given.reported("hives") == ()


def test_facts_stored_before_the_course_was_read_can_still_be_judged():
    stored = FULL.as_json()
    first = {
        "day", "profile", "symptoms", "pain", "mobility", "walk_minutes",
        "temperature_c", "medicine_helped", "trigger", "note", "baseline", "m3", "m7",
        "previous_m3", "lowest_m3", "pain_rise", "readings", "chills", "triggers",
        "worsened",
    }  # fmt: skip
    old = {name: value for name, value in stored.items() if name in first}
    old["profile"] = {
        name: value
        for name, value in stored["profile"].items()
        if name != "baseline_weight_kg"
    }

    facts = TriageFacts.from_json(old)

    assert facts.weight_lost_month is None
    assert facts.earlier_pains == ()
    assert [(f.rule_id, f.level.code) for f in evaluate(facts)] == [
        (f.rule_id, f.level.code) for f in evaluate(FULL)
    ]


def test_entry_read_from_storage_has_what_later_versions_ask():
    stored = {
        "recorded_at": "2026-11-14T18:30:00+00:00",
        "medicines_taken": ["opioid"],
        "weight_kg": 80.5,
        "weight_loss_planned": False,
        "phq2_total": 3,
    }

    read = Entry.from_json(stored, day=2)

    assert (read.medicines_taken, read.weight_kg) == (("opioid",), 80.5)
    assert (read.weight_loss_planned, read.phq2_total) == (False, 3)
    assert (read.phq4_total, read.self_harm, read.peg_score) == (None, None, None)


@pytest.mark.parametrize(("day", "felt"), [(6, True), (5, False)])
def test_chills_count_for_72_hours(day, felt):
    earlier = (entry(day, symptoms={"feverish": "new"}),)

    assert facts(9, earlier=earlier).chills is felt


def test_pain_of_a_week_ago_is_that_of_the_seven_days_up_to_it():
    earlier = pain_days(6, 0, 0, 0, 0, 8, 8, 8, 8)

    assert facts(20, earlier=earlier).m7_before == 8


@pytest.mark.parametrize(("day", "lost"), [(190, 0.1), (191, None)])
def test_loss_is_read_from_half_a_year(day, lost):
    given = facts(day, earlier=(entry(8, weight_kg=100.0),), weight_kg=90.0)

    assert given.weight_lost_half_year == pytest.approx(lost)


@pytest.mark.parametrize(("day", "lost"), [(30, 0.05), (31, None)])
def test_weight_at_intake_counts_for_the_loss_of_a_month(day, lost):
    given = facts(day, weight_kg=95.0, who=profile(baseline_weight_kg=100.0))

    assert given.weight_lost_month == pytest.approx(lost)
    assert given.weight_below_usual == pytest.approx(0.05)
