"""No edit, no change: what Word itself does to a draft on saving is nobody's edit."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from brief.edits.readback import version_of
from brief.model.edit import Changed
from brief.writers.docx import to_docx
from tests.edits.drafts import base, changed, drafted, edits, read, text_in, unmarked, unwrapped
from tests.edits.word_packages import Save, parts_of, parts_of_others, saved
from tests.edits.word_saves import SAVES
from tests.support.kitchen import house_style


@pytest.mark.parametrize("save", SAVES, ids=lambda save: save.__name__)
def test_a_save_of_word_gives_no_edits(save: Save) -> None:
    """Each thing that Word rewrites, alone."""
    assert edits(saved(drafted(), save)) == ()


@pytest.mark.parametrize("seed", range(6))
def test_saves_of_word_in_any_order_give_no_edits(seed: int) -> None:
    """All of them one after the other, also where names have gone."""
    saves = [save for save in SAVES if save.__name__ not in ("strict", "in_utf16")]
    random.Random(seed).shuffle(saves)
    data = drafted()
    if seed % 3 == 1:
        data = changed(unwrapped, data)
    elif seed % 3 == 2:
        data = changed(unmarked, data)
    assert edits(saved(data, *saves)) == ()


def test_what_a_draft_tells_of_itself_outlasts_other_parts() -> None:
    """The part that holds what a draft was written from is found among those of other programs."""
    data = to_docx(base(), house_style(), packed="told")
    assert version_of(saved(data, parts_of_others))[1] == "told"


def test_a_word_changed_among_all_of_it_is_one_edit() -> None:
    """What a person typed is found among what the program did."""

    def retype(root: object) -> None:
        words = text_in(root, "Harbor authorities")
        words.text = (words.text or "").replace("for a decade", "for twelve years")

    saves = [save for save in SAVES if save.__name__ != "in_utf16"]
    (edit,) = edits(saved(changed(retype, drafted()), *saves))
    assert isinstance(edit, Changed)


class _Stream(io.BytesIO):
    """A file that can only be written on, as a program that sends a draft over a network has."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError


def test_a_draft_written_as_a_stream_is_read() -> None:
    """Sizes that follow the parts they are of are found."""
    stream = _Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of(drafted()).items():
            archive.writestr(name, content)
    assert read(stream.getvalue()).brief == base()
