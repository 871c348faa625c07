"""How the tables of a language become texts by key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Pairs = Mapping[str, tuple[str, str]]
Questionnaires = Mapping[str, tuple[str, str, Mapping[str, Mapping[str, str]]]]


@dataclass(frozen=True, slots=True)
class Tables:
    """What a language brings: the rules' advice, the catalogue, the plan, and so on."""

    advice: Pairs
    symptoms: Mapping[str, str]
    groups: Mapping[str, str]
    form: Mapping[str, str]
    phases: Pairs
    milestones: Pairs
    instructions: Mapping[str, str]
    questionnaires: Questionnaires


def texts(tables: Tables) -> dict[str, str]:
    """Every text of a language under the key of its English original."""
    return {
        **dict(_pairs("advice", tables.advice, ("title", "text"))),
        **{f"symptom.{code}": text for code, text in tables.symptoms.items()},
        **{f"group.{name}": text for name, text in tables.groups.items()},
        **tables.form,
        **dict(_pairs("phase", tables.phases, ("title", "what_to_expect"))),
        **dict(_pairs("milestone", tables.milestones, ("title", "why"))),
        **{f"instruction.{c}.text": text for c, text in tables.instructions.items()},
        **dict(_questionnaires(tables.questionnaires)),
    }


def _pairs(
    part: str, pairs: Pairs, names: tuple[str, str]
) -> Iterator[tuple[str, str]]:
    for code, both in pairs.items():
        for name, text in zip(names, both, strict=True):
            yield f"{part}.{code}.{name}", text


def _questionnaires(tables: Questionnaires) -> Iterator[tuple[str, str]]:
    for code, (title, intro, items) in tables.items():
        yield f"questionnaire.{code}.title", title
        yield f"questionnaire.{code}.intro", intro
        for item, words in items.items():
            for name, text in words.items():
                yield f"questionnaire.{code}.{item}.{name}", text
