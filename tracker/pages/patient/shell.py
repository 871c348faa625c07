"""The app's pages for a phone without a connection: the same for everybody.

The service worker keeps them. They hold no name, no record and no token; the phone
fills in the country's number, its own clinic's telephone and the day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from tracker.clinical.context import MEDICINE_HELPED, MEDICINES, TRIGGERS
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.clinical.education import library
from tracker.clinical.symptoms import SYMPTOMS
from tracker.clinical.wording.en.form import CHANGES, MOBILITY
from tracker.clinical.wording.say import say
from tracker.clinical.wording.spoken import plan_in
from tracker.pages.decorators import public_page
from tracker.pages.forms.shell import ShellForm
from tracker.pages.presenters import emergencies
from tracker.queries import speech


@dataclass(frozen=True, slots=True)
class SomeClinic:
    """Stands for whichever clinic the owner of the phone belongs to."""

    emergency_number: str
    crisis_line: str = ""
    phone: str = ""

    def phone_at(self, moment: datetime) -> str:
        return self.phone


# Reaches help in all of Europe and from any mobile phone, until the phone knows better.
ANYWHERE = SomeClinic("112")
TO_BE_FILLED = SomeClinic("{emergency_number}", "{crisis_line}", "{phone}")


@require_safe
@public_page
@cache_control(no_cache=True)
def today(request: HttpRequest) -> HttpResponse:
    return _shell(request, "today")


@require_safe
@public_page
@cache_control(no_cache=True)
def check_in(request: HttpRequest) -> HttpResponse:
    form = ShellForm(whole_catalogue=False)
    return _shell(request, "check_in", template="patient/check_in", form=form)


@require_safe
@public_page
@cache_control(no_cache=True)
def symptom(request: HttpRequest) -> HttpResponse:
    form = ShellForm(whole_catalogue=True)
    return _shell(request, "symptom", template="patient/symptom", form=form)


@require_safe
@public_page
@cache_control(no_cache=True)
def plan(request: HttpRequest) -> HttpResponse:
    """What each phase is like. What the person's clinic asks of them is not kept.

    Of the cards there are those that say the same in every clinic.
    """
    language = speech.current()
    plan = plan_in(DEFAULT_PROTOCOL, language)
    return _shell(request, "plan", phases=plan.phases, cards=library.general(language))


@require_safe
@public_page
@cache_control(no_cache=True)
def call(request: HttpRequest) -> HttpResponse:
    """The numbers, one tap from the home screen."""
    return _shell(request, "call")


@require_safe
@public_page
@cache_control(no_cache=True)
def unsent(request: HttpRequest) -> HttpResponse:
    """What waits on this phone, to be read out, copied or mended."""
    words = {
        "mobility": _words("mobility", map(str, MOBILITY)),
        "symptom": _words("symptom", SYMPTOMS),
        "change": _words("change", CHANGES),
        "medicines_taken": _words("medicine", MEDICINES),
        "medicine_helped": _words("medicine_helped", MEDICINE_HELPED),
        "trigger": _words("trigger", TRIGGERS),
    }
    return _shell(request, "unsent", words=words)


def _words(part: str, codes: Iterable[str]) -> dict[str, str]:
    language = speech.current()
    return {code: say(f"{part}.{code}", language) for code in codes}


def _shell(
    request: HttpRequest, page: str, *, template: str = "", **more: object
) -> HttpResponse:
    context = {
        "is_shell": True,
        "page": page.replace("_", "-"),
        "clinic": ANYWHERE,
        "phone": "",
        "emergencies": emergencies.table(TO_BE_FILLED, speech.of_nobody()),
        **more,
    }
    return render(request, f"tracker/{template or f'shell/{page}'}.html", context)
