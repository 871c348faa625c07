"""Gathers the facts of a day from the entries up to it."""

from collections.abc import Sequence
from typing import Any

from tracker.clinical import course, medicine_use, weight
from tracker.clinical.profile import Profile
from tracker.clinical.symptoms import Change
from tracker.clinical.trends import Entry, Series, median_ending
from tracker.clinical.triage.facts import TriageFacts, is_there

CHILLS = ("feverish", "shaking_chills")

TRIGGER_DAYS = 2
"""A trigger within 72 hours explains pain; one that may be older explains nothing."""

OPIOID_DAYS = 45
"""Far enough back to see a streak of a month and the two weeks before it."""

WORSENING_DAYS = 2
"""New within 48 hours and now worse is a symptom that grows fast."""


def gather(*, entry: Entry, earlier: Sequence[Entry], profile: Profile) -> TriageFacts:
    """The facts at `entry`, given the entries before it that still count.

    Replaced entries are left out by the caller. Entries after this one, by day and
    then by time of recording, are ignored.
    """
    return facts_at(entry, series_up_to(entry, earlier, profile), profile)


def series_up_to(entry: Entry, earlier: Sequence[Entry], profile: Profile) -> Series:
    """What was known when the entry was written; later entries are ignored."""
    here = (entry.day, entry.recorded_at)
    before = [e for e in earlier if (e.day, e.recorded_at) <= here]
    return Series.of([*before, entry], day=entry.day, intake_pain=profile.baseline_pain)


def facts_at(entry: Entry, series: Series, profile: Profile) -> TriageFacts:
    """The facts at `entry`, the last one of its series."""
    return TriageFacts(
        day=entry.day,
        profile=profile,
        symptoms=entry.symptoms,
        pain=entry.pain,
        mobility=entry.mobility,
        walk_minutes=entry.walk_minutes,
        temperature_c=entry.temperature_c,
        medicine_helped=entry.medicine_helped,
        trigger=entry.trigger,
        note=entry.note,
        medicines_taken=entry.medicines_taken or (),
        weight_kg=entry.weight_kg,
        phq2_total=entry.phq2_total,
        phq4_total=entry.phq4_total,
        self_harm=entry.self_harm,
        rmdq_total=entry.rmdq_total,
        rmdq_first=course.first_score(series, entry, lambda e: e.rmdq_total),
        peg_score=entry.peg_score,
        peg_first=course.first_score(series, entry, lambda e: e.peg_score),
        pain_rise=course.pain_rise(entry, series),
        no_pain_before=not course.has_pain_before(entry, series),
        earlier_pains=course.earlier_pains(entry, series),
        readings=series.readings(entry),
        chills=any(
            is_there(e.symptoms, code, profile.known_symptoms)
            for e in series.last(3)
            for code in CHILLS
        ),
        triggers=_triggers(series.last(TRIGGER_DAYS)),
        worsened=_worsened(entry, series.last(WORSENING_DAYS)),
        **over_time(series, profile),
    )


def over_time(series: Series, profile: Profile) -> dict[str, Any]:
    """What the days add up to, with or without an entry on the last of them."""
    walk_m7, walk_m7_before, walk_baseline = course.walks(series)
    run_first_day, run_low = course.run(series) or (None, None)
    streak, before, with_opioid = medicine_use.opioid_streak(series.last(OPIOID_DAYS))
    weighed = weight.weighed(series.last(weight.HALF_YEAR + weight.STALE_DAYS))
    weight_before = profile.baseline_weight_kg
    return {
        "baseline": series.baseline,
        "m3": series.m3,
        "m7": series.m7,
        "previous_m3": series.previous_m3,
        "lowest_m3": series.lowest_m3,
        "lowest_m7": course.lowest_m7(series),
        "last_pair": course.last_pair(series),
        "lowest_pair": course.lowest_pair(series),
        "m3_low": course.lowest_of_three_days(series),
        "usual_turn": course.usual_turn(series),
        "m7_before": median_ending(series.daily_pain, series.day - 7, 7),
        "week_low_m7": course.week_low_m7(series),
        "run_first_day": run_first_day,
        "run_low": run_low,
        "recent_pain": course.recent_pain(series),
        "walk_m7": walk_m7,
        "walk_m7_before": walk_m7_before,
        "walk_baseline": walk_baseline,
        "weight_loss_planned": weight.was_planned(
            series.last(weight.STALE_DAYS), day=series.day
        ),
        "weight_lost_month": weight.lost_share(
            weighed, day=series.day, within=weight.MONTH, baseline_kg=weight_before
        ),
        "weight_lost_half_year": weight.lost_share(
            weighed, day=series.day, within=weight.HALF_YEAR, baseline_kg=weight_before
        ),
        "weight_below_usual": weight.below_usual(
            weighed, day=series.day, baseline_kg=weight_before
        ),
        "opioid_days": streak,
        "days_before_opioid": before,
        "opioid_days_before": with_opioid,
    }


def _triggers(entries: Sequence[Entry]) -> frozenset[str]:
    return frozenset(e.trigger for e in entries if e.trigger is not None)


def _worsened(entry: Entry, recent: Sequence[Entry]) -> frozenset[str]:
    return frozenset(
        code
        for code, change in (entry.symptoms or {}).items()
        if change is Change.WORSE
        and any(e.symptoms and e.symptoms.get(code) is Change.NEW for e in recent)
    )
