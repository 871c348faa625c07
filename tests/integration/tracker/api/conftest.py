"""Calls to the API, and an alert to call it about."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import User
from backend.common.renderers import to_json
from tests.integration.tracker.api.calls import Call, report
from tracker.models import Alert, Episode


@pytest.fixture
def call(signed_in: Callable[[User], Client]) -> Call:
    """call(user, "GET", "/plan") answers as the API does; user None is nobody."""

    def send(
        user: User | None, method: str, path: str, data: Any = None, **more: Any
    ) -> Any:
        client = signed_in(user) if user else Client()
        return client.generic(
            method,
            f"/api/v1{path}",
            "" if data is None else _json(data),
            content_type="application/json",
            **more,
        )

    return send


def _json(data: Any) -> bytes:
    return data.encode() if isinstance(data, str) else to_json(data)


@pytest.fixture
def pats_alert(pats_episode: Episode) -> Alert:
    """An emergency: numbness where a saddle would touch."""
    report(pats_episode, "saddle_numbness")
    return Alert.objects.get(episode=pats_episode)
