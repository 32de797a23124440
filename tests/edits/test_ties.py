"""Which pieces of a brief a person's edits stand or fall with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from brief.edits.diff import diff
from brief.edits.ties import ties
from tests.edits.drafts import Element, base, changed, el, find, parent_of, read, type_over


def _added_behind(root: Element) -> None:
    found = find(root, "for a decade")
    found.addnext(el("p", el("r", el("t", text="Words of a person."))))


def _deleted(root: Element) -> None:
    found = find(root, "for a decade")
    parent_of(found).remove(found)


@pytest.mark.parametrize(
    "change", [type_over("for a decade", "for twelve years"), _added_behind, _deleted]
)
def test_what_is_changed_deleted_or_written_behind_is_tied(
    change: Callable[[Element], None],
) -> None:
    """An edit names the passage it is of or beside, where the brief at hand still has it."""
    edits = diff(base(), read(changed(change)).brief)
    assert "p-1" in ties(edits, base())
    without = tuple(block for block in base().blocks if block.id != "p-1")
    assert "p-1" not in ties(edits, base().model_copy(update={"blocks": without}))
