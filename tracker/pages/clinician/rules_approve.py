"""Approve a rule set: what changes by it, why, and by whom."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backend.accounts.roles import Permission
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput
from tracker.actions import rulesets as actions
from tracker.pages.decorators import clinic_page
from tracker.pages.forms.rules import RulesForm
from tracker.pages.presenters import rules
from tracker.pages.requests import StaffRequest
from tracker.queries import ruleset_approvals
from tracker.queries.ruleset_approvals import InForce

UNCONFIRMED = "Tick the box to say that this rule set shall judge every new report."


@require_http_methods(["GET", "HEAD", "POST"])
@clinic_page(Permission.RULES_APPROVE)
def approve(request: StaffRequest) -> HttpResponse:
    held = ruleset_approvals.in_force(request.clinic)
    data = request.POST if request.method == "POST" else request.GET
    form = RulesForm(
        data.dict(),
        held=held.ruleset,
        today=clock.local_today(request.clinic.zone),
    )
    status = 422 if form.errors else 200
    if request.method == "POST":
        status = _approve(request, form)
        if status == 302:
            return redirect("rules")
        if status == 409:
            held = ruleset_approvals.in_force(request.clinic)
    return _page(request, form, held, status)


def _approve(request: StaffRequest, form: RulesForm) -> int:
    """Store it and answer 302, or name what is wrong and answer 422 or 409."""
    if request.POST.get("confirm") != "yes":
        form.errors["confirm"] = UNCONFIRMED
    try:
        if "confirm" not in form.errors:
            actions.approve(
                clinic=request.clinic,
                version=form.version,
                thresholds=form.typed,
                alert_budget=request.POST.get("alert_budget", ""),
                note=request.POST.get("note", ""),
                replaces=_uuid(request.POST.get("replaces", "")),
                by=request.user,
            )
            messages.success(
                request, "Approved. It judges every new report from now on."
            )
            return 302
    except InvalidInput as invalid:
        form.errors |= {e["field"]: e["message"] for e in invalid.errors}
    except Conflict as conflict:
        form.errors["version"] = conflict.sentence
        return 409
    return 422


def _page(
    request: StaffRequest, form: RulesForm, held: InForce, status: int
) -> HttpResponse:
    context = {
        "form": form,
        "held": held,
        # Also one that cannot be read, so that it can be replaced.
        "replaces": ruleset_approvals.history(request.clinic).first(),
        "changes": rules.differences(held.ruleset, form.ruleset),
        "rewritten": rules.rewritten(held.ruleset, form.ruleset),
        "alert_budget": request.POST.get("alert_budget", f"{held.alert_budget:g}"),
        "note": request.POST.get("note", ""),
        "is_confirmed": request.POST.get("confirm") == "yes" and status != 409,
        "limits": (actions.LEAST_BUDGET, actions.MOST_BUDGET),
        "page": "rules",
        "part": "approve",
    }
    return render(
        request, "tracker/clinician/rules_approve.html", context, status=status
    )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
