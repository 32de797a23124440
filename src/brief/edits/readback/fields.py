"""The instruction of a field in, what its result is out: a link, the mark of a note, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from brief.edits.readback.xml import ours

_NOTE = re.compile(r"\s*(?:NOTEREF\s+|HYPERLINK\s+\\l\s+\"(?=_b))([^\s\"]+)")
"""A mark that repeats a note, also where a program makes a field of the link to it."""
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

    def begin_result(self) -> None:
        """Find out what the instruction says, now that it has ended."""
        self.shown = True
        link, note = _LINK.match(self.instruction), _NOTE.match(self.instruction)
        self.link = link[1] if link else ""
        self.note = (ours(note[1]) or note[1]) if note else ""
