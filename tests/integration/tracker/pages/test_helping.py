"""The pages of a helper, and the page on which the patient asks one."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from backend.accounts.models import User
from backend.audit.models import AuditEvent
from backend.common import clock
from tests.factories.tracker import make_alert, make_check_in
from tracker.actions import check_ins, consents, helpers
from tracker.models import CheckIn, Episode, Helper, Patient
from tracker.queries import consent_texts

SignedIn = Callable[[User], Client]
NUMB = {"symptom": "saddle_numbness", "change_saddle_numbness": "new"}


@pytest.fixture
def maria(pat: Patient) -> Helper:
    helper, link = helpers.invite(
        patient=pat,
        by=pat.user,
        name="Maria Ruiz",
        relation="daughter",
        email="maria@example.org",
        may_read=False,
    )
    helpers.accept(
        token=link.rsplit("/", 1)[-1],
        zone=pat.zone,
        locale="en",
        agreed_to="2026-11",
        proved="maria@example.org",
    )
    helper.refresh_from_db()
    return helper


@pytest.fixture
def phone(maria: Helper, signed_in: SignedIn) -> Client:
    return signed_in(maria.user)


def form(episode: Episode, **answers: str) -> dict[str, str]:
    return {
        "check_in_id": str(uuid.uuid4()),
        "local_date": clock.local_today(episode.patient.zone).isoformat(),
        "recorded_at": clock.now().isoformat(),
        **answers,
    }


def code_in(letter: Any) -> str:
    found = re.search(r"^ +(\S+)$", letter.body, re.MULTILINE)
    assert found, letter.body
    return found[1]


def text(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_asking_shows_the_link_once(pat: Patient, signed_in: SignedIn) -> None:
    client = signed_in(pat.user)
    asked = {"name": "Maria", "relation": "friend", "email": "m@x.org", "may": "read"}

    shown = client.post("/helpers", asked, follow=True)

    assert Helper.objects.get().may_read
    assert re.search(r"/helper-invitation/\S{20,}", text(shown))
    assert "mailto:m@x.org?subject=" in shown.content.decode()


def test_nobody_is_asked_by_a_name_that_cannot_be_seen(
    pat: Patient, signed_in: SignedIn
) -> None:
    asked = {"name": "\u200b", "relation": "\u200d", "email": "m@x.org", "may": "read"}

    shown = signed_in(pat.user).post("/helpers", asked)

    assert "Write their name." in text(shown)
    assert "Write who they are to you." in text(shown)
    assert not Helper.objects.exists()


def test_the_link_of_one_is_not_shown_for_another(
    pat: Patient, signed_in: SignedIn
) -> None:
    client = signed_in(pat.user)
    asked = {"relation": "friend", "may": "read"}
    client.post("/helpers", {**asked, "name": "Maria", "email": "m@x.org"})
    client.post("/helpers", {**asked, "name": "Kim", "email": "k@x.org"})
    assert "Give this to Kim" in text(client.get("/helpers"))

    client.post(f"/helpers/{Helper.objects.get(name='Kim').pk}/end")

    assert "Give this to" not in text(client.get("/helpers"))


def test_one_cannot_ask_oneself(pat: Patient, signed_in: SignedIn) -> None:
    asked = {"name": "P", "relation": "me", "email": pat.user.email, "may": "write"}

    shown = signed_in(pat.user).post("/helpers", asked)

    assert "It must be another one than yours." in text(shown)
    assert not Helper.objects.exists()


def test_the_invited_person_comes_in_by_the_link(pat: Patient) -> None:
    _, link = helpers.invite(
        patient=pat,
        by=pat.user,
        name="Maria Ruiz",
        relation="daughter",
        email="maria@example.org",
        may_read=False,
    )
    path = link[link.index("/helper-invitation") :]
    client = Client()
    assert "Pat asks you to help" in text(client.get(path))
    agreed = {"agreed": "on", "zone": "Europe/Madrid", "locale": "es"}

    asked = client.post(path, agreed, follow=True)

    assert asked.redirect_chain == [(path, 302)]
    assert "We sent a code to maria@example.org" in text(asked)
    assert client.get("/helping").status_code == 302
    assert not AuditEvent.objects.filter(action="agreement.given").exists()
    [letter] = mail.outbox
    assert letter.to == ["maria@example.org"]
    came = client.post(path, {"code": code_in(letter)}, follow=True)
    assert came.redirect_chain[-1][0] == "/helping"
    assert Helper.objects.get().user.locale == "es"
    agreement = AuditEvent.objects.get(action="agreement.given")
    assert agreement.detail == {"text_version": "2026-11"}
    assert client.get(path).status_code == 410


def test_an_entry_is_the_patients_with_the_helpers_name(
    phone: Client, pats_episode: Episode, ada: User, signed_in: SignedIn
) -> None:
    path = f"/helping/{pats_episode.pk}/check-in"

    sent = phone.post(path, form(pats_episode, pain="4"), follow=True)

    assert "Saved for Pat" in text(sent)
    assert CheckIn.objects.get().episode == pats_episode
    record = signed_in(ada).get(f"/clinic/patients/{pats_episode.patient_id}")
    assert "by Maria Ruiz (daughter) for the patient" in text(record)


def test_the_patient_sees_who_entered_it(
    phone: Client, pats_episode: Episode, pat: Patient, signed_in: SignedIn
) -> None:
    phone.post(f"/helping/{pats_episode.pk}/check-in", form(pats_episode, pain="4"))
    make_check_in(pats_episode, 9)

    shown = text(signed_in(pat.user).get("/messages"))

    assert shown.count("Entered by Maria Ruiz") == shown.count("Entered by") == 1


def test_the_alert_says_who_entered_it_and_what_was_not_asked(
    phone: Client, pats_episode: Episode, ada: User, signed_in: SignedIn
) -> None:
    phone.post(f"/helping/{pats_episode.pk}/check-in", form(pats_episode, **NUMB))

    alert = pats_episode.alerts.get()
    shown = text(signed_in(ada).get(f"/clinic/alerts/{alert.pk}"))
    assert (
        "Entered by Maria Ruiz (daughter) for the patient; "
        "mood and sexual function not asked" in shown
    )


def test_an_emergency_is_addressed_to_the_patient(
    phone: Client, pats_episode: Episode
) -> None:
    path = f"/helping/{pats_episode.pk}/check-in"

    sent = phone.post(path, form(pats_episode, **NUMB), follow=True)

    assert "/emergency/" in sent.redirect_chain[-1][0]
    assert "For Pat" in text(sent)
    assert "Call 911" in text(sent)


@pytest.mark.parametrize("page", ["check-in", "symptom"])
def test_a_helper_is_not_asked_about_private_things(
    page: str, phone: Client, pats_episode: Episode
) -> None:
    asked = phone.get(f"/helping/{pats_episode.pk}/{page}").content.decode()

    for code in ("suicidal_thoughts", "low_mood", "sexual_function_change"):
        assert f'value="{code}"' not in asked
    assert 'name="note"' not in asked
    assert 'value="saddle_numbness"' in asked


def test_an_entry_for_another_course_is_refused(
    phone: Client, pats_episode: Episode, pia: Patient
) -> None:
    path = f"/helping/{pia.episodes.get().pk}/check-in"

    sent = phone.post(path, form(pats_episode, pain="4"))

    assert sent.status_code == 404
    assert not CheckIn.objects.exists()


def test_a_wrong_number_is_named_and_nothing_typed_is_lost(
    phone: Client, pats_episode: Episode
) -> None:
    path = f"/helping/{pats_episode.pk}/check-in"

    sent = phone.post(path, form(pats_episode, pain="4", walk_minutes="many"))

    assert sent.status_code == 422
    assert 'value="many"' in sent.content.decode()
    assert not CheckIn.objects.exists()


def test_the_patients_own_entry_is_not_shown(
    phone: Client, pats_episode: Episode
) -> None:
    own = make_check_in(pats_episode, 9)

    shown = phone.get(f"/helping/{pats_episode.pk}/check-in/{own.pk}")

    assert shown.status_code == 404


def test_what_the_patient_told_about_mood_stays_private(
    phone: Client, maria: Helper, pats_episode: Episode, pat: Patient, ada: User
) -> None:
    helpers.let_read(helper=maria, may_read=True, by=pat.user)
    told = make_check_in(
        pats_episode,
        8,
        answers={"symptoms": [{"code": "suicidal_thoughts", "change": "new"}]},
    )
    make_alert(told, rule_id="R24", level=4, acknowledged_by=ada)
    plain = make_check_in(pats_episode, 9)

    shown = phone.get("/helping/messages")

    assert [r.check_in.pk for r in shown.context["reports"]] == [plain.pk]


def test_the_advice_says_nothing_of_what_only_the_patient_told(
    phone: Client, pats_episode: Episode, pat: Patient
) -> None:
    check_ins.submit(
        check_in_id=uuid.uuid4(),
        raw={
            "local_date": clock.local_today(pat.zone).isoformat(),
            "recorded_at": clock.now().isoformat(),
            "pain": 4,
            "symptoms": [{"code": "suicidal_thoughts", "change": "new"}],
        },
        by=pat.user,
    )

    sent = phone.post(
        f"/helping/{pats_episode.pk}/check-in",
        form(pats_episode, pain="4"),
        follow=True,
    )

    assert "/check-in/" in sent.redirect_chain[-1][0]
    assert [line["rule"] for line in sent.context["advice"]] == []


def test_the_first_page_of_a_helper_is_their_own(phone: Client) -> None:
    for path in ("/", "/today", "/check-in"):
        answer = phone.get(path, follow=True)

        assert answer.redirect_chain[-1][0] == "/helping"


def test_a_helper_may_step_back(phone: Client, maria: Helper) -> None:
    phone.post("/helping/stop")

    maria.refresh_from_db()
    assert maria.ended_by == maria.user
    assert phone.get("/helping").status_code == 404


def test_the_phone_learns_whose_grant_it_holds(
    phone: Client, maria: Helper, pats_episode: Episode
) -> None:
    """Pat's own entries on the same phone have another owner and stay."""
    card = phone.get("/device").json()

    assert card["owner"] == str(maria.pk) != str(pats_episode.pk)
    assert card["helping"] == f"/helping/{pats_episode.pk}"
    assert card["helped"] == "Pat"


