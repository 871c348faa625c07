"""Whom an alert calls, by the clinic's hours, roster and calendar."""

import uuid
from collections.abc import Callable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError

from backend.accounts import duty_actions
from backend.accounts.models import Clinic, Membership, User
from backend.accounts.roles import Role
from backend.common import clock, health
from reminders.models import Message
from tests.factories.accounts import make_staff
from tracker import tasks
from tracker.actions import alert_messages, alerts, check_ins
from tracker.models import Alert, Episode

SetClock = Callable[[datetime], None]


@pytest.fixture
def monday(at: SetClock) -> datetime:
    """Next Monday, 10:00 at the clinic; the clock stands there."""
    today = clock.local_today("America/New_York")
    day = today + timedelta(days=7 - today.weekday())
    moment = datetime.combine(day, time(10), tzinfo=ZoneInfo("America/New_York"))
    at(moment)
    return moment


@pytest.fixture
def ken(ada: User, clinic_a: Clinic) -> User:
    """He comes second on the list of people."""
    made = make_staff(clinic_a, Role.CLINICIAN, name="Ken Ito")
    made.memberships.update(contact_order=2)
    return made


def report(episode: Episode, symptom: str) -> Alert:
    check_ins.submit(
        check_in_id=uuid.uuid4(),
        raw={
            "local_date": clock.local_today(episode.patient.zone).isoformat(),
            "recorded_at": clock.now().isoformat(),
            "pain": 4,
            "symptoms": [{"code": symptom, "change": "new"}],
        },
        by=episode.patient.user,
    )
    return Alert.objects.get()


def put_on_duty(clinic: Clinic, user: User, by: User, rank: int = 1) -> None:
    duty_actions.add_shift(
        clinic=clinic,
        by=by,
        member=Membership.objects.get(user=user).pk,
        weekdays=[0],
        starts=time(8),
        ends=time(17),
        rank=rank,
    )


def called() -> set[str]:
    return {m.recipient.name for m in Message.objects.select_related("recipient")}


def test_who_is_on_duty_is_called_first(
    pats_episode: Episode, clinic_a: Clinic, ken: User, lena: User, monday: datetime
) -> None:
    put_on_duty(clinic_a, ken, lena)

    report(pats_episode, "saddle_numbness")

    assert called() == {"Ken Ito"}


def test_who_backs_up_on_the_roster_is_called_next(
    pats_episode: Episode,
    clinic_a: Clinic,
    ken: User,
    lena: User,
    monday: datetime,
    at: SetClock,
) -> None:
    put_on_duty(clinic_a, ken, lena)
    put_on_duty(clinic_a, lena, lena, rank=2)
    report(pats_episode, "saddle_numbness")

    at(monday + timedelta(minutes=15))
    tasks.escalate_overdue_alerts()

    assert called() == {"Ken Ito", "Lena Ito"}


def test_an_hour_without_duty_makes_an_emergency_everybodys(
    pats_episode: Episode,
    clinic_a: Clinic,
    ken: User,
    lena: User,
    monday: datetime,
    at: SetClock,
) -> None:
    put_on_duty(clinic_a, ken, lena)
    at(monday.replace(hour=22))

    report(pats_episode, "saddle_numbness")

    assert called() == {"Ada Reyes", "Ken Ito", "Lena Ito"}


@pytest.mark.parametrize(("hour", "patience"), [(10, 2), (20, 4)])
def test_urgent_report_waits_longer_outside_opening_hours(
    pats_episode: Episode,
    ken: User,
    monday: datetime,
    at: SetClock,
    hour: int,
    patience: int,
) -> None:
    moment = monday.replace(hour=hour)
    at(moment)
    report(pats_episode, "weakness_one_leg")
    assert called() == {"Ada Reyes"}

    at(moment + timedelta(hours=patience) - timedelta(seconds=1))
    assert tasks.escalate_overdue_alerts() == 0
    at(moment + timedelta(hours=patience))
    assert tasks.escalate_overdue_alerts() == 1

    assert called() == {"Ada Reyes", "Ken Ito"}


