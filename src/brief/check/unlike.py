"""Two texts in; the words around the place where they part, with signs that nobody sees named."""

from __future__ import annotations

import re
import unicodedata

from brief.check.places import short

UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2010\u2011\u2060\ufe0e\ufe0f-]+")
"""Blanks, hyphens and what only joins or parts letters: lines break at the first two, fonts draw
two hyphens with one glyph, and of the last a PDF holds nothing."""
_SIGNS = re.compile(
    "[\u00a0\u00ad\u2010\u2011\u2000-\u200f\u202a-\u202f\u2060-\u206f\ufe0e\ufe0f\ufeff]"
)
"""Signs that look like another, or like nothing, in most fonts."""
_BEFORE = 25
"""Characters shown before the first that differs, back to the start of a word."""


def altered(wanted: str, found: str, by: str = "its evidence") -> str:
    """Return where two texts part, with some words around; `by` is what has the true one."""
    ours, theirs = (
        _parted(_seen(wanted), _seen(found))
        or _parted(_all(wanted), _all(found))
        or (
            len(wanted),
            len(found),
        )
    )
    left, right = _from(wanted, ours), _from(found, theirs)
    odd = {*_SIGNS.findall(left)} ^ {*_SIGNS.findall(right)}
    odd |= _foreign(wanted[ours : ours + 1], found[theirs : theirs + 1])
    return f"the file says “{short(_named(right, odd))}”, {by} “{short(_named(left, odd))}”."


def _parted(ours: list[tuple[str, int]], theirs: list[tuple[str, int]]) -> tuple[int, int] | None:
    """Return the places of the first characters that differ; `None` where none does."""
    for (one, at), (other, there) in zip(ours, theirs, strict=False):
        if one != other:
            return at, there
    if len(ours) == len(theirs):
        return None
    shared = min(len(ours), len(theirs))
    return _place(ours, shared), _place(theirs, shared)


def _place(characters: list[tuple[str, int]], at: int) -> int:
    if at < len(characters):
        return characters[at][1]
    return characters[-1][1] + 1 if characters else 0


def _seen(text: str) -> list[tuple[str, int]]:
    """Return the characters that count, with their places."""
    return [(char, at) for char, at in _all(text) if not UNSEEN.match(char)]


def _all(text: str) -> list[tuple[str, int]]:
    return [(char, at) for at, char in enumerate(text)]


def _from(text: str, at: int) -> str:
    """Return a text from some words before a place in it."""
    return text[text.rfind(" ", 0, max(0, at - _BEFORE)) + 1 :]


def _foreign(one: str, other: str) -> set[str]:
    """Return the letter of two that is not Latin where the other is: both may look the same."""
    scripts = {char: unicodedata.name(char, "").partition(" ")[0] for char in (one, other) if char}
    if len({*scripts.values()}) < 2 or "LATIN" not in scripts.values():
        return set()
    return {char for char, script in scripts.items() if char.isalpha() and script != "LATIN"}


def _named(text: str, odd: set[str]) -> str:
    return "".join(f"[U+{ord(char):04X}]" if char in odd else char for char in text)
