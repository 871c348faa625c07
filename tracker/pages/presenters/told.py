"""What became of a reminder or message, step by step and in plain words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reminders.queries.proof import Proof, Way
from reminders.scheduling.prompts import wall_of
from reminders.scheduling.zones import Zones
from tracker.pages.presenters import devices


@dataclass(frozen=True, slots=True)
class Told:
    """One line. Its times are those of the clock that the person had then."""

    what: str
    day: date
    due: datetime | None
    steps: tuple[str, ...]
    is_failed: bool


def lines(proofs: Iterable[Proof], clock: Zones) -> list[Told]:
    return [_line(proof, clock) for proof in proofs]


def _line(proof: Proof, clock: Zones) -> Told:
    wall = _wall(proof.at, clock)
    return Told(
        what=what(proof.kind, is_nudge=bool(proof.slot)),
        day=proof.local_date or wall.date(),
        due=wall if proof.local_date else None,
        steps=tuple(_steps(proof, clock, proof.local_date or wall.date())),
        is_failed=proof.state in ("dead", "expired"),
    )


def what(kind: str, *, is_nudge: bool) -> str:
    """What it reminds of, in a few words."""
    words = {
        "check_in": _("Check-in reminder"),
        "questionnaire": _("Questionnaire reminder"),
        "test": _("Test"),
    }
    word = words.get(kind, _("Message"))
    return _("%(what)s, asked again") % {"what": word} if is_nudge else word


def _steps(proof: Proof, clock: Zones, day: date) -> Iterator[str]:
    for way in proof.ways:
        yield from _of_way(way, clock, day)
    end = _end(proof)
    if end:
        yield end
    if proof.answered_at:
        yield _("answered at %(time)s") % {"time": _time(proof.answered_at, clock, day)}


def _of_way(way: Way, clock: Zones, day: date) -> Iterator[str]:
    said = {"way": _way(way), "time": _time(way.at, clock, day)}
    if way.has_arrived:
        yield _("sent at %(time)s by %(way)s") % said
    elif way.status == "unknown_outcome":
        yield _("perhaps sent at %(time)s by %(way)s: no answer came") % said
    elif way.status == "sending":
        yield _("on its way by %(way)s since %(time)s") % said
    else:
        said["why"] = _why(way)
        yield _("failed at %(time)s by %(way)s: %(why)s") % said
    if way.shown_at:
        yield _("shown at %(time)s") % {"time": _time(way.shown_at, clock, day)}
    if way.opened_at:
        yield _("opened at %(time)s") % {"time": _time(way.opened_at, clock, day)}


def _way(way: Way) -> str:
    if way.channel == "web_push":
        return _("notification to %(device)s") % {
            "device": devices.name(way.user_agent)
        }
    words = {"email": _("e-mail"), "sms": _("text message")}
    return words.get(way.channel, _("test output"))


def _why(way: Way) -> str:
    """The reason of a failed try, without any code of a provider."""
    words = {
        "http_404": _("the phone no longer takes notifications"),
        "http_410": _("the phone no longer takes notifications"),
        "http_403": _("the phone no longer takes notifications"),
        "bad_subscription_keys": _("the phone must turn notifications on again"),
        "no_number": _("there is no mobile number"),
        "mail_server_unreachable": _("the mail server did not answer"),
        "smtp_broken_off": _("the mail server broke off"),
        "push_service_unreachable": _("the push service did not answer"),
    }
    if way.error in words:
        return words[way.error]
    if way.channel == "email" and way.error.startswith(("smtp_5", "bounced_")):
        return _("the mailbox does not take it")
    if way.status == "permanent_failure":
        return _("it was refused")
    return _("it could not be handed over")


def _end(proof: Proof) -> str:
    """Why nothing was sent, or what it waits for; nothing where it was sent."""
    if proof.state in ("sent", "accepted", "shown", "opened", "answered"):
        return ""
    words = {
        "not_needed": _("not sent: it was not needed"),
        "paused": _("not sent: reminders were paused"),
        "clinic_closed": _("not sent: the clinic was closed"),
        "ended": _("not sent: the reminders had ended"),
        "late": _("not sent: it was too late"),
        "channels_stopped": _("not sent: its ways were stopped"),
        "recipient_inactive": _("not sent: the account is closed"),
        "no_channel_works": _("not delivered: no way works"),
        "too_many_attempts": _("not delivered: we tried too often"),
        "not_delivered": _("not delivered yet: we try again"),
        "provider_busy": _("waiting: the provider is busy"),
        "clock_set_back": _("waiting for its hour"),
    }
    if proof.state in ("queued", "sending", "claimed"):
        return words.get(proof.reason, _("on its way"))
    return words.get(proof.reason, _("not delivered"))


def _wall(moment: datetime, clock: Zones) -> datetime:
    return wall_of(moment, clock.at(moment))


def _time(moment: datetime, clock: Zones, day: date) -> str:
    """The hour, with the day where it is not the one the line is about."""
    wall = _wall(moment, clock)
    form = "H:i" if wall.date() == day else "D H:i"
    return date_format(wall, form)
