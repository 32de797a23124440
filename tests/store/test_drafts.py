"""The safety of drafts on disk."""

import os

from brief.store import drafts, files
from brief.store.drafts import DraftFolder, State, trigger


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


def test_bytes_saved_between_reading_and_writing_are_kept(tmp_path):
    """Words saved while we wrote lie in a dated copy, never in nothing."""
    draft = written(tmp_path, b"read by us")
    draft.docx.write_bytes(b"typed meanwhile")
    kept = draft.replace(b"new", b"read by us")
    assert draft.docx.read_bytes() == b"new"
    assert kept is not None
    assert kept.read_bytes() == b"typed meanwhile"


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
