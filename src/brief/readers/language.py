"""A text in, whether it is in English out: other languages are read without sense."""

from __future__ import annotations

import re

_HELPERS = frozenset(["the", "and", "that", "to", "of", "with", "by", "from", "this"])
"""Words that every English text is full of; of other languages each has one or two at most."""
_SURELY_ENGLISH = (" the ", " of ", " and ", " to ")
_LEAST_SHARE = 0.06
"""The share of them in the barest English page seen is half as large again (0.089)."""
_LEAST_WORDS = 40
"""A shorter text may be English without many of them."""
_SOME_WORDS = 20
"""A shorter one may be without any; of 1,262 paragraphs in English with as many none was."""
_FOREIGN_SHARE = 0.02
"""A single paragraph in English may have fewer than a page has; a foreign one has them in names."""
_ADDRESS = re.compile(r"https?://|www\.")
"""What a note on sources holds, which is of names and titles more than of sentences."""
_NOT_LATIN = re.compile(r"[^A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 20_000


def is_english(text: str) -> bool:
    """Tell whether a text is in English, by its script and by the small words in it."""
    words = _WORD.findall(text[:_LOOKED_AT].lower())
    letters = "".join(words)
    if len(_NOT_LATIN.findall(letters)) * 2 > len(letters):
        return False
    helpers = sum(map(_HELPERS.__contains__, words))
    if len(words) < _LEAST_WORDS:
        return bool(helpers) or len(words) < _SOME_WORDS
    return helpers >= _LEAST_SHARE * len(words)


def is_foreign(paragraph: str) -> bool:
    """Tell whether a paragraph of an English text is in another language."""
    folded = paragraph.lower()
    if sum(map(folded.count, _SURELY_ENGLISH)) * 2 >= _FOREIGN_SHARE * (len(folded) + 1):
        return False  # a text of so many letters holds half as many words at most
    words = _WORD.findall(folded)
    helpers = sum(map(_HELPERS.__contains__, words))
    few = len(words) >= _SOME_WORDS and helpers < _FOREIGN_SHARE * len(words)
    return few and not _ADDRESS.search(paragraph)
