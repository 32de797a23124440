"""Shortening: verbatim pieces in order, and nothing dropped that would change what is said."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.check.quotes import unfaithful
from brief.compose.conventions import Conventions
from brief.compose.evidence.quotability import quotability
from brief.compose.evidence.quoting import LONG, snippet
from brief.compose.sides import LEAST_QUOTABILITY
from tests.support.corpus import audience

MAIN = ["the two states trade oil for arms", "Moscow and Tehran have signed a treaty"]
EXTRA = [
    "which both call historic",
    "including drones and spare parts for aircraft",
    "as well as grain and fertilizer in quantity",
    "and both governments have praised the result",
    "where Russian firms have built two plants",
    "with a railway that has opened this year",
]
TURNS = [
    "not",
    "unless",
    "except in winter",
    "if prices hold",
    "some argue",
    "may",
    "according to officials",
    "only in part",
    "but trade lags",
    "critics say",
    "as long as it lasts",
    "hardly at all",
]


def sentence(parts):
    text = ", ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


@given(st.sampled_from(MAIN), st.lists(st.sampled_from(EXTRA), min_size=1, max_size=8))
def test_pieces_are_verbatim_and_in_order(main, extra):
    """What is shown is made of spans of the sentence, in order, joined by ellipses alone."""
    text = sentence([main, *extra])
    made = snippet(text)
    assert all(first < last for first, last in made.parts)
    assert list(made.parts) == sorted(made.parts)
    said = " … ".join(text[first:last] for first, last in made.parts)
    assert made.text in (said, f"{said} …")
    assert unfaithful(made.text, text) is None


@given(
    st.sampled_from(MAIN),
    st.lists(st.sampled_from(EXTRA), min_size=3, max_size=8),
    st.sampled_from(TURNS),
    st.integers(0, 8),
)
def test_no_turn_is_ever_dropped(main, extra, turn, place):
    """A negation, condition, exception, hedge or attribution stays wherever it stands."""
    at = place % (len(extra) + 1)
    text = sentence([main, *extra[:at], f"{turn} {extra[0]}", *extra[at:]])
    made = snippet(text)
    assert turn.lower() in made.text.lower()
    assert unfaithful(made.text, text) is None


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_any_text_can_be_shortened(text, one, other):
    """No text, and no focus, stops the shortener; what it shows is always part of the text."""
    focus = (min(one, other), max(one, other))
    made = snippet(text, focus)
    assert all(piece in text for piece in (text[first:last] for first, last in made.parts))


@given(st.sampled_from(MAIN), st.lists(st.sampled_from(EXTRA), min_size=2, max_size=6))
def test_the_focus_stays_in_view(main, extra):
    """The words that a quotation is chosen for are never what is cut away."""
    text = sentence([main, *extra])
    at = text.rindex(extra[-1])
    made = snippet(text, (at, at + len(extra[-1])))
    assert extra[-1] in made.text


def test_a_short_sentence_stays_whole():
    """A sentence within the limit is shown as it stands."""
    made = snippet("A short one, and done.")
    assert (made.text, made.inner) == ("A short one, and done.", False)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "In addition, trade between the two grew fast.",
            "trade between the two grew fast.",
        ),
        (
            "Although the two have signed a treaty and have held a summit in every year of their "
            "partnership since then, the trade between them remains small and trust remains thin.",
            "the trade between them remains small and trust remains thin.",
        ),
    ],
)
def test_openings_that_lean_on_what_stood_before_go(text, shown):
    """A connective, and what is only granted before the main clause, is no part of the point."""
    made = snippet(text)
    assert (made.text, made.inner) == (shown, True)


@pytest.mark.parametrize(
    "text",
    [
        "Although no treaty binds them and some argue none ever will, the two governments have "
        "kept a common line in every vote of the last ten years and in every summit of the pair.",
        "With one side in search of buyers for its gas far from its old customers, as well as of "
        "money for its empty provinces, which both want, the economy draws the two closer.",
        "But the two governments have kept a common line in every vote of the last ten years and "
        "in every summit of the pair that anybody has been able to recall or to find on record.",
        "Analysts in the region have noted that given the rivals whom both of them face, "
        "especially the growing fleet of one and the bases, with the guns of the other, Moscow "
        "and Beijing have kept a common line.",
    ],
)
def test_a_cut_leaves_a_sentence(text):
    """No cut leaves an opening without its main clause, nor drops a contrast."""
    assert len(text.split()) > LONG
    made = snippet(text)
    assert re.search(r"kept|draws", made.text)
    assert made.text.startswith(text[:8])


def test_no_aside_stays_without_the_verb_behind_it():
    """Where an aside is what is quoted for, the sentence around it keeps its verb."""
    aside = "jointly standing up for the house of nations and for an order that rests on law"
    text = f"The consensus of the two on the main questions—{aside}, so as to be heard—is at risk."
    start = text.index(aside)
    assert snippet(text, (start, start + len(aside)), 12).text.endswith("is at risk.")


@pytest.mark.parametrize(
    ("shown", "text", "true"),
    [
        ("the alliance holds.", "the alli-\nance holds.", True),
        ("the long-term tie holds.", "the long-\nterm tie holds.", True),
        ("the alli- ance holds.", "the alli-\nance holds.", False),
        ("the al-liance holds.", "the alli-\nance holds.", False),
        ("the longterm tie holds.", "the long-\nterm tie holds.", False),
        ("the alliances hold.", "the alli-\nance holds.", False),
    ],
)
def test_a_word_that_a_line_end_cut_is_shown_whole(shown: str, text: str, true: bool) -> None:
    """A quotation may lack the hyphen of a line's end, and nothing else of its source."""
    assert (unfaithful(shown, text) is None) == true


