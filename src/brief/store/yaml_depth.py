"""YAML that would never be read to its end: nested too deep, or unfolded by its aliases.

The parser of YAML calls itself for each level and dies of too many; an alias that stands for ten
others, each of which stands for ten, is a few lines with more values than memory holds.
"""

from __future__ import annotations

import re

import yaml

from brief.errors import error

_DEEPEST = 100
_MOST = 1_000_000
_INDENTED = re.compile(rf"(?m)^[ \-?:]{{{_DEEPEST // 2},}}")


def refuse_endless(text: str, place: str) -> None:
    """Raise a `BriefError` with its line for what is nested too deep or unfolds without end.

    Values are looked at one by one, in no recursion; only where the text has the signs for it.
    """
    if not _suspect(text):
        return
    sizes: dict[str, int] = {}
    opened: list[tuple[str | None, int]] = []
    total = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        anchor = getattr(event, "anchor", None)
        if isinstance(event, yaml.AliasEvent):
            if any(anchor == one for one, _ in opened):
                raise _refused(event, place, f"'*{anchor}' stands inside what it stands for.")
            total += sizes.get(str(anchor), 1)
            if total > _MOST:
                said = "its aliases (`*name`) unfold to over a million values."
                raise _refused(event, place, said)
        elif isinstance(event, yaml.CollectionStartEvent):
            opened.append((anchor, total))
            total += 1
        elif isinstance(event, yaml.ScalarEvent):
            total += 1
            sizes |= {anchor: 1} if anchor else {}
        elif isinstance(event, yaml.CollectionEndEvent):
            name, before = opened.pop()
            sizes |= {name: total - before} if name else {}
        if len(opened) > _DEEPEST:
            raise _refused(event, place, f"lists are nested more than {_DEEPEST} deep.")


def _suspect(text: str) -> bool:
    """Tell whether a text has enough brackets or indentation to be deep, or an alias."""
    brackets = text.count("[") + text.count("{")
    return brackets > _DEEPEST // 2 or "*" in text or bool(_INDENTED.search(text))


def _refused(event: yaml.Event, place: str, said: str) -> Exception:
    line = event.start_mark.line + 1 if event.start_mark else 1
    return error("yaml-broken", f"{place}:{line}", said, "Type each value where it belongs.")
