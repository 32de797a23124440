"""Text in, pieces out: the lines of a file as spans, wrapped lines joined to paragraphs.

A `Piece` is what all later steps label. Pieces are ordered and never overlap; between them
stands nothing but blanks.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from brief.model.document import PassageKind

_LINE = re.compile("[^\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029]+")
_BREAK = re.compile("\r\n|[\r\n\v\x1c\x1d\x1e\x85\u2028\u2029]")
_EDGE = (
    "".join(map(chr, range(33)))
    + "\x7f\x85\xa0\xad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    + "\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
    + "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Marks that no reader sees: joints of words, and the direction of a script."""
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Lines that begin so stand by themselves: addresses, and settings such as `author: Jane Doe`.
_ADDRESS = re.compile(r"(?:doi|https?|www|isbn|issn|e-?mail)\b|[a-z_]{3,16}:\s", re.IGNORECASE)
LEAST_OPENING = 30
"""The first paragraph of a text has so many words, its standfirst fewer."""
URL = re.compile(r"https?://\S+$", re.IGNORECASE)
"""A line or value that is an address and nothing else."""
# A line of two to four capitalized words below a line that ends in one: a name below a title.
_NAMED = re.compile(r"(?:[^\W\d_a-z][\w.’'-]+ ){1,3}[^\W\d_a-z][\w’'-]+$")
_CAPITAL_END = re.compile(r"\b[^\W\d_a-z][\w’'-]*$")
# No paragraph ends in such a word.
_OPEN = re.compile(r"\s(?:the|a|an|of|in|on|at|to|for|and|or|with|by|from|its|their|that|which)$")
_LEAST_OPEN = 25
_LEAST_REST = 8
# A sentence that goes over to the next page has so many words on either.
_LEAST_BROKEN = 12
_LEAST_OVER = 4
_LEAST_WHOLE = 4
_CUT_WORD = re.compile(r"[^\W\d_]{2}-$")
_BY = re.compile("by (?:(?:van|von|de|al-)[ -]?)*[^\\W\\d_a-z]\\S*(?:[ (]+\\S+){0,7}$")
_LONGEST_BYLINE = 60
_INNER_STOP = re.compile(r"(?:[a-z]{3}|\d\d)[.!?][”’\"')]*\s+[“\"(]?[A-Z]")
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""The digits that call a note, in their order; in some texts other signs do (`*`, `†`)."""
_CALL = re.compile(rf"(?<![{RAISED}])(?:\s?\[\^?\d[\d,;–\s-]*\]|[{RAISED}]|\^\d{{1,3}})+$")
_STOPS = ".!?…:;。！？"
_STOP = re.compile(rf"[{_STOPS}][\"”’»)\]*_]*$")
_MARKER = re.compile(r"(?:©|[•·▪◦●‣*–—>#-]\s*|\[?\(?\d{1,3}[\])]?[.)]?\s|\[\d)")
_NUMBER = re.compile(r"\d{1,3}\s+[a-z]")
AMID = frozenset({
    "title", "byline", "date", "pull-quote", "page-header", "image-credit", "exhibit", "contents",
    "markup", "front-matter", "repeated-title",
})  # fmt: skip
"""Why a line is cut that stands amid a text too: what is beside it may be a sentence of that."""

# Mail and old text files wrap at 60 to 80 columns, some at 100; longer lines are paragraphs.
_WIDEST_WRAP = 130
_NARROWEST_WRAP = 40
# The columns of a newspaper are narrower; then many lines must break a sentence.
_COLUMN = 24
_LEAST_COLUMN = 6
_BEYOND = 1.15
# So many long lines right above another, nearly all of which end in a stop, are paragraphs.
_LEAST_WHOLE_LINES, _MOSTLY_ENDED = 5, 0.9


@dataclass(slots=True)
class Piece:
    """A span of the raw text and what it was found to be."""

    start: int
    end: int
    text: str
    block: int = 0
    """Number of the group of lines it stands in; a blank line parts two groups."""
    kind: PassageKind = "paragraph"
    cut: str = ""
    """Why it is removed; empty when it stays."""
    level: int = 0
    """Depth of a heading from 1; 0 where the text does not say."""

    def part(self, start: int, end: int) -> Piece:
        """Return the piece between two offsets in this piece's text, trimmed."""
        text, first, last = trim(self.text, start, end)
        return replace(self, start=self.start + first, end=self.start + last, text=text)


