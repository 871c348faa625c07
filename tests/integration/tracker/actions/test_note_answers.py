"""The question about a note: asked first, called about later, answered once."""

import threading
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from backend.accounts.models import User
from backend.common import clock
from backend.common.errors import InvalidInput
from reminders.models import Message
from tests.factories.tracker import make_episode, make_patient
from tracker import tasks
from tracker.actions import alerts, check_ins, note_answers, triage
from tracker.actions.note_answers import AskedAgain
from tracker.clinical.symptoms import SYMPTOMS
from tracker.models import Alert, CaseloadRow, CheckIn, Episode
from tracker.queries import note_questions

NOON = datetime(2026, 5, 6, 16, 0, tzinfo=UTC)
NUMB = "It is numb between my legs"
SetClock = Callable[[datetime], None]


@pytest.fixture
def course(pats_episode: Episode, ada: User, at: SetClock) -> Episode:
    at(NOON)
    return make_episode(make_patient(pats_episode.clinic))


def write(
    episode: Episode, note: str, *symptoms: str, by: User | None = None
) -> CheckIn:
    key = uuid.uuid4()
    check_ins.submit(
        check_in_id=key,
        raw={
            "local_date": clock.local_today(episode.patient.zone).isoformat(),
            "recorded_at": clock.now().isoformat(),
            "pain": 4,
            "symptoms": [{"code": code, "change": "new"} for code in symptoms],
            "note": note,
        },
        by=by or episode.patient.user,
        episode_id=episode.pk,
    )
    return CheckIn.objects.select_related("evaluation").get(pk=key)


def about(episode: Episode) -> Alert:
    return Alert.objects.get(episode=episode, rule_id="R30")


def story(alert: Alert) -> list[tuple[str, str]]:
    return list(alert.events.order_by("created_at").values_list("kind", "note"))


def test_the_alert_is_there_at_once_and_the_calls_wait(course: Episode) -> None:
    check_in = write(course, NUMB)

    alert = about(course)
    assert (alert.level, alert.status, alert.escalation_step) == (3, "open", -1)
    assert alert.waiting_since == NOON + timedelta(minutes=10)
    assert CaseloadRow.objects.get(pk=course.pk).unowned_level == 3
    assert note_questions.open_for(check_in) == ("saddle_numbness",)
    assert not Message.objects.exists()


def test_without_an_answer_staff_is_called_after_ten_minutes(
    course: Episode, ada: User, at: SetClock
) -> None:
    write(course, NUMB)

    at(NOON + timedelta(minutes=9, seconds=59))
    assert tasks.escalate_overdue_alerts() == 0
    at(NOON + timedelta(minutes=10))
    assert tasks.escalate_overdue_alerts() == 1
    assert tasks.escalate_overdue_alerts() == 0

    assert Message.objects.get().recipient == ada
    assert about(course).escalation_step == 0


def test_yes_is_an_entry_of_its_own_whose_rule_calls_at_once(
    course: Episode, ada: User
) -> None:
    check_in = write(course, NUMB)

    sent = note_answers.yes(
        check_in=check_in, symptom="saddle_numbness", by=course.patient.user
    )

    assert (sent.level.code, sent.advice[0]["rule"]) == ("emergency", "R03")
    emergency = Alert.objects.get(episode=course, rule_id="R03")
    assert Message.objects.get().subject_id == emergency.pk
    assert about(course).level == 3
    label = SYMPTOMS["saddle_numbness"].label
    assert story(about(course))[-1] == ("answered", f"{label}: yes.")
    assert note_questions.open_for(check_in) == ()


def test_yes_twice_is_one_entry_with_one_answer(course: Episode, at: SetClock) -> None:
    check_in, by = write(course, NUMB), course.patient.user

    first = note_answers.yes(check_in=check_in, symptom="saddle_numbness", by=by)
    at(NOON + timedelta(minutes=2))
    second = note_answers.yes(check_in=check_in, symptom="saddle_numbness", by=by)

    assert (first.is_new, second.is_new) == (True, False)
    assert first.advice == second.advice
    assert CheckIn.objects.filter(episode=course).count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_clicks_on_yes_at_once_get_the_same_advice(
    pats_episode: Episode, ada: User
) -> None:
    check_in, by = write(pats_episode, NUMB), pats_episode.patient.user
    together, said = threading.Barrier(2), list[str]()

    def click() -> None:
        again = CheckIn.objects.select_related("evaluation").get(pk=check_in.pk)
        together.wait()
        sent = note_answers.yes(check_in=again, symptom="saddle_numbness", by=by)
        said.append(sent.level.code)
        connection.close()

    clicks = [threading.Thread(target=click) for _ in range(2)]
    for thread in clicks:
        thread.start()
    for thread in clicks:
        thread.join()

    assert said == ["emergency", "emergency"]
    assert CheckIn.objects.filter(episode=pats_episode).count() == 2


def test_yes_to_what_its_own_rule_calls_nobody_for_calls_about_the_note(
    course: Episode, ada: User
) -> None:
    """Late in the course shaking alone is no fever rule's emergency."""
    late = make_episode(make_patient(course.clinic), day=200)
    check_in = write(late, "I have shaking chills")

    sent = note_answers.yes(
        check_in=check_in, symptom="shaking_chills", by=late.patient.user
    )

    assert sent.level.code in ("none", "watch", "soon")
    assert Message.objects.get().subject_id == about(late).pk
    assert about(late).waiting_since == NOON


