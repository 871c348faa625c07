"""Many entries of one patient at the same instant: each is stored and judged."""

import uuid
from functools import partial

import pytest

from backend.common import clock
from backend.common.errors import NotFound
from tests.factories.accounts import make_clinic
from tests.factories.tracker import make_episode, make_patient
from tests.integration.tracker.actions.test_front_desk_races import _together
from tracker.actions import check_ins
from tracker.actions.submission import Submission
from tracker.models import Alert, CheckIn, Episode

pytestmark = pytest.mark.django_db(transaction=True)
NUMB = [{"code": "saddle_numbness", "change": "new"}]


@pytest.fixture
def episode() -> Episode:
    return make_episode(make_patient(make_clinic()))


def send(episode: Episode, key: uuid.UUID | None = None) -> Submission:
    return check_ins.submit(
        check_in_id=key or uuid.uuid4(),
        raw={
            "local_date": clock.local_today(episode.patient.zone).isoformat(),
            "recorded_at": clock.now().isoformat(),
            "symptoms": NUMB,
        },
        by=episode.patient.user,
    )


def test_ten_emergencies_at_once_are_all_taken(episode: Episode) -> None:
    results = _together(*[partial(send, episode)] * 10)

    assert [type(result) for result in results] == [Submission] * 10
    assert CheckIn.objects.count() == 10
    assert Alert.objects.get().reports == 10


def test_who_waits_in_line_is_told_of_a_uuid_that_is_taken(episode: Episode) -> None:
    other = make_episode(make_patient(make_clinic(slug="other")))
    key, today = uuid.uuid4(), clock.local_today(episode.patient.zone)
    raw = {
        "local_date": today.isoformat(),
        "recorded_at": clock.now().isoformat(),
        "pain": 3,
    }
    submit = check_ins._submit_in_line
    assert submit(other.pk, key, raw, other.patient.user).is_new

    with pytest.raises(NotFound):
        submit(episode.pk, key, raw, episode.patient.user)
