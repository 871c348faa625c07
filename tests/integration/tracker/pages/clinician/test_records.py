"""Record, enrolment, invitation, entry by staff, and the plan of the clinic."""

import re
import uuid
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from backend.accounts import actions as accounts
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.common import clock
from tests.factories.tracker import make_check_in, make_patient
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.models import CheckIn, MilestoneReached, Patient, ProtocolVersion

SignedIn = Callable[..., Client]


@pytest.fixture
def browser(ada: Any, signed_in: SignedIn) -> Client:
    return signed_in(ada)


def test_record_shows_the_course_and_writes_down_who_looked(
    browser: Client, pat: Patient, ada: Any
) -> None:
    make_check_in(pat.episodes.get(), 3, pain=7)

    page = browser.get(f"/clinic/patients/{pat.pk}").content.decode()

    assert "Check-in, day 3" in page
    assert "pain 7, mobility 5" in page
    assert "Lower back (lumbar)" in page
    read = AuditEvent.objects.get(action="patient.read")
    assert (read.actor_id, read.target_id) == (ada.pk, str(pat.pk))


def test_record_turns_to_earlier_pages(browser: Client, pat: Patient) -> None:
    episode = pat.episodes.get()
    for day in range(-7, 9):
        for _ in range(3):
            make_check_in(episode, day)

    first = browser.get(f"/clinic/patients/{pat.pk}").content.decode()
    second = browser.get(
        f"/clinic/patients/{pat.pk}?before={episode.created_at:%Y-%m-%d}T00:00:00Z"
    )

    assert "Earlier</a>" in first
    assert second.status_code == 200


@pytest.mark.parametrize("before", ["", "yesterday", "2026-13-40T00:00:00Z"])
def test_record_reads_any_before(browser: Client, pat: Patient, before: str) -> None:
    response = browser.get(f"/clinic/patients/{pat.pk}", {"before": before})

    assert response.status_code == 200


def test_staff_tick_a_milestone(browser: Client, pat: Patient) -> None:
    browser.post(f"/clinic/patients/{pat.pk}/milestones/desk_work", {"reached": "yes"})
    known = {m.code for m in DEFAULT_PROTOCOL.milestones}

    stored = list(MilestoneReached.objects.values_list("code", "source"))
    assert stored == ([("desk_work", "clinic")] if "desk_work" in known else [])


def enrolment(**changes: Any) -> dict[str, Any]:
    today = clock.local_today("America/New_York")
    return {
        "name": "Nora Field",
        "date_of_birth": "1968-03-02",
        "email": "nora@example.org",
        "zone": "America/New_York",
        "performed_on": (today - timedelta(days=1)).isoformat(),
        "region": "lumbar",
        "routes": ["intradiscal"],
        "levels": "L4/5, L5/S1",
        "baseline_pain": "6",
        "profile_facts": ["diabetes"],
        **changes,
    }


def test_enrolment_ends_with_link_and_qr_code(cleo: Any, signed_in: SignedIn) -> None:
    response = signed_in(cleo).post("/clinic/enrol", enrolment(), follow=True)

    page = response.content.decode()
    episode = Patient.objects.get(name="Nora Field").episodes.get()
    assert "/invitation/" in page
    assert 'aria-label="QR code"' in page
    assert episode.procedure.levels == ["L4/5", "L5/S1"]
    assert episode.profile.facts == ["diabetes"]


@pytest.mark.parametrize(
    "changes",
    [{"email": "other@example.org", "name": "nora  FIELD"}, {"name": "N. Field"}],
)
def test_enrolment_asks_about_somebody_alike(
    cleo: Any, signed_in: SignedIn, changes: dict[str, str]
) -> None:
    make_patient(
        cleo.memberships.get().clinic,
        name="Nora Field",
        date_of_birth="1968-03-02",
        email="Nora@example.org",
    )
    before = Patient.objects.count()
    browser = signed_in(cleo)

    asked = browser.post("/clinic/enrol", enrolment(**changes))

    assert asked.status_code == 422
    assert "Is this the same person?" in asked.content.decode()
    assert Patient.objects.count() == before
    done = browser.post("/clinic/enrol", enrolment(**changes, is_another="on"))
    assert done.status_code == 302
    assert Patient.objects.count() == before + 1


