"""Random briefs and random edit scripts, as a person would work on a draft."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from hypothesis import strategies as st

from brief.edits.cites import cite_by_id, notes_in
from brief.edits.columns import reshape
from brief.edits.pieces import recast, units, with_units
from brief.edits.tree import Tree, from_tree, to_tree
from brief.model.brief import (
    Block,
    Brief,
    Callout,
    Cell,
    Cite,
    Column,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Item,
    Link,
    ListBlock,
    Note,
    Number,
    Paragraph,
    Quotation,
    Quoted,
    Reference,
    Table,
    Text,
)
from brief.model.edit import BODY, CLOSING, WORKS, ListItem, Row, Work
from brief.model.layout import Labels, Layout
from brief.model.ledger import Ledger, LedgerCount, LedgerQuote
from brief.model.marks import note_unit

WORDS = (
    "trade",
    "gas",
    "not",
    "1,204",
    "pact",
    "ally",
    "rose",
    "fell",
    "grew",
    "条約",
    "мир",
    "in",
)
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
QUOTES = tuple(
    LedgerQuote(
        id=f"q{n}",
        article="001",
        seed="001",
        sha256="0" * 64,
        passage=f"001#p{n}",
        start=n,
        end=n + 5,
        text=f"sentence {n}",
        voice="author",
    )
    for n in range(6)
)


@st.composite
def inlines(draw: st.DrawFn, notes: int = 4) -> Inlines:
    """Return words with now and then a quotation, a number, a note mark or stress."""
    made: list[Inline] = [Text(text=draw(sentences))]
    for extra in draw(st.lists(st.sampled_from("eqnc"), max_size=3)):
        words = draw(sentences)
        match extra:
            case "e":
                made += [Emphasis(children=(Text(text=words),))]
            case "q":
                made += [Quoted(quote="q1", children=(Text(text="“sentence 1”"),))]
            case "n":
                made += [Number(text="7 of 8", source="n:agree")]
            case _:
                made += [Cite(note=draw(st.integers(1, notes)))]
        made += [Text(text=" " + draw(sentences))]
    return tuple(made)


@st.composite
def blocks(draw: st.DrawFn, key: str, nested: bool = True) -> Block:
    """Return a block whose ids all begin with `key`."""
    kinds = ["paragraph", "heading", "list", "quotation", "table"] + ["callout"] * nested
    words = inlines()
    match draw(st.sampled_from(kinds)):
        case "heading":
            return Heading(id=key, level=draw(st.integers(2, 3)), children=draw(words))
        case "list":
            items = [Item(id=f"{key}i{n}", children=draw(words)) for n in range(draw(_few))]
            return ListBlock(id=key, ordered=draw(st.booleans()), items=tuple(items))
        case "quotation":
            return Quotation(id=key, children=draw(words), attribution=(Text(text="Aldana"),))
        case "table":
            columns = (Column(title=(Text(text="Measure"),)), Column(title=(Text(text="Value"),)))
            rows = [
                (Cell(id=f"{key}r{n}a", children=draw(words)), Cell(id=f"{key}r{n}b", children=()))
                for n in range(draw(_few))
            ]
            return Table(id=key, caption=draw(words), columns=columns, rows=tuple(rows))
        case "callout":
            inner = [draw(blocks(f"{key}.{n}", nested=False)) for n in range(draw(_few))]
            return Callout(id=key, title=(Text(text="Box"),), blocks=tuple(inner))
        case _:
            return Paragraph(id=key, children=draw(words))


_few = st.integers(1, 3)


def wrap(content: tuple[Block, ...]) -> Brief:
    """Return a brief of the blocks, its notes numbered by first mark."""
    notes = tuple(
        Note(
            number=n,
            id=f"note{n}",
            children=(Text(text=f"Aldana, para. {n}."),),
            quotes=(f"q{n}",),
            reference="001",
        )
        for n in range(1, 5)
    )
    brief = Brief(
        id="japan",
        title="Two ports",
        subtitle="A question",
        issued="2026-11-22",
        layout=Layout(paper="A4", language="en-GB"),
        labels=Labels(),
        blocks=content,
        notes=notes,
        references=(Reference(id="001", number=1, children=(Text(text="Aldana 2014."),)),),
        ledger=Ledger(
            quotes=QUOTES, counts=(LedgerCount(id="n:agree", value=7, how="that agree"),)
        ),
    )
    numbered = from_tree(to_tree(brief), brief)
    return from_tree(to_tree(numbered), numbered)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Return a brief of one to five blocks."""
    return wrap(tuple(draw(blocks(f"b{n}")) for n in range(draw(st.integers(1, 5)))))


