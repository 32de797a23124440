"""A text in another language is told of; English never is."""

import pytest

from brief.readers import read
from brief.readers.language import is_english

ENGLISH = [
    "The harbor has two flags, and nobody knows which of them was there first.",
    "Markets: Brent crude $83, up 2%. Gold $1,900, down 1%. Copper flat. Tin flat.",
    "HOW THE TWO PORTS PARTED. BY THE TIME OF THE STRIKE NOBODY SPOKE TO THE OTHER SIDE.",
]
OTHERS = [
    "Der Hafen hat zwei Flaggen, und niemand wei\u00df, welche zuerst da war. " * 4,
    "Le port a deux drapeaux, et personne ne sait lequel des deux fut le premier. " * 4,
    "De haven heeft twee vlaggen, en niemand van ons weet welke er het eerst was. " * 4,
    "Havnen har to flag, og ingen ved, om det ene eller det andet var der for de tre. " * 4,
    "港には二つの旗があり、どちらが先だったのか誰も知らない。",
    "В гавани два флага, и никто не знает, какой был первым.",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_known(text: str) -> None:
    """Sentences, market lists and capitals are English."""
    assert is_english(text)


@pytest.mark.parametrize("text", OTHERS)
def test_another_language_is_known(text: str) -> None:
    """By its script, or by the want of the small words that English is full of."""
    assert not is_english(text)


def test_another_language_is_said_once_in_one_line() -> None:
    """A source that cannot be understood is not passed over without a word."""
    document, _ = read("a.txt", OTHERS[0].encode())
    assert [one.code for one in document.diagnostics].count("seed-language") == 1
