"""The pages of adverse events: list, form, detail and both exports."""

import csv
import json
import re
import uuid
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import User
from backend.audit.models import AuditEvent
from backend.common import clock
from tests.factories.tracker import make_alert, make_check_in
from tracker.actions import adverse_events
from tracker.models import AdverseEvent, Alert, Episode, Patient

SignedIn = Callable[..., Client]


@pytest.fixture
def browser(ada: User, signed_in: SignedIn) -> Client:
    return signed_in(ada)


def record(episode: Episode, by: User, **changes: Any) -> AdverseEvent:
    values = {
        "term": "spine_infection",
        "onset_on": clock.local_today(episode.patient.zone) - timedelta(days=2),
        "grade": 3,
        "seriousness": ["admission"],
        "relatedness": "possible",
        "outcome": "ongoing",
    }
    return adverse_events.record(episode=episode, by=by, **{**values, **changes})


@pytest.fixture
def event(pats_episode: Episode, ada: User) -> AdverseEvent:
    return record(pats_episode, ada)


def text_of(response: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def answers(patient: Patient, **changes: Any) -> dict[str, Any]:
    today = clock.local_today(patient.zone)
    return {
        "event_id": str(uuid.uuid4()),
        "term": "fever",
        "onset_on": today.isoformat(),
        "aware_on": today.isoformat(),
        "narrative": "Hot since the morning.",
        "grading_temperature_c": "39,4",
        "grade": "2",
        "relatedness": "possible",
        "outcome": "ongoing",
        "regime": "us_361",
        **changes,
    }


def test_empty_list_says_where_to_begin(browser: Client) -> None:
    page = text_of(browser.get("/clinic/adverse-events"))

    assert "No adverse event has been recorded." in page
    assert "Export as CSV" not in page


def test_list_puts_the_running_clock_first(
    browser: Client, pats_episode: Episode, ada: User
) -> None:
    today = clock.local_today(pats_episode.clinic.zone)
    record(pats_episode, ada, term="headache", seriousness=[], grade=1)
    old = {"onset_on": today - timedelta(days=8)}
    record(pats_episode, ada, aware_on=today - timedelta(days=1), **old)
    record(
        pats_episode,
        ada,
        term="sepsis",
        regime="us_ind",
        seriousness=["life_threatening"],
        grade=4,
        aware_on=today - timedelta(days=8),
        **old,
    )

    page = text_of(browser.get("/clinic/adverse-events"))

    places = [
        page.index(words)
        for words in ("1 day overdue", "due in 14 days", "no report due")
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", True),
        ("?show=open", True),
        ("?show=serious", True),
        ("?show=infection", True),
        ("?show=nonsense", True),
        ("?q=alvarez", True),
        ("?q=a-17", True),
        ("?q=stone", False),
        ("?q=%00", True),
        ("?page=2", False),
        ("?page=x", True),
    ],
)
def test_list_filters(
    browser: Client, pats_episode: Episode, ada: User, query: str, shown: bool
) -> None:
    record(pats_episode, ada, lot="A-17")

    page = text_of(browser.get(f"/clinic/adverse-events{query}"))

    assert ("Pat Alvarez" in page) is shown


def test_list_asks_as_often_for_one_event_as_for_three(
    browser: Client,
    pats_episode: Episode,
    ada: User,
    django_assert_max_num_queries: Any,
) -> None:
    record(pats_episode, ada)
    with django_assert_max_num_queries(12) as one:
        browser.get("/clinic/adverse-events")
    record(pats_episode, ada)
    record(pats_episode, ada)

    with django_assert_max_num_queries(len(one.captured_queries)):
        browser.get("/clinic/adverse-events")


def test_a_cluster_stands_on_the_list_and_on_its_events(
    browser: Client, pats_episode: Episode, pia: Patient, ada: User
) -> None:
    event = record(pats_episode, ada, lot="A-17")
    record(pia.episodes.get(), ada, lot="a17")

    for path in ("", f"/{event.pk}"):
        page = text_of(browser.get(f"/clinic/adverse-events{path}"))
        assert "Infections of 2 patients in lot A-17." in page


def test_form_of_an_alert_is_filled_in(
    browser: Client, pats_episode: Episode, report: Callable[..., uuid.UUID]
) -> None:
    procedure = pats_episode.procedure
    procedure.product, procedure.lot = "Cells", "L-9"
    procedure.save()
    report(pats_episode, temperature={"value": "39.4", "unit": "C"})
    alert = Alert.objects.get(rule_id="R11")

    page = browser.get(f"/clinic/alerts/{alert.pk}/adverse-event")

    form = page.context["form"]
    assert form["term"].value() == "fever"
    assert form["grading_temperature_c"].value() == 39.4
    assert form["grade"].value() == 2
    assert (form["product"].value(), form["lot"].value()) == ("Cells", "L-9")
    assert "Suggested: grade 2." in text_of(page)


