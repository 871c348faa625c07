"""The recovery plan as a form: every window and text of it, row by row."""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from backend.common.visible import trimmed
from tracker.clinical.education.plan_cautions import Caution
from tracker.clinical.proms.definitions import OWN_INSTRUMENTS
from tracker.clinical.proms.instrument import Instrument
from tracker.clinical.protocol import CADENCES, Protocol, ProtocolError
from tracker.clinical.protocol_comfort import comfort
from tracker.clinical.protocol_instruments import assigned
from tracker.clinical.protocol_lengths import too_long
from tracker.pages.presenters import schedule_words

CADENCE_WORDS = {
    "daily": "Every day",
    "every_second_day": "Every second day",
    "three_a_week": "Three times a week",
    "weekly": "Once a week",
    "monthly": "Once a month",
    "none": "Never",
}
COMFORT_WORDS = {"heat": "Heat is allowed", "cold": "Cold is allowed"}
# What may be edited of each kind of row; codes and evidence stay as they are.
EDITABLE = {
    "phases": ("title", "first_day", "last_day", "cadence", "what_to_expect"),
    "milestones": ("title", "first_day", "last_day", "why"),
    "instructions": ("text",),
}
_DAYS = ("first_day", "last_day")


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    label: str
    value: Any
    kind: str
    error: str
    cautions: list[str]


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    fields: list[Field]


@dataclass(frozen=True, slots=True)
class Choice:
    """A questionnaire to ask for or not."""

    name: str
    title: str
    days: str
    is_asked: bool


class ProtocolForm:
    """Rows of the newest version, as released or as just edited."""

    cadences = [(code, CADENCE_WORDS.get(code, code)) for code in CADENCES]

    def __init__(
        self,
        stored: Mapping[str, Any],
        data: Mapping[str, str] | None = None,
        offered: Mapping[str, Instrument] = OWN_INSTRUMENTS,
    ) -> None:
        self.plan: dict[str, Any] = deepcopy(dict(stored))
        self.errors: dict[str, str] = {}
        self.cautions: dict[str, list[str]] = {}
        # Of what was looked at twice; other words have to be looked at again.
        self.look = ""
        self._looked = "" if data is None else data.get("looked", "")
        self._offered = offered
        if data is not None:
            self._overlay(data)
            if "instruments" in data:
                self._choose(data)
            if "comfort" in data:
                self._allow(data)

    def read(self, version: str) -> Protocol | None:
        """The edited plan, or None with each reason beside its field."""
        self.plan["version"] = version
        try:
            plan = Protocol.from_json(self.plan)
        except ProtocolError as error:
            self.errors[_name(error.field)] = str(error)
            return None
        for field, sentence in too_long(plan).items():
            self.errors[_name(field)] = sentence
        return None if self.errors else plan

    def is_looked_at(self, cautions: Sequence[Caution]) -> bool:
        """Whether nothing is left to look at twice before patients read it."""
        for field, _words, sentence in cautions:
            self.cautions.setdefault(_name(field), []).append(sentence)
        self.look = sha256(repr(cautions).encode()).hexdigest()[:16]
        return not cautions or self._looked == self.look

    def refuse(self, message: str) -> None:
        self.errors["plan"] = message

    @property
    def phases(self) -> list[Row]:
        return self._rows("phases", "title")

    @property
    def milestones(self) -> list[Row]:
        return self._rows("milestones", "title")

    @property
    def instructions(self) -> list[Row]:
        return self._rows("instructions", "phase")

    @property
    def instruments(self) -> list[Choice]:
        """Every questionnaire of the clinic, and whether this plan asks for it."""
        asked = {one.code for one in assigned(self.plan)}
        return [
            Choice(
                f"instruments-{code}",
                instrument.title,
                schedule_words.of(instrument.schedule),
                code in asked,
            )
            for code, instrument in self._offered.items()
        ]

    @property
    def comfort(self) -> list[tuple[str, str, bool]]:
        """Name, label and setting of heat and cold."""
        allowed = asdict(comfort(self.plan))
        return [
            (f"comfort-{name}", label, allowed[name])
            for name, label in COMFORT_WORDS.items()
        ]

    def _allow(self, data: Mapping[str, str]) -> None:
        """Heat and cold, each as ticked."""
        self.plan["comfort"] = {
            name: f"comfort-{name}" in data for name in COMFORT_WORDS
        }

    def _choose(self, data: Mapping[str, str]) -> None:
        """The ticked ones, on the days that each of them brings."""
        self.plan["instruments"] = [
            {"code": code, "schedule": instrument.schedule.as_json()}
            for code, instrument in self._offered.items()
            if f"instruments-{code}" in data
        ]

    def _overlay(self, data: Mapping[str, str]) -> None:
        for kind, names in EDITABLE.items():
            for index, row in enumerate(self.plan[kind]):
                for name in names:
                    typed = data.get(f"{kind}-{index}-{name}")
                    if typed is not None:
                        row[name] = _day(typed) if name in _DAYS else trimmed(typed)

    def _rows(self, kind: str, title: str) -> list[Row]:
        return [
            Row(str(row[title]), [self._field(kind, i, n, row) for n in EDITABLE[kind]])
            for i, row in enumerate(self.plan[kind])
        ]

    def _field(self, kind: str, index: int, name: str, row: Mapping[str, Any]) -> Field:
        full = f"{kind}-{index}-{name}"
        return Field(
            name=full,
            label=_LABELS[name],
            value=row[name],
            kind=_KINDS.get(name, "text"),
            error=self.errors.get(full, ""),
            cautions=self.cautions.get(full, []),
        )


_LABELS = {
    "title": "Title",
    "first_day": "First day",
    "last_day": "Last day",
    "cadence": "Asks",
    "what_to_expect": "What to expect",
    "why": "Why",
    "text": "Text",
}
_KINDS = {
    "first_day": "day",
    "last_day": "day",
    "cadence": "cadence",
    "what_to_expect": "long",
    "why": "long",
    "text": "long",
}


def _name(path: str) -> str:
    """`phases[0].first_day` as the name of its input."""
    found = re.fullmatch(r"(\w+)\[(\d+)\](?:\.(\w+))?", path)
    if not found:
        return "plan"
    kind, index, name = found.groups()
    return f"{kind}-{index}-{name or EDITABLE.get(kind, ('title',))[0]}"


def _day(text: str) -> Any:
    """A whole number, or the text itself for the checks to refuse."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,4}", text.strip()) else text
