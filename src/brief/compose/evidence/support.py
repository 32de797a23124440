"""A listed sentence of ours and a library in; the sentences of sources that it rests on, out.

A phrase may stand in a sentence by chance (`Taiwan` in a list of quarrels). That both speak of one
matter shows where two phrases of the list stand in it, or a word more of the listed sentence;
a list of one phrase says itself that it is enough.
"""

from __future__ import annotations

import re

from brief.compose.evidence.found import Found
from brief.compose.evidence.library import Library
from brief.compose.evidence.line import Line
from brief.compose.evidence.noncommittal import noncommittal
from brief.compose.evidence.phrases import PhrasePatterns, names_one, with_names
from brief.model.audience import Inference

TOUCHING = 2
"""PhrasePatterns of the list, and words of the listed sentence, that a sentence shares with it."""
LONG, STEM = 5, 6
"""Letters of a word that says something, and of those by which two words are one."""
_EMPTY = re.compile(r"(?:c|sh|w)ould|there|these|those|their|which|about|after|befor|other")
"""Words, to so many letters, that say nothing of a matter."""


def supporting_lines(listed: Inference, library: Library, *, asserts: bool = False) -> list[Line]:
    """Return the best sentence of each source that a listed sentence rests on, best first.

    Each names the parties that the listed sentence is about, or takes them up from the sentence
    before. What `asserts` something rests on nothing that a source only reports.
    """
    parties = PhrasePatterns(with_names(("{parties}",), library.question))
    said = _stems(listed.text)
    best: list[tuple[int, Found]] = []
    # without a third matter that it must hold too, it is of the two that a listed sentence speaks
    whom = listed.text if listed.along else f"{listed.text} {{parties}}"
    for hits in library.find(listed.rests_on, listed.along, whom, either=True).values():
        rated = [
            (hit.hits + len(said & _stems(_bare(hit, parties))), hit)
            for hit in hits
            if _may_carry(hit, library, asserts=asserts)
        ]
        if not rated:
            continue
        best.append(max(rated, key=lambda one: (one[0], one[1].score, -one[1].line.start)))
    enough = min(TOUCHING, len(listed.rests_on) + len(listed.along))
    fit = [one for one in best if one[0] >= enough]
    fit.sort(key=lambda one: (not one[1].line.own, -one[0], -one[1].score, one[1].line.ref))
    return [hit.line for _, hit in fit]


def _may_carry(hit: Found, library: Library, *, asserts: bool) -> bool:
    """Tell whether a sentence says whom it is about, and neither asks nor only grants.

    What asserts something asks that it names them itself; else it may take up one of the two.
    """
    line = hit.line
    says = line.weight >= 0 and not line.taken_back and not line.text.rstrip().endswith("?")
    named = hit.stated or (not asserts and names_one(line.text, library.question))
    told = says and not noncommittal(line.text, library.question)
    return told and hit.sure and named and (line.own or not asserts)


def _bare(hit: Found, parties: PhrasePatterns) -> str:
    """Return the words of a sentence without the phrases found in it and the parties' names."""
    text = list(hit.line.text)
    for first, last in (*hit.subject, *parties.spans(hit.line.text)):
        text[first:last] = " " * (last - first)
    return "".join(text)


def _stems(text: str) -> frozenset[str]:
    """Return the words that say something, each by its first letters."""
    found = (word[:STEM] for word in re.findall(rf"[^\W\d_]{{{LONG},}}", text.lower()))
    return frozenset(word for word in found if not _EMPTY.match(word))
