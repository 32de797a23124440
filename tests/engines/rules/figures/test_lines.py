"""JSON lines in, JSON lines out."""

from __future__ import annotations

import json

import pytest

from brief.engines.rules.figures import figures_lines
from brief.errors import BriefError


def test_each_line_is_answered_under_its_id() -> None:
    """Every text line gives one line of figures with its id; blank lines are skipped."""
    lines = ['{"id": "a", "text": "Exports rose 5%."}\n', "\n", '{"id": 7, "text": "None."}\n']
    first, second = map(json.loads, figures_lines(lines))
    assert first["id"] == "a"
    assert first["figures"][0] == {
        "value": 5.0,
        "unit": "%",
        "span": [13, 15],
        "change": "up",
        "year": None,
        "measure": "Exports",
        "kind": "fact",
        "period": "",
    }
    assert second == {"id": 7, "figures": []}


def test_a_range_is_a_list_of_two() -> None:
    """A range is written as the list of its two ends."""
    (line,) = figures_lines(['{"id": 1, "text": "It was 25-30%."}'])
    assert json.loads(line)["figures"][0]["value"] == [25.0, 30.0]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "line 2: error: the line is not JSON."),
        ("[]", 'line 2: error: the line has no "id"'),
        ('{"id": 1}', 'line 2: error: the line has no "text"'),
        ('{"id": 1, "text": "x", "year": "1"}', 'line 2: error: the line has a "year"'),
    ],
)
def test_a_broken_line_is_named(line: str, problem: str) -> None:
    """A broken line raises one clear error with its number."""
    with pytest.raises(BriefError) as caught:
        list(figures_lines(['{"id": 1, "text": ""}', line]))
    assert problem in str(caught.value)
