"""The marks of tracked changes in a draft in, the same as data out, each at its place in the words.

Only words, looks that a brief can say, authors and dates are taken over: of the markup itself
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from brief.edits.readback.archive import Element, W
from brief.edits.readback.looks import Look, Looks
from brief.edits.readback.raw import RawParagraph
from brief.edits.readback.xml import CHARACTERS, DROPPED, local
from brief.model.marks import clean
from brief.model.tracked import Change

_DATE = re.compile(r"[1-9]\d{3}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ?")
_LONGEST = 200
"""Most characters of an author's name that are taken over."""
_PUT_IN = ("ins", "moveTo")


def who(element: Element) -> tuple[str, str]:
    """Return author and date of a tracked change; no date where it is none that Word takes."""
    date = element.get(f"{W}date", "")
    author = clean(element.get(f"{W}author", ""))[:_LONGEST]
    return author, date if _DATE.fullmatch(date) else ""


def inserted(paragraph: RawParagraph, start: int, element: Element) -> None:
    """Note that the words from `start` on were put in; what goes on where one ended is one."""
    (author, date), end = who(element), len(paragraph.rich.text)
    last = paragraph.changes[-1] if paragraph.changes else None
    made = Change(kind="inserted", author=author, date=date, at=start, end=end)
    if last and last.kind == "inserted" and _goes_on(last, made):
        paragraph.changes[-1] = made.model_copy(update={"at": last.at})
    elif end > start:
        paragraph.changes.append(made)


def deleted(
    paragraph: RawParagraph, element: Element, looks: Looks, inside: Sequence[Element]
) -> None:
    """Note the words that were taken out here; `inside` are the insertions that they stood in."""
    (author, date), at = who(element), len(paragraph.rich.text)
    within = who(inside[-1]) if inside else None
    for run in element.iter(f"{W}r"):
        words = "".join(map(_words, run))
        if words:
            made = Change(kind="deleted", author=author, date=date, at=at, end=at, words=words)
            look = _look(looks.run(run.find(f"{W}rPr")))
            paragraph.changes.append(made.model_copy(update={"look": look, "within": within}))


def formatted(paragraph: RawParagraph, start: int, run: Element, looks: Looks) -> None:
    """Note that words of a run had another look, where a brief can say either."""
    change = run.find(f"{W}rPr/{W}rPrChange")
    end = len(paragraph.rich.text)
    if change is None or end == start:
        return
    before, now = looks.run(change.find(f"{W}rPr")), looks.run(run.find(f"{W}rPr"))
    if _look(before) != _look(now):
        author, date = who(change)
        made = Change(
            kind="formatted", author=author, date=date, at=start, end=end, look=_look(before)
        )
        paragraph.changes.append(made)


def recast(paragraph: RawParagraph, properties: Element | None, looks: Looks) -> None:
    """Note that a paragraph was another kind of paragraph."""
    change = None if properties is None else properties.find(f"{W}pPrChange")
    if change is None or (was := looks.paragraph(change.find(f"{W}pPr"))) == paragraph.kind:
        return
    author, date = who(change)
    paragraph.changes.append(Change(kind="recast", author=author, date=date, words=was))


def ended(paragraph: RawParagraph, properties: Element | None) -> None:
    """Note that the end of a paragraph was put in, or taken out."""
    marks = None if properties is None else properties.find(f"{W}rPr")
    at, kind = len(paragraph.rich.text), paragraph.kind
    for mark in () if marks is None else marks:
        author, date = who(mark)
        if local(mark) in _PUT_IN:
            paragraph.changes.append(Change(kind="split", author=author, date=date, at=at, end=at))
        elif local(mark) in DROPPED:
            paragraph.changes.append(
                Change(kind="joined", author=author, date=date, at=at, end=at, words=kind)
            )


def of_part(element: Element) -> tuple[bool, bool]:
    """Return whether a row or cell of a table was taken out, and whether a change of it is open."""
    found = {local(one) for one in element.findall(f"{element.tag}Pr/*")}
    gone = not found.isdisjoint(("del", "cellDel"))
    return gone, gone or not found.isdisjoint(("ins", "cellIns"))


def count(changes: Iterable[Change]) -> int:
    """Return how many changes there are, as a person sees them: what goes on is one."""
    found = list(changes)
    return bool(found) + sum(not _goes_on(one, two) for one, two in pairwise(found))


_TAKEN_OUT = ("deleted", "joined")
_SORTS = {"split": "inserted", "joined": "deleted"}


def _goes_on(one: Change, two: Change) -> bool:
    same = (one.author, one.date, one.end) == (two.author, two.date, two.at)
    return same and _SORTS.get(one.kind, one.kind) == _SORTS.get(two.kind, two.kind)


def _words(child: Element) -> str:
    if local(child) in ("t", "delText"):
        return clean(child.text or "")
    return CHARACTERS.get(local(child), "")


def _look(look: Look) -> tuple[str, ...]:
    found = {"strong": look.strong, "emphasis": look.emphasis, "raised": look.raised}
    return tuple(name for name, on in found.items() if on)


def gone(paragraph: RawParagraph) -> list[Change]:
    """Return the changes of a paragraph that holds no words any more, its end deleted as well."""
    found = [one for one in paragraph.changes if one.kind in _TAKEN_OUT]
    if found and found[-1].kind != "joined":
        last = found[-1]
        found.append(
            last.model_copy(update={"kind": "joined", "words": paragraph.kind, "look": ()})
        )
    return found


def parted(changes: Sequence[Change]) -> tuple[list[Change], list[Change]]:
    """Return changes apart: whole paragraphs that were deleted first, and all others."""
    leading = list(takewhile(lambda one: one.at == 0 and one.kind in _TAKEN_OUT, changes))
    ends = [at for at, one in enumerate(leading, 1) if one.kind == "joined"]
    cut = ends[-1] if ends else 0
    return list(changes[:cut]), list(changes[cut:])
