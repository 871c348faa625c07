"""Short ways to make the API speak, and to read what it refuses."""

import uuid
from collections.abc import Callable
from typing import Any

from backend.common import clock
from tracker.actions import check_ins
from tracker.models import Episode

Call = Callable[..., Any]


def report(episode: Episode, *symptoms: str, **answers: Any) -> uuid.UUID:
    """A check-in of today, with its triage."""
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


def fields(response: Any) -> list[str]:
    """The wrong fields of a problem, each with a sentence."""
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    errors = response.json()["errors"]
    assert all(e["message"].endswith(".") and e["code"] for e in errors), errors
    return [e["field"] for e in errors]
