"""The days of a questionnaire in words (pure)."""

from tracker.clinical.proms.schedule import Schedule


def of(schedule: Schedule) -> str:
    """Such as "Day 42 and 91; every 7 days from day 7 to 35"."""
    parts = []
    if schedule.days:
        *most, last = [str(day) for day in schedule.days]
        listed = f"{', '.join(most)} and {last}" if most else last
        parts.append(f"Day {listed}")
    if schedule.every:
        parts.append(
            f"every {schedule.every} days from day {schedule.every_from} "
            f"to {schedule.every_until}"
        )
    words = "; ".join(parts) or "only by hand"
    return words[:1].upper() + words[1:]
