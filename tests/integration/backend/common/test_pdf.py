"""PDF files from our own HTML, and from nothing else."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from backend.common import pdf, pdf_engine

PAGE = (
    '<!doctype html><html lang="{language}"><head><title>A page</title></head>'
    "<body>{body}</body></html>"
)
STYLE = "css/paper.css"


def words(content: bytes) -> str:
    return " ".join(p.extract_text() for p in PdfReader(BytesIO(content)).pages)


@pytest.mark.parametrize("word", ["Größe", "Łódź", "Ωμέγα", "Привет"])
def test_letters_of_our_font_can_be_read_back(word: str) -> None:
    fonts = '"Noto Sans latin", "Noto Sans latin-ext", "Noto Sans greek"'
    style = f"style='font-family: {fonts}, \"Noto Sans cyrillic\"'"
    html = PAGE.format(language="en", body=f"<h1 {style}>{word}</h1>")

    content = pdf.render(html, styles=[])

    assert words(content).strip() == word
    used = PdfReader(BytesIO(content)).pages[0]["/Resources"]["/Font"].values()
    assert all("Noto-Sans" in font.get_object()["/BaseFont"] for font in used)


def test_nothing_is_fetched_from_anywhere(caplog: pytest.LogCaptureFixture) -> None:
    """Not from the network, which tests refuse anyway, nor from the machine."""
    addresses = ("http://example.org/x.png", "file:///etc/hostname", "font:../x")
    body = "".join(f'<img alt="no" src="{one}">' for one in addresses)

    content = pdf.render(PAGE.format(language="en", body=body), styles=[STYLE])

    refused = [
        r.getMessage() for r in caplog.records if "other places" in r.getMessage()
    ]
    assert len(refused) == 3
    assert len(PdfReader(BytesIO(content)).pages) == 1


def test_an_unknown_style_sheet_is_an_error_of_ours() -> None:
    with pytest.raises(FileNotFoundError):
        pdf.render(PAGE.format(language="en", body=""), styles=["css/none.css"])


def test_only_the_letters_needed_are_loaded() -> None:
    faces = "".join(pdf_engine._faces("<p>Größe</p>"))

    assert "Noto Sans latin" in faces
    assert "latin-ext" not in faces
    assert "cyrillic" not in faces


def test_missing_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LIBRARIES", {"pango": ("libnowhere.so.0",)})
    pdf.missing.cache_clear()

    (warning,) = pdf.check_libraries()
    pdf.missing.cache_clear()

    assert "missing: pango." in warning.msg
    assert "apt-get install libpango-1.0-0" in warning.hint
