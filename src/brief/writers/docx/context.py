"""What the writer has gathered so far: numbers handed out, notes used, comments, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field

from brief.model.brief import Brief, Note
from brief.model.edit import Comment
from brief.model.marks import EVIDENCE_AUTHOR, REMARK_AUTHOR, clean, initials, mark, note_unit
from brief.model.plain import heading_levels
from brief.writers.docx.evidence import Evidence
from brief.writers.docx.oxml import Element, el
from brief.writers.docx.package import Package
from brief.writers.docx.skin import Skin
from brief.writers.style import Style

_FIRST_COMMENT = 10_000
"""Id of the first comment: LibreOffice 7.4 empties notes whose ids meet those of comments."""
_FIRST_CHANGE = 100_000
"""Numbers of tracked changes begin above those of comments: all marks share one count in Word."""
_TAG_LIMIT = 64
"""Longest tag of a content control that Word accepts."""


@dataclass(slots=True)
class Numbered:
    """A comment in the margin and its number."""

    id: int
    comment: Comment


@dataclass(slots=True)
class Context:
    """The state of one run of the writer."""

    brief: Brief
    style: Style
    skin: Skin
    evidence: bool
    """Whether each note mark gets a comment with its verbatim sentences."""
    remarks: dict[str, list[str]] = field(default_factory=dict)
    """Unit id: what an editor should look at there."""
    said: dict[str, list[Comment]] = field(default_factory=dict)
    """Unit id: what people wrote in the margin there; their own comments go on."""
    whole: frozenset[str] = frozenset()
    """Units with open tracked changes: each is one paragraph, as it was when they were made."""
    package: Package = field(default_factory=Package)
    comments: list[Numbered] = field(default_factory=list)
    used: dict[str, int] = field(default_factory=dict)
    """Note id: id of its footnote, in order of first use."""
    lists: list[bool] = field(default_factory=list)
    """For each list so far, whether it is numbered."""
    paragraphs: dict[str, Element] = field(default_factory=dict)
    """Unit id: the paragraph that was written for it."""
    pictures: int = 0
    after_table: bool = False
    """True until the next paragraph: it needs space above, for a table has none below."""
    levels: dict[str, int] = field(default_factory=dict)
    """Heading id: its level among Word's headings, from 1."""
    _notes: dict[int, Note] = field(default_factory=dict)
    _evidence: Evidence = field(init=False)
    _bookmarks: int = 0
    _controls: int = 0
    _changes: int = 0

    def __post_init__(self) -> None:
        """Index the notes by number and the headings by id."""
        self.levels = {key: level - 1 for key, level in heading_levels(self.brief).items()}
        self._notes = {note.number: note for note in self.brief.notes}
        self._evidence = Evidence(self.brief)

    def note(self, number: int) -> Note | None:
        """Return the note with this number."""
        return self._notes.get(number)

    def first_use(self, note: Note) -> int | None:
        """Return the id of the note's new footnote, or `None` when it has one already."""
        if note.id in self.used:
            return None
        self.used[note.id] = len(self.used) + 1
        return self.used[note.id]

    def is_used(self, number: int) -> bool:
        """Return whether a note has its footnote already: its next mark is a link to that."""
        note = self.note(number)
        return note is not None and note.id in self.used

    def change_number(self) -> int:
        """Return the number of the next tracked change."""
        self._changes += 1
        return _FIRST_CHANGE + self._changes

    def link(self, address: str) -> str:
        """Return the id of the relationship to a web address."""
        return self.package.link(address)

    def bookmark(self, name: str, content: list[Element]) -> list[Element]:
        """Return the content inside a hidden bookmark."""
        self._bookmarks += 1
        start = el("w:bookmarkStart", w_id=self._bookmarks, w_name=name)
        return [start, *content, el("w:bookmarkEnd", w_id=self._bookmarks)]

    def identified(self, unit: str, content: list[Element]) -> list[Element]:
        """Return the content inside the bookmark and the content control that name the unit.

        Both, because LibreOffice 7.4 drops the tags of inline controls and keeps bookmarks, while
        Word drops a bookmark whose text is retyped and keeps the control. Nothing to show, no
        control: Word would fill it with a prompt.
        """
        inner = [self._control(unit, content)] if content else []
        return self.bookmark(mark(unit), inner)

    def evidence_on(
        self,
        numbers: list[int],
        content: list[Element],
        quoted: tuple[str, ...],
        silent: frozenset[int] = frozenset(),
    ) -> list[Element]:
        """Return the content with comments that give the evidence of marks, if wanted.

        Where it is not known which of a note's sentences a mark rests on, these are those `quoted`
        before it. Those of `silent` notes get none. A conflict over a note's own words is shown
        there too: notes take no comments.
        """
        for note in filter(None, map(self.note, numbers)):
            if note.number in silent:
                self._evidence.pass_over(note)
                continue
            content = self.beside(note_unit(note.id), content)
            lines = self._evidence.beside(note, quoted) if self.evidence else []
            if lines:
                said = Comment(unit="", author=EVIDENCE_AUTHOR, initials="b", lines=tuple(lines))
                content = self._comment(said, content)
        return content

    def enter(self, unit: str) -> None:
        """Say that the words that come now are those of a place."""
        self._evidence.enter(unit)

    def beside(self, unit: str, content: list[Element]) -> list[Element]:
        """Return the content after what is to be said of a unit: by us to its editor, by people.

        The initials of ours say which unit it means. These comments stand at a point, because
        LibreOffice 7.4 loses notes inside the range of a comment.
        """
        before: list[Element] = []
        for text in self.remarks.pop(unit, ()):
            lines = tuple(text.split("\n"))
            said = Comment(unit=unit, author=REMARK_AUTHOR, initials=initials(unit), lines=lines)
            before += self._comment(said, [])
        for said in self.said.pop(unit, ()):
            before += self._comment(said, [])
        return [*before, *content]

    def homeless(self) -> list[Element]:
        """Return what is left to be said of units that take no comments, as heads and feet."""
        return [made for unit in list(self.remarks) for made in self.beside(unit, [])]

    def _comment(self, comment: Comment, content: list[Element]) -> list[Element]:
        number = _FIRST_COMMENT + len(self.comments)
        self.comments.append(Numbered(number, comment))
        reference = el(
            "w:r",
            el("w:rPr", el("w:rStyle", w_val="CommentReference")),
            el("w:commentReference", w_id=number),
        )
        start, end = (el(f"w:commentRange{side}", w_id=number) for side in ("Start", "End"))
        return [start, *content, end, reference]

    def _control(self, unit: str, content: list[Element]) -> Element:
        self._controls += 1
        tag = clean(unit) if len(unit) <= _TAG_LIMIT else mark(unit)
        made = el(
            "w:sdtPr",
            el("w:tag", w_val=tag),
            el("w:id", w_val=self._controls),
            el("w15:appearance", w15_val="hidden"),
        )
        return el("w:sdt", made, el("w:sdtContent", *content))
