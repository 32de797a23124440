"""Commands on drafts, typed as people type them: by name or file, in the project or below it."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief.cli import main
from brief.store import artifacts
from tests.conftest import ROOT
from tests.edits.drafts import base, changed, type_over

NAME = base().id


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with one draft, in which a word is edited."""
    folder = tmp_path_factory.mktemp("project")
    built, docx = folder / f"build/briefs/{NAME}.json", folder / f"briefs/{NAME}.docx"
    artifacts.save(built, base())
    templates = ["--templates", str(ROOT / "templates")]
    assert main(["draft", str(built), "--docx", str(docx), *templates]) == 0
    docx.write_bytes(changed(type_over("for a decade", "for twelve years"), docx.read_bytes()))
    (folder / "Snakefile").touch()
    (folder / "notes/old").mkdir(parents=True)
    return folder


@pytest.mark.parametrize("place", [".", "notes/old", "briefs", "build"])
@pytest.mark.parametrize("named", ["{}", "{}.docx", "{}.pdf", "{project}/briefs/{}.docx"])
def test_a_draft_is_found_from_below(project, monkeypatch, capsys, place, named):
    """Whether by its name or its file, in the project's folder or below: the draft is meant."""
    monkeypatch.chdir(project / place)
    given = named.format(NAME, project=project)
    assert main(["diff", given]) == 0
    assert "+" in capsys.readouterr().out
    assert main(["status"]) == 0
    assert "1 block" in capsys.readouterr().out


def test_outside_a_project_it_is_said_where_to_go(tmp_path, monkeypatch, capsys):
    """Where no project is, above or here, a line says so."""
    monkeypatch.chdir(tmp_path)
    assert main(["diff", NAME]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "in the folder of the project" in said


def test_a_file_of_the_project_is_pointed_at_from_below(project, monkeypatch, capsys):
    """Who types a path as in the project's folder, but below it, is told where that is."""
    monkeypatch.chdir(project / "notes")
    assert main(["draft", f"build/briefs/{NAME}.json", "--docx", "new.docx"]) == 1
    assert f"It is in {project}: go there first." in capsys.readouterr().err
