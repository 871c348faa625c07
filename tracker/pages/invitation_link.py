"""Carry a new invitation link from one page to the next without storing it.

The database keeps only a digest, so the link travels in a signed cookie that lives
for some minutes on one page of one browser.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from qrcode.image.svg import SvgPathImage
from qrcode.main import QRCode

COOKIE = "invitation_link"
SECONDS = 15 * 60


def hand_over(
    response: HttpResponse, invited_id: UUID, link: str, *, path: str = ""
) -> None:
    """For one page only: the invitation of that patient, or the one at `path`."""
    response.set_signed_cookie(
        COOKIE,
        link,
        salt=str(invited_id),
        max_age=SECONDS,
        path=path or reverse("patient-invitation", args=[invited_id]),
        httponly=True,
        secure=link.startswith("https:"),
        samesite="Strict",
    )


def handed_over(request: HttpRequest, invited_id: UUID) -> str | None:
    return request.get_signed_cookie(
        COOKIE, default=None, salt=str(invited_id), max_age=SECONDS
    )


def qr_svg(link: str) -> str:
    """The link as a picture that a phone's camera reads."""
    code = QRCode(border=0)
    code.add_data(link)
    svg = code.make_image(image_factory=SvgPathImage).to_string(encoding="unicode")
    return str(svg).replace("<svg ", '<svg role="img" aria-label="QR code" ', 1)
