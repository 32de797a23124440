"""`brief draft` on disk: killed at every step, run twice at once, reset, brought edits."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from brief.cli import drafts as drafts_cli
from brief.cli import main
from brief.edits.readback import open_changes
from brief.model.brief import Brief
from brief.store import artifacts, files
from brief.store.drafts import trigger
from tests.conftest import ROOT
from tests.edits.drafts import W, base, changed, el, find, read, run, type_over
from tests.support.desk import say, text_of

NAME = base().id
TYPED = "for twelve years"


class Killed(BaseException):
    """Stands for `kill -9`: nothing catches it."""


@pytest.fixture(scope="module")
def drafted_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the stage ran once."""
    folder = tmp_path_factory.mktemp("once")
    artifacts.save(folder / "build/briefs" / f"{NAME}.json", base())
    assert draft(folder) == 0
    return folder


@pytest.fixture
def folder(drafted_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of that folder."""
    made = tmp_path / "project"
    shutil.copytree(drafted_once, made)
    monkeypatch.chdir(made)
    return made


def arguments(folder: Path) -> list[str]:
    return [
        "draft", str(folder / "build/briefs" / f"{NAME}.json"),
        "--docx", str(docx(folder)),
        "--templates", str(ROOT / "templates"),
        "-o", str(folder / "build/drafts" / f"{NAME}.json"),
    ]  # fmt: skip


def draft(folder: Path) -> int:
    return main(arguments(folder))


def docx(folder: Path) -> Path:
    return folder / "briefs" / f"{NAME}.docx"


def edits_file(folder: Path) -> Path:
    return folder / "briefs/edits" / f"{NAME}.yaml"


def type_in(folder: Path, old: str = "for a decade", new: str = TYPED) -> None:
    path = docx(folder)
    path.write_bytes(changed(type_over(old, new), path.read_bytes()))


def published(folder: Path) -> Brief:
    return artifacts.load(folder / "build/drafts" / f"{NAME}.json", Brief)


def new_seed(folder: Path) -> None:
    artifacts.save(folder / "build/briefs" / f"{NAME}.json", say(base(), "p-4", "A new finding."))


def kill_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kill the run at the given change of the disk; a written file is not yet under its name."""
    done = iter(range(10_000))

    def counted(function: Callable[..., object]) -> Callable[..., object]:
        def run(*args: object, **more: object) -> object:
            if next(done) == step:
                raise Killed
            return function(*args, **more)

        return run

    monkeypatch.setattr(files.os, "replace", counted(files.os.replace))
    monkeypatch.setattr(Path, "unlink", counted(Path.unlink))
    monkeypatch.setattr("brief.store.drafts.os.link", counted(files.os.link))


@pytest.mark.slow
@pytest.mark.parametrize("changes", [False, True], ids=["edit", "edit and new sources"])
def test_a_kill_at_any_step_loses_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, changes: bool
) -> None:
    """Whatever step was the last, the words are in the draft, and the next run heals the rest."""
    whole = folder.parent / "whole"
    for step in range(60):
        shutil.rmtree(whole, ignore_errors=True)
        shutil.copytree(folder, whole)
        type_in(whole)
        if changes:
            new_seed(whole)
        with monkeypatch.context() as patched:
            kill_at(step, patched)
            try:
                draft(whole)
            except Killed:
                ended = False
            else:
                ended = True
        assert TYPED in files_text(docx(whole))
        assert draft(whole) == 0
        assert TYPED in text_of(published(whole), "p-1")
        assert published(whole).edited == ("p-1",)
        assert edits_file(whole).read_text().count("kind: changed") == 1
        assert "please check" not in files_text(docx(whole), "word/comments.xml")
        before = docx(whole).read_bytes(), trigger(whole / "briefs", NAME)
        assert draft(whole) == 0
        assert (docx(whole).read_bytes(), trigger(whole / "briefs", NAME)) == before
        if ended:
            break
    assert ended
    assert step > 5


