"""Enrolment: the patient, the procedure, the facts the rules ask about."""

import uuid
from typing import Any, cast

from django import forms
from django.http import QueryDict

from backend.common.form_fields import TextField
from backend.common.visible import trimmed
from tracker.actions.enrolment import EnrolmentDetails
from tracker.actions.episodes import ProcedureDetails
from tracker.actions.patients import SEXES
from tracker.clinical.procedure import CELL_SOURCES, GUIDANCE, REGIONS, ROUTES
from tracker.clinical.profile import PROFILE_FACTS
from tracker.clinical.symptoms import SYMPTOMS
from tracker.pages.forms.fields import PainField, ZoneField, choices
from tracker.pages.forms.reminders import DayInput

_KNOWN = {code: symptom.label for code, symptom in SYMPTOMS.items()}


class EnrolForm(forms.Form):
    # Where it was begun: somebody may change clinics in another tab meanwhile.
    clinic = forms.UUIDField(required=False, widget=forms.HiddenInput())
    # Which form it was: pressed twice it is still one patient.
    key = forms.UUIDField(
        required=False, initial=uuid.uuid4, widget=forms.HiddenInput()
    )
    name = TextField(
        label="Name", max_length=200, widget=forms.TextInput({"autocomplete": "off"})
    )
    date_of_birth = forms.DateField(label="Date of birth", widget=DayInput())
    sex = forms.ChoiceField(label="Sex", choices=choices(SEXES), required=False)
    email = forms.EmailField(label="E-mail", required=False)
    phone = TextField(label="Telephone", max_length=40, required=False)
    zone = ZoneField(label="Time zone")

    performed_on = forms.DateField(label="Date of the procedure", widget=DayInput())
    region = forms.ChoiceField(label="Region", choices=choices(REGIONS))
    routes = forms.MultipleChoiceField(
        label="Route",
        choices=choices(ROUTES),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    levels = TextField(
        label="Levels", required=False, help_text="Separated by commas: L4/5, L5/S1"
    )
    guidance = forms.ChoiceField(
        label="Guidance", choices=choices(GUIDANCE, "Not recorded"), required=False
    )
    cell_source = forms.ChoiceField(
        label="Cells", choices=choices(CELL_SOURCES, "Not recorded"), required=False
    )
    product = TextField(label="Product", max_length=120, required=False)
    lot = TextField(label="Lot", max_length=120, required=False)

    baseline_pain = PainField(label="Average pain before, 0 to 10", required=False)
    profile_facts = forms.MultipleChoiceField(
        label="Health facts",
        choices=choices(PROFILE_FACTS),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    known_symptoms = forms.MultipleChoiceField(
        label="Symptoms the patient had before the procedure",
        choices=choices(_KNOWN),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Only what is named here may later count as known.",
    )
    allergies = TextField(label="Allergies", max_length=500, required=False)

    # Asked only where somebody alike is in care already.
    is_another = forms.BooleanField(
        label="This is another person. Enrol them.", required=False
    )

    PERSON = ("name", "date_of_birth", "sex", "email", "phone", "zone")
    PROCEDURE = ("performed_on", "region", "guidance", "cell_source", "product", "lot")

    def is_for(self, clinic_id: uuid.UUID) -> bool:
        return self.cleaned_data["clinic"] in (None, clinic_id)

    def stay_at(self, clinic_id: uuid.UUID) -> None:
        self._change(clinic=clinic_id)

    def sent_key(self) -> str:
        return str(self.cleaned_data["key"] or "")

    def take_new_key(self) -> None:
        """For another patient, whom this form describes now."""
        self._change(key=uuid.uuid4())

    def _change(self, **hidden: uuid.UUID) -> None:
        sent = cast("QueryDict", self.data).copy()
        for name, value in hidden.items():
            sent[name] = str(value)
        self.data = sent

    def person_fields(self) -> list[Any]:
        return [self[name] for name in self.PERSON]

    def procedure_fields(self) -> list[Any]:
        return [self[name] for name in self.PROCEDURE]

    def procedure_details(self) -> ProcedureDetails:
        data = self.cleaned_data
        levels = (trimmed(level) for level in data["levels"].split(","))
        return ProcedureDetails(
            performed_on=data["performed_on"],
            region=data["region"],
            routes=tuple(data["routes"]),
            levels=tuple(level for level in levels if level),
            guidance=data["guidance"],
            cell_source=data["cell_source"],
            product=data["product"],
            lot=data["lot"],
        )

    def details(self) -> EnrolmentDetails:
        data = self.cleaned_data
        return EnrolmentDetails(
            procedure=self.procedure_details(),
            name=data["name"],
            date_of_birth=data["date_of_birth"],
            baseline_pain=data["baseline_pain"],
            profile_facts=tuple(data["profile_facts"]),
            known_symptoms=tuple(data["known_symptoms"]),
            allergies=data["allergies"],
            email=data["email"],
            phone=data["phone"],
            sex=data["sex"],
            zone=data["zone"],
        )