def test_form_of_an_alert_nobody_could_judge_still_opens(
    browser: Client, pats_episode: Episode
) -> None:
    alert = make_alert(make_check_in(pats_episode, 8))

    page = browser.get(f"/clinic/alerts/{alert.pk}/adverse-event")

    assert page.context["form"]["term"].value() == "numbness"
    assert "The answers do not suggest a grade." in text_of(page)


def test_record_from_the_patient(browser: Client, pat: Patient) -> None:
    response = browser.post(
        f"/clinic/patients/{pat.pk}/adverse-event", answers(pat), follow=True
    )

    event = AdverseEvent.objects.get()
    assert event.grading == {"temperature_c": 39.4}
    assert (event.grade_suggested, event.grade, event.alert) == (2, 2, None)
    assert "Recorded." in text_of(response)
    assert "Highest temperature, °C: 39.4" in text_of(response)


def test_record_from_the_alert_keeps_it(
    browser: Client, pat: Patient, pats_alert: Alert
) -> None:
    browser.post(f"/clinic/alerts/{pats_alert.pk}/adverse-event", answers(pat))

    assert AdverseEvent.objects.get().alert == pats_alert


def test_pressing_twice_records_once(browser: Client, pat: Patient) -> None:
    once = answers(pat)

    for _ in range(2):
        browser.post(f"/clinic/patients/{pat.pk}/adverse-event", once)

    assert AdverseEvent.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"grade": ""}, "Choose a grade."),
        ({"grade": "5"}, "go together"),
        ({"onset_on": "soon"}, "Enter a valid date."),
        ({"onset_on": "1999-01-01"}, "The first day of the event lies between"),
        ({"grading_temperature_c": "hot"}, "Enter a number."),
        ({"grading_temperature_c": "99"}, "less than or equal to 45"),
    ],
)
def test_refused_form_keeps_what_was_typed(
    browser: Client, pat: Patient, changes: dict[str, str], message: str
) -> None:
    typed = answers(pat, lot="L-77", **changes)

    response = browser.post(f"/clinic/patients/{pat.pk}/adverse-event", typed)

    assert response.status_code == 422
    assert message in text_of(response)
    page = response.content.decode()
    assert 'value="L-77"' in page
    assert "Hot since the morning." in page
    assert not AdverseEvent.objects.exists()


def test_another_term_shows_its_questions_and_keeps_the_rest(
    browser: Client, pat: Patient
) -> None:
    typed = answers(
        pat,
        term="urinary_retention",
        grading_bladder="catheter",
        seriousness=["admission", "important"],
        onset_on="not yet",
        lot="L-77",
        show="yes",
    )

    response = browser.post(f"/clinic/patients/{pat.pk}/adverse-event", typed)

    page = response.content.decode()
    assert response.status_code == 200
    assert "Emptying the bladder" in page
    assert "Suggested: grade 3." in text_of(response)
    assert 'value="L-77"' in page
    assert response.context["form"]["seriousness"].value() == ["admission", "important"]
    assert response.context["form"]["onset_on"].value() == "not yet"
    assert not AdverseEvent.objects.exists()


def test_detail_writes_down_who_looked(
    browser: Client, event: AdverseEvent, ada: User
) -> None:
    page = text_of(browser.get(f"/clinic/adverse-events/{event.pk}"))

    assert "Grade 3 · Severe: medicine by vein, or a procedure" in page
    assert "Due in 15 days" in page
    assert "Form FDA 3500A" in page
    read = AuditEvent.objects.get(action="adverse_event.read")
    assert (read.actor_id, read.target_id) == (ada.pk, str(event.pk))


def amendment(client: Client, event: AdverseEvent, **changes: Any) -> dict[str, Any]:
    form = client.get(f"/clinic/adverse-events/{event.pk}/amend").context["form"]
    shown = {name: form[name].value() for name in form.fields}
    known = {n: v for n, v in shown.items() if v not in (None, "", False)}
    return known | {"reason": "Looked again"} | changes


def test_amend_shows_what_changed_and_why(browser: Client, event: AdverseEvent) -> None:
    response = browser.post(
        f"/clinic/adverse-events/{event.pk}/amend",
        amendment(browser, event, outcome="recovered"),
        follow=True,
    )

    page = text_of(response)
    assert "Looked again" in page
    assert "How it is now: Ongoing → Recovered" in page


