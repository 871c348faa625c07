"""The rule set that judges this clinic's reports, and who approved it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backend.accounts.roles import Permission
from tracker.pages.decorators import clinic_page
from tracker.pages.presenters import rules as presenter
from tracker.pages.requests import StaffRequest
from tracker.queries import ruleset_approvals

SHOWN_APPROVALS = 50


@require_safe
@clinic_page(Permission.RULES_APPROVE)
def rules(request: StaffRequest) -> HttpResponse:
    held = ruleset_approvals.in_force(request.clinic)
    history = ruleset_approvals.history(request.clinic)[:SHOWN_APPROVALS]
    approvals = [presenter.approval_line(approval) for approval in history]
    lines = presenter.rule_lines(held.ruleset)
    context = {
        "held": held,
        "rules": lines,
        "newer": presenter.newer_than(held.ruleset),
        "moved": [t for line in lines for t in line.thresholds if t.is_moved],
        "history": approvals,
        "unreadable": next((a for a in approvals[:1] if not a.is_readable), None),
        "page": "rules",
        "part": "rules",
    }
    return render(request, "tracker/clinician/rules.html", context)
