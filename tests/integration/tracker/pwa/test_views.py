"""The installable app's files at the site's root."""

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

pytestmark = pytest.mark.django_db


def test_manifest_names_icons_that_exist(client: Client) -> None:
    manifest = client.get("/manifest.webmanifest")

    body = manifest.json()
    assert manifest["Content-Type"] == "application/manifest+json"
    assert body["display"] == "standalone"
    icons = [icon["src"].removeprefix("/static/") for icon in body["icons"]]
    assert [icon for icon in icons if not finders.find(icon)] == []


def test_worker_comes_from_the_root_and_is_never_kept(client: Client) -> None:
    worker = client.get("/sw.js")

    assert worker["Content-Type"].startswith("text/javascript")
    assert worker["Cache-Control"] == "no-cache"
    assert b"notificationclick" in worker.content


def test_offline_page_is_the_same_for_everybody(client: Client) -> None:
    page = client.get("/offline")

    assert "sessionid" not in page.cookies
    assert b'href="tel:112"' in page.content
