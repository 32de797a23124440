"""The lines of a page's head in, the title among them out; its second printings cut."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from brief.readers import names, persons, shape, signs
from brief.readers.bylines import Credit, names_alone
from brief.readers.dates import Order, find_date
from brief.readers.pieces import Piece, ends_sentence, is_prose, split_at, words

_SITE = re.compile(r"\s+[|·»–—-]\s+")
_WORD = re.compile(r"\w+")
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|can|cannot|can.t|should|must|may|might|could|would|has|have|does"
    r"|do|did|won.t|isn.t|aren.t|doesn.t|don.t)\b"
)
# "Economics, Politics and Public Policy in the Region": nothing but things listed.
_TOPICS = re.compile(
    r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?(?:, [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)+"
    r"(?:,? (?:and|&|or) [A-Z][^.:?]*)$"
)
_TRAIL = re.compile(r"(?:[>»›→/|:·]|\s[–—-])\s*$")
# "How Moscow Learned to Wait" may be a subtitle.
_QUESTION = re.compile(r"(?:how|why|what|when|where|who|and|the|a|an)\b", re.IGNORECASE)
_EXPLAINS = re.compile(r"(?:how|why|what|and why|and how)\b", re.IGNORECASE)
# "Session 1: Energy" heads a part.
_PART = re.compile(r"(?:session|panel|part|chapter|section|day)\s+(?:\d+|[ivx]+|one|two)\b", re.I)
_STATE = re.compile(
    r"(?:the )?(?:government|ministry|department|embassy|republic|kingdom|state) of\b.{2,40}$", re.I
)
# The second printing stands among the first lines, glued to other things or alone.
_TOP = 40
_GLUED = 300
# A longer line is no title.
_LONGEST = 300
_LONGEST_RUBRIC = 3
_LEAST_STANDFIRST = 7
# What a page prints above its title only; `Asia · 3 min` stands below it too.
_DOTTED = re.compile(r"\s[·•|]\s")
# A title below the menu may look less like one than a line above it by so much.
_LESS = 1.5
_MENUS = frozenset({"menu", "page-navigation", "language-switch"})
_LEAST_LISTED = 3
_LONGEST_SITE = 8
_LISTS = re.compile(
    r"\W*(?:in this (?:briefing|paper|report|brief|study|issue|note|article|publication)"
    r"|outline|overview|(?:table of )?contents|on this page|jump to|sections)\W*$",
    re.IGNORECASE,
)
# "Hearing on ...", "Statement by ...": the occasion of a text.
_OCCASION = re.compile(
    r"(?:hearing|testimony|(?:prepared )?(?:statement|remarks)|before the)\b", re.IGNORECASE
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
        for other in shown:
            if other.cut or other is one:
                continue
            if other.start < one.start:
                _part_trail(pieces, other, one.text)
                continue
            if other.text == one.text:
                other.cut = "repeated-title"
            elif count >= 4 and one.text in other.text[:_GLUED]:
                _part_from_title(pieces, other, one.text)
        if any(piece.cut == "repeated-title" for piece in pieces[:_TOP]):
            return


def _part_trail(pieces: list[Piece], other: Piece, title: str) -> None:
    """Part a trail or a browser's head that ends in the title below it: `Home > Views > Title`."""
    start = len(other.text) - len(title)
    ended = start > 0 and words(title) > 2 and other.text[start:].lower() == title.lower()
    if ended and _TRAIL.search(other.text[:start]):
        place = pieces.index(other)
        menu, again = pieces[place : place + 1] = split_at(other, [start])
        menu.cut, again.cut = "page-navigation", "repeated-title"


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
        if long and piece.text in heads and later[piece.text] > place:
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
    printed = {piece.text for piece in pieces[:_TOP]}
    for piece in pieces[:_TOP]:
        at = site_part(piece.text)
        if at and piece.text[:at] in printed:
            place = pieces.index(piece)
            pieces[place : place + 1] = split_site(piece, at)


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


