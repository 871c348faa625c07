"""Asking somebody to help, letting them in once, and ending it."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from backend.accounts.actions import InvitationUnusable
from backend.accounts.models import User
from backend.audit.models import AuditEvent
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput, NotFound
from tests.factories.tracker import make_check_in
from tracker.actions import helpers, invitations
from tracker.actions.coming_in import AddressUnproved, SignInFirst, SomebodyElse
from tracker.models import Alert, CheckIn, Episode, Helper, Patient
from tracker.queries import timeline

MARIA = {"name": "Maria Ruiz", "relation": "daughter", "email": "maria@example.org"}


def invite(patient: Patient, **fields: Any) -> tuple[Helper, str]:
    given = {**MARIA, "may_read": False, **fields}
    helper, link = helpers.invite(patient=patient, by=patient.user, **given)
    return helper, link.rsplit("/", 1)[-1]


def accept(
    token: str, signed_in: User | None = None, proved: str = "maria@example.org"
) -> User:
    return helpers.accept(
        token=token,
        zone="America/New_York",
        locale="en",
        agreed_to="2026-11",
        signed_in=signed_in,
        proved=proved,
    )


@pytest.fixture
def maria(pat: Patient) -> Helper:
    helper, token = invite(pat)
    accept(token)
    helper.refresh_from_db()
    return helper


def raw(episode: Episode, **answers: Any) -> dict[str, Any]:
    today = clock.local_today(episode.patient.zone).isoformat()
    moment = clock.now().isoformat()
    return {"local_date": today, "recorded_at": moment, "pain": 4, **answers}


def submit(maria: Helper, episode: Episode, **answers: Any) -> CheckIn:
    key = uuid.uuid4()
    helpers.submit(
        helper=maria, episode=episode, check_in_id=key, raw=raw(episode, **answers)
    )
    return CheckIn.objects.get(pk=key)


def test_an_accepted_helper_has_an_account_without_password(maria: Helper) -> None:
    assert maria.user is not None
    assert (maria.user.email, maria.user.name) == (MARIA["email"], MARIA["name"])
    assert not maria.user.has_usable_password()
    assert list(
        AuditEvent.objects.filter(action__startswith="helper.").values_list(
            "action", flat=True
        )
    ) == ["helper.invited", "helper.joined"]


def test_a_link_works_once(pat: Patient) -> None:
    _, token = invite(pat)
    accept(token)

    with pytest.raises(InvitationUnusable):
        accept(token)


def test_a_link_runs_out(pat: Patient, at: Callable[..., None]) -> None:
    _, token = invite(pat)
    at(clock.now() + timedelta(days=15))

    with pytest.raises(InvitationUnusable):
        accept(token)


def test_the_link_of_an_ended_grant_is_dead(pat: Patient) -> None:
    helper, token = invite(pat)
    helpers.end(helper=helper, by=pat.user)

    with pytest.raises(InvitationUnusable):
        accept(token)


@pytest.mark.parametrize("who", ["ada", "pia"])
def test_an_account_with_work_or_care_of_its_own_is_refused(
    who: str, pat: Patient, request: pytest.FixtureRequest
) -> None:
    found = request.getfixturevalue(who)
    user = found if isinstance(found, User) else found.user
    _, token = invite(pat, email=user.email)

    with pytest.raises(SomebodyElse):
        accept(token, signed_in=user)
    assert Helper.objects.get().user is None


def test_a_known_address_has_to_sign_in_first(pat: Patient, pia: Patient) -> None:
    _, token = invite(pat, email=pia.user.email)

    with pytest.raises(SignInFirst):
        accept(token, proved=pia.user.email)


@pytest.mark.parametrize("proved", ["", "pat@example.org"])
def test_nothing_is_stored_before_the_address_is_proved(
    pat: Patient, proved: str
) -> None:
    _, token = invite(pat)

    with pytest.raises(AddressUnproved):
        accept(token, proved=proved)

    assert not User.objects.filter(email="maria@example.org").exists()
    assert not AuditEvent.objects.filter(action="agreement.given").exists()
    assert helpers.preview(token).user is None


def test_the_patients_own_session_cannot_take_it(pat: Patient) -> None:
    _, token = invite(pat)

    with pytest.raises(SomebodyElse):
        accept(token, signed_in=pat.user)


def test_nobody_helps_two_people_at_a_time(maria: Helper, pia: Patient) -> None:
    _, token = invite(pia)

    with pytest.raises(SomebodyElse):
        accept(token, signed_in=maria.user)


def test_a_helper_does_not_become_a_patient_with_the_same_account(
    maria: Helper, pat: Patient, ada: User
) -> None:
    pat_two = Patient.objects.create(
        clinic=pat.clinic, name="N", date_of_birth=pat.date_of_birth, zone=pat.zone
    )
    link = invitations.invite_patient(patient=pat_two, by=ada)

    with pytest.raises(Conflict) as refused:
        invitations._user_for(pat_two, {"email": MARIA["email"]}, maria.user)
    assert refused.value.code == "already_helping"
    assert link


def test_three_at_a_time(pat: Patient) -> None:
    for number in range(3):
        invite(pat, email=f"h{number}@example.org")

    with pytest.raises(Conflict):
        invite(pat, email="h4@example.org")


def test_faults_are_named_and_nothing_is_stored(pat: Patient) -> None:
    with pytest.raises(InvalidInput) as refused:
        invite(pat, name=" ", email="maria")

    assert [e["field"] for e in refused.value.errors] == ["name", "email"]
    assert not Helper.objects.exists()


def test_nobody_is_invited_by_a_name_that_cannot_be_seen(pat: Patient) -> None:
    with pytest.raises(InvalidInput) as refused:
        invite(pat, name="\u200b", relation="\u2060\u3000")

    assert [e["field"] for e in refused.value.errors] == ["name", "relation"]
    assert not Helper.objects.exists()


def test_an_entry_carries_its_author(maria: Helper, pats_episode: Episode) -> None:
    entry = submit(maria, pats_episode)

    assert entry.entered_by == maria.user
    [line] = [e for e in timeline.entries(pats_episode) if e.kind == "check_in"]
    assert line.by == "Maria Ruiz (daughter) for the patient"


def test_the_author_stays_when_the_help_has_ended(
    maria: Helper, pats_episode: Episode, pat: Patient
) -> None:
    submit(maria, pats_episode)
    helpers.end(helper=maria, by=pat.user)

    [line] = [e for e in timeline.entries(pats_episode) if e.kind == "check_in"]
    assert line.by == "Maria Ruiz (daughter) for the patient"


def test_a_helpers_emergency_calls_staff_at_once(
    maria: Helper, pats_episode: Episode, ada: User
) -> None:
    numb = [{"code": "saddle_numbness", "change": "new"}]

    submit(maria, pats_episode, symptoms=numb)

    assert Alert.objects.get(episode=pats_episode).rule_id == "R03"


def test_a_helper_neither_corrects_nor_repeats_the_patients_entry(
    maria: Helper, pats_episode: Episode
) -> None:
    own = make_check_in(pats_episode, 9)

    with pytest.raises(NotFound):
        submit(maria, pats_episode, corrects=str(own.pk))
    with pytest.raises(NotFound):
        helpers.submit(
            helper=maria,
            episode=pats_episode,
            check_in_id=own.pk,
            raw=raw(pats_episode),
        )


def test_a_helper_corrects_their_own_entry(
    maria: Helper, pats_episode: Episode
) -> None:
    first = submit(maria, pats_episode)

    second = submit(maria, pats_episode, pain=6, corrects=str(first.pk))

    assert second.corrects == first


def test_ending_twice_is_one_event(maria: Helper, pat: Patient) -> None:
    helpers.end(helper=maria, by=pat.user)
    helpers.end(helper=maria, by=pat.user)

    assert AuditEvent.objects.filter(action="helper.ended").count() == 1
