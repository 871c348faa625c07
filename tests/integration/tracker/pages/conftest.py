"""Short ways to fill in a form and to have something to look at."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest

from backend.common import clock
from tracker.actions import check_ins
from tracker.models import Alert, Episode, Patient


@pytest.fixture
def report() -> Callable[..., uuid.UUID]:
    """`report(episode, "chest_pain")`: a check-in of today, with its triage."""

    def send(episode: Episode, *symptoms: str, **answers: Any) -> uuid.UUID:
        key = uuid.uuid4()
        check_ins.submit(
            check_in_id=key,
            raw={
                "local_date": clock.local_today(episode.patient.zone).isoformat(),
                "recorded_at": clock.now().isoformat(),
                "pain": 5,
                "mobility": 5,
                "symptoms": [{"code": code, "change": "new"} for code in symptoms],
                **answers,
            },
            by=episode.patient.user,
            episode_id=episode.pk,
        )
        return key

    return send


@pytest.fixture
def pats_alert(pat: Patient, report: Callable[..., uuid.UUID]) -> Alert:
    """New numbness in one leg: urgent, and nobody owns it yet."""
    report(pat.episodes.get(), "numbness_one_leg")
    return Alert.objects.get(episode__patient=pat)
