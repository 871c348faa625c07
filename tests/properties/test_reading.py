"""What was typed is read as it was meant, or refused; a correction undoes a slip."""

import json
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.examples import EXAMPLES
from tests.properties.histories import entries, profiles
from tracker.clinical.answers import Answers, read_answers
from tracker.clinical.cases.case import Case, CaseEntry
from tracker.clinical.cases.replay import replay
from tracker.clinical.context import MEDICINE_HELPED, MEDICINES, TRIGGERS
from tracker.clinical.symptoms import SYMPTOMS, Change
from tracker.clinical.temperature import HIGHEST_C, LOWEST_C, TemperatureError, read
from tracker.clinical.trends import Entry
from tracker.clinical.triage.rulesets import CURRENT, RULESETS

TENTH = Decimal("0.1")
DAY_0 = date(2026, 11, 12)

raw_entries = st.fixed_dictionaries(
    {
        "local_date": st.just("2026-11-21"),
        "recorded_at": st.just("2026-11-21T18:30:00+01:00"),
        "pain": st.integers(0, 10),
    },
    optional={
        "mobility": st.integers(0, 10),
        "walk_minutes": st.integers(0, 1440),
        "temperature": st.integers(330, 430).map(
            lambda tenths: {"value": f"{tenths / 10}", "unit": "C"}
        ),
        "weight_kg": st.floats(20, 400),
        "weight_loss_planned": st.booleans(),
        "symptoms": st.dictionaries(
            st.sampled_from(list(SYMPTOMS)), st.sampled_from(Change), max_size=6
        ).map(lambda said: [{"code": c, "change": v.value} for c, v in said.items()]),
        "medicines_taken": st.lists(st.sampled_from(list(MEDICINES)), unique=True),
        "medicine_helped": st.sampled_from(list(MEDICINE_HELPED)),
        "trigger": st.sampled_from(list(TRIGGERS)),
        # What PostgreSQL cannot keep is refused; see the tests of the reader.
        "note": st.text(st.characters(exclude_categories=["Cs"]), max_size=200).map(
            lambda note: note.replace("\x00", "")
        ),
    },
)


@EXAMPLES
@given(tenths=st.integers(330, 430), data=st.data())
def test_every_spelling_of_a_temperature_is_the_same_number(tenths, data):
    plain = f"{tenths / 10}"
    spelled = data.draw(
        st.sampled_from(
            [
                plain,
                plain.replace(".", ","),
                f" {plain} ",
                f"{plain}0",
                f"{plain.replace('.', ',')}00",
                tenths / 10,
            ]
        )
    )

    assert read(spelled, "C") == tenths / 10


@EXAMPLES
@given(tenths=st.integers(914, 1094), comma=st.booleans())
def test_fahrenheit_is_the_nearest_tenth_of_a_degree(tenths, comma):
    text = f"{tenths / 10}"
    exact = (Decimal(tenths) / 10 - 32) * 5 / 9

    celsius = read(text.replace(".", ",") if comma else text, "F")

    assert celsius == float(exact.quantize(TENTH, ROUND_HALF_UP))


@EXAMPLES
@given(
    value=st.text(max_size=12)
    | st.from_regex(r"[0-9]{1,4}[.,]?[0-9]{0,7}", fullmatch=True)
    | st.floats()
    | st.integers()
    | st.booleans()
    | st.none(),
    unit=st.sampled_from(["C", "F", "c", "", "K"]),
)
def test_any_temperature_is_read_within_bounds_or_refused(value, unit):
    try:
        celsius, refused = read(value, unit), ""
    except TemperatureError as error:
        celsius, refused = LOWEST_C, error.code

    assert refused in {"", "unreadable", "out_of_range"}
    assert LOWEST_C <= celsius <= HIGHEST_C
    assert round(celsius, 1) == celsius
    assert refused or unit in {"C", "F"}


@EXAMPLES
@given(raw=raw_entries)
def test_stored_answers_are_the_entry_that_was_judged(raw):
    answers = read_answers(raw, procedure_date=DAY_0, today=date(2026, 11, 21))

    stored = json.loads(json.dumps(answers.as_json()))

    assert Answers.from_json(stored) == answers
    assert Entry.from_json(stored, day=9) == Entry.of(answers, day=9)


@EXAMPLES
@given(
    wrong=entries(st.just(9)),
    right=entries(st.just(9)),
    others=st.lists(entries(st.integers(0, 15)), max_size=8),
    profile=profiles(),
)
def test_correction_equals_having_typed_it_right(wrong, right, others, profile):
    around = [
        CaseEntry(entry.day, 10 + number, entry) for number, entry in enumerate(others)
    ]
    slip = [CaseEntry(9, 1, wrong), CaseEntry(9, 2, right, corrects=1)]

    def judged(said):
        in_order = sorted([*around, *said], key=lambda e: (e.day, e.number))
        case = Case("any", profile, carries=False, entries=tuple(in_order))
        return replay(case, RULESETS[CURRENT])

    assert judged(slip) == judged([CaseEntry(9, 2, right)])
