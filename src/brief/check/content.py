"""A brief in; all that does not trace to its own ledger, notes and references, out. No files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from brief.check.estimates import estimates
from brief.check.evidence import Evidence
from brief.check.exhibits import exhibits
from brief.check.loose import loose_numbers
from brief.check.numbers import shown_numbers
from brief.check.places import Reporter, places
from brief.check.quotes import quotations
from brief.check.sources import attributions, notes
from brief.model.brief import Brief
from brief.model.diagnostic import Diagnostic
from brief.model.plain import brief_text


def check_brief(brief: Brief, file: str = "", edited: Collection[str] = ()) -> list[Diagnostic]:
    """Return what is wrong with a brief as data; fast, for every build.

    Checked: quotations are verbatim parts of ledger quotes and marked as such, words of our notes
    never; every number resolves to the ledger and shows its value; every mark, note and reference
    agree; estimative words keep to one scale. `file` is how diagnostics name the brief; `edited`
    are unit ids of places that a person changed: their words are the person's, and only what is
    tied there is checked.
    """
    reporter = Reporter(file or brief.id)
    every = places(brief)
    evidence = Evidence(brief, every)
    ours = [place for place in every if place.id not in edited]
    return [
        *_repeated(brief, reporter),
        *notes(brief, evidence, reporter),
        *quotations(brief, every, evidence, reporter),
        *shown_numbers(brief, every, evidence, reporter),
        *exhibits(brief, evidence, reporter),
        *loose_numbers(brief, ours, evidence, reporter),
        *attributions(every, evidence, reporter),
        *estimates(ours, reporter),
    ]


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
                yield reporter.say(key, "id-repeated", said, "Rebuild the brief.")


def unverified(edited: Sequence[str], file: str, strict: bool) -> list[Diagnostic]:
    """Return a line for each place a person changed, whose words nothing vouches for."""
    return [
        Diagnostic(
            code="block-edited",
            severity="error" if strict else "note",
            place=f"{file}, block {unit}",
            message="edited by a person, not verified.",
            hint="",
        )
        for unit in edited
    ]