def test_a_withdrawal_ends_every_helper_for_good(
    maria: Helper, phone: Client, pat: Patient
) -> None:
    helpers.let_read(helper=maria, may_read=True, by=pat.user)
    _, link = helpers.invite(
        patient=pat,
        by=pat.user,
        name="Jo",
        relation="friend",
        email="jo@example.org",
        may_read=True,
    )
    assert phone.get("/helping/progress").status_code == 200

    consents.withdraw(patient=pat, by=pat.user)

    def answers() -> list[int]:
        paths = ("/helping", "/helping/progress", "/helping/messages")
        return [phone.get(path).status_code for path in paths]

    assert answers() == [404] * 3
    assert Client().get(link[link.index("/helper-invitation") :]).status_code == 410
    text_now = consent_texts.current(pat.clinic, "en")
    consents.give(patient=pat, text=text_now, by=pat.user)
    assert answers() == [404] * 3
    course = pat.episodes.get()
    assert phone.get(f"/helping/{course.pk}/check-in").status_code == 404


def test_nobody_is_asked_to_help_after_a_withdrawal(
    pat: Patient, signed_in: SignedIn
) -> None:
    consents.withdraw(patient=pat, by=pat.user)
    asked = {"name": "Maria", "relation": "friend", "email": "m@x.org", "may": "read"}

    answer = signed_in(pat.user).post("/helpers", asked)

    assert "the consent was withdrawn" in text(answer)
    assert not Helper.objects.exists()
