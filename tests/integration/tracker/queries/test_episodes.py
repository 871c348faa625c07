"""Whose course of care is whose."""

from datetime import timedelta

import pytest

from backend.accounts.models import Clinic
from backend.common import clock
from backend.common.errors import NotFound
from tests.factories.tracker import make_check_in, make_episode, make_patient
from tracker.models import Episode, Patient
from tracker.queries import awaited, check_ins, episodes, patients


def test_episode_of_another_clinic_is_not_found(
    pats_episode: Episode, clinic_a: Clinic, clinic_b: Clinic
) -> None:
    assert episodes.get_for_clinic(clinic_a, pats_episode.pk) == pats_episode
    with pytest.raises(NotFound):
        episodes.get_for_clinic(clinic_b, pats_episode.pk)


def test_active_of_a_person_is_their_newest(pat: Patient, clinic_b: Clinic) -> None:
    newest = make_episode(make_patient(clinic_b, user=pat.user))

    assert episodes.active_of(pat.user) == newest


def test_active_of_leaves_closed_ones_out(pat: Patient) -> None:
    pat.episodes.update(status="closed")

    with pytest.raises(NotFound):
        episodes.active_of(pat.user)


def test_episodes_of_a_patient_come_newest_first(pat: Patient) -> None:
    first = pat.episodes.get()
    pat.episodes.update(status="closed")
    second = make_episode(pat)

    assert list(episodes.of_patient(pat)) == [second, first]


def test_patient_of_another_clinic_is_not_found(pat: Patient, clinic_b: Clinic) -> None:
    with pytest.raises(NotFound):
        patients.get_for_clinic(clinic_b, pat.pk)


def test_patients_of_a_clinic_are_found_by_name(
    pat: Patient, pia: Patient, quin: Patient, clinic_a: Clinic
) -> None:
    assert list(patients.of_clinic(clinic_a)) == [pat, pia]
    assert list(patients.of_clinic(clinic_a, "alva")) == [pat]


def test_live_check_ins_leave_corrected_ones_out(pats_episode: Episode) -> None:
    wrong = make_check_in(pats_episode, 3)
    right = make_check_in(pats_episode, 3, corrects=wrong)
    newest = make_check_in(pats_episode, 5)

    assert list(check_ins.live(pats_episode)) == [newest, right]
    assert set(check_ins.newest_first(pats_episode)) == {newest, right, wrong}


def test_check_in_of_another_episode_is_not_found(
    pats_episode: Episode, quin: Patient
) -> None:
    check_in = make_check_in(pats_episode, 3)

    assert check_ins.get_for_episode(pats_episode, check_in.pk) == check_in
    with pytest.raises(NotFound):
        check_ins.get_for_episode(quin.episodes.get(), check_in.pk)


def test_other_clinics_are_those_of_open_courses(
    pat: Patient, pats_episode: Episode, clinic_b: Clinic
) -> None:
    assert episodes.other_clinics_of(pats_episode) == []
    there = make_episode(make_patient(clinic_b, user=pat.user))

    assert episodes.other_clinics_of(pats_episode) == [clinic_b]
    assert episodes.other_clinics_of(there) == [pats_episode.clinic]
    there.status = "closed"
    there.save()
    assert episodes.other_clinics_of(pats_episode) == []


def test_patients_without_a_user_are_not_one_person(
    clinic_a: Clinic, clinic_b: Clinic
) -> None:
    alone = make_episode(make_patient(clinic_a, user=None))
    make_episode(make_patient(clinic_b, user=None))

    assert episodes.other_clinics_of(alone) == []


def test_two_clinics_ask_once_a_day(pats_episode: Episode, clinic_b: Clinic) -> None:
    pat = pats_episode.patient
    today = clock.local_today(pat.zone)
    assert awaited.entry(pats_episode.pk, today)

    newer = make_episode(make_patient(clinic_b, user=pat.user))

    assert episodes.active_of(pat.user) == newer
    asked = [awaited.entry(one.pk, today) for one in (pats_episode, newer)]
    assert asked == [False, True]
    newer.status = Episode.Status.CLOSED
    newer.closed_at = clock.now()
    newer.save()
    assert awaited.entry(pats_episode.pk, today)


def test_two_clinics_prompt_for_one_questionnaire(
    pats_episode: Episode, clinic_b: Clinic
) -> None:
    pat = pats_episode.patient
    due = pats_episode.procedure.performed_on + timedelta(days=28)
    before = awaited.questionnaire(pats_episode.pk, due)

    make_episode(make_patient(clinic_b, user=pat.user))

    assert (before, awaited.questionnaire(pats_episode.pk, due)) == (True, False)