@pytest.mark.slow
def test_a_reset_killed_at_any_step_loses_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words stand in the draft or in a kept copy, and the next run goes through."""
    reset = ["reset", NAME, "--templates", str(ROOT / "templates")]
    type_in(folder)
    assert draft(folder) == 0
    whole = folder.parent / "whole"
    for step in range(60):
        shutil.rmtree(whole, ignore_errors=True)
        shutil.copytree(folder, whole)
        monkeypatch.chdir(whole)
        ended = False
        with monkeypatch.context() as patched:
            kill_at(step, patched)
            with contextlib.suppress(Killed):
                ended = main(reset) == 0
        everywhere = [docx(whole), *(whole / "briefs/kept").glob("*.docx")]
        assert any(TYPED in files_text(path) for path in everywhere)
        assert draft(whole) == 0
        assert (TYPED in files_text(docx(whole))) == (published(whole).edited == ("p-1",))
        if ended:
            break
    assert published(whole).edited == ()
    assert step > 5


def files_text(path: Path, part: str = "word/document.xml") -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(part).decode()


def test_two_runs_at_once_lose_nothing(folder: Path) -> None:
    """The second waits for the first: both end well, the draft is whole, nothing is doubled."""
    type_in(folder)
    new_seed(folder)
    command = [sys.executable, "-m", "brief.cli", *arguments(folder)]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(3)]  # fmt: skip
    for one in runs:
        out, err = one.communicate(timeout=120)
        assert one.returncode == 0, err
        assert b"Edited by hand: 1 block" in out
    assert TYPED in text_of(published(folder), "p-1")
    assert text_of(published(folder), "p-4") == "A new finding."
    assert len(list((folder / "briefs/kept").iterdir())) == 1
    after = docx(folder).read_bytes()
    assert draft(folder) == 0
    assert docx(folder).read_bytes() == after


def test_an_edits_file_from_elsewhere_is_taken_up(folder: Path, tmp_path: Path) -> None:
    """Pulled from version control while an edited draft lies here, both are in the PDF."""
    there = tmp_path / "there"
    shutil.copytree(folder, there)
    type_in(there)
    assert draft(there) == 0
    type_in(folder, "No source speaks to insurance.", "Silence on insurance.")
    assert draft(folder) == 0
    settled = trigger(folder / "briefs", NAME)
    mine = edits_file(folder).read_bytes()
    shutil.copy(edits_file(there), edits_file(folder))
    assert trigger(folder / "briefs", NAME) != settled
    assert draft(folder) == 0
    assert published(folder).edited == ("kj-3", "p-1")
    assert TYPED in files_text(docx(folder))
    assert mine != edits_file(folder).read_bytes()
    kept = [path.name for path in (folder / "briefs/kept").iterdir()]
    assert sum(name.endswith(".yaml") for name in kept) == 1
    after = trigger(folder / "briefs", NAME)
    assert draft(folder) == 0
    assert trigger(folder / "briefs", NAME) == after


def test_an_edits_file_that_is_no_more_is_written_again(folder: Path) -> None:
    """Deleting the text does not delete the edits: the draft has them."""
    type_in(folder)
    assert draft(folder) == 0
    text = edits_file(folder).read_text()
    edits_file(folder).unlink()
    assert draft(folder) == 0
    assert edits_file(folder).read_text() == text


def test_a_comment_of_a_person_lasts_from_draft_to_draft(folder: Path) -> None:
    """It is rewritten at its passage with author and words, and never published."""

    def comment(root) -> None:
        said = el("comment", el("p", run("I doubt it.")), id="7", author="Ann", initials="A")
        root.append(said)

    def place(root) -> None:
        at = find(root, "The joint statement")
        at.insert(1, el("commentRangeStart", id="7"))
        at.append(el("commentRangeEnd", id="7"))
        at.append(el("r", el("commentReference", id="7")))

    path = docx(folder)
    path.write_bytes(changed(place, changed(comment, path.read_bytes(), "word/comments.xml")))
    for finding in ("A new finding.", "Another one."):
        artifacts.save(folder / "build/briefs" / f"{NAME}.json", say(base(), "p-4", finding))
        assert draft(folder) == 0
        assert finding in files_text(path)
        comments = read(path.read_bytes()).comments
        assert [(c.unit, c.lines) for c in comments if c.author == "Ann"] == [
            ("p-2", ("I doubt it.",))
        ]
    assert "I doubt it." not in (folder / "build/drafts" / f"{NAME}.json").read_text()


def test_a_draft_alone_tells_what_a_person_changed(folder: Path) -> None:
    """Copied without our memory, it knows its edits from what the machine has changed since."""
    type_in(folder)
    assert draft(folder) == 0
    type_in(folder, "No source speaks to insurance.", "Silence on insurance.")
    shutil.rmtree(folder / "briefs/.drafts")
    shutil.rmtree(folder / "briefs/edits")
    new_seed(folder)
    assert draft(folder) == 0
    assert published(folder).edited == ("kj-3", "p-1")
    assert "A new finding." in text_of(published(folder), "p-4")


@pytest.mark.parametrize("held", ["AAAA", "eJwDAAAAAAE=", "no base 64 at all"])
def test_a_draft_that_tells_nonsense_of_itself_loses_nothing(folder: Path, held: str) -> None:
    """What it carries is believed only where it is what the draft was written from."""
    type_in(folder)

    def spoil(root: Any) -> None:
        root.text = held

    docx(folder).write_bytes(changed(spoil, docx(folder).read_bytes(), "customXml/item1.xml"))
    shutil.rmtree(folder / "briefs/.drafts")
    assert draft(folder) == 0
    assert published(folder).edited == ("p-1",)


def test_a_clean_draft_carries_nothing_unseen(folder: Path) -> None:
    """Without comments, for a reader outside, it does not hold earlier words either."""
    new_seed(folder)
    assert main([*arguments(folder), "--clean"]) == 0
    assert not [n for n in zipfile.ZipFile(docx(folder)).namelist() if "customXml" in n]


def test_a_draft_that_is_not_there_is_told_with_those_that_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt name gets the names that there are."""
    (folder / "briefs/~$other.docx").touch()
    assert main(["diff", "japn"]) == 1
    assert f"no such draft. There are: {NAME}." in capsys.readouterr().err


