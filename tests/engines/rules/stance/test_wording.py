"""How a text is worded, beside what its sentences are read to say."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from brief.engines.rules.stance.aggregation import Aggregate, firm, graded
from brief.engines.rules.stance.lexicon import lexicon
from brief.engines.rules.stance.mentions import mentions
from brief.engines.rules.stance.wording import pull, shares, stems, weighed
from brief.vocabulary.words import words
from tests.support.labelled import asked

QUESTION = "Are Japan and Australia forming an alliance?"
FOR = (
    "Tokyo and Canberra have deepened their coordination year after year. Their fleets exercise "
    "together, the two leaders call each other friends, and new agreements elevate the ties. "
    "Both have built a closer bond than at any time, and it continues to grow under pressure."
)


def counts(text: str) -> Counter[str]:
    """Return the beginnings of the words of a text, as the stance counts them."""
    split = words(text)
    return stems([(split, mentions(split, lexicon(asked(QUESTION))))])


def test_names_say_nothing() -> None:
    """Who is named does not matter, only how the text speaks: parties and others are one word."""
    found = counts("Tokyo told Canberra and Paris that Japan waits.")
    assert found["@party"] == 3
    assert found["@other"] == 1
    assert "tokyo" not in found


def test_shares_are_of_one_whole() -> None:
    """The three shares add up to one, also for a text of which no word is known."""
    for text in (FOR, "Zzyzx qwertz."):
        assert abs(sum(shares(counts(text))) - 1.0) < 1e-9


def test_a_text_worded_for_one_side_takes_it() -> None:
    """Where the sentences say nothing outright, the wording of the text decides."""
    against, _, favor = shares(counts(FOR))
    assert favor > 2 * against
    assert weighed(0, counts(FOR)) == 1


def test_reading_and_wording_at_odds_take_no_side() -> None:
    """A text read for one side and worded for the other stands on neither."""
    assert weighed(-1, counts(FOR)) == 0


def test_a_side_read_from_little_is_taken_only_where_the_wording_takes_it() -> None:
    """Tone alone, or the claim alone, makes no side of a text worded for none."""
    unworded = counts(" ".join(["Zzyzx qwertz."] * 25))
    assert weighed(-1, unworded) == -1
    assert weighed(-1, unworded, faint=True) == 0
    assert weighed(1, counts(FOR), faint=True) == 1
    assert weighed(-1, counts(FOR), faint=True) == 0


def test_a_stance_is_plain_only_where_it_is_read_and_worded_so() -> None:
    """Wording makes no stance plain, and one that hardly agrees leaves a plain one a leaning."""
    assert weighed(2, counts(FOR)) == 2
    assert weighed(1, counts(FOR)) == 1
    hardly = counts(" ".join(["Zzyzx qwertz."] * 25))
    assert weighed(2, hardly) == 1
    assert weighed(-2, hardly) == -1


def test_a_sentence_or_a_long_text_is_left_to_the_reading() -> None:
    """Texts much shorter or longer than those fitted to keep the side they are read on."""
    short = counts("Their fleets exercise together.")
    assert weighed(-1, short) == -1
    assert weighed(-1, counts(" ".join([FOR] * 10))) == -1


def test_pull_tells_which_sentence_speaks_for_a_side() -> None:
    """A sentence worded for the relation pulls above one that is worded against it."""
    assert pull(counts("They deepened their coordination together.")) > pull(
        counts("There is little trust, and interests differ.")
    )


def test_what_is_said_outright_is_plain_whatever_the_mean() -> None:
    """A claim made outright, with nothing said against it, makes a stance plain (±2)."""
    found = Aggregate(
        pull=1.0, total=3.0, mean=0.4, paired=1.0, explicit=4.0, outright=(0.0, 8.0), repeats=(0, 1)
    )
    assert graded(found) == 2
    assert firm(found)
    answered = replace(found, outright=(4.0, 8.0))
    assert graded(answered) == 1
    assert not firm(answered)
