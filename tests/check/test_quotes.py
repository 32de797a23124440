"""Quotations against their sentences, and those against their seeds."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from brief.check.quotes import in_seeds, unfaithful
from tests.check.faithful import FILES, FIRST, RAW, SECOND, digest, faithful
from tests.check.mutate import reworded

WHOLE = (
    "Despite the warm words, the two ports will not merge, because fuel and customs, which both "
    "need, divide them; some argue that time will heal it, but few pilots agree."
)
FAITHFUL = [
    WHOLE,
    "the two ports will not merge, because fuel and customs … divide them",
    "fuel and customs",
    "the two ports will not merge, because fuel and customs [...] divide them",
]
UNFAITHFUL = [
    ("the two ports will merge, because fuel", "is not what the source says"),
    ("the two ports will … merge, because fuel", "leaves out “not”"),
    ("… the two ports will not merge", "leaves out “Despite”"),
    ("merge, because fuel and customs", "leaves out “not”"),
    ("divide them; … time will heal it", "leaves out “argue”"),
    ("time will heal it …", "leaves out “argue”"),
    ("divide them … because fuel", "is not what the source says"),
    ("the two ports will not merge because", "is not what the source says"),
]


@pytest.mark.parametrize("shown", FAITHFUL)
def test_verbatim_parts_in_order_are_faithful(shown):
    """A sentence may be shown whole, in part, or with an ellipsis for what turns nothing round."""
    assert unfaithful(shown, WHOLE) is None


@pytest.mark.parametrize(("shown", "why"), UNFAITHFUL)
def test_altered_or_turned_round_words_are_not(shown, why):
    """A changed word, another order, or a lost negation, condition or hedge is told."""
    assert why in (unfaithful(shown, WHOLE) or "")


@given(st.data())
def test_a_lost_word_is_always_seen(data):
    """Whatever single word falls out of the middle of a quotation, it is no longer verbatim."""
    words = WHOLE.split()
    at = data.draw(st.integers(1, len(words) - 2))
    assert unfaithful(" ".join(words[:at] + words[at + 1 :]), WHOLE)


@given(st.data())
def test_a_changed_character_is_always_seen(data):
    """Whatever character of a quotation changes to a letter or digit, it is no longer verbatim."""
    at = data.draw(st.integers(0, len(WHOLE) - 1))
    other = data.draw(st.sampled_from("axz019"))
    assume(WHOLE[at] != other)
    assert unfaithful(f"{WHOLE[:at]}{other}{WHOLE[at + 1 :]}", WHOLE)


def found(texts, names=FILES):
    return [str(one) for one in in_seeds(faithful(), texts, names, "strait.pdf")]


def test_the_evidence_holds_against_its_own_seeds():
    """With the seeds a brief was made from, every ledger quote is found at its place."""
    assert found({digest(raw): raw for raw in RAW.values()}) == []


def test_a_changed_seed_is_told():
    """A seed of the same name with another content is named as changed, and fails."""
    (said,) = found({digest(FIRST): FIRST})
    assert "002_brandt.txt: error: the seed has changed" in said


def test_a_missing_seed_is_told_without_failing():
    """What is not there cannot be verified: a warning that gives the hash to look for."""
    (said,) = found({digest(FIRST): FIRST}, names={})
    assert "002_brandt: warning" in said
    assert digest(SECOND) in said


def test_evidence_that_was_altered_is_told():
    """A ledger quote that its seed does not read at its place fails."""
    brief = reworded(faithful(), "will not merge", "will now merge", part="ledger")
    texts = {digest(raw): raw for raw in RAW.values()}
    (said,) = (str(one) for one in in_seeds(brief, texts, FILES, "strait.pdf"))
    assert "does not read “The two ports will now merge" in said
