"""Who depends on whom: a set of questions of its own, read in texts on other pairs."""

from __future__ import annotations

import pytest

from brief.collect import collect
from brief.compose import compose
from brief.compose.applicability import served
from brief.compose.evidence.leanings import leaning
from brief.compose.evidence.library import Library
from brief.model.brief import Brief
from brief.model.plain import brief_text
from brief.questions import question_from_sentence
from brief.summarize import summarize
from tests.support import corpus

READERS = ("japan", "eu", "us")
ASKED = "Is Chad dependent on Niger?"


@pytest.mark.parametrize("name", READERS)
def test_a_dependence_is_asked_after_as_such(name: str) -> None:
    """Nobody asks of who depends on whom whether the two drill together, or what parts them."""
    own = served(corpus.audience(name), question_from_sentence(ASKED))
    every = served(corpus.audience(name), question_from_sentence("Are Chad and Niger allies?"))
    asked = [one.id for one in own.questions]
    assert {"goods", "pressure", "mutual", "loosening"} <= set(asked)
    assert not {"military", "war", "rules", "limits", "arms"} & set(asked)
    assert asked[0] == next(one.id for one in every.questions if one.id in asked)
    assert corpus.audience(name).suited(question_from_sentence(ASKED)).themes[0] == "trade"


def test_a_party_is_not_advised_on_its_own_dependence_as_on_another_s() -> None:
    """What is said of two others is not said to one of them."""
    own = served(corpus.audience("japan"), question_from_sentence("Does Japan depend on Niger?"))
    assert not own.implications


def found(which: str, text: str) -> list[float]:
    """Return how far each sentence of a text on Chad and Niger leans on a question."""
    question = question_from_sentence(ASKED)
    whole = f"{text} Chad and Niger have spoken of it for years."
    document = corpus.document("001", whole)
    dossier = collect([summarize(document, whole, question)], question, documents=[document])
    library = Library(dossier, question)
    one = next(x for x in served(corpus.audience("us"), question).questions if x.id == which)
    return [x.lean for lines in leaning(one, library).values() for x in lines if x.lean]


@pytest.mark.parametrize(
    ("which", "text", "way"),
    [
        ("mutual", "Chad and Niger are interdependent in water and grain.", 1),
        ("mutual", "The tie is lopsided, and Niger supplies Chad with nearly all its fuel.", -1),
        ("mutual", "Chad depends more on Niger than vice versa.", -1),
        ("loosening", "Chad has diversified away from Niger since the ports opened.", 1),
        ("loosening", "Chad is still dependent on Niger for salt and cement.", -1),
        ("loosening", "The dependence of Chad on Niger has grown with every harvest.", -1),
        ("pressure", "Niger has blackmailed Chad with fuel more than once.", 1),
        ("pressure", "Niger has little leverage over Chad in the matter of fuel.", -1),
    ],
)
def test_sides_of_a_dependence(which: str, text: str, way: int) -> None:
    """Each question is read by words of its own."""
    leans = found(which, text)
    assert leans
    assert all(lean * way > 0 for lean in leans)


def test_a_comparison_of_two_is_no_change() -> None:
    """Who depends more than the other has not come to depend more."""
    assert not found("loosening", "Chad is much more dependent on Niger than vice versa.")


def brief_on(texts: list[str]) -> Brief:
    """Return the brief for the US on a dependence, from sources of one text each."""
    question = question_from_sentence(ASKED)
    documents = [corpus.document(f"00{n}", text) for n, text in enumerate(texts, 1)]
    made = [summarize(one, text, question) for one, text in zip(documents, texts, strict=True)]
    dossier = collect(made, question, documents=documents)
    return compose(dossier, corpus.audience("us"), question, corpus.templates())


def test_a_brief_says_who_depends_on_whom() -> None:
    """The title names a dependence of the first on the second."""
    texts = [
        "Chad is heavily dependent on Niger for fuel. The dependence of Chad on Niger is plain.",
        "The dependence of Chad on Niger is real. Chad is dependent on Niger for its grain.",
        "Chad is dependent on Niger in trade. There is no way around Chad's dependence on Niger.",
    ]
    brief = brief_on(texts)
    said = " ".join(text for _, text in brief_text(brief))
    assert "dependence of Chad on Niger" in said
    assert "Chad–Niger dependence" not in said


def test_closeness_shows_no_side_on_a_dependence() -> None:
    """A text on friends or rivals that says nothing of leaning takes the question not up."""
    texts = [
        "Chad and Niger are close partners. The partnership of Chad and Niger is growing closer.",
        "It remains open whether Chad and Niger are becoming allies, and both leave it so.",
        "Chad and Niger are rivals in the region. Mistrust stands between Chad and Niger.",
    ]
    brief = brief_on(texts)
    assert brief.title.startswith("No source found on a dependence of Chad on Niger")