def test_a_form_pressed_twice_enrols_one_patient(
    cleo: Any, signed_in: SignedIn
) -> None:
    desk = signed_in(cleo)
    form = enrolment(key=str(uuid.uuid4()))

    desk.post("/clinic/enrol", form)
    page = desk.post("/clinic/enrol", form, follow=True).content.decode()

    assert 'aria-label="QR code"' in page
    assert Patient.objects.filter(name="Nora Field").count() == 1


def test_a_form_sent_before_with_other_words_says_so_and_keeps_them(
    cleo: Any, signed_in: SignedIn
) -> None:
    desk = signed_in(cleo)
    key = str(uuid.uuid4())
    desk.post("/clinic/enrol", enrolment(key=key))

    response = desk.post("/clinic/enrol", enrolment(key=key, name="Noah Field"))

    page = response.content.decode()
    assert response.status_code == 422
    assert "This form has already enrolled a patient." in page
    assert 'value="Noah Field"' in page
    assert key not in page
    assert not Patient.objects.filter(name="Noah Field").exists()


def test_a_form_begun_at_another_clinic_asks_before_it_enrols_here(
    cleo: Any, clinic_b: Any, signed_in: SignedIn
) -> None:
    accounts.grant_role(user=cleo, clinic=clinic_b, role=Role.COORDINATOR, by="a test")
    desk = signed_in(cleo)
    form = enrolment(clinic=str(cleo.memberships.first().clinic_id))
    desk.post("/clinic/choose", {"clinic": str(clinic_b.pk)})

    asked = desk.post("/clinic/enrol", form)

    page = asked.content.decode()
    assert asked.status_code == 422
    assert "You work at Spree Ruecken now" in page
    assert 'value="Nora Field"' in page
    assert not Patient.objects.filter(name="Nora Field").exists()
    again = desk.post("/clinic/enrol", {**form, "clinic": str(clinic_b.pk)})
    assert again.status_code == 302
    assert Patient.objects.get(name="Nora Field").clinic == clinic_b


def test_enrolment_does_not_tell_of_another_clinics_patients(
    cleo: Any, clinic_b: Any, signed_in: SignedIn
) -> None:
    make_patient(clinic_b, name="Nora Field", date_of_birth="1968-03-02")

    assert signed_in(cleo).post("/clinic/enrol", enrolment()).status_code == 302


def test_enrolment_keeps_what_was_typed(cleo: Any, signed_in: SignedIn) -> None:
    answers = enrolment(date_of_birth="2999-01-01", lot="L-77")

    response = signed_in(cleo).post("/clinic/enrol", answers)

    page = response.content.decode()
    assert response.status_code == 422
    assert "Date of birth lies between 1 January 1900 and yesterday." in page
    assert 'value="L-77"' in page
    assert Patient.objects.count() == 0


def test_a_name_that_nobody_can_see_enrols_nobody(
    cleo: Any, signed_in: SignedIn
) -> None:
    answers = enrolment(name="\u200b\u00a0", lot="L-77")

    response = signed_in(cleo).post("/clinic/enrol", answers)

    page = response.content.decode()
    assert response.status_code == 422
    assert 'id="id_name_error"' in page
    assert 'value="L-77"' in page
    assert Patient.objects.count() == 0


@pytest.mark.parametrize(
    ("typed", "stored"), [("7,5", "7.5"), ("7.5", "7.5"), ("0", "0"), ("", None)]
)
def test_enrolment_takes_a_decimal_comma(
    cleo: Any, signed_in: SignedIn, typed: str, stored: str | None
) -> None:
    signed_in(cleo).post("/clinic/enrol", enrolment(baseline_pain=typed))

    pain = Patient.objects.get().episodes.get().baseline_pain
    assert pain == (None if stored is None else Decimal(stored))


