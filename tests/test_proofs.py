"""The sentence noted for a source: it proves where the source stands."""

import pytest
from corpus import question
from test_answers import library

from brief.compose.proofs import Proofs


def proof(side: str, *sentences: str) -> str:
    """Return the sentence that proves the side of a text of these sentences."""
    found = library("A note.\n" + " ".join(sentences))
    (source,) = found.dossier.sources
    line = Proofs(question()).proof(source.model_copy(update={"side": side}), found)
    return line.text if line else ""


ASIDE = "Russia and Iran take different approaches to the training of engineers."
AGAINST = "Russia and Iran are not forming an alliance and will not form one."
FOR = "The partnership of Russia and Iran is growing ever closer."
OPEN = "It remains open whether Russia and Iran are becoming allies, and both leave it so."


@pytest.mark.parametrize(("side", "said"), [("against", AGAINST), ("for", FOR)])
def test_the_sentence_noted_speaks_of_the_relation_on_that_side(side, said):
    """A verdict on the relation proves a side; what only touches the two does not."""
    assert proof(side, ASIDE, AGAINST, FOR) == said


def test_what_leaves_it_open_is_noted_for_an_open_source():
    """A source that takes no side is noted by the sentence that says so."""
    assert proof("open", ASIDE, FOR, OPEN) == OPEN


def test_a_reported_view_proves_nothing():
    """What others say is no proof of where the source stands."""
    told = "Some experts claim that Russia and Iran are forming an alliance."
    assert proof("for", told, FOR) == FOR
