"""Patients in care: valid, dull, nothing surprising."""

import uuid
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any

from backend.accounts.models import Clinic
from backend.common import clock
from tests.factories.accounts import make_user
from tracker.actions import protocols
from tracker.clinical.levels import Level
from tracker.clinical.triage.findings import Finding, Reason
from tracker.models import (
    Alert,
    CaseloadRow,
    CheckIn,
    Episode,
    HealthProfile,
    Patient,
    Procedure,
)

_number = count(1)


def make_patient(clinic: Clinic, **fields: Any) -> Patient:
    """A patient who can sign in; `user=None` makes one who cannot yet."""
    number = next(_number)
    name = fields.get("name", f"Patient {number}")
    if "user" not in fields:
        fields["user"] = make_user(name=name, zone=fields.get("zone", clinic.zone))
    defaults: dict[str, Any] = {
        "clinic": clinic,
        "name": name,
        "date_of_birth": date(1970, 1, 1),
        "email": fields["user"].email if fields["user"] else "",
        "zone": clinic.zone,
    }
    return Patient.objects.create(**(defaults | fields))


def make_episode(patient: Patient, day: int = 9, **fields: Any) -> Episode:
    """An active episode whose patient lives `day` today, on the default protocol."""
    procedure = fields.pop("procedure", {})
    profile = fields.pop("profile", None) or HealthProfile.objects.create(
        patient=patient
    )
    defaults: dict[str, Any] = {
        "clinic": patient.clinic,
        "patient": patient,
        "protocol": protocols.ensure_default(patient.clinic),
        "profile": profile,
        "baseline_pain": 6,
    }
    episode = Episode.objects.create(**(defaults | fields))
    performed_on = clock.local_today(patient.zone) - timedelta(days=day)
    Procedure.objects.create(
        **(
            {"episode": episode, "performed_on": performed_on, "region": "lumbar"}
            | procedure
        )
    )
    CaseloadRow.objects.create(
        episode=episode, clinic=patient.clinic, is_active=episode.status == "active"
    )
    return episode


def make_check_in(episode: Episode, day: int, **fields: Any) -> CheckIn:
    """A stored entry of that day, without triage: for reads only."""
    local_date = episode.procedure.performed_on + timedelta(days=day)
    moment = datetime.combine(local_date, time(17), tzinfo=UTC)
    answers = fields.pop("answers", {})
    defaults: dict[str, Any] = {
        "id": uuid.uuid4(),
        "clinic": episode.clinic,
        "episode": episode,
        "local_date": local_date,
        "day": day,
        "recorded_at": moment,
        "received_at": moment,
        "pain": 5,
        "mobility": 5,
        "entered_by": episode.patient.user,
    }
    values = defaults | fields
    values["answers"] = {
        "local_date": local_date.isoformat(),
        "recorded_at": values["recorded_at"].isoformat(),
        "pain": values["pain"],
        "mobility": values["mobility"],
        "symptoms": [],
        **answers,
    }
    return CheckIn.objects.create(**values)


def make_alert(check_in: CheckIn, **fields: Any) -> Alert:
    """An open alert that this entry raised; `acknowledged_by` makes it owned."""
    level = Level(fields.pop("level", Level.URGENT))
    defaults: dict[str, Any] = {
        "clinic": check_in.clinic,
        "episode": check_in.episode,
        "rule_id": "R07",
        "ruleset": "2026.1",
        "level": level,
        "check_in": check_in,
    }
    values = defaults | fields
    if values.get("acknowledged_by"):
        values = {"status": "acknowledged", "acknowledged_at": clock.now()} | values
    reason = Reason(
        "Numbness or tingling in one leg or foot", "new", "not known before"
    )
    finding = Finding(values["rule_id"], level, (reason,), "Seen and examined.")
    return Alert.objects.create(finding=finding.as_json(), **values)