def test_the_second_of_two_sees_both_and_may_send_again(
    browser: Client, event: AdverseEvent, lena: User
) -> None:
    mine = amendment(browser, event, outcome="recovered")
    adverse_events.amend(
        event=event, by=lena, version=1, reason="Call", outcome="recovering"
    )

    refused = browser.post(f"/clinic/adverse-events/{event.pk}/amend", mine)

    page = text_of(refused)
    assert refused.status_code == 409
    assert "Lena Ito changed this event" in page
    assert "How it is now Getting better Recovered" in page
    form = refused.context["form"]
    assert form["outcome"].value() == "recovered"
    again = mine | {"version": form["version"].value()}
    browser.post(f"/clinic/adverse-events/{event.pk}/amend", again)
    event.refresh_from_db()
    assert event.outcome == "recovered"


def test_amend_can_ask_other_questions(browser: Client, event: AdverseEvent) -> None:
    typed = amendment(browser, event, term="headache", show="yes")

    page = browser.post(f"/clinic/adverse-events/{event.pk}/amend", typed)

    assert "What it limits" in page.content.decode()
    assert page.context["form"]["reason"].value() == "Looked again"


def test_report_and_news_of_it(browser: Client, event: AdverseEvent) -> None:
    path = f"/clinic/adverse-events/{event.pk}"
    today = clock.local_today(event.clinic.zone)
    sent = {"reported_on": today.isoformat(), "reference": "FDA 9", "version": 1}

    shown = text_of(browser.post(f"{path}/reported", sent, follow=True))
    assert "Marked as reported." in shown
    assert "FDA 9" in shown

    browser.post(f"{path}/amend", amendment(browser, event, narrative="Culture"))
    assert "Due in 15 days" in text_of(browser.get(path))


@pytest.mark.parametrize(
    ("path", "data", "message"),
    [
        ("reported", {"reported_on": "2999-01-01", "version": 1}, "today at last"),
        ("reported", {"reported_on": "", "version": 1}, "This field is required."),
        ("not-reported", {"because": "", "version": 1}, "Say why it is not reported."),
        ("not-reported", {"because": "Own", "version": 7}, "changed this event"),
    ],
)
def test_refused_report_says_why(
    browser: Client, event: AdverseEvent, path: str, data: dict[str, Any], message: str
) -> None:
    response = browser.post(f"/clinic/adverse-events/{event.pk}/{path}", data)

    assert response.status_code == 422
    assert message in text_of(response)


def test_decision_not_to_report_is_kept(browser: Client, event: AdverseEvent) -> None:
    response = browser.post(
        f"/clinic/adverse-events/{event.pk}/not-reported",
        {"because": "Same procedure", "version": 1},
        follow=True,
    )

    assert "Same procedure" in text_of(response)
    assert "Not reported" in text_of(response)


