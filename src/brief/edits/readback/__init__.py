"""The bytes of a draft and the brief it was written from in, the brief as a person left it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from brief.edits.diff import diff_trees
from brief.edits.pieces import units
from brief.edits.readback.archive import Parts, open_draft, unreadable
from brief.edits.readback.identity import Identity
from brief.edits.readback.margins import labelled
from brief.edits.readback.match import shows, text_of
from brief.edits.readback.parts import read_raw
from brief.edits.readback.raw import Raw, RawComment
from brief.edits.readback.rebuild import Rebuilder
from brief.edits.readback.standing import standing
from brief.edits.tree import from_tree, to_tree
from brief.errors import Diagnostic, error
from brief.model.brief import Brief, Heading
from brief.model.edit import Comment
from brief.model.marks import (
    FORM,
    FORM_PROPERTY,
    INITIALS,
    PROPERTY,
    REMARK_AUTHOR,
    TITLE,
    VERSION_PROPERTY,
    initials,
    mark,
    note_unit,
)
from brief.model.plain import heading_levels, plain, walk
from brief.model.tracked import Tracked


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft, read back."""

    brief: Brief
    """The brief as edited; the very brief it was written from when nothing was."""
    remarks: frozenset[str] = frozenset()
    """Units at which a comment of ours to the editor still stands."""
    comments: tuple[Comment, ...] = ()
    """All comments, ours too, at the units where they stand."""
    joined: Mapping[str, str] = field(default_factory=dict)
    """Pieces that are gone: the unit whose paragraph they became a part of."""
    tracked: int = 0
    """How many tracked changes are open."""
    standing: Mapping[str, Tracked] = field(default_factory=dict)
    """Those that stand in a passage of ours or of a person's, by its unit."""
    worn: bool = False
    """True when the draft wants renewing though nobody is to blame: a program emptied notes, or
    dropped our styles or what the draft carries unseen, or marks of notes that are cited twice show
    numbers from before another note was added, or the head of the first page shows another
    handling line than its foot."""
    diagnostics: tuple[Diagnostic, ...] = ()


def read_draft(data: bytes, base: Brief, place: str = "draft") -> Draft:
    """Return what a person made of a draft that was written from `base`.

    Tracked changes count as their result; comments are left aside. Raises `BriefError`:
    `draft-unreadable` for what is no readable Word document, `draft-foreign` for another
    audience's draft or no draft of ours, `draft-newer` for one of a later version of ours.
    """
    try:
        return _read(open_draft(data, place), base, place)
    except RecursionError as problem:
        raise unreadable(place, "it is nested deeper than any document") from problem


def _read(parts: Parts, base: Brief, place: str) -> Draft:
    _check_owner(parts, base, place)
    raw = read_raw(parts)
    if not any(map(shows, raw.blocks)):  # nobody edits a brief into nothing
        raise unreadable(place, "nothing stands in it")
    tree = to_tree(base)
    levels = {key: min(level - 1, 4) for key, level in heading_levels(base).items()}
    rebuilder = Rebuilder(
        tree, raw, parts.media, levels, _shift(base), base.labels.series, base.labels.page
    )
    edited = rebuilder.tree()
    if PROPERTY not in parts.properties and not rebuilder.known.matched:
        raise error("draft-foreign", place, "this document is no draft of this brief.")
    remarks = {c.initials[:INITIALS] for c in raw.comments.values() if c.author == REMARK_AUTHOR}
    changed = bool(diff_trees(tree, edited, base.id).edits)
    brief = from_tree(edited, base) if changed else base
    return Draft(
        brief=brief,
        remarks=frozenset(unit for unit in tree.owners() if initials(unit) in remarks),
        comments=tuple(_comments(raw, rebuilder.known, brief)),
        joined=rebuilder.known.joined(),
        tracked=raw.tracked,
        standing=standing(raw, rebuilder.known, rebuilder.notes.ids, brief),
        worn=rebuilder.notes.emptied
        or _misnumbered(raw, brief)
        or rebuilder.untitled
        or raw.unstyled
        or not labelled(raw.margins, brief.labels.footer_on_first)
        or PROPERTY not in parts.properties,
        diagnostics=(*_diagnostics(raw, place), *_untitled(rebuilder, place)),
    )


