"""The thesis: the author's own central claim, best first, and nobody else's."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from brief.engines.rules.claims import claims
from brief.engines.rules.features import observe
from brief.engines.rules.sentences import sentences
from brief.engines.rules.thesis import MOST, rank_thesis, weights
from brief.engines.rules.voice import voices
from brief.questions import question_from_sentence
from tests.engines.rules.texts import article

PASSAGES = Path(__file__).parents[2] / "fixtures" / "argument" / "passages.yaml"
FLOORS = {"hit": 0.98, "best": 0.98}
"""Share of passages with any thesis, and the best, among the first three, as last measured."""
MOST_LEAKED = 0.02
"""Share of thesis sentences that are somebody else's view."""

ASKED = "Are Chile and Peru forming an alliance?"


def thesis_of(text: str, question: str = ASKED, title: str = "") -> list[str]:
    """Return the thesis of a text, best first."""
    found = sentences(article(text))
    facts = observe(found, voices(found), question_from_sentence(question), title)
    return [fact.sentence.text for fact in rank_thesis(facts)]


@cache
def _passages() -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load(PASSAGES.read_text(encoding="utf-8"))
    return [{**case, "got": thesis_of(case["input"], case["question"])} for case in loaded]


def test_passages_keep_their_floor() -> None:
    """The claim of a short text is found as often as when last measured."""
    missed = [case["title"] for case in _passages() if not set(case["got"]) & set(case["thesis"])]
    best = [case["title"] for case in _passages() if case["thesis"][0] not in case["got"]]
    count = len(_passages())
    assert 1 - len(missed) / count >= FLOORS["hit"], missed
    assert 1 - len(best) / count >= FLOORS["best"], best


def test_reported_views_are_not_the_thesis() -> None:
    """Hardly any thesis sentence is a view that the text only reports."""
    given = [text for case in _passages() for text in case["got"]]
    leaked = [text for case in _passages() for text in case["got"] if text in case["reported"]]
    assert len(leaked) / len(given) <= MOST_LEAKED, leaked


@pytest.mark.parametrize(
    ("rule", "text", "first"),
    [
        (
            "a conclusion wins over the facts before it",
            "Trade rose to 9 billion dollars in 2014. The two navies met twice that year. In short,"
            " Chile and Peru are partners by habit and not allies.",
            "In short, Chile and Peru are partners by habit and not allies.",
        ),
        (
            "the answer to a reported view wins over the view",
            "Many analysts argue that Chile and Peru will soon be allies. The ports are linked."
            " But what they share is a coast, not a cause.",
            "But what they share is a coast, not a cause.",
        ),
        (
            "what an article argues wins over what it looks at",
            "This article examines the ties of Chile and Peru since 1990. It draws on interviews."
            " It is in three parts. This article argues that the ties are too thin to bind.",
            "This article argues that the ties are too thin to bind.",
        ),
        (
            "an opening claim is found where it stands",
            "Chile and Peru are not building an alliance, and neither needs one. In 2019 the"
            " ministers met in Arica. They signed four protocols on fishing. The boats came back"
            " in March.",
            "Chile and Peru are not building an alliance, and neither needs one.",
        ),
    ],
)
def test_the_claim_comes_first(rule: str, text: str, first: str) -> None:
    """The sentence that carries the claim is the first of the thesis."""
    assert thesis_of(text)[0] == first


def test_an_excerpt_ends_where_it_was_cut() -> None:
    """The last words of a short passage are no conclusion: what is said of the relation leads."""
    text = (
        "The partnership of Chile and Peru by 2024 is a narrow bargain between wary neighbors. The"
        " copper road runs from Arequipa to Antofagasta.\n\nIn the port, most of the cranes belong"
        " to firms from Japan. The cranes of Callao have to turn all night, and will not rest"
        " before the ships have left."
    )
    assert thesis_of(text)[0].startswith("The partnership of Chile and Peru")


def test_what_judges_comes_before_what_leads_up_to_it() -> None:
    """Of sentences that score alike, the first is the one that judges both parties as they are."""
    text = (
        "In 1990 Chile and Peru agreed to cooperate. Chile and Peru are rivals rather than allies."
        " Peru will buy four ships."
    )
    assert thesis_of(text)[0] == "Chile and Peru are rivals rather than allies."


def test_what_dispels_a_view_is_the_claim() -> None:
    """A sentence that says no to a view carries the claim, also where a colon ends it."""
    text = (
        "Chile and Peru held drills in May. Fears of an alliance of Chile and Peru are premature:"
        "\n\nChile buys from Peru. The treaty of 1929 is old."
    )
    assert thesis_of(text)[0] == "Fears of an alliance of Chile and Peru are premature:"


def test_claims_are_weighed_by_known_names() -> None:
    """Every weight that puts a sentence first belongs to something that is observed."""
    facts = observe(found := sentences(article("Chile and Peru are allies.")), voices(found),
                    question_from_sentence(ASKED), "")  # fmt: skip
    assert set(weights("first")) == set(claims(facts[0], 0))


def test_questions_and_fragments_are_no_thesis() -> None:
    """A question, a fragment or a line of the page's furniture carries no claim."""
    text = "Will Chile and Peru be allies? Not now. Click here to read more about the alliance."
    assert thesis_of(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "All of the Chile and Peru Alliance Gazette",
        "Chile and Peru are in truth allies who w",
    ],
)
def test_what_has_no_mark_at_its_end_is_no_thesis(line: str) -> None:
    """Among whole sentences a line of the page, or what it cuts off, carries no claim."""
    marked = "Chile and Peru trade. They share a border. Ships meet. Fish is sold. Ports grow."
    assert line not in thesis_of(f"{marked}\n\n{line}")
    assert line in thesis_of(line)


def test_at_most_three_and_no_two_the_same() -> None:
    """The thesis is one to three sentences that differ."""
    same = "Chile and Peru will never become allies of any kind."
    got = thesis_of(" ".join([same, same, "The two must trade.", "Ports decide.", "Fish do not."]))
    assert got.count(same) == 1
    assert len(got) <= MOST


def test_a_text_without_claims_of_its_own_has_no_thesis() -> None:
    """Where all is reported, nothing is put into the author's mouth."""
    assert thesis_of("Critics say that the pact is dead. Officials insist that it lives.") == []


def test_no_text_has_no_thesis() -> None:
    """An article without sentences has no thesis."""
    assert thesis_of("") == []


def test_weights_are_known_features() -> None:
    """Every weight names a feature that some sentence can have."""
    found = sentences(article("# Conclusion\n\nThus, A is B. (First) B is C."))
    facts = observe(found, voices(found), question_from_sentence(ASKED), "A")
    groups = ("conclusion", "contrast", "addition", "example", "list", "time", "certainty")
    links = {f"link_{name}" for name in groups}
    known = set(facts[0].values) | links | {"like_thesis"}
    assert set(weights("thesis")) | set(weights("evidence")) <= known
