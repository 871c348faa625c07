"""The adverse events of a clinic: the running clocks first, and the clusters."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from backend.accounts.roles import Permission
from backend.audit import recorder
from backend.common import clock
from tracker.pages.decorators import clinic_page
from tracker.pages.presenters import adverse_event as words
from tracker.pages.presenters import adverse_event_csv
from tracker.pages.requests import StaffRequest
from tracker.queries import adverse_events

PAGE_SIZE = 50
STATES = {
    "all": "All",
    "open": "Report due",
    "serious": "Serious",
    "infection": "Infections",
}


@clinic_page(Permission.ALERT_VIEW)
def adverse_event_list(request: StaffRequest) -> HttpResponse:
    return render(request, "tracker/clinician/adverse_events.html", _context(request))


@clinic_page(Permission.ADVERSE_EVENT_RECORD)
def adverse_event_export(request: StaffRequest) -> HttpResponse:
    """The list as it is filtered, as a file for a spreadsheet."""
    state, search = _filters(request)
    rows = list(adverse_events.listed(request.clinic, state=state, search=search))
    recorder.record(
        "adverse_event.list_exported",
        by=request.user,
        clinic_id=request.clinic.pk,
        state=state,
        rows=len(rows),
    )
    response = HttpResponse(
        adverse_event_csv.written(rows), content_type="text/csv; charset=utf-8"
    )
    today = clock.local_today(request.clinic.zone)
    name = f"adverse-events-{today.isoformat()}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _context(request: StaffRequest) -> dict[str, Any]:
    clinic = request.clinic
    state, search = _filters(request)
    number = _page_number(request)
    first = (number - 1) * PAGE_SIZE
    found = adverse_events.listed(clinic, state=state, search=search)
    rows = list(found[first : first + PAGE_SIZE + 1])
    today = clock.local_today(clinic.zone)
    return {
        "lines": [words.line(event, today) for event in rows[:PAGE_SIZE]],
        "clusters": adverse_events.clusters_of(clinic),
        "tabs": list(STATES.items()),
        "state": state,
        "search": search,
        "number": number,
        "has_more": len(rows) > PAGE_SIZE,
        "page": "adverse-events",
    }


def _filters(request: StaffRequest) -> tuple[str, str]:
    state = request.GET.get("show", "all")
    # PostgreSQL refuses NUL in any text, even to look for it.
    search = request.GET.get("q", "").replace("\0", "").strip()[:100]
    return (state if state in STATES else "all"), search


def _page_number(request: StaffRequest) -> int:
    text = request.GET.get("page", "1")
    return max(int(text), 1) if text.isdecimal() and len(text) < 6 else 1
