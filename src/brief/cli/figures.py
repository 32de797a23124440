"""`brief figures`: lines of text in, the numbers in them out; no seed is read for that."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from brief.engines.rules.figures import figures_lines
from brief.store import files


def figures(options: argparse.Namespace) -> int:
    """Find the figures in each JSON line; write one JSON line for each."""
    lines: Iterable[str] = files.read_text(options.file).splitlines() if options.file else sys.stdin
    for line in figures_lines(lines):
        print(line)
    return 0