@pytest.mark.parametrize("typed", ["six", "10,1", "-1", "7,55", "7,5,1"])
def test_a_pain_that_is_no_number_is_named_and_kept(
    cleo: Any, signed_in: SignedIn, typed: str
) -> None:
    answers = enrolment(baseline_pain=typed)

    response = signed_in(cleo).post("/clinic/enrol", answers)

    page = response.content.decode()
    assert response.status_code == 422
    assert "Pain is a number from 0 to 10, such as 6 or 6.5." in page
    assert f'value="{typed}"' in page
    assert not Patient.objects.exists()


@pytest.mark.parametrize("born", ["1800-01-01", "2999-01-01"])
def test_a_date_of_birth_out_of_bounds_says_which_are_taken(
    cleo: Any, signed_in: SignedIn, born: str
) -> None:
    response = signed_in(cleo).post("/clinic/enrol", enrolment(date_of_birth=born))

    page = response.content.decode()
    assert "Date of birth lies between 1 January 1900 and yesterday." in page
    assert not Patient.objects.exists()


def test_new_link_is_shown_in_this_browser_only(
    cleo: Any, ada: Any, clinic_a: Any, signed_in: SignedIn
) -> None:
    patient = make_patient(clinic_a, user=None)
    path = f"/clinic/patients/{patient.pk}/invitation"
    desk = signed_in(cleo)

    shown = desk.post(path, follow=True).content.decode()
    elsewhere = signed_in(ada).get(path).content.decode()

    assert ["/invitation/" in p.replace(path, "") for p in (shown, elsewhere)] == [
        True,
        False,
    ]


def test_who_has_joined_needs_no_invitation(browser: Client, pat: Patient) -> None:
    path = f"/clinic/patients/{pat.pk}/invitation"

    assert "has joined" in browser.get(path).content.decode()
    assert browser.post(path).status_code == 409


def test_staff_enter_a_check_in_in_their_own_name(
    browser: Client, pat: Patient, ada: Any
) -> None:
    today = clock.local_today(pat.zone)
    answers = {
        "check_in_id": str(uuid.uuid4()),
        "local_date": (today - timedelta(days=1)).isoformat(),
        "recorded_at": clock.now().isoformat(),
        "pain": "6",
        "symptom": ["calf_swelling"],
        "change_calf_swelling": "new",
    }

    response = browser.post(f"/clinic/patients/{pat.pk}/check-in", answers, follow=True)

    stored = CheckIn.objects.get()
    assert (stored.entered_by, stored.day) == (ada, 8)
    assert "Tell the patient:" in response.content.decode()


def test_staff_entry_keeps_what_was_typed(browser: Client, pat: Patient) -> None:
    path = f"/clinic/patients/{pat.pk}/check-in"

    response = browser.post(path, {"pain": "6", "local_date": "1999-01-01"})

    page = response.content.decode()
    assert response.status_code == 422
    assert 'id="pain_6" checked' in page
    assert "at most 7 days before day 0" in page


def plan_fields() -> dict[str, Any]:
    plan = DEFAULT_PROTOCOL.as_json()
    return {
        f"phases-{i}-{name}": phase[name]
        for i, phase in enumerate(plan["phases"])
        for name in ("title", "first_day", "last_day", "cadence", "what_to_expect")
    }


def test_lead_releases_a_new_version(
    lena: Any, pat: Patient, signed_in: SignedIn
) -> None:
    changes = {"phases-0-what_to_expect": "Rest, and walk a little."}

    signed_in(lena).post("/clinic/protocol", {**plan_fields(), **changes})

    newest = ProtocolVersion.objects.order_by("-number").first()
    assert newest is not None
    assert (newest.number, newest.released_by) == (2, lena)
    assert newest.plan["phases"][0]["what_to_expect"] == "Rest, and walk a little."
    assert pat.episodes.get().protocol.number == 1


