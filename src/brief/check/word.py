"""The bytes of a draft (DOCX) in; the text of each of its places out.

Read apart from the code that merges edits, which must not vouch for itself. A place is known by its
bookmark, which Word drops when all its text is retyped, or by the tag of its content control, which
LibreOffice drops. Deleted text of tracked changes is not read, inserted text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from brief.check.package import DOCUMENT, FOOTNOTES, W, opened, read_parts
from brief.errors import error
from brief.model.marks import line_units, mark
from brief.model.plain import cite_text, fold_spaces

_MARKS = re.compile(r"[0-9,\s]*")
_OFF = frozenset({"0", "false", "off", "none"})


def draft_text(data: bytes, units: Iterable[str], file: str) -> dict[str, str]:
    """Return the text of each place of a draft by unit id; unknown places by their position.

    Raises `BriefError` when the file is no Word document.
    """
    parts = _parts(data, file)
    names = unit_names(units)
    made: dict[str, str] = {}
    order: dict[str, int] = {}
    joined, unit = "", ""
    paragraphs = list(_paragraphs(parts[DOCUMENT]))
    for place, (paragraph, named) in enumerate(
        zip(paragraphs, _places(paragraphs, names), strict=True), 1
    ):
        words = "".join(_words(paragraph, order))
        joined, unit = joined + words, unit or (words and named)
        if not _end_deleted(paragraph):
            _keep(made, unit or f"paragraph {place}", fold_spaces(joined))
            joined, unit = "", ""
    _keep(made, unit or "the last paragraph", fold_spaces(joined))
    if FOOTNOTES in parts:
        live = _referenced(parts[DOCUMENT])
        for place, note in enumerate(parts[FOOTNOTES].iter(f"{W}footnote"), 1):
            if (key := note.get(f"{W}id", "")) not in live:
                continue
            text = fold_spaces("".join(w for p in _paragraphs(note) for w in _words(p, {})))
            whose = next((u for p in _paragraphs(note) if (u := unit_of(p, names))), None)
            _keep(made, whose or f"footnote {order.get(key, place)}", text)
    return made


def unit_names(units: Iterable[str]) -> dict[str, str]:
    """Return the unit by each name that its text, or a line of it, may have in a draft."""
    return {
        name: unit
        for unit in units
        for line in (unit, *line_units(unit))
        for name in (line, mark(line))
    }


def _places(paragraphs: Sequence[Any], names: Mapping[str, str]) -> list[str]:
    """Return the place of each paragraph, empty where nothing tells it.

    A question is a heading, a tally and an answer: whichever of these was typed anew, and lost its
    name so, is known by those beside it.
    """
    found = [unit_of(paragraph, names) or "" for paragraph in paragraphs]
    styles = [setting(paragraph, "pPr/pStyle") for paragraph in paragraphs]
    under = [style.endswith(("Tally", "Answer")) for style in styles]
    for n in range(1, len(found)):
        if under[n]:
            found[n] = found[n] or found[n - 1]
    for n in range(len(found) - 1):
        if under[n + 1] and not under[n]:
            found[n] = found[n] or found[n + 1]
    return found


def _referenced(document: Any) -> set[str]:
    """Return the ids of the notes that are shown: those whose mark stands and is not deleted."""
    marks = document.iter(f"{W}footnoteReference")
    return {mark.get(f"{W}id", "") for mark in marks if not is_deleted(mark)}


def is_deleted(element: Any) -> bool:
    """Tell whether an element is deleted, or moved away, by a tracked change."""
    return any(True for _ in element.iterancestors(f"{W}del", f"{W}moveFrom"))


def _end_deleted(paragraph: Any) -> bool:
    """Tell whether the end of a paragraph is deleted: what follows is a part of it then."""
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return marks is not None and any(
        marks.find(f"{W}{name}") is not None for name in ("del", "moveFrom")
    )


def _keep(made: dict[str, str], unit: str, text: str) -> None:
    """Add the text of a paragraph to its place: an edited place may have several."""
    if text:
        made[unit] = f"{made[unit]} {text}" if unit in made else text


def setting(element: Any, path: str, attribute: str = "val") -> str:
    """Return what stands in an element for a setting, by its path; empty where nothing does."""
    where = "/".join(f"{W}{name}" for name in path.split("/"))
    node = element.find(where) if element is not None else None
    return str(node.get(f"{W}{attribute}", "")) if node is not None else ""


def paragraph_units(root: Any, units: Iterable[str]) -> list[tuple[str, str]]:
    """Return the place of each paragraph, and the paragraph as it is written."""
    from lxml import etree

    names = unit_names(units)
    return [
        (unit_of(one, names) or f"paragraph {n}", etree.tostring(one, encoding="unicode"))
        for n, one in enumerate(_paragraphs(root), 1)
    ]


def is_on(look: Any, name: str) -> bool:
    """Tell whether a look switches something on: `<w:b/>` does, `<w:b w:val="0"/>` does not."""
    switch = look.find(f"{W}{name}")
    return switch is not None and switch.get(f"{W}val", "1") not in _OFF


def _parts(data: bytes, file: str) -> dict[str, Any]:
    with opened(data, file) as package:
        read = read_parts(package, (DOCUMENT, FOOTNOTES))
        parts = {name: read.tree(name) for name in read}
    if DOCUMENT not in parts:
        raise error("docx-broken", file, "not a Word document.")
    return parts


def _paragraphs(root: Any) -> Iterator[Any]:
    """Yield paragraphs that hold text, not those that only hold other paragraphs."""
    for paragraph in root.iter(f"{W}p"):
        if paragraph.find(f".//{W}p") is None:
            yield paragraph


def unit_of(paragraph: Any, names: Mapping[str, str]) -> str | None:
    """Return the place that a paragraph belongs to; `names` are what `unit_names` returns."""
    for start in paragraph.iter(f"{W}bookmarkStart"):
        # LibreOffice adds to the name of a bookmark in a note: `_Copy_1`.
        if unit := names.get(start.get(f"{W}name", "").partition("_Copy_")[0]):
            return unit
    for tag in paragraph.iter(f"{W}tag"):
        if unit := names.get(tag.get(f"{W}val", "")):
            return unit
    return None


def _words(paragraph: Any, order: dict[str, int]) -> Iterator[str]:
    """Yield the text of a paragraph; note marks as superscript digits, numbered by appearance."""
    code = False
    for run in paragraph.iter(f"{W}r"):
        if is_deleted(run):
            continue
        is_mark = _is_mark(run)
        for child in run:
            kind = child.tag.removeprefix(W)
            if kind == "fldChar":
                code = child.get(f"{W}fldCharType") == "begin"
            elif kind == "footnoteReference":
                yield cite_text(order.setdefault(child.get(f"{W}id"), len(order) + 1))
            elif kind in ("br", "tab", "cr"):
                yield " "
            elif kind == "noBreakHyphen":
                yield "\u2011"
            elif kind == "t" and not code:
                yield _mark(child.text or "") if is_mark else child.text or ""


def _is_mark(run: Any) -> bool:
    """Tell whether a run is set as a note mark, under the name that Word or LibreOffice gives."""
    if _is_raised(run):
        return is_raised_link(run)
    return setting(run, "rPr/rStyle").lower().startswith("footnote")


def is_raised_link(run: Any) -> bool:
    """Tell whether a run is a note mark as a second save by LibreOffice leaves those that link."""
    links = run.iterancestors(f"{W}hyperlink")
    return _is_raised(run) and any(link.get(f"{W}anchor") for link in links)


def _is_raised(run: Any) -> bool:
    return setting(run, "rPr/vertAlign") == "superscript"


def _mark(text: str) -> str:
    """Return the text of a repeated note mark; the comma between two marks is none."""
    if not _MARKS.fullmatch(text):
        return text
    return "".join(cite_text(int(digits)) for digits in re.findall(r"\d+", text))
