"""What a clinic's alerts cost and what came of them, rule by rule, as JSON."""

from decimal import Decimal
from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.accounts.roles import Permission
from tracker.api.base import ApiView, choice
from tracker.api.permissions import clinic_of, requires
from tracker.clinical.precision import AlertLoad, RulePrecision
from tracker.queries import precision, ruleset_approvals

STRETCHES = {"28": 28, "90": 90, "365": 365}


class RuleCostOutput(serializers.Serializer):
    rule = serializers.CharField()
    check_ins = serializers.IntegerField()
    per_100 = serializers.FloatField()


class AlertLoadOutput(serializers.Serializer):
    days = serializers.IntegerField()
    check_ins = serializers.IntegerField()
    alerts = serializers.IntegerField(help_text="Check-ins at soon or above.")
    per_100 = serializers.FloatField()
    is_over_budget = serializers.BooleanField()
    rules = RuleCostOutput(many=True, help_text="The most expensive first.")


class RulePrecisionOutput(serializers.Serializer):
    rule = serializers.CharField()
    ruleset = serializers.CharField()
    opened = serializers.IntegerField()
    resolved = serializers.IntegerField()
    useful = serializers.IntegerField()
    precision = serializers.FloatField(
        allow_null=True, help_text="Useful of resolved; null under five resolved."
    )
    reasons = serializers.DictField(child=serializers.IntegerField())
    owned = serializers.IntegerField(help_text="Alerts that found an owner.")
    in_time = serializers.IntegerField()
    median_wait_seconds = serializers.IntegerField(allow_null=True)


class PrecisionOutput(serializers.Serializer):
    days = serializers.IntegerField()
    alert_budget = serializers.FloatField()
    load = AlertLoadOutput(many=True)
    rules = RulePrecisionOutput(many=True)


class RulesetPrecision(ApiView):
    permission_classes = [requires(Permission.RULES_APPROVE)]

    @extend_schema(
        operation_id="ruleset_precision",
        parameters=[OpenApiParameter("days", enum=list(STRETCHES), default="90")],
        responses=PrecisionOutput,
    )
    def get(self, request: Request) -> Response:
        """How often alerts were useful, by rule; the load against the budget."""
        clinic = clinic_of(request)
        days = choice(request, "days", STRETCHES, usual="90")
        budget = ruleset_approvals.in_force(clinic).alert_budget
        return Response(
            {
                "days": days,
                "alert_budget": float(budget),
                "load": [_load(load, budget) for load in precision.loads(clinic)],
                "rules": [_rule(r) for r in precision.of_rules(clinic, days=days)],
            }
        )


def _load(load: AlertLoad, budget: Decimal) -> dict[str, Any]:
    return {
        "days": load.days,
        "check_ins": load.check_ins,
        "alerts": load.alerts,
        "per_100": load.load,
        "is_over_budget": load.load > budget,
        "rules": [
            {"rule": rule_id, "check_ins": count, "per_100": per_100}
            for rule_id, count, per_100 in load.costs
        ],
    }


def _rule(rule: RulePrecision) -> dict[str, Any]:
    wait = rule.median_wait
    return {
        "rule": rule.rule_id,
        "ruleset": rule.ruleset,
        "opened": rule.opened,
        "resolved": rule.resolved,
        "useful": rule.useful,
        "precision": None if rule.precision is None else round(rule.precision, 3),
        "reasons": dict(rule.reasons),
        "owned": len(rule.waits),
        "in_time": rule.in_time,
        "median_wait_seconds": None if wait is None else int(wait.total_seconds()),
    }
