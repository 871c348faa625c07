"""One card as a form: words in each language, and the days of a clinic's own."""

import re
from typing import Any

from django import forms

from backend.common.form_fields import TextField
from tracker.clinical.education.card import LAST_DAY, Card
from tracker.clinical.education.clinic_card import ClinicCard
from tracker.clinical.education.wording import CARD_WORDS, TOPIC_TITLES
from tracker.clinical.education.wording.words import LONGEST_TITLE, CardWords
from tracker.clinical.wording.languages import ENGLISH, LANGUAGES


class CardForm(forms.Form):
    """What was typed stays text here: the reader of cards says what is wrong."""

    def __init__(
        self, card: Card | None, edit: ClinicCard | None, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.is_own = card is None or bool(edit and edit.own)
        self._ours = {} if self.is_own else _ours(card)
        said = edit.words if edit else {}
        if self.is_own:
            self._ask_for_days(card)
        for language, name in LANGUAGES.items():
            words = said.get(language) or self._ours.get(language) or CardWords("", "")
            self._ask_for_words(language, name, words)
        self.fields["is_hidden"] = forms.BooleanField(
            label="Hide this card from patients",
            required=False,
            initial=bool(edit and edit.is_hidden),
        )
        # The number of the newest change that was shown.
        self.fields["seen"] = forms.IntegerField(
            required=False, widget=forms.HiddenInput
        )

    def languages(self) -> list[tuple[str, str, Any, Any]]:
        """Code, name, and the two fields of each language."""
        return [
            (code, name, self[f"title_{code}"], self[f"text_{code}"])
            for code, name in LANGUAGES.items()
        ]

    def content(self) -> dict[str, Any]:
        """What was typed, without the words that are still ours."""
        typed = self.cleaned_data
        content: dict[str, Any] = {"is_hidden": typed["is_hidden"], "words": {}}
        for language in LANGUAGES:
            title, text = typed[f"title_{language}"], typed[f"text_{language}"]
            if CardWords(title, text) != self._ours.get(language):
                content["words"][language] = {"title": title, "text": text}
        if self.is_own:
            content["topic"] = typed["topic"]
            content |= {name: _day(typed[name]) for name in ("from_day", "to_day")}
        return content

    def refuse(self, field: str, message: str) -> None:
        """Put a fault beside its field."""
        self.add_error(field, message)

    def _ask_for_days(self, card: Card | None) -> None:
        self.fields["topic"] = forms.ChoiceField(
            label="Topic",
            choices=list(TOPIC_TITLES[ENGLISH].items()),
            initial=card.topic if card else "",
        )
        for name, label in (("from_day", "First day"), ("to_day", "Last day")):
            self.fields[name] = forms.CharField(
                label=label,
                required=False,
                help_text=f"Day 0 is the procedure; the last one is {LAST_DAY}.",
                initial=getattr(card, name) if card else "",
                widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            )

    def _ask_for_words(self, language: str, name: str, words: CardWords) -> None:
        self.fields[f"title_{language}"] = TextField(
            label=f"{name} title",
            required=False,
            initial=words.title,
            help_text=f"At most {LONGEST_TITLE} letters.",
            widget=forms.TextInput(attrs={"lang": language}),
        )
        self.fields[f"text_{language}"] = TextField(
            label=f"{name} text",
            required=False,
            initial=words.text,
            help_text="Two to five short sentences.",
            widget=forms.Textarea(attrs={"rows": 4, "lang": language}),
        )


class PreviewForm(forms.Form):
    """Which day, in which language."""

    day = forms.IntegerField(
        label="Day",
        min_value=0,
        max_value=LAST_DAY,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            f"The day is a whole number from 0 to {LAST_DAY}.",
        ),
    )
    language = forms.ChoiceField(label="Language", choices=list(LANGUAGES.items()))


def _ours(card: Card | None) -> dict[str, CardWords]:
    return (
        {language: table[card.id] for language, table in CARD_WORDS.items()}
        if card
        else {}
    )


def _day(typed: str) -> int | str:
    """A whole number, or the text itself for the reader to refuse."""
    return int(typed) if re.fullmatch(r"-?[0-9]{1,5}", typed.strip()) else typed
