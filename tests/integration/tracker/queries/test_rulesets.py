"""Which rule set judges a clinic's reports, as approved or as released."""

import uuid
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.db.migrations import RunSQL
from django.test.utils import CaptureQueriesContext

from backend.accounts.models import Clinic, User
from backend.common import clock
from tests.factories.accounts import make_clinic
from tracker.actions import check_ins
from tracker.clinical.triage.rulesets import CURRENT, RULESETS
from tracker.models import (
    Alert,
    Episode,
    KeptRuleset,
    RulesetApproval,
    TriageEvaluation,
)
from tracker.queries import rulesets


def approve(
    clinic: Clinic, by: User, *, version: str = "2026.1", **parameters: Any
) -> RulesetApproval:
    return RulesetApproval.objects.create(
        clinic=clinic, version=version, parameters=parameters, approved_by=by
    )


def warm(episode: Episode, celsius: str) -> TriageEvaluation:
    key = uuid.uuid4()
    check_ins.submit(
        check_in_id=key,
        raw={
            "local_date": clock.local_today(episode.patient.zone).isoformat(),
            "recorded_at": clock.now().isoformat(),
            "temperature": {"value": celsius, "unit": "C"},
            "symptoms": [],
        },
        by=episode.patient.user,
    )
    return TriageEvaluation.objects.get(pk=key)


def test_without_an_approval_the_released_version_holds(clinic_a: Clinic) -> None:
    assert rulesets.ruleset_for(clinic_a) == (RULESETS[CURRENT], None)


def test_a_clinic_keeps_the_version_it_knows_until_somebody_approves(
    pats_episode: Episode, clinic_b: Clinic, ada: User, lena: User
) -> None:
    clinic = pats_episode.clinic
    KeptRuleset.objects.create(clinic=clinic, version="2026.1")

    kept = rulesets.ruleset_for(clinic)
    before = warm(pats_episode, "36,6")
    approval = approve(clinic, lena, version="2026.2")
    after = warm(pats_episode, "36,6")

    assert kept == (RULESETS["2026.1"], None)
    assert (before.ruleset, before.approval) == ("2026.1", None)
    assert (after.ruleset, after.approval) == ("2026.2", approval)
    assert rulesets.ruleset_for(clinic) == (RULESETS["2026.2"], approval.pk)
    assert rulesets.ruleset_for(clinic_b) == (RULESETS[CURRENT], None)


@pytest.mark.parametrize(
    ("migration", "version"),
    [
        ("0004_the_patients_side", "2026.1"),
        ("0006_keep_the_rules_before_2026_3", "2026.2"),
    ],
)
def test_the_migration_keeps_each_clinic_that_approved_nothing(
    clinic_a: Clinic, clinic_b: Clinic, lena: User, migration: str, version: str
) -> None:
    approve(clinic_b, lena)
    module = import_module(f"tracker.migrations.{migration}")
    (keep,) = (o for o in module.Migration.operations if isinstance(o, RunSQL))

    with connection.cursor() as cursor:
        cursor.execute(keep.sql)

    kept = KeptRuleset.objects.get()
    assert (kept.clinic, kept.version) == (clinic_a, version)
    assert rulesets.ruleset_for(clinic_a) == (RULESETS[version], None)


def test_a_clinic_that_was_kept_before_is_not_moved(clinic_a: Clinic) -> None:
    KeptRuleset.objects.create(clinic=clinic_a, version="2026.1")
    module = import_module("tracker.migrations.0006_keep_the_rules_before_2026_3")
    (keep,) = module.Migration.operations

    with connection.cursor() as cursor:
        cursor.execute(keep.sql)

    assert rulesets.ruleset_for(clinic_a) == (RULESETS["2026.1"], None)


def test_a_kept_version_costs_no_query_more(
    clinic_a: Clinic, clinic_b: Clinic, lena: User
) -> None:
    KeptRuleset.objects.create(clinic=clinic_a, version="2026.1")
    approve(clinic_b, lena, fever_c=38.2)

    with CaptureQueriesContext(connection) as captured:
        held = rulesets.by_clinic([clinic_a.pk, clinic_b.pk])

    assert len(captured) == 1
    assert held[clinic_a.pk].ruleset.version == "2026.1"
    assert held[clinic_b.pk].ruleset.parameters.fever_c == 38.2


def test_the_newest_approval_of_the_own_clinic_holds(
    clinic_a: Clinic, clinic_b: Clinic, lena: User
) -> None:
    approve(clinic_a, lena, fever_c=38.3)
    newest = approve(clinic_a, lena, fever_c=37.5)
    approve(clinic_b, lena, fever_c=38.2)

    ruleset, approval_id = rulesets.ruleset_for(clinic_a)

    assert (ruleset.parameters.fever_c, approval_id) == (37.5, newest.pk)
    assert ruleset.rules == RULESETS["2026.1"].rules


def test_an_entry_is_judged_by_the_approved_thresholds(
    pats_episode: Episode, ada: User, lena: User
) -> None:
    before = warm(pats_episode, "37,7")
    approval = approve(pats_episode.clinic, lena, fever_c=37.5)
    after = warm(pats_episode, "37,7")

    assert [f["rule_id"] for f in after.findings] == ["R11"]
    assert "R11" not in [f["rule_id"] for f in before.findings]
    assert (before.approval, after.approval) == (None, approval)
    assert Alert.objects.get().rule_id == "R11"


@pytest.mark.parametrize(
    ("version", "parameters"),
    [
        ("2026.1", {"fever_c": 45}),
        ("2026.1", {"no_such_threshold": 1}),
        ("2026.1", {"fever_c": "warm"}),
        ("2026.1", ["fever_c"]),
        ("1999.9", {}),
    ],
)
def test_an_unreadable_approval_silences_nothing(
    pats_episode: Episode,
    ada: User,
    lena: User,
    caplog: pytest.LogCaptureFixture,
    version: str,
    parameters: Any,
) -> None:
    rulesets.from_stored.cache_clear()
    broken = approve(pats_episode.clinic, lena)
    RulesetApproval.objects.filter(pk=broken.pk).update(
        version=version, parameters=parameters
    )

    evaluation = warm(pats_episode, "38,4")

    assert [f["rule_id"] for f in evaluation.findings] == ["R11"]
    released = version if version in RULESETS else CURRENT
    assert (evaluation.ruleset, evaluation.approval) == (released, None)
    assert str(broken.pk) in caplog.text


def test_no_threshold_can_switch_off_an_emergency(lena: User) -> None:
    """Every bound of every threshold, and saddle numbness still is one."""
    clinic = make_clinic(name="Third", slug="third")
    from tests.unit.tracker.clinical.builders import facts
    from tracker.clinical.triage.engine import evaluate
    from tracker.clinical.triage.parameters import THRESHOLDS

    for name, (low, high, _) in THRESHOLDS.items():
        for value in (low, high):
            approve(clinic, lena, **{name: value})
            ruleset, _ = rulesets.ruleset_for(clinic)
            found = evaluate(facts(symptoms={"saddle_numbness": "new"}), ruleset)
            assert found[0].level.code == "emergency", name
