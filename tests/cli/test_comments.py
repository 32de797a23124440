"""Comments that a person typed are in the draft until that person deletes them there."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from brief.cli import main
from brief.edits.readback import read_draft
from tests.cli.test_drafts import NAME, TYPED, arguments, docx, draft, files_text, new_seed, type_in
from tests.cli.test_drafts import drafted_once as drafted_once
from tests.cli.test_drafts import folder as folder
from tests.edits.drafts import base, changed, el, find, run, type_over

DOUBT = "I doubt it."


def with_comment(data: bytes, words: str) -> bytes:
    """Return a draft with a comment of Ann's at its second passage."""

    def comment(root: Any) -> None:
        said = el("comment", el("p", run(words)), id="70", author="Ann", initials="A")
        root.append(said)

    def place(root: Any) -> None:
        at = find(root, "The joint statement")
        at.insert(1, el("commentRangeStart", id="70"))
        at.append(el("commentRangeEnd", id="70"))
        at.append(el("r", el("commentReference", id="70")))

    return changed(place, changed(comment, data, "word/comments.xml"))


def without_comment(root: Any) -> None:
    """Take Ann's comments out of the comments of a draft."""
    for one in list(root):
        if "Ann" in one.attrib.values():
            root.remove(one)


def comments(folder: Path) -> list[str]:
    """Return the words of Ann's comments in the draft."""
    found = read_draft(docx(folder).read_bytes(), base()).comments
    return sorted(" ".join(one.lines) for one in found if one.author == "Ann")


@pytest.fixture
def commented(folder: Path) -> Path:
    """Return a folder whose draft holds a comment that a run has seen."""
    docx(folder).write_bytes(with_comment(docx(folder).read_bytes(), DOUBT))
    assert draft(folder) == 0
    assert comments(folder) == [DOUBT]
    return folder


def clean(folder: Path) -> bytes:
    """Return a copy for a reader outside."""
    made = folder / "to-send" / f"{NAME}.docx"
    built = str(folder / "build/drafts" / f"{NAME}.json")
    templates = arguments(folder)[arguments(folder).index("--templates") :][:2]
    assert main(["draft", built, "--docx", str(made), "--clean", *templates]) == 0
    return made.read_bytes()


def test_a_clean_copy_put_in_place_takes_no_comment_away(commented: Path) -> None:
    """It holds none of them: its words are taken over, and the comments are in the draft again."""
    sent = clean(commented)
    docx(commented).write_bytes(changed(type_over("for a decade", TYPED), sent))
    for _ in range(2):
        assert draft(commented) == 0
        assert comments(commented) == [DOUBT]
        assert TYPED in files_text(docx(commented))


def test_comments_of_two_copies_both_stand(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One copy after the other is put in the draft's place, each with its comment."""
    whole = docx(folder).read_bytes()
    docx(folder).write_bytes(with_comment(whole, DOUBT))
    type_in(folder)  # so that the draft is written anew
    assert draft(folder) == 0
    docx(folder).write_bytes(with_comment(whole, "So do I."))
    capsys.readouterr()
    assert draft(folder) == 0
    assert "words and comments typed in either stand" in capsys.readouterr().err
    assert comments(folder) == [DOUBT, "So do I."]


def test_a_comment_deleted_in_the_draft_is_gone(commented: Path) -> None:
    """The draft that we left is what a person edits: what is not there was deleted."""
    data = docx(commented).read_bytes()
    docx(commented).write_bytes(changed(without_comment, data, "word/comments.xml"))
    type_in(commented)
    assert draft(commented) == 0
    assert comments(commented) == []


def test_a_draft_that_was_deleted_has_its_comments_again(commented: Path) -> None:
    """As it has the words that were typed."""
    docx(commented).unlink()
    assert draft(commented) == 0
    assert comments(commented) == [DOUBT]


def test_a_draft_made_clean_where_it_lies_has_none_again(commented: Path) -> None:
    """Who asks for it wants it so, also in the runs after."""
    new_seed(commented)
    assert main([*arguments(commented), "--clean"]) == 0
    shutil.rmtree(commented / "briefs/kept", ignore_errors=True)
    assert draft(commented) == 0
    assert comments(commented) == []
