"""The delivery log, newest first."""

from django.db.models import QuerySet

from backend.accounts.models import User
from reminders.models import Delivery, Message


def of_message(message: Message) -> QuerySet[Delivery]:
    """Every try of one message."""
    return Delivery.objects.filter(message=message).order_by("-attempted_at", "-id")


def of_recipient(recipient: User) -> QuerySet[Delivery]:
    """Every try to reach one person, each with its message."""
    return (
        Delivery.objects.filter(message__recipient=recipient)
        .select_related("message")
        .order_by("-attempted_at", "-id")
    )