def test_a_draft_that_is_open_is_not_said_to_be_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was done is said: read, not drafted, and what helps."""
    (folder / f"briefs/.~lock.{NAME}.docx#").touch()
    new = Brief.model_validate_json(base().model_dump_json().replace("for a decade", "for ages"))
    artifacts.save(folder / "build/briefs" / f"{NAME}.json", new)
    before = docx(folder).read_bytes()
    assert draft(folder) == 0
    told = capsys.readouterr()
    assert told.out.startswith(f"read {docx(folder)}")
    assert "drafted" not in told.out
    assert "not renewed; the PDF has what you saved. Close it" in told.err
    assert docx(folder).read_bytes() == before


def test_a_draft_that_is_read_only_is_left_as_it_lies(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody closed it: the run says so and renews the rest; once it may be written, it is."""
    docx(folder).chmod(0o444)
    new_seed(folder)
    before = docx(folder).read_bytes()
    assert draft(folder) == 0
    told = capsys.readouterr()
    assert "it is read-only, so it was not renewed; the PDF has what you saved." in told.err
    assert "Make it writable and run" in told.err
    assert docx(folder).read_bytes() == before
    assert main(["reset", NAME]) == 0  # there is nothing to take back
    docx(folder).chmod(0o644)
    assert draft(folder) == 0
    assert docx(folder).read_bytes() != before


