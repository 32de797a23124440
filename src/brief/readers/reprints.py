"""The lines of a page's head in; the second printings of its title parted and cut.

A page prints its title twice or more: in its trail, with the site's name behind it, above a list
of its parts. The first printing is the title; what is glued to another is parted from it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from brief.model.source import Issued
from brief.readers import names
from brief.readers.bylines import names_alone
from brief.readers.dates import Order, date_alone, find_date
from brief.readers.kinds import names_kind
from brief.readers.pieces import Piece, ends_sentence, is_prose, split_at, words
from brief.readers.shape import is_titled
from brief.readers.signs import load
from brief.readers.titles import LONGEST, folded
from brief.vocabulary.states import state_of

_WORD = re.compile(r"\w+")
_SITE = re.compile(r"\s*\|\s+|\s+[|·»–—-]\s+")
_BAR = re.compile(r"\s*\|\s+")
_HOME = re.compile(r"(?:home|accueil|startseite|inicio|start)\s", re.IGNORECASE)
_TRAIL = re.compile(r"(?:[>»›→/|:·]|\s[–—-])\s*$")
# The second printing stands among the first lines, glued to other things or alone.
_TOP = 40
_GLUED = 300
_LEAST_LISTED = 3
_LONGEST_LISTED = 30
_LEAST_BROWSED = 4
# So many marks a second printing may have lost.
_MOST_LOST = 4
_LONG_WORD = 4
_LONGEST_SITE = 8
_LONGEST_NAME = 5
# Two printings of a title stand so near, below sentences of the page of so many words.
_NEAR, _LONGEST_ABOVE, _MOST_ABOVE = 4, 40, 60
# The menus of a page print so many lines above its text.
_MENU = 100
_LISTS = re.compile(
    r"\W*(?:in this (?:briefing|paper|report|brief|study|issue|note|article|publication)"
    r"|outline|overview|(?:table of )?contents|on this page|jump to|sections)\W*$",
    re.IGNORECASE,
)


def part_repeated(pieces: list[Piece]) -> None:
    """Mark the second printing of a title; part it from what is glued to it, in place.

    `Title` ... `TitleTopics of the page`: the first printing is the title.
    """
    _part_sites(pieces)
    _cut_listed(pieces)
    shown = [piece for piece in pieces[:_TOP] if not piece.cut]
    for one in shown:
        count = words(one.text)
        if not 2 <= count <= 30 or one.text[-1] in ".;," or (count < 5 and names_alone(one.text)):
            continue
        if names_kind(one.text) or date_alone(one.text, Order()):
            continue
        for other in shown:
            if other.cut or other is one:
                continue
            if other.start < one.start:
                _part_trail(pieces, other, one.text)
                continue
            if _same(one.text, other.text):
                again = one if _marks(other.text) > _marks(one.text) else other
                again.cut = "repeated-title"
            elif count >= 4 and one.text in other.text[:_GLUED]:
                _part_from_title(pieces, other, one.text)
        if any(piece.cut == "repeated-title" for piece in pieces[:_TOP]):
            return


def below_again(pieces: Sequence[Piece]) -> int:
    """Return the place behind the second printing of a title, 0 where text stands above it.

    An appeal to readers or a caption may stand above either printing in whole sentences.
    """
    first: dict[str, int] = {}
    said: list[int] = []
    for place, piece in enumerate(pieces[:_TOP]):
        if is_prose(piece.text):
            said += [] if piece.cut else [words(piece.text)]
            continue
        if sum(said) > _MOST_ABOVE or max(said, default=0) > _LONGEST_ABOVE:
            return 0
        title = folded(piece.text) if words(piece.text) >= _LEAST_BROWSED else ""
        near = title in first and place - first[title] <= _NEAR
        if near and piece.cut in ("", "repeated-title"):
            return place + 1
        if title and piece.cut != "contents":
            first[title] = place
    return 0


def _same(one: str, other: str) -> bool:
    """Tell whether two lines print the same words.

    "What s next" is what the name of a picture has left of "What’s next?".
    """
    if one == other or abs(len(one) - len(other)) > _MOST_LOST:
        return one == other
    plain = one[0].isalnum() and (other[0].isalnum() or other[0] in "“‘\"'")
    found = _WORD.findall(one)
    long = sum(len(word) >= _LONG_WORD and word.isalpha() for word in found)
    return plain and long > 1 and len(found) > _LEAST_LISTED and found == _WORD.findall(other)


def _marks(text: str) -> int:
    """Return how many marks of a title a line has kept."""
    return sum(map(text.count, "’'?!“”"))


def _part_trail(pieces: list[Piece], other: Piece, title: str) -> None:
    """Part a trail or a browser's head that ends in the title below it: `Home > Views > Title`."""
    start = len(other.text) - len(title)
    if start <= 0 or words(title) <= 2 or other.text[start:].lower() != title.lower():
        return
    prefix = _WORD.findall(other.text[:start].casefold())
    menu = bool(prefix) and all(word in load().menu_words for word in prefix)
    if menu or _TRAIL.search(other.text[:start]) or _HOME.match(other.text):
        place = pieces.index(other)
        trail, again = pieces[place : place + 1] = split_at(other, [start])
        trail.cut, again.cut = "page-navigation", "repeated-title"


