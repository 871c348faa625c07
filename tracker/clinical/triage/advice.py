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


def clinician_note(finding: Finding) -> ClinicianNote:
    """The clinician's headline and check list for a finding."""
    words = words_for(finding.rule_id, finding.level, finding.tags)
    return ClinicianNote(words.headline, words.check)
