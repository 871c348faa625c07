"""The thresholds in words: what each one is, and what it is counted in."""

from collections.abc import Mapping
from types import MappingProxyType

_CELSIUS = "°C"
_POINTS = "points of 0 to 10"
_DAY = "after the procedure"
_DAYS = "days"
_SHARE = "as a part of one"
_YEARS = "years"

THRESHOLD_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "fever_c": ("Fever begins at", _CELSIUS),
        "fever_at_risk_c": ("Fever begins at, for people at risk", _CELSIUS),
        "fever_risk_age": ("At risk from age", _YEARS),
        "fever_last_day": ("Fever is looked for until day", _DAY),
        "low_temperature_c": ("Too cold below", _CELSIUS),
        "warm_c": ("Slightly warm begins at", _CELSIUS),
        "warm_repeated_c": ("Warm twice begins at", _CELSIUS),
        "warm_repeated_hours": ("Warm twice, at least apart", "hours"),
        "work_up_rise": ("Infection work-up: 3-day pain up by", _POINTS),
        "bleeding_last_day": ("Fast-growing pain is looked for until day", _DAY),
        "bleeding_rise": ("Fast-growing pain: up by", _POINTS),
        "bleeding_pain": ("Fast-growing pain: at least", _POINTS),
        "relief": ("Relief: 3-day pain below the baseline by", _POINTS),
        "rebound": ("Climb above the best 3-day pain by", _POINTS),
        "rebound_to_baseline": ("Climb back to the baseline by", _POINTS),
        "rebound_first_day": ("A climb is looked for from day", _DAY),
        "rebound_last_day": ("A climb is looked for until day", _DAY),
        "sustained_rise": ("7-day pain above the baseline by", _POINTS),
        "sustained_first_day": ("7-day pain counts from day", _DAY),
        "site_first_day": ("The needle site counts from day", _DAY),
        "hives_urgent_last_day": ("Hives are urgent until day", _DAY),
        "both_leg_pain_level": (
            "Pain alone in both legs counts as",
            "3 urgent, 4 emergency",
        ),
        "weight_loss_half_year": ("Weight lost in half a year", _SHARE),
        "weight_loss_month": ("Weight lost in 30 days", _SHARE),
        "fracture_age": ("Fragile bones from age", _YEARS),
        "fracture_rise": ("Fracture: pain up since yesterday by", _POINTS),
        "severe_pain": ("Severe pain begins at", _POINTS),
        "severe_rise": ("Severe pain: above the baseline by", _POINTS),
        "severe_hours": ("Severe twice, at least apart", "hours"),
        "headache_last_day": ("Headache is looked for until day", _DAY),
        "phq2_limit": ("Low mood: PHQ-2 from", "points of 0 to 6"),
        "phq4_limit": ("Low mood: PHQ-4 from", "points of 0 to 12"),
        "opioid_days": ("An opioid on days in a row", _DAYS),
        "nsaid_last_day": ("Anti-inflammatories are watched until day", _DAY),
        "not_settling_first_day": ("The flare should settle from day", _DAY),
        "not_settling_last_day": ("The flare is looked at until day", _DAY),
        "not_settling_rise": ("Not settling: above the baseline by", _POINTS),
        "worse_first_day": ("Worse for a week counts from day", _DAY),
        "worse_rise": ("Worse: above the baseline by", _POINTS),
        "worse_share": ("Worse: share of the baseline", _SHARE),
        "worse_points": ("Worse by share: at least", _POINTS),
        "review_first_day": ("First review of no change: day", _DAY),
        "review_second_day": ("Second review of no change: day", _DAY),
        "review_third_day": ("Third review of no change: day", _DAY),
        "no_change_share": ("No change: above this share of the baseline", _SHARE),
        "clear_share": ("Not clearly better: above this share", _SHARE),
        "function_first_day": ("Walking counts from day", _DAY),
        "function_rise": ("Walking halved: 7-day pain up by", _POINTS),
        "walk_minutes": ("Walking halved from at least", "minutes"),
        "rmdq_rise": ("Roland-Morris up by", "points of 0 to 24"),
        "rmdq_share": ("Roland-Morris up by a share of", _SHARE),
        "rmdq_least": ("Roland-Morris by share: at least", "points of 0 to 24"),
        "peg_rise": ("PEG up by", _POINTS),
        "silence_days_initial": ("Silent in the first two weeks after", _DAYS),
        "silence_days_progressive": ("Silent until day 42 after", _DAYS),
        "silence_days_weekly": ("Silent until day 182 after", _DAYS),
        "silence_days_monthly": ("Silent later on after", _DAYS),
        "silence_rise": ("Silence worries: pain had risen by", _POINTS),
    }
)
"""By threshold: a label that reads on into its value, and the unit."""
