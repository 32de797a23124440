"""The parts of a draft in, all that it holds out: body, notes, comments, heads and feet."""

from __future__ import annotations

from collections.abc import Mapping

from brief.edits.readback.archive import W14, W15, Element, Parts, W
from brief.edits.readback.changes import count
from brief.edits.readback.looks import Looks, looks
from brief.edits.readback.margins import unit_of
from brief.edits.readback.raw import (
    Raw,
    RawBlock,
    RawComment,
    RawParagraph,
    as_one,
    moved_by,
    paragraphs,
)
from brief.edits.readback.walk import Walker
from brief.edits.readback.xml import CHARACTERS, local
from brief.model.marks import clean


def read_raw(parts: Parts) -> Raw:
    """Return what the draft holds."""
    found = looks(parts)
    raw = Raw(blocks=[], notes={}, anchors={}, unstyled=not found.own)
    raw.comments = _comments(parts.comments, parts.threads)
    for kind, notes in (("footnotes", parts.footnotes), ("endnotes", parts.endnotes)):
        walker = Walker(found, parts.links.get(kind, {}), raw, _ended(notes))
        for note in [] if notes is None else notes:
            if note.get(f"{W}type", "normal") == "normal":
                key = f"{kind[0]}n:{note.get(f'{W}id', '')}"
                raw.notes[key] = _one(list(walker.blocks(note)))
                raw.left_out["picture in a note"] += len(raw.notes[key].pictures)
    walker = Walker(found, parts.links["document"], raw, _ended(parts.document))
    raw.margins = [(unit_of(kind, pages), _margin(m, found)) for kind, pages, m in parts.margins]
    body = parts.document.find(f"{W}body")
    raw.blocks = [] if body is None else list(walker.blocks(body))
    everything = (*paragraphs(raw.blocks), *raw.notes.values())
    raw.tracked += sum(count(paragraph.changes) for paragraph in everything)
    return raw


def _ended(part: Element | None) -> frozenset[str]:
    ends = () if part is None else part.iter(f"{W}bookmarkEnd")
    return frozenset(end.get(f"{W}id", "") for end in ends)


def _margin(margin: Element, looks: Looks) -> str:
    """Return the words of a header or footer, without the results of its fields."""
    walker = Walker(looks, {}, Raw(blocks=[], notes={}, anchors={}), silent=True)
    found = paragraphs(list(walker.blocks(margin)))
    return "\n".join(paragraph.rich.text for paragraph in found if paragraph.rich.text)


def _one(blocks: list[RawBlock]) -> RawParagraph:
    """Return the paragraphs of a note as one."""
    made = as_one(blocks)
    text, made.rich = made.rich.text, made.rich.stripped()
    made.changes = moved_by(made.changes, text.find(made.rich.text[:1]) * -1)
    return made


def _comments(comments: Element | None, threads: Element | None) -> dict[str, RawComment]:
    found = [] if comments is None else comments.findall(f"{W}comment")
    told = {} if threads is None else {t.get(f"{W15}paraId", ""): t for t in threads}
    names = {p.get(f"{W14}paraId"): c.get(f"{W}id", "") for c in found for p in c.iter(f"{W}p")}
    thread = {names[name]: one for name, one in told.items() if name in names}
    return {
        c.get(f"{W}id", ""): RawComment(
            author=c.get(f"{W}author", ""),
            initials=c.get(f"{W}initials", ""),
            date=c.get(f"{W}date", ""),
            answers=names.get(_said(thread, c, "paraIdParent"), ""),
            resolved=_said(thread, c, "done") in ("1", "true", "on"),
            lines=tuple(_line(p) for p in c.iter(f"{W}p")),
        )
        for c in found
    }


def _said(thread: Mapping[str, Element], comment: Element, what: str) -> str:
    """Return what its thread says of a comment."""
    one = thread.get(comment.get(f"{W}id", ""))
    return "" if one is None else one.get(f"{W15}{what}", "")


def _line(paragraph: Element) -> str:
    texts = (CHARACTERS.get(local(e), e.text or "") for e in paragraph.iter()
             if local(e) in (*CHARACTERS, "t"))  # fmt: skip
    return clean("".join(texts))
