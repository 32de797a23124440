"""Each edit made in LibreOffice itself is found when its draft is read back."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from brief.draft import Before, follow
from brief.edits.diff import diff
from brief.edits.readback import version_of
from brief.model.edit import CLOSING, Added, Changed, Edit, Moved, Recast, Removed, Reshaped
from brief.model.plain import brief_text, inline_text
from brief.writers.docx import to_docx
from tests.edits.drafts import PNG, base, drafted, read
from tests.edits.word_script import WORD
from tests.support.kitchen import house_style

SCRIPT = Path(__file__).with_name("office_script.py")
SYSTEM_PYTHON = "/usr/bin/python3"
CARRIED = "AAAA" * 9_000
"""Stands for what a draft was written from, as long as that is."""

Check = Callable[[list[Edit]], bool]


def one(kind: type, key: str, words: str = "") -> Check:
    """Return a check for a single edit of a piece or unit, whose new words hold `words`."""

    def check(edits: list[Edit]) -> bool:
        return len(edits) == 1 and isinstance(edits[0], kind) and _says(edits[0], key, words)

    return check


def _says(edit: Edit, key: str, words: str) -> bool:
    if isinstance(edit, Added):
        return edit.place.after[:1] == (key,) and words in str(edit.piece)
    if isinstance(edit, Changed):
        return edit.unit == key and words in inline_text(edit.now)
    return edit.id == key and (not words or (isinstance(edit, Recast) and edit.now == words))


def _typed_anew(edits: list[Edit]) -> bool:
    """Tell whether the words are the new title, where they were typed as one, or else come last."""
    titles = [one for one in edits if isinstance(one, Changed) and one.unit == "brief/title"]
    return any("All of it anew." in str(one) for one in (*titles, edits[-1]))


def kinds(*wanted: type) -> Check:
    """Return a check for the kinds of the edits, in any order."""
    return lambda edits: (
        sorted(t.__name__ for t in wanted) == sorted(type(edit).__name__ for edit in edits)
    )


EXPECTED: dict[str, Check] = {
    "unedited": lambda edits: not edits,
    "commented": lambda edits: not edits,
    "changed": one(Changed, "p-1", "for twelve years"),
    "retyped": one(Changed, "kj-2", "Taxes on fuel decide when"),
    "deleted": one(Removed, "l-1a"),
    "deleted_by_key": one(Removed, "p-2"),
    "added": one(Added, "p-1", "A new thought of the analyst."),
    "added_by_key": one(Added, "h-sub", "A new thought of the analyst."),
    "moved": kinds(Moved),
    "cut_and_pasted": one(Moved, "p-2"),
    "split": kinds(Added, Changed),
    "merged": kinds(Removed, Changed),
    "cell": one(Changed, "r1c2", "US$39 billion"),
    "heading": one(Changed, "h-sub", "Where sources differ"),
    "item": one(Added, "kj-3", "A fourth judgement."),
    "note": one(Changed, "note:note-3", "See also the annex."),
    "new_note": one(Changed, "p-1", "decline to say"),
    "tracked": one(Changed, "p-1", "for twelve years"),
    "bold": one(Changed, "p-1", "customs rules"),
    "linked": one(Changed, "p-1", "customs rules"),
    "restyled": one(Recast, "p-1"),
    "picture": one(Added, "p-1", "image/png"),
    "row": one(Added, "row:r0c1", "Freight by rail"),
    "column_added": kinds(Reshaped, *[Changed] * 5),
    "column_deleted": kinds(Reshaped),
    "duplicated": one(Added, "tab-1", "The joint statement"),
    "typed_after_a_mark": one(Changed, "kj-1", " And they, 2 or 3, know it."),
    "replaced_everywhere": kinds(*[Changed] * 10),
    "titled": one(Changed, "brief/title", "Two harbors"),
    "headed": kinds(*[Changed] * 4),
    "first_foot": one(Changed, "brief/first-footer", "Only here TLP"),
    "last_words": lambda edits: (
        len(edits) == 1 and isinstance(edits[0], Added) and edits[0].place.parent == CLOSING
    ),
    "works_unheaded": one(Changed, "brief/references"),
    "first_column_deleted": kinds(Reshaped),
    "in_scripts": one(Changed, "kj-3", " 中文 и русский, عربي,\u00a0日本語"),
    "section_deleted": kinds(*[Removed] * 3),
    # It gives the quotation that followed the style of the paragraph that went, too.
    "moved_with_tracking": lambda edits: any(one(Moved, "p-2")([edit]) for edit in edits),
    "split_with_tracking": kinds(Removed, Changed),
    "answered": lambda edits: not edits,
    "tracked_accepted": one(Changed, "p-1", "for twelve years"),
    "tracked_rejected": lambda edits: not edits,
    "note_deleted": one(Changed, "l-1b"),
    "quoted": one(Recast, "p-1", "quotation"),
    "table_made": lambda edits: kinds(Added, Added)(edits) and "North" in str(edits),
    "list_made": lambda edits: kinds(*[Added] * 3)(edits) and "item" in str(edits),
    "caption": one(Changed, "tab-1/caption", "What they count"),
    "all_typed_anew": lambda edits: _typed_anew(edits) and len(edits) > 15,
}


OPEN = ("tracked", "moved_with_tracking", "split_with_tracking")
"""Edits that leave tracked changes open."""


def _has_uno() -> bool:
    if not shutil.which("soffice") or not Path(SYSTEM_PYTHON).exists():
        return False
    asked = subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False)
    return asked.returncode == 0


def edited_in_office(folder: Path, jobs: list[tuple[str, Path, Path]]) -> None:
    """Do each (edit, source, target) in one LibreOffice; go on in another where its bridge dies."""
    try:
        _in_one_office(folder, jobs)
    except subprocess.CalledProcessError as crash:
        if crash.returncode >= 0:
            raise
        again = folder / "again"
        again.mkdir()
        _in_one_office(again, [job for job in jobs if not job[2].exists()])


def _in_one_office(folder: Path, jobs: list[tuple[str, Path, Path]]) -> None:
    pipe = f"brief{os.getpid()}{folder.name}"
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        subprocess.run(
            [SYSTEM_PYTHON, str(SCRIPT), pipe],
            input="".join(f"{name}\t{source}\t{target}\n" for name, source, target in jobs),
            text=True,
            check=True,
            capture_output=True,
            timeout=900,
        )
        with contextlib.suppress(subprocess.TimeoutExpired):
            office.wait(60)
    finally:
        office.terminate()
        office.wait()


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a draft for each edit, as LibreOffice saved it."""
    if not _has_uno():
        pytest.skip("no LibreOffice with UNO here")
    folder = tmp_path_factory.mktemp("office")
    source = folder / "base.docx"
    source.write_bytes(to_docx(base(), house_style(), packed=CARRIED))
    (folder / "picture.png").write_bytes(PNG)
    jobs = [(name, source, folder / f"{name}.docx") for name in EXPECTED]
    again = [("unedited", folder / "unedited.docx", folder / "twice.docx")]
    edited_in_office(folder, jobs + again)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("name", EXPECTED)
