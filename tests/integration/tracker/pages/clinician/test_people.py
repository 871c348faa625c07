"""The people of a clinic: read by those who run it, and only theirs."""

from collections.abc import Callable
from typing import Any

from django.test import Client

from backend.accounts.models import Membership
from backend.common import clock

SignedIn = Callable[..., Client]


def test_people_lists_each_member_with_role_and_order(
    max_admin: Any, ada: Any, lena: Any, bo: Any, signed_in: SignedIn
) -> None:
    Membership.objects.filter(user=ada).update(contact_order=7)

    page = signed_in(max_admin).get("/clinic/people").content.decode()

    assert "Ada Reyes" in page
    assert ada.email in page
    assert '<td class="number" data-label="Called">7</td>' in page
    assert "Lena Ito" in page
    assert "Administrator" in page
    assert "Bo Weber" not in page


def test_people_leaves_out_who_has_left(
    max_admin: Any, ada: Any, signed_in: SignedIn
) -> None:
    Membership.objects.filter(user=ada).update(revoked_at=clock.now())

    page = signed_in(max_admin).get("/clinic/people").content.decode()

    assert "Ada Reyes" not in page


def test_menu_names_the_people_only_to_those_who_may(
    lena: Any, ada: Any, signed_in: SignedIn
) -> None:
    pages = [signed_in(u).get("/clinic/").content.decode() for u in (lena, ada)]

    assert ["/clinic/people" in page for page in pages] == [True, False]
