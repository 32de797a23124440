"""Elements in, what they are called and hold out: the reader's small questions to the XML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.edits.readback.archive import Element, W

CHARACTERS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "ptab": "\t",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
"""Elements of a run that stand for a character."""
DROPPED = ("del", "moveFrom")
"""Tracked changes whose content is on its way out."""
_COPY = re.compile(r"(_b[0-9a-f]{20})(?:_Copy_\d+)?$")
"""A bookmark of ours; LibreOffice marks the second of two of one name as a copy."""


def local(element: Element) -> str:
    """Return the name of an element without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def inside(parent: Element, name: str) -> Iterator[Element]:
    """Yield the children of a name, those inside wrappers too."""
    for child in parent:
        if local(child) == name:
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from inside(child, name)


def choice(element: Element) -> Element:
    """Return the first branch of an alternative that has content, or the element itself."""
    branches = [child for child in element if local(child) in ("Choice", "Fallback")]
    return branches[0] if branches else element


def is_placeholder(control: Element) -> bool:
    """Return whether a control shows a prompt because its own text was deleted."""
    properties = control.find(f"{W}sdtPr")
    return properties is not None and properties.find(f"{W}showingPlcHdr") is not None


def mark_deleted(paragraph: Element) -> bool:
    """Return whether the end of a paragraph was deleted or moved away under tracking."""
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return marks is not None and any(marks.find(f"{W}{n}") is not None for n in DROPPED)


def all_deleted(element: Element) -> bool:
    """Return whether all runs of an element are deleted, or moved away, under tracking."""
    gone = [change for name in DROPPED for change in element.iter(f"{W}{name}")]
    runs = list(element.iter(f"{W}r"))
    return bool(gone) and len(runs) == sum(len(list(one.iter(f"{W}r"))) for one in gone)


def ours(name: str) -> str:
    """Return the name of a bookmark of ours, empty for any other."""
    found = _COPY.match(name)
    return found[1] if found else ""


def symbol(element: Element) -> str:
    """Return the character of a `w:sym`; nothing for one that only its font knows."""
    code = element.get(f"{W}char", "")
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if element.get(f"{W}font", "").lower() == "wingdings" and number & 0xFF in _WINGDINGS:
        return _WINGDINGS[number & 0xFF]
    return chr(number) if 32 <= number < 0xD800 else ""


_WINGDINGS = {0xE0: "→", 0xDF: "←", 0xF3: "⇔", 0xE8: "➔", 0xFC: "✓", 0xFB: "✗", 0xA7: "▪"}
"""What Word makes of `-->` and the like, and the ticks that people choose."""


def said_otherwise(name: str, marks: frozenset[str]) -> bool:
    """Return whether formatting is part of what we say otherwise: links are underlined."""
    return name == "u" and any(mark.startswith("link:") for mark in marks)
