"""What the worker keeps, and when it is a new one."""

import json

import pytest
from django.test import Client

from backend.common import page_files

pytestmark = pytest.mark.django_db


def shell(client: Client) -> dict[str, object]:
    first = client.get("/sw.js").content.decode().partition("\n")[0]
    kept: dict[str, object] = json.loads(first.removeprefix("globalThis.SHELL = ")[:-1])
    return kept


def test_everything_the_worker_keeps_can_be_had_by_anybody(client: Client) -> None:
    kept = shell(client)

    files = [page_files.content(address) for address in kept["files"]]
    assert all(files)
    for path in [*kept["pages"].values(), kept["offline"]]:
        assert client.get(path).status_code == 200


def test_worker_is_the_same_until_a_part_changes(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = shell(client)
    assert shell(client) == before
    content = page_files.content

    monkeypatch.setattr(page_files, "content", lambda address: content(address) + b" ")

    after = shell(client)
    assert after["version"] != before["version"]
    assert after | {"version": ""} == before | {"version": ""}


def test_worker_finds_its_modules_from_the_root(client: Client) -> None:
    script = client.get("/sw.js").content.decode()

    assert 'from "/static/js/outbox.js"' in script
    assert '"../js/' not in script


def test_modules_of_modules_are_counted() -> None:
    page = '<script type="module" src="/static/js/check_in.js"></script>'

    loaded = page_files.loaded_by(page)

    assert {"/static/js/outbox.js", "/static/js/store.js"} < set(loaded)


def test_each_language_has_a_shell_of_its_own(client: Client) -> None:
    spanish, german = (
        json.loads(script.partition("\n")[0].removeprefix("globalThis.SHELL = ")[:-1])
        for script in (
            client.get(f"/sw.js?lang={code}").content.decode() for code in ("es", "de")
        )
    )

    assert spanish["version"] != german["version"]
    for path in [*german["pages"].values(), german["offline"]]:
        page = client.get(path, headers={"accept-language": "es"}).content.decode()
        assert '<html lang="de" dir="ltr">' in page


def test_the_manifest_speaks_the_language_of_its_page(client: Client) -> None:
    manifest = client.get("/manifest.webmanifest?lang=de").json()

    assert (manifest["lang"], manifest["dir"], manifest["id"]) == ("de", "ltr", "/")


def test_the_plan_of_nobody_holds_only_what_every_clinic_says(client: Client) -> None:
    page = client.get("/shell/plan?lang=de").content.decode()

    assert "Sorgen sind in Ordnung" in page
    assert "Leichte Arbeiten, leichte Lasten" not in page
    assert "Keine Mittel gegen Entzündung" not in page
    assert "Wärme: erst fragen" not in page
