"""The facts of a day without an entry, which `engine.evaluate_day` judges.

A day of which nothing was heard has facts, too: for how long, and what came before.
"""

from collections.abc import Collection, Sequence

from tracker.clinical.course import is_rising
from tracker.clinical.levels import Level
from tracker.clinical.profile import Profile
from tracker.clinical.trends import Entry, Series
from tracker.clinical.triage.engine import evaluate, highest
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.gathering import gather, over_time
from tracker.clinical.triage.rulesets import CURRENT, RULESETS, RuleSet

RISING_ENTRIES = 3
RISING_DAYS = 14
"""Pain rises if the last of three days within two weeks has the most."""


def facts_without_entry(
    *,
    day: int,
    earlier: Sequence[Entry],
    profile: Profile,
    paused: Collection[int] = frozenset(),
    last_level: Level | None = None,
    ruleset: RuleSet | None = None,
) -> TriageFacts:
    """What is known on a day on which nothing was written.

    `paused` holds the announced days. `last_level` is what the last day with entries
    was judged; where it is not given, those entries are judged again here.
    """
    ruleset = ruleset or RULESETS[CURRENT]
    known = [entry for entry in earlier if entry.day <= day]
    series = Series.of(known, day=day, intake_pain=profile.baseline_pain)
    if last_level is None:
        last_level = _last_level(series.entries, profile, ruleset)
    return TriageFacts(
        day=day,
        profile=profile,
        days_silent=_days_silent(series, paused),
        paused=day in paused,
        was_rising=_was_rising(series, ruleset),
        last_level=int(last_level),
        **over_time(series, profile),
    )


def _days_silent(series: Series, paused: Collection[int]) -> int:
    """Days since the last entry that were not announced, today included."""
    last = series.entries[-1].day if series.entries else 0
    return sum(d not in paused for d in range(max(last, 0) + 1, series.day + 1))


def _was_rising(series: Series, ruleset: RuleSet) -> bool:
    days = sorted(day for day in series.daily_pain if day >= 0)[-RISING_ENTRIES:]
    if not days or days[-1] != series.entries[-1].day:
        return False
    days = [day for day in days if day > days[-1] - RISING_DAYS]
    return is_rising(series.daily_pain, days, ruleset.parameters.silence_rise)


def _last_level(entries: Sequence[Entry], profile: Profile, ruleset: RuleSet) -> Level:
    """The highest level of the last day that has entries."""
    of_last_day = [e for e in entries if e.day == entries[-1].day]
    return max(
        (
            highest(
                evaluate(
                    gather(entry=e, earlier=_others(e, entries), profile=profile),
                    ruleset,
                )
            )
            for e in of_last_day
        ),
        default=Level.NONE,
    )


def _others(entry: Entry, entries: Sequence[Entry]) -> list[Entry]:
    return [other for other in entries if other is not entry]
