"""Semantic roles: of whom a sentence speaks that names one of the two only."""

import pytest

from brief.compose.evidence.semantic_roles import left_unsaid
from tests.support.corpus import question


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Tying its fate to Iran is the likelier response to a setback.", "Russia"),
        ("Leaning on the Iran of today is cheaper than balancing Iran.", "Russia"),
        ("Iran ties its fate to a stronger power.", ""),
        ("Tying their fate to Iran suits both.", ""),
        ("They lean on Iran.", ""),
        ("Selling arms to Iran and to India is likely.", ""),
        ("Russia leans on Iran.", ""),
        ("Leaning on others is likely.", ""),
    ],
)
def test_who_deals_with_the_one_that_is_named_is_the_other(text, party):
    """A sentence that names one party only as that to which something is done is of the other."""
    assert left_unsaid(text, question()) == party
