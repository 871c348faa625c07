"""What a helper sees if the patient lets them: the course, and the clinic's answers."""

from django.http import HttpResponse
from django.shortcuts import render

from backend.audit import recorder
from backend.common import clock
from backend.common.errors import NotFound
from tracker.clinical.answers import Answers
from tracker.clinical.helper_view import PRIVATE_RULES, says_private_things
from tracker.pages.decorators import helper_page
from tracker.pages.presenters import course, reports, trend_chart
from tracker.pages.requests import HelperRequest
from tracker.queries import alerts, check_ins, trend
from tracker.queries.plan import plan_for

SHOWN = 30


@helper_page
def progress(request: HelperRequest) -> HttpResponse:
    """Pain, moving and milestones; not the questionnaires, which ask about mood."""
    _let_in(request, "progress")
    episode = request.episode
    series = trend.series(episode)
    plan = plan_for(episode, clock.local_today(episode.patient.zone))
    context = {
        "points": list(reversed(series.points)),
        "charts": trend_chart.draw_for_patient(course.of_patient(series), height=260),
        "plan": plan,
        "reached": [m for m in plan.milestones if m.reached_on],
        "page": "helper-progress",
    }
    return render(request, "tracker/helper/progress.html", context)


@helper_page
def messages(request: HelperRequest) -> HttpResponse:
    """The state of each report and the answer to it; none about private things."""
    _let_in(request, "messages")
    episode = request.episode
    known = list(alerts.of_episode(episode))
    private = {a.check_in_id for a in known if a.rule_id in PRIVATE_RULES}
    listed = [
        entry
        for entry in check_ins.with_evaluations(episode)[:SHOWN]
        if entry.pk not in private
        and not says_private_things(Answers.from_json(entry.answers))
    ]
    open_to_them = [a for a in known if a.rule_id not in PRIVATE_RULES]
    context = {
        "reports": reports.of_check_ins(listed, open_to_them),
        "words": reports.words_without_report(open_to_them),
        "page": "helper-messages",
    }
    return render(request, "tracker/helper/messages.html", context)


def _let_in(request: HelperRequest, what: str) -> None:
    if not request.helper.may_read:
        raise NotFound
    recorder.record(f"{what}.read", by=request.user, target=request.episode.patient)
