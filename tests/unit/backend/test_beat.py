"""Which jobs the beat sends when its clock moves."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from celery import Celery

from backend.beat import Scheduler

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Beat(Scheduler):
    """Sends nothing, remembers what was due."""

    def __init__(self, app: Celery) -> None:
        self.sent: list[str] = []
        super().__init__(app)

    @property
    def producer(self) -> None:
        return None

    def apply_entry(self, entry: Any, producer: object = None) -> None:
        self.sent.append(entry.name)

    def sent_now(self) -> set[str]:
        self.sent.clear()
        while self.tick() == 0:
            pass
        return set(self.sent)


@pytest.fixture
def moment() -> list[datetime]:
    return [NOON]


@pytest.fixture
def beat(moment: list[datetime], monkeypatch: pytest.MonkeyPatch) -> Beat:
    app = Celery("test", broker="memory://", set_as_current=False)
    app.conf.beat_schedule = {
        "often": {"task": "often", "schedule": 5.0},
        "seldom": {"task": "seldom", "schedule": 60.0},
    }
    monkeypatch.setattr(app, "now", lambda: moment[0])
    beat = Beat(app)
    beat.sent_now()
    return beat


def test_all_jobs_come_at_the_start(beat: Beat) -> None:
    assert set(beat.sent) == {"often", "seldom"}


def test_each_job_comes_after_its_interval(beat: Beat, moment: list[datetime]) -> None:
    moment[0] += timedelta(seconds=6)
    assert beat.sent_now() == {"often"}
    moment[0] += timedelta(seconds=60)
    assert beat.sent_now() == {"often", "seldom"}


@pytest.mark.parametrize("jump", [-3 * HOUR, -timedelta(days=400), 3 * HOUR])
def test_no_job_waits_for_a_clock_that_jumped(
    beat: Beat, moment: list[datetime], jump: timedelta
) -> None:
    moment[0] += jump
    beat.sent_now()
    moment[0] += timedelta(seconds=61)

    assert beat.sent_now() == {"often", "seldom"}


def test_a_job_is_not_sent_again_because_the_clock_went_back_a_little(
    beat: Beat, moment: list[datetime]
) -> None:
    moment[0] -= timedelta(seconds=2)

    assert beat.sent_now() == set()


def test_a_job_runs_here_while_the_broker_is_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From the start on, and without waiting for it."""
    # A test before this one may have left a connection, and this one may ask of none.
    monkeypatch.setattr("backend.beat.close_old_connections", lambda: None)
    app = Celery("test", broker="redis://127.0.0.1:1/0", set_as_current=False)
    app.conf.update(
        beat_schedule={"often": {"task": "often", "schedule": 5.0}},
        task_publish_retry=False,
    )
    done = []

    @app.task(name="often")  # type: ignore[untyped-decorator]
    def often() -> None:
        done.append("often")

    beat = Scheduler(app)
    began = time.monotonic()

    beat.apply_entry(beat.schedule["often"], producer=beat.producer)

    assert done == ["often"]
    assert time.monotonic() - began < 30  # by Celery itself, minutes


def test_the_product_uses_it() -> None:
    from backend.celery import app

    assert app.conf.beat_scheduler == "backend.beat:Scheduler"
