"""The visit summary in the patient's language: a piece of a page, or a PDF file."""

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from backend.common import clock, languages, pdf
from backend.common.errors import DomainError
from tracker.pages.presenters import own_data_paper
from tracker.pages.presenters import visit_summary as presenter
from tracker.pages.presenters.own_data import Lists
from tracker.queries import visit_summary

if TYPE_CHECKING:
    from tracker.models import Episode, Patient

STYLES = ("css/paper.css",)


class NoPdfHere(DomainError):
    """The server lacks what draws PDF files."""

    status = 503
    code = "no_pdf_here"


def as_html(
    episode: "Episode", *, with_private: bool, language: str = ""
) -> SafeString:
    """The paper for a page around it."""
    return _rendered("_paper", episode, with_private=with_private, language=language)


def as_pdf(episode: "Episode", *, with_private: bool, language: str = "") -> bytes:
    """The same as a file; raises NoPdfHere."""
    require_pdf()
    document = _rendered("pdf", episode, with_private=with_private, language=language)
    return pdf.render(document, styles=STYLES)


def all_data(patient: "Patient", lists: Lists) -> bytes:
    """Everything that is stored about a patient, to read; raises NoPdfHere."""
    require_pdf()
    with timezone.override(ZoneInfo(patient.zone)):
        document = render_to_string(
            "tracker/summary/own_data.html",
            {
                "patient": patient,
                "sections": own_data_paper.sections(lists, patient.zone),
                "made_at": clock.now(),
                "language": languages.current(),
                "page_size": presenter.page_size(patient.clinic),
            },
        )
    return pdf.render(document, styles=STYLES)


def as_file(content: bytes, name: str) -> HttpResponse:
    """To be opened in the browser, and saved under that name."""
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )


def require_pdf() -> None:
    if not pdf.is_available():
        raise NoPdfHere(
            _("PDF files cannot be made here now. Go back and print the page instead.")
        )


def language_of(episode: "Episode") -> str:
    """The one that the patient reads."""
    return languages.of(episode.patient.locale)


def _rendered(
    template: str, episode: "Episode", *, with_private: bool, language: str
) -> SafeString:
    language = language or language_of(episode)
    with (
        languages.speaking(language),
        timezone.override(ZoneInfo(episode.patient.zone)),
    ):
        summary = visit_summary.of_episode(episode, with_private=with_private)
        context = presenter.as_paper(summary, is_pdf=template == "pdf")
        context["language"] = language
        return render_to_string(f"tracker/summary/{template}.html", context)
