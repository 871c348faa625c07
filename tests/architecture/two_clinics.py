"""Two clinics with something of everything, each row marked as its clinic's.

A canary is a word that stands in every free text of one clinic and nowhere else.
Every patient has one of their own too.
"""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import time
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

from backend.accounts import duty_actions
from backend.accounts.models import Clinic, User
from backend.accounts.roles import Role
from backend.common import clock
from reminders.models import Delivery, PushSubscription
from tests.factories.accounts import make_clinic, make_staff
from tests.factories.reminders import make_delivery, make_device, make_message
from tests.factories.tracker import make_episode, make_patient
from tracker.actions import (
    adverse_events,
    alerts,
    check_ins,
    consents,
    education,
    helpers,
    instruments,
    invitations,
    milestones,
    procedures,
    protocols,
    rulesets,
    summary_links,
)
from tracker.actions.episodes import ProcedureDetails
from tracker.actions.summary_links import MadeLink
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.clinical.proms.score import Score
from tracker.clinical.protocol import Protocol
from tracker.clinical.triage.rulesets import CURRENT
from tracker.models import (
    AdverseEvent,
    Alert,
    Episode,
    EpisodeEvaluation,
    HealthProfile,
    Helper,
    ImportedInstrument,
    Patient,
    QuestionnaireResponse,
    SummaryLinkRead,
    VisitQuestions,
)
from tracker.queries import consent_texts

STAFF = (Role.CLINICIAN, Role.COORDINATOR, Role.LEAD, Role.ADMINISTRATOR)


@dataclass(frozen=True)
class Side:
    """One clinic with its people and the records of its first patient."""

    letter: str
    clinic: Clinic
    staff: dict[Role, User]
    patient: Patient
    neighbour: Patient
    invited: Patient
    episode: Episode
    alert: Alert
    event: AdverseEvent
    check_in_id: uuid.UUID
    device: PushSubscription
    delivery: Delivery
    token: str
    shared: MadeLink
    instrument: ImportedInstrument
    helper: Helper

    @property
    def canary(self) -> str:
        return f"qx{self.letter}7clinic"

    def values(self) -> dict[str, str]:
        """What stands in an address for a record of this clinic."""
        return {
            "alert_id": str(self.alert.pk),
            "patient_id": str(self.patient.pk),
            "episode_id": str(self.episode.pk),
            "check_in_id": str(self.check_in_id),
            "subscription_id": str(self.device.pk),
            "delivery_id": str(self.delivery.pk),
            "shift_id": str(self.clinic.shifts.get().pk),
            "cover_id": str(self.clinic.covers.get().pk),
            "event_id": str(self.event.pk),
            "token": self.token,
            "link_id": str(self.shared.link.pk),
            "shared_token": self.shared.address.rpartition("/")[2],
            "helper_id": str(self.helper.pk),
            "code": "desk_work",
            # Each clinic has one of its own behind the same address.
            "card": "own-1",
            "language": "es",
            "instrument_id": str(self.instrument.pk),
            # Open on day 9; everybody has their own behind the same address.
            "instrument": "weekly_impact",
            "occasion": "7",
        }


def canary_of(patient: Patient) -> str:
    return f"qx{patient.pk.hex[-8:]}patient"


def make_side(letter: str, country: str, zone: str) -> Side:
    mark = f"qx{letter}7clinic"
    clinic = make_clinic(
        name=f"Clinic {mark}",
        slug=f"{mark}-slug",
        phone=f"phone {mark}",
        out_of_hours_phone=f"night {mark}",
        country=country,
        zone=zone,
    )
    staff = {
        role: make_staff(
            clinic, role, name=f"{role} {mark}", email=f"{role}@{mark}.example"
        )
        for role in STAFF
    }
    _roster(clinic, staff)
    protocols.release(clinic=clinic, plan=_plan(mark), by=staff[Role.LEAD])
    education.add(clinic=clinic, content=_card(mark), by=staff[Role.LEAD])
    _approved(clinic, staff[Role.LEAD], mark)
    patient, neighbour = _patient(clinic, mark), _patient(clinic, mark)
    episode = patient.episodes.get()
    check_in_id = _report(episode, "saddle_numbness")
    _report(neighbour.episodes.get())
    _second_procedure(_patient(clinic, mark).episodes.get(), staff[Role.CLINICIAN])
    _closed_alert(episode, staff[Role.CLINICIAN], mark)
    _silent_day(episode, mark)
    shared = _shared(patient, mark)
    _answered(episode)
    milestones.reach(
        episode=episode, code="desk_work", by=patient.user, source="patient"
    )
    invited = make_patient(clinic, user=None, name=f"Invited {mark}")
    link = invitations.invite_patient(patient=invited, by=staff[Role.COORDINATOR])
    message = make_message(patient.user, clinic, dedupe_key=f"made:{mark}")
    return Side(
        letter=letter,
        clinic=clinic,
        staff=staff,
        patient=patient,
        neighbour=neighbour,
        invited=invited,
        episode=episode,
        alert=Alert.objects.get(episode=episode, rule_id="R03"),
        event=_event(episode, staff[Role.CLINICIAN], mark),
        check_in_id=check_in_id,
        device=make_device(
            patient.user,
            endpoint=f"https://fcm.googleapis.com/{mark}",
            user_agent=f"Phone {mark}",
        ),
        delivery=make_delivery(message, provider_id=f"provider {mark}"),
        token=link.rsplit("/", 1)[-1],
        shared=shared,
        instrument=_brought(clinic, staff[Role.LEAD], mark),
        helper=_helper(patient, mark),
    )


