"""Lines in, those of a record that a page's program left in its text cut: `"key": "value",`.

A page that is saved from its program shows what the program knows of it before the first line
that is meant for readers. Taken apart as prose, its keys became labels and houses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.readers.pieces import Piece

_KEY = re.compile(r'"[\w $@.-]{1,60}"\s*:\s*(?:"|\[|\{|-?\d|true\b|false\b|null\b)')
_LINE = re.compile(r'(?:[\[\]{}]+,?|"[^"]*",?|-?[\d.]+,?|(?:true|false|null),?)$')
_LEAST_KEYS = 3


def cut_records(lines: Sequence[Piece]) -> None:
    """Cut each run of lines from a `{` to where no more such lines follow, that has some keys."""
    at = 0
    while at < len(lines):
        until = at
        if lines[at].text.strip() in ("{", "[{"):
            until = next((n for n in range(at, len(lines)) if not _is_of_one(lines[n])), len(lines))
        if sum(bool(_KEY.match(line.text.strip())) for line in lines[at:until]) >= _LEAST_KEYS:
            for line in lines[at:until]:
                line.cut = line.cut or "markup"
        at = max(until, at + 1)


def _is_of_one(line: Piece) -> bool:
    text = line.text.strip()
    return bool(_KEY.match(text) or _LINE.match(text))
