"""A finished brief made again from the seeds, by whoever holds them: the strictest check.

A brief says what it was composed with: question, audience and templates, by name and digest. Where
the same are at hand, the seeds lead to the same brief, word for word; where they are not, the line
says what is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel

from brief import __version__
from brief.cli.inputs import load_audience, load_question, load_templates
from brief.errors import BriefError, Diagnostic
from brief.model.audience import Audience
from brief.model.brief import Brief
from brief.model.dossier import Dossier
from brief.model.question import Question
from brief.store import files, seeds

MOST = 100
"""Seeds from which on a brief is not made again: it takes about a second each."""


def asked(
    question: tuple[str, Question], audience: tuple[str, Audience], sources: Mapping[str, str]
) -> dict[str, str]:
    """Return what a brief was composed with, by name and digest: the inputs beside the dossier."""
    return {
        f"audience:{audience[0]}": _digest(audience[1]),
        f"question:{question[0]}": _digest(question[1]),
        f"templates:{__version__}": files.digest(repr(sorted(sources.items())).encode()),
    }


def _digest(value: BaseModel) -> str:
    return files.digest(value.model_dump_json().encode())


def remade(brief: Brief, folder: Path, root: Path) -> Brief:
    """Return the brief that the seeds of a folder give now.

    Raises `BriefError` with a note when it cannot be made as it was.
    """
    from brief.compose import Composer

    names = {key.partition(":")[0]: key.partition(":")[2] for key in brief.inputs}
    if not {"audience", "question", "templates"} <= names.keys():
        raise _not_remade(folder, "it does not say what it was composed with")
    if len(seeds.list_seeds(folder)) > MOST:
        raise _not_remade(folder, f"the folder has more than {MOST} seeds")
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
            what = key.replace(":", " ", 1)
            raise _not_remade(folder, f"it was composed with another version of “{what}”")
    dossier = _dossier(folder, names["question"], root, brief.inputs.get("date", ""))
    reviewer = seeds.load_reviews(folder).reviewer
    composer = Composer(
        dossier, audience, question, sources,
        reviewer=f"{reviewer.who}, {reviewer.when}" if reviewer else "",
    )  # fmt: skip
    return composer.brief(0, [item for item in composer.ranked if item not in brief.annex])


@cache
def _dossier(folder: Path, question: str, root: Path, day: str) -> Dossier:
    """Return the dossier of a folder's seeds; kept, for all briefs that are checked at once."""
    from brief.collect import collect
    from brief.readers import read
    from brief.summarize import summarize

    asked_for = load_question(question, root)
    reviews, records = seeds.load_reviews(folder), seeds.load_records(folder)
    found = seeds.list_seeds(folder)
    documents, summaries = [], []
    left_out: list[Diagnostic] = []
    for stem, path in found.items():
        own, short = seeds.records_of(stem, records), seeds.article_id(stem, found)
        try:
            document, raw = read(path.name, files.read_bytes(path), own, short)
        except BriefError as problem:
            left_out += problem.diagnostics
            continue
        documents.append(document)
        summaries.append(summarize(document, raw, asked_for, reviews.corrections))
    as_of = date.fromisoformat(day) if day else None
    return collect(summaries, asked_for, left_out, as_of=as_of, documents=documents)


def _not_remade(folder: Path, why: str) -> BriefError:
    said = f"the brief was not made again from the seeds: {why}."
    hint = "Quotations and figures were checked against the seeds all the same."
    return BriefError(
        Diagnostic(code="not-remade", severity="note", place=str(folder), message=said, hint=hint)
    )