def _comments(raw: Raw, known: Identity, brief: Brief) -> Iterator[Comment]:
    """Yield the comments, each at its paragraph's unit, or at the one before it."""
    pieces = to_tree(brief).pieces.values()
    texts = {plain(words): unit for piece in pieces for unit, words in units(piece).items()}
    unit, told = TITLE, set[str]()
    for paragraph in known.paragraphs():
        found = known.unit(paragraph) or texts.get(text_of(paragraph), "")
        unit = found or unit
        for key in paragraph.comments:
            if key in raw.comments:
                told.add(key)
                yield _comment(unit, key, raw.comments[key])
    for key, comment in raw.comments.items():
        if key not in told:
            yield _comment(unit, key, comment)


def _comment(unit: str, key: str, found: RawComment) -> Comment:
    return Comment(
        unit=unit,
        author=found.author,
        initials=found.initials,
        date=found.date,
        lines=found.lines,
        id=key,
        answers=found.answers,
        resolved=found.resolved,
    )


def _misnumbered(raw: Raw, brief: Brief) -> bool:
    numbers = {mark(f"{note_unit(note.id)}/mark"): str(note.number) for note in brief.notes}
    return any(numbers.get(anchor, shown) != shown for anchor, shown in raw.numbers)


def version_of(data: bytes, place: str = "draft") -> tuple[str, str]:
    """Return which version of ours a draft was written from, and that version as we packed it.

    Each is empty when the draft does not say. Raises `BriefError` (`draft-unreadable`) for what is
    no readable Word document.
    """
    parts = open_draft(data, place)
    return parts.properties.get(VERSION_PROPERTY, ""), parts.origin


def reader_of(data: bytes, place: str = "draft") -> str:
    """Return the audience whose draft a document says it is; empty: it does not say."""
    return open_draft(data, place).properties.get(PROPERTY, "")


def open_changes(data: bytes, place: str = "draft") -> int:
    """Return how many tracked changes are open in a draft."""
    return read_raw(open_draft(data, place)).tracked


def _check_owner(parts: Parts, base: Brief, place: str) -> None:
    owner = parts.properties.get(PROPERTY)
    if owner is not None and owner != base.id:
        raise error(
            "draft-foreign",
            place,
            f"this is the draft for {owner}, not for {base.id}.",
            "Put it back under its own name.",
        )
    form = parts.properties.get(FORM_PROPERTY, "1")
    if form.isdigit() and int(form) > FORM:
        raise error(
            "draft-newer", place, "this draft was written by a newer brief.", "Upgrade brief."
        )


def _shift(base: Brief) -> int:
    levels = [block.level for block in walk(base.blocks) if isinstance(block, Heading)]
    return min(levels, default=2) - 1


def _untitled(rebuilder: Rebuilder, place: str) -> tuple[Diagnostic, ...]:
    said = Diagnostic(
        code="draft-title",
        severity="warning",
        place=place,
        message="its title was deleted; a brief needs one, so the title is back.",
        hint="Type another over it.",
    )
    return (said,) if rebuilder.untitled else ()


def _open(count: int) -> str:
    if count == 1:
        return "1 tracked change is open; it counts as accepted."
    return f"{count} tracked changes are open; they count as accepted."


def _diagnostics(raw: Raw, place: str) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    if raw.tracked:
        found.append(
            Diagnostic(
                code="draft-tracked",
                severity="note",
                place=place,
                message=_open(raw.tracked),
            )
        )
    for names, severity, message in (
        (raw.odd, "note", "kept as plain text, because a brief cannot say it"),
        (raw.left_out, "warning", "left out, because a brief cannot hold it"),
    ):
        told = ", ".join(f"{name} ({count})" for name, count in sorted(names.items()) if count)
        if told:
            found.append(
                Diagnostic(
                    code="draft-formatting",
                    severity=severity,
                    place=place,
                    message=f"{message}: {told}.",
                )
            )
    return found