def table_of(response: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"))))


def test_csv_holds_the_list_and_runs_nothing(
    browser: Client, pats_episode: Episode, ada: User
) -> None:
    nasty = '=HYPERLINK("http://x.example","y")'
    record(pats_episode, ada, lot=nasty, narrative=" +1+1", supplier="@a")

    response = browser.get("/clinic/adverse-events.csv?show=open")

    (row,) = table_of(response)
    assert row["lot"] == f"'{nasty}"
    assert row["narrative"] == "'+1+1"
    assert row["supplier"] == "'@a"
    assert (row["grade"], row["report_needed"], row["day"]) == ("3", "yes", "7")
    assert "Alvarez" not in response.content.decode()
    written = AuditEvent.objects.get(action="adverse_event.list_exported")
    assert written.detail == {"state": "open", "rows": 1}
    assert written.clinic_id == pats_episode.clinic_id


def test_json_holds_what_a_report_form_asks_for(
    browser: Client,
    pats_episode: Episode,
    ada: User,
    report: Callable[..., uuid.UUID],
) -> None:
    report(
        pats_episode,
        temperature={"value": "39.4", "unit": "C"},
        weight_kg=81.5,
        medicines_taken=["paracetamol"],
    )
    alert = Alert.objects.get(rule_id="R11")
    event = adverse_events.record(
        episode=pats_episode,
        by=ada,
        alert=alert,
        term="spine_infection",
        onset_on=clock.local_today(pats_episode.patient.zone),
        grade=3,
        seriousness=["admission"],
        relatedness="possible",
        outcome="ongoing",
        lot="L-9",
    )
    adverse_events.amend(event=event, by=ada, version=1, reason="Slip", lot="L-8")

    response = browser.get(f"/clinic/adverse-events/{event.pk}.json")

    told = json.loads(response.content)
    assert told["patient"]["weight_kg"] == 81.5
    assert told["patient"]["medicines_named_in_entries"][0]["code"] == "paracetamol"
    assert told["event"]["seriousness"][0]["code"] == "admission"
    assert told["product"]["lot"] == "L-8"
    assert told["report"]["form"] == "Form FDA 3500A"
    assert told["alert"]["ruleset"] == alert.ruleset
    assert told["alert"]["shown_to_patient"][0]["text"]
    assert told["earlier_versions"][0]["fields"]["lot"] == "L-9"
    assert "Alvarez" not in response.content.decode()
    assert AuditEvent.objects.filter(action="adverse_event.exported").count() == 1


def test_coordinator_reads_and_exports_nothing(
    cleo: User, signed_in: SignedIn, event: AdverseEvent
) -> None:
    desk = signed_in(cleo)

    page = desk.get(f"/clinic/adverse-events/{event.pk}").content.decode()
    listed = desk.get("/clinic/adverse-events").content.decode()

    assert "Severe: medicine by vein" in page
    assert "/amend" not in page
    assert "Mark as reported" not in page
    assert "Export" not in listed + page


@pytest.mark.parametrize(
    ("days_ago", "words"),
    [(11, None), (12, "due in 3 days"), (15, "due today"), (16, "1 day overdue")],
)
def test_worklist_shows_a_report_that_is_due(
    browser: Client,
    pats_episode: Episode,
    ada: User,
    days_ago: int,
    words: str | None,
) -> None:
    day = clock.local_today(pats_episode.clinic.zone) - timedelta(days=days_ago)
    record(pats_episode, ada, onset_on=day, aware_on=day)

    page = text_of(browser.get("/clinic/"))

    assert ("Report of an adverse event" in page) is (words is not None)
    assert (words or "") in page


def test_worklist_of_those_who_cannot_report_stays_quiet(
    cleo: User, signed_in: SignedIn, pats_episode: Episode, ada: User
) -> None:
    day = clock.local_today(pats_episode.clinic.zone) - timedelta(days=16)
    record(pats_episode, ada, onset_on=day, aware_on=day)

    assert "overdue" not in text_of(signed_in(cleo).get("/clinic/"))


def test_alert_and_record_lead_to_the_form(
    browser: Client, pat: Patient, pats_alert: Alert
) -> None:
    for path in (f"alerts/{pats_alert.pk}", f"patients/{pat.pk}"):
        page = browser.get(f"/clinic/{path}").content.decode()
        assert f'href="/clinic/{path}/adverse-event"' in page


def test_alert_closed_as_an_adverse_event_offers_the_form(
    browser: Client, pats_alert: Alert
) -> None:
    page = browser.post(
        f"/clinic/alerts/{pats_alert.pk}/resolve",
        {"resolution": "adverse_event"},
        follow=True,
    )

    assert "Fill in the adverse event" in text_of(page)


def test_going_back_to_change_and_send_again_leads_to_the_change(
    browser: Client, pat: Patient
) -> None:
    path = f"/clinic/patients/{pat.pk}/adverse-event"
    typed = answers(pat)
    browser.post(path, typed)
    event = AdverseEvent.objects.get()

    again = browser.post(path, typed | {"narrative": "Hot, then shaking."})

    page = again.content.decode()
    assert again.status_code == 409
    assert "It is recorded already" in page
    assert "Hot, then shaking." in page
    assert f'action="/clinic/adverse-events/{event.pk}/amend"' in page
    change = {n: v for n, v in typed.items() if n != "event_id"}
    sent = browser.post(
        f"/clinic/adverse-events/{event.pk}/amend",
        change
        | {
            "narrative": "Hot, then shaking.",
            "reason": "Forgotten",
            "version": again.context["form"]["version"].value(),
        },
    )
    event.refresh_from_db()
    assert (sent.status_code, event.narrative) == (302, "Hot, then shaking.")
    assert AdverseEvent.objects.count() == 1


def test_sending_the_same_again_is_harmless(browser: Client, pat: Patient) -> None:
    path = f"/clinic/patients/{pat.pk}/adverse-event"
    typed = answers(pat)

    sent = [browser.post(path, typed).status_code for _ in range(2)]

    assert sent == [302, 302]
    assert AdverseEvent.objects.count() == 1


def test_identifier_of_somebody_else_is_refused_on_the_form(
    browser: Client, pat: Patient, pats_episode: Episode, lena: User
) -> None:
    other = record(pats_episode, lena)

    refused = browser.post(
        f"/clinic/patients/{pat.pk}/adverse-event", answers(pat, event_id=other.pk)
    )

    assert refused.status_code == 409
    assert "already in use" in refused.content.decode()
