"""What is stored about one patient and theirs to read, as plain lists, oldest first.

Left out is what only opens doors, such as codes and digests, what the rules worked
out on the way (their findings are here), and what staff wrote for staff beside a
report: a full copy of the record is asked of the clinic.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from reminders.queries import preferences, proof
from tracker.clinical.levels import Level
from tracker.clinical.proms.answer_words import answer_words
from tracker.clinical.triage.advice import advice_for
from tracker.clinical.triage.findings import Finding
from tracker.models import (
    AdverseEvent,
    Alert,
    CheckIn,
    Consent,
    EarlierProcedure,
    Episode,
    HealthProfile,
    Helper,
    MilestoneReached,
    Patient,
    PlanReading,
    QuestionnaireResponse,
    SummaryLink,
    VisitQuestions,
    ZoneStay,
)
from tracker.queries import instruments, looks, protocols

Row = Mapping[str, Any]
EVERY_MESSAGE = 100_000


def of_patient(patient: Patient) -> dict[str, list[Row]]:
    """Each list under the name of what it holds; an empty one says there is none."""
    return {
        "person": [_person(patient)],
        "consents": list(map(_consent, _all(Consent, patient=patient))),
        "courses": list(map(_course, _courses(patient))),
        "earlier_procedures": list(
            _all(EarlierProcedure, episode__patient=patient).values(
                "episode", "performed_on", "details", "milestones"
            )
        ),
        "health_profiles": list(
            _all(HealthProfile, patient=patient).values(
                "created_at", "facts", "known_symptoms", "allergies"
            )
        ),
        "check_ins": list(map(_check_in, _check_ins(patient))),
        "questionnaires": list(map(_questionnaire, _questionnaires(patient))),
        "milestones": list(_milestones(patient)),
        "plan_readings": list(
            _all(PlanReading, episode__patient=patient).values(
                "episode", "phase", "created_at"
            )
        ),
        "reports": list(map(_report, _reports(patient))),
        "adverse_events": list(
            map(_event, _all(AdverseEvent, episode__patient=patient))
        ),
        "visit_questions": list(
            VisitQuestions.objects.filter(episode__patient=patient).values(
                "episode", "text", "changed_at"
            )
        ),
        "shared_summaries": list(map(_link, _links(patient))),
        "helpers": list(
            _all(Helper, patient=patient).values(
                "name", "relation", "email", "may_read", "joined_at", "ended_at"
            )
        ),
        "time_zones": list(
            _all(ZoneStay, patient=patient).values("zone", "kind", "since")
        ),
        "reminder_choices": _choices(patient),
        "messages": _messages(patient),
        "who_looked": [
            {"at": look.at, "who": look.who, "role": look.role, "what": look.what}
            for look in looks.described(patient, list(looks.events(patient).reverse()))
        ],
    }


def _all(model: Any, **of: Any) -> Any:
    return model.objects.filter(**of).order_by("created_at")


def _person(patient: Patient) -> Row:
    names = ("name", "date_of_birth", "sex", "email", "phone", "zone", "locale")
    return {
        "id": patient.pk,
        "clinic": patient.clinic.name,
        **{name: getattr(patient, name) for name in names},
        "consent_withdrawn_at": patient.consent_withdrawn_at,
    }


def _consent(row: Consent) -> Row:
    names = ("given_at", "withdrawn_at", "text_version", "language", "text")
    return {name: getattr(row, name) for name in names}


def _courses(patient: Patient) -> Iterable[Episode]:
    related = ("procedure", "protocol")
    return _all(Episode, patient=patient).select_related(*related)


def _course(row: Episode) -> Row:
    names = (
        *("performed_on", "region", "routes", "levels", "guidance"),
        *("cell_source", "product", "lot"),
    )
    return {
        "id": row.pk,
        "opened_at": row.created_at,
        "closed_at": row.closed_at,
        "status": row.status,
        "baseline_pain": row.baseline_pain,
        "plan_number": row.protocol.number,
        **{f"procedure_{name}": getattr(row.procedure, name) for name in names},
    }


def _check_ins(patient: Patient) -> Iterable[CheckIn]:
    rows = CheckIn.objects.filter(episode__patient=patient).order_by("received_at")
    return rows.select_related("evaluation", "entered_by")


def _check_in(row: CheckIn) -> Row:
    evaluation = getattr(row, "evaluation", None)
    # Its local date and moment stand in columns of their own.
    answers = {k: v for k, v in row.answers.items() if not hasattr(row, k)}
    return {
        "id": row.pk,
        "course": row.episode_id,
        "local_date": row.local_date,
        "day": row.day,
        "recorded_at": row.recorded_at,
        "received_at": row.received_at,
        "entered_by": row.entered_by.get_full_name(),
        "corrects": row.corrects_id,
        "pain": row.pain,
        "mobility": row.mobility,
        **answers,
        "level": Level(evaluation.level).code if evaluation else "",
        "advice": _advice(evaluation.findings if evaluation else ()),
    }


def _advice(findings: Iterable[Any]) -> list[str]:
    return [advice_for(Finding.from_json(finding)).title for finding in findings]


def _questionnaires(patient: Patient) -> Iterable[QuestionnaireResponse]:
    rows = _all(QuestionnaireResponse, episode__patient=patient)
    return rows.select_related("imported", "entered_by").defer("imported__source")


def _questionnaire(row: QuestionnaireResponse) -> Row:
    instrument = instruments.of_response(row)
    return {
        "course": row.episode_id,
        "questionnaire": instrument.title,
        "version": row.instrument_version,
        "of_day": row.occasion,
        "begun_at": row.created_at,
        "completed_at": row.completed_at,
        "entered_by": row.entered_by.get_full_name() if row.entered_by else "",
        "score": (row.score or {}).get("total"),
        "answers": {
            item.text: answer_words(item, row.answers[item.code])
            for item in instrument.questions
            if item.code in row.answers
        },
    }


def _milestones(patient: Patient) -> Iterable[Row]:
    titles = {
        (episode.pk, milestone.code): milestone.title
        for episode in _courses(patient)
        for milestone in protocols.plan_of(episode).milestones
    }
    for row in _all(MilestoneReached, episode__patient=patient):
        yield {
            "course": row.episode_id,
            "milestone": titles.get((row.episode_id, row.code), row.code),
            "reached_on": row.reached_on,
            "source": row.source,
        }


def _reports(patient: Patient) -> Iterable[Alert]:
    rows = _all(Alert, episode__patient=patient)
    return rows.prefetch_related("events__by").select_related("resolved_by")


def _report(row: Alert) -> Row:
    return {
        "course": row.episode_id,
        "opened_at": row.created_at,
        "rule": row.rule_id,
        "level": Level(row.level).code,
        "about": advice_for(Finding.from_json(row.finding)).title,
        "state": row.status,
        "resolved_at": row.resolved_at,
        "resolution": row.resolution,
        "answer_of_the_clinic": row.advice_given,
        "steps": [
            {
                "at": step.created_at,
                "what": step.kind,
                "by": step.by.get_full_name() if step.by else "",
            }
            for step in sorted(row.events.all(), key=lambda step: step.created_at)
        ],
    }


def _event(row: AdverseEvent) -> Row:
    names = (
        *("term", "narrative", "onset_on", "day", "grade", "seriousness"),
        *("relatedness", "outcome", "product", "lot", "reported_on", "created_at"),
    )
    return {"course": row.episode_id, **{name: getattr(row, name) for name in names}}


def _links(patient: Patient) -> Iterable[SummaryLink]:
    rows: QuerySet[SummaryLink] = _all(SummaryLink, episode__patient=patient)
    return rows.prefetch_related("reads")


def _link(row: SummaryLink) -> Row:
    return {
        "course": row.episode_id,
        "for_whom": row.name,
        "made_at": row.created_at,
        "expires_at": row.expires_at,
        "revoked_at": row.revoked_at,
        "read_at": sorted(read.created_at for read in row.reads.all()),
    }


def _choices(patient: Patient) -> list[Row]:
    if patient.user is None:
        return []
    chosen = preferences.of(patient.user)
    fields = {f.attname for f in chosen._meta.concrete_fields} - {"id", "user_id"}
    return [{name: getattr(chosen, name) for name in sorted(fields)}]


def _messages(patient: Patient) -> list[Row]:
    if patient.user is None:
        return []
    names = ("kind", "state", "reason", "sent_at", "by", "shown_at", "opened_at")
    sent = proof.of_recipient(patient.user, limit=EVERY_MESSAGE, clinic=patient.clinic)
    return [{name: getattr(one, name) for name in names} for one in reversed(sent)]
