"""A command that takes long says that it is at work."""

import argparse
import time
from pathlib import Path

import pytest

from brief.cli import main, patience


def run(path: Path) -> None:
    with patience.signs_of_life(argparse.Namespace(command="read", seed=path)):
        time.sleep(0.3)


def test_a_long_text_gives_signs_of_life(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line each while it is read, the later the more seldom; a short one gives none."""
    monkeypatch.setattr(patience, "_SOON", 0.02)
    monkeypatch.setattr(patience, "_LONG", 1_000)
    path = tmp_path / "long.txt"
    path.write_text("word " * 100)
    run(path)
    assert capsys.readouterr().err == ""
    path.write_text("word " * 1_000)
    run(path)
    said = capsys.readouterr().err.splitlines()
    assert 2 <= len(said) <= 5
    assert all(line.startswith(f"read {path}: at work for ") for line in said)


def test_status_says_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In another folder than the project's there are no drafts."""
    monkeypatch.chdir(tmp_path)
    assert main(["status"]) == 0
    assert f"{tmp_path / 'briefs'}: no drafts there." in capsys.readouterr().out
