"""Choose the clinic to work in."""

from collections.abc import Sequence
from typing import Any

from django import forms

from backend.accounts.models import Membership


class ChooseClinicForm(forms.Form):
    clinic = forms.ChoiceField(label="Clinic", widget=forms.RadioSelect)

    def __init__(self, *args: Any, memberships: Sequence[Membership], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["clinic"].choices = [  # type: ignore[attr-defined]
            (str(m.clinic_id), f"{m.clinic.name}, {m.role}") for m in memberships
        ]
