"""The German texts by key."""

from collections.abc import Mapping
from types import MappingProxyType

from tracker.clinical.wording.assembled import Tables, texts
from tracker.clinical.wording.de.body import BODY
from tracker.clinical.wording.de.bone import BONE
from tracker.clinical.wording.de.course import COURSE
from tracker.clinical.wording.de.form import FORM
from tracker.clinical.wording.de.infection import INFECTION
from tracker.clinical.wording.de.mind import MIND
from tracker.clinical.wording.de.nerves import NERVES
from tracker.clinical.wording.de.note import NOTE
from tracker.clinical.wording.de.plan import INSTRUCTIONS, MILESTONES, PHASES
from tracker.clinical.wording.de.questionnaires import QUESTIONNAIRES
from tracker.clinical.wording.de.symptoms import GROUP_WORDS, SYMPTOM_WORDS

TEXTS: Mapping[str, str] = MappingProxyType(
    texts(
        Tables(
            advice={
                **NERVES,
                **INFECTION,
                **BODY,
                **BONE,
                **MIND,
                **COURSE,
                **NOTE,
            },
            symptoms=SYMPTOM_WORDS,
            groups=GROUP_WORDS,
            form=FORM,
            phases=PHASES,
            milestones=MILESTONES,
            instructions=INSTRUCTIONS,
            questionnaires=QUESTIONNAIRES,
        )
    )
)
