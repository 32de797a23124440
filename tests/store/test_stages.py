"""Which files a stage's result depends on: the table in `store/project.py` against the imports."""

import ast
from pathlib import Path

import pytest

import brief
from brief.store.project import STAGES, modules

ROOT = Path(brief.__file__).parent
APART = ("cli", "store")
"""What parses arguments and touches the disk imports every stage, and is listed by hand."""


def imported(path: Path) -> set[Path]:
    """Return the files of the program that one of them imports, at its top or within a function."""
    named: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            named |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            named |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    places = (ROOT.parent.joinpath(*name.split(".")) for name in named if name.startswith("brief"))
    files = (one for place in places for one in (place.with_suffix(".py"), place / "__init__.py"))
    return {one for one in files if one.is_file()}


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_is_made_again_when_what_it_imports_changes(stage):
    """Each module that one of a stage's imports is among the stage's own."""
    own = {path for path in modules(stage) if path.suffix == ".py"}
    assert len(own) > 10
    read = [path for path in own if path.relative_to(ROOT).parts[0] not in APART]
    missing = {
        f"{path.relative_to(ROOT)} imports {one.relative_to(ROOT)}"
        for path in read
        for one in imported(path) - own
    }
    assert not missing


def test_fitted_tables_are_among_what_a_stage_uses():
    """A table that was fitted anew changes summaries as code does."""
    names = {path.name for path in modules("summarize")}
    assert {"phrasing.tsv", "wording.tsv", "words.yaml"} <= names
