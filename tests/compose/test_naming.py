"""How sources and the two are named: the unsigned, and `the countries'` of a text on the two."""

from markupsafe import Markup

from brief.compose.answers import answer, claim
from brief.compose.pen import unsigned
from tests.support.claims import ARMS, library, shipped

ENTANGLED = next(one for one in shipped() if one.id == "entanglement")


def test_an_unsigned_text_without_a_title_is_named_once():
    """`The unsigned an unsigned text` is no name; a title is told to be unsigned."""
    assert unsigned(Markup("an unsigned text")) == "an unsigned text"
    assert unsigned(Markup("“Dam”")) == "the unsigned “Dam”"


def test_the_countries_whose_are_the_two_of_whom_the_text_told():
    """`The countries' navies` are theirs whom the sentence before names, and no others'."""
    theirs = "Russia and Iran drew together. The countries' yards sell weapons to each navy."
    others = "Peru and Chile drew together. The countries' yards sell weapons to each navy."
    asked = ARMS.model_copy(update={"along": ("{both}",)})
    found = answer(asked, library(theirs, others))
    assert [source.id for source in found.tally.yes] == ["s0"]


def test_what_entangles_two_economies_is_no_conflict_of_theirs():
    """To be entangled in another's war is a risk; a road that entangles two is a tie."""
    tie = "The railway shows the strategic entanglement of Russia and Iran."
    risk = "Russia is wary of entanglement in the wars of Iran."
    assert [s.id for s in claim(ENTANGLED, library(tie, risk)).tally.yes] == ["s1"]
