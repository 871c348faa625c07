"""Staff see and test how alerts reach them."""

from collections.abc import Callable

from django.test import Client

from backend.accounts.models import User
from reminders.models import Delivery, Message

SignIn = Callable[[User], Client]


def test_what_was_sent_is_listed(signed_in: SignIn, ada: User) -> None:
    client = signed_in(ada)
    client.post("/clinic/notifications/test")
    message = Message.objects.get(recipient=ada)
    Delivery.objects.create(
        message=message,
        channel="email",
        status="sent",
        attempted_at=message.created_at,
    )

    page = client.get("/clinic/notifications")

    assert page.status_code == 200
    assert "e-mail" in page.content.decode()
    assert "Nothing yet" not in page.content.decode()


def test_another_persons_deliveries_are_not_shown(
    signed_in: SignIn, ada: User, lena: User
) -> None:
    signed_in(lena).post("/clinic/notifications/test")

    page = signed_in(ada).get("/clinic/notifications")

    assert "Nothing yet" in page.content.decode()
