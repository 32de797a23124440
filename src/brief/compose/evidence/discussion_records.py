"""A sentence and those before it in, whose view it tells where its words alone do not say so, out.

The record of a discussion reports: what stands beside views of its speakers is a view heard there,
unless the record says that it speaks for itself. What an author sets out as the case of the other
side is not his, and a doubt that `was voiced` is somebody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from brief.compose.evidence.line import Line

RECORD = 0.4
"""Share of sentences of unnamed speakers from which an unsigned text is the record of a discussion.
"""
ONE_VIEW = "one line of argument"
"""Whose a condition is in such a record."""
HEARD = "those who took part"
"""Whose view a sentence is that stands in such a record among views of its speakers."""
UNNAMED = "unnamed observers"
"""Whose a doubt is that was voiced."""
_CONDITION = re.compile(
    r"(?:(?:Alternatively|In contrast|Conversely|By contrast|On the other hand),\s+)?[Ii]f\b"
)
_ITSELF = re.compile(
    r"\b(?:the|this) (?:text|article|synopsis|essay|author|piece|paper|report|summary|record|note) "
    r"(?:\w+ly )?\w+s\b|\baccording to (?:the|this) (?:text|synopsis|report|summary)\b|"
    r"\bits own \w+|\bin this (?:synopsis|summary|report)\b|\bwe\b|^it adopts\b",
    re.IGNORECASE,
)
"""Words by which a sentence is the record's own: `the text warns`, `its own conclusion`."""
_SELF = re.compile(r"(?:the|this) (?:text|synopsis|summary|report|record|note)\b", re.IGNORECASE)
"""What a record calls itself."""
_SPEAKERS = re.compile(
    r"(?:some|many|most|several|few|one|an?|another|others?|participants?|speakers?|voices|"
    r"presenters?|panelists?|discussants?|(?:the )?(?:skeptics|sceptics|doubters|optimists|"
    r"pessimists|critics|enthusiasts)|counter-arguments|these|those)\b",
    re.IGNORECASE,
)
"""How a record calls its speakers, who are not named."""
_AIRED = re.compile(
    r"(?:Serious |Strong |Some |Many |Several |Deep |Such |Similar |Other |Further |The )?"
    r"(?:doubts?|concerns?|fears?|hopes?|views?|worr(?:y|ies)|objections?|criticisms?|warnings?|"
    r"suspicions?|complaints?|ske?pticism|scepticism|optimism|pessimism|confidence|misgivings|"
    r"opinions?|expectations?|arguments?)\b[^,;]{0,60}?\s(?:was|were|is|are|has been|have been) "
    r"(?:\w+ly )?(?:also )?(?:voiced|raised|expressed|aired|heard|put forward|advanced|shared)\b",
    re.IGNORECASE,
)
_OTHER_SIDE = re.compile(
    r"\b(?:case|arguments?|reasons?|reasoning|position|view) (?:of|for|on) the (?:other|opposite|"
    r"opposing) side\b|\b(?:case|arguments?|reasoning|position) of (?:the |its |his |her |their )?"
    r"(?:opponents|critics|proponents|advocates|supporters|believers|optimists|pessimists|"
    r"ske?ptics|sceptics)\b",
    re.IGNORECASE,
)
"""What announces that the rest of the passage is not what its author holds."""


def record_of(lines: Sequence[Line], authors: Sequence[str]) -> bool:
    """Tell whether a text is the record of a discussion: of no author, and largely of its speakers.

    These are not named: an unsigned text that quotes officials and answers them speaks for itself.
    """
    told = sum(not line.own and _SPEAKERS.match(line.voice) is not None for line in lines)
    return not authors and len(lines) > 1 and told >= RECORD * len(lines)


def heard(line: Line, every: Sequence[Line]) -> Line:
    """Return a sentence of such a record with whose view it is."""
    if _ITSELF.search(line.text):
        itself = _SELF.match(line.voice) or line.text.startswith("Its own")
        return replace(line, voice="author") if itself else line
    if line.own and _CONDITION.match(line.text):
        return replace(line, voice=ONE_VIEW)
    beside = any(
        one.passage == line.passage and not one.own and _SPEAKERS.match(one.voice) for one in every
    )
    return replace(line, voice=HEARD) if line.own and beside else line


def aired(line: Line) -> Line:
    """Return a sentence that only says what was voiced as the view of somebody unnamed."""
    return replace(line, voice=UNNAMED) if line.own and _AIRED.match(line.text) else line


def conceded(line: Line, case: str) -> Line:
    """Return a sentence of the passage that sets out the other side's case as what is not held.

    `case` is that passage, or empty: see `announces`.
    """
    return replace(line, counter=True, weight=-1.0) if line.own and line.passage == case else line


def announces(line: Line) -> bool:
    """Tell whether what follows a sentence in its passage is the other side's case."""
    return _OTHER_SIDE.search(line.text) is not None
