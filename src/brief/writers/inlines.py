"""Inlines in, HTML out; and the texts of a whole page read back, unit by unit.

`<a>` holds text only and no `<a>` is empty, which PDF/UA asks for. Text is data: it is escaped,
and freed of characters that no file can hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import Any, assert_never

from brief.model.brief import (
    Aside,
    Cite,
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    Link,
    Number,
    Quoted,
    Strong,
    Text,
)
from brief.model.marks import clean
from brief.model.plain import cite_text, fold_spaces, inline_text
from brief.model.scripts import foreign_runs
from brief.writers.last_words import JOINER, held

_SAFE_LINK = re.compile(r"(https?|mailto):", re.IGNORECASE)
_OPENING = re.compile(r"(?:<[a-z][^>]*>)+(?!<)")
"""The tags that an element begins with. The space before it goes inside: WeasyPrint does not draw
a lone space between two elements, and may break a line too early at one that ends a text.
"""
_OWN = "brief/"


def text_html(text: str) -> str:
    """Return text as it stands in HTML, in an attribute too."""
    return escape(clean(text), quote=True)


def tagged_html(text: str) -> str:
    """Return words of ours as HTML, those in another script with their language.

    Chinese characters in them are Japanese: only Japanese dates and numbers are written so.
    """
    runs = foreign_runs(clean(text), chinese="ja")
    return "".join(_inline(run, set(), _undrawn) for run in runs)


Draw = Callable[[Aside], tuple[str, str]]
"""What draws the strip of dots beside an aside, and the marks of its level."""


def _undrawn(_: Aside) -> tuple[str, str]:
    return "", ""


def inlines_html(inlines: Inlines, cited: set[int], draw: Draw = _undrawn) -> str:
    """Return inlines as HTML; `cited` gathers the notes whose anchor is set, once each.

    What stands before an aside at the end is one element, so that the two can stand side by side.
    """
    if len(inlines) > 1 and isinstance(inlines[-1], Aside):
        said = held(_run_html(inlines[:-1], cited, draw))
        return f'<span class="said">{said}</span>{_inline(inlines[-1], cited, draw)}'
    return _run_html(inlines, cited, draw)


def _run_html(inlines: Inlines, cited: set[int], draw: Draw) -> str:
    parts: list[str] = []
    before: Inline | None = None
    for inline in inlines:
        html = _inline(inline, cited, draw)
        if isinstance(inline, Cite):
            parts.append('<sup class="sep">\u2060,</sup>' if isinstance(before, Cite) else "")
        elif parts and parts[-1].endswith(" ") and (opening := _OPENING.match(html)):
            parts[-1] = parts[-1][:-1]
            html = f"{opening[0]} {html[opening.end() :]}"
        parts.append(html)
        before = inline
    return "".join(parts)


def _inline(inline: Inline, cited: set[int], draw: Draw) -> str:
    match inline:
        case Text():
            return _WHOLE.sub(_whole, text_html(inline.text))
        case Emphasis():
            return f"<em>{_run_html(inline.children, cited, draw)}</em>"
        case Strong():
            return f"<strong>{_run_html(inline.children, cited, draw)}</strong>"
        case Aside():
            return _aside(inline, cited, draw)
        case Link():
            return _link(inline)
        case Cite():
            return _cite(inline.note, cited)
        case Foreign():
            return f'<span lang="{text_html(inline.lang)}">{text_html(inline.text)}</span>'
        case Quoted():
            words = _run_html(inline.children, cited, draw)
            return f'<q data-quote="{text_html(inline.quote)}">{words}</q>'
        case Number():
            words = tagged_html(inline.text)
            return f'<data value="{text_html(inline.source)}">{words}</data>'
        case _:
            assert_never(inline)


def _aside(aside: Aside, cited: set[int], draw: Draw) -> str:
    """Return dots and words; the marks of the level stand before the words that say it.

    These follow the count, which is stressed: before it the marks would be read as a part of it.
    """
    dots, level = draw(aside)
    stressed = level and aside.children and isinstance(aside.children[0], Strong)
    at = 1 if stressed else 0
    counted = _run_html(aside.children[:at], cited, draw)
    words = held(_run_html(aside.children[at:], cited, draw))
    if not counted and not words:
        return f'<span class="aside bare">{dots}{level}</span>'
    if not counted:
        return f'<span class="aside">{dots}{level}<i>{words}</i></span>'
    sure = f'<span class="sure">{level}{JOINER}{words.lstrip()}</span>'
    return f'<span class="aside">{dots}<i>{counted} {sure}</i></span>'


_WHOLE = re.compile(
    r"(?<![\w.,-])(?:[$€£¥]?\d(?:[\d.,]*\d)? [^\W\d_]{1,8}|(?:para|p|No)\. \d+)(?![\w;&])"
)
"""A number and its unit, a sign and its number: what no line should part."""


def _whole(found: re.Match[str]) -> str:
    return f'<span class="whole">{found[0]}</span>'


def _link(link: Link) -> str:
    """Return a link, or its words alone where the address is not one of the web or of mail."""
    words = text_html(inline_text(link.children))
    if not words or not _SAFE_LINK.match(link.href):
        return words
    return f'<a href="{text_html(link.href)}">{words}</a>'


def _cite(note: int, cited: set[int]) -> str:
    anchor = "" if note in cited else f' id="cite-{note}"'
    cited.add(note)
    return f'<a class="cite" href="#note-{note}"{anchor}>{JOINER}{note}</a>'


def blocks_text(html: str) -> list[tuple[str, str]]:
    """Return what a page of ours says as (unit id, text), in reading order.

    Equal to `brief.model.plain.brief_text` of the brief; title, subtitle and section names of the
    writer's own are left out.
    """
    from lxml import html as reader

    page: Any = reader.document_fromstring(
        html.encode(), parser=reader.HTMLParser(encoding="utf-8")
    )
    units = page.xpath("//*[@data-unit]")
    texts = ((str(unit.get("data-unit")), fold_spaces("".join(_words(unit)))) for unit in units)
    return [(id_, text) for id_, text in texts if text and not id_.startswith(_OWN)]


def _words(element: Any) -> Iterator[str]:
    if element.get("class") == "sep":
        return
    if element.get("class") == "cite":
        yield cite_text(int(element.text.strip(JOINER)))
        return
    if element.tag == "svg":
        return
    yield element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""
