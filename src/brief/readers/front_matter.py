"""The settings at the top of a file in, a mapping out.

They are YAML lines between two `---` in a Markdown file, TOML between two `+++`, a JSON object,
or the three `%` lines of Pandoc; in any text some lines such as `author: Jane Doe` that a
scraper, a reference manager or a page generator left there. Values are texts as typed, in lists
and mappings where the file has such: no `2018` is a number here and no title `No` is false.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import yaml

from brief.errors import BriefError, error
from brief.readers.pieces import Piece, is_prose

Settings = Mapping[str, object]
"""Values by key, the keys folded: `Publish-Date` is `publishdate`."""

_YAML = re.compile(
    r"\s*^---[ \t]*\r?\n(?P<inner>.*?)(?:(?<=\n)---|(?<=\n)\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_TOML = re.compile(
    r"\s*^\+\+\+[ \t]*\r?\n(?P<inner>.*?)(?<=\n)\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_PANDOC = re.compile(r"%[ \t]*(?P<title>\S.*)\n(?:%(?P<author>.*)\n)?(?:%(?P<date>.*)(?:\n|\Z))?")
_OPENING = re.compile(r"\s*^---[ \t]*\r?\n[ \t]*\w[\w -]*[ \t]*:", re.MULTILINE)
# "title: Steel: a history" is no YAML, and is what people type.
_UNQUOTED = re.compile(r"^(\s*(?:- +)?[\w -]+:[ \t]+)((?![\"'\[{|>&*!]).*(?:: |:$| #).*|[@%`].*)$")
_KEYS = (
    r"title|subtitle|authors?|by|byline|date|published|created|modified|updated|modified_time|url"
    r"|source|source_url|link|tags|categories|category|keywords|image|cover|description|excerpt"
    r"|layout|permalink|slug|lang|language|site|type|publisher|publication|year|doi|citekey"
    r"|item type|abstract|url source|published time"
)
# Settings without a fence: the first lines of a file, one of them a title.
_BARE = re.compile(rf"\s*(?:(?i:{_KEYS})::?[ \t]+\S.*(?:\r?\n|\Z)){{2,}}(?=\s*(?:\n|\Z))")
_LOOSE = re.compile(rf"(?:[*+-] )?(?P<key>{_KEYS})\s*::?\s*(?P<value>\S.*)", re.DOTALL)
_LOOSE_CAPITAL = re.compile(
    rf"(?:[*+-] )?[*_]*(?P<key>(?i:{_KEYS}))[*_]*\s*::?[*_]*\s*(?P<value>\S.*)", re.DOTALL
)
_LOOSE_TOP = 15
_HINT = "It holds lines like 'note: true' between two lines '---'."


def read(raw: str, file: str) -> tuple[Settings, int]:
    """Return the settings and the offset behind them; an empty mapping and 0 without any.

    Raises `BriefError` `seed-front-matter` with file and line when it is broken or not closed.
    A text that merely begins with a rule (`---`) has no front matter.
    """
    for pattern, load in ((_YAML, _load_yaml), (_TOML, _load_toml)):
        block = pattern.match(raw)
        if block:
            return _read_block(raw, block, load, file)
    if _OPENING.match(raw):
        raise _wrong(file, 1, "the front matter begins with '---' and does not end")
    pandoc = _PANDOC.match(raw)
    if pandoc:
        return {key: value.strip() for key, value in pandoc.groupdict("").items()}, pandoc.end()
    bare = _BARE.match(raw)
    if bare and re.search(r"(?im)^\s*title:", bare.group()):
        pairs = re.findall(r"(?m)^\s*([^:\n]+?)::?[ \t]+(\S.*)$", bare.group())
        return _folded(dict(pairs)), bare.end()
    return _read_json(raw)


def _read_block(
    raw: str, block: re.Match[str], load: Callable[[str, str, int], object], file: str
) -> tuple[Settings, int]:
    loaded = load(block["inner"], file, raw.count("\n", 0, block.start("inner")) + 1)
    if isinstance(loaded, dict):
        return _folded(loaded), block.end()
    if loaded in (None, "") or not _OPENING.match(raw):
        return {}, block.end() if loaded in (None, "") else 0
    raise _wrong(file, 2, "the front matter is no list of 'name: value' lines")


def _load_yaml(text: str, file: str, line: int) -> object:
    """Return what YAML lines say, each scalar as the text that it is."""
    try:
        return yaml.load(text, Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, ValueError) as problem:
        quoted = "\n".join(_UNQUOTED.sub(_quote, one) for one in text.splitlines())
        if quoted != "\n".join(text.splitlines()):
            return _load_yaml(quoted, file, line)
        mark = getattr(problem, "problem_mark", None)
        why = str(getattr(problem, "problem", None) or "it is not YAML").splitlines()[0]
        at = mark.line + line if mark else line
        raise _wrong(file, at, f"the front matter is broken: {why}") from None


def _quote(line: re.Match[str]) -> str:
    return line[1] + json.dumps(line[2].rstrip(), ensure_ascii=False)


def _load_toml(text: str, file: str, line: int) -> object:
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as problem:
        raise _wrong(file, line, f"the front matter is broken: {problem}") from None


def _read_json(raw: str) -> tuple[Settings, int]:
    """Return the JSON object a file begins with; a text that begins with a brace has none."""
    if not re.match(r'\{\s*"', raw):
        return {}, 0
    try:
        loaded, end = json.JSONDecoder().raw_decode(raw)
    except (ValueError, RecursionError):
        return {}, 0
    return _folded(loaded), end


def take_loose(pieces: Sequence[Piece]) -> Settings:
    """Return the settings that stand without `---` among the first lines, and cut those lines.

    One such line may be a sentence; two or more are settings. Where their keys have capitals,
    one of them must be a title: `Author:` and `Date:` alone are a byline.
    """
    top = [p for p in pieces[:_LOOSE_TOP] if not p.cut]
    found = [(p, m) for p in top if (m := _LOOSE.match(p.text))]
    if len(found) < 2:
        found = [
            (p, m) for p in top if (m := _LOOSE_CAPITAL.match(p.text)) and not is_prose(p.text)
        ]
        if len(found) < 2 or not any(m["key"].casefold() == "title" for _, m in found):
            return {}
    for piece, _ in found:
        piece.cut = "front-matter"
    return _folded({m["key"]: m["value"].strip("'\" *_").replace("\\", "") for _, m in found})


def _folded(value: Mapping[Any, object]) -> Settings:
    """Return a mapping with folded keys and with texts for all values that are single."""
    return {fold(key) or str(key): _as_text(one) for key, one in value.items()}


def fold(key: object) -> str:
    """Return a key without its case and what is no letter or digit: `publishdate`."""
    return "".join(filter(str.isalnum, str(key).casefold()))


def _as_text(value: object) -> object:
    if isinstance(value, Mapping):
        # Keys inside may be names: `Jane Doe: {institute: ...}`.
        return {str(key): _as_text(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_text(one) for one in value]
    return "" if value is None else str(value)


def _wrong(file: str, line: int, message: str) -> BriefError:
    return error("seed-front-matter", f"{file}:{line}", f"{message}.", _HINT)
