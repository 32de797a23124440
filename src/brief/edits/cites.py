"""Note marks by number in, note marks by id out, and back: ids hold from build to build."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import assert_never

from brief.model.brief import (
    Aside,
    Cite,
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    Link,
    Number,
    Quoted,
    Strong,
    Text,
)

_PREFIX = "note:"


def cite_by_id(note: str) -> Link:
    """Return the mark of a note as edits hold it."""
    return Link(href=_PREFIX + note, children=())


def note_of(inline: Inline) -> str | None:
    """Return the id of the note that an inline marks, or `None`."""
    if isinstance(inline, Link) and not inline.children and inline.href.startswith(_PREFIX):
        return inline.href.removeprefix(_PREFIX)
    return None


def by_id(inlines: Inlines, ids: Mapping[int, str]) -> Inlines:
    """Return the inlines with marks by id; a mark whose note is unknown is dropped."""

    def change(inline: Inline) -> Inlines:
        if isinstance(inline, Cite):
            return (cite_by_id(ids[inline.note]),) if inline.note in ids else ()
        return (inline,)

    return mapped(inlines, change)


def by_number(inlines: Inlines, numbers: Mapping[str, int]) -> Inlines:
    """Return the inlines with marks by number; a mark whose note is unknown is dropped."""

    def change(inline: Inline) -> Inlines:
        note = note_of(inline)
        if note is None:
            return (inline,)
        return (Cite(note=numbers[note]),) if note in numbers else ()

    return mapped(inlines, change)


def mapped(inlines: Inlines, change: Callable[[Inline], Inlines]) -> Inlines:
    """Return the inlines, each leaf and each mark replaced by what `change` makes of it.

    What holds nothing then is dropped; what held nothing before, as dots without words, stays.
    """
    return tuple(new for inline in inlines for new in _mapped(inline, change))


def _mapped(inline: Inline, change: Callable[[Inline], Inlines]) -> Inlines:
    match inline:
        case Text() | Foreign() | Number() | Cite():
            return change(inline)
        case Link() if note_of(inline) is not None:
            return change(inline)
        case Emphasis() | Strong() | Link() | Aside():
            inner = mapped(inline.children, change)
            emptied = inline.children and not inner
            return () if emptied else (inline.model_copy(update={"children": inner}),)
        case Quoted():
            changed = change(inline)
            if changed != (inline,):
                return changed
            return (inline.model_copy(update={"children": mapped(inline.children, change)}),)
        case _:
            assert_never(inline)


def leaves(inlines: Inlines) -> Iterator[Inline]:
    """Yield every leaf, every note mark, and each `Quoted` before what it holds."""
    for inline in inlines:
        match inline:
            case Text() | Foreign() | Number() | Cite():
                yield inline
            case Link() if note_of(inline) is not None:
                yield inline
            case Quoted():
                yield inline
                yield from leaves(inline.children)
            case Emphasis() | Strong() | Link() | Aside():
                yield from leaves(inline.children)
            case _:
                assert_never(inline)


def notes_in(inlines: Inlines) -> Iterator[str]:
    """Yield the ids of the notes that the inlines mark, in order."""
    for leaf in leaves(inlines):
        note = note_of(leaf)
        if note is not None:
            yield note
