"""A finished brief made again from the seeds, by whoever holds them: the strictest check.

A brief says what it was composed with: question, audience and templates, by name and digest. Where
the same are at hand, the seeds lead to the same brief, word for word; where they are not, the line
says what is missing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel

from brief import __version__
from brief.check.places import short
from brief.cli.inputs import load_audience, load_question, load_templates
from brief.cli.reprint import OWN, style_at_hand
from brief.errors import BriefError, Diagnostic, error
from brief.model.audience import Audience
from brief.model.brief import Brief
from brief.model.dossier import Dossier
from brief.model.question import Question
from brief.model.short_ids import SEED, article_id, seeds_in
from brief.store import files, project, seeds
from brief.writers.pdf import tightest

if TYPE_CHECKING:
    from brief.compose import Composer

MOST = 100
"""Seeds from which on a brief is not made again: it takes about a second each."""
_BESIDE = "beside:"
"""How the inputs begin that name the files beside the seeds."""


def beside(folder: Path, known: Container[str] = ()) -> dict[str, str]:
    """Return the files beside the seeds of a folder that tell of them, by name and digest."""
    digests = seeds.digests_beside(folder, known)
    return {f"{_BESIDE}{name}": digest for name, digest in digests.items()}


def sources_of(dossier: Dossier) -> dict[str, str]:
    """Return what a dossier was collected from, by name and digest; nothing for very many seeds."""
    kept = {k: v for k, v in dossier.inputs.items() if k.startswith((SEED, _BESIDE))}
    return kept if len(kept) <= MOST else {}


def asked(
    question: tuple[str, Question], audience: tuple[str, Audience], sources: Mapping[str, str]
) -> dict[str, str]:
    """Return what a brief was composed with, by name and digest: the inputs beside the dossier."""
    return {
        f"audience:{audience[0]}": _digest(audience[1]),
        f"question:{question[0]}": _digest(question[1]),
        f"templates:{__version__}": files.digest(
            repr((*_codes(), *sorted(sources.items()))).encode()
        ),
    }


def _codes() -> list[str]:
    """Return hashes of the code that reads seeds and composes briefs: other code, other briefs."""
    return [project.code(stage) for stage in ("read", "summarize", "collect", "compose")]


def _digest(value: BaseModel) -> str:
    return files.digest(value.model_dump_json().encode())


def composed_from(brief: Brief, folder: Path, root: Path) -> Composer:
    """Return what composes a brief anew from the seeds of a folder.

    Raises `BriefError` when it cannot be made as it was: then it is not verified.
    """
    from brief.compose import Composer

    names = {key.partition(":")[0]: key.partition(":")[2] for key in brief.inputs}
    if not {"audience", "question", "templates"} <= names.keys():
        raise _not_remade(folder, "it does not say what it was composed with")
    recorded = _recorded(brief, folder)
    try:
        question = load_question(names["question"], root)
        audience = load_audience(names["audience"], root)
        sources = load_templates(root)
    except BriefError as problem:
        first = problem.diagnostics[0]
        raise _not_remade(folder, f"{first.place} cannot be used ({first.code})") from problem
    now = asked((names["question"], question), (names["audience"], audience), sources)
    for key, digest in now.items():
        if brief.inputs.get(key) != digest:
            kind, _, name = key.partition(":")
            what = "templates or program" if kind == "templates" else f"{kind} “{name}”"
            raise _not_remade(folder, f"it was composed with another version of the {what}")
    # what had to be longer than its reader wants was composed for the pages that it took
    audience = audience.model_copy(update={"pages": max(audience.pages, brief.layout.pages)})
    dossier = _dossier(folder, recorded, names["question"], root, _day(brief, folder))
    reviewer = seeds.load_reviews(folder).reviewer
    return Composer(
        dossier, audience, question, sources, inputs=brief.inputs,
        reviewer=f"{reviewer.who}, {reviewer.when}" if reviewer else "",
    )  # fmt: skip


def _day(brief: Brief, folder: Path) -> str:
    """Return the day from which the ages in a brief count; empty for none."""
    day = brief.inputs.get("date", "")
    try:
        return day and str(date.fromisoformat(day))
    except ValueError as problem:
        raise _not_remade(folder, f"it says that it is of the day “{short(day)}”") from problem


def again(composer: Composer, brief: Brief) -> Brief:
    """Return the brief that shows what another shows, as composed now."""
    return composer.brief(0, [item for item in composer.ranked if item not in brief.annex])


def passed_over(composer: Composer, brief: Brief, file: Path, root: Path) -> Iterator[Diagnostic]:
    """Yield that a brief leaves out what its pages have room for and ranks before what it shows.

    Where it cannot be laid out here nothing is said: that it is not printed again is told.
    """

    def shows(count: int) -> Brief | None:
        """Return the brief of the first items, if it shows something that this one leaves out."""
        first = composer.brief(count)
        return first if set(brief.annex) - set(first.annex) else None

    counts = range(len(composer.ranked) + 1)
    at = bisect_left(counts, True, key=lambda count: shows(count) is not None)
    fuller = shows(at) if at in counts else None
    try:
        style = style_at_hand(brief, file, root) if fuller else None
    except BriefError:
        return
    if fuller and style and tightest(fuller, style).layout().room >= 0:
        left = min(set(brief.annex) - set(fuller.annex))
        said = f"it leaves out “{left}”, which ranks before what it shows and has room."
        hint = "It was altered to show less: ask for the table of claims, or build it again."
        place = f"{file}, annex (evidence)"
        yield from error("not-from-seeds", place, said, hint).diagnostics


def _recorded(brief: Brief, folder: Path) -> tuple[tuple[str, str], ...]:
    """Return the seeds that a brief was made from with their digests, each unchanged in the folder.

    Seeds that were added since are left aside. Raises `BriefError` for those that are missing or
    changed: an error names them, for all that follows from them would differ too.
    """
    found = seeds.list_seeds(folder)
    held = seeds_in(brief.inputs)
    wanted = held or dict.fromkeys(found, "")
    if len(wanted) > MOST:
        raise _not_remade(folder, f"there are more than {MOST} seeds")
    problems = [*_missing(held, found, folder), *_changed(held, found, folder)]
    if problems:
        raise BriefError(*problems)
    told = {key: value for key, value in brief.inputs.items() if key.startswith(_BESIDE)}
    there = beside(folder, told.values())
    if held and (other := sorted(dict(told.items() ^ there.items()))):
        said = " and ".join(_other_beside(key, there, told) for key in other)
        raise _not_remade(folder, said, "Put there what it was made with.")
    return tuple(wanted.items())


def _other_beside(key: str, there: Container[str], told: Container[str]) -> str:
    name = key.removeprefix(_BESIDE)
    if key not in there:
        return f"{name} is not in the folder"
    return f"{name} there is not the one it was made with" if key in told else f"{name} is new"


def _missing(
    held: Mapping[str, str], found: Mapping[str, Path], folder: Path
) -> Iterator[Diagnostic]:
    """Yield that seeds are not in the folder, or that they are under other names."""
    gone = [stem for stem in held if stem not in found]
    others = [path for stem, path in found.items() if stem not in held] if gone else []
    known = {files.digest(seeds.as_recorded(path, held.values())): path.name for path in others}
    for stem in gone:
        name = known.get(held[stem])
        why = (
            f"the seed {stem} is there as {name}"
            if name
            else f"the seed {stem} is not in the folder"
        )
        hint = "Give it its name back." if name else "Put it there."
        yield from _not_remade(folder, why, hint).diagnostics


def _changed(
    held: Mapping[str, str], found: Mapping[str, Path], folder: Path
) -> Iterator[Diagnostic]:
    """Yield that seeds of the folder are other ones than a brief was made from."""
    there = {stem: found[stem] for stem in held if stem in found}
    changed = [
        path.name
        for stem, path in there.items()
        if files.digest(seeds.as_recorded(path, {held[stem]})) != held[stem]
    ]
    if changed:
        said = f"{', '.join(changed)} changed since the brief was made from it."
        hint = "Run `snakemake all`, or check against the seeds it was made from."
        yield from error("seed-changed", str(folder), said, hint).diagnostics


def added(brief: Brief, folder: Path) -> list[Diagnostic]:
    """Return a note of the seeds in a folder that a brief was not made from."""
    held = seeds_in(brief.inputs)
    more = [path.name for stem, path in seeds.list_seeds(folder).items() if stem not in held]
    if not held or not more:
        return []
    said = f"{', '.join(more)} came after the brief was made, and was left aside."
    return [Diagnostic(code="seed-added", severity="note", place=str(folder), message=said)]


@cache
def _dossier(
    folder: Path, recorded: tuple[tuple[str, str], ...], question: str, root: Path, day: str
) -> Dossier:
    """Return the dossier of a folder's seeds; kept, for all briefs that are checked at once.

    `recorded` are the seeds it was made from with their digests.
    """
    from brief.collect import collect
    from brief.readers import read
    from brief.summarize import summarize

    asked_for = load_question(question, root)
    reviews, records = seeds.load_reviews(folder), seeds.load_records(folder)
    every = seeds.list_seeds(folder)
    found = {stem: every[stem] for stem, _ in recorded}
    documents, summaries = [], []
    left_out: list[Diagnostic] = []
    for stem, digest in recorded:
        path = found[stem]
        own, short = seeds.records_of(stem, records), article_id(stem, found)
        try:
            seeds.alone(path)
            document, raw = read(path.name, seeds.as_recorded(path, {digest}), own, short)
        except BriefError as problem:
            left_out += problem.diagnostics
            continue
        documents.append(document)
        summaries.append(summarize(document, raw, asked_for, reviews.corrections))
    as_of = date.fromisoformat(day) if day else None
    return collect(summaries, asked_for, left_out, as_of=as_of, documents=documents)


def _not_remade(folder: Path, why: str, hint: str = OWN) -> BriefError:
    """Return the error of a brief that cannot be verified from seeds that were given for that.

    No less than an error: whoever alters a brief with its evidence can make the two agree, and
    give any digest in it, so that only what the seeds lead to tells.
    """
    said = f"whether the seeds lead to this brief cannot be verified: {why}."
    hint += " With --quotes-only quotations and figures alone are checked against the seeds."
    return error("not-remade", str(folder), said, hint)