def test_no_is_kept_in_the_story_and_lowers_the_alert_without_calls(
    course: Episode, at: SetClock
) -> None:
    check_in, by = write(course, NUMB), course.patient.user

    note_answers.no(check_in=check_in, symptom="saddle_numbness", by=by)
    note_answers.no(check_in=check_in, symptom="saddle_numbness", by=by)
    at(NOON + timedelta(hours=2))
    tasks.escalate_overdue_alerts()

    alert = about(course)
    assert (alert.level, alert.status) == (2, "open")
    assert [kind for kind, _ in story(alert)] == ["opened", "answered"]
    assert alert.finding["reasons"][-1]["value"] == "no"
    assert CaseloadRow.objects.get(pk=course.pk).alert_level == 2
    assert not Message.objects.exists()


def test_one_no_of_two_questions_keeps_the_alert_urgent(
    course: Episode, at: SetClock
) -> None:
    check_in = write(course, "I fainted, and my stool was black")
    by = course.patient.user

    note_answers.no(check_in=check_in, symptom="fainting", by=by)

    assert about(course).level == 3
    assert note_questions.open_for(check_in) == ("black_stool_or_vomiting_blood",)
    at(NOON + timedelta(minutes=10))
    assert tasks.escalate_overdue_alerts() == 1


def test_no_after_yes_never_lowers_the_alert(course: Episode) -> None:
    check_in = write(course, "I fainted, and my stool was black")
    by = course.patient.user

    note_answers.yes(check_in=check_in, symptom="fainting", by=by)
    note_answers.no(check_in=check_in, symptom="black_stool_or_vomiting_blood", by=by)

    assert about(course).level == 3


def test_a_second_note_keeps_the_first_question_open(course: Episode) -> None:
    first, second = write(course, NUMB), write(course, "My throat is closing")
    by = course.patient.user

    note_answers.no(check_in=second, symptom="throat_tightness", by=by)
    assert about(course).level == 3
    note_answers.no(check_in=first, symptom="saddle_numbness", by=by)

    assert about(course).level == 2


def test_no_to_an_old_note_leaves_the_question_of_a_newer_one(
    course: Episode, at: SetClock
) -> None:
    old, by = write(course, NUMB), course.patient.user
    at(NOON + timedelta(hours=3))
    newer = write(course, "Completely numb between my legs since this afternoon")

    with pytest.raises(AskedAgain) as refused:
        note_answers.no(check_in=old, symptom="saddle_numbness", by=by)

    alert = about(course)
    assert refused.value.newer == newer.pk
    assert (alert.level, alert.status) == (3, "open")
    assert note_questions.open_for(old) == ()
    assert note_questions.open_for(newer) == ("saddle_numbness",)
    note_answers.no(check_in=newer, symptom="saddle_numbness", by=by)
    assert about(course).level == 2


def test_a_new_note_after_no_asks_again_and_waits_again(
    course: Episode, at: SetClock
) -> None:
    check_in = write(course, NUMB)
    note_answers.no(
        check_in=check_in, symptom="saddle_numbness", by=course.patient.user
    )
    at(NOON + timedelta(hours=1))

    write(course, NUMB)

    alert = about(course)
    assert (alert.level, alert.escalation_step) == (3, -1)
    assert alert.waiting_since == NOON + timedelta(hours=1, minutes=10)
    assert not Message.objects.exists()


def test_writing_again_does_not_put_the_call_off(course: Episode, at: SetClock) -> None:
    write(course, NUMB)
    at(NOON + timedelta(minutes=8))
    write(course, NUMB)

    assert about(course).waiting_since == NOON + timedelta(minutes=10)


def test_another_rule_of_the_same_entry_calls_at_once(course: Episode) -> None:
    write(course, NUMB, "calf_swelling")

    called = Message.objects.get().subject_id
    assert called == Alert.objects.get(episode=course, rule_id="R18").pk
    assert about(course).escalation_step == -1


def test_a_note_on_self_harm_is_never_asked_about_first(course: Episode) -> None:
    write(course, "I want to end my life")

    alert = Alert.objects.get(episode=course)
    assert (alert.rule_id, alert.level, alert.escalation_step) == ("R24", 4, 0)
    assert Message.objects.count() == 1


def test_a_note_that_staff_entered_calls_at_once(course: Episode, ada: User) -> None:
    write(course, NUMB, by=ada)

    assert about(course).escalation_step == 0
    assert Message.objects.get().recipient == ada


def test_an_entry_evaluated_later_asks_nobody_first(course: Episode) -> None:
    check_in = write(course, "")
    check_in.evaluation.delete()
    CheckIn.objects.filter(pk=check_in.pk).update(
        answers={**check_in.answers, "note": NUMB}
    )

    check_in = CheckIn.objects.get(pk=check_in.pk)
    triage.evaluate_missed(check_in=check_in)

    assert about(course).escalation_step == 0


def test_who_takes_it_while_the_patient_is_asked_is_not_called(
    course: Episode, ada: User, at: SetClock
) -> None:
    write(course, NUMB)
    alerts.acknowledge(alert=about(course), by=ada)
    at(NOON + timedelta(minutes=10))

    assert tasks.escalate_overdue_alerts() == 0


def test_what_was_not_asked_cannot_be_answered(course: Episode) -> None:
    check_in = write(course, NUMB)

    for reply in (note_answers.yes, note_answers.no):
        with pytest.raises(InvalidInput) as refused:
            reply(check_in=check_in, symptom="chest_pain", by=course.patient.user)
        assert refused.value.errors[0]["field"] == "symptom"