def trim(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Return `text[start:end]` without blanks and invisible marks at its edges, and its span."""
    inner = text[start:end]
    left = inner.lstrip(_EDGE)
    kept = left.rstrip(_EDGE)
    start = start + len(inner) - len(left)
    return kept, start, start + len(kept)


def split_at(piece: Piece, places: Iterable[int]) -> list[Piece]:
    """Return the parts of a piece between the given offsets in its text; empty ones left out."""
    edges = [0, *sorted(set(places)), len(piece.text)]
    parts = (piece.part(a, b) for a, b in itertools.pairwise(edges))
    return [part for part in parts if part.text]


def words(text: str) -> int:
    """Return the number of words; two signs of Chinese, Japanese or Korean count as one."""
    return _counted(text) if len(text) < _LONG else _count(text)


def _count(text: str) -> int:
    if text.isascii() or not _HAN.search(text):
        return len(text.split())
    han = len(_HAN.findall(text))
    return len(_HAN.sub(" ", text).split()) + (han + 1) // 2


_counted = lru_cache(maxsize=4096)(_count)
_LONG = 4000  # letters of a text whose words are counted once for all that ask


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends in a mark that closes a sentence or announces one."""
    last = text[-1:]
    if not last or last.isalpha():
        return False
    return last in _STOPS or bool(_STOP.search(_CALL.sub("", text[-40:])[-8:]))


def has_inner_stop(text: str) -> bool:
    """Tell whether a sentence ends inside a text."""
    return bool(_INNER_STOP.search(text))


def is_prose(text: str) -> bool:
    """Tell whether a piece is running text: twelve words with a stop, or thirty without.

    Titles of more than twelve words end without a stop, captions of thirty are rare.
    """
    count = words(text[:2000])
    if count >= 30:
        return True
    # A headline may be a long question; a question in a paragraph follows a sentence, unless all
    # is written as a headline: `The Dam Is Built. What Comes Next?`.
    asks = text[-1] in "?!" and (not has_inner_stop(text) or _is_capitalized(text))
    ends = text[-1] != ":" and not asks
    return count >= 12 and ends_sentence(text) and ends


def _is_capitalized(text: str) -> bool:
    """Tell whether the long words of a line are capitalized, as in a headline."""
    longs: list[str] = _LONG_WORD.findall(text)
    return sum(word[0].isupper() for word in longs) >= _MOSTLY * len(longs)


_LONG_WORD, _MOSTLY = re.compile(r"\b[^\W\d_]{4,}"), 0.8


def lines_of(raw: str) -> list[Piece]:
    """Return the lines of a text that hold more than blanks."""
    pieces: list[Piece] = []
    block, last = 0, 0
    for match in _LINE.finditer(raw):
        text, start, end = trim(raw, match.start(), match.end())
        if not text:
            continue
        between = raw[last:start]
        if len(_BREAK.findall(between)) > 1 or "\f" in between:
            block += 1
        pieces.append(Piece(start, end, text, block))
        last = end
    return pieces


def beside(pieces: Sequence[Piece], place: int) -> list[Piece]:
    """Return the pieces right above and right below one."""
    return [*pieces[max(0, place - 1) : place], *pieces[place + 1 : place + 2]]


def join(raw: str, above: Piece, below: Piece) -> Piece:
    """Return two lines of one block, and what stands between them, as one piece."""
    return Piece(above.start, below.end, raw[above.start : below.end], below.block)


def open_above(joined: Sequence[Piece], line: Piece) -> Piece | None:
    """Return the last piece if a line may go on with it: a line that is cut stands by itself."""
    last = joined[-1] if joined else None
    parted = last is None or last.block != line.block or last.cut or line.cut
    return None if parted else last


def join_wrapped(raw: str, lines: list[Piece]) -> list[Piece]:
    """Return the pieces with lines joined that were broken only to fit a width."""
    width = _wrap_width(lines)
    counts = Counter(line.text for line in lines)
    joined: list[Piece] = []
    tail = ""
    for line in lines:
        # what is printed again by itself, as a title is, is whole
        whole = counts[tail] > 1 and words(tail) >= _LEAST_WHOLE
        before = None if whole else open_above(joined, line)
        if before and not URL.match(before.text) and _continues(tail, line.text, width):
            joined[-1] = join(raw, before, line)
        else:
            joined.append(line)
        tail = line.text
    return joined


def lines_are_paragraphs(lines: Sequence[Piece]) -> bool:
    """Tell whether lines of one block are paragraphs: long ones end in a stop, each above another.

    A page saved without blank lines is such; one broken to fit a width is not, nor is a list.
    """
    above = [
        line.text
        for line, below in itertools.pairwise(lines)
        if line.block == below.block and len(line.text) > _WIDEST_WRAP
    ]
    ended = sum(map(ends_sentence, above))
    return len(above) >= _LEAST_WHOLE_LINES and ended >= _MOSTLY_ENDED * len(above)


def join_pages(raw: str, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with paragraphs joined that the border of a page parts in mid-sentence."""
    joined: list[Piece] = []
    for piece in pieces:
        above = joined[-1] if joined else None
        if above and above.block != piece.block and _goes_over(above, piece):
            joined[-1] = join(raw, above, piece)
        else:
            joined.append(piece)
    return joined


def _goes_over(above: Piece, below: Piece) -> bool:
    """Tell whether a long line without a stop goes on with words in small letters, up to a stop."""
    if above.cut or below.cut or not below.text[0].islower() or _MARKER.match(below.text):
        return False
    open_ended = above.text[-1].isalnum() or above.text[-1] == ","
    said = ends_sentence(below.text) and words(below.text) >= _LEAST_OVER
    return open_ended and said and words(above.text) >= _LEAST_BROKEN and not _is_byline(below.text)


def _wrap_width(lines: list[Piece]) -> int:
    """Return the column a file is wrapped at, 0 when its lines are paragraphs.

    Wrapped text breaks sentences: a fifth of all lines that have a line right below them
    stop in the middle of a sentence (in wrapped prose it is nearly all).
    """
    if sum(len(line.text) > _WIDEST_WRAP for line in lines) > len(lines) / 20:
        return 0
    return _width(lines, _NARROWEST_WRAP, 2, 0.2) or _width(lines, _COLUMN, _LEAST_COLUMN, 0.4)


def _width(lines: list[Piece], least: int, enough: int, share: float) -> int:
    """Return the width of lines of `least` signs or more, where so many break a sentence."""
    pairs = [
        (a.text, b.text)
        for a, b in itertools.pairwise(lines)
        if a.block == b.block and len(a.text) >= least
    ]
    broken = [a for a, b in pairs if _breaks_sentence(a, b, least)]
    if len(broken) < enough or len(broken) < len(pairs) * share:
        return 0
    widths = sorted(map(len, broken))
    return widths[len(widths) * 9 // 10]  # one long line is no sign of a wider page


def _breaks_sentence(line: str, below: str, least: int = _NARROWEST_WRAP) -> bool:
    if len(below) < _LEAST_REST and not ends_sentence(below):
        return False  # "a A+ A-" is a row of buttons
    opens = below[0].islower() and not _ADDRESS.match(below) and not _is_byline(below)
    return opens and len(line) >= least and not ends_sentence(line)


def _is_byline(line: str) -> bool:
    """Tell whether a line in lower case is `by Jane Doe`, and no rest of a sentence."""
    return len(line) <= _LONGEST_BYLINE and bool(_BY.match(line)) and not ends_sentence(line)


def _continues(line: str, below: str, width: int) -> bool:
    """Tell whether the line below goes on with the same paragraph."""
    # "…, | 162 kilometers of it": a bare number is no marker in the middle of a sentence.
    counts = bool(_NUMBER.match(below)) and not ends_sentence(line)
    if _MARKER.match(below) and not counts:
        return False
    open_ended = _CUT_WORD.search(line) or (len(line) >= _LEAST_OPEN and _OPEN.search(line))
    if (width and counts) or (open_ended and below[0].isalpha()):
        return True
    if _NAMED.match(below) and _CAPITAL_END.search(line):
        return False
    if below.isupper() and not line.isupper() and words(below) > 2:
        return False  # a title or heading in capitals
    narrow = 0 < width <= _NARROWEST_WRAP
    if narrow and max(len(line), len(below)) > _BEYOND * width:
        return False  # no line of the column
    if _breaks_sentence(line, below, width * 2 // 3 if narrow else _NARROWEST_WRAP):
        return len(line) <= _WIDEST_WRAP
    # The next word would still have fitted: the line ended because its paragraph did.
    first = below.split(None, 1)[0]
    least = 0.9 if ends_sentence(line) else 0.75
    return width > 0 and len(line) + 1 + len(first) >= least * width
