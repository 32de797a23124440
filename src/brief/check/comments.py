"""The comments of a draft in; those that claim to be ours and are not, and who wrote others, out.

So are the words that somebody marked as deleted.

Whoever reads a draft may comment in it: that is theirs, and nothing is wrong with it. What goes by
our name is held to what we wrote.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from brief.check.outline import COMMENTS
from brief.check.package import DOCUMENT, FOOTNOTES, Parts, W
from brief.check.places import short
from brief.model.diagnostic import Diagnostic
from brief.model.marks import EVIDENCE_AUTHOR, REMARK_AUTHOR
from brief.model.plain import fold_spaces

_OURS = (EVIDENCE_AUTHOR, REMARK_AUTHOR)
_DAY = timedelta(days=1)


def not_ours(held: Parts, wanted: Parts, *, by_hand: bool) -> Iterator[tuple[str, str]]:
    """Yield place and words for each comment that goes by our name and is none that we wrote.

    `wanted` is the same draft written again. What we say to an editor stands only where somebody
    edited (`by_hand`). The words of those that give evidence are compared elsewhere.
    """
    signs = {initials for author, initials, _ in _every(wanted) if author == EVIDENCE_AUTHOR}
    yield from () if by_hand else _other_days(held, wanted)
    for n, (author, initials, words) in enumerate(_every(held), 1):
        place = f"comment {n} by {author}"
        if author not in _OURS and _plain(author) in map(_plain, _OURS):
            yield place, f"“{short(words)}” goes by a name that reads as ours, and is not."
        elif author == REMARK_AUTHOR and not by_hand:
            yield place, f"“{short(words)}” stands there, and we wrote none."
        elif author == EVIDENCE_AUTHOR and initials and initials not in signs:
            yield place, f"its initials are “{short(initials)}”, and ours are not."


def _other_days(held: Parts, wanted: Parts) -> Iterator[tuple[str, str]]:
    """Yield each comment of evidence whose day is none of ours.

    A program may write an hour of its own place for ours, so that a day more or less is none;
    a draft that a person edited may be of an earlier day than its brief.
    """
    days = {day for _, stamp in _stamps(wanted) if (day := _day(stamp))}
    for place, stamp in _stamps(held):
        day = _day(stamp)
        if days and stamp and (day is None or all(abs(day - one) > _DAY for one in days)):
            yield place, f"it is dated {day or short(stamp)}, and ours are not."


def _stamps(parts: Parts) -> list[tuple[str, str]]:
    """Return the place and the time of each comment of evidence, as it is written."""
    return [
        (f"comment {n} by {EVIDENCE_AUTHOR} (date)", one.get(f"{W}date", ""))
        for n, one in enumerate(_comments(parts), 1)
        if one.get(f"{W}author") == EVIDENCE_AUTHOR
    ]


def _day(stamp: str) -> date | None:
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None


def ours(parts: Parts) -> list[Any]:
    """Return the comments of a draft that go by our name, as elements."""
    return [one for one in _comments(parts) if one.get(f"{W}author") in _OURS]


def of_people(parts: Parts, file: str) -> list[Diagnostic]:
    """Return a note that says who else commented in a draft, where somebody did."""
    authors = [author.strip() or "nobody named" for author, _, _ in _every(parts)]
    names = [name for name in authors if _plain(name) not in map(_plain, _OURS)]
    if not names:
        return []
    who = ", ".join(dict.fromkeys(names))
    many = "1 comment is" if len(names) == 1 else f"{len(names)} comments are"
    said = f"{many} not ours (by {who}), and not checked."
    return [Diagnostic(code="docx-comments", severity="note", place=file, message=said)]


def deleted(parts: Parts) -> str:
    """Return the words that are marked as deleted, or as moved away, and stand there struck out."""
    return fold_spaces(" … ".join(text for _, text in _gone(parts) if text.strip()))


def of_editors(parts: Parts, file: str) -> list[Diagnostic]:
    """Return a note that says who marked words as deleted, where somebody did."""
    authors = [author.strip() or "nobody named" for author, _ in _gone(parts)]
    if not authors:
        return []
    who = ", ".join(dict.fromkeys(authors))
    said = f"words marked as deleted (by {who}) stand there, “{short(deleted(parts))}”: unchecked."
    return [Diagnostic(code="docx-comments", severity="note", place=file, message=said)]


def _gone(parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield the author and the words of each deletion and move that is open in text and notes."""
    for part in (DOCUMENT, FOOTNOTES):
        root = parts.tree(part)
        for mark in root.iter(f"{W}del", f"{W}moveFrom") if root is not None else ():
            words = [one.text or "" for one in mark.iter(f"{W}delText", f"{W}t")]
            if words:
                yield mark.get(f"{W}author", ""), "".join(words)


def _comments(parts: Parts) -> list[Any]:
    root = parts.tree(COMMENTS)
    return [] if root is None else list(root.iter(f"{W}comment"))


def _every(parts: Parts) -> list[tuple[str, str, str]]:
    """Return author, initials and words of each comment."""
    return [
        (
            one.get(f"{W}author", ""),
            one.get(f"{W}initials", ""),
            " ".join(t.text or "" for t in one.iter(f"{W}t")),
        )
        for one in _comments(parts)
    ]


def _plain(author: str) -> str:
    return "".join(filter(str.isalnum, author.casefold()))
