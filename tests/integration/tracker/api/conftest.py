"""Short ways to call the API and to make it have something to say."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import User
from backend.common import clock
from tracker.actions import check_ins
from tracker.models import Alert, Episode

Call = Callable[..., Any]


@pytest.fixture
def call(signed_in: Callable[[User], Client]) -> Call:
    """call(user, "GET", "/plan") answers as the API does; user None is nobody."""

    def send(user: User | None, method: str, path: str, data: Any = None) -> Any:
        client = signed_in(user) if user else Client()
        return client.generic(
            method,
            f"/api/v1{path}",
            "" if data is None else _json(data),
            content_type="application/json",
        )

    return send


def _json(data: Any) -> bytes:
    from backend.common.renderers import to_json

    return data.encode() if isinstance(data, str) else to_json(data)


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


@pytest.fixture
def pats_alert(pats_episode: Episode) -> Alert:
    """An emergency: numbness where a saddle would touch."""
    report(pats_episode, "saddle_numbness")
    return Alert.objects.get(episode=pats_episode)


def fields(response: Any) -> list[str]:
    """The wrong fields of a problem, each with a sentence."""
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    errors = response.json()["errors"]
    assert all(e["message"].endswith(".") and e["code"] for e in errors), errors
    return [e["field"] for e in errors]
