"""The head of an article in, its title, authors, date and outlet out; the rest of it labelled.

The head is what stands before the running text: menus, site name, breadcrumb, title, byline,
date, affiliation, share buttons. Every piece of it gets the reason why it is no passage; a
standfirst (a sentence between title and text) stays a passage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from brief.model.source import Issued
from brief.readers import names, shape, signs
from brief.readers.bylines import Credit, bio_name, credit_of, is_role_line, names_alone
from brief.readers.dates import Order, find_date
from brief.readers.pieces import Piece, ends_sentence, is_prose, split_at, words

# A menu of a large site prints some dozens of lines before the text.
_MOST_LINES = 150
# A standfirst or a site's blurb is followed by byline, date or title within so many lines.
_LOOK_AHEAD = 5
_LONGEST_STANDFIRST = 90
_BLURB = re.compile(
    r"^(?P<who>(?:The )?[A-Z][\w’'&.-]*(?: (?:of|for|the|and|on|in|[A-Z][\w’'&.-]*)){0,8}?),? "
    r"(?:features|provides|offers|publishes|is an?|brings|aims|seeks|hosts|runs)\b"
)
_SITE_PART = re.compile(r"\s+[|·»–—-]\s+")
_WORD = re.compile(r"\w+")
_CONTENTS = re.compile(
    r"\W*(?:table of )?contents\W*$|\W*inhalt\W*$|\W*sommaire\W*$", re.IGNORECASE
)
# The title is printed again, glued to other things, within so many characters of a line.
_GLUED = 300


@dataclass(slots=True)
class Head:
    """What the head of an article says about it."""

    title: Piece | None = None
    authors: tuple[str, ...] = ()
    affiliation: str = ""
    publisher: str = ""
    issued: Issued | None = None
    body: int = 0
    """Place of the first piece behind the head."""
    credits: dict[int, Credit] = field(default_factory=dict)


def read_head(pieces: list[Piece], order: Order, *, site: bool = True) -> Head:
    """Return what the head of these pieces says, and label its pieces in place.

    `site` is False for the later articles of a roundup: no menu stands above them.
    """
    _split_repeated_title(pieces)
    _split_glued_byline(pieces)
    head = Head()
    head.body = _head_end(pieces, order, head)
    zone = range(head.body)
    _cut_contents(pieces[: head.body])
    for place in zone:
        piece = pieces[place]
        if not piece.cut and place not in head.credits and not is_prose(piece.text):
            piece.cut = signs.reason_to_cut(piece.text, edge=True)
    free = [p for p in zone if not pieces[p].cut and p not in head.credits]
    _find_names(pieces, free, head)
    free = [p for p in free if p not in head.credits]
    title = _choose_title(pieces, free, head)
    if title is not None:
        _strip_site(pieces, title, head)
        head.title = pieces[title]
        head.title.cut = "title"
    _take_credits(pieces, head)
    _label_rest(pieces, free, title, head, site=site)
    _cut_repeats(pieces, head)
    return head


def _head_end(pieces: list[Piece], order: Order, head: Head) -> int:
    """Return the place where the running text begins; note credits passed on the way."""
    end = place = skipped = 0
    while place < min(len(pieces), _MOST_LINES):
        piece = pieces[place]
        credit = None if piece.cut else credit_of(piece.text, order)
        if credit:
            head.credits[place] = credit
            end = place + 1
        else:
            piece.cut = piece.cut or signs.reason_to_cut(piece.text, edge=False)
        if not credit and not piece.cut and is_prose(piece.text):
            ahead = _evidence_ahead(pieces, place, order, head) if skipped < 3 else 0
            if not ahead:
                return place
            skipped += 1
            end = max(end, ahead)
        place += 1
    # Only short lines: a head needs running text below it, or credits of its own.
    return place if place < len(pieces) else end


def _evidence_ahead(pieces: list[Piece], place: int, order: Order, head: Head) -> int:
    """Return the place behind a byline, date or repeated title soon below a short paragraph."""
    if words(pieces[place].text[:2000]) > _LONGEST_STANDFIRST:
        return 0
    for ahead in range(place + 1, min(len(pieces), place + 1 + _LOOK_AHEAD)):
        piece = pieces[ahead]
        if piece.cut in ("repeated-title", "byline"):
            return ahead + 1
        if piece.cut:
            continue
        if is_prose(piece.text) or signs.opens_links(piece.text):
            return 0
        credit = credit_of(piece.text, order)
        known = head.credits.values()
        if credit and credit.authors and not any(one.authors for one in known):
            return ahead + 1
        if credit and credit.issued and not any(one.issued for one in known):
            return ahead + 1
    return 0


def _cut_contents(zone: Sequence[Piece]) -> None:
    """Cut a table of contents; the last line before the text is its first heading."""
    inside = False
    for piece in zone[:-1]:
        inside = inside or bool(_CONTENTS.match(piece.text))
        if inside and not piece.cut and not is_prose(piece.text):
            piece.cut = "contents"


def _split_repeated_title(pieces: list[Piece]) -> None:
    """Part the title from what is glued behind its second printing, and mark the second.

    `Title` ... `TitleTopics of the page`: the first printing is the title.
    """
    shown = [p for p in pieces[:40] if not p.cut]
    for one in shown:
        count = words(one.text)
        if not 2 <= count <= 30 or one.text[-1] in ".;,":
            continue
        for other in shown:
            if other is one or other.start < one.start or other.cut:
                continue
            if other.text == one.text:
                other.cut = "repeated-title"
            elif count >= 4 and one.text in other.text[:_GLUED]:
                _part_from_title(pieces, other, one.text)
        if any(p.cut == "repeated-title" for p in pieces[:40]):
            return


def _part_from_title(pieces: list[Piece], other: Piece, title: str) -> None:
    """Part a line that prints the title again: what stands before it, and a short rest."""
    at = other.text.index(title)
    before, rest = other.text[:at], other.text[at + len(title) :]
    if rest[:1].isalnum() or words(before) > 12 or ends_sentence(before.rstrip() or "a"):
        return
    prose = is_prose(rest.strip() or "a")
    if not prose and (before or other.text.endswith(".")):
        return
    # "The title" inside a sentence is no second printing.
    if prose and not (find_date(rest[:80], Order()) or names.load().byline.match(rest.lstrip())):
        return
    place = pieces.index(other)
    parts = split_at(other, [at, at + len(title)])
    for part in parts:
        repeats = part.text == title
        if repeats or not prose or part.start < other.start + at:
            part.cut = "repeated-title" if repeats else "tags"
    pieces[place : place + 1] = parts
    if prose:
        _part_from_date(pieces, place + len(parts) - 1)


def _part_from_date(pieces: list[Piece], place: int) -> None:
    """Part a date that opens a paragraph from its text."""
    text = pieces[place].text
    found = find_date(text[:60], Order())
    if found and found.start <= 3:
        pieces[place : place + 1] = split_at(pieces[place], [found.end])


def _split_glued_byline(pieces: list[Piece]) -> None:
    """Part `Author Jane Doe Ph.D. candidate at Any University` from the text run into it."""
    for place, piece in enumerate(pieces[:40]):
        if piece.cut or not is_prose(piece.text):
            continue
        at = names.body_after_byline(piece.text)
        if at:
            parts = split_at(piece, [at])
            parts[0].cut = "byline"
            pieces[place : place + 1] = parts
            return


def _find_names(pieces: list[Piece], free: Sequence[int], head: Head) -> None:
    """Note lines that are a name and nothing else, where their neighbors show that they are.

    A name alone might be a title ("Xi Jinping"): a date, another credit or a role line beside
    it, or a bullet before it, shows the byline.
    """
    for index, place in enumerate(free):
        piece = pieces[place]
        authors = names_alone(piece.text)
        if words(piece.text) > 25:
            continue
        if not authors:
            _find_name_and_place(pieces, place, free, head)
            continue
        below = free[index + 1] if index + 1 < len(free) else None
        role = below is not None and below - place <= 2 and is_role_line(pieces[below].text)
        role = role and below is not None and names.has_role(pieces[below].text)
        beside = any(near in head.credits for near in (place - 1, place + 1))
        titled = any(words(pieces[p].text) >= 3 for p in free if p < place)
        shown = bool(shape.BULLET.match(piece.text)) or _has_bio(pieces, authors[0])
        if role or shown or (titled and (beside or place == free[-1])):
            affiliation = names.affiliation_in(pieces[below].text) if role and below else ""
            head.credits[place] = Credit(authors, affiliation)
    _find_roles(pieces, free, head)


def _has_bio(pieces: Sequence[Piece], author: str) -> bool:
    """Tell whether a biography near either end of the text is about this person."""
    near = [*pieces[:40], *pieces[40:][-12:]]
    return any(bio_name(piece.text) == author for piece in near if author in piece.text[:120])


def _find_name_and_place(pieces: list[Piece], place: int, free: Sequence[int], head: Head) -> None:
    """Note `Jane Doe, Department of History, Any University` below the title."""
    authors, behind = names.split_names(pieces[place].text)
    rest = behind.strip(" ,.()")
    titled = any(words(pieces[p].text) >= 3 for p in free if p < place)
    printed = rest[:1].isupper() or names.has_role(rest)
    if authors and rest and titled and printed and is_role_line(rest) and behind[:1] in ",(":
        head.credits[place] = Credit(authors, names.affiliation_in(rest) or rest)


def _find_roles(pieces: list[Piece], free: Sequence[int], head: Head) -> None:
    """Note the lines right below a name that say what the person is."""
    for place in free:
        above = head.credits.get(place - 1)
        text = pieces[place].text
        if place in head.credits or above is None or not above.authors or text[-1] in "?":
            continue
        first = names.load().roles.match(text)
        if (first or names.is_organization(text)) and words(text) <= 25 and names.has_role(text):
            affiliation = names.affiliation_in(text)
            head.credits[place] = Credit(above.authors, affiliation or above.affiliation)


def _choose_title(pieces: list[Piece], free: Sequence[int], head: Head) -> int | None:
    """Return the place of the title among the free lines of the head, None without one."""
    scores: dict[int, float] = {}
    repeated = {_folded(p.text) for p in pieces[:60] if p.cut == "repeated-title"}
    first_credit = min((p for p in head.credits if _is_byline(head.credits[p])), default=None)
    first_credit = min(head.credits, default=None) if first_credit is None else first_credit
    for rank, place in enumerate(free):
        text = pieces[place].text
        if (is_prose(text) and _folded(text) not in repeated) or not _can_be_title(text):
            continue
        score = min(words(text), 9) / 3 - rank * 0.02
        score += 4 * (_folded(text) in repeated)
        score += 2 * (_next_free(free, head, rank) == first_credit and first_credit is not None)
        score -= 1.5 * (names.is_organization(text) and words(text) <= 6)
        score += 0.5 * (":" in text or "?" in text)
        scores[place] = score
    best = max(scores, key=lambda place: scores[place], default=None)
    return best if best is not None and _is_title_here(pieces, free, best, head) else None


def _is_byline(credit: Credit) -> bool:
    return bool(credit.authors)


def _next_free(free: Sequence[int], head: Head, rank: int) -> int | None:
    """Return the place of the credit that follows a line with nothing free between them."""
    after = free[rank + 1] if rank + 1 < len(free) else 10**9
    following = [place for place in head.credits if free[rank] < place < after]
    return min(following, default=None)


def _can_be_title(text: str) -> bool:
    count = words(text)
    if not 1 <= count <= 40 or len(text) > 300 or text[-1] in ",;":
        return False
    if shape.BULLET.match(text) or not any(sign.isalpha() for sign in text):
        return False
    bare = text.strip(" .:").casefold()
    return bare not in signs.load().section_words and not shape.heading_level(text) > 1


def _is_title_here(pieces: list[Piece], free: Sequence[int], best: int, head: Head) -> bool:
    """Tell whether the best line is a title and not the first sentence of a bare passage."""
    text = pieces[best].text
    if head.credits or len(free) > 3:
        return True
    has_body = head.body < len(pieces)
    ends = text[-1] in ".!…:;" and not shape.is_heading(
        pieces[best], None, pieces[head.body] if has_body else None
    )
    return has_body and words(text) >= 2 and not ends


def _strip_site(pieces: list[Piece], title: int, head: Head) -> None:
    """Part `Title | Site name` where the second part is short and named like an outlet."""
    text = pieces[title].text
    cuts = list(_SITE_PART.finditer(text))
    if not cuts:
        return
    left, right = text[: cuts[-1].start()], text[cuts[-1].end() :]
    site = words(right) <= 5 and words(left) >= 3
    piped = "|" in cuts[-1].group() or (right.isupper() and right.isalpha())
    if site and (piped or (names.is_organization(right) and right.istitle())):
        head.publisher = head.publisher or right.strip()
        first, rest = split_at(pieces[title], [cuts[-1].start()])[:2]
        rest.cut = "site-name"
        pieces[title] = first
        pieces.insert(title + 1, rest)
        head.body += 1
        head.credits = {p + (p > title): credit for p, credit in head.credits.items()}


def _take_credits(pieces: list[Piece], head: Head) -> None:
    """Fill the head from its credits, the first of each kind, and label their pieces."""
    later: Issued | None = None
    for place in sorted(head.credits):
        credit = head.credits[place]
        pieces[place].cut = "byline" if credit.authors else "date"
        head.authors = head.authors or credit.authors
        if set(credit.authors) <= set(head.authors):
            head.affiliation = head.affiliation or credit.affiliation
        head.publisher = head.publisher or credit.publisher
        above = head.title is not None and pieces[place].start < head.title.start
        if credit.later or above:
            later = later or credit.issued
        else:
            head.issued = head.issued or credit.issued
    # A date above the title may be that of the page ("today"); one below it is the text's.
    head.issued = head.issued or later
    for piece in pieces[: head.body + 1]:
        if piece.cut == "byline" and not head.authors:
            _take_glued(piece.text, head)


def _take_glued(text: str, head: Head) -> None:
    opening = names.load().byline.match(text)
    head.authors, rest = names.split_names(text[opening.end() if opening else 0 :])
    head.affiliation = names.affiliation_in(rest)


def _label_rest(
    pieces: list[Piece], free: Sequence[int], title: int | None, head: Head, *, site: bool
) -> None:
    """Cut what stands above the title; below it keep sentences and the first heading."""
    shift = (
        1
        if title is not None
        and pieces[title + 1 : title + 2]
        and (pieces[title + 1].cut == "site-name")
        else 0
    )
    for place in free:
        place += shift if title is not None and place > title else 0
        piece = pieces[place]
        if piece.cut or title is None:
            continue
        if place < title:
            _cut_above(piece, head, site=site)
        elif head.credits and place < max(head.credits) and words(piece.text) <= 4:
            piece.cut = "tags"
    for piece in pieces[: head.body]:
        blurb = _BLURB.match(piece.text) if not piece.cut and is_prose(piece.text) else None
        above = head.title is not None and piece.start < head.title.start
        if above or (blurb and _repeated_below(pieces, piece)):
            if not piece.cut:
                piece.cut = "site-blurb"
            if blurb and piece.cut == "site-blurb":
                head.publisher = head.publisher or blurb["who"].removeprefix("The ")


def _repeated_below(pieces: list[Piece], blurb: Piece) -> bool:
    """Tell whether the title is printed again below a paragraph of the head."""
    return any(p.cut == "repeated-title" and p.start > blurb.start for p in pieces[:60])


def _cut_above(piece: Piece, head: Head, *, site: bool) -> None:
    if is_prose(piece.text):
        return
    organization = names.is_organization(piece.text) and words(piece.text) <= 8
    piece.cut = "site-name" if organization else "menu"
    if organization and site:
        head.publisher = head.publisher or piece.text


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _cut_repeats(pieces: list[Piece], head: Head) -> None:
    """Cut later lines that print the title again, whole or shortened with an ellipsis."""
    if head.title is None:
        return
    title = _folded(head.title.text)
    if len(title.split()) < 3:
        return
    for piece in pieces:
        if piece.cut or len(piece.text) > len(head.title.text) + 40:
            continue
        own = _folded(piece.text)
        short = piece.text.rstrip().endswith(("...", "…")) and len(own) > 15
        if own == title or (short and title.startswith(own)):
            piece.cut = "repeated-title"
