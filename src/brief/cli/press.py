"""`brief publish`: a brief in, its finished PDF out. It needs nothing of what composes one."""

from __future__ import annotations

import argparse

from brief.cli.inputs import done, load_style
from brief.cli.reprint import printable
from brief.model.brief import Brief
from brief.publish import publish as stage
from brief.store import artifacts, files


def publish(options: argparse.Namespace) -> int:
    """Publish a brief as PDF; nothing is written when something does not trace."""
    style = load_style(options.templates)
    brief = printable(artifacts.load(options.brief, Brief), style)
    data, _ = stage(brief, artifacts.to_json(brief), style)
    files.write(options.output, data)
    if options.digest:
        files.write(options.digest, files.digest(data))
    done(f"published {options.output}")
    return 0
