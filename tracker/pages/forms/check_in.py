"""The check-in as an ordinary form. It checks nothing itself: the reader does.

It turns posted text into the shape of the API, and turns the reader's faults and
everything that was typed back into a page.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from backend.common import clock
from tracker.clinical.context import MEDICINE_HELPED, MEDICINES, TRIGGERS
from tracker.clinical.symptoms import SYMPTOMS, Symptom, gate_symptoms
from tracker.clinical.wording.en.form import CHANGES, MOBILITY
from tracker.clinical.wording.say import say
from tracker.pages.forms import temperature_units
from tracker.queries import speech

# Temperature is asked while an infection of the puncture is most likely.
TEMPERATURE_DAYS = range(15)


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class SymptomField:
    """One phrase with its follow-up."""

    symptom: Symptom
    label: str
    ticked: bool
    changes: Sequence[Choice]
    error: str
    asked_by: str


class CheckInForm:
    """One form on one page: empty, or as it was sent."""

    def __init__(
        self,
        *,
        day: int,
        today: date,
        data: QueryDict | None = None,
        whole_catalogue: bool = False,
        choose_date: bool = False,
        known_units: Sequence[str] = temperature_units.BOTH,
    ) -> None:
        self.day, self.today = day, today
        self.language = speech.current()
        self.data = data if data is not None else QueryDict()
        self.whole_catalogue = whole_catalogue
        self.choose_date = choose_date
        self.known_units = known_units
        self.errors: list[dict[str, str]] = []
        # What a refused entry says that must not wait until it is put right.
        self.advice: Sequence[Mapping[str, Any]] = ()
        self.check_in_id = _uuid(self.data.get("check_in_id")) or uuid4()
        self.corrects = _uuid(self.data.get("corrects"))
        self.is_correction = False
        self.asks_day = False

    # --- what was sent ------------------------------------------------------
    def raw(self) -> dict[str, object]:
        """The entry in the shape of `PUT /api/v1/check-ins/{uuid}`."""
        typed = self.typed
        temperature = typed("temperature")
        return {
            "local_date": self.local_date,
            "recorded_at": self.recorded_at,
            "pain": _whole(typed("pain")),
            "mobility": _whole(typed("mobility")),
            "walk_minutes": _whole(typed("walk_minutes")),
            "sleep_hours": _number(typed("sleep_hours")),
            "temperature": {"value": temperature, "unit": self.temperature_unit}
            if temperature
            else None,
            "symptoms": self._symptoms(),
            "medicines_taken": self.data.getlist("medicines_taken") or None,
            "medicine_helped": typed("medicine_helped") or None,
            "trigger": typed("trigger") or None,
            "note": typed("note"),
            "corrects": str(self.corrects) if self.corrects else None,
            "client_version": "page",
        }

    def typed(self, name: str) -> str:
        return self.data.get(name, "").strip()

    def _symptoms(self) -> list[dict[str, str]] | None:
        codes = self._ticked()
        if not codes:
            # Nothing ticked and "None of these" not ticked: not answered.
            return [] if self.none_ticked else None
        return [
            {"code": code, "change": self.typed(f"change_{code}")} for code in codes
        ]

    def _ticked(self) -> list[str]:
        """Ticked phrases; one whose follow-up was answered counts as ticked."""
        ticked = set(self.data.getlist("symptom"))
        return [c for c in SYMPTOMS if c in ticked or self.typed(f"change_{c}")]

    # --- what the reader said -------------------------------------------------
    def refuse(self, errors: Iterable[Mapping[str, str]]) -> None:
        """Keep the faults, each with the element on the page it belongs to."""
        for error in errors:
            field, message = error["field"], error["message"]
            found = re.match(r"symptoms\[(\d+)\]", field)
            if found:
                field = f"symptom_{self._ticked()[int(found.group(1))]}"
                message = _(
                    "Tell us if this is new, worse, the same as before, or better."
                )
            elif field == "entry":
                field, message = "pain", _("Answer at least one question.")
            elif field.startswith("medicines_taken"):
                field = "medicines_taken"
            self.errors.append({"field": field, "message": message})

    def turn_into_correction(self) -> None:
        """The same form was sent before with other answers: offer to replace them."""
        self.corrects, self.check_in_id = self.check_in_id, uuid4()
        self.is_correction = True

    # --- which day it is about --------------------------------------------------
    def is_day_unclear(self, sent_on: date) -> bool:
        """Whether it was begun before the day it was sent on, and nobody said more."""
        is_told = self.day_told or self.corrects
        return not is_told and self.day_meant < sent_on

    def saved_on(self, zone: ZoneInfo) -> date:
        """The day on which a script says that Save was pressed."""
        try:
            return datetime.fromisoformat(self.recorded_at).astimezone(zone).date()
        except ValueError:
            return self.today

    @property
    def day_told(self) -> str:
        return self.typed("day")

    @property
    def day_question(self) -> str:
        question = _(
            "A new day has begun since you opened this. Are your answers about "
            "today, {today}, or about {before}?"
        )
        return question.format(today=_in_words(self.today), before=self._before)

    @property
    def days(self) -> list[Choice]:
        is_yesterday = self.today - self.day_meant == timedelta(days=1)
        before = _("Yesterday") if is_yesterday else self._before
        named = ((self.today, _("Today")), (self.day_meant, before))
        return _choices([(day.isoformat(), word) for day, word in named], [])

    @property
    def _before(self) -> str:
        return _in_words(self.day_meant)

    # --- what the page shows --------------------------------------------------
    @property
    def none_ticked(self) -> bool:
        return "no_symptoms" in self.data

    @property
    def asks_temperature(self) -> bool:
        return self.day in TEMPERATURE_DAYS or bool(self.typed("temperature"))

    @property
    def temperature_unit(self) -> str:
        return self.typed("temperature_unit") or self.known_units[0]

    @property
    def units(self) -> list[Choice]:
        pairs = [(unit, f"°{unit}") for unit in self.known_units]
        return _choices(pairs, [self.temperature_unit])

    @property
    def pain(self) -> list[Choice]:
        numbers = [(str(n), str(n)) for n in range(11)]
        return _choices(numbers, [self.typed("pain")])

    @property
    def mobility(self) -> list[Choice]:
        values = map(str, MOBILITY)
        return self._choices("mobility", values, [self.typed("mobility")])

    @property
    def medicines(self) -> list[Choice]:
        taken = self.data.getlist("medicines_taken")
        return self._choices("medicine", MEDICINES, taken)

    @property
    def helped(self) -> list[Choice]:
        helped = self.typed("medicine_helped")
        return self._choices("medicine_helped", MEDICINE_HELPED, [helped])

    @property
    def triggers(self) -> list[Choice]:
        return self._choices("trigger", TRIGGERS, [self.typed("trigger")])

    @property
    def walk_minutes(self) -> str:
        return self.typed("walk_minutes")

    @property
    def sleep_hours(self) -> str:
        return self.typed("sleep_hours")

    @property
    def temperature(self) -> str:
        return self.typed("temperature")

    @property
    def note(self) -> str:
        return self.typed("note")

    @property
    def local_date(self) -> str:
        return self.day_told or self.typed("local_date") or self.today.isoformat()

    @property
    def day_meant(self) -> date:
        """The day the entry is for, to be read by people."""
        try:
            return date.fromisoformat(self.local_date)
        except ValueError:
            return self.today

    @property
    def recorded_at(self) -> str:
        return self.typed("recorded_at") or clock.now().isoformat()

    @property
    def more_is_open(self) -> bool:
        names = ("walk_minutes", "sleep_hours", "medicine_helped", "trigger", "note")
        return any(map(self.typed, names)) or bool(self.data.getlist("medicines_taken"))

    @property
    def groups(self) -> list[tuple[str, list[SymptomField]]]:
        """The phrases under their headings."""
        shown = SYMPTOMS.values() if self.whole_catalogue else gate_symptoms()
        return self._grouped(shown)

    @property
    def also(self) -> list[SymptomField]:
        """Phrases that only matter once one of the others was ticked."""
        if self.whole_catalogue:
            return []
        shown = {s.code for s in gate_symptoms()}
        asked_by: dict[str, list[str]] = {}
        for symptom in gate_symptoms():
            for code in symptom.asks:
                if code not in shown:
                    asked_by.setdefault(code, []).append(symptom.code)
        return [
            self._symptom_field(SYMPTOMS[code], " ".join(asked_by[code]))
            for code in SYMPTOMS
            if code in asked_by
        ]

    @property
    def also_is_open(self) -> bool:
        return any(field.ticked for field in self.also)

    def error_of(self, field: str) -> str:
        return next((e["message"] for e in self.errors if e["field"] == field), "")

    @property
    def error_messages(self) -> dict[str, str]:
        """Faults by field, as a template can look them up."""
        return {error["field"]: error["message"] for error in reversed(self.errors)}

    def _grouped(
        self, symptoms: Iterable[Symptom]
    ) -> list[tuple[str, list[SymptomField]]]:
        groups: dict[str, list[SymptomField]] = {}
        for symptom in symptoms:
            title = say(f"group.{symptom.group}", self.language)
            groups.setdefault(title, []).append(self._symptom_field(symptom))
        return list(groups.items())

    def _symptom_field(self, symptom: Symptom, asked_by: str = "") -> SymptomField:
        code = symptom.code
        return SymptomField(
            symptom=symptom,
            label=say(f"symptom.{code}", self.language),
            ticked=code in self._ticked(),
            changes=self._choices("change", CHANGES, [self.typed(f"change_{code}")]),
            error=self.error_of(f"symptom_{code}"),
            asked_by=asked_by,
        )

    def _choices(
        self, part: str, codes: Iterable[str], chosen: Sequence[str]
    ) -> list[Choice]:
        """Codes with their words in the reader's language."""
        words = ((code, say(f"{part}.{code}", self.language)) for code in codes)
        return _choices(words, chosen)


def _choices(pairs: Iterable[tuple[str, str]], chosen: Sequence[str]) -> list[Choice]:
    return [Choice(value, label, value in chosen) for value, label in pairs]


def _in_words(day: date) -> str:
    return date_format(day, _("l, j F"))


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


def _whole(text: str) -> Any:
    """A whole number, nothing, or the text itself for the reader to refuse."""
    if not text:
        return None
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else text


def _number(text: str) -> Any:
    """A number with comma or point, nothing, or the text for the reader to refuse."""
    if not text:
        return None
    if re.fullmatch(r"[0-9]{1,4}([.,][0-9]{1,4})?", text):
        return float(text.replace(",", "."))
    return text
