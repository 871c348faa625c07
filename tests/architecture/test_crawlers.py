"""What opens without signing in asks search engines to leave it out."""

from typing import Any

import pytest

from tests.architecture.routes import address, all_routes
from tests.architecture.two_clinics import ask, cookie_of, make_side

MAY_BE_FOUND = {"/api/docs/"}
NOINDEX = '<meta name="robots" content="noindex">'


@pytest.mark.django_db
def test_every_page_without_a_sign_in_says_noindex() -> None:
    side = make_side("a", "US", "America/New_York")
    pages = {
        route: answer
        for route in (line[4:] for line in all_routes() if line.startswith("GET "))
        if is_page(answer := ask(None, "GET", address(route, side.values()), None))
    }

    assert {"invitation/<str:token>", "shell/today"} <= {r.lstrip("/") for r in pages}
    assert {r for r, page in pages.items() if not is_kept_out(page)} == MAY_BE_FOUND


@pytest.mark.django_db
def test_page_behind_the_sign_in_needs_no_such_word() -> None:
    side = make_side("a", "US", "America/New_York")
    cookie = cookie_of(side.patient.user)

    for path in ("/today", "/check-in"):
        assert NOINDEX not in ask(cookie, "GET", path, None).content.decode()


def is_page(answer: Any) -> bool:
    kind = answer.get("Content-Type", "")
    return answer.status_code == 200 and kind.startswith("text/html")


def is_kept_out(answer: Any) -> bool:
    said = answer.get("X-Robots-Tag", "")
    return "noindex" in said or NOINDEX in answer.content.decode()
