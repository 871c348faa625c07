"""The committed description of the API is the one the code gives today."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import call_command
from django.test import Client

from tests.architecture.routes import all_routes

COMMITTED = Path(__file__).parents[2] / "docs" / "api" / "openapi.yaml"
REWRITE = "python -m backend.local manage spectacular --file docs/api/openapi.yaml"


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("openapi") / "openapi.yaml"
    call_command("spectacular", file=str(file), fail_on_warn=True, validate=True)
    return file.read_text()


def test_the_committed_document_is_current(described: str) -> None:
    assert COMMITTED.read_text() == described, f"write it again: {REWRITE}"


def test_it_is_openapi_3_1(described: str) -> None:
    assert yaml.safe_load(described)["openapi"].startswith("3.1")


def test_it_describes_every_route_and_method(described: str) -> None:
    paths: dict[str, Any] = yaml.safe_load(described)["paths"]
    written = {
        f"{method.upper()} {path}" for path, item in paths.items() for method in item
    }
    routed = {
        re.sub(r"<\w+:(\w+)>", r"{\1}", line)
        for line in all_routes()
        if " /api/v1/" in line
    }

    assert written == routed


def test_every_operation_says_what_a_refusal_looks_like(described: str) -> None:
    document = yaml.safe_load(described)
    assert document["components"]["schemas"]["Problem"]["required"] == [
        "code",
        "detail",
        "status",
        "title",
        "type",
    ]
    silent = [
        f"{method} {path}"
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if "description" not in operation and "summary" not in operation
    ]
    assert silent == []


def test_the_served_document_is_the_committed_one(client: Client, db: None) -> None:
    served = client.get("/api/schema/")

    assert yaml.safe_load(served.content) == yaml.safe_load(COMMITTED.read_text())


def test_it_can_be_browsed(client: Client, db: None) -> None:
    assert client.get("/api/docs/").status_code == 200
