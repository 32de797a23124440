"""A written paragraph and the tracked changes that stand open in it in, its marks out.

The words are written as ever; then each change is put around or between them anew, with its author
and date, so that a person who tracks changes for days finds them after the machine had news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from brief.model.marks import clean, mark
from brief.model.tracked import Change, Tracked
from brief.writers.docx.context import Context
from brief.writers.docx.cutting import NOTE, characters, cut
from brief.writers.docx.oxml import Element, el, qn

_BETWEEN_MARKS = re.compile(f"(?<={NOTE})[, ]+(?={NOTE})")
"""What is set between note marks, which no person wrote."""
_STYLES = {
    **{f"heading {level}": f"Heading{level}" for level in range(1, 5)},
    "title": "Title",
    "subtitle": "Subtitle",
    "bulleted": "ListBullet",
    "numbered": "ListNumber",
    "quotation": "Quote",
    "caption": "Caption",
    "work": "Reference",
    "lead": "Lead",
    "source-line": "SourceLine",
    "small": "Small",
}
"""Kinds of paragraphs, and the style that shows each."""
_SEAM = "seam"
"""Stands where a paragraph ended; no element of the format."""


def show_changes(
    context: Context, paragraphs: Mapping[str, Element], standing: Mapping[str, Tracked]
) -> None:
    """Show in each paragraph, by its unit, what stands open there: where its words are the same."""
    for unit, tracked in standing.items():
        if unit in paragraphs:
            _Marker(context, paragraphs[unit], unit).show(tracked)


class _Marker:
    """Puts the marks of one paragraph."""

    def __init__(self, context: Context, paragraph: Element, unit: str) -> None:
        self.context = context
        self.paragraph = paragraph
        self.start = next(
            node
            for node in paragraph.iter(qn("w:bookmarkStart"))
            if node.get(qn("w:name")) == mark(unit)
        )
        self.runs = list(_runs(paragraph, self.start))
        self.starts: list[tuple[int, Element]] = []
        """The runs and where each begins, once they are parted where changes begin and end."""

    def show(self, tracked: Tracked) -> None:
        """Show the changes of a passage, unless its words are others by now."""
        self._before(tracked.before)
        self._after(tracked.after)
        places = _places(tracked.words, "".join(map(_text, self.runs)))
        if places is None:
            return
        changes = [
            one.model_copy(update={"at": places[one.at], "end": places[one.end]})
            for one in tracked.changes
            if 0 <= one.at <= one.end < len(places)
        ]
        if any(one.kind == "joined" for one in changes):
            _unwrap(self.paragraph)
        self._cut({at for one in changes for at in (one.at, one.end)})
        for one in changes:
            self._around(one)
        self._between([one for one in changes if one.kind in ("deleted", "joined")])

    def _cut(self, places: set[int]) -> None:
        """Part the runs at the places."""
        at = 0
        for run in self.runs:
            size = len(_text(run))
            inside = sorted(place for place in places if at < place < at + size)
            parts = _parted(run, [place - at for place in inside])
            self.starts += zip([at, *inside], parts, strict=True)
            at += size

    def _around(self, change: Change) -> None:
        """Mark what was put in, or had another look, and what kind of paragraph this was."""
        within = [run for at, run in self.starts if change.at <= at < change.end]
        properties = self.paragraph[0]
        match change.kind:
            case "inserted":
                for run in within:
                    wrapper = self._mark("w:ins", change)
                    run.addprevious(wrapper)
                    wrapper.append(run)
            case "formatted":
                for run in within:
                    _look_of(run).append(self._mark("w:rPrChange", change, _look(change)))
            case "split":
                _end_of(properties).append(self._mark("w:ins", change))
            case "row":
                row = next(self.paragraph.iterancestors(qn("w:tr")))
                row[0].append(self._mark("w:ins", change))
            case "recast":
                was = el("w:pPr", el("w:pStyle", w_val=_STYLES.get(change.words, "BodyText")))
                properties.append(self._mark("w:pPrChange", change, was))
            case _:
                pass

    def _between(self, changes: Sequence[Change]) -> None:
        """Put what was deleted back between the words, as deleted; where a paragraph ended, end."""
        starts = dict(self.starts)
        last = _top(self.starts[-1][1]) if self.starts else self.start
        for change in changes:
            new = self._gone(change)
            if change.at in starts:
                _before(starts[change.at], new)
            else:
                last.addnext(new)
                last = new
        for seam in list(self.paragraph.iterchildren(_SEAM)):
            before = [n for n in seam.itersiblings(preceding=True) if n.tag != qn("w:pPr")]
            self.paragraph.addprevious(self._ended(seam.get("kind", ""), seam[0], before[::-1]))
            self.paragraph.remove(seam)

    def _before(self, changes: Sequence[Change]) -> None:
        for ended in self._deleted(changes):
            self.paragraph.addprevious(ended)

    def _after(self, changes: Sequence[Change]) -> None:
        for ended in reversed(list(self._deleted(changes))):
            self.paragraph.addnext(ended)

    def _deleted(self, changes: Sequence[Change]) -> Iterator[Element]:
        """Yield the paragraphs that were deleted whole."""
        content: list[Element] = []
        for change in changes:
            new = self._gone(change)
            if change.kind == "joined":
                yield self._ended(change.words, new[0], content)
                content = []
            else:
                content.append(new)

    def _gone(self, change: Change) -> Element:
        """Return what was deleted, as deleted: words, or the end of a paragraph."""
        made = self._mark("w:del", change)
        if change.kind == "joined":
            seam = el(_SEAM, made)
            seam.set("kind", change.words)
            return seam
        text = el("w:delText", xml_space="preserve")
        text.text = clean(change.words)
        made.append(el("w:r", _look(change), text))
        if change.within is None:
            return made
        author, date = change.within
        outer = change.model_copy(update={"author": author, "date": date})
        wrapper = self._mark("w:ins", outer)
        wrapper.append(made)
        return wrapper

    def _ended(self, kind: str, deleted: Element, content: list[Element]) -> Element:
        """Return a paragraph whose end was deleted."""
        style = _STYLES.get(kind, "BodyText")
        ours = self.paragraph[0]
        name = ours.find(qn("w:pStyle"))
        alike = name is not None and name.get(qn("w:val")) == style
        properties = deepcopy(ours) if alike else el("w:pPr", el("w:pStyle", w_val=style))
        for old in (*properties.iterchildren(qn("w:rPr"), qn("w:pPrChange")),):
            properties.remove(old)
        properties.append(el("w:rPr", deleted))
        return el("w:p", properties, *content)

    def _mark(self, tag: str, change: Change, *children: Element) -> Element:
        dated = {"w_date": change.date} if change.date else {}
        number = self.context.change_number()
        return el(tag, *children, w_id=number, w_author=clean(change.author), **dated)


def _runs(paragraph: Element, start: Element) -> Iterator[Element]:
    """Yield the runs of the words that begin at a bookmark, and end with it."""
    key, inside = start.get(qn("w:id")), False
    for node in paragraph.iter():
        inside = inside or node is start
        if node.tag == qn("w:bookmarkEnd") and node.get(qn("w:id")) == key:
            return
        if inside and node.tag == qn("w:r") and _text(node):
            yield node


def _text(run: Element) -> str:
    """Return the words of a run; a link to a note is its mark."""
    parent = run.getparent()
    if parent is not None and parent.get(qn("w:anchor")):
        return NOTE
    return characters(run)


def _places(words: str, written: str) -> list[int] | None:
    """Return where each place of some words is in the written ones; `None`: those are others."""
    one, two = _counted(words), _counted(written)
    if [words[at] for at in one] != [written[at] for at in two]:
        return None
    found = [len(written)] * (len(words) + 1)
    for before, after, now in zip([-1, *one], one, two, strict=False):
        for at in range(before + 1, after + 1):
            found[at] = now
    return found


def _counted(text: str) -> list[int]:
    between = {at for found in _BETWEEN_MARKS.finditer(text) for at in range(*found.span())}
    return [at for at in range(len(text)) if at not in between]


def _parted(run: Element, places: Sequence[int]) -> list[Element]:
    """Return a run parted at places inside it, each part in its stead."""
    made = [run]
    for place in reversed(places):
        tail = cut(run, place)
        run.addnext(tail)
        made.insert(1, tail)
    return made


def _unwrap(paragraph: Element) -> None:
    """Take away the control around the words: it cannot go on over the end of a paragraph."""
    for control in list(paragraph.iterchildren(qn("w:sdt"))):
        for node in control[-1]:
            control.addprevious(node)
        paragraph.remove(control)


_WRAPPERS = (qn("w:ins"), qn("w:hyperlink"))


def _top(run: Element) -> Element:
    """Return what of a paragraph holds a run."""
    parent = run.getparent()
    while parent is not None and parent.tag in _WRAPPERS:
        run, parent = parent, parent.getparent()
    return run


def _before(run: Element, new: Element) -> None:
    """Put what is new before a run: within a web address that it stands in, if it can be there."""
    place, parent = run, run.getparent()
    while parent is not None and parent.tag in _WRAPPERS:
        if new.tag != _SEAM and parent.tag == qn("w:hyperlink") and not parent.get(qn("w:anchor")):
            break
        place, parent = parent, parent.getparent()
    place.addprevious(new)


def _look_of(run: Element) -> Element:
    found = run.find(qn("w:rPr"))
    if found is None:
        found = el("w:rPr")
        run.insert(0, found)
    return found


def _end_of(properties: Element) -> Element:
    found = properties.find(qn("w:rPr"))
    if found is None:
        found, change = el("w:rPr"), properties.find(qn("w:pPrChange"))
        properties.insert(len(properties) - (change is not None), found)
    return found


def _look(change: Change) -> Element:
    raised = el("w:vertAlign", w_val="superscript") if "raised" in change.look else None
    bold, italic = ("strong" in change.look), ("emphasis" in change.look)
    return el("w:rPr", el("w:b") if bold else None, el("w:i") if italic else None, raised)
