"""Pieces in, pieces out: what a scraper ran together is taken apart.

Web text loses its line breaks: `...move forward.China and Russia...`, `PrintShareAuthor`,
`2019China`. A *soft* joint stands between a full stop and a capital, a *hard* joint inside what
looks like a word. Taking apart loses nothing; what the parts are is decided later.
"""

from __future__ import annotations

import re

from brief.readers.names import load as name_lists
from brief.readers.pieces import Piece, is_prose, split_at, words
from brief.readers.signs import is_share_bar, load

# The stop comes first and looks back, which makes the search for it fast.
SOFT = re.compile(
    r"[.!?…](?:(?<=[^\W\d_A-Z]{2}.)|(?<=[^\W_]{2}[)”’\"\]].)|(?<=\d\d.)|(?<=\d%.))"
    r"[.!?…]*[”’\"')\]]*(?=[“‘\"(]?[A-Z][\w’' ])"
)
_SEAM = re.compile(r"[A-Z](?<=[^\W\d_A-Z]{2}.)(?=[a-z])")
_DATED = re.compile(
    r"[^\W_][.!?]?(?=(?<!\d)\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d)"
    r"|[^\W\d_](?=\d{1,2}\.? [A-Z][a-z]{2,9}\.?,? (?:19|20)\d\d)"
    r"|(?<=[/. ](?:19|20)\d\d)(?=[A-Z][a-z])"
)
# "THE PRICE OF A TICKET Both banks ..."
_SHOUTED = re.compile(
    r"(?P<run>(?:A )?[A-Z][A-Z’'-]+(?:,? (?:[A-Z][A-Z’'-]+|[A-Z&–—]))*[?:]?)\s+"
    r"(?=[“\"‘(]?(?:[A-Z][a-z’']|[AI] [a-z]))"
)
# "HarborNews.com" is one word.
_DOMAIN = re.compile(r"\w+\.(?:com|org|net|info|co|gov|edu|[a-z]{2})\b")
_LEAST_SHOUTED = 10
_TOKEN_START = re.compile(r"[^\s(“\"‘]*$")
# Chrome stands at the edges of a page: at most this many characters from either end.
_EDGE = 1500
_SHORT = 25


def unglue_sentences(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with lines parted where paragraphs and headings were run together."""
    out: list[Piece] = []
    most = 0.6 * sum(len(piece.text) for piece in pieces)
    shouted = _shouted_headings(pieces)
    for piece in pieces:
        cuts = _soft_cuts(piece.text, least=1 if len(piece.text) > most else 3)
        cuts += _heading_cut(piece.text) or shouted.get(piece.start, [])
        out += split_at(piece, cuts) if cuts else [piece]
    return out


def unglue_buttons(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with lines parted where menus, dates and titles were run together."""
    out: list[Piece] = []
    last = len(pieces) - 1
    for place, piece in enumerate(pieces):
        if not piece.cut and is_share_bar(piece.text):
            piece.cut = "share-bar"
        owned = piece.text[0] == "©"  # "© HarborPress" names a house
        whole = bool(piece.cut) or owned
        cuts = [] if whole else _hard_cuts(piece.text, head=place < 12, tail=place > last - 8)
        out += split_at(piece, cuts) if cuts else [piece]
    return out


def soft_joints(text: str) -> list[int]:
    """Return the offsets where a sentence ends and the next begins without a space."""
    found = []
    for match in SOFT.finditer(text):
        token = _TOKEN_START.search(text, max(0, match.start() - 60), match.start())
        before = token.group() if token else ""
        if not any(mark in before for mark in ("/", "@", "www")):
            found.append(match.end())
    return found


def _soft_cuts(text: str, least: int) -> list[int]:
    """Return the soft joints of a line that is run together.

    One missing space is a slip of the typist; three in a line, or any where one line is nearly
    the whole file, are lost paragraph breaks.
    """
    joints = soft_joints(text)
    return joints if len(joints) >= least else []


def _hard_cuts(text: str, *, head: bool, tail: bool) -> list[int]:
    short = len(text) <= _EDGE and words(text) <= _SHORT
    if not (head or tail or short):
        return []
    cuts: list[int] = []
    if short:
        return _joints(text, 0, len(text))
    if head:
        cuts = _run_from_start(_joints(text, 0, _EDGE))
    if tail:
        late = _joints(text, max(0, len(text) - _EDGE), len(text))
        cuts += late if len(late) >= 2 else []
    return cuts


def _run_from_start(joints: list[int]) -> list[int]:
    """Return the joints when at least two stand near the start: one may be an odd name."""
    return joints if len(joints) >= 2 and joints[0] <= 250 else []


def _joints(text: str, start: int, end: int) -> list[int]:
    whole = load().glued_names
    found: list[int] = []
    odd: dict[str, list[int]] = {}
    ends = {match.start() for match in _SEAM.finditer(text, start, end)}
    if "19" in text or "20" in text:
        ends.update(match.end() for match in _DATED.finditer(text, start, end))
    for at in sorted(ends):
        left = re.search(r"\w*$", text[max(0, at - 40) : at])
        right = re.match(r"\w*", text[at : at + 40])
        before, behind = (left.group() if left else ""), (right.group() if right else "")
        if before and text[at - 1].isalpha() and len(before) < 4:
            continue
        if (before + behind).casefold() in whole or _DOMAIN.match(text, at):
            continue
        found.append(at)
        if not _is_seam(before, behind):
            odd.setdefault(before + behind, []).append(at)
    if len(odd) == 1 and len(found) == len(*odd.values()) and is_prose(text[start:end]):
        return []
    return found


def _is_seam(before: str, behind: str) -> bool:
    """Tell whether two halves of a word are words of their own: `PrintShare`, `LatestThe`.

    One other word with a capital inside it, in running text, is a name (BrahMos, AstraZeneca).
    """
    known = load()
    buttons = known.share_words | known.menu_words | known.section_words
    halves = {before.casefold(), behind.casefold()}
    return (
        not (before + behind).isalpha()
        or bool(halves & buttons)
        or behind.casefold() in name_lists().openers
    )


def _shouted_headings(pieces: list[Piece]) -> dict[int, list[int]]:
    """Return where headings in capitals end that are run into paragraphs, by paragraph.

    A newspaper prints the first words of a text in capitals, once, and goes on in mid-sentence; a
    speaker's name comes again. Two different runs, each before the begin of a sentence, are
    headings; one that is the word for a part of a text is one by itself.
    """
    found = {
        piece.start: match
        for piece in pieces
        if piece.text[:2].isupper()
        and is_prose(piece.text)
        and (match := _SHOUTED.match(piece.text))
    }
    known = load().section_words
    runs = [match["run"] for match in found.values()]
    several = len(set(runs)) == len(runs) and sum(map(_is_long, runs)) > 1
    return {
        start: [match.end("run")]
        for start, match in found.items()
        if match["run"].casefold().strip(" :.") in known or (several and _is_long(match["run"]))
    }


def _is_long(run: str) -> bool:
    """Tell whether a run of capitals is more than a place or an acronym."""
    return words(run) > 1 and len(run) >= _LEAST_SHOUTED and max(map(len, run.split())) > 4


def _heading_cut(text: str) -> list[int]:
    """Return the place where a heading of a known kind is glued to its first sentence."""
    known = load().section_words
    match = re.match(r"([A-Z][a-z]{4,14})(?=[A-Z“][a-z“’]+[ ,])", text)
    return [match.end()] if match and match.group(1).casefold() in known else []
