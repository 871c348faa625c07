"""The demo: plausible, safe to run twice, never in production."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from backend.accounts.models import Clinic, User
from backend.audit.models import AuditEvent
from tracker.demo.people import HUDSON, PASSWORD, SPREE
from tracker.models import (
    Alert,
    CheckIn,
    Patient,
    QuestionnaireResponse,
    TriageEvaluation,
)
from tracker.queries import caseload


def _seed(*options: str) -> str:
    out = StringIO()
    call_command("seed_demo", *options, stdout=out)
    return out.getvalue()


@pytest.fixture
def _planted(db: None) -> None:
    _seed()


def _everything() -> dict[str, Any]:
    models = (Patient, CheckIn, Alert, AuditEvent, User)
    return {m.__name__: set(m.objects.values_list("pk", flat=True)) for m in models}


@pytest.mark.usefixtures("_planted")
def test_seed_makes_a_believable_clinic_and_a_second_run_changes_nothing() -> None:
    before = _everything()

    said = _seed()

    assert said.count("is there already") == 2
    assert _everything() == before
    assert Patient.objects.count() == 60
    assert not CheckIn.objects.filter(evaluation=None).exists()
    hudson = Clinic.objects.get(pk=HUDSON.id)
    first = caseload.rows(hudson)[0]
    assert (first.patient_name, first.level, first.unowned) == ("Ana Ruiz", 4, True)
    counts = caseload.counts(hudson)
    assert counts["all"] == 36
    assert counts["unreachable"] == 1
    assert "Theo Grant" in {
        e.patient_name for e in caseload.rows(hudson, queue="silent")
    }
    ines = Alert.objects.filter(
        episode__patient__name="Ines Moreau", rule_id="R11"
    ).get()
    assert ines.status == "acknowledged"
    assert not Alert.objects.filter(episode__patient__name="June Lind").exists()
    answered = QuestionnaireResponse.objects.filter(completed_at__isnull=False)
    # That of today is among them from the hour on at which Pat answers.
    assert answered.filter(episode__patient__name="Pat Alvarez").count() in (3, 4)
    raised = TriageEvaluation.objects.filter(level__gte=2).count()
    assert raised / TriageEvaluation.objects.count() < 0.08
    ada = User.objects.get(email="ada@hudson.example")
    assert ada.check_password(PASSWORD)


def test_sign_ins_are_printed_without_planting(db: None) -> None:
    said = _seed("--print-sign-ins")

    assert "ada@hudson.example" in said
    assert "ana.ruiz@hudson.example" in said
    assert PASSWORD in said
    assert not Clinic.objects.filter(pk__in=[HUDSON.id, SPREE.id]).exists()


def test_seed_refuses_in_production(db: None, settings: Any) -> None:
    settings.ENVIRONMENT, settings.DEMO = "production", False

    with pytest.raises(CommandError):
        _seed()

    assert not Clinic.objects.exists()
