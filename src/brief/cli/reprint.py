"""A finished PDF printed again from the evidence inside it, where the means are at hand.

A brief says with which programs, style and faces it was printed, by digest. Where they are the
same, the same brief gives the same file: what differs was altered.
"""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

from brief.cli.inputs import load_style
from brief.errors import BriefError, Diagnostic, error
from brief.model.brief import Brief
from brief.store import artifacts, project
from brief.writers import fonts, render
from brief.writers.style import Style

PRINTED = Path("build") / "published"
"""Where a run keeps the digest of each PDF that it printed, so that its check need not again."""
OWN = "Give --templates of the project it comes from, if you have it."
_PRINT = "print:"
"""How the input begins that says what a brief was printed with."""
_HEAD = 4096
"""Bytes at the begin of a font file that hold the checksums of all its tables."""


def printable(brief: Brief, style: Style) -> Brief:
    """Return the brief with what it is printed with among its inputs."""
    kept = {key: value for key, value in brief.inputs.items() if not key.startswith(_PRINT)}
    name, digest = _means(style)
    return brief.model_copy(update={"inputs": dict(sorted({**kept, name: digest}.items()))})


def _means(style: Style) -> tuple[str, str]:
    programs = [f"{name} {version(name)}" for name in ("brief", "weasyprint", "pydyf")]
    programs.append(f"pango {render.pango_version()}")
    look = repr((style.tokens, style.css, sorted(style.charts.items())))
    marks = hashlib.sha256(look.encode())
    marks.update(project.code("print").encode())
    for name, path in sorted(fonts.all_faces().items()):
        with path.open("rb") as face:
            marks.update(f"{name} {path.stat().st_size}".encode() + face.read(_HEAD))
    return _PRINT + ", ".join(programs), marks.hexdigest()


def reprinted(brief: Brief, file: Path, root: Path) -> bytes:
    """Return the PDF that a brief gives here; raises as `style_at_hand` does.

    Its evidence is written anew: what is not of a brief, or stands twice in it, is not ours.
    """
    from brief.publish import publish

    return publish(brief, artifacts.to_json(brief), style_at_hand(brief, file, root))[0]


def redrafted(brief: Brief, file: Path, root: Path) -> bytes:
    """Return the draft that a brief gives here; raises as `style_at_hand` does."""
    from brief.draft import write_draft

    return write_draft(brief, style_at_hand(brief, file, root))


def style_at_hand(brief: Brief, file: Path, root: Path) -> Style:
    """Return the style that a brief was printed in.

    Raises `BriefError` with a warning when it was printed with other means than are at hand.
    """
    held = [(k, v) for k, v in brief.inputs.items() if k.startswith(_PRINT)]
    if not held:
        said = "its evidence does not say what it was printed with."
        hint = "It was altered, or is older than such a note: build it again."
        raise error("evidence-broken", str(file), said, hint)
    try:
        style = load_style(root)
        name, digest = _means(style)
    except BriefError as problem:
        first = problem.diagnostics[0]
        raise _not_reprinted(file, f"{first.place} cannot be used ({first.code})") from problem
    if held[0][0] != name:
        raise _not_reprinted(file, f"it was printed with {held[0][0].removeprefix(_PRINT)}")
    if held != [(name, digest)]:
        raise _not_reprinted(file, "style, fonts or program are not those it was printed with")
    return style


def _not_reprinted(file: Path, why: str) -> BriefError:
    said = f"the file was not printed again from its evidence: {why}."
    hint = "Its words, charts and properties were compared with its evidence all the same. " + OWN
    return BriefError(
        Diagnostic(
            code="not-reprinted", severity="warning", place=str(file), message=said, hint=hint
        )
    )