def test_soon_calls_from_noon_of_the_next_working_day_until_it_is_owned(
    pats_episode: Episode,
    ken: User,
    lena: User,
    clinic_a: Clinic,
    monday: datetime,
    at: SetClock,
) -> None:
    tuesday = monday + timedelta(days=1)
    duty_actions.set_closed_days(clinic=clinic_a, by=lena, days=[tuesday.date()])
    noon = (monday + timedelta(days=2)).replace(hour=12)
    alert = report(pats_episode, "weight_loss_unplanned")
    assert (alert.level, alert.escalation_step) == (2, -1)

    at(noon - timedelta(seconds=1))
    assert tasks.escalate_overdue_alerts() == 0
    assert called() == set()
    at(noon)
    tasks.escalate_overdue_alerts()
    assert called() == {"Ada Reyes", "Lena Ito"}
    at(noon + timedelta(days=1))
    tasks.escalate_overdue_alerts()
    assert called() == {"Ada Reyes", "Lena Ito", "Ken Ito"}

    alerts.acknowledge(alert=alert, by=lena)
    at(noon + timedelta(days=9))
    assert tasks.escalate_overdue_alerts() == 0


def test_alerts_that_are_not_due_cost_three_queries(
    pats_episode: Episode,
    ken: User,
    monday: datetime,
    django_assert_num_queries: object,
) -> None:
    from tracker.queries import alert_clock

    report(pats_episode, "weakness_one_leg")
    second = Alert.objects.get()
    second.pk, second.rule_id = uuid.uuid4(), "R99"
    second.save(force_insert=True)
    Message.objects.filter(subject_id=second.pk).delete()
    alert_messages.send(alert=second, step=0)

    with django_assert_num_queries(3):  # type: ignore[operator]
        assert alert_clock.due_to_escalate() == []


@pytest.mark.parametrize("symptom", ["saddle_numbness", "weakness_one_leg"])
@pytest.mark.parametrize("end", ["dead", "cancelled", "expired"])
def test_a_call_in_vain_brings_in_the_next_people_at_once(
    pats_episode: Episode,
    clinic_a: Clinic,
    ken: User,
    lena: User,
    monday: datetime,
    symptom: str,
    end: str,
) -> None:
    put_on_duty(clinic_a, ken, lena)
    put_on_duty(clinic_a, lena, lena, rank=2)
    alert = report(pats_episode, symptom)
    assert tasks.escalate_overdue_alerts() == 0

    is_lost(end)
    assert tasks.escalate_overdue_alerts() == 1
    assert called() == {"Ken Ito", "Lena Ito"}
    assert tasks.escalate_overdue_alerts() == 0  # she may be reached
    is_lost(end)
    assert tasks.escalate_overdue_alerts() == 1
    assert "Ada Reyes" in called()
    is_lost(end)
    assert tasks.escalate_overdue_alerts() == 0  # nobody is left, nobody twice
    alert.refresh_from_db()
    assert (alert.status, alert.escalation_step) == ("open", 0)


def test_calls_in_vain_put_no_later_call_off(
    pats_episode: Episode,
    clinic_a: Clinic,
    ken: User,
    lena: User,
    monday: datetime,
    at: SetClock,
) -> None:
    """The mail server refused everybody, and is back before the next step."""
    put_on_duty(clinic_a, ken, lena)
    put_on_duty(clinic_a, lena, lena, rank=2)
    report(pats_episode, "saddle_numbness")
    for _ in range(3):
        is_lost("dead")
        tasks.escalate_overdue_alerts()
    Message.objects.all().delete()

    for minute, names in (
        (5, {"Ken Ito"}),
        (15, {"Ken Ito", "Lena Ito"}),
        (30, {"Ken Ito", "Lena Ito", "Ada Reyes"}),
    ):
        at(monday + timedelta(minutes=minute))
        tasks.escalate_overdue_alerts()
        assert called() == names


def test_calls_that_reach_nobody_are_not_ready(
    pats_episode: Episode, ken: User, monday: datetime
) -> None:
    report(pats_episode, "weakness_one_leg")
    assert "alert_calls_arrive" not in health.failing()

    is_lost("dead")

    assert "alert_calls_arrive" in health.failing()


