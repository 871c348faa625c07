"""All wordings, and how to find the one of a finding."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from tracker.clinical.levels import Level
from tracker.clinical.triage.wording.body import BODY
from tracker.clinical.triage.wording.bone import BONE
from tracker.clinical.triage.wording.course import COURSE
from tracker.clinical.triage.wording.infection import INFECTION
from tracker.clinical.triage.wording.mind import MIND
from tracker.clinical.triage.wording.nerves import NERVES
from tracker.clinical.triage.wording.note import NOTE
from tracker.clinical.triage.wording.words import Words

WORDING: Mapping[str, Words] = MappingProxyType(
    {**NERVES, **INFECTION, **BODY, **BONE, **MIND, **COURSE, **NOTE}
)
"""By `rule:level`, or `rule:level:tag` where a tag has words of its own."""


def words_for(rule_id: str, level: Level, tags: Iterable[str] = ()) -> Words:
    """The words of a rule at a level; a tag with its own words goes first."""
    return WORDING[key_for(rule_id, level, tags)]


def key_for(rule_id: str, level: Level, tags: Iterable[str] = ()) -> str:
    """Under which key the words stand, in every language."""
    key = f"{rule_id}:{level.code}"
    for tag in tags:
        if f"{key}:{tag}" in WORDING:
            return f"{key}:{tag}"
    return key
