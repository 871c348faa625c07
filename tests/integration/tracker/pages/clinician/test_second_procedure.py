"""The page of a second procedure, and what the record shows of the first."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import User
from backend.common import clock
from tests.factories.tracker import make_check_in
from tracker.actions import milestones, protocols
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.models import Alert, EarlierProcedure, Episode, HealthProfile, Patient

SignedIn = Callable[..., Client]


@pytest.fixture
def browser(ada: User, signed_in: SignedIn) -> Client:
    return signed_in(ada)


@pytest.fixture
def path(pat: Patient) -> str:
    return f"/clinic/patients/{pat.pk}/second-procedure"


def text_of(response: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def answers(patient: Patient, **changes: Any) -> dict[str, Any]:
    return {
        "course": "again",
        "performed_on": clock.local_today(patient.zone).isoformat(),
        "region": "lumbar",
        "levels": "L4/5",
        "lot": "B-2",
        **changes,
    }


def test_form_holds_what_is_known(
    browser: Client, path: str, pats_episode: Episode
) -> None:
    pats_episode.procedure.levels = ["L4/5", "L5/S1"]
    pats_episode.procedure.lot = "A-1"
    pats_episode.procedure.save()
    HealthProfile.objects.update(facts=["diabetes"], allergies="latex")

    form = browser.get(path).context["form"]

    assert form["levels"].value() == "L4/5, L5/S1"
    assert form["profile_facts"].value() == ["diabetes"]
    assert form["allergies"].value() == "latex"
    assert form["lot"].value() is None
    assert form["performed_on"].value() is None


def test_counted_again(
    browser: Client, path: str, pat: Patient, pats_episode: Episode, ada: User
) -> None:
    make_check_in(pats_episode, 3, pain=7)
    milestones.reach(episode=pats_episode, code="desk_work", by=ada, source="clinic")

    response = browser.post(path, answers(pat, profile_facts=["diabetes"]), follow=True)

    page = text_of(response)
    assert "The plan counts from the new day." in page
    assert "Earlier procedure" in page
    assert "Counted again from a second procedure" in page
    assert "Reached until then:" in page
    assert "Check-in, day -6" in page
    assert "day 0" in page
    assert pat.episodes.get().profile.facts == ["diabetes"]
    assert response.context["series"].first_day == -16


def test_patient_sees_the_earlier_procedure_in_the_curve(
    browser: Client, path: str, pat: Patient, pats_episode: Episode, signed_in: SignedIn
) -> None:
    make_check_in(pats_episode, 3, pain=7)
    browser.post(path, answers(pat))

    page = signed_in(pat.user).get("/progress").content.decode()

    assert "Day -9: earlier procedure." in page
    assert "<title>Earlier procedure</title>" in page


def test_taken_back_from_the_record(browser: Client, path: str, pat: Patient) -> None:
    browser.post(path, answers(pat))
    assert "Take the restart back" in text_of(browser.get(f"/clinic/patients/{pat.pk}"))

    page = text_of(browser.post(f"{path}/undo", follow=True))

    assert "counts from the earlier procedure again" in page
    assert "Take the restart back" not in page
    assert not EarlierProcedure.objects.exists()


def test_nothing_to_take_back_says_so(browser: Client, path: str) -> None:
    page = text_of(browser.post(f"{path}/undo", follow=True))

    assert "can be taken back for one day only" in page


def test_new_course(browser: Client, path: str, pat: Patient) -> None:
    page = text_of(browser.post(path, answers(pat, course="new"), follow=True))

    assert "A new course of care has begun." in page
    assert [e.status for e in pat.episodes.order_by("created_at")] == [
        "closed",
        "active",
    ]


def test_new_course_waits_for_open_alerts(
    browser: Client, path: str, pat: Patient, pats_alert: Alert
) -> None:
    response = browser.post(path, answers(pat, course="new"))

    page = response.content.decode()
    assert response.status_code == 422
    assert "still has open alerts" in page
    assert f'href="/clinic/alerts/{pats_alert.pk}"' in page
    assert 'value="B-2"' in page
    assert pat.episodes.count() == 1


@pytest.mark.parametrize(("days", "word"), [(1, "on its day"), (-9, "after the first")])
def test_refused_date_keeps_what_was_typed(
    browser: Client, path: str, pat: Patient, days: int, word: str
) -> None:
    day = clock.local_today(pat.zone) + timedelta(days=days)

    response = browser.post(
        path, answers(pat, performed_on=day.isoformat(), allergies="latex")
    )

    page = response.content.decode()
    assert response.status_code == 422
    assert word in page
    assert 'value="latex"' in page
    assert not HealthProfile.objects.filter(allergies="latex").exists()


def test_plan_is_asked_for_only_where_there_is_a_newer_one(
    browser: Client, path: str, pat: Patient, pats_episode: Episode, lena: User
) -> None:
    assert "plan" not in browser.get(path).context["form"].fields
    protocols.release(clinic=pats_episode.clinic, plan=DEFAULT_PROTOCOL, by=lena)

    browser.post(path, answers(pat, plan="current"))

    assert pat.episodes.get().protocol.number == 2


def test_closed_course_offers_only_a_new_one(
    browser: Client, path: str, pats_episode: Episode
) -> None:
    Episode.objects.update(status="closed", closed_at=clock.now())

    form = browser.get(path).context["form"]

    assert [code for code, _ in form.fields["course"].choices] == ["new"]
    assert form["course"].value() == "new"


def test_second_press_is_answered_as_done(
    browser: Client, path: str, pat: Patient, pats_episode: Episode
) -> None:
    typed = answers(pat, baseline_pain="6")

    sent = [browser.post(path, typed).status_code for _ in range(2)]

    assert sent == [302, 302]
    assert EarlierProcedure.objects.count() == 1
