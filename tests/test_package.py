"""What is packed: a wheel works in any folder, without the repository beside it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hatchling import build

from tests.conftest import ROOT


def packed(path: Path) -> set[str]:
    """Return the names of the files in a wheel."""
    with zipfile.ZipFile(path) as wheel:
        return set(wheel.namelist())


def test_a_wheel_brings_along_templates_and_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the program reads beside its code lies where it looks for it."""
    monkeypatch.chdir(ROOT)
    names = packed(tmp_path / build.build_wheel(str(tmp_path)))
    for kept, top in ((ROOT / "templates", "brief/templates"), (ROOT / "src/brief", "brief")):
        wanted = {
            f"{top}/{path.relative_to(kept)}"
            for path in kept.rglob("*")
            if path.suffix in (".yaml", ".j2", ".css", ".tsv", ".py")
        }
        assert wanted <= names


def test_an_installation_for_work_copies_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the source is used as it lies, no second templates grow old beside it."""
    monkeypatch.chdir(ROOT)
    names = packed(tmp_path / build.build_editable(str(tmp_path)))
    assert not [name for name in names if name.startswith("brief/")]
