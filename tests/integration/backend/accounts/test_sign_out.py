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
@pytest.mark.parametrize("who", ["patient", "staff"])
def test_storage_goes_when_the_page_says_that_nobodys_entry_is_in_it(
    who: str,
    said: dict[str, str],
    cleared: str,
    pat: Patient,
    ada: Any,
    signed_in: SignedIn,
) -> None:
    client = signed_in(ada if who == "staff" else pat.user)

    response = client.post(URL, said)

    assert response["Clear-Site-Data"] == cleared
    assert client.get("/today").status_code == 302


def test_pages_of_staff_look_through_the_phone_first(
    ada: Any, signed_in: SignedIn
) -> None:
    page = signed_in(ada).get("/worklist")

    assert "/static/js/sign_out" in page.content.decode()
