"""The released rule sets, and which one judges a clinic's reports."""

from itertools import chain
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.accounts.roles import Permission
from tracker.api.base import ApiView
from tracker.api.permissions import clinic_of, requires
from tracker.api.schema import Person
from tracker.clinical.triage.descriptions import levels_of
from tracker.clinical.triage.parameters import THRESHOLDS
from tracker.clinical.triage.rulesets import CURRENT, RULESETS, RuleSet
from tracker.clinical.triage.threshold_words import THRESHOLD_WORDS
from tracker.queries import ruleset_approvals

NEWEST_APPROVALS = 100


class ThresholdOutput(serializers.Serializer):
    name = serializers.CharField()
    label = serializers.CharField(help_text="Reads on into the value.")
    unit = serializers.CharField()
    released = serializers.FloatField()
    low = serializers.FloatField(help_text="The lowest value a clinic may set.")
    high = serializers.FloatField()
    source = serializers.CharField()


class RuleOutput(serializers.Serializer):
    id = serializers.CharField()
    title = serializers.CharField()
    looks_for = serializers.CharField(help_text="With the released thresholds.")
    levels = serializers.ListField(child=serializers.CharField())
    source = serializers.CharField()
    thresholds = serializers.ListField(child=serializers.CharField())


class VersionOutput(serializers.Serializer):
    version = serializers.CharField()
    is_current = serializers.BooleanField()
    rules = RuleOutput(many=True)
    thresholds = ThresholdOutput(many=True)


class ApprovalOutput(serializers.Serializer):
    id = serializers.UUIDField()
    version = serializers.CharField()
    parameters = serializers.DictField(
        child=serializers.FloatField(), help_text="Thresholds moved, by name."
    )
    alert_budget = serializers.FloatField(
        help_text="Check-ins at soon or above per 100 the clinic is ready to read."
    )
    note = serializers.CharField()
    approved_at = serializers.DateTimeField()
    approved_by = Person()


class InForceOutput(serializers.Serializer):
    version = serializers.CharField()
    parameters = serializers.DictField(
        child=serializers.FloatField(), help_text="Every threshold, by name."
    )
    alert_budget = serializers.FloatField()
    approval = serializers.UUIDField(
        allow_null=True, help_text="Null where nobody has approved: as released."
    )


class RulesetsOutput(serializers.Serializer):
    in_force = InForceOutput()
    approvals = ApprovalOutput(many=True, help_text="Newest first, at most 100.")
    versions = VersionOutput(many=True)


class Rulesets(ApiView):
    permission_classes = [requires(Permission.RULES_APPROVE)]

    @extend_schema(operation_id="rulesets", responses=RulesetsOutput)
    def get(self, request: Request) -> Response:
        """The rules, what judges the clinic's reports now, and who approved it."""
        clinic = clinic_of(request)
        held = ruleset_approvals.in_force(clinic)
        approvals = ruleset_approvals.history(clinic)[:NEWEST_APPROVALS]
        return Response(
            {
                "in_force": {
                    "version": held.ruleset.version,
                    "parameters": held.ruleset.parameters.as_json(),
                    "alert_budget": float(held.alert_budget),
                    "approval": held.approval.pk if held.approval else None,
                },
                "approvals": [_approval(approval) for approval in approvals],
                "versions": [_version(ruleset) for ruleset in RULESETS.values()],
            }
        )


def _approval(approval: Any) -> dict[str, Any]:
    by = approval.approved_by
    return {
        "id": approval.pk,
        "version": approval.version,
        "parameters": approval.parameters,
        "alert_budget": float(approval.alert_budget),
        "note": approval.note,
        "approved_at": approval.created_at,
        "approved_by": {"id": by.pk, "name": by.get_full_name()},
    }


def _version(ruleset: RuleSet) -> dict[str, Any]:
    ids = dict.fromkeys(
        rule_id for rule_id, _ in chain(ruleset.rules, ruleset.day_rules)
    )
    return {
        "version": ruleset.version,
        "is_current": ruleset.version == CURRENT,
        "rules": [_rule(rule_id, ruleset) for rule_id in ids],
        "thresholds": [_threshold(name, ruleset) for name in THRESHOLDS],
    }


def _rule(rule_id: str, ruleset: RuleSet) -> dict[str, Any]:
    described = ruleset.descriptions[rule_id]
    return {
        "id": rule_id,
        "title": described.title,
        "looks_for": described.with_values(ruleset.parameters),
        "levels": [level.code for level in levels_of(rule_id)],
        "source": described.source,
        "thresholds": list(described.thresholds),
    }


def _threshold(name: str, ruleset: RuleSet) -> dict[str, Any]:
    low, high, source = THRESHOLDS[name]
    label, unit = THRESHOLD_WORDS[name]
    return {
        "name": name,
        "label": label,
        "unit": unit,
        "released": getattr(ruleset.parameters, name),
        "low": low,
        "high": high,
        "source": source,
    }
