"""Words of a source in, the same with its quotation marks and apostrophes set as print has them.

A page of the web writes `"so"` and `it's`; inside a quotation of ours these stand beside curved
ones. Which marks they are changes no word: only what is paired is set.
"""

from __future__ import annotations

import re

_INNER = {"“": ("‘", "’"), "‘": ("“", "”")}
"""What stands inside each outer mark."""
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])|(?<=s)'(?=\s[a-z])")
_DOUBLE = re.compile(r"[\"“”]")
_PAIR = re.compile(r"(?<!\w)[\"“](?=\S)([^\"“”]*)(?<=\S)[\"”](?!\w)")


def set_marks(text: str, outer: str) -> str:
    """Return words that will stand between marks, of which `outer` opens, or bare where empty."""
    text = _whole(text)
    made = text if _single(text) else _APOSTROPHE.sub("’", text)
    opening, closing = _INNER.get(outer, ("“", "”"))
    paired = len(_DOUBLE.findall(made)) == 2 * len(_PAIR.findall(made))
    if not paired or (opening == "‘" and re.search(r"‘|(?<!\w)'", made)):
        return made
    return _PAIR.sub(rf"{opening}\1{closing}", made)


def _whole(text: str) -> str:
    """Return words without a mark at either end whose other half stands in another sentence.

    Of `“We agreed. We signed.”` the first sentence opens what the second closes.
    """
    opens, closes = _OPENS.match(text), _CLOSES.search(text)
    if len(_DOUBLE.findall(text)) != 1 or not (opens or closes):
        return text
    return text[opens.end() :] if opens else text[: closes.start()] if closes else text


_OPENS, _CLOSES = re.compile(r"\s*[\"“](?=\S)"), re.compile(r"(?<=[.!?…])[\"”]\s*$")


def _single(text: str) -> bool:
    """Tell whether a text quotes between straight single marks, which an apostrophe looks like."""
    return re.search(r"(?<![\w.])'\w", text) is not None
