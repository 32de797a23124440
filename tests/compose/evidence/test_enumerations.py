"""States in a row: what is said of all says nothing of one."""

import pytest

from brief.compose.evidence.enumerations import in_list


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("It is the third to join after Peru and Chile.", True),
        ("Ships came from Oman, Peru, Chile and Iran.", True),
        ("Ships came from Oman and Peru, among others.", True),
        ("Peru fears for its ships.", False),
    ],
)
def test_a_state_named_beside_others_is_only_listed(text, listed):
    """Beside another, or in a long row."""
    at = text.index("Peru")
    assert in_list(text, [(at, at + 4)]) is listed
