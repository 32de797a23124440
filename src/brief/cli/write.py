"""`brief collect`, `compose` and `claims`: summaries in, briefs as data out."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from brief.cli.inputs import (
    counted,
    done,
    load_audience,
    load_question,
    load_style,
    load_templates,
    named,
    naming_templates,
    say,
)
from brief.cli.remade import asked, beside, sources_of
from brief.collect import collect as collect_stage
from brief.compose import Composer, bibtex
from brief.compose import claims as claims_of
from brief.compose.copyfitting import Room, fitting
from brief.compose.structure import structure_warnings
from brief.errors import BriefError, Diagnostic, error
from brief.model.brief import Brief
from brief.model.document import Document
from brief.model.dossier import Dossier
from brief.model.offered import Offered
from brief.model.short_ids import SEED, article_id
from brief.model.summary import Summary
from brief.readers import read
from brief.store import artifacts, files, lists, seeds
from brief.writers.pdf import tightest
from brief.writers.strays import strays


def collect(options: argparse.Namespace) -> int:
    """Collect the summaries of all seeds of a folder; delete those of seeds that went."""
    wanted = seeds.list_seeds(options.seeds)
    paths = {stem: options.summaries / f"{stem}.yaml" for stem in wanted}
    summaries = [artifacts.load(path, Summary) for path in paths.values()]
    question = load_question(options.question, options.templates)
    for path, one in zip(paths.values(), summaries, strict=True):
        _same_question(path, one.question, question.text)
    documents = _documents(options.documents, wanted, options.seeds)
    left_out = [d for s in summaries if not s.articles for d in s.diagnostics]
    reviews = seeds.load_reviews(options.seeds)
    dossier = collect_stage(
        summaries,
        question,
        left_out,
        as_of=_date(options.date),
        documents=documents,
    )
    inputs = {path.name: files.digest(files.read_bytes(path)) for path in paths.values()}
    inputs |= {
        f"{SEED}{stem}": one.seed.sha256 for stem, one in zip(wanted, summaries, strict=True)
    }
    inputs |= beside(options.seeds)
    artifacts.save(options.output, dossier.model_copy(update={"inputs": inputs}))
    if options.bib:
        lists.write(options.bib, bibtex(dossier))
    _prune(options.summaries, {path.name for path in paths.values()})
    say(seeds.unknown_reviews(reviews, wanted, options.seeds))
    say(_silent(dossier, options.seeds))
    articles = counted(len(dossier.sources), "article", "articles")
    done(f"collected {articles} from {counted(len(summaries), 'seed', 'seeds')}")
    return 0


def _same_question(path: Path, asked: str, now: str) -> None:
    """Raise `BriefError` where a file answers another question than is asked now."""
    if asked != now:
        said = f"it answers the question “{asked}”, and “{now}” is asked now."
        raise error("question-other", str(path), said, "Give --question, or make it anew.")


def _silent(dossier: Dossier, folder: Path) -> list[Diagnostic]:
    """Return a warning where no source takes up the question: the folder may be another one's."""
    if not dossier.sources or any(one.side != "silent" for one in dossier.sources):
        return []
    return [
        Diagnostic(
            code="question-silent",
            severity="warning",
            place=str(folder),
            message=f"no source there takes up the question “{dossier.question}”",
            hint="Is it the right folder (`seeds:`), and the right question (`question:`)?",
        )
    ]


def compose(options: argparse.Namespace) -> int:
    """Compose the brief of one audience; leave out what does not fit its pages."""
    dossier = artifacts.load(options.dossier, Dossier)
    audience = load_audience(options.audience, options.templates)
    question = load_question(options.question, options.templates)
    _same_question(options.dossier, dossier.question, question.text)
    sources, style = load_templates(options.templates), load_style(options.templates)
    inputs = {
        options.dossier.name: files.digest(files.read_bytes(options.dossier)),
        "date": str(dossier.as_of or "") if dossier.dated else "",
        **sources_of(dossier),
        **asked((named(options.question), question), (named(options.audience), audience), sources),
    }

    reviewer = options.reviewer
    with naming_templates(options.templates):
        composer = Composer(dossier, audience, question, sources, reviewer=reviewer, inputs=inputs)

    def room(brief: Brief) -> Room:
        layout = tightest(brief, style).layout()
        stray = any(strays(brief, layout.units))
        return Room(layout.room, max(layout.holes, default=0), layout.free, stray)

    with naming_templates(options.templates):
        brief, shown = fitting(composer.on, room, audience.pages)
    artifacts.save(options.output, brief)
    if options.offered:
        artifacts.save(options.offered, composer.offered)
    say(structure_warnings(brief))
    if brief.layout.pages > audience.pages:
        say([_longer(brief, audience.pages)])
    done(f"composed the brief for {brief.id}: {shown} items, {len(brief.annex)} left out")
    return 0


def _longer(brief: Brief, pages: int) -> Diagnostic:
    count = len(brief.references)
    return Diagnostic(
        code="pages-over",
        severity="warning",
        place=brief.id,
        message=f"what a brief of {count} sources must hold does not fit on {pages}"
        f" page{'' if pages == 1 else 's'}: it has {brief.layout.pages}.",
        hint="Allow them with `pages:` in the audience file, or give it fewer sources.",
    )


def claims(options: argparse.Namespace) -> int:
    """Write the table of which claim went to which audience, and why."""
    briefs = {brief.id: brief for brief in (artifacts.load(p, Brief) for p in options.briefs)}
    offers = [artifacts.load(options.offered / f"{name}.json", Offered) for name in briefs]
    lists.write(options.output, claims_of(offers, briefs))
    return 0


def _documents(folder: Path | None, wanted: Mapping[str, Path], seen: Path) -> list[Document]:
    """Return the seeds as read: those in a folder, or else, but for the unusable, read anew."""
    if folder:
        return [artifacts.load(folder / f"{stem}.json", Document) for stem in wanted]
    records = seeds.load_records(seen)
    made = []
    for stem, path in wanted.items():
        own, short = seeds.records_of(stem, records), article_id(stem, wanted)
        with suppress(BriefError):  # its summary says why
            seeds.alone(path)
            made.append(read(path.name, files.read_bytes(path), own, short)[0])
    return made


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as problem:
        raise error("date-wrong", "--date", f"'{text}' is no date like 2026-11-22.") from problem


def _prune(folder: Path, wanted: set[str]) -> None:
    """Delete summaries of seeds that are no longer there: they would mislead a reader."""
    for path in folder.glob("*.yaml"):
        if path.name not in wanted:
            path.unlink()