@st.composite
def rebuilt(draw: st.DrawFn, brief: Brief) -> Brief:
    """Return what the machine might make of a brief after seeds or settings changed."""
    tree = to_tree(brief)
    for _ in range(draw(st.integers(0, 5))):
        draw(st.sampled_from(MACHINE))(draw, tree)
    for number in range(draw(st.integers(0, 2))):
        new = draw(blocks(f"new{number}", nested=False))
        other = to_tree(wrap((new,)))
        tree.pieces.update({key: other.pieces[key] for key in other.walk()})
        inside = {key: ids for key, ids in other.children.items() if key in other.walk()}
        tree.children.update(inside)
        at = draw(st.integers(0, len(tree.children[BODY])))
        tree.children[BODY].insert(at, new.id)
    tree.prune()
    return from_tree(tree, brief)


@st.composite
def edited(draw: st.DrawFn, brief: Brief) -> Brief:
    """Return a brief after a person's edits."""
    tree = to_tree(brief)
    for number in range(draw(st.integers(1, 6))):
        draw(st.sampled_from(PERSON))(draw, tree, number)
    tree.prune()
    return from_tree(tree, brief)


def _pick(draw: st.DrawFn, tree: Tree) -> str | None:
    keys = list(tree.walk())
    return draw(st.sampled_from(keys)) if keys else None


def change(draw: st.DrawFn, tree: Tree, number: int = 0) -> None:
    """Retype the words of one unit."""
    keys = [key for key in tree.walk() if units(tree.pieces[key])]
    if keys:
        key = draw(st.sampled_from(keys))
        unit = draw(st.sampled_from(list(units(tree.pieces[key]))))
        words = (*_text(f"typed{number} {draw(sentences)}"), cite_by_id("note1"))
        tree.pieces[key] = with_units(tree.pieces[key], {unit: words})


def delete(draw: st.DrawFn, tree: Tree, number: int = 0) -> None:
    """Delete a piece with all inside it."""
    key = _pick(draw, tree)
    if key is not None:
        _drop(tree, key)


def _drop(tree: Tree, key: str) -> None:
    for ids in tree.children.values():
        if key in ids:
            ids.remove(key)
    for inside in list(tree.children.pop(key, ())):
        _drop(tree, inside)
    del tree.pieces[key]


def _text(words: str) -> Inlines:
    return (Text(text=words),)


def add(draw: st.DrawFn, tree: Tree, number: int) -> None:
    """Add a paragraph, an item or a row anywhere."""
    parent = draw(st.sampled_from([key for key in tree.children if key != WORKS]))
    words = _text(f"added{number} {draw(sentences)}")
    key = f"hand:{number}"
    container = tree.pieces[parent].kind if parent in tree.pieces else "callout"
    match container:
        case "list":
            tree.pieces[key] = ListItem(id=key, children=words)
        case "table":
            key = f"row:hand:{number}"
            table = tree.pieces[parent]
            assert isinstance(table, Table)
            cells = [Cell(id=f"hand:{number}c{n}", children=()) for n in range(len(table.columns))]
            cells[0] = Cell(id=f"hand:{number}", children=words)
            tree.pieces[key] = Row(id=key, cells=tuple(cells))
        case _:
            tree.pieces[key] = Paragraph(id=key, children=words)
    siblings = tree.children[parent]
    siblings.insert(draw(st.integers(0, len(siblings))), key)


def move(draw: st.DrawFn, tree: Tree, number: int = 0) -> None:
    """Move a piece among its siblings, a block elsewhere, an item into another list."""
    key = _pick(draw, tree)
    if key is None:
        return
    homes = [tree.parents()[key]]
    if tree.pieces[key].kind == "item":
        homes += [k for k in tree.walk() if tree.pieces[k].kind == "list"]
    elif tree.pieces[key].kind != "row":
        inside = {key, *tree.walk(key)}
        boxes = [k for k in tree.walk() if tree.pieces[k].kind == "callout" and k not in inside]
        homes += [BODY, CLOSING, *boxes]
    home = draw(st.sampled_from(homes))
    for ids in tree.children.values():
        if key in ids:
            ids.remove(key)
    siblings = tree.children.setdefault(home, [])
    siblings.insert(draw(st.integers(0, len(siblings))), key)


def restyle(draw: st.DrawFn, tree: Tree, number: int = 0) -> None:
    """Make a block another kind of block."""
    key = _pick(draw, tree)
    if key is not None and tree.pieces[key].kind in ("heading", "paragraph", "quotation"):
        wanted = draw(st.sampled_from(["paragraph", "heading 2", "heading 3", "quotation"]))
        tree.pieces[key] = recast(tree.pieces[key], wanted)


