"""The frozen picture of a patient that rules may look at.

It holds one entry and the few numbers derived from the entries before it, never the
history itself, so a stored evaluation can be replayed years later.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tracker.clinical.profile import Profile
from tracker.clinical.symptoms import CHANGES, SYMPTOMS, Change
from tracker.clinical.trends import Reading
from tracker.clinical.triage.findings import Reason

ALARMING = frozenset({Change.NEW, Change.WORSE})


@dataclass(frozen=True, slots=True)
class TriageFacts:
    """One entry, the profile, and what the entries before it add.

    `m3`, `m7`: median pain of 3 and 7 days. `previous_m3`: the same three days ago.
    `lowest_m3`, `lowest_m7`: the best since the procedure, before today. `last_pair`,
    `lowest_pair`: the same where entries are rare, from two days with pain in a row.
    `m3_low`: the lowest day of `m3`. `usual_turn`: how far pain goes up and down.
    `pain_rise`: points above the lowest pain of today and yesterday, or above the entry
    before; `no_pain_before`: there was none in two weeks. `readings`: temperatures of
    72 hours with this one. `chills`: felt hot, shivery or shaking within 72 hours.
    `triggers`: reported within 72 hours. `worsened`: symptoms that were new within 48
    hours and are worse now.

    `week_low_m7`: the lowest of the last seven 7-day medians. `run_first_day`,
    `run_low`: first day and lowest pain of the last entries that fill a week.
    `recent_pain`: of 7 days, where entries are rare of 14. `earlier_pains`: hours
    before this entry, and pain. `m7_before`, `walk_m7_before`: a week ago.
    `weight_lost_month`, `weight_lost_half_year`: as a share; `weight_below_usual`:
    below the median of half a year. `opioid_days`: how long the streak is;
    `days_before_opioid` of the two weeks before it were answered, `opioid_days_before`
    of them with an opioid. `rmdq_first`, `peg_first`: what the score is held against.
    `days_silent` to `last_level`: only on a day without entry.
    """

    day: int
    profile: Profile
    symptoms: Mapping[str, Change] | None = None
    pain: int | None = None
    mobility: int | None = None
    walk_minutes: int | None = None
    temperature_c: float | None = None
    medicine_helped: str | None = None
    trigger: str | None = None
    note: str = ""
    baseline: float | None = None
    m3: float | None = None
    m7: float | None = None
    previous_m3: float | None = None
    lowest_m3: float | None = None
    lowest_m7: float | None = None
    last_pair: float | None = None
    lowest_pair: float | None = None
    m3_low: float | None = None
    usual_turn: float | None = None
    pain_rise: float | None = None
    no_pain_before: bool = False
    readings: tuple[Reading, ...] = ()
    chills: bool = False
    triggers: frozenset[str] = frozenset()
    worsened: frozenset[str] = frozenset()
    medicines_taken: tuple[str, ...] = ()
    phq2_total: int | None = None
    phq4_total: int | None = None
    self_harm: bool | None = None
    rmdq_total: int | None = None
    rmdq_first: float | None = None
    peg_score: float | None = None
    peg_first: float | None = None
    week_low_m7: float | None = None
    run_first_day: int | None = None
    run_low: float | None = None
    recent_pain: float | None = None
    earlier_pains: tuple[tuple[float, int], ...] = ()
    m7_before: float | None = None
    walk_m7: float | None = None
    walk_m7_before: float | None = None
    walk_baseline: float | None = None
    weight_kg: float | None = None
    weight_loss_planned: bool | None = None
    weight_lost_month: float | None = None
    weight_lost_half_year: float | None = None
    weight_below_usual: float | None = None
    opioid_days: int = 0
    days_before_opioid: int = 0
    opioid_days_before: int = 0
    days_silent: int | None = None
    paused: bool = False
    was_rising: bool = False
    last_level: int = 0

    def new_or_worse(self, *codes: str) -> bool:
        """Whether any of the symptoms is new or worse."""
        symptoms = self.symptoms
        if not symptoms:
            return False
        return any(symptoms.get(code) in ALARMING for code in codes)

    def present(self, *codes: str) -> bool:
        """Whether any of the symptoms is there and not explained by the past.

        New or worse always counts. `same` says that it was there before; we believe
        that only where the clinic has the symptom on record. `better` does not count.
        """
        return any(self._is_present(code) for code in codes)

    def answers(self, *codes: str) -> tuple[Reason, ...]:
        """The reasons that those of the symptoms give which are present."""
        return tuple(self._reason(code) for code in codes if self._is_present(code))

    def reported(self, *codes: str) -> tuple[Reason, ...]:
        """The reasons that those of the symptoms give which were reported at all."""
        symptoms = self.symptoms or {}
        return tuple(self._reason(code) for code in codes if code in symptoms)

    def has(self, *facts: str) -> bool:
        """Whether the profile holds any of the facts."""
        return not self.profile.facts.isdisjoint(facts)

    def _is_present(self, code: str) -> bool:
        return is_there(self.symptoms, code, self.profile.known_symptoms)

    def _reason(self, code: str) -> Reason:
        known = code in self.profile.known_symptoms
        before = "known before the procedure" if known else "not known before"
        assert self.symptoms is not None
        return Reason(SYMPTOMS[code].label, self.symptoms[code].value, before)

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types that `from_json` turns back into equal facts."""
        data: dict[str, Any] = {name: getattr(self, name) for name in _PLAIN}
        data["profile"] = self.profile.as_json()
        data["symptoms"] = (
            None
            if self.symptoms is None
            else {code: change.value for code, change in self.symptoms.items()}
        )
        data["readings"] = [[r.days_ago, r.hours_ago, r.celsius] for r in self.readings]
        data["triggers"] = sorted(self.triggers)
        data["worsened"] = sorted(self.worsened)
        data["medicines_taken"] = list(self.medicines_taken)
        data["earlier_pains"] = [list(pair) for pair in self.earlier_pains]
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "TriageFacts":
        """Facts that `as_json` stored; a field added since then keeps its default."""
        known = {name: data[name] for name in _PLAIN if name in data}
        symptoms = data.get("symptoms")
        return cls(
            profile=Profile.from_json(data["profile"]),
            symptoms=symptoms and {c: CHANGES[v] for c, v in symptoms.items()},
            readings=tuple(Reading(*reading) for reading in data.get("readings", ())),
            triggers=frozenset(data.get("triggers", ())),
            worsened=frozenset(data.get("worsened", ())),
            medicines_taken=tuple(data.get("medicines_taken", ())),
            earlier_pains=tuple((h, p) for h, p in data.get("earlier_pains", ())),
            **known,
        )


_PLAIN = tuple(
    name
    for name in TriageFacts.__dataclass_fields__
    if name
    not in {
        "profile",
        "symptoms",
        "readings",
        "triggers",
        "worsened",
        "medicines_taken",
        "earlier_pains",
    }
)
"""The fields that are plain JSON types as they are."""


def is_there(
    symptoms: Mapping[str, Change] | None, code: str, known: frozenset[str]
) -> bool:
    """Whether a symptom is new, worse, or the same and not known from before."""
    change = symptoms.get(code) if symptoms else None
    return change in ALARMING or (change is Change.SAME and code not in known)
