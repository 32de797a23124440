"""Words of ours, typed and not derived, in; what they claim that nothing in a brief can bear, out.

Templates, themes and audience files hold sentences of our own. None states a measure ("half of"),
speaks for people whom nobody can look up ("most analysts"), or quotes: numbers are counted, and
quotations come from the ledger. Of sources they may say what a condition on the count makes true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from brief.check import words
from brief.check.loose import counts_in
from brief.check.places import short

_COUNT = "Leave it out, or let a count say it: {{ count.for }} in a template."
_TIE = "Leave the marks out, or let the ledger say it: {{ said.q }} in a template."
_QUOTED = 3
"""Words in quotation marks from which on they are a quotation: fewer name a term."""
_PAIRS = (
    "“([^“”]+)[”“]|”([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|»([^«»]+)«|‹([^‹›]+)›|›([^‹›]+)‹|「([^「」]+)」"
    "|『([^『』]+)』|《([^《》]+)》|\"([^\"]+)\"|(?<!\\w)[‘‚]([^‘‚]+?)[’‘](?!\\w)|(?<!\\w)'([^']+?)'(?!\\w)"
    "|(?<!\\w)’([^‘’]+?)’(?!\\w)"
)


def claimed(text: str, *, counted: bool = False) -> Iterator[tuple[str, str]]:
    """Yield what a sentence of ours claims, with what to do about it.

    `counted` says that it is shown only where a condition on the count of sources holds.
    """
    for number in counts_in(text):
        yield f"the number '{number}' traces to nothing", _COUNT
    for found in _measures().finditer(text):
        yield f"“{short(found.group().strip())}” states a measure that nothing counts", _COUNT
    for found in _of_people().finditer(text):
        yield f"“{short(found.group())}” speaks for people whom nothing names", _COUNT
    if not counted:
        for found in _of_sources().finditer(text):
            yield f"“{short(found.group())}” counts sources under no condition on the count", _COUNT
    for found in re.finditer(_PAIRS, text):
        inside = next(filter(None, found.groups()))
        if len(inside.split()) >= _QUOTED or len(re.findall("[\u3040-\u9fff]", inside)) > _QUOTED:
            yield f"{short(found.group())} stands in quotation marks and is tied to no source", _TIE


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


@cache
def _measures() -> re.Pattern[str]:
    return _whole(_any("measures"))


@cache
def _of_people() -> re.Pattern[str]:
    """Return what finds `most Western officials`, `no expert believes` and `analysts agree`."""
    experts, says, some = _any("experts"), _any("says"), _any("quantifiers")
    anybody = rf"(?:{experts}|{_any('people')})(?! of\b)"
    counted = rf"{some}(?: [\w-]+){{0,2}}? {anybody}"
    whole = rf"{_any('whole')}(?: [\w-]+)?? {anybody}(?: [\w-]+)?? {says}"
    whole += rf"|{_any('everyone')} {says}|{_any('common')}"
    return _whole(rf"{counted}|{whole}|{experts}(?: (?!of\b|to\b|could\b|should\b)[\w-]+)?? {says}")


@cache
def _of_sources() -> re.Pattern[str]:
    some = f"(?:{_any('quantifiers')}|{_any('whole')})"
    return _whole(rf"{some}(?: [\w-]+)?? {_any('sources')}(?! of\b)")


def _any(name: str) -> str:
    return f"(?:{'|'.join(words.listed(name))})"