def _cut_listed(pieces: Sequence[Piece]) -> None:
    """Cut lines that stand again as headings below, one after the other: a list of the parts."""
    heads = {
        piece.text
        for piece, below in itertools.pairwise(pieces)
        if is_prose(below.text) and not piece.cut
    }
    run: list[Piece] = []
    later = {piece.text: place for place, piece in enumerate(pieces)}
    labelled = False
    for place, piece in enumerate(pieces[:_TOP]):
        long = labelled or words(piece.text) >= _LEAST_LISTED
        heading = piece.text in heads and words(piece.text) <= _LONGEST_LISTED
        if long and heading and later[piece.text] > place:
            run.append(piece)
            continue
        labelled = bool(_LISTS.match(piece.text))
        if len(run) > 1:
            break
        run = []
    if len(run) > 1:
        place = next(i for i, piece in enumerate(pieces) if piece is run[0])
        label = [piece for piece in pieces[max(0, place - 1) : place] if _LISTS.match(piece.text)]
        for piece in (*label, *run):
            piece.cut = piece.cut or "contents"


def _part_sites(pieces: list[Piece]) -> None:
    """Part `Title | Site name` where the title alone is printed too."""
    barred = [(piece, site_part(piece.text) or _last_dash(piece.text)) for piece in pieces[:_TOP]]
    printed = {folded(piece.text) for piece in pieces[:_TOP]} if any(at for _, at in barred) else ()
    for piece, at in barred:
        if not at:
            continue
        title = piece.text[:at]
        free = not (piece.cut or is_prose(piece.text)) and words(title) >= _LEAST_BROWSED
        glued = free and any(
            one.text.startswith(title) and is_prose(one.text) for one in pieces[:_TOP]
        )
        if folded(title) in printed or glued:
            place = pieces.index(piece)
            pieces[place : place + 1] = split_site(piece, at)


def _last_dash(text: str) -> int:
    """Return where a few words behind a dash begin: a site's name, if the rest is printed."""
    bar = _last_bar(text)
    if bar is None or words(text[: bar.start()]) < _LEAST_BROWSED:
        return 0
    return bar.start() if words(text[bar.end() :]) <= _LONGEST_SITE else 0


def _last_bar(text: str) -> re.Match[str] | None:
    """Return the last bar or dash of a line that may be a title."""
    return next(reversed(list(_SITE.finditer(text))), None) if len(text) <= LONGEST else None


def split_site(piece: Piece, at: int) -> list[Piece]:
    """Return the title and the site's name behind it, which is cut."""
    title, site = split_at(piece, [at])
    site.cut = "site-name"
    return [title, site]