def test_a_turn_against_what_is_not_shown_is_quoted_last_or_never():
    """What opens with `but` is quoted for want of a better; what turns in mid-sentence, never."""
    turn = "But the two ports are bound to each other by a closer tie than ever."
    aside = "A tie with the third port would, in contrast, show that the first is free."
    assert (
        LEAST_QUOTABILITY
        < quotability(turn, None)
        < quotability(turn.replace("But the", "The"), None) / 2
    )
    assert (
        quotability(aside, None)
        < LEAST_QUOTABILITY
        < quotability(aside.replace(", in contrast,", ""), None)
    )


def test_words_taken_up_from_a_source_are_spelled_as_the_reader_spells():
    """What our own sentence takes up of a British text reads American to Americans, and back."""
    american, british = (Conventions(audience(name)) for name in ("us", "eu"))
    assert american.respell("outside the defence industry") == "outside the defense industry"
    assert british.respell("outside the defense industry") == "outside the defence industry"


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        (
            "It is likely to fail once Peru and Chile vote on the new port law.",
            "It is likely that Peru and Chile will vote on the new port law.",
        ),
        (
            "It is a plan that nobody in Peru or Chile has ever seen in full.",
            "It is not feasible to keep Peru and Chile apart with a new port law.",
        ),
        (
            "Peru and Chile have had good grounds for years to take that step.",
            "Peru and Chile have had good grounds for years to sign a new treaty.",
        ),
        (
            "By 2014 the share had fallen to a quarter, as Chile had bought all the ships.",
            "By 2014 the share of Peru had fallen to a quarter, as Chile had all the ships.",
        ),
    ],
)
def test_what_points_back_does_not_stand_alone(worse, better):
    """`That step` was named before; the `it` of `it is not feasible to` stands for nothing."""
    assert quotability(worse, None) < LEAST_QUOTABILITY + 0.2 < quotability(better, None)


def test_what_an_author_has_shown_before_is_left_out():
    """`As we have seen` speaks to who has read the rest."""
    shown = snippet("As we have seen, trade between Peru and Chile was driven by the new road.")
    assert shown.text == "trade between Peru and Chile was driven by the new road."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("SOTO: The two states trade oil for arms.", "The two states trade oil for arms."),
        (
            "ANA SOTO: Moscow has signed a treaty with it.",
            "Moscow has signed a treaty with it.",
        ),
        ("NATO: The alliance has met in Riga again.", "NATO: The alliance has met in Riga again."),
        ("EU: The two have signed a treaty by now.", "EU: The two have signed a treaty by now."),
    ],
)
def test_a_quotation_begins_behind_the_name_of_who_has_the_floor(text, shown):
    """Who speaks is said beside a quotation; a state or a bloc is part of what is said."""
    found = snippet(text)
    assert found.text == shown
    assert not found.inner


def test_no_noun_is_cut_from_what_it_is_of_behind_an_aside():
    """`The text – word by word – of the pact` ends on neither dash: the text of what?"""
    said = "The new pact copies the text – word by word and line by line, as the envoys noted"
    text = (
        f"{said} – of the old harbor treaty that both towns signed in the last winter of the war."
    )
    assert not snippet(text).text.endswith(("text …", "care …", "noted …"))


@pytest.mark.parametrize(
    "text",
    [
        # the last comma of the aside is one of a list inside it
        "The treaty of the two neighbors of the bay, which will widen their present military,"
        " financial and cultural exchanges, was praised in both of the capitals for a week.",
        # what stays would be a noun with its attribute, and no sentence
        "The newly signed treaty between the two old neighbors of the bay, which will widen their"
        " military, financial and cultural exchanges, was praised in both capitals for a week.",
        "The shores of the bay, including Oman, Yemen and Eritrea, want a seat at the table where"
        " the price of the passage is set for the ships of all of them this year.",
    ],
)
def test_list_within_an_aside_is_not_cut_in_two(text):
    """An aside ends where the clause around it goes on, not at a comma of a list inside it."""
    assert snippet(text).text == text


def test_a_pronoun_behind_for_whom_has_no_noun():
    """`For India, it offers a way out` says as little of what does as `It offers` would."""
    said = "a way out of its dependence on one seller of arms and of oil."
    assert quotability(f"For India, it offers {said}", None) < LEAST_QUOTABILITY
    assert quotability(f"For India, the pact offers {said}", None) > LEAST_QUOTABILITY


def test_a_state_that_opens_a_sentence_is_who_its_pronoun_means():
    """`Peru judges case by case: it wants …` stands alone; `Officials judge …: it …` does not."""
    said = "case by case: it wants the harbor to be kept, and the islands to be respected."
    assert quotability(f"Peru judges {said}", None) > LEAST_QUOTABILITY
    assert quotability(f"Peru judges {said}", None) > 2 * quotability(f"Reports judge {said}", None)
