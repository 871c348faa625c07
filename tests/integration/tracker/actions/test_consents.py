"""Agreeing, withdrawing, agreeing again: what is kept and what stops."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest

from backend.accounts.models import Clinic, User
from backend.audit import recorder
from backend.audit.models import AuditEvent
from backend.common import clock
from backend.common.errors import InvalidInput
from reminders import kinds
from tests.factories.tracker import make_check_in, make_patient
from tracker.actions import (
    check_ins,
    consents,
    invitations,
    milestones,
    plan_reading,
    questionnaires,
    visit_questions,
)
from tracker.actions.consents import ConsentWithdrawn
from tracker.models import (
    CheckIn,
    Consent,
    Episode,
    EpisodeEvaluation,
    MilestoneReached,
    Patient,
    PlanReading,
    QuestionnaireResponse,
    VisitQuestions,
)
from tracker.queries import caseload, consent_texts, silent_days
from tracker.queries.consents import of_patient


def _agree(patient: Patient, language: str = "en") -> Consent:
    text = consent_texts.current(patient.clinic, language)
    return consents.give(patient=patient, text=text, by=patient.user)


def _enter(episode: Episode, by: User) -> Any:
    raw = {
        "local_date": clock.local_today(episode.patient.zone).isoformat(),
        "recorded_at": clock.now().isoformat(),
        "pain": 4,
    }
    return check_ins.submit(
        check_in_id=uuid.uuid4(), raw=raw, by=by, episode_id=episode.pk
    )


@pytest.fixture
def withdrawn(pat: Patient) -> Patient:
    _agree(pat)
    consents.withdraw(patient=pat, by=pat.user)
    pat.refresh_from_db()
    return pat


def test_an_agreement_keeps_the_exact_words(pat: Patient) -> None:
    consent = _agree(pat, "es")

    text = consent_texts.current(pat.clinic, "es")
    assert (consent.text, consent.text_digest) == (text.text, text.digest)
    assert (consent.text_version, consent.language) == (consent_texts.CURRENT, "es")
    assert consent.given_by == pat.user
    assert _agree(pat) == consent


def test_joining_is_agreeing(clinic_a: Any, ada: User, pat: Patient) -> None:
    Patient.objects.filter(pk=pat.pk).update(user=None)
    pat.refresh_from_db()
    link = invitations.invite_patient(patient=pat, by=ada)
    text = consent_texts.current(clinic_a, "de")

    user = invitations.accept(
        token=link.rpartition("/")[2],
        email="new@example.org",
        zone="Europe/Berlin",
        locale="de",
        agreed_to=text.digest,
        proved="new@example.org",
    )

    consent = Consent.objects.get(patient=pat)
    assert (consent.text, consent.given_by) == (text.text, user)


def test_joining_with_another_text_is_refused(ada: User, pat: Patient) -> None:
    Patient.objects.filter(pk=pat.pk).update(user=None)
    pat.refresh_from_db()
    link = invitations.invite_patient(patient=pat, by=ada)

    with pytest.raises(InvalidInput) as refused:
        invitations.accept(
            token=link.rpartition("/")[2],
            email="new@example.org",
            zone="Europe/Berlin",
            locale="de",
            agreed_to="0" * 64,
        )

    assert refused.value.errors[0]["field"] == "consent"
    assert not Consent.objects.exists()
    pat.refresh_from_db()
    assert pat.user is None


def test_after_withdrawal_nothing_new_is_stored(withdrawn: Patient, ada: User) -> None:
    episode = Episode.objects.get(patient=withdrawn)

    for by in (withdrawn.user, ada):
        with pytest.raises(ConsentWithdrawn):
            _enter(episode, by)
    with pytest.raises(ConsentWithdrawn):
        milestones.reach(
            episode=episode, code="desk_work", by=withdrawn.user, source="patient"
        )
    with pytest.raises(ConsentWithdrawn):
        questionnaires.answer(
            episode=episode,
            code="weekly_impact",
            occasion=7,
            raw={"pain": 3, "enjoyment": 2, "activity": 1},
            by=withdrawn.user,
            complete=True,
        )

    for stored in (CheckIn, MilestoneReached, QuestionnaireResponse):
        assert not stored.objects.exists()


@pytest.mark.parametrize(
    "act",
    [
        lambda e, u: milestones.reach(
            episode=e, code="desk_work", by=u, source="patient"
        ),
        lambda e, u: plan_reading.stamp(episode=e, by=u),
        lambda e, u: visit_questions.write(episode=e, text="When?", by=u),
        lambda e, u: questionnaires.answer(
            episode=e,
            code="weekly_impact",
            occasion=7,
            raw={"pain": 3},
            by=u,
            complete=False,
        ),
    ],
    ids=["milestone", "plan", "visit", "questionnaire"],
)
def test_a_record_read_before_the_withdrawal_takes_nothing_either(
    pats_episode: Episode, act: Callable[[Episode, User], Any]
) -> None:
    before = Episode.objects.select_related(
        "patient", "clinic", "procedure", "protocol"
    )
    stale = before.get(pk=pats_episode.pk)
    user = stale.patient.user
    assert user is not None
    consents.withdraw(patient=Patient.objects.get(pk=stale.patient_id), by=user)

    with pytest.raises(ConsentWithdrawn):
        act(stale, user)

    for stored in (MilestoneReached, PlanReading, VisitQuestions):
        assert not stored.objects.exists()
    assert not QuestionnaireResponse.objects.exists()


def test_a_yes_to_self_harm_is_heard_all_the_same(withdrawn: Patient) -> None:
    given = questionnaires.answer(
        episode=Episode.objects.get(patient=withdrawn),
        code="mood_9",
        occasion=42,
        raw={"self_harm": True},
        by=withdrawn.user,
        complete=False,
    )

    assert given.heard_at is not None
    assert not QuestionnaireResponse.objects.exists()
    assert EpisodeEvaluation.objects.count() == 1


def test_what_was_stored_stays(pats_episode: Episode, pat: Patient) -> None:
    make_check_in(pats_episode, 3)

    consents.withdraw(patient=pat, by=pat.user)

    assert CheckIn.objects.count() == 1


def test_nobody_who_withdrew_is_reminded(pat: Patient) -> None:
    episode = pat.episodes.get()
    today = clock.local_today(pat.zone)
    kind = kinds.get("check_in")
    assert kind.still_needed(episode.pk, pat.user, today)

    consents.withdraw(patient=pat, by=pat.user)

    assert not kind.still_needed(episode.pk, pat.user, today)
    assert not kinds.get("questionnaire").still_needed(episode.pk, pat.user, today)


def test_their_silence_is_no_sign(pat: Patient, pia: Patient) -> None:
    before = {silent.state.patient_id for silent in silent_days.to_judge(clock.now())}
    assert before == {pat.pk, pia.pk}

    consents.withdraw(patient=pat, by=pat.user)

    after = {silent.state.patient_id for silent in silent_days.to_judge(clock.now())}
    assert after == {pia.pk}
    rows = {row.patient_id: row for row in caseload.rows(pat.clinic)}
    assert rows[pat.pk].phase_title == "Consent withdrawn"
    assert rows[pat.pk].silent_days == 0
    silent = caseload.rows(pat.clinic, queue="silent")
    assert [row.patient_id for row in silent] == [pia.pk]


def test_agreeing_again_is_a_new_agreement(withdrawn: Patient) -> None:
    _agree(withdrawn)
    withdrawn.refresh_from_db()

    assert withdrawn.consent_withdrawn_at is None
    assert _enter(Episode.objects.get(patient=withdrawn), withdrawn.user).is_new
    newest, earlier = of_patient(withdrawn)
    assert newest.withdrawn_at is None
    assert earlier.withdrawn_at is not None


def test_withdrawing_twice_is_one_event(withdrawn: Patient) -> None:
    consents.withdraw(patient=withdrawn, by=withdrawn.user)

    assert AuditEvent.objects.filter(action="consent.withdrawn").count() == 1


def test_who_joined_before_there_were_rows_reads_what_they_agreed_to(
    pat: Patient,
) -> None:
    recorder.record("consent.given", by=pat.user, text_version="2026-11")

    (agreement,) = of_patient(pat)

    assert agreement.version == "2026-11"
    assert "Nobody outside the clinic reads it." in agreement.text
    consents.withdraw(patient=pat, by=pat.user)
    pat.refresh_from_db()
    assert of_patient(pat)[0].withdrawn_at == pat.consent_withdrawn_at


def test_what_was_agreed_with_another_clinic_is_not_shown_for_this_one(
    pat: Patient, clinic_b: Clinic
) -> None:
    recorder.record("consent.given", by=pat.user, text_version="2026-11")
    _agree(make_patient(clinic_b, name="Pat Alvarez", user=pat.user))

    (agreement,) = of_patient(pat)

    assert agreement.version == "2026-11"
