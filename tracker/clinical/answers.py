"""The one reader of a check-in: the API, the form and case files all pass here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tracker.clinical import answer_fields
from tracker.clinical.answer_reader import AnswerReader, FieldError, InvalidAnswers
from tracker.clinical.context import MEDICINE_HELPED, TRIGGERS
from tracker.clinical.symptoms import CHANGES, Change

__all__ = ["Answers", "FieldError", "InvalidAnswers", "read_answers"]

LONGEST_NOTE = 4000
LONGEST_CLIENT_VERSION = 60


@dataclass(frozen=True, slots=True)
class Answers:
    """One entry as the patient gave it; None means not answered, never zero.

    Pain 0 (none) to 10 (worst), average of 24 hours; mobility 0 (cannot move) to 10
    (moves freely); walk in minutes, sleep in hours, temperature in Celsius, weight in
    kilograms. Empty symptoms mean "None of these".
    """

    local_date: date
    recorded_at: datetime
    pain: int | None = None
    mobility: int | None = None
    walk_minutes: int | None = None
    sleep_hours: float | None = None
    temperature_c: float | None = None
    weight_kg: float | None = None
    weight_loss_planned: bool | None = None
    symptoms: tuple[tuple[str, Change], ...] | None = None
    medicines_taken: tuple[str, ...] | None = None
    medicine_helped: str | None = None
    trigger: str | None = None
    note: str = ""
    corrects: UUID | None = None
    client_version: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was answered: a missed day, not an entry."""
        return not (self.medicines_taken or self.note.strip()) and all(
            answer is None
            for answer in (
                self.pain,
                self.mobility,
                self.walk_minutes,
                self.sleep_hours,
                self.temperature_c,
                self.weight_kg,
                self.symptoms,
                self.medicine_helped,
                self.trigger,
            )
        )

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types that `from_json` turns back into equal answers."""
        data: dict[str, Any] = {name: getattr(self, name) for name in _PLAIN}
        data["local_date"] = self.local_date.isoformat()
        data["recorded_at"] = self.recorded_at.isoformat()
        data["corrects"] = None if self.corrects is None else str(self.corrects)
        data["symptoms"] = None
        if self.symptoms is not None:
            data["symptoms"] = [
                {"code": code, "change": change.value} for code, change in self.symptoms
            ]
        if self.medicines_taken is not None:
            data["medicines_taken"] = list(self.medicines_taken)
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Answers":
        """Answers that `as_json` stored; nothing is checked again."""
        known = {name: data[name] for name in _PLAIN if name in data}
        known["local_date"] = date.fromisoformat(data["local_date"])
        known["recorded_at"] = datetime.fromisoformat(data["recorded_at"])
        if data.get("corrects") is not None:
            known["corrects"] = UUID(data["corrects"])
        if data.get("symptoms") is not None:
            known["symptoms"] = tuple(
                (item["code"], CHANGES[item["change"]]) for item in data["symptoms"]
            )
        if data.get("medicines_taken") is not None:
            known["medicines_taken"] = tuple(data["medicines_taken"])
        return cls(**known)


_PLAIN = (
    "pain",
    "mobility",
    "walk_minutes",
    "sleep_hours",
    "temperature_c",
    "weight_kg",
    "weight_loss_planned",
    "medicines_taken",
    "medicine_helped",
    "trigger",
    "note",
    "client_version",
)

FIELDS = frozenset(Answers.__dataclass_fields__) - {"temperature_c"} | {"temperature"}


def read_answers(
    raw: Mapping[str, object], *, procedure_date: date, today: date
) -> Answers:
    """The answers in untrusted data; `today` is the patient's local date.

    Raises InvalidAnswers with every fault, each with a stable code and one sentence
    that says what is accepted.
    """
    if not isinstance(raw, Mapping):
        fault = FieldError("entry", "wrong_type", "An entry is a set of named fields.")
        raise InvalidAnswers((fault,))
    reader = AnswerReader(raw)
    fields = _fields(reader, procedure_date=procedure_date, today=today)
    for name in raw.keys() - FIELDS:
        reader.refuse(str(name), "unknown_field", "This field is not known.")
    if not reader.errors:
        answers = Answers(**fields)
        if not answers.is_empty:
            return answers
        reader.refuse("entry", "empty_entry", "An entry has at least one answer.")
    raise InvalidAnswers(tuple(reader.errors))


def _fields(
    reader: AnswerReader, *, procedure_date: date, today: date
) -> dict[str, Any]:
    return {
        "local_date": answer_fields.local_date(
            reader, procedure_date=procedure_date, today=today
        ),
        "recorded_at": answer_fields.recorded_at(reader),
        "pain": reader.whole("pain", 0, 10, "Pain"),
        "mobility": reader.whole("mobility", 0, 10, "Mobility"),
        "walk_minutes": reader.whole("walk_minutes", 0, 1440, "Minutes walked"),
        "sleep_hours": reader.number("sleep_hours", 0, 24, "Hours of sleep"),
        "temperature_c": answer_fields.temperature_c(reader),
        "weight_kg": reader.number("weight_kg", 20, 400, "Weight in kilograms"),
        "weight_loss_planned": reader.yes_or_no("weight_loss_planned", "Planned"),
        "symptoms": answer_fields.symptoms(reader),
        "medicines_taken": answer_fields.medicines_taken(reader),
        "medicine_helped": reader.choice(
            "medicine_helped", MEDICINE_HELPED, "Whether medicine helped"
        ),
        "trigger": reader.choice("trigger", TRIGGERS, "What happened"),
        "note": reader.text("note", LONGEST_NOTE, "The note"),
        "corrects": answer_fields.corrects(reader),
        "client_version": reader.text(
            "client_version", LONGEST_CLIENT_VERSION, "The client version"
        ),
    }
