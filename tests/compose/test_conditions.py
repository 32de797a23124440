"""Conditions on listed sentences."""

from types import SimpleNamespace

import pytest

from brief.compose.conditions import holds
from brief.model.audience import Condition


@pytest.mark.parametrize(("verdict", "holding"), [("split", False), ("most-for", True)])
def test_no_sentence_on_most_sources_stands_below_a_title_that_calls_them_divided(verdict, holding):
    """Three of five are most only where as many misread as we must expect leave them most."""
    balance = SimpleNamespace(counts={"for": 3}, addressed=5, verdict=verdict)
    most = Condition(share="for", at_least=0.6)
    assert holds([most], SimpleNamespace(balance=balance)) is holding
    many = Condition(share="for", at_least=0.3)
    assert holds([many], SimpleNamespace(balance=balance))
