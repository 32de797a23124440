"""The templates folder: questions, audiences, the brief's template and its style, as text."""

from __future__ import annotations

from pathlib import Path

from brief.errors import error
from brief.store import files


def folder(wanted: Path) -> Path:
    """Return the templates folder: the one wanted, or else the one that came with the product.

    A command works in any folder with the shipped templates; a project's own folder wins.
    """
    if wanted.is_dir():
        return wanted
    here = Path(__file__).resolve().parents[1]
    for shipped in (here / "templates", here.parents[1] / "templates"):
        if wanted == Path("templates") and shipped.is_dir():
            return shipped
    raise error("templates-missing", str(wanted), "there is no such folder.")


def find(templates: Path, kind: str, wanted: str) -> Path:
    """Return the file of a question or audience by its id or path; `kind` is the subfolder."""
    named = Path(wanted)
    if named.suffix in (".yaml", ".yml"):
        return named
    path = templates / kind / f"{wanted}.yaml"
    if path.is_file() and path.parent == templates / kind:
        return path
    known = ", ".join(ids(templates, kind)) or "none"
    raise error(
        f"{kind[:-1]}-unknown",
        str(templates / kind),
        f"there is no {kind[:-1]} '{wanted}'.",
        f"Known: {known}; or give a file that ends in .yaml.",
    )


def ids(templates: Path, kind: str) -> list[str]:
    """Return the ids of all questions or audiences, sorted."""
    return sorted(path.stem for path in (templates / kind).glob("*.yaml"))


def texts(root: Path, pattern: str) -> dict[str, str]:
    """Return the texts of the files below `root` that match, by relative path, sorted."""
    return {
        path.relative_to(root).as_posix(): files.read_text(path)
        for path in sorted(root.glob(pattern))
        if path.is_file()
    }


def font_files(folder: Path) -> list[Path]:
    """Return the font files in a folder, sorted; none where there is no folder."""
    kinds = (".ttf", ".otf")
    return sorted(path.resolve() for path in folder.glob("*") if path.suffix.lower() in kinds)
