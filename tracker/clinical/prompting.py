"""On which days of an occasion we ask for its questionnaire, and when staff take over.

Due day, two and five days later, then the list of the staff: clinical evidence file,
section 6.
"""

from tracker.clinical.proms.schedule import Occasion

AFTER_DUE = (0, 2, 5)
LISTED_FOR = 14
"""Staff see a window that closed unanswered for so many days more."""


def due_day(occasion: Occasion) -> int:
    """The day the occasion is named after, or the first where the window ends on it.

    What is asked before the procedure is not asked for on the day itself.
    """
    ends_on_it = occasion.last_day == occasion.day
    return occasion.first_day if ends_on_it else occasion.day


def prompt_days(occasion: Occasion) -> tuple[int, ...]:
    """The days on which the patient is reminded, none of them after the window."""
    due = due_day(occasion)
    return tuple(due + late for late in AFTER_DUE if due + late <= occasion.last_day)


def is_overdue(occasion: Occasion, day: int) -> bool:
    """Whether the reminders are used up, and the staff may still want to know."""
    last_prompt = min(due_day(occasion) + AFTER_DUE[-1], occasion.last_day)
    return last_prompt < day <= occasion.last_day + LISTED_FOR
