"""A closed course of care takes no new entry: nobody would see what it says."""

import uuid
from typing import Any

import pytest

from backend.accounts.models import User
from backend.common import clock
from backend.common.errors import Conflict
from tracker.actions import check_ins, episodes
from tracker.actions.submission import Submission
from tracker.models import Alert, CheckIn, Episode


def enter(episode: Episode, key: uuid.UUID, by: User, code: str) -> Submission:
    now = clock.now()
    raw: dict[str, Any] = {
        "local_date": clock.local_today(episode.patient.zone).isoformat(),
        "recorded_at": now.isoformat(),
        "symptoms": [{"code": code, "change": "new"}],
    }
    return check_ins.submit(check_in_id=key, raw=raw, by=by, episode_id=episode.pk)


def test_a_new_entry_is_refused(pats_episode: Episode, ada: User) -> None:
    episodes.close(episode=pats_episode, by=ada)

    with pytest.raises(Conflict) as refused:
        enter(pats_episode, uuid.uuid4(), ada, "saddle_numbness")

    assert refused.value.code == "episode_closed"
    assert not CheckIn.objects.exists()
    assert not Alert.objects.exists()


def test_a_repeat_gets_its_first_answer(
    pats_episode: Episode, ada: User, at: Any
) -> None:
    at(clock.now())
    key = uuid.uuid4()
    enter(pats_episode, key, ada, "constipation")
    episodes.close(episode=pats_episode, by=ada)

    assert enter(pats_episode, key, ada, "constipation").is_new is False
