"""Lines in, the running heads and feet of printed pages cut out: lines that return with a number.

A text copied from a PDF keeps what each page printed above or below its text: `POLICY BRIEF 47 |
3`, `Journal of Things`. Such a line returns with the number of its page, or word for word.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from brief.readers.linked import join_linked
from brief.readers.pieces import (
    Piece,
    ends_sentence,
    join,
    join_pages,
    join_wrapped,
    lines_of,
    words,
)

_NUMBER = r"\d{1,4}|(?-i:[ivxlcIVXLC]{1,6})"  # without their case, `İ` is an `i` too
# "Foot | 3", "Foot    3", "Foot page 3 of 12"; "3 | Foot", "3    Foot".
_LAST = re.compile(
    rf"(?P<key>.*?\S)(?P<gap>\s*[|·•–—/]\s*|\s{{2,}}|\s+)(?P<page>(?:page|p\.|pg\.?)\s*)?"
    rf"(?P<number>{_NUMBER})(?:\s*(?:of|/)\s*\d+)?\s*$",
    re.IGNORECASE,
)
_FIRST = re.compile(
    rf"(?:page\s*)?(?P<number>{_NUMBER})(?P<gap>\s*[|·•–—]\s*|\s{{2,}}|\s+)(?P<key>\S.*)$",
    re.IGNORECASE,
)
_MOST_WORDS = 14
# Without a sign between words and number the line returns so often ("Chapter 2" is a heading).
_OFTEN = 3
_LEAST_KEY = 3
# The next page with the same foot, left and right pages differing, and the least text on a page.
_STEP = 2
_PAGE = 200
# A page number by itself, with so many lines of head or foot beside it.
_ALONE = re.compile(r"\W{0,3}(?:page )?(\d{1,4})\W{0,3}$", re.IGNORECASE)
_BESIDE = 3
_LONGEST_HEAD = 120
# The first lines of a print name it; a line of so many signs may be a full one.
_TOP = 5
_FULL = 50
# The title stands among so many first lines.
_TITLED = 20


def split_lines(raw: str) -> list[Piece]:
    """Return the lines of a text, wrapped paragraphs as one piece, running heads and feet cut."""
    lines = lines_of(raw)
    _cut_running(lines)
    wrapped = join_wrapped(raw, _join_repeated(raw, lines))
    return join_pages(raw, join_linked(raw, wrapped))


def _join_repeated(raw: str, lines: list[Piece]) -> list[Piece]:
    """Return the lines, two of the first joined where heads of later pages print them as one.

    So a title that is too long for its line on the first page becomes one again.
    """
    later = {_folded(line.text) for line in lines[_TOP:]}
    for place, (one, other) in enumerate(itertools.pairwise(lines[:_TITLED])):
        whole = _folded(f"{one.text} {other.text}")
        if one.block == other.block and not (one.cut or other.cut) and whole in later:
            return [*lines[:place], join(raw, one, other), *lines[place + 2 :]]
    return lines


def _cut_running(lines: Sequence[Piece]) -> None:
    """Cut lines that return with a rising page number, and short ones that return unchanged."""
    _cut_pages(lines)
    _cut_inside(lines)
    short = [
        line for line in lines if words(line.text) <= _MOST_WORDS and not ends_sentence(line.text)
    ]
    numbered: dict[str, list[tuple[Piece, int, bool]]] = {}
    for line in short:
        for form in (_LAST, _FIRST):
            match = form.match(line.text)
            if match and any(sign.isalpha() for sign in match["key"]):
                sure = bool(match["gap"].strip() or len(match["gap"]) > 1)
                sure = sure or bool(match.groupdict().get("page"))
                place = (line, _page(match["number"]), sure)
                numbered.setdefault(_folded(match["key"]), []).append(place)
    known = {_folded(line.text) for line in short}
    top = (line.text for line in lines[:_TOP])
    heads = tuple(_folded(text) for text in top if 1 < words(text) <= _MOST_WORDS)
    for key, found in numbered.items():
        begun = key.startswith(heads) and found[0][0].start > lines[min(_TOP, len(lines)) - 1].start
        if _returns(key, found) or begun or (len(key.split()) >= _LEAST_KEY and key in known):
            for line, _, _ in found:
                line.cut = "page-header"
    _cut_facing(short)
    _cut_unchanged(short)


def _cut_facing(short: Sequence[Piece]) -> None:
    """Cut heads in capitals that count the pages although their words alternate.

    A journal prints its authors on the left page and its own name on the right one.
    """
    found = []
    for line in short:
        match = _FIRST.match(line.text) or _LAST.match(line.text)
        if match and match["key"].isupper() and len(match["key"].split()) > 1:
            found.append((line, _page(match["number"])))
    for (one, left), (other, right) in itertools.pairwise(found):
        if 0 < right - left <= _STEP and other.start - one.start >= _PAGE:
            one.cut = other.cut = "page-header"


def _cut_pages(lines: Sequence[Piece]) -> None:
    """Cut page numbers that stand alone, and what is printed beside them on other pages too."""
    alone = [(i, int(m[1])) for i, line in enumerate(lines) if (m := _ALONE.match(line.text))]
    pages = [
        (one, other)
        for (one, first), (other, second) in itertools.pairwise(alone)
        if 0 < second - first <= _STEP and _on_two_pages(lines, one, other)
    ]
    places = sorted({place for pair in pages for place in pair} | _counted(alone))
    counts = Counter(_folded(line.text) for line in lines if len(line.text) <= _LONGEST_HEAD)
    for place in places:
        lines[place].cut = "page-header"
        for step in (-1, 1):
            for line in lines[place + step :: step][:_BESIDE] if place + step >= 0 else ():
                if counts[_folded(line.text)] < 2 or ends_sentence(line.text):
                    break
                line.cut = "page-header"


def _cut_inside(lines: Sequence[Piece]) -> None:
    """Cut a page's number in the midst of a sentence: between a full line and one that goes on."""
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        broken = len(above.text) >= _FULL and not ends_sentence(above.text)
        if broken and line.text.isdigit() and len(line.text) <= 4 and below.text[0].islower():
            line.cut = line.cut or "page-header"


