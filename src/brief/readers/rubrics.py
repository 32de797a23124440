"""The lines of a page's head in, whether one is a rubric, a field, a house or a subtitle.

What stands above a title (`The Long View`, `Eastern Europe`, `Any Institute`) and what explains it
right below (`How the ports were lost`) may look like a title too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.readers import kinds, names, shape, signs
from brief.readers.pieces import Piece, words

_WORD = re.compile(r"\w+")
VERB = re.compile(
    r"\b(?:is|are|was|were|will|can|cannot|can.t|should|must|may|might|could|would|has|have|does"
    r"|do|did|says|holds|signs|meets|seeks|urges|warns|vows|rejects|agrees|wants|visits|hosts|joins"
    r"|launches|announces|tells|becomes|won.t|isn.t|aren.t|doesn.t|don.t)\b"
    r"|\b(?:looks?|seems?|appears?) (?:to|set|like|as)\b"
)
# "How Moscow Learned to Wait" may be a subtitle.
_QUESTION = re.compile(r"(?:how|why|what|when|where|who|and|the|a|an)\b", re.IGNORECASE)
_EXPLAINS = re.compile(r"(?:how|why|what|and why|and how)\b", re.IGNORECASE)
# "Northern Union External Action", "Permanent Mission"
_OFFICE = re.compile(
    r"(?:[A-Z][\w’'-]* (?:of |for |to |and )?(?:the )?){1,5}(?:Action|Service|Secretariat"
    r"|Delegation|Mission|Presidency|Office|Authority|Directorate|Headquarters)$"
)
# "The Levant Near You", "Your Window on the Sahel": what a site says of itself.
_MOTTO = re.compile(r"(?:[^?:]{2,40} (?:near|around) you|your [^?:]{3,60})$", re.IGNORECASE)
_ARTICLES = ("THE ", "A ", "AN ")
_LONGEST_RUBRIC = 3
_LEAST_STANDFIRST = 7
_LONG_STANDFIRST = 12
# A line of so many words in small letters is no rubric or motto of the site.
LONG_TITLE = 8
# So many where it opens as a title does: "How the two ports were lost".
_EXPLAINING = 5
_LEAST_WORD = 5
_OPENING = 800


def is_rubric_like(text: str) -> bool:
    """Tell whether a line is rather the name of a part of the site than a title."""
    count = words(text)
    small = {word.casefold() for word in _WORD.findall(text)} & signs.load().small_words
    plain = not (small or VERB.search(text)) and text[-1] not in "?!" and ":" not in text
    return count <= 2 or (count <= _LONGEST_RUBRIC + 1 and plain) or is_topic(text)


def is_rubric(upper: str, lower: str) -> bool:
    """Tell whether a line is a rubric above a title, not a title above its subtitle."""
    count = len(_WORD.findall(upper))
    if count > _LONGEST_RUBRIC or words(lower) <= count:
        return False
    return is_topic(upper) or not _QUESTION.match(lower)


def is_topic(text: str) -> bool:
    """Tell whether a line only names a field or a region: `Eastern Europe and Eurasia`."""
    topics = names.load().not_names | signs.load().small_words | signs.load().menu_words
    plain = text[-1] not in "?!:" and not VERB.search(text)
    return plain and all(word.casefold() in topics for word in _WORD.findall(text))


def is_subtitle(zone: Sequence[Piece], piece: Piece, able: Sequence[Piece]) -> bool:
    """Tell whether a line explains the title right above it: `How the ports were lost`."""
    place = next(i for i, other in enumerate(zone) if other is piece)
    above = zone[place - 1] if place else None
    titled = above in able and above is not None and words(above.text) > 1
    if not titled or above is None or is_rubric(above.text, piece.text):
        return False
    if _opens_standfirst(above, piece):
        return True
    if words(piece.text) >= _LEAST_STANDFIRST and not shape.is_titled(piece.text):
        least = _EXPLAINING if _EXPLAINS.match(above.text) else LONG_TITLE
        long = least <= words(above.text) <= words(piece.text)
        return (long or shape.is_titled(above.text)) and not is_kicker(above.text)
    return bool(_EXPLAINS.match(piece.text)) and not piece.text.endswith("?")


def told(zone: Sequence[Piece], below: Piece | None) -> Piece | None:
    """Return the first line of a page if it is in capitals and a title: `THE HARBOR PACT`.

    It has an article, and the long line below it or the text says a word of it that no field is
    named by; `THE BIG READ` is a rubric.
    """
    loud = zone[0] if len(zone) > 1 else None
    if loud is None or not (loud.text.isupper() and loud.text.startswith(_ARTICLES)):
        return None
    lower = zone[1].text
    if words(lower) < LONG_TITLE or names.is_organization(loud.text):
        return None
    text = f"{lower} {below.text[:_OPENING] if below else ''}"
    said = {word for word in _WORD.findall(text.casefold()) if len(word) >= _LEAST_WORD}
    said -= names.load().not_names | signs.load().menu_words
    return loud if any(word in said for word in _WORD.findall(loud.text.casefold())) else None


def is_office(text: str) -> bool:
    """Tell whether a line is the name of a part of a government: `Permanent Mission`."""
    return _OFFICE.match(text) is not None


def _opens_standfirst(above: Piece, piece: Piece) -> bool:
    """Tell whether a line is a whole sentence below a title that is half as long or less."""
    count = words(above.text)
    long = words(piece.text) >= _LONG_STANDFIRST and 2 < count <= words(piece.text) / 2
    return long and not is_label(above.text)


def is_label(text: str) -> bool:
    """Tell whether a line is what stands above a title: a house, a rubric, a field, an occasion."""
    return is_kicker(text) or is_topic(text) or kinds.names_kind(text)


def is_kicker(text: str) -> bool:
    """Tell whether a line is rather the site's name or a rubric than a title."""
    short = words(text) <= 6
    house = names.is_organization(text) or is_office(text)
    house = house and shape.is_titled(text) and words(text) <= 10
    shouted = text.isupper() and words(text) <= 3
    return house or shouted or is_motto(text) or (short and text[0].islower())


def is_motto(text: str) -> bool:
    """Tell whether a line says what a site is to its reader: `The Levant Near You`."""
    return _MOTTO.match(text) is not None


def is_sectioned(text: str) -> bool:
    """Tell whether a line opens with a part of the site and a bar: `Podcasts | The Long View`."""
    part, bar, _ = text.partition(" | ")
    return bool(bar) and part[-1:] == "s" and part.casefold() in signs.load().menu_words
