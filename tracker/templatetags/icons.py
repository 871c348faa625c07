"""Small line drawings of the navigation (pure)."""

_PATHS = {
    "today": "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
    "progress": "M4 5v15h16M7 15l4-5 3 3 5-7",
    "plan": "M9 6h11M9 12h11M9 18h11M4 6l1 1 2-2M4 12l1 1 2-2M4 18l1 1 2-2",
    "messages": "M4 5h16v11H10l-4 4v-4H4z",
    "reminders": "M6 17V11a6 6 0 0112 0v6l2 1H4zM10 21h4",
    "symptom": "M12 3.5v17M3.5 12h17",
    "phone": "M6 3h4l2 5-2.5 1.5a11 11 0 005 5L16 12l5 2v4a2 2 0 01-2 2"
    "A16 16 0 014 5a2 2 0 012-2z",
    "mail": "M3 6h18v12H3zM3 7l9 7 9-7",
    "back": "M15 5l-7 7 7 7",
    "next": "M9 5l7 7-7 7",
    "check": "M4 12.5l5 5L20 6.5",
    "clock": "M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM12 7v5.3l3.3 2",
    "aloud": "M4 9.5h3.5L12 6v12l-4.5-3.5H4zM15.5 9a4.5 4.5 0 010 6"
    "M18 6.5a8 8 0 010 11",
    "share": "M8.5 10.5H6v9.5h12v-9.5h-2.5M12 14V4M8.5 7.5L12 4l3.5 3.5",
    "search": "M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L21 21",
}


def icon(name: str, size: int = 24) -> str:
    return (
        f'<svg class="icon icon-{name}" width="{size}" height="{size}" '
        'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" '
        'stroke-linecap="round" '
        f'stroke-linejoin="round" aria-hidden="true"><path d="{_PATHS[name]}"/></svg>'
    )