def choose(
    zone: Sequence[Piece],
    free: Sequence[Piece],
    credited: Mapping[int, Credit],
    below: Piece | None,
) -> Piece | None:
    """Return the title among the free lines of the head, None without one.

    It is the line printed twice, else one of four words or more, in title case or with a verb,
    nearest above the byline or the text, with a colon or question mark; the name of an
    institution is rather that of the site, a list of topics or a role no title. Of equals it is
    the first. `below` is the first piece of the text.
    """
    repeated = {_folded(piece.text) for piece in zone if piece.cut == "repeated-title"}
    byline = _first_credit(credited)
    able = [
        piece
        for piece in free
        if _can_be_title(piece.text)
        and (not is_prose(piece.text) or _folded(piece.text) in repeated)
    ]
    parted = _above_menu(zone, able, credited)
    nearest = _nearest(zone, [p for p in able if p.start not in parted], credited)
    scores: list[tuple[float, int]] = []
    for rank, piece in enumerate(free):
        if piece not in able:
            continue
        twice = _folded(piece.text) in repeated and words(piece.text) > 2
        near = piece is nearest
        score = _looks(piece.text) + 4 * twice + 1.2 * near
        score += 0.8 * (near or _stands_above(free, rank, credited, byline))
        score -= 2.0 * _is_subtitle(zone, piece, able) + 3.0 * (piece.start in parted)
        scores.append((score, -rank))
    marked = [piece for piece in free if is_marked(piece.text)]
    if marked:
        return marked[0]
    if not scores:
        return None
    best = free[-max(scores)[1]]
    sure = bool(credited) or len(free) > 3
    return best if sure or _heads_text(best, below) else None


def _is_credited(piece: Piece, menus: Sequence[Piece], credited: Mapping[int, Credit]) -> bool:
    """Tell whether a credit stands below a line before any menu does: it is that of the line."""
    credit = min((start for start in credited if start > piece.start), default=None)
    menu = min((one.start for one in menus if one.start > piece.start), default=0)
    return credit is not None and credit < menu and words(piece.text) > 2


def _above_menu(
    zone: Sequence[Piece], able: Sequence[Piece], credited: Mapping[int, Credit]
) -> set[int]:
    """Return the offsets of candidates above the page's menu, where one stands below it too."""
    menus = [piece for piece in zone if piece.cut in _MENUS and not _DOTTED.search(piece.text)]
    last = max((piece.start for piece in menus), default=0)
    above = [
        piece for piece in able if piece.start < last and not _is_credited(piece, menus, credited)
    ]
    below = [_looks(p.text) for p in able if p.start > last and not shape.speaker(p.text)]
    fit = max(below, default=0) + _LESS > max((_looks(piece.text) for piece in above), default=0)
    return {piece.start for piece in above} if fit else set()


def _looks(text: str) -> float:
    """Return how much a line looks like a title by itself."""
    score = min(words(text), 4) * 0.75 + 0.5 * (":" in text or "?" in text)
    score += 1.2 * max(shape.is_titled(text), bool(_VERB.search(text)))
    score -= 1.6 * (names.is_organization(text) and words(text) <= 8)
    score -= (0.8 if words(text) <= 3 else 0.3) * (text.isupper() and words(text) <= 6)
    score -= 1.5 * bool(_TOPICS.match(text)) + 2.0 * persons.is_role(text)
    score -= 2.0 * _is_topic(text)
    score -= 1.6 * bool(_STATE.match(text))
    score -= 2.0 * bool(_PART.match(text)) + 2.0 * bool(_OCCASION.match(text))
    return score


def _nearest(
    zone: Sequence[Piece], able: Sequence[Piece], credited: Mapping[int, Credit]
) -> Piece | None:
    """Return the candidate nearest above the first credit that has one above it.

    The lines of a menu stand further up. Of lines right below one another it is the upper: the
    lower is its subtitle. A page without credits does not tell.
    """
    able = [
        one
        for one in able
        if words(one.text) > 2
        and not (_is_kicker(one.text) or _is_topic(one.text) or _OCCASION.match(one.text))
    ]
    for credit in sorted(credited):
        above = [piece for piece in zone if piece.start < credit]
        run = [piece for piece in able if piece.start < credit][-1:]
        if run:
            for piece in reversed(above[: above.index(run[0])]):
                if piece not in able or _is_rubric(piece.text, run[-1].text):
                    break
                run.append(piece)
            return run[-1]
    return able[0] if credited and able else None


def _is_rubric(upper: str, lower: str) -> bool:
    """Tell whether a line is a rubric above a title, not a title above its subtitle."""
    count = len(_WORD.findall(upper))
    if count > _LONGEST_RUBRIC or words(lower) <= count:
        return False
    return _is_topic(upper) or not _QUESTION.match(lower)


def _is_topic(text: str) -> bool:
    """Tell whether a line only names a field or a region: `Eastern Europe and Eurasia`."""
    topics = names.load().not_names | signs.load().small_words | signs.load().menu_words
    plain = text[-1] not in "?!:" and not _VERB.search(text)
    return plain and all(word.casefold() in topics for word in _WORD.findall(text))


