"""A text in another language is told of; English never is."""

import pytest

from brief.readers import read
from brief.readers.language import is_english

ENGLISH = [
    "The harbor has two flags, and nobody knows which of them was there first.",
    "Markets: Brent crude $83, up 2%. Gold $1,900, down 1%. Copper flat. Tin flat.",
    "HOW THE TWO PORTS PARTED. BY THE TIME OF THE STRIKE NOBODY SPOKE TO THE OTHER SIDE.",
]
LAST = "Whoever asks the old men of the quay gets an answer, and never that of the last summer."
OTHERS = [
    "Der Hafen hat zwei Flaggen, und niemand wei\u00df, welche zuerst da war. " * 4,
    "Le port a deux drapeaux, et personne ne sait lequel des deux fut le premier. " * 4,
    "De haven heeft twee vlaggen, en niemand van ons weet welke er het eerst was. " * 4,
    "Havnen har to flag, og ingen ved, om det ene eller det andet var der for de tre. " * 4,
    "港には二つの旗があり、どちらが先だったのか誰も知らない。",
    "В гавани два флага, и никто не знает, какой был первым.",
    "Der Hafen hat zwei Flaggen, wer auch immer das sagt. Kein Schiff hat je eine von beiden "
    "gesehen, und kein Kapit\u00e4n fragt danach.",
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


def test_a_paragraph_in_another_language_is_told_with_its_line() -> None:
    """A page in two languages is read, and whoever sends the brief knows what to look at."""
    other = (
        "Le port a deux drapeaux, et personne ne sait lequel fut le premier. Les marins disent que "
        "le rouge vient du nord, mais les vieux du quai pensent que le bleu flottait avant la "
        "guerre. Aucun livre ne tranche, car les archives ont disparu dans un incendie. Chaque "
        "été, les enfants du village demandent encore pourquoi il y en a deux, et chaque été la "
        "réponse change selon celui qui parle."
    )
    text = f"A title\n\n{ENGLISH[0]} The older of the two is red.\n\n{other}\n\n{LAST}\n"
    document, _ = read("a.txt", text.encode())
    (told,) = [one for one in document.diagnostics if one.code == "seed-language"]
    assert told.place == "a.txt:5"
    assert told.message.startswith("a paragraph seems not to be in English")


def test_a_picture_as_letters_is_no_other_language() -> None:
    """What a saved page holds of a picture is cut, and says nothing of the language."""
    picture = "![a](data:image/png;base64," + "iVBORw0KGgoAAAANSUhEUg" * 2000 + ")"
    document, _ = read("a.md", f"# A title\n\n{ENGLISH[0]}\n\n{picture}\n".encode())
    assert not [one for one in document.diagnostics if one.code == "seed-language"]
