"""The installable app's files at the site's root."""

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

pytestmark = pytest.mark.django_db


def test_manifest_names_icons_that_exist(client: Client) -> None:
    manifest = client.get("/manifest.webmanifest")

    body = manifest.json()
    assert manifest["Content-Type"] == "application/manifest+json"
    assert (body["id"], body["display"]) == ("/", "standalone")
    assert [(icon["sizes"], icon["purpose"]) for icon in body["icons"]] == [
        (size, purpose)
        for purpose in ("any", "maskable")
        for size in ("192x192", "512x512")
    ]
    pictures = [*body["icons"], *body["screenshots"]]
    names = [picture["src"].removeprefix("/static/") for picture in pictures]
    assert [name for name in names if not finders.find(name)] == []
    assert {p["form_factor"] for p in body["screenshots"]} == {"narrow", "wide"}


def test_shortcuts_of_the_home_screen_lead_somewhere(client: Client) -> None:
    shortcuts = client.get("/manifest.webmanifest").json()["shortcuts"]

    assert [shortcut["name"] for shortcut in shortcuts] == [
        "Check in",
        "My progress",
        "Call the clinic",
    ]
    assert [client.get(s["url"]).status_code for s in shortcuts] == [302, 302, 200]


def test_worker_comes_from_the_root_and_is_never_kept(client: Client) -> None:
    worker = client.get("/sw.js")

    assert worker["Content-Type"].startswith("text/javascript")
    assert worker["Cache-Control"] == "no-cache"
    assert b"notificationclick" in worker.content


def test_offline_page_is_the_same_for_everybody(client: Client) -> None:
    page = client.get("/offline")

    assert "sessionid" not in page.cookies
    assert b'href="tel:112"' in page.content
