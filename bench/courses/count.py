"""Counts over judged courses, which add up across processes."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from bench.courses.judged import Alerts, Spoken
from bench.courses.life import LAST_DAY, Life
from tracker.clinical.levels import Level

ALERTS_FROM = Level.SOON
NOTHING = "nothing the patient has"
FEVER_RULES = frozenset({"R10", "R11", "R12", "R29"})
PAIN_RULES = frozenset({"R08", "R13", "R19", "R21", "R22", "T2", "T5", "T7"})

WORSE_BY, WORSE_FROM, WORSE_DAYS = 1.5, 15, 21
"""Three weeks of 1.5 points above the baseline, after the flare: somebody whom the
procedure left worse. The published spreads hold such people; they are counted apart,
for an alert is what they should have."""


@dataclass(slots=True)
class Load:
    """What uncomplicated patients cost."""

    patients: int = 0
    check_ins: int = 0
    questionnaires: int = 0
    questionnaires_alarmed: int = 0
    silent_days: int = 0
    at_level: Counter[str] = field(default_factory=Counter)
    alarmed: int = 0
    truth: Counter[str] = field(default_factory=Counter)
    check_ins_by_rule: Counter[str] = field(default_factory=Counter)
    alerts: int = 0
    alerts_from_silence: int = 0
    alerts_by_rule: Counter[str] = field(default_factory=Counter)
    patients_by_rule: Counter[str] = field(default_factory=Counter)
    unexplained_by_rule: Counter[str] = field(default_factory=Counter)
    patients_alarmed: int = 0

    def take(self, life: Life, spoken: list[Spoken], alerts: Alerts) -> None:
        """Count one course."""
        self.patients += 1
        for one in spoken:
            if one.sent is None:
                self.silent_days += 1
                continue
            if not one.sent.is_check_in:
                self.questionnaires += 1
                self.questionnaires_alarmed += one.level >= ALERTS_FROM
                continue
            self.check_ins += 1
            self.at_level[one.level.code] += 1
            if one.level < ALERTS_FROM:
                continue
            self.alarmed += 1
            why = truth(life, one)
            self.truth[why] += 1
            for finding in one.findings:
                if finding.level >= ALERTS_FROM:
                    self.check_ins_by_rule[finding.rule_id] += 1
                    if why == NOTHING:
                        self.unexplained_by_rule[finding.rule_id] += 1
        self.alerts += len(alerts.opened)
        rules = [rule for _, rule, _ in alerts.opened]
        self.alerts_by_rule.update(rules)
        self.alerts_from_silence += rules.count("R31")
        self.patients_by_rule.update(set(rules))
        self.patients_alarmed += bool(rules)

    def add(self, other: "Load") -> None:
        """Take the counts of another process."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def per_100(self, count: int) -> float:
        """For each 100 check-ins."""
        return 100 * count / self.check_ins


def truth(life: Life, one: Spoken) -> str:
    """What an alarmed entry of somebody without a complication was about."""
    assert one.sent is not None
    rules = {f.rule_id for f in one.findings if f.level >= ALERTS_FROM}
    last_days = set(range(one.day - 3, one.day + 1))
    if one.sent.because:
        return one.sent.because
    if rules & FEVER_RULES and life.feverish_days & last_days:
        return "fever of a cold, flu or stomach bug"
    if rules <= {"T6"}:
        return "no better at the 12-week review"
    if rules & PAIN_RULES and life.course.spells & last_days:
        return "some days of worse back pain"
    if rules & PAIN_RULES and 0 <= one.day <= 10:
        return "pain of the first days"
    return NOTHING


def is_worse(life: Life) -> bool:
    """Whether the course behind the days ended up worse than it began, for weeks."""
    limit = life.course.baseline + WORSE_BY
    days = range(WORSE_FROM, LAST_DAY + 1)
    return sum(life.course.trend_on(day) >= limit for day in days) >= WORSE_DAYS


ENTRIES = 2
"""A course of pain is read from two entries at least, as the rules say."""


@dataclass(slots=True)
class Reached:
    """How many cases of a kind reached their level in time."""

    cases: int = 0
    untold: int = 0
    reached: int = 0
    waited: list[int] = field(default_factory=list)
    by_rule: Counter[str] = field(default_factory=Counter)
    missed: list[dict[str, Any]] = field(default_factory=list)

    def take(self, key: str, life: Life, spoken: list[Spoken]) -> None:
        """Count one case; a missed one keeps the key that draws it again."""
        trouble = life.trouble
        assert trouble is not None
        kind, first = trouble.kind, trouble.first
        if first is None:
            self.untold += 1
            return
        best = Level.NONE
        for one in spoken:
            if not first <= one.day <= first + kind.within:
                continue
            counted = [f for f in one.findings if f.rule_id in kind.rules]
            best = max([best, *(f.level for f in counted)])
            if best >= kind.level:
                self.cases += 1
                self.reached += 1
                self.waited.append(one.day - first)
                self.by_rule[max(counted, key=lambda f: f.level).rule_id] += 1
                return
        window = range(first, first + kind.within + 1)
        if kind.from_onset and sum(d in window for d in trouble.told_days) < ENTRIES:
            # Hardly anything was written in time that a rule could have read.
            self.untold += 1
            return
        self.cases += 1
        self.missed.append(
            {
                "key": key,
                "onset": trouble.onset,
                "reached": best.code,
                "case": trouble.case,
            }
        )

    def add(self, other: "Reached") -> None:
        """Take the counts of another process."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))
