"""What live triage stored replays to the same, also with thresholds moved."""

import uuid
from datetime import date
from typing import Any

from backend.accounts.models import Clinic, User
from backend.common import clock
from tests.integration.tracker.actions.test_rulesets import approve
from tracker.actions import check_ins
from tracker.clinical.cases.comparison import Judged
from tracker.clinical.triage.rulesets import CURRENT, RULESETS
from tracker.models import Patient
from tracker.queries import evaluations

WARM = {"value": "37.7", "unit": "C"}


def report(patient: Patient, **answers: Any) -> None:
    check_ins.submit(
        check_in_id=uuid.uuid4(),
        raw={
            "local_date": clock.local_today(patient.zone).isoformat(),
            "recorded_at": clock.now().isoformat(),
            **answers,
        },
        by=patient.user,
    )


def stored(clinic: Clinic) -> list[Judged]:
    return list(evaluations.stored(since=date(2000, 1, 1), clinic=clinic))


def test_live_evaluation_replays_under_the_approval_that_judged_it(
    clinic_a: Clinic, lena: User, pat: Patient, pia: Patient
) -> None:
    report(pat, pain=4, temperature=WARM)
    approval = approve(clinic_a, lena, thresholds={"fever_c": "37.6"})
    report(pia, pain=4, temperature=WARM)
    # What is approved later changes nothing about what was judged before.
    approve(clinic_a, lena, replaces=approval.pk, note="Back to the release.")

    before, after = sorted(stored(clinic_a), key=lambda judged: judged.approval_id)

    assert [f.rule_id for f in before.findings] == ["R12"]
    assert [f.rule_id for f in after.findings] == ["R11"]
    assert after.approval_id == str(approval.pk)
    assert before.replays
    assert after.replays
    assert after.under(RULESETS[CURRENT]) == before.findings
