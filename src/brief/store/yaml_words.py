"""What a parser says of a file that a person wrote in; plain words, and what to do, out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

_SAID = {
    "missing": "is missing",
    "extra_forbidden": "is not a known field (misspelt?)",
    "int_type": "should be a whole number",
    "int_parsing": "should be a whole number",
    "int_from_float": "should be a whole number",
    "float_type": "should be a number",
    "float_parsing": "should be a number",
    "bool_type": "should be true or false",
    "bool_parsing": "should be true or false",
    "string_type": "should be text; put it in quotes",
    "tuple_type": "should be a list, such as [a, b]",
    "list_type": "should be a list, such as [a, b]",
    "dict_type": "should hold fields, each `name: value`",
    "model_type": "should hold fields, each `name: value`",
}
"""By the kind of pydantic's errors; what is not here is told in its own words."""
_COUNTED = {
    "too_long": "has {actual_length} entries, and {max_length} at most are read",
    "too_short": "needs at least {min_length} of them",
    "string_too_short": "should have at least {min_length} characters",
    "less_than_equal": "should be {le} at most",
    "greater_than_equal": "should be {ge} at least",
    "literal_error": "should be {expected}",
}
_ID = "^[a-z]"
"""How the pattern of an id begins."""


def plainly(found: Mapping[str, Any]) -> str:
    """Return what is wrong with one field, of an error as pydantic gives it."""
    kind, said = found["type"], str(found["msg"])
    context = found.get("ctx", {})
    if kind in _SAID:
        return _SAID[kind]
    if kind in _COUNTED:
        return _COUNTED[kind].format(**context)
    if kind == "string_pattern_mismatch" and context["pattern"].startswith(_ID):
        return "should be small letters a to z, digits and hyphens, such as arms-sales"
    said = said.removeprefix("Value error, ")
    return said[:1].lower() + said[1:]


_TAB = "YAML indents with blanks, never with a tab."
_INDENT = "Compare how far this line and the one above are indented."
_MARKS = {
    "{": "Put what begins with a brace in double quotes.",
    "*": "Put what holds a * at its beginning in double quotes.",
    "%": "Put what begins with % in double quotes.",
    "@": "Put what begins with @ in double quotes.",
    "#": 'Put a color in quotes, such as "#12304f": YAML takes # for the beginning of a remark.',
}
_VALUE = re.compile(r"""(?:^|:\s|-\s|[\[,{]\s*)([{*%@#])""")


_KEY = re.compile(r"^\s*(?:- )?[\w-]+:(?:\s|$)|^\s*- ", re.MULTILINE)
QUOTED = (
    "Close it; text that holds a mark itself stands in marks of the other kind, or with each one"
    " in it typed twice ('')."
)


def unclosed(text: str, line: int) -> int:
    """Return the line of a quotation mark that is to blame for an error, or 0.

    What it opens runs over fields or items of the file, up to the next such mark or its end; or it
    ends amid the line of the error, as at an apostrophe.
    """
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            if not isinstance(token, yaml.ScalarToken) or token.style not in ("'", '"'):
                continue
            first, last = int(token.start_mark.line) + 1, int(token.end_mark.line) + 1
            held = "\n".join(text.splitlines()[first:last])
            if last == line and (_KEY.search(held) or _more(text, token.end_mark)):
                return first
    except yaml.YAMLError as problem:
        mark = getattr(problem, "context_mark", None)
        quoted = "quoted scalar" in str(getattr(problem, "context", ""))
        return int(mark.line) + 1 if mark and quoted else 0
    return 0


def _more(text: str, mark: yaml.Mark) -> bool:
    """Tell whether words follow on the line of a mark where a text in quotes ends."""
    rest = text.splitlines()[mark.line][mark.column :].strip()
    return bool(rest) and rest[0].isalnum()


def advice(text: str, line: int, reason: str) -> str:
    """Return what to do about a line that YAML cannot read; empty where nothing can be told."""
    rows = text.splitlines()
    here = rows[line - 1] if line <= len(rows) else ""
    near = rows[max(0, line - 2) : line]
    if "undefined alias" in reason:
        return _MARKS["*"]
    if any("\t" in row[: len(row) - len(row.lstrip())] for row in near):
        return _TAB
    if "mapping values are not allowed" in reason:
        quotes = here.count(": ") > 1
        return "Put text that holds a colon in double quotes." if quotes else _INDENT
    if "expected ',' or" in reason or "node content" in reason:
        unfinished = any(": #" in row or "{#" in row for row in near)
        return _MARKS["#"] if unfinished else "Close the bracket or brace that is open."
    if "expected key" in reason or "'-' indicator" in reason or "block end" in reason:
        marks = [one for row in near for one in _VALUE.findall(row) if one in _MARKS]
        return _MARKS[marks[0]] if marks else _INDENT
    return _INDENT if "could not find expected ':'" in reason else ""
