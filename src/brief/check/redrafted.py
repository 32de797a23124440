"""A draft (DOCX) and the same brief drafted again in; where the two say or show otherwise, out.

What a draft shows beside the text of its places: pictures and the words for them, where links lead,
running heads, the evidence in comments, words that nobody sees. A draft that no other program has
saved is compared part by part as well, for it is the one that we wrote; of any other, how its words
are set.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any
from zipfile import ZipFile

from brief.check.comments import deleted, not_ours, of_editors, of_people, ours
from brief.check.faces import drawn_otherwise
from brief.check.finished import RUN_AGAIN
from brief.check.looks import set_otherwise
from brief.check.outline import COMMENT, COMMENTS, evidence, order, outline
from brief.check.package import (
    DOCUMENT,
    FOOTNOTES,
    STYLES,
    A,
    Parts,
    R,
    W,
    opened,
    parse,
    read_parts,
)
from brief.check.places import Reporter, short
from brief.check.unlike import altered
from brief.check.veiled import veiled
from brief.check.wiring import margins, targets, tied
from brief.check.word import paragraph_units
from brief.model.diagnostic import Diagnostic
from brief.model.marks import VERSION_PROPERTY
from brief.model.plain import fold_spaces

_NOTES = (FOOTNOTES, "word/endnotes.xml")
_CARRIED = {f"customXml/{name}" for name in ("item1.xml", "itemProps1.xml", "_rels/item1.xml.rels")}
"""Parts that no program shows: what a draft was written from."""


def against_redraft(
    data: bytes,
    again: bytes,
    units: Iterable[str],
    file: str,
    *,
    by_hand: bool,
    edited: Collection[str] = (),
) -> list[Diagnostic]:
    """Return where a draft shows something else than when written again: a line for each place.

    `units` are the ids of its places. What a person edited (`by_hand`), the places in `edited`, is
    theirs: it is told only. That excuses nothing elsewhere in the draft.
    """
    with opened(data, file) as one, opened(again, file) as other:
        held, wanted = read_parts(one), read_parts(other)
        places = tuple(units)
        said = dict(_shown_otherwise(held, wanted, places))
        said |= dict(not_ours(held, wanted, by_hand=by_hand))
        if (gone := deleted(held)) and not by_hand:  # who edits with tracking leaves ours so
            said["words marked as deleted"] = f"“{short(gone)}” stands there, and we wrote none."
        if by_hand:
            said = {at: what for at, what in said.items() if at not in _retyped(held, places)}
        if not said and not by_hand:
            closely = _written_otherwise if _is_ours(held, wanted, places) else set_otherwise
            said = dict(closely(held, wanted, places))
        if remarks := [text for each in _remarks(one) if (text := each.decode("utf-8", "replace"))]:
            said["remark on the file"] = f"“{short(remarks[0])}” stands there, and nobody sees it."
    reporter = Reporter(file, frozenset(edited))
    found = [_differs(reporter, place, what) for place, what in said.items()]
    return [*found, *of_people(held, file), *(of_editors(held, file) if by_hand else ())]


def _differs(reporter: Reporter, place: str, what: str) -> Diagnostic:
    """Return the line on a place: an error, where it is none that a person edited."""
    unit = place.removeprefix("block ").partition(" (")[0]
    said = reporter.say(unit, "docx-differs", what, RUN_AGAIN)
    return said.model_copy(update={"place": f"{reporter.file}, {place}"})


def _remarks(package: ZipFile) -> list[bytes]:
    """Return what an archive says of itself and of its parts, which no word processor shows."""
    return [package.comment, *(part.comment for part in package.infolist())]


def _retyped(held: Parts, units: Sequence[str]) -> set[str]:
    """Return what is not told of the places that a person typed anew: they have no name any more.

    Nothing can be found by it then; their words are compared with those of the brief elsewhere.
    """
    lost = {*units} - {*order(held, units)}
    return {f"block {unit} ({what})" for unit in lost for what in ("heading", "sign")}


def _is_ours(held: Parts, wanted: Parts, units: Sequence[str]) -> bool:
    """Tell whether no other program has saved a draft, whatever it says of itself.

    A program that saves one writes each paragraph its own way; whoever alters some leaves the rest.
    """
    ours = {text for _, text in paragraph_units(wanted.tree(DOCUMENT), units)}
    found = [text for _, text in paragraph_units(held.tree(DOCUMENT), units)]
    return 2 * sum(text in ours for text in found) > len(found)


# What is seen, whichever program saved it


def _shown_otherwise(held: Parts, wanted: Parts, units: Sequence[str]) -> Iterator[tuple[str, str]]:
    ours, theirs = (_features(parts) | outline(parts, units) for parts in (held, wanted))
    said, wrote = ([words for _, words in evidence(parts)] for parts in (held, wanted))
    for name in [one for one in (*theirs, *ours) if one.endswith(COMMENT)]:
        # a program may set some comments beside their place, and a person take one out
        there, set_there = (set(each.get(name, "").split(" | ")) for each in (ours, theirs))
        if said != wrote or name not in ours or there <= set_there:
            ours.pop(name, None)
            theirs.pop(name, None)
    yield from _moved(order(held, units), order(wanted, units))
    for place in dict.fromkeys([*theirs, *ours]):
        if (found := ours.get(place)) != (true := theirs.get(place)):
            yield place, _other(place, found, true)
    yield from drawn_otherwise(held, wanted)
    for kind, i, j, m, n in SequenceMatcher(None, said, wrote, autojunk=False).get_opcodes():
        if kind != "equal" and COMMENTS in held:  # a draft may leave its comments out
            for at, (one, other) in enumerate(zip_longest(said[i:j], wrote[m:n]), m + 1):
                yield f"comment {at}", _other("", one, other)


def _moved(held: Sequence[str], wanted: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the places that do not stand where we set them."""
    common = set(held) & set(wanted)
    one, other = ([unit for unit in each if unit in common] for each in (held, wanted))
    for kind, i, j, _, _ in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind in ("delete", "replace"):
            for unit in one[i:j]:
                yield f"block {unit}", "it stands at another place than in the PDF."


