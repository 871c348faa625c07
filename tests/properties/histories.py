"""Any entry, profile and history that the rules may meet."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from tracker.clinical.context import MEDICINE_HELPED, MEDICINES, TRIGGERS
from tracker.clinical.profile import PROFILE_FACTS, Profile
from tracker.clinical.symptoms import SYMPTOMS, Change
from tracker.clinical.trends import Entry

NOTES = (
    "",
    "slept badly",
    "I want to die",
    "I would never hurt myself",
    "numb between my legs, and I can't pee",
    "my mother can't pee",
)

symptoms = st.none() | st.dictionaries(
    st.sampled_from(list(SYMPTOMS)), st.sampled_from(Change), max_size=5
)
temperatures = st.none() | st.integers(340, 415).map(lambda tenths: tenths / 10)


other_answers = st.fixed_dictionaries(
    {},
    optional={
        "mobility": st.integers(0, 10),
        "walk_minutes": st.integers(0, 90),
        "medicine_helped": st.sampled_from(list(MEDICINE_HELPED)),
        "medicines_taken": st.lists(st.sampled_from(list(MEDICINES)), unique=True).map(
            tuple
        ),
        "weight_kg": st.integers(50, 100).map(float),
        "weight_loss_planned": st.booleans(),
        "phq2_total": st.integers(0, 6),
        "phq4_total": st.integers(0, 12),
        "self_harm": st.booleans(),
        "rmdq_total": st.integers(0, 24),
        "peg_score": st.integers(0, 10).map(float),
    },
)


@st.composite
def entries(draw: st.DrawFn, day: st.SearchStrategy[int]) -> Entry:
    """Any entry, all answers possible and all of them optional."""
    on = draw(day)
    hours = draw(st.integers(-18, 5))
    return Entry(
        day=on,
        recorded_at=datetime(2026, 11, 12, 18, tzinfo=UTC)
        + timedelta(days=on, hours=hours),
        pain=draw(st.none() | st.integers(0, 10)),
        temperature_c=draw(temperatures),
        symptoms=draw(symptoms),
        trigger=draw(st.none() | st.sampled_from(list(TRIGGERS))),
        note=draw(st.sampled_from(NOTES)),
        **draw(other_answers),
    )


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Any profile."""
    return Profile(
        age=draw(st.none() | st.integers(18, 95)),
        region=draw(st.sampled_from(["lumbar", "thoracic", "cervical"])),
        baseline_pain=draw(st.none() | st.integers(0, 10).map(float)),
        facts=frozenset(draw(st.lists(st.sampled_from(list(PROFILE_FACTS))))),
        known_symptoms=frozenset(draw(st.lists(st.sampled_from(list(SYMPTOMS))))),
        baseline_weight_kg=draw(st.none() | st.integers(50, 100).map(float)),
    )


@st.composite
def histories(draw: st.DrawFn) -> tuple[Entry, list[Entry], Profile]:
    """An entry, what came before it, and whose it is."""
    entry = draw(entries(st.integers(-5, 130)))
    days_before = st.integers(0, 14).map(lambda before: entry.day - before)
    earlier = draw(st.lists(entries(days_before), max_size=12))
    return entry, earlier, draw(profiles())
