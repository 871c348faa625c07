"""The manifest, the service worker and the offline page, from the site's root."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control

from backend.common import languages
from tracker.pwa import shell

WORKER = "pwa/service_worker.js"
SHORTCUTS = (
    (_("Check in"), "/check-in"),
    (_("My progress"), "/progress"),
    (_("Call the clinic"), "/call"),
)
SCREENSHOTS = (("narrow", "780x1688"), ("wide", "1280x800"))


@cache_control(max_age=3600)
def manifest(request: HttpRequest) -> HttpResponse:
    with languages.speaking(languages.asked(request.GET)):
        kind = "application/manifest+json"
        return languages.labelled(JsonResponse(_manifest(), content_type=kind))


def _manifest() -> dict[str, Any]:
    icons = [
        {"src": static("icons/icon-192.png"), "sizes": "192x192", "purpose": "any"},
        {"src": static("icons/icon-512.png"), "sizes": "512x512", "purpose": "any"},
        *(
            {
                "src": static(f"icons/maskable-{size}.png"),
                "sizes": f"{size}x{size}",
                "purpose": "maskable",
            }
            for size in (192, 512)
        ),
    ]
    return {
        "id": "/",
        "name": "Cairn",
        "short_name": "Cairn",
        "lang": languages.current(),
        "dir": "rtl" if translation.get_language_bidi() else "ltr",
        "description": gettext("Tell your clinic how your back is doing."),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f6f5f1",
        "theme_color": "#f6f5f1",
        "icons": [{"type": "image/png", **icon} for icon in icons],
        "shortcuts": [{"name": str(name), "url": url} for name, url in SHORTCUTS],
        "screenshots": [
            {
                "src": static(f"screens/check-in-{form_factor}.png"),
                "type": "image/png",
                "sizes": sizes,
                "form_factor": form_factor,
                "label": gettext("How much pain on average in the last 24 hours?"),
            }
            for form_factor, sizes in SCREENSHOTS
        ],
    }


@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """From the root, or it could not serve the whole site; never kept by a cache."""
    script = shell.as_script(languages.asked(request.GET)) + _worker()
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


@cache_control(no_cache=True)
def offline(request: HttpRequest) -> HttpResponse:
    """What to do without a connection. The same page for everybody."""
    with languages.speaking(languages.asked(request.GET)):
        return languages.labelled(render(request, "tracker/pwa/offline.html"))


def _worker() -> str:
    """Its imports are named from where it lies, not from the root."""
    found = finders.find(WORKER)
    path = Path(found) if found else Path(settings.STATIC_ROOT) / WORKER
    return path.read_text().replace('"../js/', f'"{settings.STATIC_URL}js/')
