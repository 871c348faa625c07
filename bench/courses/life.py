"""A whole course, entry by entry, as it would reach the server."""

from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from bench.courses import answers, cadence, illness, pain, people, questionnaires
from bench.courses.answers import WEIGHED_EVERY, Day
from bench.courses.complications import KINDS, Kind
from bench.courses.pain import PainCourse
from bench.courses.people import Person
from bench.courses.signs import Case
from tracker.clinical.profile import Profile
from tracker.clinical.symptoms import Change, gate_symptoms
from tracker.clinical.trends import Entry

LAST_DAY = 180
PROCEDURE = datetime(2026, 1, 1, tzinfo=UTC)
EVENING = 18.5
QUESTIONNAIRE_HOUR = 23

TYPING_ERRORS = 0.006
"""Share of entries with a slip of the finger, put right five minutes later."""

SKIPPED = 0.03
"""Share of entries in which the symptoms were left out."""

WRITES_AT_ONCE = 0.9
"""Something new and frightening is reported the same day, due or not."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One entry; `corrects` is the index of the one it replaces.

    A questionnaire is an entry of scores alone, and no check-in.
    """

    entry: Entry
    corrects: int | None = None
    because: str = ""
    is_check_in: bool = True


@dataclass(slots=True)
class Trouble:
    """One case of a complication, and the days whose entries tell of it."""

    kind: Kind
    onset: int
    case: Case
    told_days: list[int] = field(default_factory=list)

    def change(self, day: int, today: Day, random: Random) -> None:
        """Change the answers of a day from the onset on."""
        if day < self.onset:
            return
        begun = self.first
        since = 0 if begun is None else day - begun
        before = deepcopy(today)
        self.kind.sign.tells(since, self.case, today, random)
        if today != before:
            self.told_days.append(day)

    def change_scores(self, day: int, scores: dict[str, Any]) -> None:
        """Change the scores of a questionnaire from the onset on."""
        if day < self.onset:
            return
        before = dict(scores)
        self.kind.sign.scores(self.case, scores)
        if scores != before:
            self.told_days.append(day)

    @property
    def first(self) -> int | None:
        """The day that the time allowed counts from; None if it was never told."""
        if self.kind.from_onset:
            return self.onset
        return self.told_days[0] if self.told_days else None


@dataclass(frozen=True, slots=True)
class Life:
    """What was sent, and the truth behind it."""

    profile: Profile
    sent: tuple[Sent, ...]
    course: PainCourse
    feverish_days: frozenset[int]
    trouble: Trouble | None = None


def live(random: Random, kind_name: str | None = None) -> Life:
    """One patient from a week before the procedure to half a year after it."""
    kind = KINDS[kind_name] if kind_name else None
    course, who = _somebody(random, kind)
    ill = illness.draw(random, cadence.FIRST_DAY, LAST_DAY)
    days = cadence.written_days(random, LAST_DAY)
    scores = questionnaires.answered(who, course, random, LAST_DAY)
    trouble = None
    if kind:
        trouble = Trouble(kind, random.randint(*kind.days), kind.sign.begins(random))
        trouble.case["baseline"] = who.baseline
        who = replace(who, profile=_with_facts(who.profile, trouble))
        days = _days_with(days, trouble, random)
    sent: list[Sent] = []
    weigh_from = 0
    for day in sorted({*days, *scores}):
        if day in days:
            weighed = day >= weigh_from and random.random() < answers.WEIGHS
            if day >= weigh_from:
                weigh_from = day - day % WEIGHED_EVERY + WEIGHED_EVERY
            today = answers.of_day(day, who, course, ill, random, weighed=weighed)
            if trouble:
                trouble.change(day, today, random)
            sent += _send(day, today, len(sent), random, slips=trouble is None)
        if day in scores:
            if trouble:
                trouble.change_scores(day, scores[day])
            sent.append(_questionnaire(day, scores[day]))
    return Life(
        profile=who.profile,
        sent=tuple(sent),
        course=course,
        feverish_days=frozenset(d for d, i in ill.items() if "feverish" in i.symptoms),
        trouble=trouble,
    )


def _somebody(random: Random, kind: Kind | None) -> tuple[PainCourse, Person]:
    while True:
        course = pain.draw(random, cadence.FIRST_DAY, LAST_DAY)
        who = people.draw(random, course.baseline)
        if kind is None or kind.needs(who):
            return course, who


def _with_facts(profile: Profile, trouble: Trouble) -> Profile:
    facts = profile.facts | set(trouble.kind.facts)
    if trouble.case.get("thinner"):
        facts |= {"blood_thinner"}
    return replace(profile, facts=facts, age=trouble.kind.age or profile.age)


def _days_with(days: list[int], trouble: Trouble, random: Random) -> list[int]:
    """The days written on, with those on which a complication makes people write."""
    if not trouble.kind.acute:
        return days
    onset = trouble.onset
    first = onset if random.random() < WRITES_AT_ONCE else onset + 1
    kept = {day for day in days if day < onset or day >= first}
    return sorted(kept | {first, first + 1, first + 2})


def _send(
    day: int, today: Day, index: int, random: Random, *, slips: bool
) -> list[Sent]:
    hour = EVENING + random.gauss(0, 1.2)
    at = PROCEDURE + timedelta(days=day, hours=hour)
    entry = _entry(day, at, today, random)
    if not slips or random.random() > TYPING_ERRORS:
        return [Sent(entry)]
    wrong = _slipped(entry, random)
    right = replace(entry, recorded_at=at + timedelta(minutes=5))
    return [Sent(wrong, because="slip of the finger"), Sent(right, corrects=index)]


def _questionnaire(day: int, scores: dict[str, Any]) -> Sent:
    at = PROCEDURE + timedelta(days=day, hours=QUESTIONNAIRE_HOUR)
    return Sent(Entry(day=day, recorded_at=at, **scores), is_check_in=False)


def _entry(day: int, at: datetime, today: Day, random: Random) -> Entry:
    celsius = round(min(42.0, max(34.5, today.celsius)), 1)
    said = any(
        change in (Change.NEW, Change.WORSE) for change in today.symptoms.values()
    )
    return Entry(
        day=day,
        recorded_at=at,
        pain=round(min(10.0, max(0.0, today.pain))),
        mobility=today.mobility,
        walk_minutes=today.walk,
        temperature_c=celsius if today.measures else None,
        symptoms=None if not said and random.random() < SKIPPED else today.symptoms,
        medicine_helped=today.helped,
        trigger=today.trigger,
        note=today.note,
        medicines_taken=today.medicines,
        weight_kg=today.weight_kg,
        weight_loss_planned=today.planned,
    )


def _slipped(entry: Entry, random: Random) -> Entry:
    """A digit of the temperature, a wrong button for pain, a wrong symptom."""
    way = random.random()
    if entry.temperature_c is not None and way < 0.4:
        return replace(entry, temperature_c=round(entry.temperature_c + 2, 1))
    if way < 0.8:
        pain = min(10, max(0, (entry.pain or 0) + random.choice((-4, -2, 2, 4))))
        return replace(entry, pain=pain)
    code = random.choice(gate_symptoms()).code
    return replace(entry, symptoms={**(entry.symptoms or {}), code: Change.NEW})
