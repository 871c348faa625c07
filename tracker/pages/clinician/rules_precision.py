"""What the alerts cost, and what came of them, rule by rule."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backend.accounts.roles import Permission
from tracker.pages.decorators import clinic_page
from tracker.pages.presenters import precision as presenter
from tracker.pages.requests import StaffRequest
from tracker.queries import precision, ruleset_approvals

STRETCHES = (28, 90, 365)
DEFAULT = 90


@require_safe
@clinic_page(Permission.RULES_APPROVE)
def rules_precision(request: StaffRequest) -> HttpResponse:
    asked = request.GET.get("days", "")
    days = int(asked) if asked in map(str, STRETCHES) else DEFAULT
    held = ruleset_approvals.in_force(request.clinic)
    loads = precision.loads(request.clinic, sorted({*precision.LOAD_DAYS, days}))
    of_days = {load.days: load for load in loads}
    rules = precision.of_rules(request.clinic, days=days)
    context = {
        "held": held,
        "days": days,
        "stretches": STRETCHES,
        "loads": [
            presenter.load_line(of_days[stretch], held.alert_budget)
            for stretch in precision.LOAD_DAYS
        ],
        "rules": [presenter.rule_line(rule, of_days[days]) for rule in rules],
        "page": "rules",
        "part": "precision",
    }
    return render(request, "tracker/clinician/rules_precision.html", context)
