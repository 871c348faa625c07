"""What to do now, where the recovery stands, and what the clinic said last."""

from django.http import HttpResponse
from django.shortcuts import render

from backend.common import clock, languages
from tracker.clinical.levels import Level
from tracker.pages.decorators import patient_page
from tracker.pages.presenters import opening_hours, reports
from tracker.pages.requests import PatientRequest
from tracker.queries import (
    advice,
    alerts,
    check_ins,
    education,
    episodes,
    note_questions,
    questionnaires,
    reach,
    zones,
)
from tracker.queries.plan import plan_for

SHOWN_REPORTS = 10


@patient_page
def today(request: PatientRequest) -> HttpResponse:
    episode = request.episode
    local_today = clock.local_today(episode.patient.zone)
    known = list(alerts.of_episode(episode))
    recent = reports.of_check_ins(
        check_ins.with_evaluations(episode)[:SHOWN_REPORTS], known
    )
    since = recent[0].check_in.received_at if recent else episode.created_at
    plan = plan_for(episode, local_today)
    is_done = bool(recent) and recent[0].check_in.local_date >= local_today
    has_withdrawn = episode.patient.consent_withdrawn_at is not None
    told = reports.of_check_ins(questionnaires.needing_staff(episode), known)
    waiting = [r for r in [*recent, *told] if r.needs_staff and r.state != "closed"]
    context = {
        "plan": plan,
        "is_due": plan.check_in_due_today and not (is_done or has_withdrawn),
        "has_withdrawn": has_withdrawn,
        "local_today": local_today,
        "latest": recent[0] if recent else None,
        "waiting": waiting,
        "asked": [
            r for r in waiting if r not in told and note_questions.open_for(r.check_in)
        ],
        "has_advice_above": any(r.level >= Level.URGENT for r in waiting),
        "questionnaires": []
        if has_withdrawn
        else questionnaires.due(episode, local_today),
        "reading": education.for_episode(
            episode, local_today, languages.current()
        ).of_the_day,
        "answer": next((r for r in recent if r.answer), None),
        "words": [w for w in reports.words_without_report(known)[:1] if w.at > since],
        "noticed": advice.for_patient(reports.noticed(known, since), episode.clinic),
        "hours": opening_hours.sentence(
            episode.clinic.opening_hours,
            zone=episode.clinic.zone,
            reader_zone=episode.patient.zone,
        ),
        "unreached": reach.unreached_because(episode.clinic, request.user),
        "elsewhere": episodes.other_clinics_of(episode),
        "home_zone": zones.home_of(episode.patient),
        "known_zones": zones.not_to_ask_about(episode.patient),
        "page": "today",
    }
    return render(request, "tracker/patient/today.html", context)
