"""Typed readers of the environment. A missing or wrong value stops the start."""

import json
import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


def text(name: str, default: str | None = None) -> str:
    """The value of `name`, or of the file that `name`_FILE points at.

    Raises ImproperlyConfigured if neither is set and there is no default.
    """
    path = os.environ.get(f"{name}_FILE")
    if path:
        return Path(path).read_text(encoding="utf-8").strip()
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set {name} (or {name}_FILE). See env.sample.")
    return value


def boolean(name: str, default: bool = False) -> bool:
    value = os.environ.get(name, "1" if default else "0").strip().lower()
    if value in TRUE:
        return True
    if value in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} is 1 or 0, not {value!r}.")


def integer(name: str, default: int) -> int:
    value = os.environ.get(name, str(default))
    try:
        return int(value)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is a number, not {value!r}.") from error


def mapping(name: str) -> dict[str, str]:
    """A JSON object of texts, as `{"north": "..."}`; empty where it is not set."""
    wrong = f'{name} is a JSON object of texts, like {{"north": "..."}}.'
    try:
        value = json.loads(text(name, "") or "{}")
    except ValueError as error:
        raise ImproperlyConfigured(wrong) from error
    if not isinstance(value, dict) or not all(
        isinstance(one, str) for one in value.values()
    ):
        raise ImproperlyConfigured(wrong)
    return value


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list; blanks are dropped."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]
