"""The embedded PostgreSQL, for real."""

from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from backend.local.postgres import LONGEST_SOCKET, LocalPostgres


@pytest.fixture
def postgres(tmp_path: Path) -> Iterator[LocalPostgres]:
    server = LocalPostgres(tmp_path / "postgres", durable=False)
    yield server
    server.remove()


def test_start_answers_and_stop_ends_it(postgres: LocalPostgres) -> None:
    postgres.start()
    url = postgres.create_database()

    with psycopg.connect(url) as connection:
        assert connection.execute("SHOW timezone").fetchone() == ("UTC",)
    postgres.stop()

    assert not postgres.alive()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)


def test_database_is_made_once(postgres: LocalPostgres) -> None:
    postgres.start()

    assert postgres.create_database("a") == postgres.create_database("a")


@pytest.mark.fault
def test_committed_row_survives_a_crash(tmp_path: Path) -> None:
    postgres = LocalPostgres(tmp_path / "postgres")
    postgres.start()
    url = postgres.create_database()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS number")

    postgres.stop(mode="immediate")
    postgres.start()

    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (1,)
    postgres.remove()


@pytest.mark.fault
def test_server_left_behind_is_ended_first(postgres: LocalPostgres) -> None:
    postgres.start()
    left_behind = psutil.Process(postgres.pid)
    again = LocalPostgres(postgres.folder, durable=False)

    again.start()

    assert again.alive()
    assert not left_behind.is_running() or left_behind.status() == "zombie"
    again.stop()


def test_long_path_gets_a_short_socket(tmp_path: Path) -> None:
    postgres = LocalPostgres(tmp_path / ("long" * 30) / "postgres", durable=False)

    postgres.start()
    url = postgres.create_database()

    assert len(str(postgres.socket_folder)) < LONGEST_SOCKET
    psycopg.connect(url).close()
    postgres.remove()
    assert not postgres.socket_folder.exists()


def test_interrupted_first_start_is_made_good(postgres: LocalPostgres) -> None:
    postgres.start()
    postgres.stop()
    postgres.data.rename(postgres.home / "data.new")

    postgres.start()

    psycopg.connect(postgres.create_database()).close()


def test_settings_reach_the_server(tmp_path: Path) -> None:
    postgres = LocalPostgres(
        tmp_path / "postgres", durable=False, settings={"work_mem": "7MB"}
    )

    postgres.start()

    with psycopg.connect(postgres.url("postgres")) as connection:
        assert connection.execute("SHOW work_mem").fetchone() == ("7MB",)
        assert connection.execute("SHOW fsync").fetchone() == ("off",)
    postgres.remove()
    assert not postgres.data.exists()
