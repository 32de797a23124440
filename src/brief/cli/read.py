"""`brief read` and `brief summarize`: raw files in, documents and summaries out."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from brief.cli.inputs import counted, done, load_question, load_reviews, question_aloud, say
from brief.errors import BriefError, Diagnostic, error
from brief.model.document import Document
from brief.model.source import Record, Seed
from brief.model.summary import Summary
from brief.readers import decode
from brief.readers import read as read_seed
from brief.store import artifacts, files, seeds


def read(options: argparse.Namespace) -> int:
    """Read one seed and write its `Document` as JSON."""
    records = _records(options.references)
    try:
        if options.carry_on:  # within a run all of a folder is read, and what is read has one name
            seeds.alone(options.seed)
        document, _ = _read(options.seed, records, options.id)
        failed = say(document.diagnostics)
    except BriefError as problem:
        if not options.carry_on:
            raise
        document, failed = _unusable(options.seed, records, problem.diagnostics), False
    _deliver(_text(document, options.output, as_yaml=False), options.output)
    if options.output:
        passages = sum(len(article.passages) for article in document.articles)
        cut = counted(len(document.removed), "span", "spans")
        done(f"read {options.seed.name}: {counted(passages, 'passage', 'passages')}, {cut} cut")
    return int(failed)


def summarize(options: argparse.Namespace) -> int:
    """Summarize each seed; an unusable one is said and passed over, and the exit code is 1."""
    from brief.summarize import summarize as stage

    # Within a run, which hands on the document, the question is spoken of once for all seeds.
    load = question_aloud if options.document is None else load_question
    question = load(options.question, options.templates)
    records = _records(options.references)
    reviews = load_reviews(options.reviews).corrections
    made, failed = [], False
    for path in options.seeds:
        try:
            document, raw = _document(path, records, options.document)
            summary = stage(document, raw, question, reviews)
        except BriefError as problem:
            failed |= say(problem.diagnostics)
            continue
        if options.document is None:
            failed |= say(summary.diagnostics)
        made.append(summary)
    if made:
        as_yaml = options.format == "yaml"
        stored = options.output if len(made) == 1 else None
        texts = [_text(one, stored, as_yaml=as_yaml) for one in made]
        _deliver(_several(texts, as_yaml=as_yaml), options.output)
    if options.output:
        done(*(f"summarized {s.seed.file}: {_contents(s)}" for s in made))
    return int(failed)


def _records(path: Path | None) -> dict[str, Record]:
    return seeds.records_in(path) if path else {}


def _read(path: Path, records: dict[str, Record], short: str) -> tuple[Document, str]:
    own = seeds.records_of(path.stem, records)
    document, raw = read_seed(path.name, files.read_bytes(path), own, short)
    return document.model_copy(update={"inputs": {path.name: document.seed.sha256}}), raw


def _document(path: Path, records: dict[str, Record], stored: Path | None) -> tuple[Document, str]:
    """Return the document, as stored by `brief read` where that is given, and the raw text."""
    if stored is None:
        return _read(path, records, "")
    document = artifacts.load(stored, Document)
    if not document.articles:
        return document, ""
    data = seeds.as_recorded(path, {document.seed.sha256})
    if files.digest(data) != document.seed.sha256:
        said = f"{stored} was read from {document.seed.file}, not from this file as it is now."
        hint = f"Run `brief read {path} -o {stored}` again, or leave --document out."
        raise error("seed-changed", str(path), said, hint)
    return document, decode(data, path.name)


def _unusable(
    path: Path, records: dict[str, Record], diagnostics: tuple[Diagnostic, ...]
) -> Document:
    """Return the document of a seed that cannot be used: its record, and why."""
    data = path.read_bytes() if path.is_file() else b""
    record = records.get(path.stem, Record())
    seed = Seed(id=path.stem, file=path.name, sha256=files.digest(data), **record.model_dump())
    return Document(
        inputs={path.name: seed.sha256},
        seed=seed,
        length=0,
        articles=(),
        removed=(),
        diagnostics=diagnostics,
    )


def _contents(summary: Summary) -> str:
    """Return in words what a summary holds."""
    if not summary.articles:
        return "left out"
    counts = (
        counted(sum(len(a.thesis) for a in summary.articles), "thesis", "theses"),
        counted(sum(len(a.evidence) for a in summary.articles), "item", "items") + " of evidence",
        counted(sum(len(a.figures) for a in summary.articles), "figure", "figures"),
    )
    stances = ", ".join(_signed(a.stance.score) for a in summary.articles)
    return ", ".join(counts) + f"; stance {stances}"


def _signed(score: int | None) -> str:
    """Return a stance's score as +2, 0 or -1; a dash where the question is not addressed."""
    if score is None:
        return "–"
    return f"{score:+d}" if score else "0"


def _text(made: Document | Summary, stored: Path | None, *, as_yaml: bool) -> str:
    """Return what a stage made as text; with its seal where it alone is the file of a run."""
    if stored:
        return artifacts.sealed(made, as_yaml=as_yaml)
    return artifacts.to_yaml(made) if as_yaml else artifacts.to_json(made)


def _several(texts: list[str], *, as_yaml: bool) -> str:
    """Return one text as it is, several as a YAML stream or a JSON list."""
    if len(texts) == 1:
        return texts[0]
    if as_yaml:
        return "---\n".join(["", *texts])
    return json.dumps([json.loads(text) for text in texts], ensure_ascii=False, indent=1) + "\n"


def _deliver(text: str, output: Path | None) -> None:
    if output:
        files.write(output, text)
    else:
        sys.stdout.write(text)
