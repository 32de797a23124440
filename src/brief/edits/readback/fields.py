"""The instruction of a field in, what its result is out: a link, the mark of a note, or words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brief.edits.readback.xml import ours

_NOTE = re.compile(r"\s*(?:NOTEREF\s+|HYPERLINK\s+\\l\s+\"(?=_b))([^\s\"]+)")
"""A mark that repeats a note, also where a program makes a field of the link to it."""
_NUMBER = re.compile(r"(\D*)(\d*)(.*)", re.DOTALL)
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]*)"')


@dataclass(slots=True)
class Field:
    """A field that has begun and not yet ended."""

    instruction: str = ""
    shown: bool = False
    """True once its instruction has ended and its result follows."""
    link: str = ""
    note: str = ""
    """Bookmark of the note that it marks."""
    numbered: bool = False
    """True once the number of that note was read."""
    passed: bool = False
    """True once it has ended, and a person's words follow."""

    def begin_result(self) -> None:
        """Find out what the instruction says, now that it has ended."""
        self.shown = True
        link, note = _LINK.match(self.instruction), _NOTE.match(self.instruction)
        self.link = link[1] if link else ""
        self.note = (ours(note[1]) or note[1]) if note else ""

    def beyond(self, text: str) -> str:
        """Return what of the text of a note mark is not its number, be that in several runs."""
        before, number, after = _match(text)
        self.passed = self.passed or (self.numbered and bool(before))
        if self.passed:
            return text
        self.numbered = self.numbered or bool(number)
        self.passed = bool(number and after)
        return before + after


def _match(text: str) -> tuple[str, str, str]:
    found = _NUMBER.match(text)
    assert found is not None
    return found[1], found[2], found[3]


def shown(fields: Sequence[Field], text: str) -> str:
    """Return what a text inside fields shows: nothing in an instruction, no number of a note.

    What a person typed into the mark of a note is words.
    """
    if not all(field.shown for field in fields):
        return ""
    for field in fields:
        text = field.beyond(text) if field.note else text
    return text
