"""Who has no working channel, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from backend.accounts.models import Clinic, User
from reminders import text_provider
from reminders.models import (
    ChannelPreference,
    Delivery,
    PushSubscription,
    ReminderSchedule,
)
from reminders.scheduling.channel_choice import EMAIL, PUSH, SMS

NO_DEVICE = "no_device"
PUSH_OFF = "push_off"
PUSH_FAILS = "push_fails"
EMAIL_STOPPED = "email_stopped"
EMAIL_FAILS = "email_fails"
FAILED = (Delivery.Status.TEMPORARY_FAILURE, Delivery.Status.PERMANENT_FAILURE)


@dataclass(frozen=True)
class Unreachable:
    """One person whom nothing reached, with the codes of what is wrong."""

    user: User
    reasons: tuple[str, ...]


def without_channel(clinic: Clinic) -> list[Unreachable]:
    """People this clinic reminds whose every channel is shut or failed, by name."""
    judged = ((person, _reasons(person, clinic)) for person in _reminded(clinic))
    return [Unreachable(person, reasons) for person, reasons in judged if reasons]


def reasons_among(clinic: Clinic, among: Iterable[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Which of these people are on that list, and why; only they are looked at."""
    people = _reminded(clinic).filter(pk__in=list(among))
    judged = {person.pk: _reasons(person, clinic) for person in people}
    return {pk: reasons for pk, reasons in judged.items() if reasons}


def _reminded(clinic: Clinic) -> QuerySet[User]:
    live = ReminderSchedule.objects.filter(recipient=OuterRef("pk"), clinic=clinic)
    return (
        User.objects.filter(Exists(live.exclude(state=ReminderSchedule.State.ENDED)))
        .annotate(**_facts())
        .order_by("name", "pk")
    )


def _facts() -> dict[str, Exists | Subquery | F]:
    return {
        "has_device": Exists(
            PushSubscription.objects.filter(user=OuterRef("pk"), gone_at=None)
        ),
        "last_push": Subquery(_last(PUSH)),
        "last_email": Subquery(_last(EMAIL)),
        "last_sms": Subquery(_last(SMS)),
        "chosen": F("channel_preference__channels"),
        "stopped": F("channel_preference__stopped_channels"),
        "number": F("channel_preference__phone"),
    }


def _last(channel: str) -> QuerySet[Delivery, str]:
    tried = Delivery.objects.filter(
        message__recipient=OuterRef("pk"), channel=channel
    ).exclude(status=Delivery.Status.SENDING)
    return tried.order_by("-attempted_at").values_list("status", flat=True)[:1]


def _reasons(person: User, clinic: Clinic) -> tuple[str, ...]:
    """Empty when some channel works or has not been disproved yet."""
    facts = vars(person)
    wrong = (_wrong_with_push(facts), _wrong_with_email(facts))
    return wrong if all(wrong) and not _sms_works(facts, clinic) else ()


def _wrong_with_push(facts: dict[str, object]) -> str:
    if not facts["has_device"]:
        return NO_DEVICE
    if PUSH not in _chosen(facts) or PUSH in _stopped(facts):
        return PUSH_OFF
    return PUSH_FAILS if facts["last_push"] in FAILED else ""


def _wrong_with_email(facts: dict[str, object]) -> str:
    # Where it is not chosen it stands in for the others, unless it was stopped.
    if EMAIL in _stopped(facts):
        return EMAIL_STOPPED
    return EMAIL_FAILS if facts["last_email"] in FAILED else ""


def _sms_works(facts: dict[str, object], clinic: Clinic) -> bool:
    is_open = SMS in _chosen(facts) and SMS not in _stopped(facts)
    can_be_sent = bool(text_provider.url_of(clinic.slug) and facts["number"])
    return is_open and can_be_sent and facts["last_sms"] not in FAILED


def _chosen(facts: dict[str, object]) -> list[str]:
    chosen = facts["chosen"]
    return chosen if isinstance(chosen, list) else ChannelPreference().channels


def _stopped(facts: dict[str, object]) -> list[str]:
    stopped = facts["stopped"]
    return stopped if isinstance(stopped, list) else []
