"""The file of edits as a person, git or another program leaves it: one line, nothing lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from brief.cli import origin
from brief.draft import Before
from brief.edits.diff import diff
from brief.errors import BriefError
from brief.store.drafts import DraftFolder, trigger
from tests.edits.drafts import base, changed, read, type_over

NAME = base().id


@pytest.fixture
def folder(tmp_path: Path) -> DraftFolder:
    """Return a folder with a file of edits and a draft that nobody needs to read here."""
    made = DraftFolder(tmp_path, NAME)
    edits = diff(base(), read(changed(type_over("for a decade", "for twelve years"))).brief)
    made.edits.parent.mkdir()
    made.edits.write_text(origin.edits_text(edits), "utf-8")
    made.docx.write_bytes(b"a draft")
    return made


def loaded(folder: DraftFolder) -> Before:
    return origin.before(folder, None)


def stamp(path: Path) -> tuple[int, ...]:
    """Return what a write or a replacement changes; reading may change the time of access."""
    seen = os.lstat(path)
    return (seen.st_ino, seen.st_mode, seen.st_size, seen.st_mtime_ns)


def swap(old: str, new: str) -> Callable[[Path], object]:
    def change(path: Path) -> None:
        path.write_bytes(path.read_bytes().replace(old.encode(), new.encode("latin-1"), 1))

    return change


def both_sides(path: Path) -> None:
    """Leave the file as git does that could not merge it."""
    text = path.read_text("utf-8")
    head, rest = text[: (at := text.index("edits:\n"))], text[at:]
    path.write_text(f"{head}<<<<<<< HEAD\n{rest}=======\n{rest}>>>>>>> theirs\n", "utf-8")


def instead(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        path.unlink()
        make(path)

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (swap("edits:", "edits: ["), "the draft holds your edits as well"),
        (swap("twelve", "tw\xe9lve"), "not UTF-8 text. Save the file as UTF-8"),
        (swap("edits/1", "edits/2"), "written by another version of brief"),
        (swap("edits/1", "summary/1"), "this file holds no edits (schema:"),
        (swap(f"audience: {NAME}", "audience: japan"), "the edits of another draft, 'japan'"),
        (both_sides, f"{NAME}.yaml:3: error: git left two versions of the edits in it."),
        (lambda path: path.write_text("- a list\n"), "this file holds no edits. Mend it"),
        (instead(Path.mkdir), "cannot be read (it is no file, or a link to none). Mend it"),
        (instead(lambda path: path.symlink_to("nowhere")), "cannot be read (it is no file"),
        (instead(os.mkfifo), "cannot be read (it is no file, or a link to none)"),
    ],
)
def test_an_unreadable_file_of_edits_is_one_line(
    folder: DraftFolder, change: Callable[[Path], object], said: str
) -> None:
    """It stops that draft with its name and what helps, is seen as news, and stays as it lies."""
    change(folder.edits)
    before = stamp(folder.edits)
    with pytest.raises(BriefError) as caught:
        loaded(folder)
    (line,) = str(caught.value).splitlines()
    assert line.startswith(str(folder.edits))
    assert said in line
    assert trigger(folder.docx.parent, NAME) != "none"
    assert stamp(folder.edits) == before


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n"])
def test_a_file_without_content_holds_no_edits(folder: DraftFolder, text: str) -> None:
    """It takes no edit back, and stops nothing."""
    folder.edits.write_text(text)
    found = loaded(folder)
    assert found.edits is not None
    assert found.edits.edits == ()
    assert found.brought is None


def test_where_no_draft_lies_none_is_told_of(folder: DraftFolder) -> None:
    """The line speaks of the draft only where there is one."""
    folder.docx.unlink()
    swap("edits:", "edits: [")(folder.edits)
    with pytest.raises(BriefError, match="Mend it, or move it away\\."):
        loaded(folder)
