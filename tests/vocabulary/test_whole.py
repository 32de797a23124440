"""What a page cuts off in mid-sentence proves nothing and is not quoted."""

from brief.vocabulary.whole import cut_off, labels, left_open, unmarked

WHOLE = [
    "Chile and Peru signed a treaty of defense in the spring of that year.",
    "The minister called it “the closest tie that either of the two has ever had.”",
    "Both navies train together, as they have for a decade.[4]",
    "Trade has doubled since then, and so has the number of visits: ",
    "Nobody in Lima doubts it any more!",
]
BROKEN = "A closer look at the treaty shows that the two navies are v"


def test_what_breaks_off_is_told_from_what_ends():
    """A long line without a mark, in a text whose sentences have one, was cut off."""
    texts = [text.strip() for text in WHOLE]
    assert cut_off(texts) == frozenset()
    assert cut_off([*texts, BROKEN]) == {len(texts)}


def test_a_heading_is_not_cut_off():
    """What is too short for a sentence is a heading or an item."""
    texts = [*(text.strip() for text in WHOLE), "The treaty of the spring"]
    assert cut_off(texts) == frozenset()
    assert unmarked(texts) == {len(WHOLE)}


def test_notes_without_marks_are_whole():
    """Where many lines end without a mark, that is how they are written."""
    assert cut_off([WHOLE[0], BROKEN, BROKEN.replace("navies", "armies")]) == frozenset()


def test_what_ends_in_dots_is_left_open():
    """A text that is cut short ends in dots; dots inside it or in a quotation leave it whole."""
    assert left_open("The ministers of both republics were so sure of their...")
    assert left_open("Nobody in the council seems to…")
    assert not left_open("He waited … and then he signed.")
    assert not left_open("“We shall see …”")


def test_a_label_says_nothing_however_few_lines_there_are():
    """A name, a series or a place without a mark at its end is no statement beside others."""
    said = "The pact is dead."
    lines = ["Center on Strait Policy", "Harbor Hotel, 117 Quay Street, Norrhamn"]
    assert labels([said, *lines]) == {1, 2}
    assert labels(["Trade between Chile and Peru doubles", "Chile Arms Peru.", said]) == frozenset()
    assert labels(lines) == frozenset()
