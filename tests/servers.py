"""Real processes around a real story, with servers that only pretend to be far away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import mail_server, push_service
from tests.fakes.mail_server import MailServer
from tests.fakes.push_service import PushService, make_vapid_keys
from tests.product import Product


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with mail_server.running() as server:
        yield server


@pytest.fixture
def push() -> Iterator[PushService]:
    with push_service.running() as service:
        yield service


@pytest.fixture(scope="session")
def vapid() -> tuple[str, str]:
    return make_vapid_keys()


@pytest.fixture
def product(
    transactional_db: None,
    tmp_path: Path,
    mail: MailServer,
    push: PushService,
    vapid: tuple[str, str],
) -> Iterator[Product]:
    """The product with nothing started; whatever the test starts ends with it.

    What its programs said last is shown with a test that fails.
    """
    private, public = vapid
    running = Product(
        tmp_path,
        EMAIL_URL=f"smtp://127.0.0.1:{mail.port}",
        PUSH_HOSTS="127.0.0.1",
        PUSH_ALLOW_PRIVATE="1",
        VAPID_PRIVATE_KEY=private,
        VAPID_PUBLIC_KEY=public,
        VAPID_SUBJECT="mailto:operator@example.org",
        MESSAGE_LEASE_SECONDS="3",
    )
    try:
        yield running
    finally:
        running.stop()
        print(running.last_words())