def _other(place: str, found: str | None, true: str | None) -> str:
    """Return in words what stands in the draft, against what we wrote."""
    if found is None:
        return f"“{short(str(true))}” is missing."
    if true is None:
        return f"“{short(found)}” stands there, and we wrote none."
    if place.startswith("picture") and "alt" not in place:
        return "another picture stands there than the one we drew."
    return altered(fold_spaces(true), fold_spaces(found), "the PDF")


def _features(parts: Parts) -> dict[str, str]:
    """Return what a draft shows beside its text, by place."""
    document = parts.tree(DOCUMENT)
    found = dict(tied(parts))
    leads = targets(parts, DOCUMENT)
    for n, picture in enumerate(document.iter(f"{A}blip"), 1):
        part = parts.get(leads.get(picture.get(f"{R}embed", ""), ""), b"")
        found[f"picture {n}"] = hashlib.sha256(part).hexdigest()
    notes = [parts.tree(name) for name in _NOTES if name in parts]
    if headed := sum(1 for _ in document.iter(f"{W}tblHeader")):
        found["header rows of tables"] = str(headed)
    read = (document, *notes, *ours(parts))
    for name, words in veiled(read, parts.tree(STYLES), margins(parts)).items():
        found[name] = " … ".join(words)
    return found


# Part by part, where no other program has saved it


def _written_otherwise(
    held: Parts, wanted: Parts, units: Sequence[str]
) -> Iterator[tuple[str, str]]:
    anchored = held.get(COMMENTS) == wanted.get(COMMENTS)
    for name in sorted({*held, *wanted} - _CARRIED - {"[Content_Types].xml", COMMENTS}):
        if name not in wanted:
            yield name, "the draft holds this part, and we wrote none."
        elif name not in held:
            yield name, "the draft lacks this part, which we wrote."
        elif not name.endswith((".xml", ".rels")):
            if held[name] != wanted[name]:
                yield name, "this part is not as we wrote it."
        else:
            one, other = (_bare(parts[name], anchored) for parts in (held, wanted))
            written, true = _canonical(one), _canonical(other)
            if written != true:
                yield _named(name, one, other, units), _parted(written, true)


def _bare(part: bytes, anchored: bool) -> Any:
    """Return a part without what it says it was written from, and without anchors of comments.

    Anchors stay (`anchored`) where the comments are those that we wrote.
    """
    root = parse(part)
    anchors = () if anchored else ("commentRangeStart", "commentRangeEnd", "commentReference")
    for tag in anchors:
        for node in list(root.iter(f"{W}{tag}")):
            gone = node.getparent() if tag == "commentReference" else node
            gone.getparent().remove(gone)
    for node in list(root):
        kind = str(node.get("Type", "")).rpartition("/")[2]
        if kind in ("comments", "customXml") or node.get("name") == VERSION_PROPERTY:
            root.remove(node)
    return root


def _canonical(root: Any) -> str:
    from lxml import etree

    kind = root.getroottree().docinfo.doctype  # Word opens no part that has one
    return str(kind + etree.tostring(root, method="c14n").decode("utf-8"))


def _named(name: str, held: Any, wanted: Any, units: Sequence[str]) -> str:
    """Return the place of the first paragraph that differs: its block, where it has one."""
    if name not in (DOCUMENT, FOOTNOTES):
        return name
    ours, theirs = paragraph_units(held, units), paragraph_units(wanted, units)
    for (unit, one), (_, other) in zip(ours, theirs, strict=False):
        if one != other:
            return f"block {unit}" if unit in units else unit
    return name


def _parted(one: str, other: str) -> str:
    """Return at which element two parts differ first."""
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    element = re.match(r"</?[\w:]*|.*", one[max(one.rfind("<", 0, at + 1), 0) :], re.DOTALL)
    return f"it is set otherwise than we wrote it (at {element[0] if element else ''}>)."