def _helper(patient: Patient, mark: str) -> Helper:
    """Somebody who may see all that a helper can be shown."""
    own = f"{canary_of(patient)} {mark}"
    helper, link = helpers.invite(
        patient=patient,
        by=patient.user,
        name=f"Helper {own}",
        relation=mark,
        email=f"helper@{mark}.example",
        may_read=True,
    )
    helpers.accept(
        token=link.rsplit("/", 1)[-1],
        zone=patient.zone,
        locale="en",
        agreed_to="2026-11",
        proved=helper.email,
    )
    helper.refresh_from_db()
    return helper


def _roster(clinic: Clinic, staff: dict[Role, User]) -> None:
    first, lead = (
        staff[role].memberships.get().pk for role in (Role.CLINICIAN, Role.LEAD)
    )
    by = staff[Role.LEAD]
    today = clock.local_today(clinic.zone)
    duty_actions.add_shift(
        clinic=clinic,
        by=by,
        member=first,
        weekdays=[0],
        starts=time(8),
        ends=time(17),
    )
    duty_actions.add_cover(
        clinic=clinic,
        by=by,
        away=first,
        instead=lead,
        first_date=today,
        last_date=today,
    )


def _approved(clinic: Clinic, by: User, mark: str) -> None:
    rulesets.approve(
        clinic=clinic,
        version=CURRENT,
        thresholds={},
        alert_budget=5,
        note=f"Approved at {mark}",
        replaces=None,
        by=by,
    )


def _answered(episode: Episode) -> None:
    own = f"{canary_of(episode.patient)} {_mark_of(episode)}"
    QuestionnaireResponse.objects.create(
        clinic=episode.clinic,
        episode=episode,
        instrument="psfs",
        instrument_version="1",
        occasion=0,
        answers={"first_activity": f"Walk to {own}", "first_ability": 4},
        completed_at=clock.now(),
        local_date=episode.procedure.performed_on,
        day=0,
        score=Score(4.0).as_json(),
        entered_by=episode.patient.user,
    )


def _brought(clinic: Clinic, by: User, mark: str) -> ImportedInstrument:
    question = {"linkId": "a", "type": "boolean", "text": f"Question of {mark}"}
    resource = {
        "resourceType": "Questionnaire",
        "status": "active",
        "title": f"Brought by {mark}",
        "item": [question],
    }
    content = json.dumps(resource).encode()
    return instruments.bring(clinic=clinic, content=content, by=by)


def _card(mark: str) -> dict[str, Any]:
    return {
        "words": {"en": {"title": f"Card {mark}", "text": f"Card text {mark}."}},
        "topic": "sleep",
        "from_day": 0,
        "to_day": 182,
    }


def _plan(mark: str) -> Protocol:
    stored = DEFAULT_PROTOCOL.as_json()
    for part, field in (
        ("phases", "what_to_expect"),
        ("milestones", "why"),
        ("instructions", "text"),
    ):
        for item in stored[part]:
            item[field] = f"{item[field]} {mark}"
    return Protocol.from_json(stored)


def _patient(clinic: Clinic, mark: str) -> Patient:
    patient = make_patient(clinic)
    own = f"{canary_of(patient)} {mark}"
    patient.name, patient.phone = f"Patient {own}", f"{own[:39]}"
    patient.email = patient.user.email = f"{canary_of(patient)}@{mark}.example"
    patient.user.name = patient.name
    patient.save()
    patient.user.save()
    make_episode(
        patient,
        profile=HealthProfile.objects.create(
            patient=patient, facts=["opioid"], allergies=f"Allergic to {own}"
        ),
        procedure={"product": f"Cells {own}", "lot": f"Lot {own}", "levels": [mark]},
    )
    return patient


