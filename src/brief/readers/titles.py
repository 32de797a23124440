"""The lines of a page's head in, the title among them out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from brief.readers import kinds, names, persons, rubrics, shape, signs, slugs
from brief.readers.bylines import Credit, bio_name
from brief.readers.pieces import Piece, is_prose, words

_WORD = re.compile(r"\w+")
# "Economics, Politics and Public Policy in the Region": nothing but things listed.
_TOPICS = re.compile(
    r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?(?:, [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)+"
    r"(?:,? (?:and|&|or) [A-Z][^.:?]*)$"
)
_STATE = re.compile(
    r"(?:the )?(?:government|ministry|department|embassy|republic|kingdom|state) of\b.{2,40}$", re.I
)
# "Key issues" stands above a list, "Connect with the authors" above their names.
_BOX = re.compile(
    r"(?:(?:\w+ ){0,4}(?:topic|news|research|event|program|project) updates|featured \w+"
    r"|(?:key|main) (?:\w+ )?(?:issues|points|facts|messages|questions|findings|takeaways|themes)"
    r"|(?:connect|contact|meet|follow|ask|about|more|all|by|from)\b.{0,20}"
    r"\b(?:authors?|writers?|columnists?|contributors?|experts?|speakers?))\W*$",
    re.IGNORECASE,
)
# "An independent research institute under the ministry" says whose the page is.
_TAGLINE = re.compile(r"An? (?P<what>(?:[a-z][\w-]+ ){1,4}[a-z][\w-]+)\b")
_RETIRED = re.compile(r"\((?:ret|retd|retired)\.?\)\W*$", re.IGNORECASE)
# "Key takeaways from the": the words of a link are lost.
_UNFINISHED = re.compile(r" (?:the|an?|and|or|of)$")
# "Riga, LatviaSaturday 5 May 2018": where and when a page was read.
_READ_ON = re.compile(
    r"(?:.{0,40})(?:mon|tues|wednes|thurs|fri|satur|sun)day,? "
    r"(?:\d{1,2} [a-z]{3,9}|[a-z]{3,9} \d{1,2}),? (?:19|20)\d\d\W*$",
    re.IGNORECASE,
)
# "Your Excellency, Madam Chairperson of the Commission:" opens a letter.
_GREETS = re.compile(
    r"(?:your (?:excellenc|honou?r|majest)|dear )[^.!?]{2,160}[,:]$", re.IGNORECASE
)
# "The Long View The Long View": the site's name, and what its picture is called.
_DOUBLED = re.compile(r"(\S.{3,60}?)\s+\1$")
# A longer line is no title.
LONGEST = 300
_LEAST_TITLE = 4
# ... and the menu that runs into a title has so many.
_LEAST_MENU = 3
# "The Dam and Its Price* 1 Ana Ruiz**2 University of Lima": a star is a note's, and ends a title.
_STARRED = re.compile(r"(?:(?<=[^\W\d])\*{1,3} ?\d?|(?<=\d)\*{1,3}(?!\d))(?: .*)?$")
_MOST_TITLES = 2
_LONGEST_NAME = 4
# What a page prints above its title only; `Asia · 3 min` stands below it too.
_DOTTED = re.compile(r"\s[·•|]\s")
# A title below the menu may look less like one than a line above it by so much.
_LESS = 1.5
_MENUS = frozenset({"menu", "page-navigation", "language-switch"})
_FROM_OUTLET = re.compile(
    r" \((?P<house>[^\W\d_a-z][^(),]{2,30}), [^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+)?\)$"
)


def choose(
    zone: Sequence[Piece],
    free: Sequence[Piece],
    credited: Mapping[int, Credit],
    below: Piece | None,
    slug: frozenset[str],
) -> Piece | None:
    """Return the title among the free lines of the head, None without one.

    It is the line printed twice, else one of four words or more, in title case or with a verb,
    nearest above the byline or the text, with a colon or question mark; the name of an
    institution is rather that of the site, a list of topics or a role no title. Of equals it is
    the nearest, then the first. `below` is the first piece of the text, `slug` the words of the
    title that the page's address spells.
    """
    repeated = {folded(piece.text) for piece in zone if piece.cut == "repeated-title"}
    byline = _first_credit(credited)
    loud = rubrics.told(zone, below)
    able = [
        piece
        for piece in free
        if _can_be_title(piece.text)
        and (not is_prose(piece.text) or folded(piece.text) in repeated)
    ]
    # Below a paragraph what is printed twice is a picture's: its name and its caption.
    captions = [p for p in able[1:] if folded(p.text) in repeated and _is_below_text(zone, p)]
    able = [piece for piece in able if piece not in captions]
    # Who somebody is, is said below a title.
    able = [piece for piece in able if bio_name(piece.text) is None] or able
    torn = [one for one, below in itertools.pairwise(zone) if _is_torn(one.text, below.text)]
    pictured = [below for one, below in itertools.pairwise(zone) if _shows(one.text, below.text)]
    pictured = [] if len(pictured) == len(able) else pictured
    able = [piece for piece in able if piece not in torn and piece not in pictured]
    parted = _above_menu(zone, able, credited)
    nearest = _nearest(zone, [p for p in able if p.start not in parted], credited)
    scores: list[tuple[float, bool, int]] = []
    for rank, piece in enumerate(free):
        if piece not in able:
            continue
        # What a page prints above each of its menus is its name.
        often = sum(one.text == piece.text for one in zone) > _MOST_TITLES
        named = often and words(piece.text) <= _LONGEST_NAME
        twice = folded(piece.text) in repeated and words(piece.text) > 2 and not named
        twice = twice and not _is_house(piece.text)
        near = piece is nearest
        score = _looks(piece.text) + (4 + 2 * rubrics.is_topic(piece.text)) * twice + 1.2 * near
        score += 0.8 * (near or _stands_above(free, rank, credited, byline))
        score += 4.0 * _names_outlet(piece, zone)
        score += 4.0 * (piece is loud)
        score += 3.0 * slugs.spells(slug, piece.text)
        # A caption is a sentence; a title with a stop is the only line there is.
        said = piece.text[-1] == "." and not shape.is_titled(piece.text)
        score -= 2.0 * (said and piece is not able[0])
        score -= 2.0 * rubrics.is_subtitle(zone, piece, able) + 3.0 * (piece.start in parted)
        scores.append((score, near, -rank))
    marked = [piece for piece in free if is_marked(piece.text)]
    if marked:
        return marked[0]
    if not scores:
        return None
    best = free[-max(scores)[2]]
    sure = bool(credited) or len(free) > 3
    return best if sure or _heads_text(best, below) else None


def _is_house(text: str) -> bool:
    """Tell whether a line is the name of a house, which a page prints twice too."""
    house = names.is_organization(text) and shape.is_titled(text)
    return house and not (":" in text or text[-1] == "?" or rubrics.VERB.search(text))


def _is_torn(text: str, below: str) -> bool:
    """Tell whether a line holds the words of the one below it without some in their midst."""
    if text[:3] != below[:3] or len(text) >= len(below):
        return False
    part, rest = _WORD.findall(text.casefold()), iter(_WORD.findall(below.casefold()))
    inside = folded(text) in folded(below)  # "The Dam | Any Review" prints all of "The Dam"
    return len(part) >= _LEAST_TITLE and not inside and all(word in rest for word in part)


def _is_below_text(zone: Sequence[Piece], piece: Piece) -> bool:
    """Tell whether a paragraph of the text stands above a line of the head."""
    return any(one.start < piece.start and not one.cut and is_prose(one.text) for one in zone)


def _names_outlet(piece: Piece, zone: Sequence[Piece]) -> bool:
    """Tell whether a line ends with outlet and place, and the outlet is printed elsewhere too.

    `The quarrel over the dam (The Long View, Jordan)` is how translated texts are headed.
    """
    found = _FROM_OUTLET.search(piece.text)
    rest = [one.text for one in zone if one is not piece and one.cut != "image-credit"]
    return found is not None and any(found["house"] in text for text in rest)


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
    again = {folded(one.text) for one in zone if one.start > last and one.cut == "repeated-title"}
    above = [
        piece
        for piece in able
        if piece.start < last and folded(piece.text) not in again
        if not _is_credited(piece, menus, credited)
    ]
    below = [_looks(p.text) for p in able if p.start > last and not shape.speaker(p.text)]
    fit = max(below, default=0) + _LESS > max((_looks(piece.text) for piece in above), default=0)
    return {piece.start for piece in above} if fit else set()


def _looks(text: str) -> float:
    """Return how much a line looks like a title by itself."""
    score = min(words(text), 4) * 0.75 + 0.5 * (":" in text or "?" in text)
    score += 1.2 * max(shape.is_titled(text), bool(rubrics.VERB.search(text)))
    said = rubrics.VERB.search(text) is not None
    score -= 1.6 * (names.is_organization(text) and words(text) <= 8 and not said)
    score -= (0.8 if words(text) <= 3 else 0.3) * (text.isupper() and words(text) <= 6)
    tagline = _TAGLINE.match(text)
    score -= 2.5 * bool(tagline and names.is_organization(tagline["what"]))
    score -= 1.5 * bool(_TOPICS.match(text)) + 2.0 * persons.is_role(text)
    score -= 2.0 * rubrics.is_topic(text) + 1.0 * rubrics.is_sectioned(text)
    score -= 1.6 * bool(_STATE.match(text) or rubrics.is_office(text)) + 2.0 * bool(
        persons.CITY.match(text)
    )
    score -= 3.0 * bool(kinds.PERIODICAL.search(text))
    score -= 2.0 * bool(kinds.KIND.match(text)) + 2.0 * bool(rubrics.is_motto(text))
    score -= 2.0 * bool(kinds.PART.match(text)) + 2.0 * bool(kinds.OCCASION.match(text))
    return score


def _nearest(
    zone: Sequence[Piece], able: Sequence[Piece], credited: Mapping[int, Credit]
) -> Piece | None:
    """Return the candidate nearest above the first credit that has one above it, a byline first.

    The lines of a menu stand further up. Of lines right below one another it is the upper: the
    lower is its subtitle. A page without credits does not tell.
    """
    able = [
        one
        for one in able
        if words(one.text) > 2 and not (rubrics.is_label(one.text) or persons.is_role(one.text))
    ]
    for credit in sorted(credited, key=lambda at: (not credited[at].explicit, at)):
        above = [piece for piece in zone if piece.start < credit]
        run = [piece for piece in able if piece.start < credit][-1:]
        if run:
            for piece in reversed(above[: above.index(run[0])]):
                again = piece.cut == "repeated-title"
                first = _printed_first(able, piece) if again else piece
                if first not in able or rubrics.is_rubric(piece.text, run[-1].text):
                    break
                run.append(first)
            return run[-1]
    return able[0] if credited and able else None


def _printed_first(able: Sequence[Piece], again: Piece) -> Piece | None:
    """Return the candidate whose words a second printing repeats."""
    return next((one for one in able if folded(one.text) == folded(again.text)), None)


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


# "jane_doe Senior Fellow": the name of a file
_SLUG = re.compile(r"[a-z]+(?:_[a-z]+)+\b")
_FILE = re.compile(r"\w+(?:[_-]\w+)*_\w+(?:\.\w{3,4})?$")


def _shows(file: str, text: str) -> bool:
    """Tell whether a line says what the picture shows whose file is named above it."""
    return bool(_FILE.match(file)) and not shape.is_titled(text)


def _can_be_title(text: str) -> bool:
    if not 1 <= words(text) <= 40 or len(text) > LONGEST or text[-1] in ",;":
        return False
    if (text.startswith("by ") and words(text) <= 4) or "://" in text or _BOX.match(text):
        return False
    if _DOUBLED.match(text) or _GREETS.match(text):
        return False
    if _READ_ON.match(text) and words(text) <= rubrics.LONG_TITLE:
        return False
    if text[0] == "|" or _SLUG.match(text) or _RETIRED.search(text) or _UNFINISHED.search(text):
        return False
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdigit, text))
    if shape.BULLET.match(text) or "    " in text or letters <= digits:
        return False
    bare = text.strip(" .:").casefold()
    return bare not in signs.load().section_words and shape.heading_level(text) <= 1


def _heads_text(piece: Piece, below: Piece | None) -> bool:
    """Tell whether a line without credits is a title, not a short sentence of a bare passage."""
    if below is None or words(piece.text) < 2:
        return False
    return piece.text[-1] not in ".!…:;" or shape.is_heading(piece, None, below)


def is_marked(text: str) -> bool:
    """Tell whether a line is marked as the title in the manner of Markdown: `# Title`."""
    return text.startswith("# ") and words(text) <= LONGEST // 5


def without_rubric(title: str) -> str:
    """Return a title without what stands before it, `Watch: `, `My Take | `, and its note."""
    rubric = signs.load().rubric.match(title)
    rest = title[rubric.end() :] if rubric else ""
    title = rest if words(rest) >= _LEAST_TITLE else title
    return _STARRED.sub("", title)


def without_menu(title: str) -> str:
    """Return a title without the words of a menu run into its begin: `Home News World The Dam`."""
    first = title.split(" ")
    menu = list(itertools.takewhile(lambda word: word.casefold() in signs.load().menu_words, first))
    rest = first[len(menu) :]
    glued = menu[:1] == ["Home"] and len(menu) >= _LEAST_MENU and len(rest) >= _LEAST_TITLE - 1
    return " ".join(rest) if glued else title


def opens_page(text: str) -> bool:
    """Tell whether the first line of a page is its title behind a rubric: `Opinion | The Dam`."""
    return without_rubric(text) != text and not is_prose(text)


def announced(zone: Sequence[Piece], credited: Mapping[int, Credit]) -> Piece | None:
    """Return the line that would be a link to a recording if no byline stood right below it."""
    for piece, below in itertools.pairwise(zone):
        known = credited.get(below.start)
        linked = piece.cut == "read-more" and without_rubric(piece.text) != piece.text
        if linked and known and known.authors:
            return piece
    return None


def says(text: str, title: str) -> bool:
    """Tell whether a line prints a title that is known."""
    return folded(text) == folded(title)


def resembles(text: str, title: str) -> bool:
    """Tell whether a heading prints a known title, whole or in part: with or without subtitle."""
    one, other = set(folded(text).split()), set(folded(title).split())
    return bool(one and other) and len(one & other) >= 0.5 * min(len(one), len(other))


def folded(text: str) -> str:
    """Return a line as its words alone, in lower case."""
    return " ".join(_WORD.findall(text.casefold()))