def test_one_of_several_who_can_be_reached_is_waited_for(
    pats_episode: Episode,
    clinic_a: Clinic,
    ada: User,
    ken: User,
    lena: User,
    monday: datetime,
) -> None:
    put_on_duty(clinic_a, ken, lena)
    put_on_duty(clinic_a, ada, lena)
    report(pats_episode, "saddle_numbness")

    Message.objects.filter(recipient=ken).update(state="dead", settled_at=monday)

    assert tasks.escalate_overdue_alerts() == 0
    assert called() == {"Ada Reyes", "Ken Ito"}


def test_a_clinic_without_anybody_on_its_list_calls_its_administrator(
    pats_episode: Episode, clinic_a: Clinic, monday: datetime
) -> None:
    Membership.objects.filter(clinic=clinic_a).update(revoked_at=monday)
    max_ = make_staff(clinic_a, Role.ADMINISTRATOR, name="Max Ito")
    report(pats_episode, "saddle_numbness")
    assert called() == set()

    for _ in range(3):
        tasks.escalate_overdue_alerts()

    assert called() == {max_.name}


def is_lost(end: str) -> None:
    """Whoever was called cannot be reached."""
    open_ = Message.objects.filter(settled_at=None)
    open_.update(state=end, settled_at=clock.now())


def test_who_is_away_is_not_called_alone(
    pats_episode: Episode, clinic_a: Clinic, ada: User, ken: User, monday: datetime
) -> None:
    """Ada has every shift, is away, and nobody stands in: Ken is next."""
    put_on_duty(clinic_a, ada, ada)
    duty_actions.add_cover(
        clinic=clinic_a,
        by=ada,
        away=Membership.objects.get(user=ada).pk,
        instead=None,
        first_date=monday.date(),
        last_date=monday.date(),
    )

    report(pats_episode, "weakness_one_leg")

    assert called() == {"Ken Ito"}


def test_an_alert_of_somebody_who_left_calls_again(
    pats_episode: Episode, ada: User, ken: User, monday: datetime
) -> None:
    alert = report(pats_episode, "saddle_numbness")
    alerts.acknowledge(alert=alert, by=ada)
    assert tasks.escalate_overdue_alerts() == 0

    Membership.objects.filter(user=ada).update(revoked_at=monday)

    assert tasks.escalate_overdue_alerts() == 1
    alert.refresh_from_db()
    assert (alert.status, alert.acknowledged_by) == ("open", None)
    assert "Ken Ito" in called()
    assert tasks.escalate_overdue_alerts() == 0


@pytest.mark.parametrize(
    "unreadable",
    [
        {"opening_hours": {"mon": [["8:00", "17:00"]]}},
        {"opening_hours": "weekdays"},
        {"closed_days": ["25.12.2026"]},
        {"zone": "New York"},
    ],
)
def test_a_report_finds_its_way_whatever_the_clinic_says_of_its_hours(
    pats_episode: Episode,
    clinic_a: Clinic,
    ada: User,
    lena: User,
    monday: datetime,
    at: SetClock,
    unreadable: dict[str, object],
) -> None:
    put_on_duty(clinic_a, ada, lena)
    Clinic.objects.filter(pk=clinic_a.pk).update(**unreadable)

    alert = report(pats_episode, "saddle_numbness")

    assert called()
    at(monday + timedelta(minutes=20))
    assert tasks.escalate_overdue_alerts() == 1
    with pytest.raises(ValidationError) as refused:
        Clinic.objects.get(pk=alert.clinic_id).clean()
    assert set(refused.value.message_dict) == set(unreadable)


def test_one_failing_wake_does_not_stand_in_the_way_of_a_call(
    pats_episode: Episode,
    ada: User,
    ken: User,
    monday: datetime,
    at: SetClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alert = report(pats_episode, "saddle_numbness")
    monkeypatch.setattr(
        "tracker.queries.alerts.due_to_wake", lambda: [(uuid.uuid4(), uuid.uuid4())]
    )
    at(monday + timedelta(minutes=40))

    with pytest.raises(ObjectDoesNotExist):
        tasks.escalate_overdue_alerts()

    alert.refresh_from_db()
    assert alert.escalation_step > 0
