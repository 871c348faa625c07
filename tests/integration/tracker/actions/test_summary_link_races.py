"""Shared links, with several people at the same instant."""

from threading import Event

import pytest
from django.db import transaction

from tests.factories.accounts import make_clinic
from tests.factories.tracker import make_episode, make_patient
from tests.integration.tracker.actions.test_front_desk_races import _together
from tracker.actions import consents, summary_links
from tracker.actions.consents import ConsentWithdrawn
from tracker.actions.summary_links import LinkUnusable, MadeLink
from tracker.models import Episode, SummaryLink

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def episode() -> Episode:
    return make_episode(make_patient(make_clinic()))


def _make(episode: Episode) -> MadeLink:
    return summary_links.make(episode=episode, days=7, name="", by=episode.patient.user)


def _read(made: MadeLink, code: str) -> SummaryLink:
    token = made.address.rpartition("/")[2]
    return summary_links.read(token=token, code=code, browser="")


def test_eight_with_the_right_code_all_get_in(episode: Episode) -> None:
    made, held = _make(episode), Event()

    def hold() -> None:
        with transaction.atomic():
            SummaryLink.objects.select_for_update().get()
            held.set()
            # Long enough for all the others to wait for the row.
            Event().wait(1)

    def read() -> SummaryLink:
        held.wait()
        return _read(made, made.code)

    results = _together(hold, *[read] * 8)[1:]

    assert [type(result) for result in results] == [SummaryLink] * 8
    assert SummaryLink.objects.get().wrong_codes == 0


def test_eight_guesses_at_once_are_five(episode: Episode) -> None:
    made = _make(episode)
    wrong = "000000" if made.code != "000000" else "111111"

    results = _together(*[lambda: _read(made, wrong)] * 8)

    assert sum(isinstance(result, LinkUnusable) for result in results) == 4
    assert SummaryLink.objects.get().wrong_codes == 5


def test_a_limit_holds_for_many_at_once(episode: Episode) -> None:
    for _ in range(8):
        _make(episode)

    results = _together(*[lambda: _make(episode)] * 6)

    assert sum(isinstance(result, MadeLink) for result in results) == 2
    assert SummaryLink.objects.count() == 10


def test_no_link_outlives_a_withdrawal_at_the_same_time(episode: Episode) -> None:
    withdrawn, made = Event(), Event()

    def withdraw() -> None:
        with transaction.atomic():
            consents.withdraw(patient=episode.patient, by=episode.patient.user)
            withdrawn.set()
            # Until the other one is done or waits for us.
            made.wait(1)

    def make() -> MadeLink:
        withdrawn.wait()
        try:
            return _make(episode)
        finally:
            made.set()

    _, result = _together(withdraw, make)

    assert isinstance(result, ConsentWithdrawn)
    assert not SummaryLink.objects.filter(revoked_at=None).exists()