NAMES_IBUPROFEN = {"phases-0-what_to_expect": "Do not take ibuprofen."}


def look(page: str) -> str:
    found = re.search(r'name="looked" id="looked" value="(\w+)"', page)
    assert found
    return found[1]


def test_what_has_to_be_looked_at_twice_is_released_with_a_tick(
    lena: Any, pat: Patient, signed_in: SignedIn
) -> None:
    browser = signed_in(lena)
    fields = plan_fields() | NAMES_IBUPROFEN

    asked = browser.post("/clinic/protocol", fields)
    page = asked.content.decode()
    assert (asked.status_code, ProtocolVersion.objects.count()) == (422, 1)
    assert page.count("It names an anti-inflammatory") == 2
    assert "Do not take ibuprofen.</textarea>" in page

    released = browser.post("/clinic/protocol", fields | {"looked": look(page)})
    assert (released.status_code, ProtocolVersion.objects.count()) == (302, 2)

    later = browser.post("/clinic/protocol", {"phases-1-title": "Building up"})
    assert (later.status_code, ProtocolVersion.objects.count()) == (302, 3)


def test_a_tick_is_for_the_words_that_were_looked_at(
    lena: Any, pat: Patient, signed_in: SignedIn
) -> None:
    browser = signed_in(lena)
    page = browser.post("/clinic/protocol", NAMES_IBUPROFEN).content.decode()
    others = {"phases-0-what_to_expect": "Ibuprofen helps.", "looked": look(page)}

    asked = browser.post("/clinic/protocol", others)

    assert (asked.status_code, ProtocolVersion.objects.count()) == (422, 1)


@pytest.mark.parametrize("last_day", ["20", "soon", ""])
def test_plan_with_a_gap_is_refused_and_kept(
    lena: Any, pat: Patient, signed_in: SignedIn, last_day: str
) -> None:
    changes = {"phases-0-last_day": last_day, "phases-0-title": "First steps"}

    response = signed_in(lena).post("/clinic/protocol", {**plan_fields(), **changes})

    page = response.content.decode()
    assert response.status_code == 422
    assert "This plan cannot be released yet" in page
    assert 'value="First steps"' in page
    assert ProtocolVersion.objects.count() == 1


def test_a_title_that_nobody_can_see_is_not_released(
    lena: Any, pat: Patient, signed_in: SignedIn
) -> None:
    changes = {"phases-0-title": "\u200b", "phases-1-title": "Slowly on"}

    response = signed_in(lena).post("/clinic/protocol", {**plan_fields(), **changes})

    page = response.content.decode()
    assert response.status_code == 422
    assert "It is text and not empty." in page
    assert 'value="Slowly on"' in page
    assert ProtocolVersion.objects.count() == 1


def test_texts_that_are_too_long_are_named_and_kept(
    lena: Any, pat: Patient, signed_in: SignedIn
) -> None:
    long = {
        "phases-1-what_to_expect": "a" * 100_000,
        "milestones-2-title": "b" * 81,
        "instructions-0-text": "c" * 301,
    }

    response = signed_in(lena).post("/clinic/protocol", {**plan_fields(), **long})

    page = response.content.decode()
    assert response.status_code == 422
    for place, sentence in {
        "phases-1-what_to_expect": "What to expect of phase 2 has at most 600"
        " characters, and this one has 100000.",
        "milestones-2-title": "Title of milestone 3 has at most 80 characters, and"
        " this one has 81.",
        "instructions-0-text": "Text of instruction 1 has at most 300 characters, and"
        " this one has 301.",
    }.items():
        assert f'<a href="#{place}">{sentence}</a>' in page
        assert long[place] in page
    assert ProtocolVersion.objects.count() == 1
