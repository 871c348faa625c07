"""Recording, amending and reporting adverse events."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest

from backend.accounts.models import Clinic, User
from backend.audit.models import AuditEvent
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput
from reminders.models import Message
from tests.factories.tracker import make_alert, make_check_in, make_episode
from tests.factories.tracker import make_patient as make_person
from tracker.actions import adverse_events
from tracker.models import AdverseEvent, AdverseEventRevision, Episode, Patient


def today(clinic: Clinic) -> date:
    return clock.local_today(clinic.zone)


def given(**changes: Any) -> dict[str, Any]:
    values = {
        "term": "spine_infection",
        "onset_on": clock.local_today("America/New_York") - timedelta(days=2),
        "grade": 3,
        "seriousness": ["admission"],
        "relatedness": "possible",
        "outcome": "ongoing",
    }
    return {**values, **changes}


def record(episode: Episode, by: User, **changes: Any) -> AdverseEvent:
    return adverse_events.record(episode=episode, by=by, **given(**changes))


@pytest.fixture
def event(pats_episode: Episode, ada: User) -> AdverseEvent:
    return record(pats_episode, ada)


def wrong(invalid: pytest.ExceptionInfo[InvalidInput]) -> list[str]:
    return [error["field"] for error in invalid.value.errors]


def test_record_fills_in_what_is_known(pats_episode: Episode, ada: User) -> None:
    procedure = pats_episode.procedure
    procedure.product, procedure.lot = "BMC", "A17"
    procedure.save()

    event = record(pats_episode, ada, grading={"treatment": "intravenous"})

    event.refresh_from_db()
    assert (event.product, event.lot, event.day) == ("BMC", "A17", 7)
    assert (event.regime, event.is_infection) == ("us_361", True)
    assert (event.grade_suggested, event.grade) == (3, 3)
    assert event.aware_on == today(event.clinic)
    assert event.report_due_on == today(event.clinic) + timedelta(days=15)
    assert (event.version, event.recorded_by) == (1, ada)
    stored = AuditEvent.objects.get(action="adverse_event.recorded")
    assert (stored.target_id, stored.actor_id) == (str(event.pk), ada.pk)
    assert stored.detail == {"term": "spine_infection", "grade": 3}


def test_record_keeps_the_alert_it_came_from(pats_episode: Episode, ada: User) -> None:
    alert = make_alert(make_check_in(pats_episode, 8))

    event = adverse_events.record(episode=pats_episode, by=ada, alert=alert, **given())

    assert list(alert.adverse_events.all()) == [event]


def test_record_names_what_is_missing(pats_episode: Episode, ada: User) -> None:
    with pytest.raises(InvalidInput) as refused:
        adverse_events.record(episode=pats_episode, by=ada, lot="x" * 121)

    assert sorted(wrong(refused)) == [
        "grade",
        "lot",
        "onset_on",
        "outcome",
        "relatedness",
        "term",
    ]
    assert not AdverseEvent.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("term", "bad_luck"),
        ("grade", 6),
        ("grade", True),
        ("seriousness", ["severe"]),
        ("relatedness", "maybe"),
        ("outcome", "fine"),
        ("is_infection", "yes"),
        ("regime", "mars"),
        ("narrative", "x" * 4001),
        ("grading", ["fever"]),
        ("grading", {"mood": "bad"}),
        ("grading", {"limits": "everything"}),
        ("grading", {"temperature_c": "hot"}),
        ("grading", {"temperature_c": 99}),
        ("onset_on", date(2999, 1, 1)),
        ("onset_on", date(1999, 1, 1)),
        ("aware_on", date(2999, 1, 1)),
        ("unheard_of", 1),
    ],
)
def test_record_refuses_and_stores_nothing(
    pats_episode: Episode, ada: User, field: str, value: Any
) -> None:
    with pytest.raises(InvalidInput) as refused:
        record(pats_episode, ada, **{field: value})

    assert wrong(refused) == [field]
    assert not AdverseEvent.objects.exists()


@pytest.mark.parametrize(
    "part",
    [{"grade": 5}, {"seriousness": ["death"]}, {"outcome": "fatal"}],
    ids=["grade", "seriousness", "outcome"],
)
def test_a_death_is_said_three_times_or_not_at_all(
    pats_episode: Episode, ada: User, part: dict[str, Any]
) -> None:
    with pytest.raises(InvalidInput) as refused:
        record(pats_episode, ada, **part)

    whole = record(pats_episode, ada, grade=5, seriousness=["death"], outcome="fatal")
    assert wrong(refused) == ["grade"]
    assert whole.grade == 5


def test_nobody_knows_before_it_begins(pats_episode: Episode, ada: User) -> None:
    day = today(pats_episode.clinic)

    with pytest.raises(InvalidInput) as refused:
        record(pats_episode, ada, onset_on=day, aware_on=day - timedelta(days=1))

    assert wrong(refused) == ["aware_on"]


def test_sending_twice_records_once(pats_episode: Episode, ada: User) -> None:
    key = uuid.uuid4()

    first = record(pats_episode, ada, event_id=key)
    second = record(pats_episode, ada, event_id=key)

    assert first == second
    assert AdverseEvent.objects.count() == 1


def test_sending_again_after_an_amendment_is_harmless(
    pats_episode: Episode, ada: User
) -> None:
    key = uuid.uuid4()
    first = record(pats_episode, ada, event_id=key)
    adverse_events.amend(event=first, by=ada, version=1, reason="Worse", grade=4)

    second = record(pats_episode, ada, event_id=key)

    assert (second.pk, second.grade, second.version) == (key, 4, 2)


def test_sending_again_with_other_fields_is_told_and_changes_nothing(
    pats_episode: Episode, ada: User
) -> None:
    key = uuid.uuid4()
    first = record(pats_episode, ada, event_id=key)

    with pytest.raises(Conflict) as refused:
        record(pats_episode, ada, event_id=key, grade=4)

    assert refused.value.code == "already_recorded"
    assert refused.value.extra["event_id"] == first.pk
    assert refused.value.extra["current"]["grade"] == 3
    assert AdverseEvent.objects.get().grade == 3


def test_an_identifier_of_somebody_else_is_refused(
    pats_episode: Episode, ada: User, lena: User, event: AdverseEvent
) -> None:
    with pytest.raises(Conflict):
        record(pats_episode, lena, event_id=event.pk)


def test_amend_keeps_how_it_read(event: AdverseEvent, lena: User) -> None:
    changed = adverse_events.amend(
        event=event, by=lena, version=1, reason="Now home", seriousness=[], grade=2
    )

    assert (changed.version, changed.grade, changed.report_due_on) == (2, 2, None)
    kept = AdverseEventRevision.objects.get()
    assert (kept.version, kept.reason, kept.replaced_by) == (1, "Now home", lena)
    assert (kept.fields["grade"], kept.fields["seriousness"]) == (3, ["admission"])
    assert kept.fields["onset_on"] == event.onset_on.isoformat()
    stored = AuditEvent.objects.get(action="adverse_event.amended")
    assert sorted(stored.detail["fields"]) == ["grade", "seriousness"]


def test_amend_says_nothing_new_and_changes_nothing(
    event: AdverseEvent, ada: User
) -> None:
    same = adverse_events.amend(
        event=event, by=ada, version=1, reason="Looked again", grade=3
    )

    assert same.version == 1
    assert not AdverseEventRevision.objects.exists()


@pytest.mark.parametrize("reason", ["", "  "])
def test_amend_needs_a_reason(event: AdverseEvent, ada: User, reason: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        adverse_events.amend(event=event, by=ada, version=1, reason=reason, grade=2)

    assert wrong(refused) == ["reason"]


def test_whoever_writes_second_learns_what_is_stored(
    event: AdverseEvent, ada: User, lena: User
) -> None:
    adverse_events.amend(event=event, by=lena, version=1, reason="Mended", grade=2)

    with pytest.raises(Conflict) as refused:
        adverse_events.amend(event=event, by=ada, version=1, reason="Mine", grade=4)

    event.refresh_from_db()
    assert event.grade == 2
    assert refused.value.code == "changed_meanwhile"
    assert "Lena Ito changed this event" in refused.value.sentence
    assert refused.value.extra["current"]["grade"] == 2
    assert refused.value.extra["current"]["version"] == 2


def test_reported_stops_the_clock_until_there_is_news(
    event: AdverseEvent, ada: User
) -> None:
    day = today(event.clinic)

    done = adverse_events.mark_reported(
        event=event, by=ada, version=1, reported_on=day, reference="FDA 1"
    )
    assert (done.report_due_on, done.report_reference) == (None, "FDA 1")

    news = adverse_events.amend(
        event=event,
        by=ada,
        version=2,
        reason="Culture came back",
        narrative="C. acnes",
        news_on=day,
    )
    assert news.report_due_on == day + timedelta(days=15)

    again = adverse_events.mark_reported(
        event=event, by=ada, version=3, reported_on=day, reference="FDA 1, follow-up"
    )
    assert (again.report_due_on, again.news_on) == (None, None)
    assert AuditEvent.objects.filter(action="adverse_event.reported").count() == 2


@pytest.fixture
def reported(event: AdverseEvent, ada: User) -> AdverseEvent:
    return adverse_events.mark_reported(
        event=event, by=ada, version=1, reported_on=today(event.clinic), reference="A"
    )


@pytest.mark.parametrize(
    "news",
    [
        {"grade": 5, "seriousness": ["death"], "outcome": "fatal"},
        {"grade": 4},
        {"outcome": "sequelae"},
        {"relatedness": "definite"},
        {"is_infection": False},
    ],
    ids=lambda news: " ".join(news),
)
def test_a_change_that_counts_after_a_report_starts_the_clock(
    reported: AdverseEvent, ada: User, news: dict[str, Any]
) -> None:
    changed = adverse_events.amend(
        event=reported, by=ada, version=2, reason="It changed", **news
    )

    assert changed.news_on == today(reported.clinic)
    assert changed.report_due_on == today(reported.clinic) + timedelta(days=15)


def test_a_slip_mended_after_a_report_starts_no_clock(
    reported: AdverseEvent, ada: User
) -> None:
    changed = adverse_events.amend(
        event=reported, by=ada, version=2, reason="A slip", narrative="Spelt right"
    )

    assert (changed.news_on, changed.report_due_on) == (None, None)


def test_a_clock_that_runs_is_not_put_off_by_more_news(
    reported: AdverseEvent, ada: User, at: Any
) -> None:
    day = today(reported.clinic)
    adverse_events.amend(event=reported, by=ada, version=2, reason="Worse", grade=4)
    at(clock.now() + timedelta(days=3))

    changed = adverse_events.amend(
        event=reported, by=ada, version=3, reason="And worse", outcome="recovering"
    )

    assert changed.report_due_on == day + timedelta(days=15)


@pytest.mark.parametrize("later", [0, 3], ids=["the same day", "days later"])
def test_news_after_a_decision_not_to_report_start_the_clock_again(
    reported: AdverseEvent, ada: User, at: Any, later: int
) -> None:
    day = today(reported.clinic)
    adverse_events.amend(
        event=reported, by=ada, version=2, reason="News", news_on=day, grade=4
    )
    adverse_events.mark_not_reportable(
        event=reported, by=ada, version=3, because="Nothing of weight"
    )
    at(clock.now() + timedelta(days=later))

    told = adverse_events.amend(
        event=reported,
        by=ada,
        version=4,
        reason="Culture came back",
        narrative="MRSA",
        news_on=day + timedelta(days=later),
    )

    assert told.not_reported_because == ""
    assert told.report_due_on == day + timedelta(days=15 + later)


def test_a_change_that_counts_after_a_decision_starts_the_clock_again(
    reported: AdverseEvent, ada: User, at: Any
) -> None:
    day = today(reported.clinic)
    adverse_events.amend(event=reported, by=ada, version=2, reason="News", grade=4)
    adverse_events.mark_not_reportable(
        event=reported, by=ada, version=3, because="Nothing of weight"
    )
    at(clock.now() + timedelta(days=3))

    worse = adverse_events.amend(
        event=reported, by=ada, version=4, reason="Stays", outcome="unknown"
    )

    assert worse.not_reported_because == ""
    assert worse.report_due_on == day + timedelta(days=18)


def test_news_need_a_report_first(event: AdverseEvent, ada: User) -> None:
    with pytest.raises(InvalidInput) as refused:
        adverse_events.amend(
            event=event,
            by=ada,
            version=1,
            reason="News",
            news_on=today(event.clinic),
        )

    assert wrong(refused) == ["news_on"]


@pytest.mark.parametrize("days", [-1, 1])
def test_a_report_goes_out_between_knowing_and_today(
    event: AdverseEvent, ada: User, days: int
) -> None:
    with pytest.raises(InvalidInput) as refused:
        adverse_events.mark_reported(
            event=event,
            by=ada,
            version=1,
            reported_on=today(event.clinic) + timedelta(days=days),
            reference="",
        )

    assert wrong(refused) == ["reported_on"]


def test_not_reportable_needs_a_reason_and_keeps_it(
    event: AdverseEvent, ada: User
) -> None:
    with pytest.raises(InvalidInput) as refused:
        adverse_events.mark_not_reportable(event=event, by=ada, version=1, because="")
    assert wrong(refused) == ["not_reported_because"]

    decided = adverse_events.mark_not_reportable(
        event=event, by=ada, version=1, because="Same-procedure exemption"
    )

    assert decided.not_reported_because == "Same-procedure exemption"


def test_a_decision_falls_with_the_facts_it_was_made_on(
    event: AdverseEvent, ada: User
) -> None:
    adverse_events.mark_not_reportable(event=event, by=ada, version=1, because="Own")

    kept = adverse_events.amend(
        event=event, by=ada, version=2, reason="Word", narrative="More words"
    )
    assert kept.not_reported_because == "Own"

    worse = adverse_events.amend(
        event=event,
        by=ada,
        version=3,
        reason="Worse",
        seriousness=["admission", "permanent_damage"],
    )
    assert worse.not_reported_because == ""
    assert worse.report_due_on is not None


def infected(clinic: Clinic, by: User, lot: str, days_ago: int = 0) -> AdverseEvent:
    episode = make_episode(make_person(clinic), day=60)
    onset = today(clinic) - timedelta(days=days_ago)
    return record(episode, by, lot=lot, onset_on=onset)


def told() -> list[tuple[str, str]]:
    rows = Message.objects.filter(kind="adverse_event_cluster").order_by("created_at")
    return [(m.recipient.get_full_name(), m.path) for m in rows]


def test_two_infections_of_one_lot_call_the_leads_once(
    clinic_a: Clinic, ada: User, lena: User
) -> None:
    infected(clinic_a, ada, "L-1", days_ago=40)
    assert told() == []

    infected(clinic_a, ada, "l1", days_ago=2)
    infected(clinic_a, ada, "L1", days_ago=20)

    assert told() == [("Lena Ito", "/clinic/adverse-events")]
    assert Message.objects.get().is_urgent


def test_without_a_lead_everybody_who_may_act_is_called(
    clinic_a: Clinic, ada: User
) -> None:
    infected(clinic_a, ada, "", days_ago=7)
    infected(clinic_a, ada, "", days_ago=0)

    assert [name for name, _ in told()] == ["Ada Reyes"]


def test_an_amended_event_can_complete_a_cluster(
    clinic_a: Clinic, ada: User, lena: User
) -> None:
    infected(clinic_a, ada, "L-1", days_ago=40)
    other = infected(clinic_a, ada, "L-2", days_ago=2)
    assert told() == []

    adverse_events.amend(
        event=other, by=ada, version=1, reason="Read the label again", lot="L-1"
    )

    assert [name for name, _ in told()] == ["Lena Ito"]


def test_the_same_lot_elsewhere_is_another_clinics_matter(
    clinic_a: Clinic, clinic_b: Clinic, ada: User, lena: User, bo: User
) -> None:
    infected(clinic_a, ada, "L-1")
    infected(clinic_b, bo, "L-1")

    assert told() == []


def test_one_patient_with_two_infections_is_no_cluster(
    pat: Patient, ada: User, lena: User
) -> None:
    record(pat.episodes.get(), ada, lot="L-1")
    record(pat.episodes.get(), ada, lot="L-1", term="sepsis")

    assert told() == []
