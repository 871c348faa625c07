"""A summary behind a link and a code: who gets in, what is noticed, how it ends."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from backend.audit.models import AuditEvent
from backend.common import clock
from backend.common.errors import Conflict
from tests.factories.tracker import make_check_in
from tracker.actions import consents, summary_links
from tracker.actions.summary_links import MadeLink
from tracker.models import Episode, Patient, SummaryLink, SummaryLinkRead

SignedIn = Callable[..., Client]
FIREFOX = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"


@pytest.fixture
def browser(pat: Patient, signed_in: SignedIn) -> Client:
    return signed_in(pat.user)


@pytest.fixture
def made(pats_episode: Episode, pat: Patient) -> MadeLink:
    return summary_links.make(
        episode=pats_episode, days=7, name="Dr. Roth", by=pat.user
    )


def path_of(made: MadeLink) -> str:
    return made.address[made.address.index("/shared/") :]


def opened(made: MadeLink, code: str = "") -> Any:
    stranger = Client(enforce_csrf_checks=True, headers={"user-agent": FIREFOX})
    return stranger.post(path_of(made), {"code": code or made.code})


def test_only_digests_are_stored(made: MadeLink) -> None:
    row = SummaryLink.objects.get()

    stored = " ".join(str(value) for value in vars(row).values())
    assert made.address.rpartition("/")[2] not in stored
    assert made.code not in stored


def test_looking_asks_for_the_code_and_counts_nothing(made: MadeLink) -> None:
    answer = Client().get(path_of(made))

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Type the code that they told you." in page
    assert "Pat" not in page
    assert "Hudson" not in page
    assert not SummaryLinkRead.objects.exists()


def test_code_opens_it_as_it_is_now(made: MadeLink, pats_episode: Episode) -> None:
    make_check_in(pats_episode, 8, pain=3)

    answer = opened(made, f"{made.code[:3]} {made.code[3:]}")

    page = " ".join(answer.content.decode().split())
    assert "<bdi>Pat Alvarez</bdi> shares this with you until" in page
    assert "(New York)" in page
    assert "You see it as it is now." in page
    assert "Pain in the last 7 days <b>3</b>" in page
    assert "Mood and sexual function are left out." in page


def test_nobody_learns_of_the_address(made: MadeLink) -> None:
    for answer in (
        Client().get(path_of(made)),
        opened(made),
        Client().get("/shared/x"),
    ):
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer["X-Robots-Tag"]
        assert "no-store" in answer["Cache-Control"]
        assert "sessionid" not in answer.cookies


def test_patient_sees_when_and_with_which_browser(
    made: MadeLink, browser: Client
) -> None:
    opened(made)

    page = browser.get("/sharing").content.decode()
    assert "Firefox, Android" in page
    assert "Dr. Roth" in page
    looks = browser.get("/my-data").content.decode()
    assert "Somebody with your link" in looks
    assert "read the summary that you shared" in looks


def test_five_wrong_codes_close_it(made: MadeLink, browser: Client) -> None:
    wrong = "000000" if made.code != "000000" else "111111"

    answers = [opened(made, wrong) for _ in range(5)]

    assert [answer.status_code for answer in answers] == [422, 422, 422, 422, 404]
    assert opened(made).status_code == 404
    assert not SummaryLinkRead.objects.exists()
    assert "Closed after five wrong codes." in browser.get("/sharing").content.decode()
    assert AuditEvent.objects.filter(action="summary_link.closed").count() == 1


def test_right_codes_never_close_it(made: MadeLink) -> None:
    answers = [opened(made).status_code for _ in range(27)]

    assert answers == [200] * 20 + [429] * 7
    SummaryLinkRead.objects.update(created_at=clock.now() - timedelta(hours=2))
    assert opened(made).status_code == 200


def test_a_right_code_leaves_the_count_of_wrong_ones(made: MadeLink) -> None:
    wrong = "000000" if made.code != "000000" else "111111"
    for _ in range(3):
        opened(made, wrong)

    assert opened(made).status_code == 200
    assert SummaryLink.objects.get().wrong_codes == 3


def test_many_readings_are_slowed_down(made: MadeLink) -> None:
    SummaryLinkRead.objects.bulk_create(
        SummaryLinkRead(link=made.link) for _ in range(20)
    )

    assert opened(made).status_code == 429
    assert SummaryLinkRead.objects.count() == 20
    SummaryLinkRead.objects.update(created_at=clock.now() - timedelta(hours=2))
    assert opened(made).status_code == 200


def _expire(made: MadeLink, by: Any) -> None:
    SummaryLink.objects.update(expires_at=clock.now())


def _revoke(made: MadeLink, by: Any) -> None:
    summary_links.revoke(link=made.link, by=by)


def _withdraw(made: MadeLink, by: Any) -> None:
    consents.withdraw(patient=made.link.episode.patient, by=by)


@pytest.mark.parametrize("end", [_expire, _revoke, _withdraw])
def test_what_has_ended_looks_like_what_never_was(
    made: MadeLink, pat: Patient, end: Callable[..., None]
) -> None:
    end(made, pat.user)

    ended, never = Client().get(path_of(made)), Client().get("/shared/never-was")

    assert ended.status_code == never.status_code == 404
    assert ended.content == never.content
    assert "This link does not open anything now." in ended.content.decode()
    assert opened(made).status_code == 404


def test_made_and_ended_on_the_page(browser: Client, pat: Patient) -> None:
    answer = browser.post("/sharing", {"name": "My sister", "days": "1"})

    page = answer.content.decode()
    link = SummaryLink.objects.get()
    assert "/shared/" in page
    assert timedelta(hours=23) < link.expires_at - clock.now() < timedelta(hours=25)
    assert "/shared/" not in browser.get("/sharing").content.decode()
    browser.post(f"/sharing/{link.pk}/end")
    assert "You ended it." in browser.get("/sharing").content.decode()
    actions = AuditEvent.objects.filter(action__startswith="summary_link.")
    assert sorted(actions.values_list("action", flat=True)) == [
        "summary_link.made",
        "summary_link.revoked",
    ]


@pytest.mark.parametrize("days", ["", "2", "365"])
def test_other_times_are_refused(browser: Client, days: str) -> None:
    answer = browser.post("/sharing", {"name": "My sister", "days": days})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "1, 7 or 30 days." in page
    assert 'value="My sister"' in page
    assert not SummaryLink.objects.exists()


def test_a_neighbour_ends_no_link(
    made: MadeLink, pia: Patient, signed_in: SignedIn
) -> None:
    answer = signed_in(pia.user).post(f"/sharing/{made.link.pk}/end")

    assert answer.status_code == 404
    assert SummaryLink.objects.get().revoked_at is None


def test_ten_links_are_enough(pats_episode: Episode, pat: Patient) -> None:
    for _ in range(10):
        summary_links.make(episode=pats_episode, days=1, name="", by=pat.user)

    with pytest.raises(Conflict) as refused:
        summary_links.make(episode=pats_episode, days=1, name="", by=pat.user)

    assert refused.value.code == "too_many_links"


def test_nobody_who_withdrew_shares(browser: Client, pat: Patient) -> None:
    consents.withdraw(patient=pat, by=pat.user)

    assert browser.post("/sharing", {"name": "", "days": "7"}).status_code == 422
    assert not SummaryLink.objects.exists()