def test_an_edit_in_libreoffice_is_found(saved: Path, name: str) -> None:
    """The edit is found as what it was, and nothing else is."""
    draft = read((saved / f"{name}.docx").read_bytes())
    found = list(diff(base(), draft.brief).edits)
    assert EXPECTED[name](found), found
    assert bool(draft.tracked) == (name in OPEN)


@pytest.mark.parametrize("name", EXPECTED)
def test_an_edit_in_the_markup_of_word_is_found(name: str) -> None:
    """Written as Word writes it, the edit is found as what it was, and nothing else is."""
    draft = read(WORD[name](drafted()))
    found = list(diff(base(), draft.brief).edits)
    assert EXPECTED[name](found), found
    assert bool(draft.tracked) == (name in OPEN)


@pytest.mark.slow
def test_no_word_is_lost_where_a_quotation_loses_its_style(saved: Path) -> None:
    """Its attribution becomes a paragraph."""
    brief = read((saved / "moved_with_tracking.docx").read_bytes()).brief
    assert "Aldana, March 2014" in [text for _, text in brief_text(brief)]


@pytest.mark.slow
def test_a_comment_answered_is_kept(saved: Path) -> None:
    """What a person wrote into a comment of ours is one of that person's."""
    data = (saved / "answered.docx").read_bytes()
    followed = follow(data, Before(base(), base(), remarks={}), base())
    (comment,) = followed.comments
    assert "Checked by Ann." in " ".join(comment.lines)


