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


def test_a_saying_that_turns_to_you_is_not_the_page_that_speaks() -> None:
    """A short text whose only `you` stands in a saying that it quotes is kept."""
    saying = "“If you do not take our port, I will not take your ships”"
    body = f"The captains look at the sea. Their dealings rest on an old rule: {saying}. Not more."
    document, _ = read("a.txt", f"The two captains\n\nA Press\n\n2018-01-12\n\n{body}\n".encode())
    assert [one.text for one in document.articles[0].passages] == [body]
