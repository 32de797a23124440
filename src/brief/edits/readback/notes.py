"""The notes of a draft as found and those it was written with in, which is which out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby

from brief.edits.readback.match import LIKE
from brief.edits.readback.raw import MARK, Raw, RawParagraph, Rich
from brief.edits.readback.rich import to_inlines
from brief.edits.tree import Tree
from brief.edits.words import alike
from brief.model.brief import Inlines, Note, Text
from brief.model.edit import HAND, Footnote
from brief.model.marks import mark, note_unit
from brief.model.plain import plain

_SEPARATORS = re.compile(r",\s*")


@dataclass(slots=True)
class Notes:
    """Resolves note marks; gathers the notes of the edited draft."""

    base: Tree
    raw: Raw
    pieces: dict[str, Footnote] = field(default_factory=dict)
    """Notes as edited, and those a person added, by unit."""
    emptied: bool = False
    """True when notes lost their words on the way, or show those of others."""
    ids: dict[str, str] = field(default_factory=dict)
    """Name of a note as found (`fn:3`): its id."""
    _stands: dict[str, str] = field(default_factory=dict)
    """Likewise, where all first marks stand in the order in which they were written."""
    _claimed: frozenset[str] = frozenset()
    """Those that a note as found names, or says word for word: none that reads like them is one."""

    def __post_init__(self) -> None:
        """Find out whether the marks stand as they were written."""
        places = {mark(f"{note_unit(note)}/mark"): note for note in self.base.notes}
        found = {
            name: note
            for bookmark, name in self.raw.anchors.items()
            if (note := places.get(bookmark))
        }
        in_order = sorted(found.values(), key=lambda note: self.base.notes[note].number)
        if list(found) == list(self.raw.notes) and list(found.values()) == in_order:
            self._stands = found
        named = {note for name, raw in self.raw.notes.items() for note in self._named(name, raw)}
        said = {raw.rich.text.strip() for raw in self.raw.notes.values()}
        notes = self.base.notes.items()
        self._claimed = frozenset(named | {n for n, v in notes if plain(v.children) in said})

    def resolve(self, rich: Rich) -> Rich:
        """Return the text with `note:ID` on each note mark; marks that lead nowhere are dropped."""
        made = Rich()
        for char, marks in zip(rich.text, rich.marks, strict=True):
            if char != MARK:
                made.add(char, marks)
            elif note := self._note_at(marks):
                made.add(MARK, frozenset({f"note:{note}"}))
        return self._marks_typed_out(made)

    def _note_at(self, marks: frozenset[str]) -> str:
        for name in sorted(marks):
            kind, _, key = name.partition(":")
            if kind == "at":
                return self._at(key)
            if kind in ("fn", "en"):
                return self._id(name)
        return ""

    def _at(self, bookmark: str) -> str:
        for note in self.base.notes:
            if mark(f"{note_unit(note)}/mark") == bookmark:
                return note
        name = self.raw.anchors.get(bookmark)
        return self._id(name) if name else ""

    def _id(self, name: str) -> str:
        if name not in self.ids:
            found = self.raw.notes.get(name, RawParagraph())
            self.ids[name] = self._known(name, found) or self._new(found)
        return self.ids[name]

    def _known(self, name: str, found: RawParagraph) -> str:
        notes = self.base.notes
        text = found.rich.text.strip()
        if self._is_shifted(name, found):
            self.emptied = True
            return self._stands[name]
        named = self._named(name, found)
        for note in named:
            if note not in self.ids.values() or text == plain(notes[note].children):
                return self._edited(notes[note], found)
        texts = {note: plain(value.children) for note, value in notes.items()}
        free = [note for note in notes if note not in self.ids.values()]
        left = [note for note in free if note not in self._claimed]
        same = [note for note in texts if text and texts[note] == text]
        likely = sorted(left, key=lambda note: -alike(texts[note], text))
        if same:
            return self._edited(notes[same[0]], found)
        if not text and not named:
            return self._by_order(name, free)
        if not named and likely and alike(texts[likely[0]], text) >= LIKE:
            return self._edited(notes[likely[0]], found)
        return ""

    def _is_shifted(self, name: str, found: RawParagraph) -> bool:
        """Return whether a note shows the words of another (LibreOffice 7.4), its mark in place.

        Where one note surely does, by the names inside, others that read like another do too.
        """
        if name not in self._stands or not any(map(self._holds_another, self._stands)):
            return False
        texts = {note: plain(value.children) for note, value in self.base.notes.items()}
        own = texts.pop(self._stands[name])
        return self._holds_another(name) or found.rich.text.strip() in {own, *texts.values()}

    def _holds_another(self, name: str) -> bool:
        found = self.raw.notes[name]
        inside = {*found.strong, *found.weak}
        ours = [n for n in self.base.notes if inside & {mark(note_unit(n)), note_unit(n)}]
        return bool(ours) and self._stands[name] not in ours

    def _by_order(self, name: str, free: list[str]) -> str:
        """Return the note that an emptied one was (LibreOffice 7.4 empties notes)."""
        at = list(self.raw.notes).index(name) if name in self.raw.notes else len(self.raw.notes)
        numbered = [note.id for note in self.base.notes.values() if note.number == at + 1]
        return next((note for note in (*numbered, *free) if note in free), "")

    def _named(self, name: str, found: RawParagraph) -> list[str]:
        """Return the notes whose names stand around the note's text or around its mark."""
        around = {key for key, value in self.raw.anchors.items() if value == name}
        around |= {*found.strong, *found.weak}
        return [
            note
            for note in self.base.notes
            if around & {mark(note_unit(note)), note_unit(note), mark(f"{note_unit(note)}/mark")}
        ]

    def _edited(self, note: Note, found: RawParagraph) -> str:
        """Store a note's words; none at all is a loss on the way (LibreOffice 7.4), not an edit."""
        unit = note_unit(note.id)
        self.emptied = self.emptied or not found.rich.text.strip()
        if found.rich.text.strip() and unit not in self.pieces:
            words = to_inlines(found.rich.stripped(), stripped(note.children))
            kept = note.children if words == stripped(note.children) else words
            changed = note.model_copy(update={"children": kept})
            self.pieces[unit] = Footnote(id=unit, note=changed)
        return note.id

    def _new(self, found: RawParagraph) -> str:
        words = to_inlines(found.rich.stripped(), ())
        if not plain(words):
            return ""
        name = f"{HAND}note-{sha256(plain(words).encode()).hexdigest()[:10]}"
        note = Note(number=1, id=name, children=words, quotes=(), reference="")
        self.pieces[note_unit(name)] = Footnote(id=note_unit(name), note=note)
        return name

    def _marks_typed_out(self, rich: Rich) -> Rich:
        """Turn raised numbers of known notes into marks: some programs write fields out as text.

        Only where nothing else is raised around them: who types after a mark types raised text.
        """
        made = Rich()
        for start, end, raised in _stretches(rich):
            part = rich.cut(start, end)
            digits = filter(None, _SEPARATORS.split(part.text.strip(" \t\n"))) if raised else ()
            numbers = [self._numbered(one) for one in digits]
            if numbers and all(numbers):
                for note in numbers:
                    made.add(MARK, frozenset({f"note:{note}"}))
            else:
                made.extend(part)
        return _without_commas(made)

    def _numbered(self, digits: str) -> str:
        if not (digits.isascii() and digits.isdigit()):
            return ""
        found = [n.id for n in self.base.notes.values() if n.number == int(digits)]
        return found[0] if found else ""


def stripped(words: Inlines) -> Inlines:
    """Return the inlines of a note without spaces at its ends, as a draft shows them."""
    made = list(words)
    if made and isinstance(made[0], Text):
        made[0] = Text(text=made[0].text.lstrip(" \t\n"))
    if made and isinstance(made[-1], Text):
        made[-1] = Text(text=made[-1].text.rstrip(" \t\n"))
    return tuple(made)


def _stretches(rich: Rich) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of each stretch of text that is all raised, or all not."""
    at = 0
    for raised, run in groupby(rich.marks, key=lambda marks: "raised" in marks):
        length = len(list(run))
        yield at, at + length, raised
        at += length


def _without_commas(rich: Rich) -> Rich:
    """Drop the raised commas that the writer sets between neighboring marks.

    One goes with either of them; what a person typed beside a mark is raised too, and stays, be it
    the space between two items joined.
    """
    made = Rich()
    for start, end, raised in _stretches(rich):
        part = rich.cut(start, end)
        beside = (rich.text[:start][-1:] == MARK) + (rich.text[end : end + 1] == MARK)
        ours = beside == 2 or (beside and "," in part.text)
        if not (raised and ours and not part.text.strip(", ")):
            made.extend(part)
    return made