def merge_two(draw: st.DrawFn, tree: Tree, number: int = 0) -> None:
    """Join two neighboring paragraphs."""
    siblings = tree.children[BODY]
    for one, two in pairwise(siblings):
        first, second = tree.pieces[one], tree.pieces[two]
        if isinstance(first, Paragraph) and isinstance(second, Paragraph):
            joined = (*first.children, Text(text=" "), *second.children)
            tree.pieces[one] = first.model_copy(update={"children": joined})
            _drop(tree, two)
            return


def split(draw: st.DrawFn, tree: Tree, number: int = 0) -> None:
    """Make two of a paragraph or an item, and type at the start of the second."""
    keys = [k for k in tree.walk() if isinstance(tree.pieces[k], Paragraph | ListItem)]
    if not keys:
        return
    key = draw(st.sampled_from(keys))
    piece = tree.pieces[key]
    assert isinstance(piece, Paragraph | ListItem)
    at = draw(st.integers(0, len(piece.children)))
    rest = (*_text(f"added{number} "), *piece.children[at:])
    tree.pieces[key] = piece.model_copy(update={"children": piece.children[:at]})
    made = type(piece)(id=f"hand:{number}", children=rest)
    tree.pieces[made.id] = made
    siblings = tree.children[tree.parents()[key]]
    siblings.insert(siblings.index(key) + 1, made.id)


def retitle(draw: st.DrawFn, tree: Tree, number: int = 0) -> None:
    """Type another title, or another subtitle or none."""
    title = _text(f"typed{number} {draw(sentences)}")
    subtitle = draw(st.sampled_from([tree.front.subtitle, (), title]))
    tree.pieces["brief"] = tree.front.model_copy(update={"title": title, "subtitle": subtitle})


def annotate(draw: st.DrawFn, tree: Tree, number: int = 0) -> None:
    """Retype a note that is cited, or a work."""
    words = (w for key in tree.walk() for w in units(tree.pieces[key]).values())
    cited = {note_unit(note) for inlines in words for note in notes_in(inlines)}
    keys = [k for k, p in tree.pieces.items() if k in cited or isinstance(p, Work)]
    if keys:
        key = draw(st.sampled_from(keys))
        typed = _text(f"typed{number} {draw(sentences)}")
        tree.pieces[key] = with_units(tree.pieces[key], {key: typed})


def unmark(draw: st.DrawFn, tree: Tree, number: int = 0) -> None:
    """Delete the note marks of a unit: notes that are cited nowhere else go with them."""
    keys = [key for key in tree.walk() if units(tree.pieces[key])]
    if keys:
        key = draw(st.sampled_from(keys))
        words = {
            unit: tuple(i for i in inlines if not isinstance(i, Link))
            for unit, inlines in units(tree.pieces[key]).items()
        }
        tree.pieces[key] = with_units(tree.pieces[key], words)


def recolumn(draw: st.DrawFn, tree: Tree, number: int = 0) -> None:
    """Add a column to a table, or delete one."""
    keys = [key for key in tree.walk() if isinstance(tree.pieces[key], Table)]
    if not keys:
        return
    key = draw(st.sampled_from(keys))
    table = tree.pieces[key]
    assert isinstance(table, Table)
    if len(table.columns) == 2:
        shape = draw(st.sampled_from([("1", "+1", "2"), ("2",), ("+1", "1", "2"), ("1",)]))
        for piece in (key, *tree.children.get(key, ())):
            tree.pieces[piece] = reshape(tree.pieces[piece], shape, 2)


Person = Callable[[st.DrawFn, Tree, int], None]
PERSON: tuple[Person, ...] = (
    change, change, delete, add, add, move, restyle, merge_two, split,
    retitle, annotate, unmark, recolumn,
)  # fmt: skip


def refresh(draw: st.DrawFn, tree: Tree) -> None:
    """Give a unit new words."""
    keys = [key for key in tree.walk() if units(tree.pieces[key])]
    if keys:
        key = draw(st.sampled_from(keys))
        unit = draw(st.sampled_from(list(units(tree.pieces[key]))))
        words = (*_text(f"machine {draw(sentences)}"), cite_by_id("note2"))
        tree.pieces[key] = with_units(tree.pieces[key], {unit: words})


MACHINE: tuple[Callable[[st.DrawFn, Tree], None], ...] = (refresh, refresh, delete, move, restyle)
