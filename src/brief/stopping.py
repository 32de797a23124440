"""Importing this makes Ctrl-C end a run in one line, wherever it is: not in pages of Python.

`bin/setup` has Python import it by itself in `.venv`, for the second in which Snakemake loads.
"""

from __future__ import annotations

import sys
from types import TracebackType

SAID = "Stopped. Nothing is lost; `snakemake all` goes on from here."


def hook(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
    """Say of Ctrl-C in Snakemake what it means, and of all else what Python does."""
    if issubclass(kind, KeyboardInterrupt) and "snakemake" in " ".join(sys.orig_argv[:3]):
        print(SAID, file=sys.stderr)
    else:
        sys.__excepthook__(kind, problem, trace)


sys.excepthook = hook
