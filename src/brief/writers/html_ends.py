"""Notes and works cited in, the small print at the end of the page out."""

from __future__ import annotations

from collections.abc import Sequence

from brief.model.brief import Brief
from brief.model.marks import note_unit, reference_unit
from brief.writers.html_page import Page, classes, unit
from brief.writers.inlines import tagged_html
from brief.writers.measure import best_columns
from brief.writers.style import points

_INDENT = 14.0
"""Points that the indent of a work and the gap of columns take."""


def notes_html(brief: Brief, page: Page) -> str:
    """Return the notes, each linked back to where it is first cited."""
    items = [
        f'<li id="note-{note.number}">{_back(note.number, page.cited)} '
        f"<i {unit(note_unit(note.id))}>{page.prose(note.children)}</i></li>"
        for note in brief.notes
    ]
    return _end("notes", brief.labels.notes, items)


def _back(number: int, cited: set[int]) -> str:
    """Return the number of a note, as a link to where it is first cited."""
    if number not in cited:
        return f"<b>{number}</b>"
    return f'<a class="back" href="#cite-{number}">{number}</a>'


def references_html(brief: Brief, page: Page) -> str:
    """Return the works cited, in as many columns as make their list shortest."""
    items = [
        f"<li><i {unit(reference_unit(work.id))}>{page.prose(work.children)}</i></li>"
        for work in brief.references
    ]
    texts = [work.children for work in brief.references]
    size = points(page.style.tokens["size"]["note"])
    columns = best_columns(texts, size, page.full, _INDENT)
    return _end("references", brief.labels.references, items, f"of-{columns}")


def _end(kind: str, title: str, items: Sequence[str], columns: str = "") -> str:
    """Return a section of small print; `columns` is the class that says in how many it is set."""
    if not items:
        return ""
    head = f"<h2 {unit(f'brief/{kind}')}>{tagged_html(title)}</h2>" if title else ""
    return f"<section {classes('end', kind, columns)}>{head}<ol>{''.join(items)}</ol></section>"
