"""What a person types behind `snakemake`, looked at before Snakemake speaks of its rules."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable
from pathlib import Path

from brief.errors import Diagnostic, is_it, nearest
from brief.store import templates

_OF_ONE = re.compile(r"(?:briefs/([^/]+)\.(?:pdf|docx)|build/(?:briefs|drafts)/([^/]+)\.json)")
"""A file of one audience, which the name tells."""


def unknown(
    wanted: Iterable[str],
    rules: Collection[str],
    files: Collection[str],
    audiences: Collection[str],
) -> list[Diagnostic]:
    """Return an error for each target that nothing makes: what there is instead, what to type.

    `rules` are the names that may be typed, `files` all that a run makes, `audiences` those of
    the configuration, by id.
    """
    return [
        _told(target, [*rules, *files], list(audiences))
        for target in sorted(wanted)
        if target not in rules and (os.path.isabs(target) or os.path.relpath(target) not in files)
    ]


def _told(target: str, known: Collection[str], audiences: list[str]) -> Diagnostic:
    path = Path(os.path.relpath(target)).as_posix()
    found = _OF_ONE.fullmatch(path)
    name = found[1] or found[2] if found else path
    if name in audiences and path.endswith(".docx"):
        said = "a draft is made along with its PDF, and not alone."
        return _error(target, said, f"Type: snakemake briefs/{name}.pdf")
    if name not in audiences:
        if name in templates.ids(templates.folder(Path("templates")), "audiences"):
            said = f"the audience '{name}' is not among those that this project writes for."
            return _error(target, said, "Add it to `audiences:` in config.yaml.")
        if found:
            said = f"there is no audience '{name}'; known: {', '.join(audiences)}."
            one = nearest(name, audiences) or audiences[0]
            return _error(target, said, f"Type: snakemake briefs/{one}.pdf")
    said = "there is nothing of that name to make."
    one = f"briefs/{name if name in audiences else audiences[0]}.pdf"
    return _error(target, said, is_it(path, known) or f"Type: snakemake all, or {one}")


def _error(place: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(
        code="target-unknown", severity="error", place=place, message=message, hint=hint
    )
