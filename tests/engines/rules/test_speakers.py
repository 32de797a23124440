"""The names of voices: said fully, at a cost in line with the length of the text."""

from brief.engines.rules.sentences import Sentence
from brief.engines.rules.speakers import full_names
from brief.engines.rules.tokens import tokens
from tests.support.pace import yardsticks

SAYS = "Yesterday Kessler said that the harvest of the valley had been a poor one again."
NAMED = "Later an Ines Kessler who farms there, and one Otto Kessler, said the same."


def sentence(number: int, text: str) -> Sentence:
    """Return one sentence of a text of one paragraph."""
    return Sentence(text, 0, len(text), "a#p1", "text", (), number, 1)


def names_of(texts: list[str]) -> list[str]:
    """Return the full names of Kessler, who speaks in each of some sentences."""
    told = [sentence(n, text) for n, text in enumerate(texts)]
    return full_names(told, [tokens(text) for text in texts], ["Kessler"] * len(texts))


def test_a_surname_gets_the_first_name_that_stands_first_before_it() -> None:
    """Wherever in the text that is."""
    assert names_of([SAYS, SAYS, NAMED]) == ["Ines Kessler"] * 3
    assert names_of([SAYS, SAYS]) == ["Kessler"] * 2


def test_names_take_linear_time() -> None:
    """The text is not looked through anew for each sentence in which a surname speaks."""
    texts = [SAYS] * 1_500
    told = [sentence(n, text) for n, text in enumerate(texts)]
    cut, names = [tokens(text) for text in texts], ["Kessler"] * len(texts)
    assert yardsticks(lambda: full_names(told, cut, names), limit=20) <= 20
