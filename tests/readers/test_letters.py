"""Letters that are not what a reader sees."""

import pytest

from brief.readers import read

TEXT = "A title\n\nThe two ports are rivals, and {} of the captains likes it.\n\nThey sail apart.\n"


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("n\u043ene", "mixes Latin and Cyrillic"),
        ("\u0430ll", "mixes Latin and Cyrillic"),
        ("\u202eenon\u202c", "in another order"),
    ],
)
def test_letters_that_look_like_others_are_told_with_their_line(word: str, why: str) -> None:
    """A word that is read otherwise than it looks is not passed over without a word."""
    document, _ = read("a.txt", TEXT.format(word).encode())
    (told,) = [one for one in document.diagnostics if one.code == "seed-letters"]
    assert told.place == "a.txt:3"
    assert why in told.message


@pytest.mark.parametrize("word", ["none", "Газпром", "naïve Łódź", "5 µm", "СССР/USSR"])
def test_letters_of_one_script_are_not_told(word: str) -> None:
    """A name in its own letters, an accent and a sign of a measure are what they look like."""
    document, _ = read("a.txt", TEXT.format(word).encode())
    assert not [one for one in document.diagnostics if one.code == "seed-letters"]
