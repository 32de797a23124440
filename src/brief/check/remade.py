"""A finished brief and the same brief made again in; what the seeds do not lead to, out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from brief.check.finished import page_lines
from brief.check.places import Reporter, short
from brief.check.unlike import altered
from brief.model.base import Model
from brief.model.brief import Brief
from brief.model.diagnostic import Diagnostic

_HINT = "The file or its evidence was altered, or the sources were: build it again."


def against_remade(brief: Brief, again: Brief, file: str) -> Iterator[Diagnostic]:
    """Yield what differs from the brief made again: words, charts, and what they rest on."""
    reporter = Reporter(file)
    said = [*_words(brief, again, reporter), *_ledger(brief, again, reporter)]
    for item, times in Counter(brief.annex).items():
        if times > again.annex.count(item):
            left = f"it lists “{short(item)}” as left out, and there is no such item to leave out."
            said.append(reporter.say("annex (evidence)", "not-from-seeds", left, _HINT))
    yield from said or _rest(brief, again, reporter)


def against_retraced(brief: Brief, machine: Brief, again: Brief, file: str) -> Iterator[Diagnostic]:
    """Yield what a brief that a person edited does not say of its edits, and what else differs.

    `machine` is the brief as made again from the seeds, `again` the same with the edits of `brief`.
    What a person edited is theirs; it has to be told, and whether it is verified.
    """
    reporter = Reporter(file)
    ours, theirs = dict(page_lines(machine)), dict(page_lines(brief))
    for unit in again.edited:
        if unit not in brief.edited:
            said = altered(ours.get(unit, ""), theirs.get(unit, ""), "the seeds lead to")
            yield reporter.say(unit, "not-from-seeds", said, _HINT)
    if brief.edited and not again.by_hand:  # then much of a file would be told as a warning only
        said = "it says that a person edited it, and the seeds lead to it without an edit."
        yield reporter.say(brief.edited[0], "not-from-seeds", said, _HINT)
    for unit in again.unverified:
        if unit in brief.edited and unit not in brief.unverified:
            why = again.reasons.get(unit, "")
            said = f"it was edited by hand and is not verified ({why}); the file does not say so."
            yield reporter.say(unit, "not-from-seeds", said, _HINT)
    for unit in brief.unverified:
        given, why = (short(one.reasons.get(unit, "")) for one in (brief, again))
        if unit in again.unverified and given != why:
            said = f"that it is not verified has the reason “{given}”, by the seeds “{why}”."
            yield reporter.say(unit, "not-from-seeds", said, _HINT, severity="warning")
    told = brief.model_dump(include={"edited", "unverified", "reasons"})
    yield from against_remade(brief, again.model_copy(update=told), file)


def _ledger(brief: Brief, again: Brief, reporter: Reporter) -> Iterator[Diagnostic]:
    """Yield what the ledger holds otherwise than when made again."""
    ledger, true = brief.ledger, again.ledger
    pairs: tuple[tuple[str, Sequence[Any], Sequence[Any]], ...] = (
        ("sentence", ledger.quotes, true.quotes),
        ("figure", ledger.figures, true.figures),
        ("count", ledger.counts, true.counts),
    )
    for what, held, wanted in pairs:
        known = {one.id: one for one in wanted}
        for one in held:
            if differs := _differs(one, known.get(one.id), what):
                yield reporter.say(one.id, "not-from-seeds", differs, _HINT)


def _differs(one: Model, other: Model | None, what: str) -> str | None:
    """Return how a part of the ledger is not as when made again."""
    if other is None:
        return f"the {what} does not follow from the seeds."
    fields = [name for name in type(one).model_fields if getattr(one, name) != getattr(other, name)]
    if not fields:
        return None
    ours, theirs = (short(str(getattr(each, fields[0]))) for each in (one, other))
    return f"the {what} has the {fields[0]} “{ours}”, by the seeds “{theirs}”."


def _rest(brief: Brief, again: Brief, reporter: Reporter) -> Iterator[Diagnostic]:
    """Yield what else differs and was not said: parts that are no words of a place."""
    ours, theirs = (json.loads(one.model_dump_json(exclude=_SAID)) for one in (brief, again))
    for path, held, wanted in _different(ours, theirs, ""):
        said = f"it has “{short(str(held))}”, by the seeds “{short(str(wanted))}”."
        yield reporter.say(f"{path} (evidence)", "not-from-seeds", said, _HINT)


_SAID = {"inputs", "ledger", "annex"}
"""What is compared otherwise, and what decides how the brief is made again."""


def _different(held: Any, wanted: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
    """Yield path and both values of each leaf that differs."""
    if isinstance(held, dict) and isinstance(wanted, dict) and held.keys() == wanted.keys():
        for key in held:
            yield from _different(held[key], wanted[key], f"{path}.{key}".lstrip("."))
    elif isinstance(held, list) and isinstance(wanted, list) and len(held) == len(wanted):
        for n, (one, other) in enumerate(zip(held, wanted, strict=True), 1):
            yield from _different(one, other, f"{path}.{n}")
    elif held != wanted:
        yield path, held, wanted


def _words(brief: Brief, again: Brief, reporter: Reporter) -> Iterator[Diagnostic]:
    """Yield each place that says something else than when made again."""
    held, wanted = dict(page_lines(brief)), dict(page_lines(again))
    for unit in dict.fromkeys([*held, *wanted]):
        ours, theirs = held.get(unit, ""), wanted.get(unit, "")
        if ours == theirs:
            continue
        if not theirs:
            said = f"“{short(ours)}” does not follow from the seeds."
        elif not ours:
            said = f"“{short(theirs)}” follows from the seeds, and is missing."
        else:
            said = altered(theirs, ours, "the seeds lead to")
        yield reporter.say(unit, "not-from-seeds", said, _HINT)
