"""Pieces in, the words of another that open a text cut, with the line that says whose they are.

`“A strait is a street.”`, `Jane Doe, 1974`: what stands so above a text its author does not say.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from brief.readers.names import leading_name
from brief.readers.pieces import Piece, words

_QUOTED = re.compile(r"[“\"«][^“”\"«»]+[”\"»]\W{0,2}$")
_WHEN = re.compile(r"(?:, [^,.]{2,60})?,? \(?(?:1[5-9]|20)\d\d\)?\W*$")
_TOP = 15
_LEAST, _LONGEST = 5, 120
_LONGEST_WHOSE = 14


def cut_epigraphs(pieces: Sequence[Piece]) -> None:
    """Cut a quotation among the first lines right above its source: a name and a year."""
    for said, whose in itertools.pairwise(pieces[:_TOP]):
        long = _LEAST <= words(said.text[:2000]) <= _LONGEST
        if said.cut or whose.cut or not (long and _QUOTED.match(said.text)):
            continue
        text = whose.text.lstrip("–—- ")
        name, end = leading_name(text)
        if name and words(text) <= _LONGEST_WHOSE and _WHEN.match(text, end):
            said.cut = whose.cut = "epigraph"
