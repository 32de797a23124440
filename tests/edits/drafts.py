"""Drafts as word processors leave them, made by changing the XML of one of ours."""

from __future__ import annotations

import base64
import copy
import functools
import io
import zipfile
from collections.abc import Callable

from lxml import etree

from brief.edits.diff import diff
from brief.edits.merge import Merged, merge
from brief.edits.readback import Draft, read_draft
from brief.model.brief import Brief, Exhibit
from brief.model.edit import Edit
from brief.writers.docx import to_docx
from tests.support.kitchen import house_style, kitchen

Element = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NS = {"w": W[1:-1]}
DOCUMENT = "word/document.xml"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEE"
    "lEQVR42mMQMvCHIwbiOADoBAkRnlNhowAAAABJRU5ErkJggg=="
)
"""A picture of four by four pixels."""


@functools.cache
def base() -> Brief:
    """Return the kitchen-sink brief without charts, which are slow to draw."""
    brief = kitchen()
    kept = tuple(block for block in brief.blocks if not isinstance(block, Exhibit))
    return brief.model_copy(update={"blocks": kept})


def merge3(before: Brief, edited: Brief, new: Brief) -> Merged:
    """Return `new` with what a person changed between `before` and `edited`."""
    return merge(diff(before, edited), new)


@functools.cache
def drafted() -> bytes:
    """Return its draft."""
    return to_docx(base(), house_style())


def changed(
    change: Callable[[Element], None], data: bytes | None = None, part: str = DOCUMENT
) -> bytes:
    """Return the draft with one of its parts changed."""
    source = zipfile.ZipFile(io.BytesIO(data or drafted()))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                root = etree.fromstring(content)
                change(root)
                content = etree.tostring(root)
            target.writestr(name, content)
    return buffer.getvalue()


def read(data: bytes) -> Draft:
    """Return the draft, read back."""
    return read_draft(data, base())


def edits(data: bytes) -> tuple[Edit, ...]:
    """Return what a person changed in the draft."""
    return diff(base(), read(data).brief).edits


def find(root: Element, words: str) -> Element:
    """Return the paragraph that holds the words."""
    for paragraph in root.iter(f"{W}p"):
        if words in "".join(t.text or "" for t in paragraph.iter(f"{W}t")):
            return paragraph
    raise AssertionError(f"no paragraph says {words!r}")


def text_in(root: Element, words: str) -> Element:
    """Return the `w:t` that holds the words."""
    return next(t for t in root.iter(f"{W}t") if words in (t.text or ""))


def type_over(old: str, new: str) -> Callable[[Element], None]:
    """Return the edit that replaces words."""

    def change(root: Element) -> None:
        found = text_in(root, old)
        found.text = (found.text or "").replace(old, new)

    return change


def typed_anew(paragraph: Element, words: str) -> None:
    """Type other words over a whole paragraph; all names around its text are lost on the way."""
    for child in [child for child in paragraph if child.tag != f"{W}pPr"]:
        paragraph.remove(child)
    paragraph.append(run(words))


def parent_of(element: Element) -> Element:
    """Return the element around another."""
    found = element.getparent()
    assert found is not None
    return found


def el(tag: str, *children: Element, text: str = "", **attributes: str) -> Element:
    """Return a `w:` element; attributes are `w:` attributes."""
    made = etree.Element(W + tag)
    for name, value in attributes.items():
        made.set(W + name, value)
    if text:
        made.text = text
        made.set(XML_SPACE, "preserve")
    made.extend(children)
    return made


def run(text: str, *looks: str) -> Element:
    """Return a run; `looks` are names of on-off properties."""
    return el("r", el("rPr", *(el(look) for look in looks)), el("t", text=text))


def paragraph(text: str, style: str = "BodyText", *looks: str) -> Element:
    """Return a paragraph as a person types one."""
    return el("p", el("pPr", el("pStyle", val=style)), run(text, *looks))


BY = {"id": "900", "author": "Ann Editor", "date": "2026-11-26T09:00:00Z"}
"""Whose tracked change it is, and of when."""


def marked_as_moved(old: Element, new: Element) -> None:
    """Mark a paragraph and its copy elsewhere as the two ends of one tracked move."""
    for place, kind in ((old, "moveFrom"), (new, "moveTo")):
        for part in list(place.iter(f"{W}r")):
            wrapper = el(kind, **BY)
            part.addprevious(wrapper)
            wrapper.append(part)
        properties = place.find(f"{W}pPr")
        properties.append(el("rPr", el(kind, **BY)))
        properties.addnext(el(f"{kind}RangeStart", name="move1", **BY))
        place.append(el(f"{kind}RangeEnd", id="900"))


def unwrapped(root: Element) -> None:
    """Remove every content control, keeping what is inside."""
    for control in list(root.iter(f"{W}sdt")):
        parent = parent_of(control)
        content = control.find(f"{W}sdtContent")
        assert content is not None
        at = parent.index(control)
        parent[at : at + 1] = list(content)


def unmarked(root: Element) -> None:
    """Remove every bookmark."""
    for mark in [*root.iter(f"{W}bookmarkStart"), *root.iter(f"{W}bookmarkEnd")]:
        parent_of(mark).remove(mark)


def resplit(root: Element) -> None:
    """Split runs as Word does on each save, with revision ids and proofing marks between."""
    for number, old in enumerate(list(root.iter(f"{W}r"))):
        words = old.find(f"{W}t")
        if words is None or len(words.text or "") < 8:
            continue
        second = copy.deepcopy(old)
        half = len(words.text or "") // 2
        later = second.find(f"{W}t")
        assert later is not None
        later.text = (words.text or "")[half:]
        words.text = (words.text or "")[:half]
        for part in (words, later):
            part.set(XML_SPACE, "preserve")
        old.set(f"{W}rsidR", f"00A{number:05X}")
        second.set(f"{W}rsidR", f"00B{number:05X}")
        old.addnext(second)
        old.addnext(el("proofErr", type="spellStart"))
        second.insert(0, el("lastRenderedPageBreak"))
