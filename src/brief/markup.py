"""The semantic markup that templates write in, blocks of a brief out. Strict: no guessing.

Elements (docs/TEMPLATES.md shows each):

- blocks, each with an `id` of its own: `heading level`, `p role`, `list ordered role` of
  `item id`, `quotation` with a `by` at its end, `callout role` with a `title` and blocks,
  `table role` of `caption`, `column align width` and `row id` of `cell`s, `exhibit of` with a
  `title`, an `alt` and a `caption`
- inlines: `em`, `strong`, `link href`, `foreign lang`, `aside level` (words for the margin, and
  `dots of shape` that are drawn beside them), and three that hold no words but take them
  from the ledger, so that a template cannot alter them: `q of` (a quotation), `num of` (a
  computed number or a date) and `cite of` (the note mark of one or several quotations)
- `series`, `title`, `subtitle`, `summary` and the root `brief`
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn, Protocol

from pydantic import ValidationError

from brief.errors import BriefError, error
from brief.model.brief import (
    Aside,
    Block,
    Callout,
    Cell,
    Cite,
    Column,
    Dots,
    Emphasis,
    Exhibit,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Item,
    Link,
    ListBlock,
    Number,
    Paragraph,
    Quotation,
    Quoted,
    Strong,
    Table,
)
from brief.model.elements import ATTRIBUTES, OPTIONAL, ROLES
from brief.model.plain import inline_text
from brief.model.scripts import foreign_runs
from brief.model.tidy import tidy


class Lookup(Protocol):
    """Where the words and numbers of a brief come from."""

    def quote(self, ref: str) -> Quoted:
        """Return a quotation; `KeyError` when unknown."""

    def number(self, ref: str) -> Number:
        """Return a computed number or date as this reader writes it; `KeyError` when unknown."""

    def tally(self, ref: str) -> int:
        """Return the value of a count; `KeyError` when unknown."""

    def cite(self, refs: list[str]) -> list[Cite]:
        """Return the note marks of quotations; `KeyError` when one is unknown."""

    def exhibit(self, ref: str) -> dict[str, Any]:
        """Return chart, points, unit and scale of an exhibit; `KeyError` when unknown."""


@dataclass(frozen=True, slots=True)
class Page:
    """What one rendering of a template says."""

    title: str
    subtitle: str
    summary: str
    series: str
    blocks: tuple[Block, ...]


_BLOCKS = frozenset({"heading", "p", "list", "quotation", "callout", "table", "exhibit"})


def parse(markup: str, lookup: Lookup, name: str) -> Page:
    """Return the page that rendered markup says; a `BriefError` names template and line."""
    return _Parser(lookup, name).page(_tree(markup, name))


_UNCLOSED = re.compile(r"tag mismatch: (\w+) line (\d+) and (\w+)")


def _tree(markup: str, name: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(markup.strip().encode(), parser)
        about: Any = root.getroottree().docinfo
        if about.doctype:
            raise error("markup-wrong", name, "the markup has a document type; it needs none.")
        return root
    except etree.XMLSyntaxError as problem:
        said = str(problem.msg or problem).split(", line ")[0]
        tag, end = "[a-z]+", problem.lineno or 1
        if unclosed := _UNCLOSED.search(said):
            tag, end = unclosed[1], int(unclosed[2])
            said = f"<{tag}> is opened there, and </{unclosed[3]}> comes before its end"
        before = "\n".join(markup.strip().split("\n")[:end])
        marks = re.findall(rf'<{tag} at="([^"]*)"', before)
        raise error("markup-broken", marks[-1] if marks else name, f"{said}.") from problem


class _Parser:
    """One page on its way from elements to blocks."""

    def __init__(self, lookup: Lookup, name: str) -> None:
        self.lookup, self.name = lookup, name
        self.ids: dict[str, str] = {}

    def page(self, root: Any) -> Page:
        """Return the whole page."""
        self._check(root)
        if root.tag != "brief":
            self._fail(root, f"<{root.tag}> is not a page; the root is <brief>")
        heads = dict.fromkeys(("title", "subtitle", "summary", "series"), "")
        blocks: list[Block] = []
        for child in self._elements(root):
            if child.tag in heads:
                heads[child.tag] = inline_text(self._inlines(child))
            else:
                blocks.append(self._block(child))
        if not heads["title"]:
            self._fail(root, "the page has no <title>")
        return Page(blocks=tuple(blocks), **heads)

    def _block(self, element: Any) -> Block:
        if element.tag not in _BLOCKS:
            self._fail(element, f"<{element.tag}> is not a block")
        maker: Callable[[Any, str], Block] = getattr(self, f"_{element.tag}")
        try:
            return maker(element, self._id(element))
        except ValidationError as problem:
            found = problem.errors(include_url=False)[0]
            where = ".".join(map(str, found["loc"]))
            self._fail(element, f"<{element.tag}> {where}: {found['msg'].lower()}")

    def _heading(self, element: Any, key: str) -> Block:
        return Heading(id=key, level=int(element.get("level")), children=self._inlines(element))

    def _p(self, element: Any, key: str) -> Block:
        return Paragraph(id=key, role=element.get("role", ""), children=self._inlines(element))

    def _list(self, element: Any, key: str) -> Block:
        items = [
            Item(id=self._id(item), children=self._inlines(item))
            for item in self._elements(element, "item")
        ]
        ordered = element.get("ordered", "no") == "yes"
        return ListBlock(id=key, ordered=ordered, role=element.get("role", ""), items=tuple(items))

    def _quotation(self, element: Any, key: str) -> Block:
        by = self._take(element, "by")
        return Quotation(
            id=key,
            children=self._inlines(element),
            attribution=self._inlines(by) if by is not None else (),
        )

    def _callout(self, element: Any, key: str) -> Block:
        title = self._take(element, "title")
        return Callout(
            id=key,
            role=element.get("role", "box"),
            title=self._inlines(title) if title is not None else (),
            blocks=tuple(self._block(child) for child in self._elements(element)),
        )

    def _table(self, element: Any, key: str) -> Block:
        caption = self._take(element, "caption")
        if caption is None:
            self._fail(element, f"the table '{key}' has no <caption>")
        # a reader meets the caption first, so that its note marks are numbered first
        title = self._inlines(caption)
        columns: list[Column] = []
        rows: list[tuple[Cell, ...]] = []
        for child in self._elements(element, "column", "row"):
            if child.tag == "row":
                rows.append(self._row(child, len(columns)))
            else:
                align, width = child.get("align", "left"), float(child.get("width", "1"))
                columns.append(Column(title=self._inlines(child), align=align, width=width))
        return Table(
            id=key,
            role=element.get("role", ""),
            caption=title,
            columns=tuple(columns),
            rows=tuple(rows),
        )

    def _row(self, element: Any, width: int) -> tuple[Cell, ...]:
        key = self._id(element)
        cells = tuple(
            Cell(id=f"{key}.{number}", children=self._inlines(cell))
            for number, cell in enumerate(self._elements(element, "cell"), 1)
        )
        if len(cells) != width:
            self._fail(element, f"row '{key}' has {len(cells)} cells for {width} columns")
        return cells

    def _exhibit(self, element: Any, key: str) -> Block:
        title, alt, caption = (self._take(element, part) for part in ("title", "alt", "caption"))
        if title is None or alt is None:
            self._fail(element, f"the exhibit '{key}' has no <title> or no <alt>")
        data = self._found(element, self.lookup.exhibit)
        return Exhibit(
            id=key,
            title=self._inlines(title),
            alt=inline_text(self._inlines(alt)),
            caption=self._inlines(caption) if caption is not None else (),
            **data,
        )

    def _inlines(self, element: Any) -> Inlines:
        """Return the inlines of an element, blanks collapsed, none at its ends."""
        return tidy(self._run(element))

    def _run(self, element: Any) -> list[Inline]:
        made: list[Inline] = list(foreign_runs(element.text or ""))
        for child in element:
            self._check(child)
            made += [*self._inline(child), *foreign_runs(child.tail or "")]
        return made

    def _inline(self, element: Any) -> list[Inline]:
        match element.tag:
            case "em":
                return [Emphasis(children=self._inlines(element))]
            case "strong":
                return [Strong(children=self._inlines(element))]
            case "aside":
                return [self._aside(element)]
            case "link":
                return [Link(href=self._href(element), children=self._inlines(element))]
            case "foreign":
                return [Foreign(lang=element.get("lang"), text=element.text or "")]
            case "q":
                return [self._found(element, self.lookup.quote)]
            case "num":
                return [self._found(element, self.lookup.number)]
            case "cite":
                return list(self._found(element, lambda refs: self.lookup.cite(refs.split())))
            case _:
                raise self._error(element, f"<{element.tag}> cannot stand inside a line")

    def _aside(self, element: Any) -> Aside:
        dots: list[Dots] = []
        while (one := self._take(element, "dots")) is not None:
            value, label = self._found(one, self.lookup.tally), inline_text(self._inlines(one))
            dots += [Dots(shape=one.get("shape"), value=value, source=one.get("of"), label=label)]
        level = element.get("level", "")
        return Aside(children=self._inlines(element), dots=tuple(dots), level=level)

    def _href(self, element: Any) -> str:
        href = str(element.get("href"))
        if not re.match(r"(https?://|mailto:|#)", href):
            self._fail(element, f"a link leads to http(s), mailto or '#', not to '{href[:40]}'")
        return href

    def _found(self, element: Any, lookup: Callable[[str], Any]) -> Any:
        ref = element.get("of")
        try:
            return lookup(ref)
        except KeyError:
            self._fail(element, f"<{element.tag} of='{ref}'> names nothing in the ledger")

    def _take(self, element: Any, tag: str) -> Any | None:
        """Return the child with that tag, removed from its parent."""
        found = element.find(tag)
        if found is None:
            return None
        self._check(found)
        previous, tail = found.getprevious(), found.tail or ""
        if previous is None:
            element.text = (element.text or "") + tail
        else:
            previous.tail = (previous.tail or "") + tail
        element.remove(found)
        return found

    def _elements(self, element: Any, *tags: str) -> Iterator[Any]:
        """Yield the children; loose words between them are an error."""
        loose = [element.text or "", *(child.tail or "" for child in element)]
        if words := " ".join("".join(loose).split()):
            self._fail(element, f"words stand loose in <{element.tag}>: '{words[:40]}'")
        for child in element:
            self._check(child)
            if tags and child.tag not in tags:
                self._fail(child, f"<{child.tag}> cannot stand in <{element.tag}>")
            yield child

    def _id(self, element: Any) -> str:
        key = str(element.get("id"))
        if not re.fullmatch(r"[A-Za-z][\w.:-]*", key):
            self._fail(element, f"'{key}' is not an id (a letter, then letters, digits, . : -)")
        if key in self.ids:
            self._fail(element, f"the id '{key}' stands twice (first at {self.ids[key]})")
        self.ids[key] = self._place(element)
        return key

    def _check(self, element: Any) -> None:
        """Raise for an unknown element, an unknown attribute, or a missing one."""
        known = ATTRIBUTES.get(str(element.tag))
        if known is None:
            self._fail(element, f"<{element.tag}> is not an element of the markup")
        given = set(map(str, element.attrib)) - {"at"}
        if unknown := sorted(given - known):
            self._fail(element, f"<{element.tag}> has no attribute '{unknown[0]}'")
        if missing := sorted(known - OPTIONAL - given):
            self._fail(element, f"<{element.tag}> has no '{missing[0]}'")
        roles, role = ROLES.get(str(element.tag)), element.get("role", "")
        if roles and role and role not in roles:
            known_roles = ", ".join(sorted(roles))
            self._fail(element, f"<{element.tag}> has no role '{role}' (known: {known_roles})")

    def _place(self, element: Any) -> str:
        while element is not None:
            if at := element.get("at"):
                return str(at)
            element = element.getparent()
        return self.name

    def _fail(self, element: Any, message: str) -> NoReturn:
        raise self._error(element, message)

    def _error(self, element: Any, message: str) -> BriefError:
        return error("markup-wrong", self._place(element), f"{message}.")
