"""A brief in; its words place by place and sentence by sentence, each with its tied parts, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from brief.model.brief import (
    Aside,
    Block,
    Brief,
    Cite,
    Emphasis,
    Foreign,
    Inlines,
    Link,
    Number,
    Quoted,
    Strong,
    Table,
    Text,
)
from brief.model.diagnostic import Diagnostic, Severity
from brief.model.plain import block_parts, cite_text, inline_text, walk

GAP = "\ufffc"
"""Stands in a sentence of ours for what is not ours to vouch for: a tied number, a quotation."""
NAME = "X"
"""Stands in a sentence of ours for each character of a source's name: it counts as a word."""
Leaf = Text | Foreign | Number | Cite | Quoted | Link


@dataclass(frozen=True, slots=True)
class Place:
    """The smallest piece of a brief that holds words, such as a paragraph or a cell."""

    id: str
    inlines: Inlines
    group: str
    """Pieces of one group share note marks: the cells of a row, the words around a chart."""
    kind: str
    """Kind of the block it belongs to."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a place."""

    own: str
    """Our words; a `GAP` for each quotation, note mark, tied number and web address, and a `NAME`
    for each character of a source's name."""
    named: str
    """The same with the names of sources, character by character."""
    text: str
    """All words but those of quotations; names as in `own`."""
    leaves: tuple[Leaf, ...]
    """Its parts in order; emphasis is looked through."""

    @property
    def cites(self) -> list[int]:
        """Numbers of the notes whose marks stand in it."""
        return [leaf.note for leaf in self.leaves if isinstance(leaf, Cite)]


def places(brief: Brief) -> list[Place]:
    """Return every place of a brief's blocks, in reading order."""
    return [place for block in walk(brief.blocks) for place in _of(block)]


def _of(block: Block) -> Iterator[Place]:
    if block.kind == "callout":
        yield Place(f"{block.id}/title", block.title, f"{block.id}/title", block.kind)
        return
    rows = (
        {cell.id: n for n, row in enumerate(block.rows) for cell in row}
        if (isinstance(block, Table))
        else {}
    )
    for unit, inlines in block_parts(block):
        group = f"{block.id}/row{rows[unit]}" if unit in rows else unit
        whole = block.kind in ("quotation", "exhibit")
        yield Place(unit, inlines, block.id if whole else group, block.kind)


def leaves(inlines: Inlines) -> Iterator[Leaf]:
    """Yield the parts of inlines in order; emphasis is looked through, quotations are whole."""
    for inline in inlines:
        if isinstance(inline, Emphasis | Strong | Aside) or (
            isinstance(inline, Link) and not _is_address(inline)
        ):
            yield from leaves(inline.children)
        else:
            yield inline


def _is_address(link: Link) -> bool:
    """Tell whether a link shows its own address, whose digits count nothing."""
    words = inline_text(link.children).strip()
    return bool(words) and words.removesuffix("/") in link.href


def cited(inlines: Inlines) -> list[int]:
    """Return the numbers of the notes whose marks stand in inlines."""
    return [leaf.note for leaf in leaves(inlines) if isinstance(leaf, Cite)]


# A stop (but not that of an initial), what may close after it, note marks; then a blank and the
# begin of a sentence: a capital, a digit, or a letter of a script without small ones.
_END = re.compile(
    r"(?<!\b[A-Z]\.)(?<=[.!?…])[\"”’»)\]]*[⁰¹²³⁴-⁹,]*\s+(?=[\"“‘«(\[]?(?:[^\W_a-z]|\ufffc))"
)


def sentences(inlines: Inlines, names: re.Pattern[str] | None = None) -> list[Sentence]:
    """Return the sentences of a place; a stop inside a quotation or a name ends none.

    `names` finds what sources are called.
    """
    spans: list[tuple[int, int, Leaf]] = []
    text = ""
    for leaf in leaves(inlines):
        shown = _masked(leaf)
        spans.append((len(text), len(text) + len(shown), leaf))
        text += shown
    masked = names.sub(lambda name: NAME * len(name[0]), text) if names else text
    cuts = [0, *(found.end() for found in _END.finditer(masked)), len(text)]
    return [_cut(text, masked, spans, span) for span in pairwise(cuts) if span[0] < span[1]]


def _cut(
    text: str, masked: str, spans: list[tuple[int, int, Leaf]], span: tuple[int, int]
) -> Sentence:
    own, named, read, inside = "", "", "", []
    start, end = span
    for first, last, leaf in spans:
        if first >= end or last <= start:
            continue
        part = slice(max(first, start), min(last, end))
        plain = isinstance(leaf, Text | Foreign)
        own += masked[part] if plain else GAP
        named += text[part] if plain else GAP
        read += masked[part] if plain or isinstance(leaf, Number) else GAP
        if plain or start <= first:
            inside.append(leaf)
    return Sentence(own, named, read, tuple(inside))


def _masked(leaf: Leaf) -> str:
    """Return the words of a part; of a quotation only its end can close a sentence."""
    if isinstance(leaf, Cite):
        return cite_text(leaf.note)
    words = inline_text((leaf,))
    if isinstance(leaf, Quoted | Link) and len(words) > 2:
        return GAP * (len(words) - 2) + words[-2:]
    return words


@dataclass(frozen=True, slots=True)
class Reporter:
    """Where diagnostics of one brief come from: names the file and the block.

    In a place that a person edited an error is a warning, unless it is asked for `strict`ly: their
    words must not stop a build. What to do about it is said for a draft, which has no markup.
    """

    file: str
    edited: frozenset[str] = frozenset()
    strict: bool = False

    def say(
        self, unit: str, code: str, message: str, hint: str = "", severity: Severity = "error"
    ) -> Diagnostic:
        """Return a diagnostic that names the block."""
        place = f"{self.file}, {unit}" if " " in unit else f"{self.file}, block {unit}"
        if unit in self.edited and (_MARKUP in hint or _REBUILD in hint):
            hint = _OF_A_NOTE if unit.startswith("note ") else _IN_A_DRAFT
        said = Diagnostic(code=code, severity=severity, place=place, message=message, hint=hint)
        return softened([said])[0] if unit in self.edited and not self.strict else said


_MARKUP = "=…/>"
"""What a hint to the writer of a template ends on."""
_REBUILD = "Rebuild"
"""What a hint says that is no help where a person's words stay as typed, however often we build."""
REBUILD = f"{_REBUILD} the brief."
AGAIN = "Build it again: `snakemake all`."
_IN_A_DRAFT = "Write it as a source has it now, with a note of that source, or take it out."
_OF_A_NOTE = "Its source is gone or says otherwise now: look there, or cite another in the draft."


def softened(found: Iterable[Diagnostic], hint: str = "") -> list[Diagnostic]:
    """Return diagnostics none of which stops a build, where a person's hand is in the matter.

    The one way in which an error becomes a warning; `hint` replaces what to do about it.
    """
    soft: dict[str, str] = {"severity": "warning", **({"hint": hint} if hint else {})}
    return [one.model_copy(update=soft) if one.severity == "error" else one for one in found]


def short(text: str, length: int = 60) -> str:
    """Return text on one line, cut to a length that a message can hold."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