def _is_subtitle(zone: Sequence[Piece], piece: Piece, able: Sequence[Piece]) -> bool:
    """Tell whether a line explains the title right above it: `How the ports were lost`."""
    place = next(i for i, other in enumerate(zone) if other is piece)
    above = zone[place - 1] if place else None
    titled = above in able and above is not None and words(above.text) > 1
    if not titled or above is None or _is_rubric(above.text, piece.text):
        return False
    if words(piece.text) >= _LEAST_STANDFIRST and not shape.is_titled(piece.text):
        return shape.is_titled(above.text) and not _is_kicker(above.text)
    return bool(_EXPLAINS.match(piece.text)) and not piece.text.endswith("?")


def _is_kicker(text: str) -> bool:
    """Tell whether a line is rather the site's name or a rubric than a title."""
    short = words(text) <= 6
    house = names.is_organization(text) and shape.is_titled(text) and words(text) <= 10
    shouted = text.isupper() and words(text) <= 3
    return house or shouted or (short and text[0].islower())


def _first_credit(credited: Mapping[int, Credit]) -> int | None:
    """Return the offset of the first byline, or of the first credit when there is none."""
    bylines = [start for start, credit in credited.items() if credit.authors]
    return min(bylines or credited, default=None)


def _stands_above(
    free: Sequence[Piece], rank: int, credited: Mapping[int, Credit], byline: int | None
) -> bool:
    """Tell whether the byline is the next credit below a line, with no free line between."""
    start = free[rank].start
    end = free[rank + 1].start if rank + 1 < len(free) else float("inf")
    following = min((c for c in credited if start < c < end), default=None)
    return following is not None and following == byline


def _can_be_title(text: str) -> bool:
    if not 1 <= words(text) <= 40 or len(text) > _LONGEST or text[-1] in ",;":
        return False
    if text.startswith("by ") and words(text) <= 4:
        return False
    if shape.BULLET.match(text) or "    " in text or not any(sign.isalpha() for sign in text):
        return False
    bare = text.strip(" .:").casefold()
    return bare not in signs.load().section_words and shape.heading_level(text) <= 1


def _heads_text(piece: Piece, below: Piece | None) -> bool:
    """Tell whether a line without credits is a title, not a short sentence of a bare passage."""
    if below is None or words(piece.text) < 2:
        return False
    return piece.text[-1] not in ".!…:;" or shape.is_heading(piece, None, below)


def site_part(text: str) -> int:
    """Return where ` | Site name` begins in `Title | Site name`; 0 when there is none.

    The second part is short and set off by a bar, an acronym, or named like an outlet.
    """
    bars = list(_SITE.finditer(text)) if len(text) <= _LONGEST else []
    if not bars:
        return 0
    left, right = text[: bars[-1].start()], text[bars[-1].end() :]
    sure = "|" in bars[-1].group() or (right.isupper() and right.isalpha())
    named = names.is_organization(right) and right.istitle()
    fits = 1 <= words(right) <= 5 and words(left) >= 3 and (sure or named)
    return bars[-1].start() if fits else 0


def is_marked(text: str) -> bool:
    """Tell whether a line is marked as the title in the manner of Markdown: `# Title`."""
    return text.startswith("# ") and words(text) <= _LONGEST // 5


def is_rubric_like(text: str) -> bool:
    """Tell whether a line is rather the name of a part of the site than a title."""
    count = words(text)
    small = {word.casefold() for word in _WORD.findall(text)} & signs.load().small_words
    plain = not (small or _VERB.search(text)) and text[-1] not in "?!" and ":" not in text
    return count <= 2 or (count <= _LONGEST_RUBRIC + 1 and plain) or _is_topic(text)


def without_site(given: str, printed: str) -> str:
    """Return a title from settings without the site behind it, which the printed one has not."""
    rest = given[len(printed) :]
    same = bool(printed) and given.casefold().startswith(printed.casefold())
    return printed if same and _SITE.match(rest) and words(rest) <= _LONGEST_SITE else given


def says(text: str, title: str) -> bool:
    """Tell whether a line prints a title that is known."""
    return _folded(text) == _folded(title)


def resembles(text: str, title: str) -> bool:
    """Tell whether a heading prints a known title, whole or in part: with or without subtitle."""
    one, other = set(_folded(text).split()), set(_folded(title).split())
    return bool(one and other) and len(one & other) >= 0.5 * min(len(one), len(other))


def cut_repeated(pieces: Sequence[Piece], title: Piece) -> None:
    """Cut other lines that print the title, whole or shortened with an ellipsis."""
    whole = _folded(title.text)
    if len(whole.split()) < 3:
        return
    for piece in pieces:
        if piece.cut or len(piece.text) > len(title.text) + 40:
            continue
        own = _folded(piece.text)
        short = piece.text.endswith(("...", "…")) and len(own) > 15
        if own == whole or (short and whole.startswith(own)):
            piece.cut = "repeated-title"


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
