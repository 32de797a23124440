"""A tagged PDF and the brief it was made from in; what the file shows beside its text, out.

Running heads and page numbers, bookmarks, properties and the targets of links are no text of a
block, yet a reader sees them, or lands where they lead: they say what the brief says as well.
Nothing else may be drawn: no words outside the tags, no picture or remark that is not the brief's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from brief.check.finished import key
from brief.check.pdf_page import Run
from brief.check.pdf_text import Element, Tagged
from brief.check.places import AGAIN, short, softened
from brief.check.told import titled
from brief.check.unlike import altered
from brief.model.brief import Brief, Heading, Inlines, Link, Picture
from brief.model.diagnostic import Diagnostic
from brief.model.marks import clean
from brief.model.plain import block_parts, inline_text, walk


def compare_surface(brief: Brief, tagged: Tagged, file: str) -> Iterator[Diagnostic]:
    """Yield what a file shows or leads to that is not its brief's."""
    found = [
        Diagnostic(
            code="text-altered", severity="error", place=f"{file}, {place}", message=said,
            hint=AGAIN,
        )
        for place, said in _other(brief, tagged)
    ]  # fmt: skip
    # No words of a person stop a build, nor what follows from them.
    yield from softened(found) if brief.by_hand else found


def _other(brief: Brief, tagged: Tagged) -> Iterator[tuple[str, str]]:
    yield from (
        *_heads(brief, tagged),
        *_properties(brief, tagged.pdf),
        *_bookmarks(brief, tagged.pdf),
        *_links(brief, tagged),
        *_strangers(brief, tagged.pdf),
        *_spoken(tagged),
    )


def _heads(brief: Brief, tagged: Tagged) -> Iterator[tuple[str, str]]:
    """Yield pages whose running head, foot and number are not those of the brief."""
    inside = {id(run) for element in tagged.root.walk() for run in _runs(element)}
    labels, pages = brief.labels, len(tagged.pdf.pages)
    for page in range(1, pages + 1):
        loose = [run for n, run in tagged.runs if n == page and id(run) not in inside]
        found = "".join(run.text for run in loose)
        number = labels.page.format(page=page, pages=pages)
        head = labels.running if page > 1 else labels.first_running
        foot = labels.footer if page > 1 else labels.footer_on_first
        wanted = f"{head} {foot} {number}"
        if key(found) != key(clean(wanted)):
            yield f"running head and foot of page {page}", altered(wanted.strip(), found)


def _runs(element: Element) -> Iterator[Run]:
    return (kid for kid in element.kids if isinstance(kid, Run))


def _properties(brief: Brief, pdf: Any) -> Iterator[tuple[str, str]]:
    """Yield properties of the file that are not the brief's."""
    keywords = ", ".join(brief.keywords)
    held = {"title": "/Title", "subject": "/Subject", "keywords": "/Keywords"}
    wanted = {"title": brief.title, "subject": brief.summary, "keywords": keywords}
    for name, entry in held.items():
        found = str(pdf.docinfo.get(entry, ""))
        if key(found) != key(clean(wanted[name])):
            yield f"properties, {name}", altered(wanted[name], found)
    told = titled(pdf)
    if key(told) != key(clean(brief.title)):
        yield "metadata, title", altered(brief.title, told)
    language = str(pdf.Root.get("/Lang", ""))
    if language != brief.layout.language:
        yield "properties, language", altered(brief.layout.language, language)


def _bookmarks(brief: Brief, pdf: Any) -> Iterator[tuple[str, str]]:
    """Yield bookmarks that are no headings of the brief, and headings that have none."""
    with pdf.open_outline() as outline:
        found = list(_titles(outline.root))
    heads, last = (
        [inline_text(b.children) for b in walk(blocks) if isinstance(b, Heading)]
        for blocks in brief.parted
    )
    sources = brief.labels.references if brief.references else ""
    ends = [brief.labels.notes] * bool(brief.notes) + [sources] * bool(sources)
    wanted = [brief.title, *heads, *ends, *last]
    for ours, theirs in zip([*wanted, ""], [*found, ""], strict=False):
        if key(clean(ours)) != key(theirs):
            yield "bookmarks", altered(ours or "none", theirs or "none")
            return


def _titles(items: Sequence[Any]) -> Iterator[str]:
    for item in items:
        yield str(item.title)
        yield from _titles(item.children)


def _links(brief: Brief, tagged: Tagged) -> Iterator[tuple[str, str]]:
    """Yield links that lead to another note than they name, or out of the brief's own addresses."""
    for element in tagged.root.walk():
        words = "".join(run.text for run in _runs(element)).strip("\u2060 ")
        name, _, number = element.target.partition("-")
        if name in ("note", "cite") and words.isdecimal() and words != number:
            yield f"page {element.page}", f"the mark {words} leads to {name} {number}."
    known = {href for parts in _inlines(brief) for href in _addresses(parts)}
    for n, page in enumerate(tagged.pdf.pages, 1):
        for remark in page.get("/Annots", []):
            address = str((remark.get("/A") or {}).get("/URI", ""))
            if str(remark.get("/Subtype")) != "/Link":
                yield f"page {n}", "it carries a remark or a field, and a brief has none."
            elif address and address not in known:
                yield f"page {n}", f"a link leads to “{short(address)}”, which is not in the brief."


def _inlines(brief: Brief) -> Iterator[Inlines]:
    for block in walk(brief.blocks):
        if block.kind != "callout":
            yield from (inlines for _, inlines in block_parts(block))
    yield from (note.children for note in brief.notes)
    yield from (work.children for work in brief.references)


def _addresses(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Link):
            yield inline.href
        yield from _addresses(getattr(inline, "children", None) or ())


def _strangers(brief: Brief, pdf: Any) -> Iterator[tuple[str, str]]:
    """Yield what can hide or cover words: invisible text, layers, pictures that are not ours."""
    import pikepdf

    if "/OCProperties" in pdf.Root:
        yield "layers", "the file has layers, which can hide what it says."
    pictures = sum(isinstance(block, Picture) for block in walk(brief.blocks))
    drawn: set[Any] = set()
    for n, page in enumerate(pdf.pages, 1):
        # Pages share what they draw from: a picture counts once, however many could show it.
        drawn |= {one.objgen for one in page.get_images().values()}
        for step in pikepdf.parse_content_stream(page):
            if str(step.operator) == "Tr" and int(step.operands[0]) != 0:
                yield f"page {n}", "it holds text that is not drawn as text is."
                break
    if len(drawn) > pictures:
        yield "pictures", f"the file has {len(drawn)} images, the brief {pictures}."


def _spoken(tagged: Tagged) -> Iterator[tuple[str, str]]:
    """Yield words that only a screen reader would say: those of a text are its own."""
    import pikepdf

    for element in tagged.root.walk():
        for name in ("/ActualText", "/E", *(() if element.tag == "/Figure" else ("/Alt",))):
            if element.source is not None and name in element.source:
                said = (
                    f"{element.tag[1:]} is given other words, “{short(str(element.source[name]))}”."
                )
                yield f"page {element.page}", said
    for n, page in enumerate(tagged.pdf.pages, 1):
        named = (page.get("/Resources") or {}).get("/Properties") or {}
        for step in pikepdf.parse_content_stream(page):
            if str(step.operator) != "BDC":
                continue
            held: Any = step.operands[1]
            held = named.get(str(held)) if isinstance(held, pikepdf.Name) else held
            for name in {"/ActualText", "/Alt", "/E"} & set(held.keys() if held else ()):
                yield f"page {n}", f"a text is given other words by {name}."
