"""Sentences in, the quotations that run over several of them out, and who is named at their end.

`“We trust them. We always did,” said Ana Soto.` is all hers, though the first sentence does not
say so; a quotation may go on in the next paragraph, which then opens it anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.engines.rules.cues import Attribution
from brief.engines.rules.sentences import Sentence
from brief.engines.rules.speech_tags import inverted, tag
from brief.engines.rules.tokens import Token

OPENING = ('"', "“", "«")
CLOSING = ('"', "”", "»")

_SINGLE = re.compile(r"(?:^|[\s(:—–])(?P<open>‘)(?=\w)|(?<=[.,!?…])(?P<close>’)(?!\w)")


def opens(text: str) -> bool:
    """Tell whether a sentence begins with a quotation."""
    return text.lstrip().startswith(OPENING)


def runs(sentences: Sequence[Sentence], open_after: Sequence[bool]) -> list[tuple[int, int]]:
    """Return the first and last sentence of each quotation of two or more.

    `open_after` tells for each sentence whether a quotation is open at its end. One may begin
    amid a sentence: `It is “a pact. We know it,” said Ana Soto.`
    """
    found: list[tuple[int, int]] = []
    first = -1
    for place, sentence in enumerate(sentences):
        open_before = place > 0 and open_after[place - 1]
        new = place and sentence.paragraph != sentences[place - 1].paragraph
        if first < 0 or (new and not opens(sentence.text)):
            first = place if open_after[place] and (opens(sentence.text) or not open_before) else -1
        elif not open_after[place]:
            found.append((first, place))
            first = -1
    return found


def named_at_end(words: Sequence[Token], text: str, authors: frozenset[str]) -> Attribution | None:
    """Return who is said to have spoken where a sentence closes a quotation: `…,” she said.`"""
    if not any(sign in text[:-1] for sign in CLOSING):
        return None
    return tag(words, text, authors) or inverted(words, text, authors)


def still_open(text: str, before: bool) -> bool:
    """Tell whether a quotation is open after a sentence."""
    marked = "‘" in text or "’" in text
    single = [match.lastgroup for match in _SINGLE.finditer(text)] if marked else []
    if single and ("‘" + text).find("‘", 1) <= (text + "“").find("“"):
        return single[-1] == "open" and not re.search(r"\w’(?!\w)", text[text.rfind("‘") :])
    if text.count('"') % 2:
        last = text.rfind('"')
        opens_one, closes_one = text[last - 1 : last].isspace(), text[last + 1 :].strip(" ).") == ""
        return not before if opens_one == closes_one else opens_one
    opened, closed = text.rfind("“"), text.rfind("”")
    return before if opened == closed == -1 else opened > closed
