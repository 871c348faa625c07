"""Bringing a questionnaire to a clinic: upload, look, confirm, ask."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from backend.accounts.models import User
from backend.audit.models import AuditEvent
from backend.common.errors import InvalidInput
from tests.factories.tracker import make_episode, make_patient
from tests.unit.tracker.clinical.proms.resources import choice, item, resource
from tracker.actions import protocols, questionnaires
from tracker.clinical.protocol import Protocol
from tracker.models import Alert, ImportedInstrument, ProtocolVersion

LIST = "/clinic/instruments"
LICENCE = {"licence": "Bought in 2026, contract 17", "is_licensed": "on"}


@pytest.fixture
def browser(lena: User, signed_in: Callable[..., Client]) -> Client:
    return signed_in(lena)


def four_of_mood(**changes: Any) -> dict[str, Any]:
    items = [choice(f"q{n}") for n in range(1, 5)]
    return resource(*items, name="Low Mood 4", title="Mood of four", **changes)


def upload(browser: Client, content: Any) -> Any:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return browser.post(LIST, {"file": SimpleUploadedFile("q.json", data)})


def bring(browser: Client, content: Any = None) -> ImportedInstrument:
    upload(browser, content or four_of_mood())
    return ImportedInstrument.objects.order_by("-number")[0]


def confirm(browser: Client, row: ImportedInstrument, **changes: Any) -> Any:
    fields = {"scoring": "PHQ-4", "days": "14, 42", "before": "3", "after": "3"}
    return browser.post(f"{LIST}/{row.pk}", fields | LICENCE | changes)


def test_list_names_our_own_with_licence_and_days(browser: Client) -> None:
    page = browser.get(LIST).content.decode()

    assert "Mood and worry" in page
    assert "Our own wording; free to use with this product." in page
    assert "Day 0, 42, 91, 182 and 365" in page


def test_own_one_is_shown_as_a_patient_meets_it(browser: Client) -> None:
    page = browser.get(f"{LIST}/own/mood_screen").content.decode()

    assert page.count("On no day") == 4
    assert "disabled" in page
    assert browser.get(f"{LIST}/own/made_up").status_code == 404


def test_upload_is_a_draft_that_shows_every_question(browser: Client) -> None:
    sent = upload(browser, four_of_mood())

    row = ImportedInstrument.objects.get()
    assert sent["Location"] == f"{LIST}/{row.pk}"
    assert (row.code, row.number, row.licence_confirmed_at) == ("low-mood-4", 1, None)
    page = browser.get(sent["Location"]).content.decode()
    assert [f"Ask q{n}" in page for n in range(1, 5)] == [True] * 4
    assert "Before patients are asked" in page


@pytest.mark.parametrize(
    ("content", "path", "sentence"),
    [
        (b"not json", "file", "The file is a FHIR R4 Questionnaire in JSON."),
        (b"[1]", "file", "The file is a FHIR R4 Questionnaire in JSON."),
        (b"\xff\xfe", "file", "The file is a FHIR R4 Questionnaire in JSON."),
        ({"resourceType": "Patient"}, "resourceType", "FHIR R4 Questionnaire."),
        (resource(item("a", "reference")), "item[0].type", ""),
        (b'"' + b"x" * (1024 * 1024) + b'"', "", "The file is larger than 1 MB."),
    ],
)
def test_bad_file_is_refused_with_its_path(
    browser: Client, content: Any, path: str, sentence: str
) -> None:
    sent = upload(browser, content)

    page = sent.content.decode()
    assert sent.status_code == 422
    assert sentence in page
    assert f"<code>{path}</code>" in page or not path
    assert not ImportedInstrument.objects.exists()


def test_confirming_keeps_name_time_and_what_was_chosen(
    browser: Client, lena: User
) -> None:
    row = bring(browser)

    confirm(browser, row)

    row.refresh_from_db()
    assert row.licence_confirmed_by == lena
    assert row.licence_confirmed_at is not None
    assert row.definition["scoring"] == "PHQ-4"
    assert row.definition["schedule"]["days"] == [14, 42]
    assert row.definition["licence"] == "Bought in 2026, contract 17"
    # Counted like PHQ-4, it asks our question about self-harm too.
    assert row.definition["items"][-1]["code"] == "self_harm"
    event = AuditEvent.objects.get(action="instrument.licence_confirmed")
    assert (event.actor_name, event.detail["code"]) == ("Lena Ito", "low-mood-4")


NOT_COUNTED = (
    "No answer of this questionnaire calls anybody. If it asks about thoughts of"
    " self-harm, do not use it without one of the scorings."
)


def test_one_that_is_not_counted_warns_that_it_calls_nobody(browser: Client) -> None:
    row = bring(browser)
    before = browser.get(f"{LIST}/{row.pk}").content.decode()

    confirm(browser, row, scoring="none")

    assert NOT_COUNTED in before
    assert NOT_COUNTED in browser.get(f"{LIST}/{row.pk}").content.decode()


def test_one_that_is_counted_has_no_such_warning_once_confirmed(
    browser: Client,
) -> None:
    row = bring(browser)

    confirm(browser, row)

    assert NOT_COUNTED not in browser.get(f"{LIST}/{row.pk}").content.decode()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"is_licensed": ""}, "Tick this once you know"),
        ({"licence": ""}, "This field is required."),
        ({"scoring": "RMDQ-24"}, "RMDQ-24 counts 24 questions"),
        ({"days": "14, soon"}, "The days are whole numbers"),
        ({"days": "14, 16"}, "do not overlap"),
        ({"before": "-1"}, "A margin is a whole number of days"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    browser: Client, changes: dict[str, str], sentence: str
) -> None:
    row = bring(browser)

    sent = confirm(browser, row, **changes)

    page = sent.content.decode()
    assert sent.status_code == 422
    assert sentence in page
    for typed in ({"days": "14, 42"} | changes).values():
        assert typed in page
    row.refresh_from_db()
    assert row.licence_confirmed_at is None


def test_confirmed_one_is_fixed_and_the_same_name_is_the_next_version(
    browser: Client,
) -> None:
    first = bring(browser)
    confirm(browser, first)

    again = confirm(browser, first)
    gone = browser.post(f"{LIST}/{first.pk}/discard")
    second = bring(browser)

    assert (again.status_code, gone.status_code) == (409, 409)
    assert (second.code, second.number) == (first.code, 2)


def test_draft_can_be_discarded(browser: Client) -> None:
    row = bring(browser)

    browser.post(f"{LIST}/{row.pk}/discard")

    assert not ImportedInstrument.objects.exists()


def test_draft_is_offered_to_no_plan(browser: Client) -> None:
    row = bring(browser)
    assert "Mood of four" not in browser.get("/clinic/protocol").content.decode()

    confirm(browser, row)

    assert "Mood of four" in browser.get("/clinic/protocol").content.decode()


def ask_for(browser: Client, *codes: str) -> Protocol:
    ticks = {f"instruments-{code}": "yes" for code in codes}
    browser.post("/clinic/protocol", {"instruments": "shown", **ticks})
    return Protocol.from_json(ProtocolVersion.objects.order_by("-number")[0].plan)


def test_plan_asks_for_what_is_ticked(browser: Client) -> None:
    confirm(browser, bring(browser))

    plan = ask_for(browser, "low-mood-4", "sane")

    asked = {one.code: one.schedule.days for one in plan.instruments}
    assert asked == {"low-mood-4": (14, 42), "sane": (0, 42, 91, 182, 365)}


def test_plan_without_any_asks_for_none(browser: Client) -> None:
    assert ask_for(browser).instruments == ()


def test_patient_keeps_the_version_of_an_occasion_that_was_begun(
    browser: Client, lena: User
) -> None:
    first = bring(browser)
    confirm(browser, first)
    ask_for(browser, "low-mood-4")
    patient = make_patient(first.clinic)
    episode = make_episode(patient, day=14)
    answers = {"q1": 1, "q2": 1, "q3": 2, "q4": 2}
    begun = questionnaires.answer(
        episode=episode,
        code="low-mood-4",
        occasion=14,
        raw={"q1": 1},
        by=patient.user,
        complete=False,
    )
    confirm(browser, bring(browser, four_of_mood(description="Now with an intro")))

    done = questionnaires.answer(
        episode=episode,
        code="low-mood-4",
        occasion=14,
        raw=answers,
        by=patient.user,
        complete=True,
    )

    assert done.response == begun.response
    assert done.response.imported == first
    assert (done.response.score["total"], Alert.objects.get().rule_id) == (6, "R25")


def test_plan_that_asks_for_what_the_clinic_lacks_is_refused(
    browser: Client, lena: User
) -> None:
    row = bring(browser)
    plan = protocols.ensure_default(row.clinic).plan
    asked = [{"code": row.code, "schedule": {"days": [14]}}]

    with pytest.raises(InvalidInput) as caught:
        protocols.release(
            clinic=row.clinic, plan=plan | {"instruments": asked}, by=lena
        )

    assert caught.value.errors[0]["field"] == "instruments[0].code"


def test_patient_ticks_several_answers_where_a_choice_repeats(
    browser: Client, signed_in: Callable[..., Client]
) -> None:
    helped = choice("helped", 3, repeats=True)
    row = bring(browser, resource(helped, item("sleep"), title="What helps"))
    confirm(browser, row, scoring="none")
    ask_for(browser, row.code)
    patient = make_patient(row.clinic)
    episode = make_episode(patient, day=14)
    phone, path = signed_in(patient.user), f"/questionnaires/{row.code}/14"

    asked = phone.get(path).content.decode()
    sent = phone.post(path, {"question": "helped", "answer": ["2", "0"], "go": "next"})
    again = phone.get(f"{path}?at=helped").content.decode()
    phone.post(path, {"question": "sleep", "answer": "yes"})
    review = phone.get(f"{path}?at=review").content.decode()

    assert "Tick all that are true." in asked
    assert (asked.count("checkbox"), again.count(" checked>")) == (3, 2)
    assert sent["Location"] == f"{path}?at=sleep"
    assert episode.questionnaire_responses.get().answers == {
        "helped": [0, 2],
        "sleep": True,
    }
    assert "is c0; is c2" in review


def test_no_tick_takes_the_answer_back(
    browser: Client, signed_in: Callable[..., Client]
) -> None:
    row = bring(
        browser, resource(choice("helped", 3, repeats=True), title="What helps")
    )
    confirm(browser, row, scoring="none")
    ask_for(browser, row.code)
    patient = make_patient(row.clinic)
    episode = make_episode(patient, day=14)
    phone, path = signed_in(patient.user), f"/questionnaires/{row.code}/14"

    phone.post(path, {"question": "helped", "answer": "1", "go": "next"})
    phone.post(path, {"question": "helped", "go": "back"})

    assert episode.questionnaire_responses.get().answers == {}