def _counted(alone: Sequence[tuple[int, int]]) -> set[int]:
    """Return the places of three numbers or more that count one by one."""
    found: set[int] = set()
    for run in zip(alone, alone[1:], alone[2:], strict=False):
        if run[0][1] + 2 == run[1][1] + 1 == run[2][1]:
            found |= {place for place, _ in run}
    return found


def _on_two_pages(lines: Sequence[Piece], one: int, other: int) -> bool:
    """Tell whether two page numbers stand a page apart, or below the same foot."""
    apart = lines[other].start - lines[one].start >= _PAGE
    near = range(-1, 2, 2)
    beside = [
        {_folded(lines[at + step].text) for step in near if 0 <= at + step < len(lines)}
        for at in (one, other)
    ]
    return apart or any(any(map(str.isalpha, text)) for text in beside[0] & beside[1])


def _returns(key: str, found: Sequence[tuple[Piece, int, bool]]) -> bool:
    """Tell whether lines of the same words count the pages of a print."""
    pages = [number for _, number, _ in found]
    rising = len(pages) > 1 and all(0 < b - a <= _STEP for a, b in itertools.pairwise(pages))
    starts = [line.start for line, _, _ in found]
    if any(b - a < _PAGE for a, b in itertools.pairwise(starts)):
        return False
    sure = all(sure for _, _, sure in found)
    return rising and (sure or (len(pages) >= _OFTEN and len(key.split()) >= _LEAST_KEY))


def _cut_unchanged(short: Sequence[Piece]) -> None:
    """Cut all but the first of short lines that stand by themselves on three pages or more."""
    same: dict[str, list[Piece]] = {}
    for line in short:
        same.setdefault(_folded(line.text), []).append(line)
    for key, found in same.items():
        apart = len({line.block for line in found}) == len(found)
        if len(found) >= _OFTEN and apart and len(key.split()) >= _LEAST_KEY:
            for line in found[1:]:
                line.cut = "page-header"


def _page(number: str) -> int:
    if number.isdigit():
        return int(number)
    value = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    signs = [value[sign] for sign in number.lower()]
    after = [*signs[1:], 0]
    return sum(-a if a < b else a for a, b in zip(signs, after, strict=True))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
