"""What somebody who helps a patient is asked, and what they are shown.

Mood, thoughts of ending one's life and sexual function are the patient's own to tell:
a helper is not asked about them and does not see what the patient said. What a helper
wrote themself is shown to them, so that an emergency they report is answered.

A helper's form has no free text: the rules read a note as its writer's own words, and
would pass over what is said of somebody else.

Source: answers by proxy agree best on what can be seen and least on feelings (Sneeuw
2002, J Clin Epidemiol 55:1130), and who is asked through a relative may not tell.
"""

from collections.abc import Iterable

from tracker.clinical.answers import Answers
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.notes.nearby_any_language import self_harm_in_any_words

PRIVATE_SYMPTOMS = frozenset(
    {"sexual_function_change", "suicidal_thoughts", "wish_not_to_wake", "low_mood"}
)
PRIVATE_RULES = frozenset({"R05", "R24", "R25"})


def says_private_things(answers: Answers) -> bool:
    """Whether an entry speaks of what only the patient should tell."""
    codes = {code for code, _ in answers.symptoms or ()}
    return bool(codes & PRIVATE_SYMPTOMS) or bool(self_harm_in_any_words(answers.note))


def shown(findings: Iterable[Finding], own: Answers) -> tuple[Finding, ...]:
    """The findings about a helper's entry that do not come from the patient's own."""
    if says_private_things(own):
        return tuple(findings)
    return tuple(f for f in findings if f.rule_id not in PRIVATE_RULES)
