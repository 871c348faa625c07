"""Who has no working channel, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from backend.accounts.models import Clinic, User
from reminders.models import Delivery, PushSubscription, ReminderSchedule

NO_DEVICE = "no_device"
PUSH_FAILS = "push_fails"
EMAIL_FAILS = "email_fails"


@dataclass(frozen=True)
class Unreachable:
    """One person whom nothing reached, with the codes of what is wrong."""

    user: User
    reasons: tuple[str, ...]


def without_channel(clinic: Clinic) -> list[Unreachable]:
    """People this clinic reminds whose every channel failed last time, by name."""
    judged = ((person, _reasons(person)) for person in _reminded(clinic))
    return [Unreachable(person, reasons) for person, reasons in judged if reasons]


def unreachable_ids(clinic: Clinic, among: Iterable[UUID]) -> set[UUID]:
    """Which of these people are on that list; only they are looked at."""
    people = _reminded(clinic).filter(pk__in=list(among))
    return {person.pk for person in people if _reasons(person)}


def _reminded(clinic: Clinic) -> QuerySet[User]:
    live = ReminderSchedule.objects.filter(recipient=OuterRef("pk"), clinic=clinic)
    return (
        User.objects.filter(Exists(live.exclude(state=ReminderSchedule.State.ENDED)))
        .annotate(**_facts())
        .order_by("name", "pk")
    )


def _facts() -> dict[str, Exists | Subquery]:
    return {
        "has_device": Exists(
            PushSubscription.objects.filter(user=OuterRef("pk"), gone_at=None)
        ),
        "last_push": Subquery(_last("web_push")),
        "last_email": Subquery(_last("email")),
    }


def _last(channel: str) -> QuerySet[Delivery, str]:
    tried = Delivery.objects.filter(
        message__recipient=OuterRef("pk"), channel=channel
    ).exclude(status=Delivery.Status.SENDING)
    return tried.order_by("-attempted_at").values_list("status", flat=True)[:1]


def _reasons(person: User) -> tuple[str, ...]:
    """Empty when some channel works or has not been disproved yet."""
    failed = {
        Delivery.Status.TEMPORARY_FAILURE,
        Delivery.Status.PERMANENT_FAILURE,
    }
    facts = vars(person)
    if facts["last_email"] not in failed:
        return ()
    if not facts["has_device"]:
        return (NO_DEVICE, EMAIL_FAILS)
    return (PUSH_FAILS, EMAIL_FAILS) if facts["last_push"] in failed else ()
