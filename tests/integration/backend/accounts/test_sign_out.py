"""Signing out: what the browser is told to forget."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import User
from tracker.models import Patient

SignedIn = Callable[[User], Client]
URL = "/accounts/logout/"


@pytest.mark.parametrize(
    ("said", "cleared"),
    [({"wipe": "yes"}, '"cache", "storage"'), ({}, '"cache"')],
)
def test_patients_storage_goes_when_nothing_unsent_is_in_it(
    said: dict[str, str], cleared: str, pat: Patient, signed_in: SignedIn
) -> None:
    client = signed_in(pat.user)

    response = client.post(URL, said)

    assert response["Clear-Site-Data"] == cleared
    assert client.get("/today").status_code == 302


def test_storage_of_staff_always_goes(ada: Any, signed_in: SignedIn) -> None:
    response = signed_in(ada).post(URL)

    assert response["Clear-Site-Data"] == '"cache", "storage"'
