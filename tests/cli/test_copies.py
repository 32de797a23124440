"""Copies of a draft: one beside it is told of, one in its place takes nothing away."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brief.cli import main
from brief.store import artifacts
from brief.store.drafts import trigger
from tests.cli.test_drafts import NAME, TYPED, docx, draft, files_text, published, type_in
from tests.edits.drafts import base, changed, type_over
from tests.support.desk import text_of

SILENCE = ("No source speaks to insurance.", "Silence on insurance.")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which the stage ran once."""
    artifacts.save(tmp_path / "build/briefs" / f"{NAME}.json", base())
    monkeypatch.chdir(tmp_path)
    assert draft(tmp_path) == 0
    return tmp_path


def edited(whole: bytes, old: str, new: str) -> bytes:
    return changed(type_over(old, new), whole)


def test_two_copies_put_in_place_one_after_the_other_lose_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each was made from the same draft; the words of both stand, also in the runs after."""
    whole = docx(folder).read_bytes()
    docx(folder).write_bytes(edited(whole, "for a decade", TYPED))
    assert draft(folder) == 0
    assert "draft-another" not in capsys.readouterr().err
    docx(folder).write_bytes(edited(whole, *SILENCE))
    assert main(["status", NAME]) == 0
    assert "edited: p-1, kj-3" in capsys.readouterr().out.replace("kj-3, p-1", "p-1, kj-3")
    assert draft(folder) == 0
    assert "another copy" in capsys.readouterr().err
    for _ in range(2):
        assert TYPED in text_of(published(folder), "p-1")
        assert SILENCE[1] in files_text(docx(folder))
        assert TYPED in files_text(docx(folder))
        assert draft(folder) == 0
        assert "another copy" not in capsys.readouterr().err


def test_of_words_changed_in_two_copies_the_later_stand_and_the_others_wait(folder: Path) -> None:
    """The earlier ones are in a comment beside them."""
    whole = docx(folder).read_bytes()
    for words in (TYPED, "for eleven years"):
        docx(folder).write_bytes(edited(whole, "for a decade", words))
        assert draft(folder) == 0
    assert "for eleven years" in text_of(published(folder), "p-1")
    assert TYPED in files_text(docx(folder), "word/comments.xml")


def test_words_taken_back_in_the_draft_that_was_left_are_gone(folder: Path) -> None:
    """That the last run rewrote nothing does not make it another copy."""
    type_in(folder)
    assert draft(folder) == 0
    type_in(folder, *SILENCE)
    assert draft(folder) == 0
    type_in(folder, *reversed(SILENCE))
    assert draft(folder) == 0
    type_in(folder, TYPED, "for a decade")
    assert draft(folder) == 0
    assert published(folder).edited == ()


@pytest.mark.parametrize("name", [f"{NAME} (1)", f"{NAME} – final", f"Copy of {NAME}", "mine"])
def test_a_copy_beside_the_draft_is_told_of_once_it_holds_more(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Whatever its name, it says whose it is; a copy without edits is not worth a word."""
    path = docx(folder).with_name(f"{name}.docx")
    shutil.copy(docx(folder), path)
    before = trigger(path.parent, NAME)
    assert draft(folder) == 0
    assert "draft-beside" not in capsys.readouterr().err
    assert trigger(path.parent, NAME) == before
    path.write_bytes(edited(path.read_bytes(), "for a decade", TYPED))
    assert trigger(path.parent, NAME) != before
    assert draft(folder) == 0
    said = capsys.readouterr().err
    assert f"{path}: warning: no run reads it: this copy has 1 edit that" in said
    settled = trigger(path.parent, NAME)
    assert main(["status"]) == 0
    told = capsys.readouterr()
    assert told.out == f"{NAME}: no edits\n"
    assert "draft-beside" in told.err
    path.replace(docx(folder))
    assert trigger(docx(folder).parent, NAME) != settled
    assert draft(folder) == 0
    assert TYPED in text_of(published(folder), "p-1")
    assert "draft-beside" not in capsys.readouterr().err


def test_a_copy_in_another_format_is_told_of_and_other_documents_are_not(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What its name says is all that we know of it; "kitchenette" is another word."""
    for name in (f"{NAME}.odt", f"{NAME}ette.odt", "notes.docx"):
        docx(folder).with_name(name).write_bytes(b"PK of another kind")
    assert draft(folder) == 0
    said = capsys.readouterr().err
    assert f"{NAME}.odt: warning: no run reads it" in said
    assert f"{NAME}ette" not in said
    assert "notes" not in said


def test_a_copy_answered_once_that_lies_there_again_is_news(folder: Path) -> None:
    """A run that ended with it would leave a draft that shows less than the PDF."""
    type_in(folder, "for a decade", TYPED)
    first = docx(folder).read_bytes()
    assert draft(folder) == 0
    settled = trigger(folder / "briefs", NAME)
    docx(folder).write_bytes(first)
    assert trigger(folder / "briefs", NAME) != settled
    assert draft(folder) == 0
    assert TYPED in text_of(published(folder), "p-1")
