"""Pieces in, headings, list items and quotations labelled, by their shape on the page.

Plain text has no markup: a heading is a short line without a final stop that stands before
running text; a list item begins with a bullet or a number that goes on from the line above.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from brief.readers import signs
from brief.readers.pieces import Piece, ends_sentence, has_inner_stop, is_prose, words

BULLET = re.compile(r"(?:[•·▪◦●‣■□➢➤✓*–—-]\s+|[•▪◦●‣■□➢➤✓]|\*(?=[^\W\d_]))")
_NUMBER = re.compile(r"\(?(\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+(?=\S)")
_NUMBERED_HEADING = re.compile(
    r"(?:(?P<d>\d{1,2}(?:\.\d{1,2})*)[.)]?|(?P<r>[IVX]{1,5})[.)]|(?P<a>[A-H])[.)]"
    r"|(?:Part|Chapter|Section)\s+(?:\d+|[IVX]+|One|Two|Three|Four|Five)[.:]?)\s+\S"
)
_HASH = re.compile(r"(#{1,6})\s+(?=\S)")
_QUOTED = re.compile(r"[“«„\"]([^“”«»„\"]{40,})[”»\"]\.?$", re.DOTALL)
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
# "Kovac: ", "Haddad, River Post: "
_TURN = re.compile(r"([A-Z][\w.’' -]{0,40}(?:, [A-Z][\w.’'& -]{1,40})?):\s+\S")
# Longest heading seen in 200 policy papers has 17 words; longer lines are sentences.
_MOST_WORDS = 18
# So many words in small letters right below a title or heading say more than a heading does.
_STANDFIRST = 10


def label(pieces: Sequence[Piece]) -> None:
    """Set the kind of each piece of one article that stays and is still a paragraph."""
    live = [piece for piece in pieces if not piece.cut]
    speakers = speakers_of(live)
    below = itertools.pairwise(pieces)
    parted = {one.start for one, other in below if other.cut == "site-name"}
    titled = any(piece.cut == "title" for piece in pieces)
    for place, piece in enumerate(live):
        if piece.kind != "paragraph" or speaker(piece.text) in speakers:
            continue
        after = live[place + 1] if place + 1 < len(live) else None
        before = live[place - 1] if place else None
        headed = before.kind == "heading" if before else titled
        if piece.start in parted:
            continue  # the outlet stands between a standfirst and the text
        said = headed and _is_standfirst(piece.text)
        if not said and is_heading(piece, before, after):
            piece.kind = "heading"
            piece.level = heading_level(piece.text)
        elif BULLET.match(piece.text):
            piece.kind = "item"
        elif _QUOTED.match(piece.text) and words(piece.text) >= 12:
            piece.kind = "quotation"
    _label_numbered(live)
    _label_rows(live)


def speaker(text: str) -> str:
    """Return who speaks in a turn of a transcript (`Question: ...?`), "" when it is no turn."""
    match = _TURN.match(text) if ends_sentence(text) else None
    return match.group(1).casefold() if match else ""


def speakers_of(live: Sequence[Piece]) -> set[str]:
    """Return those of a conversation who speak twice or more."""
    counts = Counter(speaker(piece.text) for piece in live)
    return {name for name, count in counts.items() if name and count > 1}


def is_heading(piece: Piece, before: Piece | None, after: Piece | None) -> bool:
    """Tell whether a piece is a heading, from its shape and its neighbors."""
    text = piece.text
    if _HASH.match(text):
        return words(text) <= 30
    if len(text) > 200 or words(text) > _MOST_WORDS or after is None or after.kind == "note":
        return names_section(text)
    if names_section(text):
        return True
    numbered = _NUMBERED_HEADING.match(text) and _NUMBERED_HEADING.match(after.text)
    if not _headed(after) and not numbered:
        return False
    if BULLET.match(text) or not _opens(text) or has_inner_stop(text):
        return False
    if before is not None and before.block == piece.block and _unfinished(before):
        return False
    if text[-1] in ".;,!…":
        return (
            text[-1] in ".!"
            and is_titled(text)
            and words(text) >= 2
            and _stands_apart(piece, before, after)
        )
    # "They gave these reasons:" announces a list.
    return text[-1] != ":" or words(text) <= 2 or is_titled(text)


def _is_standfirst(text: str) -> bool:
    """Tell whether a line below a title or heading is a sentence that lacks only its stop."""
    plain = words(text) >= _STANDFIRST and not is_titled(text) and heading_level(text) == 0
    return plain and not text.isupper() and text[-1] not in ":?"


def _headed(after: Piece) -> bool:
    """Tell whether the piece below can stand under a heading."""
    return is_prose(after.text) or bool(BULLET.match(after.text)) or words(after.text) >= 8


def _unfinished(before: Piece) -> bool:
    return before.kind == "paragraph" and before.text[-1] in ",;–—-"


def _stands_apart(piece: Piece, before: Piece | None, after: Piece | None) -> bool:
    own = piece.block
    return (before is None or before.block != own) and (after is None or after.block != own)


def _opens(text: str) -> bool:
    first = text.lstrip("“‘\"'«(¿[")[:1]
    return bool(first) and (first.isupper() or first.isdigit() or not first.islower())


def names_section(text: str) -> bool:
    """Tell whether a line is the word for a part of a text: `1. Introduction`."""
    bare = re.sub(r"^[\dIVX.]+[.)\s]+", "", text).strip(" .:?*_#").casefold()
    return bare in signs.load().section_words


def is_titled(text: str) -> bool:
    """Tell whether the long words of a line are capitalized, as in a title."""
    small = signs.load().small_words
    longs = [word for word in _WORD.findall(text) if word.casefold() not in small]
    capital = sum(word[0].isupper() for word in longs)
    return len(longs) >= 2 and capital >= 0.8 * len(longs)


def heading_level(text: str) -> int:
    """Return the depth a heading's own number or hashes show; 0 when it shows none."""
    hashes = _HASH.match(text)
    if hashes:
        return len(hashes.group(1))
    match = _NUMBERED_HEADING.match(text)
    if not match:
        return 0
    if match.group("d"):
        return match.group("d").count(".") + 1
    return 2 if match.group("a") else 1


def _label_numbered(live: Sequence[Piece]) -> None:
    """Label runs of lines numbered 1, 2, 3 (or a, b, c) as items."""
    last: tuple[str, Piece] | None = None
    for piece in live:
        match = _NUMBER.match(piece.text) if piece.kind == "paragraph" else None
        if not match:
            last = last if piece.kind == "paragraph" else None
            continue
        own = match.group(1)
        if last and _follows(last[0], own):
            last[1].kind = piece.kind = "item"
        last = (own, piece)


def _follows(one: str, other: str) -> bool:
    if one.isdigit() and other.isdigit():
        return int(other) == int(one) + 1
    romans = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
    if one in romans and other in romans and romans.index(other) == romans.index(one) + 1:
        return True
    return len(one) == len(other) == 1 and ord(other) == ord(one) + 1


def _label_rows(live: Sequence[Piece]) -> None:
    """Label runs of three or more short lines without a stop as items: rows of a table or list."""
    run: list[Piece] = []
    for piece in [*live, None]:
        short = piece and piece.kind in ("paragraph", "heading") and words(piece.text) <= 8
        if piece and short and piece.text[-1] not in ".!?:" and not _HASH.match(piece.text):
            run.append(piece)
            continue
        if len(run) >= 3:
            last_is_heading = run[-1].kind == "heading" and run[-1].block != run[-2].block
            for row in run[:-1] if last_is_heading else run:
                row.kind, row.level = "item", 0
        run = []