def _part_from_title(pieces: list[Piece], other: Piece, title: str) -> None:
    """Part a line that prints the title again: what stands before it, and a short rest."""
    at = other.text.index(title)
    before, rest = other.text[:at].strip(), other.text[at + len(title) :]
    if rest[:1].isalnum() or words(before) > 12 or ends_sentence(before or "a"):
        return
    prose = is_prose(rest.strip() or "a")
    # The title inside a sentence is no second printing.
    if not prose and (before or other.text.endswith(".")):
        return
    if prose and not (find_date(rest[:80], Order()) or names.load().byline.match(rest.lstrip())):
        return
    place = pieces.index(other)
    parts = split_at(other, [at, at + len(title)])
    for part in parts:
        if part.text == title:
            part.cut = "repeated-title"
        elif not prose or part.start < other.start + at:
            part.cut = "tags"
    if prose:
        parts[-1:] = _part_from_date(parts[-1])
    pieces[place : place + 1] = parts


def _part_from_date(piece: Piece) -> list[Piece]:
    """Part a date that opens a paragraph from its text."""
    found = find_date(piece.text[:60], Order())
    return split_at(piece, [found.end]) if found and found.start <= 3 else [piece]


def site_part(text: str) -> int:
    """Return where ` | Site name` begins in `Title | Site name`; 0 when there is none.

    The second part is short and set off by a bar, an acronym (of an outlet: `India - US` is a
    pair), or named like an outlet; a browser
    prints more of them, `Title | Section | Site | 5 May 2020`, of which the first is the longest.
    """
    bar = _last_bar(text)
    if bar is None:
        return 0
    first, *others = _BAR.split(text)
    if len(others) > 1 and words(first) >= max(_LEAST_BROWSED, *map(words, others)):
        return len(first)
    left, right = text[: bar.start()], text[bar.end() :]
    sure = "|" in bar.group() or (right.isupper() and right.isalpha() and not state_of(right))
    named = names.is_organization(right) and right.istitle()
    fits = 1 <= words(right) <= 5 and words(left) >= 3 and (sure or named)
    return bar.start() if fits else 0


def first_part(text: str) -> str:
    """Return what stands before the first bar: `Harbor Radio | The voice of the coast`."""
    return _BAR.split(text)[0]


def last_part(text: str) -> str:
    """Return what stands behind the last bar: the site, in `Topics | Harbor Radio`."""
    return _BAR.split(text)[-1].strip(" |")


def site_of(text: str) -> tuple[str, Issued | None]:
    """Return the site's name and the day that stand behind a title: `| Section | Site | 5.5.2020`.

    The name is the last part that is no date.
    """
    parts = [part for part in _BAR.split(text.strip(" |·»–—-")) if part]
    dated = [(part, date_alone(part, Order())) for part in parts]
    days = [day.issued for _, day in dated if day]
    named = [part for part, day in dated if not day]
    return (named[-1] if named else ""), (days[-1] if days else None)


def names_site(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Tell whether a line is a name that short lines below name again: `More from The Atlantic`."""
    text = piece.text
    if not 2 <= words(text) <= _LONGEST_NAME or not is_titled(text) or names_kind(text):
        return False
    short = (one.text for one in pieces if one.start > piece.start and not is_prose(one.text))
    if text.startswith("The ") and sum(one.text == text for one in pieces[:_MENU]) > 1:
        return True
    return any(text in other and not other.startswith(text) for other in short)


def without_site(given: str, printed: str) -> str:
    """Return a title from settings without the site behind it, which the printed one has not."""
    rest = given[len(printed) :]
    same = bool(printed) and given.casefold().startswith(printed.casefold())
    return printed if same and _SITE.match(rest) and words(rest) <= _LONGEST_SITE else given


def printed_title(given: str, pieces: Sequence[Piece]) -> str:
    """Return a title from settings as a line prints it without the site behind it."""
    shown = (p.text for p in pieces[:_TOP] if words(p.text) > 1 and p.text != given)
    return next((text for text in shown if without_site(given, text) == text), given)


def cut_repeated(pieces: Sequence[Piece], title: Piece) -> None:
    """Cut other lines that print the title, whole or shortened with an ellipsis."""
    whole = folded(title.text)
    if len(whole.split()) < 3:
        return
    for piece in pieces:
        if piece.cut or len(piece.text) > len(title.text) + 40:
            continue
        own = folded(piece.text)
        short = piece.text.endswith(("...", "…")) and len(own) > 15
        if own == whole or (short and whole.startswith(own)):
            piece.cut = "repeated-title"
