"""Settings that are missing or unreadable stop the start with one sentence."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from backend import env


def test_a_missing_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CAIRN_X", raising=False)

    with pytest.raises(ImproperlyConfigured, match="Set CAIRN_X"):
        env.text("CAIRN_X")


def test_a_secret_may_come_from_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("from the file\n")
    monkeypatch.setenv("CAIRN_X_FILE", str(tmp_path / "secret"))

    assert env.text("CAIRN_X") == "from the file"


@pytest.mark.parametrize(
    ("given", "means"), [("1", True), ("yes", True), ("off", False), ("", False)]
)
def test_booleans_read_as_people_write_them(
    monkeypatch: pytest.MonkeyPatch, given: str, means: bool
) -> None:
    monkeypatch.setenv("CAIRN_X", given)

    assert env.boolean("CAIRN_X") is means


def test_an_unreadable_value_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAIRN_X", "maybe")

    with pytest.raises(ImproperlyConfigured):
        env.boolean("CAIRN_X")
    with pytest.raises(ImproperlyConfigured):
        env.integer("CAIRN_X", 3)


def test_words_drop_blanks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAIRN_X", "a, ,b,")

    assert env.words("CAIRN_X") == ["a", "b"]


def test_a_mapping_is_json(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.mapping("CAIRN_X") == {}
    monkeypatch.setenv("CAIRN_X", '{"north": "json://host"}')
    assert env.mapping("CAIRN_X") == {"north": "json://host"}


@pytest.mark.parametrize("value", ["north=json://host", "[]", '{"north": 3}'])
def test_what_is_no_mapping_is_refused(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("CAIRN_X", value)

    with pytest.raises(ImproperlyConfigured, match="CAIRN_X is a JSON object"):
        env.mapping("CAIRN_X")


def test_the_sample_names_every_setting() -> None:
    root = Path(env.__file__).parents[1]
    source = (root / "backend" / "settings.py").read_text()
    read = set(
        re.findall(r'env\.(?:text|boolean|integer|words|mapping)\(\s*"(\w+)"', source)
    )
    told = set(re.findall(r"^(\w+)=", (root / "env.sample").read_text(), re.M))

    # Made by the tests for themselves.
    assert read - told == {"CAIRN_PSEUDO_LOCALE_DIR"}
    assert told - read == set()
