"""The demo's mailbox: there in the demo, and nowhere else."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.mail import EmailMessage
from django.core.mail.backends.filebased import EmailBackend
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from backend.common.context_processors import product
from backend.demo import views


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    settings.MAIL_DIR = str(tmp_path)
    return tmp_path


def send(folder: Path, *subjects: str) -> None:
    backend = EmailBackend(file_path=str(folder))
    for subject in subjects:
        mail = EmailMessage(subject, "Código 123", "a@x.org", ["pat@example.org"])
        backend.send_messages([mail])


def test_newest_mail_comes_first(folder: Path) -> None:
    send(folder, "First", "Second")

    mails = views.newest(10)

    assert [mail.subject for mail in mails] == ["Second", "First"]
    assert (mails[0].to, mails[0].text) == ("pat@example.org", "Código 123")


@pytest.mark.parametrize("place", ["", "/nowhere/at/all"])
def test_no_folder_is_no_mail(settings: Any, place: str) -> None:
    settings.MAIL_DIR = place

    assert views.newest(10) == []


def test_markup_in_a_mail_is_shown_as_text(folder: Path, rf: RequestFactory) -> None:
    send(folder, "<b>bold</b>")

    page = views.mail(rf.get("/demo/mail")).content.decode()

    assert "<b>bold</b>" not in page


@pytest.mark.parametrize(
    ("is_demo", "place", "is_named"),
    [(True, "/some/folder", True), (True, "", False), (False, "/some/folder", False)],
)
def test_pages_name_the_mailbox_only_where_there_is_one(
    is_demo: bool, place: str, is_named: bool, settings: Any, rf: RequestFactory
) -> None:
    settings.DEMO, settings.MAIL_DIR = is_demo, place
    request = rf.get("/")
    request.user = AnonymousUser()

    page = render_to_string("entrance.html", product(request), request)

    assert ("/demo/mail" in page) == is_named


def test_mailbox_is_no_page_outside_the_demo(db: None, client: Client) -> None:
    assert client.get("/demo/mail").status_code == 404
