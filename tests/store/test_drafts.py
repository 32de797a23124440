"""The safety of drafts on disk."""

import os
import stat

import pytest

from brief.errors import BriefError
from brief.store import drafts, files
from brief.store.drafts import DraftFolder, Raced, State, trigger


def written(tmp_path, data=b"ours"):
    draft = DraftFolder(tmp_path, "japan")
    draft.replace(data, None)
    draft.save_state(State(written=files.digest(data), seen="none", serial=1))
    return draft


def test_a_draft_as_we_left_it_triggers_nothing(tmp_path):
    """`touch`, a copy or a wrong clock change nothing: only content counts."""
    assert trigger(tmp_path, "japan") == "none"
    draft = written(tmp_path)
    os.utime(draft.docx, (0, 0))
    assert trigger(tmp_path, "japan") == "none"


def test_an_edited_or_missing_draft_triggers_a_run(tmp_path):
    """A changed draft and a deleted one both differ from what the last run answered."""
    draft = written(tmp_path)
    draft.docx.write_bytes(b"typed")
    assert trigger(tmp_path, "japan").startswith("edited:")
    draft.docx.unlink()
    assert trigger(tmp_path, "japan") == "missing:1"


def test_the_same_bytes_are_kept_once(tmp_path):
    """Running again does not fill the folder with copies of one draft."""
    draft = DraftFolder(tmp_path, "japan")
    assert draft.keep(b"x", "edited") == draft.keep(b"x", "edited")


def test_an_open_draft_is_seen(tmp_path):
    """The lock files of LibreOffice and Word are recognized."""
    draft = written(tmp_path)
    assert not draft.open_elsewhere()
    for name in (".~lock.japan.docx#", "~$japan.docx", "~$pan.docx"):
        (tmp_path / name).touch()
        assert draft.open_elsewhere()
        (tmp_path / name).unlink()


def test_a_damaged_state_is_a_fresh_one(tmp_path):
    """A state file that cannot be read makes the draft count as edited, never as ours."""
    draft = written(tmp_path)
    (tmp_path / ".drafts/japan/state.json").write_text("{")
    assert draft.state == State()
    assert drafts.trigger(tmp_path, "japan").startswith("edited:")


def test_a_draft_saved_between_reading_and_writing_is_left(tmp_path):
    """Words saved while we wrote stay where they were saved, and the run begins anew."""
    draft = written(tmp_path, b"read by us")
    draft.docx.write_bytes(b"typed meanwhile")
    with pytest.raises(Raced):
        draft.replace(b"new", b"read by us")
    assert draft.docx.read_bytes() == b"typed meanwhile"
    with pytest.raises(Raced):
        draft.replace(b"new", None)


def test_a_draft_opened_between_reading_and_writing_is_left(tmp_path):
    """A lock file that appears while we work is respected."""
    draft = written(tmp_path)
    (tmp_path / ".~lock.japan.docx#").touch()
    with pytest.raises(Raced):
        draft.replace(b"new", b"ours")
    assert draft.docx.read_bytes() == b"ours"


def test_bytes_saved_in_the_last_instant_are_kept(tmp_path, monkeypatch):
    """What is saved between the last look and the writing lies in a dated copy."""
    draft = written(tmp_path, b"read by us")
    link = os.link

    def saved_first(place, other):
        place.write_bytes(b"typed meanwhile")
        link(place, other)

    monkeypatch.setattr(os, "link", saved_first)
    kept = draft.replace(b"new", b"read by us")
    assert draft.docx.read_bytes() == b"new"
    assert kept is not None
    assert kept.read_bytes() == b"typed meanwhile"
    assert not list(draft.own.glob("replaced-*"))


def test_what_a_killed_run_had_caught_is_kept(tmp_path):
    """A run killed right after it replaced a draft that was saved meanwhile loses nothing, and
    what it left half written goes."""
    draft = written(tmp_path)
    (draft.own / "replaced-77.docx").write_bytes(b"typed meanwhile")
    (draft.own / "replaced-78.docx").write_bytes(b"ours")
    (tmp_path / ".japan.docx.abcdefgh.part").write_bytes(b"half")
    with draft.locked():
        (copy,) = (tmp_path / "kept").iterdir()
    assert copy.read_bytes() == b"typed meanwhile"
    assert not list(draft.own.glob("replaced-*"))
    assert not list(tmp_path.glob(".*.part"))


def test_a_kept_copy_that_was_changed_is_not_taken_for_the_draft(tmp_path):
    """Somebody may open a kept copy and save it: its name alone keeps nothing."""
    draft = DraftFolder(tmp_path, "japan")
    first = draft.keep(b"x", "edited")
    first = first.rename(first.with_name(first.name.replace("edited-", "edited-1")))
    first.write_bytes(b"y")
    assert draft.keep(b"x", "edited").read_bytes() == b"x"
    assert first.read_bytes() == b"y"


@pytest.mark.parametrize(
    "make",
    [
        os.mkdir,
        os.mkfifo,
        lambda path: path.symlink_to(path),
        lambda path: path.symlink_to("a drive that is not there.docx"),
    ],
    ids=["folder", "pipe", "link to itself", "link to nothing"],
)
def test_what_is_no_file_is_moved_aside(tmp_path, make):
    """A folder, a pipe or a link to no file under the draft's name is never opened, and is kept."""
    draft = DraftFolder(tmp_path, "japan")
    make(draft.docx)
    assert trigger(tmp_path, "japan") == "unreadable:0"
    with pytest.raises(BriefError, match="it is no file"):
        draft.read()
    aside = draft.set_aside()
    assert draft.read() is None
    assert not stat.S_ISREG(aside.lstat().st_mode)


def test_what_is_larger_than_any_draft_is_moved_aside_unread(tmp_path):
    """A file of a gigabyte under the draft's name is not read into memory, and is kept."""
    draft = DraftFolder(tmp_path, "japan")
    draft.docx.touch()
    os.truncate(draft.docx, 1 << 30)
    assert trigger(tmp_path, "japan") == "unreadable:0"
    with pytest.raises(BriefError, match="larger than 512 MB"):
        draft.read()
    assert draft.set_aside().stat().st_size == 1 << 30
    assert draft.read() is None


def test_a_rewritten_draft_keeps_its_permissions(tmp_path):
    """A draft that only its owner may read stays one."""
    draft = written(tmp_path)
    draft.docx.chmod(0o600)
    draft.replace(b"new", b"ours")
    assert stat.S_IMODE(draft.docx.stat().st_mode) == 0o600
