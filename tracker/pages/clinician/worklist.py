"""Who needs me now, why, and since when."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.vary import vary_on_headers

from backend.accounts import duty
from backend.accounts.roles import Permission
from backend.common import clock
from tracker.pages.decorators import clinic_page
from tracker.pages.presenters import adverse_event as words
from tracker.pages.requests import StaffRequest
from tracker.queries import adverse_events, caseload, reach

PAGE_SIZE = 50
QUEUES = {
    "urgent": "Urgent",
    "soon": "Soon",
    "silent": "Silent",
    "unreachable": "Unreachable",
    "all": "All",
}
# Beside the medical queues, and only while it holds somebody.
QUESTIONNAIRES = "questionnaires"


@vary_on_headers("HX-Request")
@clinic_page(Permission.CASELOAD_VIEW)
def worklist(request: StaffRequest) -> HttpResponse:
    """The whole page, or only the list when the page asks for news."""
    is_news = request.headers.get("HX-Request") == "true"
    if is_news:
        return render(request, "tracker/clinician/_worklist.html", _context(request))
    context = _context(request) | {"duty": duty.at(request.clinic, clock.now())}
    return render(request, "tracker/clinician/worklist.html", context)


def _context(request: StaffRequest) -> dict[str, Any]:
    clinic = request.clinic
    queue = request.GET.get("queue", "all")
    queue = queue if queue in (*QUEUES, QUESTIONNAIRES) else "all"
    search = request.GET.get("q", "").replace("\0", "").strip()[:100]
    number = _page_number(request)
    unreached = reach.unreached(clinic)
    rows = caseload.rows(
        clinic,
        queue=queue,
        search=search,
        limit=PAGE_SIZE + 1,
        offset=(number - 1) * PAGE_SIZE,
        unreached=unreached,
    )
    counts = caseload.counts(clinic, unreached)
    return {
        "rows": rows[:PAGE_SIZE],
        "tabs": [(code, word, counts.get(code, 0)) for code, word in QUEUES.items()],
        "overdue": counts[QUESTIONNAIRES],
        "queue": queue,
        "search": search,
        "number": number,
        "has_more": len(rows) > PAGE_SIZE,
        "as_of": clock.now(),
        "clocks": _clocks(request),
        "page": "worklist",
    }


def _clocks(request: StaffRequest) -> list[words.Line]:
    """Reports that are due within days, for those who may send them."""
    if Permission.ADVERSE_EVENT_RECORD not in request.permissions:
        return []
    today = clock.local_today(request.clinic.zone)
    due = adverse_events.clocks_due(request.clinic)
    return [words.line(event, today) for event in due]


def _page_number(request: StaffRequest) -> int:
    text = request.GET.get("page", "1")
    return max(int(text), 1) if text.isdecimal() and len(text) < 6 else 1
