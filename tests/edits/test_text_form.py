"""Edits as a text file: readable, and the same edits when loaded again."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.edits.diff import diff
from brief.edits.text_form import from_data, to_data
from brief.errors import BriefError
from tests.edits.drafts import base, changed, read, text_in
from tests.edits.strategies import briefs, edited


@settings(max_examples=40)
@given(st.data())
def test_loading_gives_the_edits_again(data: st.DataObject) -> None:
    """What is written as YAML and loaded is what was edited."""
    before = data.draw(briefs())
    edits = diff(before, data.draw(edited(before)))
    text = yaml.safe_dump(to_data(edits), allow_unicode=True, sort_keys=False)
    assert from_data(yaml.safe_load(text), "edits") == edits


def test_words_read_as_words() -> None:
    """Plain words stand in the file as they read."""

    def change(root: object) -> None:
        text_in(root, "No source speaks").text = "Silence on insurance."

    data = to_data(diff(base(), read(changed(change)).brief))
    assert data["edits"] == [
        {
            "kind": "changed",
            "unit": "kj-3",
            "was": "No source speaks to insurance.",
            "now": "Silence on insurance.",
        }
    ]


@pytest.mark.parametrize("data", [{}, {"audience": 3}, {"audience": "x", "edits": [{"kind": "?"}]}])
def test_a_broken_file_is_refused(data: dict[str, object]) -> None:
    """A file that holds no edits gives one clear line."""
    with pytest.raises(BriefError, match="holds no edits"):
        from_data(data, "briefs/edits/japan.yaml")
