"""Try a rule set on the clinic's own past. Changes nothing."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from backend.accounts.roles import Permission
from backend.common import clock
from tracker.clinical.triage.rulesets import RULESETS
from tracker.pages.decorators import clinic_page
from tracker.pages.forms.rules import RulesForm
from tracker.pages.presenters import rules, trial
from tracker.pages.requests import StaffRequest
from tracker.queries import ruleset_approvals, ruleset_trial


@require_safe
@clinic_page(Permission.RULES_APPROVE)
def try_rules(request: StaffRequest) -> HttpResponse:
    held = ruleset_approvals.in_force(request.clinic)
    form = RulesForm(
        request.GET.dict(),
        held=held.ruleset,
        today=clock.local_today(request.clinic.zone),
    )
    if form.is_asked and not form.errors and not form.is_shortest:
        return redirect(f"{reverse('rules-try')}?{form.address}")
    context = {
        "form": form,
        "rules": rules.rule_lines(form.ruleset),
        "versions": list(RULESETS),
        "held": held,
        "changes": rules.differences(held.ruleset, form.ruleset),
        "rewritten": rules.rewritten(held.ruleset, form.ruleset),
        "page": "rules",
        "part": "try",
    }
    if form.is_asked and not form.errors:
        found = ruleset_trial.on_the_past(
            request.clinic, form.ruleset, since=form.since
        )
        context["trial"] = trial.described(found, held.alert_budget)
    status = 422 if form.errors else 200
    return render(request, "tracker/clinician/rules_try.html", context, status=status)
