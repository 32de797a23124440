"""HTML in, laid-out pages and PDF bytes out, by WeasyPrint; any complaint of its is an error.

WeasyPrint only logs what it could not do: a missing glyph, a lost anchor, CSS it does not know.
Here each such line raises `BriefError`. Nothing is fetched: no network, no file but fonts; a
picture that a person put into the draft is inside the page itself.
"""

from __future__ import annotations

import base64
import logging
import re
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from brief.errors import BriefError, error
from brief.writers import fonts
from brief.writers.blocks_once import blocks_once
from brief.writers.full_lines import full_lines
from brief.writers.lines_once import lines_once
from brief.writers.own_css import complaint

_GLYPH = re.compile(r"\.notdef glyph .*\(U\+([0-9A-F]+)\)", re.DOTALL)


class GlyphMissing(BriefError):
    """A character that no font of ours has; the caller may know the block it stands in."""

    def __init__(self, codepoint: int, place: str) -> None:
        super().__init__(*fonts.missing_glyph(codepoint, place).diagnostics)
        self.codepoint = codepoint


class _Complaints(logging.Handler):
    """Keeps what WeasyPrint and fontTools warn of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record's line."""
        self.lines.append(record.getMessage())


@contextmanager
def strictly(place: str, html: str = "") -> Iterator[None]:
    """Raise `BriefError` at the end when WeasyPrint complained meanwhile; `place` is the file.

    `html` is the page, where its rules may be to blame.
    """
    logger = logging.getLogger("weasyprint")
    complaints = _Complaints()
    logger.addHandler(complaints)
    try:
        yield
    except Exception as problem:
        message = f"WeasyPrint failed: {type(problem).__name__}: {problem}."
        raise error("pdf-layout", place, message, "Is the style's CSS to blame?") from problem
    finally:
        logger.removeHandler(complaints)
    for line in complaints.lines:
        if glyph := _GLYPH.search(line):
            raise GlyphMissing(int(glyph[1], 16), place)
    if complaints.lines:
        raise BriefError(complaint(complaints.lines[0], html, place))


def lay_out(html: str, place: str) -> Any:
    """Return WeasyPrint's laid-out document for a whole HTML page."""
    weasyprint = _weasyprint()
    with strictly(place, html), full_lines(), lines_once(), blocks_once():
        inside = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
        return weasyprint.HTML(string=html, url_fetcher=inside).render()


def write(document: Any, place: str, *, padding: int = 0, **options: Any) -> bytes:
    """Return the PDF of a laid-out document.

    With `padding`, an object of so many blanks that nothing shows changes how its objects pack.
    """

    def finish(made: Any, pdf: Any) -> None:
        _pack(made, pdf)
        if padding:
            _pad(pdf, padding)

    with strictly(place), warnings.catch_warnings():
        # WeasyPrint leaves the color profile that it ships open.
        warnings.filterwarnings("ignore", "unclosed file .*sRGB2014", ResourceWarning)
        data: bytes = document.write_pdf(finisher=finish, **options)
    return data


def _pack(_: Any, pdf: Any) -> None:
    """Compress the streams of a PDF so that none ends in a line break.

    A reader may take such an end for part of the line break that follows, and then the stream for
    shorter than it says, which PDF/A forbids. One in 128 is written in base 85 therefore.
    """
    for stream in pdf.objects:
        if getattr(stream, "compress", False):
            packed = zlib.compress(b"\n".join(_bytes(item) for item in stream.stream), 9)
            stream.extra["Filter"] = "/FlateDecode"
            if packed.endswith((b"\r", b"\n")):
                packed = base64.a85encode(packed) + b"~>"
                stream.extra["Filter"] = "[/ASCII85Decode /FlateDecode]"
            stream.stream, stream.compress = [packed], False


def _pad(pdf: Any, padding: int) -> None:
    import pydyf  # type: ignore[import-untyped]

    pdf.add_object(pydyf.Dictionary({"Blanks": pydyf.String(" " * padding)}))


def _bytes(item: Any) -> bytes:
    """Return an item of a stream as it is written: pydyf's values know their own form."""
    if isinstance(item, bytes):
        return item
    return item.encode("ascii") if isinstance(item, str) else bytes(item.data)


def drawing_pdf(svg: str) -> bytes:
    """Return a PDF with one page of the size of an SVG drawing."""
    width, height = re.findall(r'(?:width|height)="([\d.]+pt)"', svg)[:2]
    page = f"<style>@page {{ size: {width} {height}; margin: 0 }} svg {{ display: block }}</style>"
    html = f"<!DOCTYPE html><html lang='en'><title>-</title>{page}<body style='margin:0'>{svg}"
    return write(lay_out(html, "chart"), "chart", pdf_identifier=b"brief")


def _weasyprint() -> Any:
    """Import WeasyPrint after our fonts are in place; the import takes a third of a second."""
    fonts.prepare()
    import weasyprint

    return weasyprint


def pango_version() -> str:
    """Return the version of the library that sets our lines: another may set them otherwise."""
    _weasyprint()
    from weasyprint.text.ffi import pango

    number = int(pango.pango_version())
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"
