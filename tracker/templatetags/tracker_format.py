"""Levels, icons, waiting times and small charts in templates."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from backend.common import clock, languages
from tracker.clinical.alert_lifecycle import RESOLUTION_REASONS
from tracker.clinical.triage.advice import clinician_note
from tracker.clinical.triage.findings import Finding
from tracker.templatetags import durations, icons, levels, moments, sparkline

register = template.Library()
UNREACHED = {
    "no_device": "no phone takes notifications",
    "push_off": "notifications are not chosen",
    "push_fails": "notifications fail",
    "email_stopped": "the patient stopped e-mails",
    "email_fails": "e-mails fail",
}


@register.simple_tag
def level(value: int | str) -> SafeString:
    """Icon, word and shape of a level."""
    mark = levels.mark(value)
    return format_html(
        '<span class="level level-{}">{} {}</span>',
        mark.code,
        mark_safe(mark.svg),
        gettext(mark.word),
    )


@register.simple_tag
def icon(name: str, size: int = 24) -> SafeString:
    return mark_safe(icons.icon(name, size))


@register.simple_tag
def spark(trend: Sequence[tuple[int, float]]) -> SafeString:
    return mark_safe(sparkline.draw(trend))


@register.filter(expects_localtime=True)
def dated(day: date | None, form: str = "j F") -> str:
    """A day or moment as a date, with its year where that is not the current one."""
    if day is None:
        return ""
    is_now = day.year == timezone.localtime(clock.now()).year
    return date_format(day, form if is_now else f"{form} Y")


@register.filter
def when(moment: datetime | None) -> str:
    return moments.when(moment) if moment else ""


register.simple_tag(moments.seen, name="seen_by")
register.filter("received", moments.received)


@register.filter
def waiting(since: datetime | None) -> str:
    return durations.waiting(since, clock.now()) if since else ""


@register.filter
def signed(value: float | None) -> str:
    """A change with its sign: +4, −1.5, 0."""
    if value is None:
        return ""
    number = f"{abs(float(value)):g}"
    if not value:
        return "0"
    return f"+{number}" if value > 0 else f"−{number}"


@register.filter
def tel(number: str) -> str:
    """A telephone number as a link takes it."""
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")


@register.filter
def pain_number(value: float | None) -> str:
    return "" if value is None else languages.number(float(value))


@register.filter
def first_name(name: str) -> str:
    return name.split(" ")[0]


@register.filter
def days_until(day: int) -> int:
    """How many days until day 0, from a day before it."""
    return -day


@register.filter
def lower_first(text: str) -> str:
    """As it goes on in the middle of a sentence; German keeps its capitals."""
    if languages.current() == "de":
        return text
    return text[:1].lower() + text[1:]


@register.filter
def rest(items: Sequence[object]) -> Sequence[object]:
    """All but the first."""
    return items[1:]


@register.filter
def before_colon(title: str) -> str:
    return title.split(":")[0]


@register.filter
def time_from(until: datetime | None, since: datetime | None) -> str:
    """How long it is from one moment to the other."""
    return durations.waiting(since, until) if since and until else ""


@register.filter
def is_past(moment: datetime | None) -> bool:
    return moment is not None and moment < clock.now()


@register.filter
def reason_word(code: str) -> str:
    return RESOLUTION_REASONS.get(code, code)


@register.filter
def phase_word(code: str) -> str:
    return code.replace("_", " ").capitalize()


@register.filter
def headline(alert: Any) -> str:
    return clinician_note(Finding.from_json(alert.finding)).headline


@register.filter
def unreached(reasons: Sequence[str]) -> str:
    """Why no way of a person works, for staff."""
    return ", ".join(UNREACHED[code] for code in reasons)


@register.filter
def place(zone: str) -> str:
    """The city that a zone is named after."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")
