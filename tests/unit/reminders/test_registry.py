"""A channel is a folder: what is not there is not used, and nothing else breaks."""

import shutil
import sys
from pathlib import Path

import pytest

from reminders.channels import registry

FOLDER = Path(registry.__file__).parent


def test_every_folder_is_a_channel():
    folders = {path.parent.name for path in FOLDER.glob("*/__init__.py")}

    assert set(registry.CHANNELS) == folders == {"console", "email", "sms", "web_push"}


@pytest.mark.parametrize("deleted", ["console", "email", "sms", "web_push"])
def test_any_folder_can_be_deleted(tmp_path, monkeypatch, deleted):
    package = tmp_path / f"channels_without_{deleted}"
    shutil.copytree(FOLDER, package)
    shutil.rmtree(package / deleted)
    monkeypatch.syspath_prepend(tmp_path)

    found = registry.discover(package, package.name)

    assert set(found) == set(registry.CHANNELS) - {deleted}
    for name in [name for name in sys.modules if name.startswith(package.name)]:
        del sys.modules[name]


def test_nothing_outside_names_a_channels_folder():
    names = "|".join(registry.CHANNELS)
    sources = [
        path
        for path in FOLDER.parent.rglob("*.py")
        if FOLDER not in path.parents or path.parent == FOLDER
    ]

    naming = [
        path.name
        for path in sources
        for name in names.split("|")
        if f"channels.{name} import" in path.read_text()
        or f"channels import {name}" in path.read_text()
    ]

    assert naming == []
