"""What people write into audience files and themes: words to look for, names to print."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field

_MARKED = re.compile(
    r"\*\*|\]\(|```|(?<!\w)__(?=\w)|&(?:[a-z]{2,8}\d?|#\d{2,6}|#x[\da-f]{2,6});", re.I
)
"""Marks of Markdown, and references to characters."""
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What makes letters run the other way than they look."""


def _with_a_word(phrase: str) -> str:
    """Return a phrase; raise where nothing, or nearly every text, could hold it."""
    if not any(char.isalnum() for char in phrase):
        raise ValueError(f"'{phrase}' holds no word to look for")
    if phrase.casefold() in ("not", "no", "never"):
        raise ValueError(f"'{phrase}' is read around each word by itself: leave it out")
    return phrase


def _on_one_line(text: str) -> str:
    """Return what is printed as it stands; raise where it holds what no person reads as words."""
    if found := next((char for char in text if char in "<>{}" or _is_unseen(char)), ""):
        shown = f"a sign of control (U+{ord(found):04X})" if _is_unseen(found) else f"'{found}'"
        raise ValueError(f"it is printed as it stands, and holds {shown}")
    if marked := _MARKED.search(text):
        raise ValueError(f"it is printed as it stands, and holds '{marked[0]}'")
    return text


def _is_unseen(char: str) -> bool:
    """Tell whether a character breaks a line, turns letters round or is none at all."""
    return char in _TURNING or unicodedata.category(char) in ("Cc", "Co", "Cs", "Zl", "Zp")


Phrase = Annotated[str, Field(min_length=2), AfterValidator(_with_a_word)]
"""Words to look for, in the phrase language of `brief.vocabulary.words`."""

Line = Annotated[str, AfterValidator(_on_one_line)]
"""What is printed on one line, as it stands."""
Shown = Annotated[str, Field(min_length=1), AfterValidator(_on_one_line)]
"""What is never empty on a page."""
