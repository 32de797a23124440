"""What the Snakefile needs to know of a project before any job runs."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

import brief
from brief.errors import Diagnostic, error
from brief.model.config import Config
from brief.model.review import Reviews
from brief.model.short_ids import article_id
from brief.model.source import Record
from brief.store import files, seeds, templates, yaml_text

_SHARED = ("__init__.py", "errors.py", "model/**/*", "vocabulary/**/*")
STAGES: Mapping[str, tuple[str, ...]] = {
    "read": ("readers/**/*", "store/references.py", "cli/read.py"),
    "summarize": (
        "engines/**/*", "grounding/**/*", "questions.py", "reviews.py", "summarize.py",
        "cli/read.py",
    ),
    "collect": ("collect/**/*", "cli/write.py"),
    "compose": (
        "compose/**/*", "collect/**/*", "engines/**/*", "grounding/**/*", "writers/**/*",
        "check/**/*", "readers/**/*", "questions.py", "templating.py", "markup.py",
        "store/__init__.py", "store/yaml_text.py", "cli/write.py",
    ),
    "draft": (
        "draft.py", "edits/**/*", "writers/**/*", "check/**/*", "engines/**/*", "grounding/**/*",
        "readers/**/*", "store/drafts.py", "store/versions.py", "cli/drafts.py", "cli/origin.py",
        "cli/pages.py",
    ),
    "publish": (
        "publish.py", "writers/**/*", "check/**/*", "readers/**/*", "cli/press.py",
        "cli/reprint.py",
    ),
    "print": ("writers/**/*",),
    "check": (
        "check/**/*", "readers/**/*", "writers/**/*", "cli/checks.py", "cli/remade.py",
        "cli/reprint.py", "store/lists.py",
    ),
}  # fmt: skip
"""The modules each stage uses, beside those that all use: Snakemake sees no imports."""


@cache
def code(stage: str) -> str:
    """Return a hash of the source of a stage: its rule runs again when that changes.

    One short parameter for each rule, where dozens of input files would cost Snakemake a second.
    """
    root = Path(brief.__file__).parent
    return _digest({str(path.relative_to(root)): _content(path) for path in modules(stage)})


def modules(stage: str) -> list[Path]:
    """Return the files of the program that a stage uses, its word lists and tables among them."""
    root = Path(brief.__file__).parent
    found = {path for pattern in (*_SHARED, *STAGES[stage]) for path in root.glob(pattern)}
    return sorted(path for path in found if path.is_file() and path.parent.name != "__pycache__")


@cache
def _content(path: Path) -> str:
    """Return the hash of a file, read once for all the stages that use it."""
    return files.digest(path.read_bytes())


def today() -> date:
    """Return the day of this run: the clock's, or the one that SOURCE_DATE_EPOCH names.

    The variable is that of https://reproducible-builds.org/specs/source-date-epoch/ and makes a
    run of another day repeatable. Raises `BriefError` when it holds no count of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return date.today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as problem:
        raise error(
            "date-wrong", "SOURCE_DATE_EPOCH", f"'{epoch}' is no count of seconds since 1970."
        ) from problem


def digest(path: Path) -> str:
    """Return the hash of a file's content."""
    return files.digest(files.read_bytes(path))


def templates_of(*patterns: str) -> list[str]:
    """Return the files of the templates folder that match, sorted."""
    root = templates.folder(Path("templates"))
    return sorted(str(p) for pattern in patterns for p in root.glob(pattern) if p.is_file())


@dataclass(frozen=True)
class Project:
    """Configuration, seeds and what stands beside them, loaded once per run."""

    config: Config
    seeds: dict[str, Path]
    records: dict[str, Record]
    reviews: Reviews
    question: str
    """File of the question, or '' when the configuration gives a sentence."""
    audiences: dict[str, str]
    """File of each audience by id."""

    @property
    def date(self) -> str:
        """Return the day on the briefs, as an ISO date, or '' for none."""
        return today().isoformat() if self.config.date == "today" else self.config.date

    @property
    def reviewer(self) -> str:
        """Who takes editorial responsibility, and since when: `A. Name, 2026-11-20`; or ''."""
        named = self.reviews.reviewer
        return f"{named.who}, {named.when}" if named else ""

    def short_id(self, stem: str) -> str:
        """Return the short id of a seed, unique in its folder."""
        return article_id(stem, self.seeds)

    @property
    def beside(self) -> str:
        """Return a hash that changes when a file beside the seeds does."""
        return _digest(seeds.digests_beside(Path(self.config.seeds)))

    @property
    def misnamed(self) -> list[Diagnostic]:
        """Return a warning for each bibliographic record that seems to be of a misspelt seed."""
        place = Path(self.config.seeds) / "references.yaml"
        return seeds.misnamed(self.records, self.seeds, str(place))

    def record_digest(self, stem: str) -> str:
        """Return a hash that changes when a bibliographic record of this seed changes."""
        own = seeds.records_of(stem, self.records)
        return _digest({key: record.model_dump(mode="json") for key, record in own.items()})

    def review_digest(self, stem: str) -> str:
        """Return a hash that changes when a correction of this seed changes."""
        own = [r.model_dump(mode="json") for r in self.reviews.corrections if r.seed == stem]
        return _digest(own)


def load(path: Path, overrides: Mapping[str, Any]) -> Project:
    """Return the project in the current folder.

    `path` is config.yaml; `overrides` are the settings of the command line. Everything a
    user types is validated here, before any job runs: a `BriefError` names file and line.
    """
    config = _config(path, overrides)
    folder = Path(config.seeds)
    found = seeds.list_seeds(folder)
    root = templates.folder(Path("templates"))
    question = config.question
    if " " not in question.strip() or Path(question).is_file():
        question = str(templates.find(root, "questions", question))
    else:
        question = ""
    return Project(
        config=config,
        seeds=found,
        records=seeds.load_records(folder),
        reviews=seeds.load_reviews(folder),
        question=question,
        audiences={
            Path(name).stem: str(templates.find(root, "audiences", name))
            for name in config.audiences
        },
    )


def _config(path: Path, overrides: Mapping[str, Any]) -> Config:
    text = files.read_text(path) if path.exists() else ""
    typed = yaml_text.parse(text, str(path)) or {}
    if not isinstance(typed, Mapping):
        raise error("config-wrong", str(path), "is not a list of settings 'name: value'.")
    try:
        config = Config.model_validate({**typed, **overrides})
        return config.model_copy(update={"seeds": os.path.expanduser(config.seeds)})
    except ValidationError as problem:
        found = {str(each["loc"][0]) for each in problem.errors() if each["loc"]}
        on_line = found & set(overrides)
        place, shown = ("--config", "") if on_line else (str(path), text)
        raise yaml_text.validation_error(problem, place, shown, Config) from problem


def _digest(data: object) -> str:
    return files.digest(json.dumps(data, sort_keys=True, ensure_ascii=False).encode())[:16]
