"""`brief audience check` and `schema`: what a person writes by hand, its form explained."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module

from brief.cli.inputs import audience_file, load_audience, load_question, say
from brief.compose import audience_remarks
from brief.errors import BriefError
from brief.store import files, templates

KINDS: Mapping[str, str] = {
    "audience": "brief.model.audience:Audience",
    "brief": "brief.model.brief:Brief",
    "document": "brief.model.document:Document",
    "dossier": "brief.model.dossier:Dossier",
    "edits": "brief.model.edit:Edits",
    "offered": "brief.model.offered:Offered",
    "question": "brief.model.question:Question",
    "reviews": "brief.model.review:Reviews",
    "summary": "brief.model.summary:Summary",
    "themes": "brief.model.audience:Themes",
}
"""Kinds of files whose form `brief schema` prints, and their types."""


def check_audience(options: argparse.Namespace) -> int:
    """Say by line all that is missing, misspelt or not to be traced in an audience file."""
    audience = load_audience(str(options.file), options.templates)
    path = audience_file(str(options.file), options.templates)
    names = templates.ids(templates.folder(options.templates), "questions")
    known: list[str] = []
    for name in names:
        with suppress(BriefError):  # another file's mistakes are not this one's
            known.append(load_question(name, options.templates).id)
    say(audience_remarks(files.read_text(path), str(path), known))
    asked = len(audience.policies)
    print(f"{path}: {audience.name}, {asked} set{'' if asked == 1 else 's'} of questions.")
    return 0


def schema(options: argparse.Namespace) -> int:
    """Print the JSON Schema of a kind of file."""
    sys.stdout.write(schema_text(options.kind))
    return 0


def schema_text(kind: str) -> str:
    """Return the JSON Schema of a kind of file, as `docs/schemas` holds it."""
    module, name = KINDS[kind].split(":")
    made = getattr(import_module(module), name).model_json_schema(by_alias=True)
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
