"""PostgreSQL where we are root."""

import os
from pathlib import Path

import psycopg
import pytest

from backend.local.errors import LocalError
from backend.local.postgres import LocalPostgres
from backend.local.service_user import OUTSIDE, can_enter, service_user

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root is refused")


def test_closed_home_is_left_closed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    postgres = LocalPostgres(home / "checkout" / "postgres", durable=False)

    postgres.start()

    psycopg.connect(postgres.create_database()).close()
    assert home.stat().st_mode & 0o777 == 0o700
    assert postgres.data.is_relative_to(OUTSIDE)
    assert postgres.folder.is_symlink()
    postgres.remove()
    assert not postgres.folder.is_symlink()


def test_database_out_of_reach_is_told(tmp_path: Path) -> None:
    (tmp_path / "postgres").mkdir()

    with pytest.raises(LocalError, match="cannot be reached by the user nobody"):
        LocalPostgres(tmp_path / "postgres").start()


def test_closed_folder_is_seen_as_closed(tmp_path: Path) -> None:
    user = service_user()

    assert user is not None
    assert not can_enter(tmp_path, user)
    assert can_enter(Path("/"), user)
