"""A clinic of 5,000 signed-in patients on day 20, with 20 days of entries each."""

import uuid
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection

from backend.accounts.models import User
from backend.accounts.roles import Role
from backend.common import clock
from tests.factories.accounts import make_clinic, make_staff
from tracker.actions import protocols
from tracker.models import (
    CaseloadRow,
    CheckIn,
    Episode,
    HealthProfile,
    Patient,
    Procedure,
    TriageEvaluation,
)

PATIENTS = 5_000
DAYS = 20


def build(sessions: Path) -> None:
    """Fill the database; writes one session key per line."""
    clinic = make_clinic(zone="UTC")
    make_staff(clinic, Role.CLINICIAN)
    plan = protocols.ensure_default(clinic)
    users = User.objects.bulk_create(
        User(email=f"p{i}@example.org", password="!", name=f"Patient {i}")
        for i in range(PATIENTS)
    )
    patients = Patient.objects.bulk_create(
        Patient(
            clinic=clinic,
            user=user,
            name=user.name,
            date_of_birth=datetime(1970, 1, 1, tzinfo=UTC).date(),
            zone="UTC",
        )
        for user in users
    )
    profiles = HealthProfile.objects.bulk_create(
        HealthProfile(patient=p, known_symptoms=["leg_pain_one_side"]) for p in patients
    )
    episodes = Episode.objects.bulk_create(
        Episode(
            clinic=clinic,
            patient=patient,
            protocol=plan,
            profile=profile,
            baseline_pain=6,
        )
        for patient, profile in zip(patients, profiles, strict=True)
    )
    today = clock.local_today("UTC")
    Procedure.objects.bulk_create(
        Procedure(episode=e, performed_on=today - timedelta(days=DAYS))
        for e in episodes
    )
    CaseloadRow.objects.bulk_create(
        CaseloadRow(episode=e, clinic=clinic) for e in episodes
    )
    _entries(episodes, users)
    sessions.write_text("\n".join(_sessions(users)))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _entries(episodes: list[Episode], users: list[User]) -> None:
    today = clock.local_today("UTC")
    for day in range(DAYS):
        date = today - timedelta(days=DAYS - day)
        at = datetime.combine(date, time(18, 30), tzinfo=UTC)
        rows = [
            CheckIn(
                id=uuid.uuid4(),
                clinic_id=episode.clinic_id,
                episode=episode,
                local_date=date,
                day=day,
                recorded_at=at,
                received_at=at,
                pain=5,
                mobility=5,
                entered_by=user,
                answers={
                    "local_date": date.isoformat(),
                    "recorded_at": at.isoformat(),
                    "pain": 5,
                    "mobility": 5,
                    "walk_minutes": 20,
                    "symptoms": [{"code": "leg_pain_one_side", "change": "same"}],
                    "note": "",
                },
            )
            for episode, user in zip(episodes, users, strict=True)
        ]
        CheckIn.objects.bulk_create(rows)
        TriageEvaluation.objects.bulk_create(
            TriageEvaluation(
                check_in=row,
                ruleset="bench",
                level=0,
                facts={},
                findings=[],
            )
            for row in rows
        )


def _sessions(users: list[User]) -> list[str]:
    store = SessionStore()
    rows = []
    for user in users:
        data = {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
            HASH_SESSION_KEY: user.get_session_auth_hash(),
        }
        rows.append(
            Session(
                session_key=uuid.uuid4().hex,
                session_data=store.encode(data),
                expire_date=clock.now() + timedelta(days=1),
            )
        )
    Session.objects.bulk_create(rows)
    return [row.session_key for row in rows]
