"""Unit ids in, anchor names out: how each piece of a brief is known again in a finished file.

A *unit* is the smallest piece a person can edit: a heading, a paragraph, a list item, a table
cell, a title, a caption, a note. Its id is its block's id, with `/` and the field's name for
anything but the block's own words: `kj-1`, `fig-2/caption`, `trade/col1`, `note:003-p4`.
"""

from __future__ import annotations

import hashlib
import re

TITLE = "brief/title"
SUBTITLE = "brief/subtitle"
REFERENCES = "brief/references"
"""The heading above the works cited."""
RUNNING = "brief/running"
FOOTER = "brief/footer"
FIRST_RUNNING = "brief/first-running"
FIRST_FOOTER = "brief/first-footer"
"""Head and foot of the first page, where they are not those of the others."""
MARGINS = (RUNNING, FOOTER, FIRST_RUNNING, FIRST_FOOTER)
NOTICE = "edited-by-hand"
"""The paragraph of ours that says how many blocks a person edited."""
NOTICE_COUNT = "n:edited-by-hand"
"""Id of its number in the ledger."""
DAY = "date:brief"
"""Id of the brief's own date in the ledger."""
REMARK_AUTHOR = "brief: please check"
"""Author of the comments that tell an editor about a conflict, as against the evidence."""
EVIDENCE_AUTHOR = "brief"
"""Author of the comments that give the evidence of a note."""
PROPERTY = "brief.audience"
"""Document property that says whose draft a file is."""
FORM_PROPERTY = "brief.form"
VERSION_PROPERTY = "brief.version"
"""Name of the document property that says which version of ours a draft was written from."""
ORIGIN = "urn:brief:origin"
"""Name of the part of a draft that holds what it was written from."""
QUESTIONS = "questions"
"""Role of a list whose items are questions: in a draft each is a heading and paragraphs."""
MOST_LINES = 9
"""Most paragraphs that an item of a draft is parted in."""
FORM = 1
"""Version of the draft's form: raise it when an older `brief` could not read a new draft."""

INITIALS = 9
"""Most characters of the initials of who comments (ECMA-376, part 1, 17.13.4.2)."""

_LINKABLE = re.compile(r"(?i)(https?|mailto|doi):")
_MARK = re.compile("_b[0-9a-f]{20}")
_FORBIDDEN = re.compile("[^\t\n -\ud7ff\ue000-\ufffb\ufffd\U00010000-\U0010ffff]")


def linkable(address: str) -> bool:
    """Return whether an address is one that a finished file may lead to."""
    return _LINKABLE.match(address) is not None


def note_unit(note: str) -> str:
    """Return the unit id of the note with this id."""
    return f"note:{note}"


def alt_unit(picture: str) -> str:
    """Return the unit id of the words that stand for an exhibit or a picture."""
    return f"{picture}/alt"


def line_units(item: str) -> tuple[str, ...]:
    """Return the names of the lines of an item after the first, where each has a paragraph."""
    return tuple(f"{item}/{number}" for number in range(2, MOST_LINES + 1))


def reference_unit(reference: str) -> str:
    """Return the unit id of the reference with this id."""
    return f"ref:{reference}"


def mark(unit: str) -> str:
    """Return a name for the unit that any format takes as an anchor, at most 40 characters."""
    return "_b" + hashlib.sha256(unit.encode("utf-8", "replace")).hexdigest()[:20]


def initials(unit: str) -> str:
    """Return what stands for the unit in the initials of a comment of ours."""
    return mark(unit)[:INITIALS]


def is_mark(name: str) -> bool:
    """Return whether a name is one that `mark` makes."""
    return _MARK.fullmatch(name) is not None


def clean(text: str) -> str:
    """Return the text without characters that no XML file can hold (controls, surrogates)."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
