"""A brief in; all that does not trace to its own ledger, notes and references, out. No files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from brief.check.estimates import estimates
from brief.check.evidence import Evidence
from brief.check.exhibits import dots, exhibits
from brief.check.loose import loose_numbers
from brief.check.numbers import shown_numbers
from brief.check.places import REBUILD, Place, Reporter, cited, places
from brief.check.quotes import quotations
from brief.check.sources import attributions, notes
from brief.model.brief import Brief
from brief.model.diagnostic import Diagnostic, Severity
from brief.model.marks import FIRST_FOOTER, FIRST_RUNNING, FOOTER, RUNNING, note_unit
from brief.model.plain import brief_text


def check_brief(brief: Brief, file: str = "", *, strict: bool = False) -> list[Diagnostic]:
    """Return what is wrong with a brief as data; fast, for every build.

    Checked: quotations are verbatim parts of ledger quotes and marked as such, words of our notes
    never; every number resolves to the ledger and shows its value; every mark, note and reference
    agree; estimative words keep to one scale. `file` is how diagnostics name the brief.

    Where a person edited (`Brief.edited`) the words are theirs: what is still tied there is
    checked, a fault is a warning, and what no source vouches for is listed as not verified. With
    `strict` all of that is an error.
    """
    edited = frozenset((*brief.edited, *brief.unverified))
    every = places(brief)
    evidence = Evidence(brief, every)
    ours = [place for place in every if place.id not in edited]
    theirs = edited | _their_notes(brief, ours, edited) | _heads(edited) if edited else edited
    reporter = Reporter(file or brief.id, theirs, strict)
    return [
        *_repeated(brief, reporter),
        *notes(brief, evidence, reporter),
        *quotations(brief, every, evidence, reporter),
        *shown_numbers(brief, every, evidence, reporter),
        *exhibits(brief, evidence, reporter),
        *dots(brief, evidence, reporter),
        *loose_numbers(brief, every if strict else ours, evidence, reporter),
        *attributions(every, evidence, reporter),
        *estimates(ours, evidence, reporter),
        *_unverified(brief, reporter, strict),
    ]


def _heads(edited: frozenset[str]) -> frozenset[str]:
    """Return what the checks call edited places outside the blocks, and words for pictures."""
    names = {
        RUNNING: "running head",
        FOOTER: "footer",
        FIRST_RUNNING: "first running head",
        FIRST_FOOTER: "first footer",
    }
    alts = {f"{unit.removesuffix('/alt')} (alt text)" for unit in edited if unit.endswith("/alt")}
    return frozenset({name for unit, name in names.items() if unit in edited} | alts)


def _their_notes(brief: Brief, ours: Sequence[Place], edited: frozenset[str]) -> frozenset[str]:
    """Return the notes that a person edited, or that only edited places cite.

    Such a note is kept when its source is gone.
    """
    still = {number for place in ours for number in cited(place.inlines)}
    return frozenset(
        f"note {note.number}"
        for note in brief.notes
        if note_unit(note.id) in edited or note.number not in still
    )


def _unverified(brief: Brief, reporter: Reporter, strict: bool) -> Iterator[Diagnostic]:
    """Yield each place that a person edited and that nothing vouches for."""
    severity: Severity = "error" if strict else "note"
    for unit in brief.unverified:
        why = brief.reasons.get(unit, "")
        said = f"edited by hand, not verified{': ' if why else ''}{why}."
        yield reporter.say(unit, "block-edited", said, severity=severity)


def _repeated(brief: Brief, reporter: Reporter) -> Iterator[Diagnostic]:
    """Yield ids that stand twice: a block of that id could not be told from the other."""
    ledger = brief.ledger
    groups: Sequence[tuple[str, list[str]]] = (
        ("block", [unit for unit, _ in brief_text(brief)]),
        ("ledger", [one.id for kind in (ledger.quotes, ledger.figures) for one in kind]),
        ("ledger", [one.id for one in ledger.counts]),
        ("reference", [one.id for one in brief.references]),
    )
    for name, ids in groups:
        for key, times in Counter(ids).items():
            if times > 1:
                said = f"the id stands {times} times in the {name} list."
                yield reporter.say(key, "id-repeated", said, REBUILD)
