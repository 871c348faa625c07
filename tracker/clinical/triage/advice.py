"""What to say about a finding, to the patient and to the clinician."""

from dataclasses import dataclass

from tracker.clinical.levels import Level
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.wording.table import WORDING, key_for, words_for
from tracker.clinical.wording.languages import ENGLISH
from tracker.clinical.wording.say import say


@dataclass(frozen=True, slots=True)
class Advice:
    """What the patient reads. The caller fills `{emergency_number}` in the text."""

    rule_id: str
    level: Level
    title: str
    text: str
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClinicianNote:
    """The line of the worklist, and what to check first."""

    headline: str
    check: str


def advice_for(finding: Finding, language: str = ENGLISH) -> Advice:
    """The patient's advice for a finding."""
    key = key_for(finding.rule_id, finding.level, finding.tags)
    return Advice(
        finding.rule_id,
        finding.level,
        say(f"advice.{key}.title", language),
        say(f"advice.{key}.text", language),
        WORDING[key].actions,
    )


def told(finding: Finding, language: str) -> dict[str, str]:
    """What is kept of the words shown, with `{emergency_number}` as a blank.

    Nothing in English: those texts are frozen with their rule set and can be said
    again from the finding alone.
    """
    if language == ENGLISH or finding.level is Level.NONE:
        return {}
    advice = advice_for(finding, language)
    return {"language": language, "title": advice.title, "text": advice.text}


def clinician_note(finding: Finding) -> ClinicianNote:
    """The clinician's headline and check list for a finding."""
    words = words_for(finding.rule_id, finding.level, finding.tags)
    return ClinicianNote(words.headline, words.check)
