"""WeasyPrint at work. Importing this fails where Pango is missing; ask pdf.py."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

FONT_FILES = settings.BASE_DIR / "node_modules" / "@fontsource" / "noto-sans" / "files"
# The parts of our font, and the letters for which each is needed. Names in other
# scripts fall back to the fonts of the machine.
SUBSETS = {
    "latin": (0x20, 0xFF),
    "latin-ext": (0x100, 0x2AF),
    "greek": (0x370, 0x3FF),
    "cyrillic": (0x400, 0x4FF),
}
WEIGHTS = (400, 700)
OURS = "font:"


class OurFontOnly(URLFetcher):
    """Opens no address but our own font: a paper must not call anybody."""

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        subset, _, weight = url.removeprefix(OURS).rpartition("-")
        if not url.startswith(OURS) or subset not in SUBSETS:
            raise ValueError("A paper holds nothing from other places.")
        return URLFetcherResponse(url, _unpacked(subset, weight))


def render(html: str, *, styles: Sequence[str]) -> bytes:
    fonts, fetcher = FontConfiguration(), OurFontOnly()
    sheets = [
        CSS(string=text, font_config=fonts, url_fetcher=fetcher)
        for text in ("".join(_faces(html)), *map(_read, styles))
    ]
    document = HTML(string=html, base_url=OURS, url_fetcher=fetcher)
    return bytes(
        document.write_pdf(
            stylesheets=sheets,
            font_config=fonts,
            pdf_variant="pdf/ua-1",
            # Otherwise it is made of the clock.
            pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
        )
    )


def _faces(html: str) -> Iterator[str]:
    letters = {ord(letter) for letter in html}
    for subset, (first, last) in SUBSETS.items():
        if any(first <= letter <= last for letter in letters):
            for weight in WEIGHTS:
                yield (
                    f'@font-face {{ font-family: "Noto Sans {subset}";'
                    f" font-weight: {weight}; src: url({OURS}{subset}-{weight}) }}"
                )


@cache
def _unpacked(subset: str, weight: str) -> bytes:
    """The font without its compression, which takes a tenth of a second to undo."""
    packed = TTFont(FONT_FILES / f"noto-sans-{subset}-{weight}-normal.woff2")
    packed.flavor = None
    plain = BytesIO()
    packed.save(plain, reorderTables=None)
    return plain.getvalue()


@cache
def _read(path: str) -> str:
    found = finders.find(path)
    if not isinstance(found, str):
        raise FileNotFoundError(path)
    return Path(found).read_text(encoding="utf-8")
