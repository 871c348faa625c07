"""Reports, their alerts and the calls for an owner, in the random world of the outbox.

To all that can happen to a message come patients who report and report again, staff who
take, hand back, set aside, close and undo, and the sweep that calls the next people:
through the product's own actions. The rules of docs/clinical/alert_lifecycle.md must
hold after each step.
"""

import uuid
from collections import Counter
from contextlib import suppress
from datetime import timedelta

from django.db.models import Max
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from backend.accounts.models import Membership
from backend.accounts.roles import Role
from backend.common import clock
from backend.common.errors import Conflict
from reminders.actions import messages
from reminders.models import Message
from tests.factories.accounts import make_staff
from tests.factories.reminders import make_device
from tests.factories.tracker import make_episode, make_patient
from tests.integration.reminders.outbox_machine import OutboxMachine
from tracker import tasks
from tracker.actions import alert_messages, alerts, check_ins
from tracker.clinical.levels import Level
from tracker.models import Alert, AlertEvent, CaseloadRow
from tracker.queries import alert_calls, alert_clock, unowned

# Two emergencies, two urgent ones and one that waits for the next working day.
REPORTED = (
    "saddle_numbness",
    "urine_leak",
    "weakness_one_leg",
    "calf_swelling",
    "postural_headache",
)
NUMBER = st.integers(0, 5)


class EscalationMachine(OutboxMachine):
    def __init__(self) -> None:
        super().__init__()
        self.owners = [
            make_staff(self.clinic, Role.CLINICIAN, name="Ada"),
            make_staff(self.clinic, Role.LEAD, name="Lena"),
        ]
        Membership.objects.filter(role=Role.LEAD).update(contact_order=2)
        make_staff(self.clinic, Role.ADMINISTRATOR, name="Max")
        make_device(self.owners[0])
        self.episode = make_episode(make_patient(self.clinic))
        self.entries: list[uuid.UUID] = []
        self.patient_reports("saddle_numbness")

    # What people do about their reminders has a machine of its own.
    person_changes_the_hour = person_pauses = person_comes_back = None
    person_pauses_while_a_worker_holds_the_reminder = person_answers = None
    # The alerts here are real ones.
    staff_takes_the_alert = None

    def alert_calls(self) -> None:
        """Not here."""

    @rule(code=st.sampled_from(REPORTED))
    def patient_reports(self, code: str) -> None:
        key = uuid.uuid4()
        day = clock.local_today(self.episode.patient.zone)
        raw = {
            "local_date": day.isoformat(),
            "recorded_at": clock.now().isoformat(),
            "pain": 5,
            "symptoms": [{"code": code, "change": "new"}],
        }
        by = self.episode.patient.user
        for _ in range(2):  # the phone did not hear the first answer
            check_ins.submit(check_in_id=key, raw=raw, by=by)
        self.entries.append(key)

    @rule()
    def sweep_runs(self) -> None:
        tasks.escalate_overdue_alerts()
        alive = Alert.objects.filter(status="open")
        in_vain = alert_calls.in_vain(alive)
        for alert in alive:
            assert alert.escalation_step >= alert_clock.step_due(alert, clock.now())
            assert alert.pk not in in_vain or not alert_messages.others(alert)

    @rule()
    def nobody_looks_for_an_hour(self) -> None:
        self.world.now += timedelta(hours=1)
        self.sweep_runs()

    @rule(number=NUMBER, who=st.integers(0, 1))
    def staff_takes(self, number: int, who: int) -> None:
        with suppress(Conflict):
            alerts.acknowledge(alert=self._one(number), by=self.owners[who])

    @rule(number=NUMBER, who=st.integers(0, 1))
    def staff_takes_over(self, number: int, who: int) -> None:
        with suppress(Conflict):
            alerts.take_over(alert=self._one(number), by=self.owners[who])

    @rule(number=NUMBER, who=st.integers(0, 1))
    def staff_hands_back(self, number: int, who: int) -> None:
        with suppress(Conflict):
            alerts.hand_back(alert=self._one(number), by=self.owners[who])

    @rule(number=NUMBER, hours=st.integers(1, 30))
    def staff_sets_aside(self, number: int, hours: int) -> None:
        until = clock.now() + timedelta(hours=hours)
        alert, by = self._one(number), self.owners[0]
        with suppress(Conflict):
            alerts.snooze(alert=alert, by=by, until=until, reason="Scan at noon.")
            assert alert.level < Level.EMERGENCY

    @rule(number=NUMBER, has_read=st.booleans())
    def staff_closes(self, number: int, has_read: bool) -> None:
        alert = self._one(number)
        seen = alert.reports - (not has_read)
        with suppress(Conflict):
            alerts.resolve(
                alert=alert, by=self.owners[0], resolution="data_error",
                seen_reports=seen,
            )  # fmt: skip

    @rule(number=NUMBER)
    def staff_thinks_again(self, number: int) -> None:
        with suppress(Conflict):
            alerts.undo(alert=self._one(number), by=self.owners[0])

    # --- what must hold

    @invariant()
    def every_report_is_in_the_story_of_one_alert(self) -> None:
        told = AlertEvent.objects.filter(check_in__in=self.entries)
        kinds = told.filter(kind__in=["opened", "repeated", "raised"])
        about = Counter(kinds.values_list("check_in", flat=True))
        assert set(about) == set(self.entries)
        live = Alert.objects.exclude(status="resolved").values_list("rule_id")
        assert max(Counter(live).values(), default=0) <= 1

    @invariant()
    def whatever_nobody_owns_has_called_its_people(self) -> None:
        for alert in Alert.objects.filter(status="open", escalation_step__gte=0):
            assert self._calls(alert, alert.escalation_step).exists()

    @invariant()
    def worklist_shows_what_nobody_owns(self) -> None:
        waiting = Alert.objects.filter(status="open").aggregate(level=Max("level"))
        row = CaseloadRow.objects.get(pk=self.episode.pk)
        assert row.unowned_level == (waiting["level"] or 0)
        is_emergency = row.unowned_level == Level.EMERGENCY
        assert unowned.emergencies(self.clinic).patients == is_emergency

    def _everything_heals(self) -> None:
        super()._everything_heals()
        self.world.now += timedelta(hours=4)
        self.sweep_runs()
        self._send(messages.claim(200, self.world.now), [], "")
        for alert in Alert.objects.filter(status="open", escalation_step__gte=0):
            newest = self._calls(alert, alert.escalation_step)
            arrived = [self.world.by_message[call.pk] for call in newest]
            assert any(arrived), [call.state for call in newest]

    def _calls(self, alert: Alert, step: int):
        started = alert.waiting_since.isoformat()
        return Message.objects.filter(
            dedupe_key__startswith=f"alert:{alert.pk}:{started}:{step}:"
        )

    def _one(self, number: int) -> Alert:
        known = Alert.objects.order_by("created_at", "rule_id")
        return known[number % len(known)]
