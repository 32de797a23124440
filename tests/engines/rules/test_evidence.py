"""Evidence: what the claim rests on, best first, and nothing twice."""

from __future__ import annotations

from brief.engines.rules.evidence import MOST, rank_evidence
from brief.engines.rules.features import observe
from brief.engines.rules.sentences import sentences
from brief.engines.rules.stems import similarity
from brief.engines.rules.thesis import rank_thesis
from brief.engines.rules.voice import voices
from brief.questions import question_from_sentence
from tests.engines.rules.texts import article

KINDS = ["red", "blue", "old", "new", "soft", "hard", "cheap", "dear"]
GOODS = ["wool", "salt", "corn", "fish", "tin", "oil"]
TEXT = """Chile and Peru sell each other goods worth 3 billion dollars a year, a tenth of what \
either sells to China. Since 2001 their navies have exercised together eleven times. Is that much?

The weather in Arica is mild. Admiral Soto said in 2018 that the two staffs had never drawn up a \
common plan. Fish cross the border freely.

Thus Chile and Peru are not allies and are unlikely to become so. Their trade is too small \
because their exports compete, and their officers distrust each other."""


def evidence_of(text: str, asked: str = "Are Chile and Peru forming an alliance?") -> list[str]:
    """Return the evidence in a text, best first."""
    found = sentences(article(text))
    facts = observe(found, voices(found), question_from_sentence(asked), "")
    return [fact.sentence.text for fact in rank_evidence(facts, rank_thesis(facts))]


def test_figures_and_events_come_before_asides() -> None:
    """A figure about the parties is better evidence than the weather."""
    got = evidence_of(TEXT)
    assert any(text.startswith("Chile and Peru sell each other goods") for text in got[:2])
    assert not any(text.startswith("The weather") for text in got[:2])


def test_expert_statements_are_evidence() -> None:
    """What an expert states may support the claim, in his voice."""
    assert any("Admiral Soto" in text for text in evidence_of(TEXT))


def test_questions_are_no_evidence() -> None:
    """A question proves nothing."""
    assert "Is that much?" not in evidence_of(TEXT)


def test_thesis_is_not_its_own_evidence() -> None:
    """No sentence is both thesis and evidence."""
    found = sentences(article(TEXT))
    facts = observe(found, voices(found), question_from_sentence("Are Chile and Peru allies?"), "")
    thesis = rank_thesis(facts)
    evidence = rank_evidence(facts, thesis)
    assert not {fact.sentence.index for fact in thesis} & {f.sentence.index for f in evidence}


def test_no_two_say_the_same() -> None:
    """A sentence that repeats another in nearly the same words is left out."""
    first = "In 2014 Chile bought 40 tanks from Peru for 90 million dollars in Lima."
    again = "Chile bought 40 tanks from Peru in 2014 for 90 million dollars, in Lima."
    claim = "Chile and Peru should therefore never become allies, and neither wants to be one."
    rest = "Ports matter, because ships need them. The two must trade. Lima should be a port."
    got = evidence_of(f"{first} {again} {rest} Lima is a port. {claim}")
    assert len({first, again} & set(got)) == 1
    assert similarity(frozenset({"a", "b"}), frozenset()) == 0.0


def test_there_is_a_limit() -> None:
    """However long the text, the evidence stays short."""
    goods = [f"{kind} {good}" for kind in KINDS for good in GOODS]
    many = " ".join(
        f"In {1900 + n} the {what} of the province cost {n} million dollars."
        for n, what in enumerate(goods)
    )
    assert 0 < len(evidence_of(many)) <= MOST


def test_evidence_stands_alone() -> None:
    """A sentence that opens with a pronoun is evidence only when it names both parties."""
    text = (
        "The canal was opened in Arica in 2014. It cost 90 million dollars and three years of work."
        " They then bought 40 tanks for 60 million dollars. Thus Chile and Peru are not allies, and"
        " will not become allies."
    )
    got = evidence_of(text)
    assert any(one.startswith("The canal") for one in got)
    assert not any(one.startswith(("It cost", "They then")) for one in got)


def test_half_the_same_words_say_the_same() -> None:
    """Of two sentences that share half their words and no other number, one is evidence."""
    first = "Chile sold Peru a fleet of grey patrol boats from the yards of Valparaiso in 2014."
    again = "In 2014 the yards of Valparaiso delivered a fleet of new patrol boats, Lima announced."
    claim = "Thus Chile and Peru are not allies, and neither of the two wants to be one."
    got = evidence_of(f"{first} The price of tin fell. {again} Ports matter to trade. {claim}")
    assert len({first, again} & set(got)) == 1


def test_what_is_cut_short_is_no_evidence() -> None:
    """The begin of another text, as pages list them, is no whole statement."""
    text = (
        "Chile and Peru are allies, and both say so. The navies of Chile and Peru trained together"
        " in 2020 and bought 12 ships for..."
    )
    assert not any("trained" in one for one in evidence_of(text))
    assert any("trained" in one for one in evidence_of(text.replace(" for...", ".")))
