"""A score in words a person can use: a number on its scale, never a verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from backend.common import languages
from tracker.clinical.proms.instrument import Instrument

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Scale:
    """What the numbers run between, and what the two ends mean."""

    highest: int
    low_means: "StrOrPromise"
    high_means: "StrOrPromise"
    lowest: int = 0


SCALES: Mapping[str, Scale] = MappingProxyType(
    {
        "impact_mean": Scale(
            10, _("pain does not get in the way"), _("it does all the time")
        ),
        "PEG": Scale(10, _("pain does not get in the way"), _("it does all the time")),
        "psfs_mean": Scale(10, _("I cannot do it"), _("as well as before")),
        "sane": Scale(100, _("of no use"), _("as it should be")),
        "RMDQ-24": Scale(24, _("nothing is hard"), _("all of it is hard")),
        "ODI": Scale(100, _("nothing is hard"), _("all of it is hard")),
        "global_change": Scale(7, _("a great deal better"), _("a great deal worse"), 1),
        "mood": Scale(12, _("on no day"), _("on most days")),
        "PHQ-4": Scale(12, _("on no day"), _("on most days")),
        "PHQ-2": Scale(6, _("on no day"), _("on most days")),
    }
)

# A number for mood helps nobody who is alone with it; the clinic sees it.
NOT_FOR_PATIENTS = frozenset({"mood", "PHQ-4", "PHQ-2"})


def for_patient(instrument: Instrument, score: Mapping[str, Any]) -> str:
    """One neutral sentence; empty where a number would not help."""
    scale = SCALES.get(instrument.scoring)
    total = score["total"]
    if scale is None or total is None or instrument.scoring in NOT_FOR_PATIENTS:
        return ""
    if instrument.scoring == "global_change":
        return ""  # the answer itself says it
    return gettext(
        "Your number is {number}. {lowest} means {low_means}, "
        "{highest} means {high_means}."
    ).format(
        number=languages.number(total),
        lowest=scale.lowest,
        low_means=scale.low_means,
        highest=scale.highest,
        high_means=scale.high_means,
    )


def for_staff(instrument: Instrument, score: Mapping[str, Any]) -> str:
    """The total with its range, band and parts; what is missing instead of a total."""
    scale = SCALES.get(instrument.scoring)
    if score["total"] is None:
        missing = len(score["missing"])
        return f"not counted, {missing} answers missing" if missing else "not counted"
    words = [f"{score['total']:g}" + (f" of {scale.highest}" if scale else "")]
    words += [score["band"]] if score["band"] else []
    words += [
        f"{name.replace('_', ' ')} {value:g}"
        for name, value in score["subscales"].items()
    ]
    return ", ".join(words)
