"""Phrases of a list in, a test of sentences out.

The phrase language is that of `brief.vocabulary.words`: `a/b` is either word, `alli*` any ending,
`..` a gap of up to three words; hyphens count as blanks; a phrase never runs across a comma or a
stop. A word with a capital asks for it (`Abe`), any other matches in any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

_BLANK = r"[\s\u2010-\u2012-]+"
_GAP = r"(?:[^\W_][\w’'.-]*[\s-]+){0,3}?"
_NEGATORS = re.compile(
    r"(?:\b(?:not|no|never|neither|nor|hardly|cannot|without|little)\b|n[’']t\b)"
    r"(?:[\s-]+[\w’'-]+){0,2}[\s-]+$",
    re.IGNORECASE,
)


class Phrases:
    """A list of phrases."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._each = [(_compiled(phrase), _hints(phrase)) for phrase in phrases]

    def count(self, text: str) -> int:
        """Return how many different phrases stand in a sentence."""
        return sum(1 for _ in self._found(text))

    def polarity(self, text: str) -> tuple[int, int]:
        """Return how many stand in it plainly, and how many right after a negation."""
        plain = negated = 0
        for found in self._found(text):
            if _NEGATORS.search(text[: found.start()]):
                negated += 1
            else:
                plain += 1
        return plain, negated

    def _found(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where each phrase stands first; a plain look spares most of the searches."""
        small = text.lower()
        for phrase, hints in self._each:
            if any(hint in small for hint in hints) and (found := phrase.search(text)):
                yield found


@cache
def _hints(phrase: str) -> tuple[str, ...]:
    """Return letters one of which stands in every text that has the phrase."""
    first = next(word for word in phrase.split() if word != "..")
    return tuple(re.split(r"[-'*]", form.lower(), maxsplit=1)[0] for form in first.split("/"))


@cache
def _compiled(phrase: str) -> re.Pattern[str]:
    pattern = ""
    for word in phrase.split():
        if word == "..":
            pattern += _GAP
        else:
            pattern += _word(word) + _BLANK
    return re.compile(rf"(?<!\w){pattern.removesuffix(_BLANK)}(?!\w)")


def _word(word: str) -> str:
    """Return a pattern for one word of a phrase, its hyphens as blanks."""
    return f"(?:{'|'.join(_form(form) for form in word.split('/'))})"


def _form(form: str) -> str:
    stem = form.rstrip("*")
    body = _BLANK.join(re.escape(part) for part in stem.split("-"))
    body = body.replace("'", "[’']")
    ending = r"[\w’'-]*" if form.endswith("*") else ""
    return f"{body}{ending}" if any(map(str.isupper, stem)) else f"(?i:{body}{ending})"
