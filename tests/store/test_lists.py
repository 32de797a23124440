"""claims.md and sources.bib are what a run wrote: whoever changes a number or a source is told."""

import re

import pytest

from brief.cli import main
from brief.compose.bibtex import bibtex
from brief.store import lists
from tests.support import corpus

MADE = {
    "claims.md": "# Claims\n\n| What | Why |\n|---|---|\n| Two of 5 | 2 of 5 |\n",
    "sources.bib": bibtex(corpus.dossier()),
}


@pytest.fixture
def stored(tmp_path):
    """Return a folder with both lists as a run leaves them."""
    for name, text in MADE.items():
        lists.write(tmp_path / name, text)
    return tmp_path


@pytest.mark.parametrize("name", MADE)
def test_a_list_as_it_was_written_is_whole(name, stored, capsys):
    """Ends of lines are no change, nor is a second run: the same bytes."""
    path = stored / name
    before = path.read_bytes()
    lists.write(path, MADE[name])
    assert path.read_bytes() == before
    path.write_bytes(before.replace(b"\n", b"\r\n"))
    assert main(["check", str(path)]) == 0
    assert "ok" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("claims.md", "2 of 5", "4 of 5"),
        ("claims.md", r"\Z", "One more line.\n"),
        ("claims.md", "<!-- seal.*", ""),
        ("sources.bib", "author = ", "editor = "),
        ("sources.bib", r"\d{4}", "1999"),
        ("sources.bib", r"@\w+", "@book"),
    ],
)
def test_a_changed_list_is_told_in_a_line(name, old, new, stored, capsys):
    """The file, what is wrong, what to do; the exit code says so too."""
    path = stored / name
    text, times = re.subn(old, new, path.read_text("utf-8"), count=1)
    assert times
    path.write_text(text, "utf-8")
    assert main(["check", str(path)]) == 1
    said = capsys.readouterr()
    assert re.search(rf"{name}: error: it .*\. .*elete it and run again", said.err)
    assert "FAILED" in said.out


def test_a_text_that_is_no_list_is_not_to_be_deleted_unasked(tmp_path, capsys):
    """It may be a source, named by mistake."""
    (tmp_path / "seed.md").write_text("# A title\n")
    assert main(["check", str(tmp_path / "seed.md")]) == 1
    assert "else give a finished brief" in capsys.readouterr().err
