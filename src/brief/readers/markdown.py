"""A Markdown text in, articles with labelled pieces out.

The syntax stays in the raw text; marks of headings, items and quotations are cut as `markup`.
Notes of ours (front matter `note: true`) have a known head: `# Title`, `By NAME. Publisher,
date.` and a line in italics that says it is a note; in a note on a roundup every `##` section
that opens with a byline is an article.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

import yaml

from brief.errors import error
from brief.readers import names, notes, shape, signs
from brief.readers.bylines import credit_of
from brief.readers.dates import Order, find_date, order_of
from brief.readers.head import Head
from brief.readers.pieces import Piece, split_lines
from brief.readers.plain import Parsed, Part
from brief.readers.plain import parse as parse_plain

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)(?:^|\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ITALIC = re.compile(r"([*_])(?!\1)(.+)\1$", re.DOTALL)
_RULE = re.compile(r"(?:[*_-]\s*){3,}$|[=-]{3,}$")
_HEADING = re.compile(r"(#{1,6})\s+\S")


def parse(raw: str, file: str) -> Parsed:
    """Return the articles of a Markdown text; a `BriefError` names the line of bad front matter."""
    front = _FRONT.match(raw)
    settings = _settings(front.group(1), file) if front else {}
    if not front and raw.startswith("---\n"):
        raise error(
            "seed-front-matter",
            f"{file}:1",
            "the front matter begins with '---' and does not end.",
            "Close it with a line '---'.",
        )
    offset = front.end() if front else 0
    body = " " * offset + raw[offset:]
    if settings.get("note") is not True and not _HEADING.search(body):
        parsed = parse_plain(body, file)
    else:
        parsed = _parse_markdown(body, note=settings.get("note") is True)
    if front:
        text = raw[: front.end()].rstrip()
        parsed.front.insert(0, Piece(0, len(text), text, cut="front-matter"))
    parsed.note = settings.get("note") is True
    return parsed


def _settings(text: str, file: str) -> dict[str, object]:
    try:
        loaded = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        why = str(getattr(problem, "problem", None) or "it is not YAML").splitlines()[0]
        raise error(
            "seed-front-matter",
            f"{file}:{line}",
            f"the front matter is broken: {why}.",
            "It holds lines like 'note: true' between two lines '---'.",
        ) from None
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise error(
            "seed-front-matter",
            f"{file}:2",
            "the front matter is no list of 'name: value' lines.",
            "It holds lines like 'note: true' between two lines '---'.",
        )
    return {str(key): value for key, value in loaded.items()}


def _parse_markdown(raw: str, *, note: bool) -> Parsed:
    pieces = _split(raw)
    order = order_of(raw)
    for piece in pieces:
        if _RULE.match(piece.text):
            piece.cut = "markup"
    starts = _articles(pieces, order)
    if not starts:
        return Parsed([_article(pieces, order, note=note)], [])
    front = pieces[: starts[0]]
    record = _read_front(front, order, note=note)
    edges = [*starts, len(pieces)]
    parts = [_article(pieces[a:b], order, note=note) for a, b in itertools.pairwise(edges)]
    return Parsed(parts, front, record.publisher, record=record)


def _split(raw: str) -> list[Piece]:
    """Return the paragraphs; a line of heading, item or quotation stands by itself."""
    joined: list[Piece] = []
    for line in split_lines(raw):
        before = joined[-1] if joined else None
        if before and before.block == line.block and not _starts_block(line.text, before.text):
            joined[-1] = Piece(before.start, line.end, raw[before.start : line.end], line.block)
        else:
            joined.append(line)
    return joined


def _starts_block(text: str, before: str) -> bool:
    marked = _HEADING.match(text) or shape.BULLET.match(text) or text.startswith((">", "|", "["))
    numbered = re.match(r"\d{1,3}[.)]\s", text)
    return bool(marked or numbered or _RULE.match(text) or _HEADING.match(before))


def _articles(pieces: Sequence[Piece], order: Order) -> list[int]:
    """Return the places of the `##` headings that a byline follows, when there are several."""
    starts = []
    for place, piece in enumerate(pieces[:-1]):
        if piece.text.startswith("## "):
            credit = credit_of(pieces[place + 1].text, order)
            if credit and credit.explicit and credit.authors:
                starts.append(place)
    return starts if len(starts) > 1 else []


def _article(pieces: list[Piece], order: Order, *, note: bool) -> Part:
    head = Head()
    _read_front(pieces[:6], order, head, note=note)
    live = [piece for piece in pieces if not piece.cut]
    notes.mark_notes(live)
    for piece in live:
        if piece.kind == "note":
            continue
        if not note:
            piece.cut = signs.reason_to_cut(piece.text, edge=False)
        _label(piece)
    shape.label(
        [piece for piece in live if piece.kind == "paragraph" and _open(piece)] if 0 else []
    )
    return Part(head, pieces)


def _open(piece: Piece) -> bool:
    return not piece.cut


def _label(piece: Piece) -> None:
    text = piece.text
    if _HEADING.match(text):
        piece.kind, piece.level = "heading", shape.heading_level(text)
    elif text.startswith(">"):
        piece.kind = "quotation"
    elif shape.BULLET.match(text) or re.match(r"\d{1,3}[.)]\s", text):
        piece.kind = "item"


def _read_front(
    pieces: Sequence[Piece], order: Order, head: Head | None = None, *, note: bool
) -> Head:
    """Label title, byline and our own remark at the head of a text; return what they say."""
    head = head or Head()
    for place, piece in enumerate(pieces):
        if piece.cut:
            continue
        if place <= 1 and head.title is None and _HEADING.match(piece.text):
            piece.cut, head.title = "title", piece
        elif head.title is not None and (credit := credit_of(piece.text, order)):
            piece.cut = "byline" if credit.authors else "date"
            head.authors = head.authors or credit.authors
            head.affiliation = head.affiliation or credit.affiliation
            head.publisher = head.publisher or credit.publisher
            head.issued = head.issued or credit.issued
        elif note and _ITALIC.match(piece.text):
            piece.cut = "editorial-note"
        elif note and head.title is not None and _is_imprint(piece.text):
            piece.cut = "byline"
            head.publisher = head.publisher or piece.text.split(". ")[0].strip(" .")
        elif not note or _HEADING.match(piece.text):
            break
    return head


def _is_imprint(text: str) -> bool:
    """Tell whether a line names an outlet and perhaps a date, and says nothing else."""
    first = text.split(". ")[0]
    return (
        len(text) < 160
        and names.is_organization(first)
        and (first.istitle() or (first[:1].isupper() and " is " not in first))
        and (len(text.split(". ")) <= 2)
        and not find_date(first, Order())
    )
