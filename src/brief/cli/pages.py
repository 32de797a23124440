"""A draft whose words take more room than its pages have: what of ours gives way to them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from brief.cli.inputs import load_audience, load_question, load_templates
from brief.draft import Followed, finished, with_edits
from brief.edits.merge import Merged
from brief.edits.ties import ties
from brief.errors import BriefError, Diagnostic
from brief.model.brief import Brief
from brief.model.dossier import Dossier
from brief.store import artifacts
from brief.writers.fonts import drawable
from brief.writers.pdf import tightest
from brief.writers.style import Style

if TYPE_CHECKING:
    from brief.compose import Composer


def within_pages(
    followed: Followed, new: Brief, style: Style, options: argparse.Namespace
) -> Brief:
    """Return the machine's version that stays within its pages with a person's words in it.

    That is `new` itself where they fit, where nobody edited it, or where `options` do not say
    what it was composed from.
    """
    if not (options.dossier and options.audience and followed.brief.by_hand):
        return new

    def merged(machine: Brief) -> Followed:
        return with_edits(followed.edits, machine, followed)

    def room(machine: Brief) -> float:
        return tightest(finished(merged(machine), machine, drawable)[0], style).layout().room

    ours, tied = _troubles(merged(new).merged), ties(followed.edits, new)

    def untouched(machine: Brief) -> bool:
        return tied <= ties(followed.edits, machine) and _troubles(merged(machine).merged) <= ours

    from brief.compose.give_way import giving_way

    try:
        if room(new) >= 0:
            return new
        return giving_way(_composer(new, options), new, room, untouched)
    except BriefError:
        # What cannot be set or composed is told where that is done in earnest.
        return new


def _troubles(merged: Merged) -> set[str]:
    """Return the places where a merge leaves something for the editor to settle."""
    return {*merged.conflicts, *merged.orphans, *merged.returned}


def _composer(brief: Brief, options: argparse.Namespace) -> Composer:
    """Return what composed a brief."""
    from brief.compose import Composer

    audience = load_audience(options.audience, options.templates)
    return Composer(
        artifacts.load(options.dossier, Dossier),
        audience.model_copy(update={"pages": brief.layout.pages}),
        load_question(options.question, options.templates),
        load_templates(options.templates),
        reviewer=options.reviewer,
        inputs=brief.inputs,
    )


def gave_way(whole: Brief, shorter: Brief) -> list[Diagnostic]:
    """Return a note of how much of ours gave way to a person's words, if anything did."""
    count = len(shorter.annex) - len(whole.annex)
    if not count:
        return []
    said = f"{count} of our items, ranked last, gave way to the words typed into the draft."
    hint = "They are on the list of what is left out; more `pages:` in the audience file have room."
    return [Diagnostic(code="gave-way", severity="note", place=whole.id, message=said, hint=hint)]
