"""References and the records they were made from, in; references that say something else, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from brief.check.places import Reporter, short
from brief.model.brief import Brief, Reference
from brief.model.diagnostic import Diagnostic
from brief.model.plain import plain
from brief.model.source import Record


def against_records(brief: Brief, records: Mapping[str, Record], file: str) -> Iterator[Diagnostic]:
    """Yield references that lack the title, a maker or the year of their record.

    `records` are those of the summaries, by article id; a reference without one is passed over. A
    work that no note leads to may be listed by its name and year alone.
    """
    cited = {note.reference for note in brief.notes}
    reporter = Reporter(file, frozenset(f"reference {w.number}" for w in brief.references
                                        if f"ref:{w.id}" in brief.edited))  # fmt: skip
    for work in brief.references:
        record = records.get(work.id)
        text = plain(work.children)
        if record and work.id not in cited and _by_name(work, record):
            continue
        for what, wanted in _parts(record) if record else ():
            if _plain(wanted) not in _plain(text):
                said = f"“{short(text)}” does not give the {what} of {work.id}, “{short(wanted)}”."
                yield reporter.say(f"reference {work.number}", "reference-wrong", said)


def _by_name(work: Reference, record: Record) -> bool:
    """Tell whether a work is listed by its name and year, and by a name that its record holds."""
    name = work.names[0] if work.names else ""
    year = str(record.issued.year) if record.issued else ""
    called = year and year not in name
    known = " ".join(
        (*record.authors, record.title, record.publisher, record.container, record.url)
    )
    held = {_plain(word) for word in re.split(r"[\s/]+|\bwww\.", known)}
    return plain(work.children) == (f"{name}, {year}" if called else name) and any(
        _plain(word) in held for word in name.split()
    )


def _parts(record: Record) -> Iterator[tuple[str, str]]:
    if record.title:
        yield "title", record.title
    for author in record.first_authors:
        yield "author", max(author.split(), key=len, default="")
    if record.issued:
        yield "year", str(record.issued.year)


def _plain(text: str) -> str:
    """Return the letters and digits of a text: marks and blanks differ from style to style."""
    return re.sub(r"[\W_]+", "", text).casefold()
