"""Formatted text as found and the inlines it was written from in, inlines out.

Where a person left the words of a quotation, a number or a foreign name as they were, they stay
tied to their evidence; what a person typed is plain text with the stress and links given to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import assert_never
from urllib.parse import unquote

from brief.edits.cites import cite_by_id, note_of
from brief.edits.readback.raw import MARK, Rich
from brief.edits.words import joined
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
from brief.model.marks import clean, linkable
from brief.model.plain import inline_text
from brief.model.scripts import foreign_runs

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tied:
    """Words that trace to something: a quotation, a number, a foreign name; or a line set apart."""

    start: int
    end: int
    inline: Inline


def flatten(words: Inlines) -> tuple[Rich, list[Tied]]:
    """Return the words of inlines (note marks by id) as a draft would show them, and the tied."""
    rich, tied = Rich(), list[Tied]()
    _flatten(words, _NONE, rich, tied)
    return rich, tied


def _flatten(words: Inlines, marks: frozenset[str], rich: Rich, tied: list[Tied]) -> None:
    for inline in words:
        start = len(rich.text)
        match inline:
            case Text():
                rich.add(clean(inline.text), marks)
            case Number() | Foreign() | Quoted():
                rich.add(inline_text((inline,)), marks)
                tied.append(Tied(start, len(rich.text), inline))
            case Link() if (note := note_of(inline)) is not None:
                rich.add(MARK, frozenset({f"note:{note}"}))
            case Link():
                own = {f"link:{clean(inline.href)}"} if linkable(inline.href) else set()
                _flatten(inline.children, marks | own, rich, tied)
            case Aside():
                whole = len(tied)
                _flatten(inline.children, marks | {"emphasis"}, rich, tied)
                tied.insert(whole, Tied(start, len(rich.text), inline))
            case Emphasis():
                _flatten(inline.children, marks | {"emphasis"}, rich, tied)
            case Strong():
                _flatten(inline.children, marks | {"strong"}, rich, tied)
            case Cite():
                pass
            case _:
                assert_never(inline)


def says_same(one: Inlines, two: Inlines) -> bool:
    """Return whether inlines say and show the same, whatever their words trace to."""
    return one == two or same(flatten(one)[0], flatten(two)[0])


def same(one: Rich, two: Rich) -> bool:
    """Return whether two texts say the same by words and formatting; spaces have no look."""
    if one.text != two.text:
        return False
    pairs = zip(one.text, one.marks, two.marks, strict=True)
    return all(char.isspace() or _look(a) == _look(b) for char, a, b in pairs)


def _look(marks: frozenset[str]) -> frozenset[str]:
    """Return what marks say; word processors escape addresses and add a slash at their ends."""
    return frozenset(
        unquote(mark).rstrip("/") if mark.startswith("link:") else mark
        for mark in marks
        if mark != "raised"
    )


def to_inlines(rich: Rich, base: Inlines) -> Inlines:
    """Return the inlines of a text; `base` itself when nothing in it was changed."""
    old, tied = flatten(base)
    if same(old, rich):
        return base
    placed = list(_still_there(old, tied, rich))
    return joined(tuple(_grouped(list(_segments(rich, placed)), 0)))


_Segment = tuple[frozenset[str], Inline]


def _segments(rich: Rich, placed: list[Tied]) -> Iterator[_Segment]:
    """Yield pieces of one look, tied words as one piece each."""
    at = 0
    for span in [*placed, Tied(len(rich.text), len(rich.text), Text(text=""))]:
        yield from _plain_segments(rich.cut(at, span.start))
        if span.end > span.start:
            apart = isinstance(span.inline, Aside)
            yield _NONE if apart else _look_kept(rich.marks[span.start]), span.inline
        at = span.end


def _plain_segments(rich: Rich) -> Iterator[_Segment]:
    pairs = zip(rich.text, map(_look_kept, rich.marks), strict=True)
    for marks, run in groupby(pairs, key=lambda pair: pair[1]):
        text = "".join(char for char, _ in run)
        notes = [mark.removeprefix("note:") for mark in marks if mark.startswith("note:")]
        if notes:
            for note in notes * len(text):
                yield _NONE, cite_by_id(note)
        else:
            for inline in foreign_runs(text.replace(MARK, "")):
                yield marks, inline


def _look_kept(marks: frozenset[str]) -> frozenset[str]:
    return marks - {"raised"}


_LEVELS = ("link", "strong", "emphasis")


def _grouped(segments: Sequence[_Segment], level: int) -> Iterator[Inline]:
    """Yield inlines nested as link, strong, emphasis."""
    if level == len(_LEVELS):
        yield from joined(tuple(inline for _, inline in segments))
        return
    for mark, run in groupby(segments, key=lambda segment: _at(segment[0], _LEVELS[level])):
        inner = tuple(_grouped(list(run), level + 1))
        if not mark:
            yield from inner
        elif mark == "strong":
            yield Strong(children=inner)
        elif mark == "emphasis":
            yield Emphasis(children=inner)
        else:
            yield Link(href=mark, children=inner)


def _at(marks: frozenset[str], level: str) -> str:
    if level == "link":
        return next((m.removeprefix("link:") for m in sorted(marks) if m.startswith("link:")), "")
    return level if level in marks else ""


def _still_there(old: Rich, tied: list[Tied], new: Rich) -> Iterator[Tied]:
    """Yield the tied words that stand in the new text untouched and in one look."""
    taken = 0
    for span in tied:
        for start, size, target in _blocks(old.text, new.text):
            if start <= span.start and span.end <= start + size:
                moved = Tied(span.start - start + target, span.end - start + target, span.inline)
                if moved.start >= taken and _intact(old, span, new, moved):
                    yield moved
                    taken = moved.end
                break


def _blocks(old: str, new: str) -> list[tuple[int, int, int]]:
    """Return the stretches that two texts share: start in the old one, length, start in the new."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [(block.a, block.size, block.b) for block in matcher.get_matching_blocks()]


def _intact(old: Rich, span: Tied, new: Rich, moved: Tied) -> bool:
    if isinstance(span.inline, Aside):
        line = old.cut(span.start, span.end), new.cut(moved.start, moved.end)
        return same(*line) and _is_line(new.text, moved)
    looks = {_look(marks) for marks in new.marks[moved.start : moved.end]}
    if len(looks) > 1:
        return False
    if not isinstance(span.inline, Number):
        return True
    before = (old.text[: span.start][-1:], new.text[: moved.start][-1:])
    after = (old.text[span.end :][:2], new.text[moved.end :][:2])
    return _apart(before[0], before[1]) and _apart(after[0], after[1])


def _is_line(text: str, span: Tied) -> bool:
    """Return whether words have a line of their own, and perhaps are the last."""
    before, after = text[: span.start][-1:], text[span.end :][:1]
    return before in ("", "\n") and after in ("", "\n")


def _apart(old: str, new: str) -> bool:
    """Return whether what touches a number leaves it the number it was."""
    if old == new:
        return True
    return not new[:1].isalnum() and not (new[:1] in ".,-−" and new[1:].isdigit())
