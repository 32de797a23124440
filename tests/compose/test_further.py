"""What fills a page: claims of sources that nothing else quotes."""

from dataclasses import replace

from brief.compose.evidence.proofs import Proofs
from brief.compose.further import further_claims
from brief.compose.picking import Picker
from tests.support.claims import library
from tests.support.corpus import question

TIE = "Russia and Iran have signed a treaty on ports, and each of them has ratified it since."
ALONE = "Russia has built a larger harbor on the northern sea, and it will build another one."
MEETING = "The institute held a workshop on the ports of Russia and Iran, and many guests came."
SUPPOSED = "Russia and Iran would share a harbor if the two could agree on who should pay for it."


def claimed(*sentences: str, central: bool = True) -> list[str]:
    """Return what a text of these sentences claims further, all of them central or none."""
    found = library("A note.\n" + " ".join(sentences))
    weight = 3.0 if central else 0.5
    found.lines = {
        key: [replace(line, weight=weight) for line in lines] for key, lines in found.lines.items()
    }
    return [line.text for line in further_claims(found, Proofs(question()), Picker())]


UNREAL = "Russia could have been expected to build a harbor for Iran, its partner on the two seas."


def test_a_claim_is_on_the_two_and_says_what_is():
    """What tells of one of them, of a meeting, of what would be or did not come is no claim."""
    assert claimed(ALONE, MEETING, SUPPOSED, UNREAL, TIE) == [TIE]


def test_only_what_is_central_to_its_text_is_claimed():
    """A sentence that the engine passed over fills no page."""
    assert claimed(TIE, central=False) == []


def test_what_is_quoted_already_is_not_claimed_again():
    """No sentence stands in a brief twice."""
    found = library(f"A note.\n{TIE}")
    picker = Picker()
    picker.taken.extend(line for lines in found.lines.values() for line in lines)
    assert further_claims(found, Proofs(question()), picker) == ()


def test_what_was_done_one_day_is_no_claim():
    """News of a visit argues nothing: a further claim says what is, or takes the side."""
    news = "The two ministers of Russia and Iran met in the north and spoke of ties and of harbors."
    assert claimed(news, TIE) == [TIE]
    assert claimed(news) == []