def test_reset_of_a_block_keeps_the_rest(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One block is the machine's again, the others stay; the edited draft is kept and named."""
    type_in(folder)
    type_in(folder, "No source speaks to insurance.", "Silence on insurance.")
    assert draft(folder) == 0
    templates = ["--templates", str(ROOT / "templates")]
    assert main(["reset", NAME, "--block", "kj-3", *templates]) == 0
    assert "briefs/kept/" in capsys.readouterr().out
    assert "Silence" not in files_text(docx(folder))
    assert draft(folder) == 0
    assert published(folder).edited == ("p-1",)
    assert main(["reset", NAME, *templates]) == 0
    assert draft(folder) == 0
    assert published(folder).edited == ()
    assert not edits_file(folder).exists()
    kept = sorted((folder / "briefs/kept").glob("*.docx"))
    assert any("Silence" in files_text(path) for path in kept)
    assert all(TYPED in files_text(path) for path in kept)


def test_status_tells_each_draft(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Edited, conflicting and stale blocks by name; a draft that cannot be read stops no other."""
    type_in(folder)
    new = say(say(base(), "p-4", "A new finding."), "p-1", "The machine says something new.")
    artifacts.save(folder / "build/briefs" / f"{NAME}.json", new)
    (folder / "briefs/aaa.docx").write_bytes(b"no draft")
    capsys.readouterr()
    assert main(["status"]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        f"{NAME}: Edited by hand: 1 block",
        "  edited: p-1",
        "  conflicting (changed on both sides, your words kept): p-1",
        "  stale (the next run writes it anew): p-4",
        "  edited, not verified: p-1",
        "    p-1: the figure “twelve years” is not in what it cites",
    ]
    assert "aaa.docx" in told.err


def test_a_draft_that_is_a_link_stays_one(folder: Path, tmp_path: Path) -> None:
    """What the link leads to is read and written."""
    elsewhere = tmp_path / "shared.docx"
    shutil.move(docx(folder), elsewhere)
    docx(folder).symlink_to(elsewhere)
    elsewhere.write_bytes(changed(type_over("for a decade", TYPED), elsewhere.read_bytes()))
    new_seed(folder)
    assert draft(folder) == 0
    assert docx(folder).is_symlink()
    assert "A new finding." in files_text(elsewhere)
    assert TYPED in files_text(elsewhere)


def test_a_folder_in_the_drafts_place_is_kept_aside(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One clear line, no traceback; what lay in it is kept, and a fresh draft written."""
    docx(folder).unlink()
    docx(folder).mkdir()
    (docx(folder) / "mine.txt").write_text(TYPED)
    assert trigger(folder / "briefs", NAME) == "unreadable:1"
    assert main(["status", NAME]) == 1
    assert draft(folder) == 0
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 2
    assert "It is kept as" in told[1]
    (aside,) = (folder / "briefs/kept").iterdir()
    assert (aside / "mine.txt").read_text() == TYPED
    assert zipfile.is_zipfile(docx(folder))


def test_a_draft_with_a_password_says_how_to_have_its_words(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is kept as it is, and the line says what to do, before a run and after it."""
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64
    docx(folder).write_bytes(locked)
    main(["status", NAME])
    assert "Save it as a Word document (.docx) without a password" in capsys.readouterr().err
    assert draft(folder) == 0
    assert "To have its words: save it as a Word document" in capsys.readouterr().err
    (kept,) = (folder / "briefs/kept").iterdir()
    assert kept.read_bytes() == locked


@pytest.mark.parametrize("times", [1, 9])
def test_a_draft_saved_while_a_run_writes_is_taken_as_saved(
    folder: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    """The run begins anew with the words saved meanwhile; one that is saved without end is left."""
    type_in(folder)
    new_seed(folder)
    made = iter(range(1, 20))
    whole = drafts_cli.write_draft

    def saved_meanwhile(*args: Any, **more: Any) -> bytes:
        if (number := next(made)) <= times:
            type_in(folder, "No source speaks", f"Word {number}. No source speaks")
        return whole(*args, **more)

    monkeypatch.setattr(drafts_cli, "write_draft", saved_meanwhile)
    assert draft(folder) == (0 if times == 1 else 1)
    words = files_text(docx(folder))
    assert TYPED in words
    assert "Word 1. " in words
    assert ("A new finding." in words) is (times == 1)
    if times == 1:
        assert published(folder).edited == ("kj-3", "p-1")


def test_reset_of_a_row_is_by_the_name_that_status_says(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A cell's edit goes with its row, and then no edit is left in the edits file."""
    type_in(folder, "US$38 billion", "US$39 billion")
    assert draft(folder) == 0
    assert main(["status", NAME]) == 0
    row = next(w for w in capsys.readouterr().out.split() if w.startswith("row:"))
    options = ["--templates", str(ROOT / "templates")]
    assert main(["reset", NAME, "--block", row, *options]) == 0
    assert "US$39" not in files_text(docx(folder))
    assert not edits_file(folder).exists()


def test_reset_of_a_block_that_is_not_there_is_an_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt name is told from a block without edits; the draft stays as it lies."""
    type_in(folder)
    before = docx(folder).read_bytes()
    options = ["--templates", str(ROOT / "templates")]
    assert main(["reset", NAME, "--block", "kj-33", *options]) == 1
    said = capsys.readouterr().err
    assert said.endswith(f"`brief status {NAME}` names those that are edited. [block-unknown]\n")
    assert said.count("\n") == 1
    assert main(["reset", NAME, "--block", "kj-3", *options]) == 0
    assert "no edits; nothing to reset" in capsys.readouterr().out
    assert docx(folder).read_bytes() == before


def track(root: Any) -> None:
    """Type a word with tracked changes on."""
    text = find(root, "No source speaks").iter(f"{W}t")
    next(text).getparent().addnext(el("ins", run(" Zq."), id="9", author="Ann"))


def test_a_draft_that_a_person_saved_is_not_written_anew_for_our_sake(folder: Path) -> None:
    """Open tracked changes stay open however often the stage runs, while there is no news."""
    docx(folder).write_bytes(changed(track, docx(folder).read_bytes()))
    saved = docx(folder).read_bytes()
    for _ in range(3):
        assert draft(folder) == 0
        assert docx(folder).read_bytes() == saved


def test_tracked_changes_outlive_news(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is news the draft is written anew, and what was open stays open in it."""
    docx(folder).write_bytes(changed(track, docx(folder).read_bytes()))
    artifacts.save(folder / "build/briefs" / f"{NAME}.json", say(base(), "p-4", "A new finding."))
    assert draft(folder) == 0
    assert "tracked changes ended" not in capsys.readouterr().err
    written = docx(folder).read_bytes()
    assert open_changes(written) == 1
    assert "A new finding." in files_text(docx(folder))
    assert draft(folder) == 0
    assert docx(folder).read_bytes() == written
    assert any("Zq." in files_text(path) for path in (folder / "briefs/kept").glob("*.docx"))


def test_tracked_changes_that_end_are_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row deleted under tracking is no part of the new draft; a line names the copy with it."""

    def drop(root: Any) -> None:
        row = find(root, "Freight over berth 1").getparent().getparent()
        row.find(f"{W}trPr").append(el("del", id="9", author="Ann"))

    docx(folder).write_bytes(changed(drop, docx(folder).read_bytes()))
    artifacts.save(folder / "build/briefs" / f"{NAME}.json", say(base(), "p-4", "A new finding."))
    assert draft(folder) == 0
    assert "of its 1 tracked changes 1 ended" in capsys.readouterr().err


def test_an_edits_file_that_cannot_be_read_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says where it is broken and that the draft has the edits too; nothing is written."""
    type_in(folder)
    edits_file(folder).parent.mkdir(exist_ok=True)
    edits_file(folder).write_text("<<<<<<< ours\nedits: [}\n")
    before = docx(folder).read_bytes()
    assert draft(folder) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert ".yaml:" in line
    assert "git left two versions of the edits" in line
    assert "the draft holds yours" in line
    assert docx(folder).read_bytes() == before
