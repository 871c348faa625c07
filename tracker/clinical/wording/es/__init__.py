"""The Spanish texts by key."""

from collections.abc import Mapping
from types import MappingProxyType

from tracker.clinical.wording.assembled import Tables, texts
from tracker.clinical.wording.es.body import BODY
from tracker.clinical.wording.es.bone import BONE
from tracker.clinical.wording.es.course import COURSE
from tracker.clinical.wording.es.form import FORM
from tracker.clinical.wording.es.infection import INFECTION
from tracker.clinical.wording.es.mind import MIND
from tracker.clinical.wording.es.nerves import NERVES
from tracker.clinical.wording.es.note import NOTE
from tracker.clinical.wording.es.plan import INSTRUCTIONS, MILESTONES, PHASES
from tracker.clinical.wording.es.questionnaires import QUESTIONNAIRES
from tracker.clinical.wording.es.symptoms import GROUP_WORDS, SYMPTOM_WORDS

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
