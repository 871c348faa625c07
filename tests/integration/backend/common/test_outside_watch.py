"""The outside watch hears from us while all is well, and only then."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from backend.celery import app
from backend.common import clock, outside_watch
from backend.common.models import Heartbeat

pytestmark = pytest.mark.django_db


class Watch(BaseHTTPRequestHandler):
    calls: list[str]
    status = 200

    def do_GET(self) -> None:
        type(self).calls.append(self.path)
        self.send_response(type(self).status)
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        """Quiet."""


@pytest.fixture
def watch(settings: Any) -> Iterator[type[Watch]]:
    Watch.calls, Watch.status = [], 200
    server = HTTPServer(("127.0.0.1", 0), Watch)
    settings.OUTSIDE_WATCH_URL = f"http://127.0.0.1:{server.server_port}/ping"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Watch
    server.shutdown()
    server.server_close()


@pytest.fixture
def all_well() -> None:
    for job in Heartbeat.LATE_AFTER:
        Heartbeat.objects.create(job=job, last_good_at=clock.now())


def test_called_while_all_is_well(watch: type[Watch], all_well: None) -> None:
    assert outside_watch.report() is True
    assert watch.calls == ["/ping"]


def test_a_late_job_keeps_us_silent(watch: type[Watch], all_well: None) -> None:
    late = clock.now() - timedelta(hours=1)
    Heartbeat.objects.filter(job="reminders.plan_due").update(last_good_at=late)

    assert outside_watch.report() is False
    assert watch.calls == []


def test_a_watch_that_is_broken_or_away_breaks_nothing(
    watch: type[Watch], all_well: None, settings: Any
) -> None:
    watch.status = 500
    assert outside_watch.report() is False

    settings.OUTSIDE_WATCH_URL = "http://127.0.0.1:9/ping"
    assert outside_watch.report() is False


def test_without_an_address_nobody_is_called(all_well: None, settings: Any) -> None:
    settings.OUTSIDE_WATCH_URL = ""

    assert outside_watch.report() is False


def test_beat_names_only_tasks_that_exist() -> None:
    app.loader.import_default_modules()

    named = {entry["task"] for entry in app.conf.beat_schedule.values()}
    assert named <= set(app.tasks)
