"""The settings at the top of a file in, a mapping out.

They are YAML lines between two `---` in a Markdown file; in a plain text some lines such as
`author: Jane Doe` that a scraper or a page generator left there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from brief.errors import BriefError, error
from brief.readers.pieces import Piece

_FRONT = re.compile(
    r"---[ \t]*\r?\n(?P<yaml>.*?)(?:(?<=\n)---|(?<=\n)\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_OPENING = re.compile(r"---[ \t]*\r?\n[ \t]*\w+[ \t]*:")
_LOOSE = re.compile(
    r"(?P<key>title|subtitle|authors?|date|published|created|modified|updated|modified_time|url"
    r"|source|source_url|link|tags|categories|category|keywords|image|cover|description|excerpt"
    r"|layout|permalink|slug|lang|language|site|type)\s*:\s*(?P<value>\S.*)"
)
_LOOSE_TOP = 15
_HINT = "It holds lines like 'note: true' between two lines '---'."


def read(raw: str, file: str) -> tuple[dict[str, object], int]:
    """Return the settings and the offset behind them; an empty mapping and 0 without any.

    Raises `BriefError` `seed-front-matter` with file and line when it is broken or not closed.
    A text that merely begins with a rule (`---`) has no front matter.
    """
    front = _FRONT.match(raw)
    if front is None:
        if _OPENING.match(raw):
            raise _wrong(file, 1, "the front matter begins with '---' and does not end")
        return {}, 0
    try:
        loaded = yaml.load(front["yaml"], Loader=yaml.CSafeLoader)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        why = str(getattr(problem, "problem", None) or "it is not YAML").splitlines()[0]
        raise _wrong(
            file, mark.line + 2 if mark else 1, f"the front matter is broken: {why}"
        ) from None
    except ValueError as problem:
        raise _wrong(file, 2, f"the front matter is broken: {problem}") from None
    if isinstance(loaded, dict):
        return {str(key): value for key, value in loaded.items()}, front.end()
    if loaded is None or not _OPENING.match(raw):
        return {}, front.end() if loaded is None else 0
    raise _wrong(file, 2, "the front matter is no list of 'name: value' lines")


def take_loose(pieces: Sequence[Piece]) -> dict[str, object]:
    """Return the settings that stand without `---` among the first lines, and cut those lines.

    One such line may be a sentence; two or more are settings. Their keys are in lower case.
    """
    found = [(p, m) for p in pieces[:_LOOSE_TOP] if (m := _LOOSE.match(p.text)) and not p.cut]
    if len(found) < 2:
        return {}
    for piece, _ in found:
        piece.cut = "front-matter"
    return {match["key"]: match["value"].strip("'\" ").replace("\\", "") for _, match in found}


def _wrong(file: str, line: int, message: str) -> BriefError:
    return error("seed-front-matter", f"{file}:{line}", f"{message}.", _HINT)
