"""Another question is another draft: what was typed of one is not said of the other, nor lost."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from brief.cli import main
from brief.store import artifacts, asked
from brief.store.drafts import DraftFolder, trigger
from tests.cli.test_drafts import (
    NAME,
    TYPED,
    Killed,
    arguments,
    docx,
    edits_file,
    files_text,
    published,
    type_in,
)
from tests.edits.drafts import base
from tests.support.desk import text_of

FIRST = "Are Chile and Peru forming an alliance?"
SAME = "Is there an alliance of Peru and Chile?"
OTHER = "Are Chile and Brazil forming an alliance?"


def ask(folder: Path, question: str) -> int:
    return main([*arguments(folder), "--question", question])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a draft of the first question, in which words were typed."""
    artifacts.save(tmp_path / "build/briefs" / f"{NAME}.json", base())
    monkeypatch.chdir(tmp_path)
    assert ask(tmp_path, FIRST) == 0
    type_in(tmp_path)
    assert ask(tmp_path, FIRST) == 0
    assert TYPED in text_of(published(tmp_path), "p-1")
    return tmp_path


def test_words_typed_of_one_question_are_not_said_of_another(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They wait, and are back with their question; the run says both, and then no more."""
    capsys.readouterr()
    assert ask(folder, OTHER) == 0
    assert "draft-asked" in capsys.readouterr().err
    assert TYPED not in text_of(published(folder), "p-1")
    assert TYPED not in files_text(docx(folder))
    assert not edits_file(folder).exists()
    (copy,) = (folder / "briefs/kept").glob(f"{NAME}-other-question-*.docx")
    assert TYPED in files_text(copy)
    assert ask(folder, OTHER) == 0
    assert "draft-asked" not in capsys.readouterr().err
    assert ask(folder, FIRST) == 0
    assert "is back in it" in capsys.readouterr().err
    assert TYPED in text_of(published(folder), "p-1")
    assert TYPED in files_text(docx(folder))
    assert edits_file(folder).exists()


def test_each_question_has_words_of_its_own(folder: Path) -> None:
    """What is typed of the second waits too while the first is asked again."""
    assert ask(folder, OTHER) == 0
    type_in(folder, new="for ninety years")
    for _ in range(2):
        assert ask(folder, OTHER) == 0
        assert "for ninety years" in text_of(published(folder), "p-1")
        assert ask(folder, FIRST) == 0
        assert TYPED in text_of(published(folder), "p-1")


def test_a_question_in_other_words_is_the_same(folder: Path) -> None:
    """What tells questions apart is who and what is asked about."""
    assert ask(folder, SAME) == 0
    assert TYPED in text_of(published(folder), "p-1")


def test_a_draft_nobody_touched_is_put_by_for_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is kept of it, and nothing said."""
    assert main(["reset", NAME, "--templates", arguments(folder)[5]]) == 0
    assert ask(folder, FIRST) == 0
    capsys.readouterr()
    assert ask(folder, OTHER) == 0
    assert "draft-asked" not in capsys.readouterr().err
    assert not list((folder / "briefs/kept").glob("*other-question*"))


def test_after_a_turn_there_is_nothing_to_do(folder: Path) -> None:
    """The trigger that a run answered is the one that it leaves."""
    for question in (OTHER, FIRST):
        before = trigger(folder / "briefs", NAME)
        assert ask(folder, question) == 0
        assert trigger(folder / "briefs", NAME) == before


@pytest.mark.parametrize("step", range(8))
def test_a_run_killed_while_it_turns_loses_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Killed at any of its writes, there and back, the words are there again in the end."""
    for question in (OTHER, FIRST):
        left, real = [step], asked.files.write

        def write(*given: object, left: list[int] = left, real: object = real) -> None:
            if not left[0]:
                raise Killed
            left[0] -= 1
            real(*given)  # type: ignore[operator]

        with monkeypatch.context() as patch:
            patch.setattr(asked.files, "write", write)
            with contextlib.suppress(Killed):
                ask(folder, question)
        assert ask(folder, question) == 0
    assert TYPED in text_of(published(folder), "p-1")


def test_a_draft_open_in_word_is_not_taken_from_under_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The run says so, and leaves all as it lies."""
    lock = folder / "briefs" / f".~lock.{NAME}.docx#"
    lock.write_text("")
    assert ask(folder, OTHER) == 1
    assert "open in a word processor" in capsys.readouterr().err
    assert TYPED in files_text(docx(folder))
    assert DraftFolder(folder / "briefs", NAME).state.asked
