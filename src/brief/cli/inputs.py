"""What several commands load: the question, an audience, records and reviews."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from brief.errors import Diagnostic
from brief.model.question import Question
from brief.model.review import Reviews
from brief.questions import parse_question, question_from_sentence
from brief.store import files, seeds, templates, yaml_text


def load_question(wanted: str, root: Path = Path("templates")) -> Question:
    """Return the question meant by an id, a file or a sentence (anything with a space)."""
    if " " in wanted.strip() and not Path(wanted).is_file():
        return question_from_sentence(wanted)
    named = Path(wanted)
    path = named if named.is_file() else templates.find(templates.folder(root), "questions", wanted)
    return parse_question(yaml_text.parse(files.read_text(path), str(path)), place=str(path))


def load_reviews(path: Path | None) -> Reviews:
    """Return the corrections in a file; none without a file."""
    return seeds.load_reviews(path.parent) if path and path.exists() else Reviews()


def say(diagnostics: Iterable[Diagnostic]) -> bool:
    """Print each diagnostic on standard error; tell whether one is an error."""
    failed = False
    for diagnostic in diagnostics:
        print(diagnostic, file=sys.stderr)
        failed |= diagnostic.severity == "error"
    return failed
