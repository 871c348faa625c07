"""The plan: phases, windows, what a clinic may edit."""

import json
import re
from dataclasses import replace

import pytest

from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.clinical.protocol import EVIDENCE, Comfort, Protocol, ProtocolError


@pytest.mark.parametrize(
    ("day", "code", "cadence"),
    [
        (-400, "before", "daily"),
        (-1, "before", "daily"),
        (0, "initial", "daily"),
        (14, "initial", "daily"),
        (15, "progressive", "three_a_week"),
        (42, "progressive", "three_a_week"),
        (43, "lead_in", "weekly"),
        (90, "lead_in", "weekly"),
        (91, "long_term", "weekly"),
        (182, "long_term", "weekly"),
        (183, "maintenance", "monthly"),
        (365, "maintenance", "monthly"),
        (366, "after", "none"),
        (99999, "after", "none"),
    ],
)
def test_every_day_has_a_phase(day, code, cadence):
    phase = DEFAULT_PROTOCOL.phase_on(day)

    assert (phase.code, phase.cadence) == (code, cadence)


def test_lead_in_is_named_so():
    assert "lead-in" in DEFAULT_PROTOCOL.phase_on(43).title


def test_default_protocol_covers_the_year():
    assert DEFAULT_PROTOCOL.phases[-1].last_day == 365
    assert len(DEFAULT_PROTOCOL.milestones) == 21
    assert {m.evidence for m in DEFAULT_PROTOCOL.milestones} - {None} == set(EVIDENCE)


@pytest.mark.parametrize("phase", DEFAULT_PROTOCOL.phases, ids=lambda p: p.code)
def test_each_phase_has_three_to_six_instructions(phase):
    assert 3 <= len(DEFAULT_PROTOCOL.instructions_on(phase.first_day)) <= 6


def test_no_text_suggests_an_anti_inflammatory():
    text = json.dumps(DEFAULT_PROTOCOL.as_json()).lower()

    assert not re.search(r"ibuprofen|naproxen|diclofenac|aspirin|nsaid", text)


def test_json_round_trip():
    stored = json.loads(json.dumps(DEFAULT_PROTOCOL.as_json()))

    assert Protocol.from_json(stored) == DEFAULT_PROTOCOL


def test_milestones_open_on_a_day():
    codes = [m.code for m in DEFAULT_PROTOCOL.milestones_open_on(50)]

    assert codes == [
        "first_30_percent_drop",
        "running_or_gym",
        "hands_on_treatment",
        "lift_9_kg",
    ]


def test_next_milestones_leave_out_reached_and_past_ones():
    ahead = DEFAULT_PROTOCOL.next_milestones(85, {"first_30_percent_drop"})

    assert [m.code for m in ahead] == [
        "hands_on_treatment",
        "review_3_months",
        "half_of_baseline",
        "chosen_activity",
        "review_6_months",
    ]


def edited(part, index, **changes):
    data = DEFAULT_PROTOCOL.as_json()
    data[part][index] |= changes
    return data


@pytest.mark.parametrize(
    ("data", "field"),
    [
        (edited("phases", 0, first_day=1), "phases[0].first_day"),
        (edited("phases", 1, first_day=16), "phases[1].first_day"),
        (edited("phases", 0, last_day=20), "phases[1].first_day"),
        (edited("phases", 4, last_day=366), "phases[4].last_day"),
        (edited("phases", 2, cadence="hourly"), "phases[2].cadence"),
        (edited("phases", 2, code="initial"), "phases[2].code"),
        (edited("phases", 2, title=" "), "phases[2].title"),
        (edited("phases", 2, first_day="43"), "phases[2].first_day"),
        (edited("phases", 2, colour="blue"), "phases[2]"),
        (edited("milestones", 3, first_day=-1), "milestones[3].first_day"),
        (edited("milestones", 3, last_day=400), "milestones[3].last_day"),
        (edited("milestones", 9, last_day=2), "milestones[9].last_day"),
        (edited("milestones", 3, source="staff"), "milestones[3].source"),
        (edited("milestones", 3, source="data"), "milestones[3].evidence"),
        (edited("milestones", 1, evidence="luck"), "milestones[1].evidence"),
        (edited("milestones", 3, last_day=True), "milestones[3].last_day"),
        (edited("instructions", 3, phase="later"), "instructions[3].phase"),
        (DEFAULT_PROTOCOL.as_json() | {"phases": []}, "phases"),
        (DEFAULT_PROTOCOL.as_json() | {"milestones": None}, "milestones"),
        (DEFAULT_PROTOCOL.as_json() | {"version": ""}, "version"),
        (DEFAULT_PROTOCOL.as_json() | {"comfort": []}, "comfort"),
        (DEFAULT_PROTOCOL.as_json() | {"comfort": {"heat": True}}, "comfort"),
        (
            DEFAULT_PROTOCOL.as_json() | {"comfort": {"heat": 1, "cold": False}},
            "comfort.heat",
        ),
    ],
)
def test_plan_that_could_not_be_followed_is_refused(data, field):
    with pytest.raises(ProtocolError) as caught:
        Protocol.from_json(data)

    assert caught.value.field == field
    assert str(caught.value).endswith(".")


def test_window_moved_within_the_year_is_taken():
    data = edited("milestones", 10, first_day=28, last_day=56)

    assert Protocol.from_json(data).milestones[10].last_day == 56


def test_plan_made_in_code_is_checked_too():
    with pytest.raises(ProtocolError):
        replace(DEFAULT_PROTOCOL, phases=DEFAULT_PROTOCOL.phases[1:])


def test_plan_stored_before_questionnaires_asks_for_the_usual_ones():
    stored = DEFAULT_PROTOCOL.as_json()
    del stored["instruments"]

    asked = [one.code for one in Protocol.from_json(stored).instruments]

    assert asked == ["weekly_impact", "mood_screen", "global_change", "psfs"]


def test_clinic_may_ask_for_no_questionnaire_at_all():
    plan = Protocol.from_json(DEFAULT_PROTOCOL.as_json() | {"instruments": []})

    assert plan.instruments == ()


ASKED = {"code": "sane", "schedule": {"days": [14]}}


@pytest.mark.parametrize(
    ("instruments", "field"),
    [
        ("sane", "instruments"),
        ([{"code": "sane"}], "instruments[0]"),
        ([ASKED | {"code": ""}], "instruments[0].code"),
        ([ASKED, ASKED], "instruments[1].code"),
        ([ASKED | {"schedule": {"days": ["14"]}}], "instruments[0].schedule"),
    ],
)
def test_questionnaires_that_could_not_be_asked_for_are_refused(instruments, field):
    with pytest.raises(ProtocolError) as caught:
        Protocol.from_json(DEFAULT_PROTOCOL.as_json() | {"instruments": instruments})

    assert caught.value.field == field


def test_a_plan_from_before_the_setting_allows_neither_heat_nor_cold():
    stored = DEFAULT_PROTOCOL.as_json()
    del stored["comfort"]

    assert Protocol.from_json(stored).comfort == Comfort(heat=False, cold=False)


def test_a_plan_keeps_what_it_allows():
    plan = replace(DEFAULT_PROTOCOL, comfort=Comfort(heat=True))

    assert Protocol.from_json(plan.as_json()).comfort == Comfort(heat=True, cold=False)
