"""What several commands load: the question, an audience, records and reviews."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from brief.errors import BriefError, Diagnostic, error
from brief.model.audience import Audience
from brief.model.question import Question
from brief.model.review import Reviews
from brief.questions import parse_question, question_from_sentence, remarks
from brief.store import files, seeds, templates, yaml_text

if TYPE_CHECKING:
    from brief.check.report import Seeds
    from brief.model.source import Record
    from brief.writers.style import Style


def load_question(wanted: str, root: Path = Path("templates")) -> Question:
    """Return the question meant by an id, a file or a sentence (anything with a space)."""
    if _is_sentence(wanted):
        return question_from_sentence(wanted)
    path = _path(wanted, "questions", root)
    text = files.read_text(path)
    try:
        return parse_question(yaml_text.parse(text, str(path)), place=str(path))
    except BriefError as problem:
        raise _with_lines(problem, text, str(path)) from problem


def question_aloud(wanted: str, root: Path = Path("templates")) -> Question:
    """Return the question as `load_question` does; say how a sentence is read where it is guessed.

    For whatever speaks once a run: its jobs load the question in silence.
    """
    question = load_question(wanted, root)
    if _is_sentence(wanted):
        say(remarks(question))
    return question


def _is_sentence(wanted: str) -> bool:
    """Tell whether a question is given in words, not as an id or a file."""
    return " " in wanted.strip() and not Path(wanted).is_file()


def _with_lines(problem: BriefError, text: str, place: str) -> BriefError:
    """Return an error that names, where it names a field, the line on which that stands."""
    said = []
    for one in problem.diagnostics:
        field = re.search(r"field `([^`]+)`", one.message)
        if field and one.place == place:
            line = yaml_text.line_of(text, field[1].split("."))
            one = one.model_copy(update={"place": f"{place}:{line}"})
        said.append(one)
    return BriefError(*said)


def load_audience(wanted: str, root: Path = Path("templates")) -> Audience:
    """Return the audience meant by an id or a file; all that is wrong in it is told by line."""
    from brief.compose import THEMES, parse_audience, parse_themes

    path = audience_file(wanted, root)
    with naming_templates(root):
        listed = parse_themes(load_templates(root)[THEMES], THEMES)
    return parse_audience(files.read_text(path), str(path), {one.id for one in listed.themes})


def audience_file(wanted: str, root: Path = Path("templates")) -> Path:
    """Return the file of an audience that is given by it or by its id."""
    return _path(wanted, "audiences", root)


def _path(wanted: str, kind: str, root: Path) -> Path:
    """Return the file of a question or audience: by its own name, or else by id."""
    file = Path(wanted)
    return file if file.is_file() else templates.find(templates.folder(root), kind, wanted)


def named(wanted: str) -> str:
    """Return how a file says which question or audience it was made for: its id, or a sentence."""
    path = Path(wanted)
    return path.stem if path.suffix in (".yaml", ".yml") else wanted


HOUSE = "house"
"""Folder of an institution's own files below `templates/`: each takes the place of ours of the
same name, and an upgrade never touches it."""


_EXTENDS = re.compile(r"""\{%-?\s*extends\s+(["'])([^"']+)\1""")


def load_templates(root: Path = Path("templates")) -> dict[str, str]:
    """Return the sources of the brief's template by name, an institution's own first.

    One of its own that extends ours of the same name finds that below `shipped/`.
    """
    shipped = templates.folder(root)
    made: dict[str, str] = {}
    for pattern in ("*.j2", "themes.yaml"):
        made |= templates.texts(shipped, pattern)
        for name, text in templates.texts(shipped / HOUSE, pattern).items():
            extends = _EXTENDS.search(text)
            if extends and extends[2] == name in made:
                made[f"shipped/{name}"] = made[name]
                text = f"{text[: extends.start(2)]}shipped/{text[extends.start(2) :]}"
            made[name] = text
    return made


@contextmanager
def naming_templates(root: Path = Path("templates")) -> Iterator[None]:
    """Name in errors the files that templates come from: two may have one name."""
    try:
        yield
    except BriefError as problem:
        house = templates.folder(root) / HOUSE

        def path(found: re.Match[str]) -> str:
            own = not found[1] and (house / found[2]).is_file()
            return (Path(root.name) / (HOUSE if own else "") / found[2]).as_posix()

        said = []
        for one in problem.diagnostics:
            words = {key: _TEMPLATE.sub(path, getattr(one, key)) for key in ("place", "message")}
            said.append(one.model_copy(update=words))
        raise BriefError(*said) from problem


_TEMPLATE = re.compile(r"(?<![\w/.'])(shipped/)?(\w+(?:\.html)?\.j2|themes\.yaml)(?=:\d|$)")


def load_style(root: Path = Path("templates")) -> Style:
    """Return the style, with an institution's own tokens, CSS, charts and fonts laid over ours."""
    from brief.writers import fonts
    from brief.writers.house_faces import read_faces
    from brief.writers.style import TOKENS, make_style

    shipped = templates.folder(root)
    own = templates.texts(shipped / HOUSE / "style", "**/*")
    if TOKENS in own:
        yaml_text.parse(own[TOKENS], f"templates/{HOUSE}/style/{TOKENS}")
    house = read_faces(templates.font_files(shipped / HOUSE / "fonts"))
    families = {name for face in house for name in face.families}
    style = make_style(templates.texts(shipped / "style", "**/*"), own, families)
    named = style.tokens["font"]
    fonts.use(house, {"serif": named["serif"][0], "sans": named["sans"][0]})
    return style


def load_reviews(path: Path | None) -> Reviews:
    """Return the corrections in a file; none without a file."""
    return seeds.reviews_in(path) if path else Reviews()


def say(diagnostics: Iterable[Diagnostic]) -> bool:
    """Print each diagnostic on standard error; tell whether one is an error."""
    failed = False
    for diagnostic in diagnostics:
        print(diagnostic, file=sys.stderr)
        failed |= diagnostic.severity == "error"
    return failed


def done(*lines: str) -> None:
    """Print on standard output what a stage made: the progress of a run."""
    for line in lines:
        print(_UNSHOWN.sub(lambda sign: f"%{ord(sign[0]):02X}", line), flush=True)


def counted(number: int, one: str, more: str) -> str:
    """Return a number with its noun: 1 figure, 2 figures."""
    return f"{number} {one if number == 1 else more}"


_UNSHOWN = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
"""Signs that a name may hold, and that would break a line or turn what stands in it."""


def load_summaries(folder: Path) -> tuple[Seeds, dict[str, Record]]:
    """Return what the summaries of a folder say of their seeds, and the record of each article."""
    from brief.check.report import Seeds
    from brief.model.summary import Summary
    from brief.store import artifacts

    if not folder.is_dir():
        raise error("file-missing", str(folder), "there is no such folder.")
    used, left_out = 0, 0
    problems: list[Diagnostic] = []
    records: dict[str, Record] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            summary = artifacts.load(path, Summary)
        except BriefError as problem:
            problems += problem.diagnostics
            continue
        used += bool(summary.articles)
        left_out += not summary.articles
        problems += summary.diagnostics
        records |= {article.id: _as_printed(article) for article in summary.articles}
    return Seeds(used, left_out, tuple(problems)), records


def _as_printed(record: Record) -> Record:
    """Return a record in the characters that a brief has for it."""
    from brief.compose.legible import legible

    names = {"title": legible(record.title), "authors": tuple(map(legible, record.authors))}
    return record.model_copy(update=names)
