"""One request to one questionnaire: where in it, with which answers, what to show."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from tracker.pages.forms.questionnaire import QuestionForm
from tracker.pages.presenters import questionnaire as presenter
from tracker.pages.presenters.questionnaire import REVIEW
from tracker.pages.requests import PatientRequest
from tracker.queries import questionnaires as queries
from tracker.queries.questionnaires import Asked


class Visit:
    """Steps, answers and the place between them; the address names the place."""

    def __init__(self, request: PatientRequest, asked: Asked) -> None:
        self.request = request
        self.asked = asked
        self.way = request.POST.get("go", "next")
        self._known = queries.remembered(request.episode, asked.instrument)
        stored = asked.response.answers if asked.response else {}
        self.answered({**stored, **self._known})
        self.at = self._place()

    def answered(self, answers: dict[str, Any]) -> None:
        """These are the answers now; they decide what is asked."""
        self.answers = answers
        self.steps = presenter.steps(self.asked.instrument, answers, self._known)

    def form(self) -> QuestionForm:
        """The question of this place, with what was sent."""
        item = self.asked.instrument.item(self.at)
        data = self.request.POST if self.request.method == "POST" else None
        return QuestionForm(item, self.answers.get(self.at), data)

    def question(self, form: QuestionForm | None = None) -> HttpResponse:
        form = form or self.form()
        codes = [item.code for item in self.steps]
        number = codes.index(self.at) + 1 if self.at in codes else len(codes)
        context = {
            "form": form,
            "number": number,
            "total": len(codes),
            "lead_in": presenter.lead_in(self.asked.instrument, self.answers, self.at),
            "named": presenter.named(self.asked.instrument, self.answers, form.item),
        }
        return self._render("question", context, is_refused=bool(form.error))

    def review(self, errors: Sequence[dict[str, str]] = ()) -> HttpResponse:
        lines = presenter.review(
            self.asked.instrument,
            self.answers,
            self.steps,
            {error["field"]: error["message"] for error in errors},
        )
        context = {"lines": lines, "errors": errors}
        return self._render("questionnaire_review", context, is_refused=bool(errors))

    def _place(self) -> str:
        """What was sent is taken for its own question, whatever is shown by now."""
        sent = self.request.POST.get("question")
        if sent is not None:
            codes = {item.code for item in self.asked.instrument.questions}
        else:
            codes = {item.code for item in self.steps}
        wished = self.request.GET.get("at", "") if sent is None else sent
        if wished in codes | {REVIEW}:
            return wished
        return presenter.first_open(self.steps, self.answers)

    def _render(
        self, name: str, context: dict[str, Any], *, is_refused: bool
    ) -> HttpResponse:
        common = {
            "asked": self.asked,
            "page": "questionnaires",
            "clinic": self.request.episode.clinic,
        }
        return render(
            self.request,
            f"tracker/patient/{name}.html",
            common | context,
            status=422 if is_refused else 200,
        )
