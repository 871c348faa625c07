"""Our own question about hurting yourself, and how it is reached.

It opens when low mood is likely, by a tick that is always there, and stays once it
was answered with yes.
"""

from tracker.clinical.proms.instrument import Combination, Condition, Item
from tracker.clinical.proms.shape import SELF_HARM

TELL_US = "tell_us"
LOW_MOOD_LIMIT = 3
"""Of 6, the same as the rule R25 uses for two questions of low mood."""


def self_harm_questions(low_mood: tuple[str, ...]) -> tuple[Item, Item]:
    """The tick and the question, to follow the items of low mood with these codes."""
    first, *others = low_mood
    return (
        Item(TELL_US, "I have thoughts that scare me, and I want to tell you.", "tick"),
        Item(
            SELF_HARM,
            "Have you thought about hurting yourself, or about ending your life?",
            "yes_no",
            help=(
                "If you are in danger now, call your emergency number. "
                "Do not wait for us."
            ),
            show_if=Combination(
                "any",
                (
                    Condition(first, ">=", LOW_MOOD_LIMIT, plus=tuple(others)),
                    Condition(TELL_US, "=", True),
                    # A yes is never hidden by a change of the answers above it.
                    Condition(SELF_HARM, "=", True),
                ),
            ),
        ),
    )
