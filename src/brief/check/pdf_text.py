"""The bytes of a tagged PDF in, what it says out: its structure tree with text, in reading order.

The text is what a screen reader or a copying hand gets: the characters that the fonts' own tables
give for the glyphs drawn. Running heads and page numbers are not part of it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from brief.check.pdf_page import Font, Run, page_runs, read_font
from brief.model.plain import cite_text, fold_spaces

_BLOCKS = frozenset(
    {"/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/LI", "/TH", "/TD", "/Caption", "/Figure"}
)
_HYPHEN = "\u2011"
"""What the PDF writer breaks words with. In a text it is a hyphen at which no line breaks, so that
one at the end of a line is never the text's own."""
_EAST = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_STICKS = re.compile(rf"(?:\S[—–/-]|[{_EAST}])$")
_EASTERN = re.compile(f"[{_EAST}]")
_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SPACE = 0.12
"""A gap this wide, in sizes of the text, is a space that was not drawn."""


@dataclass(slots=True)
class Element:
    """A node of the structure tree."""

    tag: str
    lang: str
    """Language in force here: its own, or the nearest above."""
    alt: str = ""
    page: int = 0
    kids: list[Element | Run] = field(default_factory=list)
    target: str = ""
    """Where a link leads inside the file: `note-3`."""
    source: Any = None
    """The pikepdf dictionary."""

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


@dataclass(slots=True)
class Tagged:
    """A PDF that was read: the file, its structure, and every run of text on its pages."""

    pdf: Any
    root: Element
    runs: list[tuple[int, Run]]
    """All text with its page, running heads too."""
    fonts: dict[str, Font]


def open_pdf(data: bytes) -> Any:
    """Return the file as pikepdf opens it."""
    import pikepdf

    return pikepdf.open(io.BytesIO(data))


def read_tagged(pdf: Any) -> Tagged:
    """Return structure and text of an open PDF."""
    marked: dict[tuple[int, int], list[Run]] = {}
    fonts: dict[str, Font] = {}
    runs: list[tuple[int, Run]] = []
    for number, page in enumerate(pdf.pages, 1):
        resources = page.get("/Resources") or {}
        for name, font in (resources.get("/Font") or {}).items():
            if name not in fonts:
                fonts[str(name)] = read_font(font)
        for mark, run in page_runs(page, fonts):
            runs.append((number, run))
            if mark is not None:
                marked.setdefault((number, mark), []).append(run)
    root = Element("/Root", str(pdf.Root.get("/Lang", "")))
    if "/StructTreeRoot" in pdf.Root:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        _fill(root, pdf.Root.StructTreeRoot, marked, pages)
    return Tagged(pdf, root, runs, fonts)


def _fill(
    parent: Element,
    node: Any,
    marked: dict[tuple[int, int], list[Run]],
    pages: dict[Any, int],
) -> None:
    import pikepdf

    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            if "/S" in kid:
                child = _element(kid, parent, pages)
                parent.kids.append(child)
                _fill(child, kid, marked, pages)
            elif "/Obj" in kid:
                parent.target = str(kid.Obj.get("/Dest", ""))
        elif kid is not None:
            parent.kids += marked.get((parent.page, int(kid)), [])


def _element(node: Any, parent: Element, pages: dict[Any, int]) -> Element:
    return Element(
        tag=str(node.S),
        lang=str(node.get("/Lang", parent.lang)),
        alt=str(node.get("/Alt", "")),
        page=pages.get(node.Pg.objgen, 0) if "/Pg" in node else parent.page,
        source=node,
    )


def pdf_text(data: bytes) -> str:
    """Return the text of the bytes of a tagged PDF: see `tagged_text`."""
    with open_pdf(data) as pdf:
        return tagged_text(read_tagged(pdf))


def tagged_text(tagged: Tagged) -> str:
    """Return the text of a tagged PDF in reading order, a line a block.

    Words broken over lines are whole again, note marks stand as superscript digits; charts and
    running heads are left out.
    """
    return "\n".join(text for _, text in blocks(tagged.root))


def pictures(tagged: Tagged) -> list[tuple[int, str, str]]:
    """Return page, alternative text and words (a line a label) of each picture of a tagged PDF."""
    figures = [one for one in tagged.root.walk() if one.tag == "/Figure"]
    return [(one.page, one.alt, _labels(one)) for one in figures]


def _labels(figure: Element) -> str:
    """Return the words of a picture: what stands on one line and touches is one word."""
    text = ""
    last: Run | None = None
    for run in (kid for kid in figure.kids if isinstance(kid, Run)):
        near = last is not None and run.y == last.y and abs(run.x - last.end) < 0.2 * run.size
        text += run.text if near else f"\n{run.text}"
        last = run
    return text.strip()


def blocks(root: Element) -> list[tuple[Element, str]]:
    """Return each block of the structure tree that has words of its own, with its text."""
    found = [(element, _text(element)) for element in root.walk() if element.tag in _BLOCKS]
    return [(element, text) for element, text in found if text and element.tag != "/Figure"]


def _text(block: Element) -> str:
    """Return the text of a block without that of blocks inside it."""
    text = ""
    last: Run | None = None
    for run, target in _own_runs(block, ""):
        if last is not None:
            text = _join(text, last, run)
        if target.startswith("note-") and run.text.isdecimal():
            comma = text.endswith(",") and text[-2:-1] in _SUPERSCRIPT
            text = (text[:-1] if comma else text) + cite_text(int(run.text))
        else:
            text += run.text
        last = run
    # Our fonts draw both hyphens with one glyph, which can stand for one character only.
    return fold_spaces(text).replace("\u2010", "-")


def _join(text: str, last: Run, run: Run) -> str:
    """Return what was read so far, ready for what follows: after a line break, or after a gap."""
    size = max(run.size, last.size)
    if abs(run.y - last.y) <= 0.8 * size:
        return text + " " if run.x - last.end > _SPACE * size else text
    if text.endswith(_HYPHEN):
        return text[:-1]
    if _STICKS.search(text) and (text[-1:] in "—–/-" or _EASTERN.match(run.text)):
        return text
    return text + " "


def _own_runs(element: Element, target: str) -> Iterator[tuple[Run, str]]:
    for kid in element.kids:
        if isinstance(kid, Run):
            yield kid, element.target or target
        elif kid.tag not in _BLOCKS:
            yield from _own_runs(kid, element.target or target)


def squeeze(text: str) -> str:
    """Return `text` without spaces, soft hyphens and joiners, and with one kind of hyphen."""
    return re.sub(r"[\s\u00ad\u200b\u2060]+", "", text).replace("\u2010", "-")
