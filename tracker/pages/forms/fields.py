"""Fields and choices that several forms share."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, ClassVar
from zoneinfo import available_timezones

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# What comes first: the zones of the countries whose languages we speak.
COMMON = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Mexico_City",
    "America/Bogota",
    "America/Argentina/Buenos_Aires",
    "Europe/London",
    "Europe/Madrid",
    "Europe/Berlin",
    "Europe/Vienna",
    "Europe/Zurich",
)
REGIONS = {
    "Africa": _("Africa"),
    "America": _("America"),
    "Asia": _("Asia"),
    "Atlantic": _("Atlantic Ocean"),
    "Australia": _("Australia"),
    "Europe": _("Europe"),
    "Indian": _("Indian Ocean"),
    "Pacific": _("Pacific Ocean"),
}
UNFIT = ("Etc/", "SystemV/", "posix", "right")
Groups = list[tuple[str | Promise, list[tuple[str, str]]]]


def place(zone: str) -> str:
    """The city that a zone is named after: "Buenos Aires"."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


@cache
def zone_choices() -> Groups:
    """Every place a clock can follow: common ones, then by region and city.

    A label begins with the city: typing its first letters finds it in the list.
    """
    found: dict[str, list[tuple[str, str]]] = {code: [] for code in (*REGIONS, "")}
    for name in available_timezones():
        region = name.split("/")[0]
        if "/" in name and not name.startswith(UNFIT):
            found[region if region in REGIONS else ""].append((name, _label(name)))
    groups: Groups = [(_("Often chosen"), [(name, place(name)) for name in COMMON])]
    groups += [(word, _by_label(found[code])) for code, word in REGIONS.items()]
    return [*groups, (_("Other"), [("UTC", "UTC"), *_by_label(found[""])])]


def _label(name: str) -> str:
    """Buenos Aires (Argentina): the city first, then what stands before it."""
    region, *between = name.split("/")[:-1]
    if region not in REGIONS:
        between = [region, *between]
    within = ", ".join(part.replace("_", " ") for part in between)
    return f"{place(name)} ({within})" if within else place(name)


def _by_label(rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(rows, key=lambda row: (row[1].casefold(), row[0]))


class ZoneField(forms.ChoiceField):
    """A time zone, chosen by its city."""

    default_error_messages: ClassVar[Any] = {
        "required": _("Choose the city whose clock you live by."),
        "invalid_choice": _("Choose the city from the list, such as Berlin."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=zone_choices, **options)


class PainField(forms.DecimalField):
    """Pain from 0 to 10, with a decimal point or a decimal comma."""

    widget = forms.TextInput({"inputmode": "decimal", "class": "input-short"})

    def __init__(self, **options: Any) -> None:
        super().__init__(
            min_value=0,
            max_value=10,
            decimal_places=1,
            error_messages=dict.fromkeys(
                ("invalid", "min_value", "max_value", "max_decimal_places"),
                "Pain is a number from 0 to 10, such as 6 or 6.5.",
            ),
            **options,
        )

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace(",", ".") if value else value)


def choices(
    words: Mapping[str, str], empty: str | None = None
) -> list[tuple[str, str]]:
    """A table of codes and words as the choices of a field."""
    rows: Iterable[tuple[str, str]] = words.items()
    return [("", empty), *rows] if empty is not None else list(rows)
