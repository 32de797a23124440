"""Which draft a person means: by its name or its file, in the project's folder or below it."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path

from brief.cli.copies import is_copy
from brief.errors import BriefError, error
from brief.store import drafts
from brief.store.drafts import DraftFolder

WHERE = "Run `snakemake all` in the folder of the project, or name its drafts: --briefs DIR"

_BRIEFS = Path("briefs")
"""Where drafts lie unless `--briefs` says otherwise."""


def drafts_meant(options: Namespace, names: list[str]) -> list[DraftFolder]:
    """Return the drafts that a person names: `japan`, `japan.docx` or `briefs/japan.docx`.

    Below the folder of a project without drafts of its own, that of the project is gone to.
    """
    here = Path("Snakefile").is_file() or any(_BRIEFS.glob("*.docx"))
    if options.briefs == _BRIEFS and not here and (root := _project_above()):
        names = [str(Path(name).absolute()) if Path(name).parent.name else name for name in names]
        os.chdir(root)
        print(f"{root}: the drafts of this project", file=sys.stderr)
    return [_meant(Path(name), options.briefs) for name in names]


def missing(folder: DraftFolder) -> BriefError:
    """Return the error of a draft that is not there, with those that are."""
    there = ", ".join(names_in(folder.docx.parent))
    none = "Run: snakemake all" if Path("Snakefile").exists() else WHERE
    hint = f"There are: {there}." if there else none
    return error("draft-missing", str(folder.docx), "no such draft.", hint)


def names_in(briefs: Path) -> list[str]:
    """Return the names of the drafts in a folder, without copies of one of them."""
    found = {path.stem for path in briefs.glob("*.docx") if not path.name.startswith("~$")}
    others = [path for path in drafts.strays(briefs) if path.suffix == ".docx"]
    known = found - {path.stem for path in others}
    return sorted(found - {p.stem for p in others if any(is_copy(p, name) for name in known)})


def _meant(name: Path, briefs: Path) -> DraftFolder:
    if name.suffix.lower() not in (".docx", ".pdf"):
        return DraftFolder(briefs, str(name))
    return DraftFolder(name.parent if name.parent.name else briefs, name.stem)


def _project_above() -> Path | None:
    """Return the nearest folder above this one that holds a project that was run."""
    found = (one for one in Path.cwd().parents if (one / "Snakefile").is_file())
    return next((one for one in found if (one / _BRIEFS).is_dir()), None)