@pytest.mark.slow
def test_libreoffice_keeps_what_a_draft_carries(saved: Path) -> None:
    """A draft that it saved still tells what it was written from."""
    for name in ("unedited", "twice"):
        assert version_of((saved / f"{name}.docx").read_bytes()) == (base().fingerprint, CARRIED)


@pytest.mark.slow
def test_two_saves_in_libreoffice_change_nothing(saved: Path) -> None:
    """LibreOffice 7.4 empties notes on a second save; a person did not."""
    assert read((saved / "twice.docx").read_bytes()).brief == base()


@pytest.mark.slow
def test_a_note_added_in_libreoffice_is_a_note(saved: Path) -> None:
    """Its words are among the notes, under the number of its place."""
    notes = read((saved / "new_note.docx").read_bytes()).brief.notes
    assert "Seen in the archive." in [inline_text(note.children) for note in notes]


LABELS = {
    "unedited": "no edit",
    "commented": "a comment",
    "changed": "words changed",
    "retyped": "a paragraph selected and typed anew",
    "deleted": "a list item deleted",
    "deleted_by_key": "a paragraph deleted with the key",
    "added": "a paragraph added after another",
    "added_by_key": "a paragraph added after a heading, with Enter",
    "moved": "a paragraph moved with the menu",
    "cut_and_pasted": "a paragraph cut and pasted",
    "split": "a paragraph split",
    "merged": "two made one",
    "cell": "a table cell",
    "heading": "a heading",
    "item": "an item added to a list",
    "note": "the words of a note",
    "new_note": "a note added",
    "tracked": "words changed with tracking on",
    "bold": "bold",
    "linked": "a web link",
    "restyled": "a paragraph made a heading",
    "picture": "a picture inserted",
    "row": "a table row added",
    "column_added": "a table column added",
    "column_deleted": "a table column deleted",
    "duplicated": "a paragraph copied and pasted",
    "typed_after_a_mark": "words typed after a note mark",
    "replaced_everywhere": "find and replace in the whole draft",
    "titled": "the title",
    "headed": "page head and foot",
    "first_foot": "the foot of the first page alone",
    "last_words": "words typed below the works cited",
    "works_unheaded": "the heading of the works cited deleted",
    "first_column_deleted": "the first column of a table deleted",
    "in_scripts": "words in other scripts",
    "section_deleted": "a section deleted with its heading",
    "moved_with_tracking": "a paragraph moved with tracking on",
    "split_with_tracking": "two made one with tracking on",
    "answered": "a comment answered, resolved, deleted",
    "tracked_accepted": "words changed with tracking on, accepted",
    "tracked_rejected": "words changed with tracking on, rejected",
    "note_deleted": "a note deleted",
    "quoted": "a paragraph made a quotation",
    "table_made": "a table inserted",
    "list_made": "a list typed",
    "caption": "the words above a table",
    "all_typed_anew": "all selected and typed anew",
}
"""What each edit is called in the docs."""
DOCS = Path(__file__).parents[2] / "docs" / "EDITING.md"
BEGIN, END = "<!-- table: made by tests/edits/test_libreoffice.py -->\n", "<!-- end -->"


def _outcome(name: str, data: bytes) -> str:
    """Return in a word what was found of an edit in a draft."""
    found = list(diff(base(), read(data).brief).edits)
    return ("found" if found else "unchanged") if EXPECTED[name](found) else "lost"


@pytest.mark.slow
def test_the_table_in_the_docs_is_what_was_found(saved: Path) -> None:
    """Run with BRIEF_ACCEPT=1 to write the table anew."""
    rows = ["| Edit | LibreOffice | Word |", "| --- | --- | --- |"]
    for name in EXPECTED:
        office, word = (saved / f"{name}.docx").read_bytes(), WORD[name](drafted())
        rows.append(f"| {LABELS[name]} | {_outcome(name, office)} | {_outcome(name, word)} |")
    text = DOCS.read_text("utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    wanted = f"{before}{BEGIN}{chr(10).join(rows)}\n{END}{after}"
    if os.environ.get("BRIEF_ACCEPT"):
        DOCS.write_text(wanted, "utf-8")
    assert DOCS.read_text("utf-8") == wanted
