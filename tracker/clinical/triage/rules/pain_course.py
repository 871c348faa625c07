"""Pain that is out of control, does not settle, stays worse, or does not change.

T1, the expected flare, and T8, pain as severe as before the procedure, are what these
rules stay silent on. T3 is R22. T4, the rebound after relief, is R13.

Source: Ostelo 2008 (2 points or 30 % matter; Roland-Morris 5 points); Mannion, COMI
(deterioration: sustained, not a single value); published flare of 2 days to 2 weeks.
"""

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.parameters import Parameters

CANNOT_WALK = 1
"""Mobility of 0 or 1 out of 10."""


def severe_uncontrolled(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R22 (T3). Severe pain twice, well above the baseline, out of control."""
    severe = _severe_twice(facts, limits)
    if not severe:
        return None
    control = _out_of_control(facts)
    if not control:
        return None
    cannot_stand = facts.new_or_worse("cannot_stand_or_walk")
    level = Level.EMERGENCY if cannot_stand else Level.URGENT
    return found("R22", level, severe + control)


def _severe_twice(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    if facts.pain is None or facts.baseline is None or facts.day < 0:
        return ()
    limit = max(limits.severe_pain, facts.baseline + limits.severe_rise)
    before = [
        (hours, pain)
        for hours, pain in facts.earlier_pains
        if hours >= limits.severe_hours and pain >= limit
    ]
    if facts.pain < limit or not before:
        return ()
    hours, pain = before[-1]
    comparison = f"{pain} {hours:.0f} hours before, baseline {facts.baseline:g}"
    return (Reason("Pain", str(facts.pain), comparison),)


def _out_of_control(facts: TriageFacts) -> tuple[Reason, ...]:
    reasons = facts.answers(
        "medicine_not_helping", "cannot_sleep_for_pain", "cannot_stand_or_walk"
    )
    if facts.medicine_helped == "no":
        reasons += (Reason("Medicine helped", "no", "in this entry"),)
    if facts.walk_minutes == 0:
        reasons += (Reason("Walk", "0 minutes", "in this entry"),)
    if facts.mobility is not None and facts.mobility <= CANNOT_WALK:
        reasons += (Reason("Mobility", str(facts.mobility), "10 is moving freely"),)
    return reasons


def not_settling(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """T2. The flare after the procedure does not fall; urgent together with R22."""
    first, last = limits.not_settling_first_day, limits.not_settling_last_day
    if not first <= facts.day <= last:
        return None
    m3, previous, baseline = facts.m3, facts.previous_m3, facts.baseline
    if m3 is None or previous is None or baseline is None:
        return None
    limit = baseline + limits.not_settling_rise
    # A day below the limit is the flare settling, whatever the days before it say.
    if m3 < limit or m3 < previous or facts.pain is None or facts.pain < limit:
        return None
    comparison = f"{previous:g} three days ago, {baseline:g} before the procedure"
    severe = severe_uncontrolled(facts, limits)
    level = Level.URGENT if severe else Level.SOON
    return found("T2", level, (Reason("Pain, 3 days", f"{m3:g}", comparison),))


def not_settling_on_any_day(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """T2 from 2026.2 on. None of the three days was below the limit.

    One that was is the flare settling, or a bad day or two, which are common.
    """
    low, baseline = facts.m3_low, facts.baseline
    if low is None or baseline is None:
        return not_settling(facts, limits)
    if low < baseline + limits.not_settling_rise:
        return None
    return not_settling(facts, limits)


def sustained_worse(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """T5. Worse than before the procedure for a week or more, after the flare.

    By the medians of seven days running; where entries are rarer, by four in a row.
    """
    baseline = facts.baseline
    if baseline is None or facts.pain is None:
        return None
    limit = _worse_limit(baseline, limits)
    first_day = limits.worse_first_day
    before = f"{baseline:g} before the procedure"
    low = facts.week_low_m7
    if low is not None and low >= limit and facts.day - 6 >= first_day:
        return found("T5", Level.SOON, (Reason("Pain, 7 days", f"{low:g}", before),))
    run, first = facts.run_low, facts.run_first_day
    if run is None or first is None or run < limit or first < first_day:
        return None
    since = f"or more since day {first}, {before}"
    return found("T5", Level.SOON, (Reason("Pain", f"{run:g}", since),))


def _worse_limit(baseline: float, limits: Parameters) -> float:
    share = max(baseline * limits.worse_share, baseline + limits.worse_points)
    return min(baseline + limits.worse_rise, share)


def no_change(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """T6. No clear change on the days of the reviews, with or without an entry."""
    review = {
        limits.review_first_day: (Level.WATCH, limits.no_change_share, ""),
        limits.review_second_day: (Level.SOON, limits.no_change_share, ""),
        limits.review_third_day: (Level.WATCH, limits.clear_share, "half_year"),
    }.get(facts.day)
    pain, baseline = facts.recent_pain, facts.baseline
    # Where there was next to no pain, there is nothing that could get better.
    if review is None or pain is None or baseline is None or baseline < limits.relief:
        return None
    level, share, tag = review
    if pain <= round(share * baseline, 6):
        return None
    comparison = f"{baseline:g} before the procedure, day {facts.day}"
    reason = Reason("Pain, recent", f"{pain:g}", comparison)
    return found("T6", level, (reason,), *([tag] if tag else []))


def function_loss(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """T7. Less able than before: by the scores, or walking halved with more pain."""
    reasons = _scores(facts, limits) + _walks_less(facts, limits)
    return found("T7", Level.SOON, reasons) if reasons else None


def _scores(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    # More pain and rest are expected in the first two weeks, and the scores say so.
    if facts.day < limits.function_first_day:
        return ()
    reasons: tuple[Reason, ...] = ()
    rmdq, first = facts.rmdq_total, facts.rmdq_first
    if rmdq is not None and first is not None:
        rise = min(limits.rmdq_rise, max(limits.rmdq_share * first, limits.rmdq_least))
        if rmdq - first >= rise:
            reasons += (Reason("Roland-Morris", f"{rmdq}", f"was {first:g}"),)
    peg, before = facts.peg_score, facts.peg_first
    if peg is not None and before is not None and peg - before >= limits.peg_rise:
        reasons += (Reason("PEG", f"{peg:g}", f"was {before:g}"),)
    return reasons


def _walks_less(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    walk, pain = facts.walk_m7, facts.m7
    if facts.day < limits.function_first_day or walk is None or pain is None:
        return ()
    for before, pain_before, when in (
        (facts.walk_m7_before, facts.m7_before, "a week ago"),
        (facts.walk_baseline, facts.baseline, "before the procedure"),
    ):
        if before is None or pain_before is None or before < limits.walk_minutes:
            continue
        if walk <= before / 2 and pain >= pain_before + limits.function_rise:
            return (
                Reason("Walk, 7 days", f"{walk:g} minutes", f"{before:g} {when}"),
                Reason("Pain, 7 days", f"{pain:g}", f"{pain_before:g} {when}"),
            )
    return ()
