"""The runs before a note mark in, those of the claim that it backs out: where its comment stands.

The claim reaches back to the last mark or the start of its sentence, without the comma, bracket or
"and" that joins it to what came before. Where only such scraps follow the last mark, the comment
stands on them all the same: between two notes there is nothing else.
"""

from __future__ import annotations

import re

from brief.writers.docx.cutting import characters, cut
from brief.writers.docx.oxml import Element, qn

_SENTENCE = re.compile(r".*[.!?][”’\"')»]*\s+(?=\S)", re.DOTALL)
_JOINT = re.compile(r"[\s,;:.)\]–—]*(?:(?:and|or|but|while|though)\s+)?")
_WORD = re.compile(r"\w")


def claim(made: list[Element]) -> tuple[list[Element], list[Element]]:
    """Return what stands before the claim, and the runs of the claim, which end the paragraph."""
    at = len(made)
    while at and _is_text(made[at - 1]):
        at -= 1
    before, words = made[:at], made[at:]
    text = "".join(map(characters, words))
    start = _start(text)
    return _split(before, words, start) if _WORD.search(text[start:]) else (before, words)


def _start(text: str) -> int:
    sentence = _SENTENCE.match(text)
    start = sentence.end() if sentence else 0
    joint = _JOINT.match(text, start)
    return joint.end() if joint else start


def _split(
    before: list[Element], words: list[Element], start: int
) -> tuple[list[Element], list[Element]]:
    """Return both parts, the run in which the claim begins parted in two."""
    at = 0
    while start >= (length := len(characters(words[at]))):
        start -= length
        at += 1
    if start:
        words = [*words[: at + 1], cut(words[at], start), *words[at + 1 :]]
        at += 1
    return [*before, *words[:at]], words[at:]


def _is_text(element: Element) -> bool:
    """Tell whether an element is a run of words on one line, and no mark of a note."""
    if element.tag != qn("w:r"):
        return False
    style = element.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    marked = style is not None and "Reference" in style.get(qn("w:val"), "")
    inner = [child.tag for child in element if child.tag != qn("w:rPr")]
    return not marked and bool(inner) and set(inner) == {qn("w:t")}
