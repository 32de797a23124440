"""A sentence in, whether it only greets, thanks, opens a meeting or hands the floor on.

What people say at the begin and the end of an interview or a debate claims nothing, however firmly
they say it: `I am pleased to have three of our fellows with us today`.
"""

from __future__ import annotations

import re

from brief.vocabulary.lists import pattern, word_set

_opens = pattern(
    __package__,
    "courtesy.yaml",
    r"(?:(?:{leads})\s*[,.:!]?\s+){0,3}(?:{openings})",
    re.IGNORECASE,
)
_within = pattern(__package__, "courtesy.yaml", r"\b(?:{within})\b", re.IGNORECASE)
_kindly = word_set(__package__, "courtesy.yaml", "kindly")
# "He was responding to a question of the paper": where somebody spoke, and not what he said.
_STAGED = re.compile(
    r"(?:He|She) was (?:also |then )?(?:"
    r"(?:speaking|commenting|testifying) (?:to|at|on|in|after|before|during|alongside|ahead)\b"
    r"|(?:responding|replying|reacting|answering)(?: \S+){1,8} "
    r"(?:questions?|invitations?|requests?|remarks|comments|reports?|letters?|criticisms?)\b)"
)
# "Press Secretary Ms. Ana Kovac: Good afternoon."
_LABEL = re.compile(r"[A-Z][^:?!]{2,60}:\s+")
_LONGEST = 50


def is_courtesy(text: str) -> bool:
    """Tell whether a sentence is small talk of a meeting and no statement."""
    if len(text.split()) > _LONGEST:
        return False
    if _STAGED.match(text):
        return True
    label = _LABEL.match(text)
    if _opens().match(text, label.end() if label else 0):
        return True
    return any(map(text.lower().__contains__, _kindly())) and bool(_within().search(text))
