"""One questionnaire, one question at a time; every step is kept at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.common import clock
from backend.common.errors import InvalidInput, NotFound
from tracker.actions import questionnaires as actions
from tracker.clinical.levels import Level
from tracker.clinical.proms.shape import SELF_HARM
from tracker.pages.decorators import no_course, patient_page_after_care
from tracker.pages.patient import questionnaire_result
from tracker.pages.patient.questionnaire_visit import Visit
from tracker.pages.presenters import questionnaire as presenter
from tracker.pages.presenters.questionnaire import REVIEW
from tracker.pages.requests import PatientRequest
from tracker.queries import questionnaires as queries

MISSING = gettext_lazy("Please answer this one, or pause and come back later.")


@patient_page_after_care
def questionnaire(
    request: PatientRequest, instrument: str, occasion: int
) -> HttpResponse:
    """The question to answer now; once completed, what became of it.

    A yes to self-harm is heard whatever became of the questionnaire meanwhile.
    """
    is_yes = _says_yes(request)
    if request.episode.status != "active":
        if is_yes:
            return _late_yes(request, instrument, occasion)
        return no_course(request)
    response = queries.response_of(request.episode, instrument, occasion)
    if response is not None and response.completed_at is not None:
        if is_yes:
            return _late_yes(request, instrument, occasion)
        return questionnaire_result.page(request, response)
    today = clock.local_today(request.episode.patient.zone)
    asked = queries.get_open(request.episode, instrument, occasion, today)
    if asked is None:
        if is_yes:
            return _late_yes(request, instrument, occasion)
        raise NotFound(_("This questionnaire is not open now."))
    visit = Visit(request, asked)
    if request.method != "POST":
        return visit.review() if visit.at == REVIEW else visit.question()
    return _send(visit) if visit.at == REVIEW else _take(visit)


def _says_yes(request: PatientRequest) -> bool:
    sent = request.POST
    return sent.get("question") == SELF_HARM and sent.get("answer") == "yes"


def _late_yes(request: PatientRequest, instrument: str, occasion: int) -> HttpResponse:
    """The numbers to call, though no questionnaire is open to hold the answer."""
    done = actions.answer(
        episode=request.episode,
        code=instrument,
        occasion=occasion,
        raw={SELF_HARM: True},
        by=request.user,
        complete=False,
    )
    if done.heard_at is None:
        return redirect("questionnaire", instrument, occasion)
    return questionnaire_result.late_yes(request, done)


def _take(visit: Visit) -> HttpResponse:
    """Keep one answer and go on, back, or away."""
    form = visit.form()
    value = None if visit.way == "skip" else form.read()
    if value is None and form.item.required and visit.way == "next":
        form.error = str(MISSING)
        return visit.question(form)
    answers = {code: a for code, a in visit.answers.items() if code != visit.at}
    if value is not None:
        answers[visit.at] = value
    if answers != visit.answers:
        try:
            done = _answer(visit, answers, complete=False)
        except InvalidInput as invalid:
            form.error = invalid.errors[0]["message"]
            return visit.question(form)
        if done.heard_at is not None:
            return questionnaire_result.late_yes(visit.request, done)
        if done.level is Level.EMERGENCY:
            return redirect(_address(visit))
        visit.answered(answers if done.response is None else done.response.answers)
    if visit.way == "pause":
        return _pause(visit)
    step = -1 if visit.way == "back" else 1
    return _to(visit, presenter.beside(visit.steps, visit.at, step))


def _send(visit: Visit) -> HttpResponse:
    """Complete it with the answers that were kept on the way."""
    if visit.way == "pause":
        return _pause(visit)
    if visit.way == "back":
        return _to(visit, visit.steps[-1].code)
    try:
        _answer(visit, visit.answers, complete=True)
    except InvalidInput as invalid:
        return visit.review(invalid.errors)
    return redirect(_address(visit))


def _answer(
    visit: Visit, answers: dict[str, object], *, complete: bool
) -> actions.Answered:
    return actions.answer(
        episode=visit.request.episode,
        code=visit.asked.instrument.code,
        occasion=visit.asked.occasion.day,
        raw=answers,
        by=visit.request.user,
        complete=complete,
    )


def _pause(visit: Visit) -> HttpResponse:
    messages.success(visit.request, _("Saved. Go on whenever you like."))
    return redirect("questionnaires")


def _to(visit: Visit, code: str) -> HttpResponse:
    return redirect(f"{_address(visit)}?at={code}")


def _address(visit: Visit) -> str:
    place = (visit.asked.instrument.code, visit.asked.occasion.day)
    return reverse("questionnaire", args=place)
