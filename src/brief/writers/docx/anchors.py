"""The runs before a note mark in, those of the claim that it backs out: where its comment stands.

The claim reaches back to the last mark or the start of its sentence, without the comma, bracket or
"and" that joins it to what came before. Where only such scraps follow the last mark, the comment
stands on them all the same: between two notes there is nothing else.
"""

from __future__ import annotations

import re
from copy import deepcopy

from brief.writers.docx.oxml import XML, Element, qn

_SENTENCE = re.compile(r".*[.!?][”’\"')»]*\s+(?=\S)", re.DOTALL)
_JOINT = re.compile(r"[\s,;:.)\]–—]*(?:(?:and|or|but|while|though)\s+)?")
_WORD = re.compile(r"\w")


def claim(made: list[Element]) -> tuple[list[Element], list[Element]]:
    """Return what stands before the claim, and the runs of the claim, which end the paragraph."""
    at = len(made)
    while at and _is_text(made[at - 1]):
        at -= 1
    before, words = made[:at], made[at:]
    text = "".join(map(_text, words))
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
    before = list(before)
    for number, run in enumerate(words):
        length = len(_text(run))
        if start < length or (start == 0 and length == 0):
            if start:
                before.append(_cut(run, 0, start))
                run = _cut(run, start, length)
            return before, [run, *words[number + 1 :]]
        before.append(run)
        start -= length
    return before, []


def _is_text(element: Element) -> bool:
    """Tell whether an element is a run of words on one line, and no mark of a note."""
    if element.tag != qn("w:r"):
        return False
    style = element.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    marked = style is not None and "Reference" in style.get(qn("w:val"), "")
    inner = [child.tag for child in element if child.tag != qn("w:rPr")]
    return not marked and bool(inner) and set(inner) == {qn("w:t")}


def _text(run: Element) -> str:
    return "".join(child.text or "" for child in run.iter(qn("w:t")))


def _cut(run: Element, start: int, end: int) -> Element:
    """Return the run with a part of its words, in the same look."""
    made = deepcopy(run)
    first, *others = made.findall(qn("w:t"))
    first.text = _text(run)[start:end]
    first.set(f"{{{XML}}}space", "preserve")
    for other in others:
        made.remove(other)
    return made
