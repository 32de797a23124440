"""The XML of a draft in, its paragraphs and tables as found out.

Every element is either understood, transparent, or known to hold no text of the document; tracked
changes count as their result.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from brief.edits.readback import changes
from brief.edits.readback.archive import Element, R, W
from brief.edits.readback.fields import Field, shown
from brief.edits.readback.looks import Look, Looks, value
from brief.edits.readback.raw import (
    MARK,
    Picture,
    Raw,
    RawBlock,
    RawParagraph,
    RawRow,
    RawTable,
)
from brief.edits.readback.xml import (
    CHARACTERS,
    DROPPED,
    all_deleted,
    choice,
    inside,
    is_placeholder,
    local,
    mark_deleted,
    ours,
    said_otherwise,
    symbol,
)
from brief.model.marks import clean

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THROUGH = {"smartTag", "customXml", "bdo", "dir", "sdtContent", "rubyBase"}


@dataclass(slots=True)
class Walker:
    """Walks through one part of a draft, body or notes, and gathers what stands there."""

    looks: Looks
    links: dict[str, str]
    raw: Raw
    ended: frozenset[str] = frozenset()
    """Ids of the bookmarks that end; LibreOffice leaves the end of a deleted picture's out."""
    silent: bool = False
    """True to leave the results of fields out."""
    bookmarks: dict[str, str] = field(default_factory=dict)
    passed: list[str] = field(default_factory=list)
    """Bookmarks that ended since the last character: LibreOffice puts a mark behind its own."""
    tags: list[str] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    link: str = ""
    paragraph: RawParagraph | None = None
    inside: list[Element] = field(default_factory=list)
    """The tracked insertions that it is in."""
    waiting: list[str] = field(default_factory=list)
    """Comments that began between paragraphs."""
    seen: set[str] = field(default_factory=set)
    """Comments whose place is known."""
    extra: list[RawBlock] = field(default_factory=list)
    """Paragraphs of text boxes, to follow the paragraph that holds them."""

    def blocks(self, parent: Element) -> Iterator[RawBlock]:
        """Yield the paragraphs and tables inside an element."""
        joined: RawParagraph | None = None
        for child in parent:
            match local(child):
                case "p":
                    made = self._paragraph(child, joined)
                    joined = made if mark_deleted(child) else None
                    yield from () if joined else self._whole(made)
                case "tbl":
                    yield from self._whole(joined)  # above a table its end stays an end
                    joined = None
                    yield self._table(child)
                case "sdt":
                    yield from self._in_control(child)
                case "ins" | "moveTo" | "customXml" | "sdtContent":
                    yield from self.blocks(child)
                case "AlternateContent":
                    yield from self.blocks(choice(child))
                case "altChunk":
                    self.raw.left_out["inserted file"] += 1
                case _ if child.find(f".//{W}p") is not None:
                    yield from self.blocks(child)
                case _:
                    self._anchor(child)
        yield from self._whole(joined)

    def _in_control(self, control: Element) -> Iterator[RawBlock]:
        with_tag = self._tag(control)
        content = control.find(f"{W}sdtContent")
        if content is not None and not is_placeholder(control):
            yield from self.blocks(content)
        if with_tag:
            self.tags.pop()

    def _whole(self, made: RawParagraph | None) -> Iterator[RawBlock]:
        """Yield a paragraph that has ended, if there is one, and those of its text boxes."""
        yield from () if made is None else (made,)
        while made is not None and self.extra:
            yield self.extra.pop(0)

    def _paragraph(self, element: Element, joined: RawParagraph | None) -> RawParagraph:
        made = joined or RawParagraph()
        if joined is not None and not joined.rich.text.strip():
            made.swallowed = joined.kind
        properties = element.find(f"{W}pPr")
        made.kind = self.looks.paragraph(properties)
        self.raw.odd["lower level of a list"] += self.looks.is_lower(properties)
        changes.recast(made, properties, self.looks)
        outer, self.paragraph = self.paragraph, made
        self.passed.clear()
        while self.waiting:
            self._comment(self.waiting.pop(0))
        self._inline(element)
        changes.ended(made, properties)
        self.paragraph = outer
        return made

    def _inline(self, parent: Element) -> None:
        for child in parent:
            name = local(child)
            if name == "r":
                self._run(child)
            elif name == "hyperlink":
                self._hyperlink(child)
            elif name == "sdt":
                self._control(child)
            elif name in DROPPED:
                self._dropped(child)
            elif name in ("ins", "moveTo"):
                self._put_in(child)
            elif name in _THROUGH:
                self._inline(child)
            elif name == "fldSimple":
                self._whole_field(child, child.get(f"{W}instr", ""))
            elif name in ("oMath", "oMathPara"):
                self.raw.odd["formula"] += 1
                self._text("".join(map(str, child.itertext())), frozenset())
            elif name == "AlternateContent":
                self._inline(choice(child))
            elif isinstance(child.tag, str) and child.find(f".//{W}r") is not None:
                self._inline(child)
            else:
                self._anchor(child)

    def _put_in(self, element: Element) -> None:
        start = len(self.paragraph.rich.text) if self.paragraph is not None else 0
        self.inside.append(element)
        self._inline(element)
        self.inside.pop()
        if self.paragraph is not None:
            changes.inserted(self.paragraph, start, element)

    def _dropped(self, element: Element) -> None:
        if self.paragraph is not None:
            changes.deleted(self.paragraph, element, self.looks, self.inside)

    def _control(self, control: Element) -> None:
        with_tag = self._tag(control)
        content = control.find(f"{W}sdtContent")
        if content is not None and not is_placeholder(control):
            self._inline(content)
        if with_tag:
            self.tags.pop()

    def _tag(self, control: Element) -> bool:
        tag = value(control.find(f"{W}sdtPr"), "tag")
        if tag:
            self.tags.append(tag)
        return bool(tag)

    def _anchor(self, element: Element) -> None:
        key = element.get(f"{W}id", "") if isinstance(element.tag, str) else ""
        match local(element):
            case "bookmarkStart":
                name = element.get(f"{W}name", "")
                name = ours(name) or name
                if key in self.ended:
                    self.bookmarks[key] = name
                if self.paragraph is not None:
                    self.paragraph.weak.append(name)
            case "bookmarkEnd":
                name = self.bookmarks.pop(key, "")
                self.passed += [name] if name else []
            case "commentRangeStart":
                self._comment(key)

    def _comment(self, key: str) -> None:
        if self.paragraph is None:
            self.waiting.append(key)
        elif key not in self.seen:
            self.seen.add(key)
            self.paragraph.comments.append(key)

    def _hyperlink(self, element: Element) -> None:
        anchor = ours(element.get(f"{W}anchor", ""))
        if anchor and all_deleted(element):
            self.raw.tracked += 1
            return
        if anchor and element.get(f"{R}id") is None and self.paragraph is not None:
            number = "".join(t.text or "" for t in element.iter(f"{W}t"))
            self.raw.numbers.append((anchor, number.strip()))
            self._whole_field(element, f"NOTEREF {anchor}")
            return
        outer = self.link
        self.link = self.links.get(element.get(f"{R}id", ""), "") or outer
        self._inline(element)
        self.link = outer

    def _run(self, run: Element) -> None:
        look = self.looks.run(run.find(f"{W}rPr"))
        start = len(self.paragraph.rich.text) if self.paragraph is not None else 0
        for child in run:
            self._piece(child, look)
        if self.paragraph is not None:
            changes.formatted(self.paragraph, start, run, self.looks)

    def _piece(self, child: Element, look: Look) -> None:
        name = local(child)
        if name == "t":
            self._text(child.text or "", self._marks(look), look)
        elif name == "sym":
            self._text(symbol(child), self._marks(look), look)
            self.raw.left_out["symbol that only its font has"] += not symbol(child)
        elif name == "br" and child.get(f"{W}type") in ("page", "column"):
            return
        elif name in CHARACTERS:
            self._text(CHARACTERS[name], self._marks(look))
        elif name in ("footnoteReference", "endnoteReference"):
            self._note(f"{'fn' if name[0] == 'f' else 'en'}:{child.get(f'{W}id', '')}")
        elif name == "commentReference":
            self._comment(child.get(f"{W}id", ""))
        elif name == "fldChar":
            self._field(child.get(f"{W}fldCharType", ""))
        elif name == "instrText" and self.fields:
            self.fields[-1].instruction += child.text or ""
        elif name in ("drawing", "pict", "object"):
            self._drawing(child)
        elif name == "AlternateContent":
            for inner in choice(child):
                self._piece(inner, look)
        elif name == "ruby":
            self._ruby(child)

    def _ruby(self, element: Element) -> None:
        """Read words with their reading above as words with it in brackets behind."""
        for name, around in (("rubyBase", ""), ("rt", "()")):
            for part in element.findall(f"{W}{name}"):
                self._text(around[:1], frozenset())
                self._inline(part)
                self._text(around[1:], frozenset())

    def _marks(self, look: Look) -> frozenset[str]:
        link = next((f.link for f in reversed(self.fields) if f.link), self.link)
        marks = {f"link:{link}"} if link and not link.startswith("#") else set()
        marks |= {"strong"} if look.strong else set()
        marks |= {"emphasis"} if look.emphasis else set()
        return frozenset(marks | ({"raised"} if look.raised else set()))

    def _text(self, text: str, marks: frozenset[str], look: Look | None = None) -> None:
        text = clean(shown(self.fields, text))
        if self.paragraph is None or (self.fields and self.silent) or not text:
            return
        self.passed.clear()
        self.paragraph.rich.add(text, marks)
        for name in {*self.tags, *self.bookmarks.values()}:
            self.paragraph.strong[name] += len(text)
        if look is not None:
            self.raw.odd.update(name for name in look.odd if not said_otherwise(name, marks))

    def _note(self, name: str) -> None:
        if self.paragraph is None:
            return
        self.paragraph.rich.add(MARK, frozenset({name}))
        for bookmark in (*self.bookmarks.values(), *self.passed):
            self.raw.anchors.setdefault(bookmark, name)
        self.passed.clear()

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self._begin_result(self.fields[-1])
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            if not ended.shown:
                self._begin_result(ended)

    def _begin_result(self, begun: Field) -> None:
        begun.begin_result()
        if begun.note and self.paragraph is not None:
            self.paragraph.rich.add(MARK, frozenset({f"at:{begun.note}"}))

    def _whole_field(self, element: Element, instruction: str) -> None:
        begun = Field(instruction=instruction)
        self.fields.append(begun)
        self._begin_result(begun)
        self._inline(element)
        self.fields.pop()

    def _drawing(self, element: Element) -> None:
        boxes = [box for box in element.iter() if local(box) == "txbxContent"]
        for box in boxes:
            self.raw.odd["text box"] += 1
            outer, self.paragraph = self.paragraph, None
            self.extra.extend(list(self.blocks(box)))
            self.paragraph = outer
        blip = next(element.iter(f"{_A}blip"), None)
        if blip is None or self.paragraph is None:
            self.raw.left_out.update(["drawing"] if not boxes else [])
            return
        target = self.links.get(blip.get(f"{R}embed", ""), "")
        alt = next((e.get("descr", "") for e in element.iter() if local(e) == "docPr"), "")
        self.paragraph.pictures.append(Picture(target, alt, tuple(self.bookmarks.values())))

    def _table(self, element: Element) -> RawTable:
        style = value(element.find(f"{W}tblPr"), "tblStyle")
        rows = [self._row(row) for row in inside(element, "tr") if not self._deleted(row)]
        return RawTable(style=self.looks.tables.get(style, style.lower()), rows=rows)

    def _row(self, element: Element) -> RawRow:
        cells: list[list[RawBlock]] = []
        for cell in (one for one in inside(element, "tc") if not self._deleted(one)):
            cells.append(list(self.blocks(cell)))
            span = value(cell.find(f"{W}tcPr"), "gridSpan")
            cells.extend([] for _ in range(min(int(span), 60) - 1 if span.isdigit() else 0))
        put_in = element.find(f"{W}trPr/{W}ins")
        return RawRow(
            cells,
            header=element.find(f"{W}trPr/{W}tblHeader") is not None,
            put_in=None if put_in is None else changes.who(put_in),
        )

    def _deleted(self, part: Element) -> bool:
        """Return whether a row or cell is on its way out; count what is open of it."""
        gone, is_open = changes.of_part(part)
        self.raw.tracked += is_open
        return gone
