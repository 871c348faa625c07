"""A form that cannot be taken now is given back, with one button to send it again.

No passwords and no files: those are asked for once more.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def typed(request: HttpRequest) -> dict[str, Any]:
    """What a browser sent, as the page needs it and a session can keep it."""
    return {
        "path": request.get_full_path(),
        "fields": [
            [name, value]
            for name, values in request.POST.lists()
            for value in values
            if name != "csrfmiddlewaretoken" and "password" not in name
        ],
        "has_files": bool(request.FILES),
    }


def is_ours(request: HttpRequest) -> bool:
    """Whether somebody who is signed in sent a form from a page of this site."""
    origin = f"{request.scheme}://{request.get_host()}"
    return (
        request.user.is_authenticated
        and bool(request.POST)
        and request.headers.get("Origin") == origin
        and not request.path.startswith("/accounts/")
    )


def page(
    request: HttpRequest, kept: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    return render(request, "send_again.html", {"kept": kept}, status=status)