def _report(episode: Episode, *symptoms: str) -> uuid.UUID:
    own = f"{canary_of(episode.patient)} {_mark_of(episode)}"
    key = uuid.uuid4()
    check_ins.submit(
        check_in_id=key,
        raw={
            "local_date": clock.local_today(episode.patient.zone).isoformat(),
            "recorded_at": clock.now().isoformat(),
            "pain": 4,
            "mobility": 5,
            "symptoms": [{"code": code, "change": "new"} for code in symptoms],
            "note": f"Note of {own}",
        },
        by=episode.patient.user,
        episode_id=episode.pk,
    )
    return key


def _mark_of(episode: Episode) -> str:
    return str(episode.clinic.slug).removesuffix("-slug")


def _closed_alert(episode: Episode, by: User, mark: str) -> None:
    own = f"{canary_of(episode.patient)} {mark}"
    _report(episode, "calf_swelling")
    alert = Alert.objects.get(episode=episode, rule_id="R18")
    alerts.add_note(alert=alert, by=by, note=f"Step of {own}")
    alerts.resolve(
        alert=alert, by=by, resolution="advice_given", advice_given=f"Advice to {own}"
    )


def _second_procedure(episode: Episode, by: User) -> None:
    own = f"{canary_of(episode.patient)} {_mark_of(episode)}"
    details = ProcedureDetails(
        performed_on=clock.local_today(episode.patient.zone), lot=f"Lot {own}"
    )
    procedures.restart(episode=episode, by=by, procedure=details)


def _silent_day(episode: Episode, mark: str) -> None:
    EpisodeEvaluation.objects.create(
        episode=episode,
        cause=EpisodeEvaluation.Cause.NO_ENTRY,
        local_date=episode.procedure.performed_on,
        day=0,
        ruleset="2026.1",
        level=0,
        facts={"note": f"Facts of {canary_of(episode.patient)} {mark}"},
        findings=[],
    )


def _shared(patient: Patient, mark: str) -> MadeLink:
    """What they agreed to, and a summary that somebody read."""
    text = consent_texts.current(patient.clinic, "en")
    consents.give(patient=patient, text=text, by=patient.user)
    own, episode = f"{canary_of(patient)} {mark}", patient.episodes.get()
    VisitQuestions.objects.create(episode=episode, text=f"May I lift {own}?")
    made = summary_links.make(
        episode=episode, days=7, name=f"For {own}", by=patient.user
    )
    SummaryLinkRead.objects.create(link=made.link, browser=f"Browser {own}")
    return made


def _event(episode: Episode, by: User, mark: str) -> AdverseEvent:
    own = f"{canary_of(episode.patient)} {mark}"
    today = clock.local_today(episode.patient.zone)
    event = adverse_events.record(
        episode=episode,
        by=by,
        alert=Alert.objects.get(episode=episode, rule_id="R18"),
        term="spine_infection",
        narrative=f"Story of {own}",
        supplier=f"Supplier {own}",
        onset_on=today,
        grade=3,
        seriousness=["admission"],
        relatedness="possible",
        outcome="ongoing",
    )
    event = adverse_events.mark_reported(
        event=event,
        by=by,
        version=1,
        reported_on=event.aware_on,
        reference=f"Report {own}",
    )
    event = adverse_events.amend(
        event=event,
        by=by,
        version=2,
        reason=f"Because of {own}",
        news_on=event.aware_on,
    )
    return adverse_events.mark_not_reportable(
        event=event, by=by, version=3, because=f"Exempt {own}"
    )


@contextmanager
def undone() -> Iterator[None]:
    """Whatever a request writes is taken back, so that each meets the same world."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def cookie_of(user: User) -> str:
    client = Client()
    client.force_login(user)
    return str(client.session.session_key)


def ask(
    cookie: str | None, method: str, path: str, body: Any = None
) -> HttpResponseBase:
    """One request of one person; a broken view answers 500 as it would outside."""
    client = Client(raise_request_exception=False)
    if cookie:
        client.cookies[settings.SESSION_COOKIE_NAME] = cookie
    is_api = path.startswith(("/api/", "/_allauth/"))
    with undone():
        return client.generic(
            method,
            path,
            json.dumps(body or {}) if is_api and method != "GET" else "",
            content_type="application/json"
            if is_api
            else "application/x-www-form-urlencoded",
        )
