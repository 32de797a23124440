"""What of a reader's general set makes sense for the parties of a question."""

import pytest

from brief.collect import collect
from brief.compose import compose
from brief.compose.applicability import served
from brief.compose.evidence.leanings import leaning
from brief.compose.evidence.library import Library
from brief.compose.evidence.phrases import names_both, only_both
from brief.compose.wording import question_names, with_a
from brief.model.plain import brief_text
from brief.questions import parse_question, plain, question_from_sentence
from brief.summarize import summarize
from tests.support import corpus
from tests.support.claims import shipped


def ids(name, text, kind="questions"):
    """Return the ids of what a reader's set holds for a question."""
    return [one.id for one in getattr(served(corpus.audience(name), asked(text)), kind)]


def asked(text):
    """Return the question that a sentence asks."""
    return question_from_sentence(text)


@pytest.mark.parametrize(
    ("name", "text", "which", "stands"),
    [
        ("us", "Are Peru and Chile allies?", "drivers", True),
        ("us", "Are Peru and the United States allies?", "drivers", False),
        ("us", "Are Peru and the United States allies?", "interests", True),
        ("japan", "Are Peru and the United States allies?", "washington", False),
        ("eu", "Is Serbia turning away from the EU?", "war", False),
        ("us", "Are Peru, Chile and Cuba allies?", "drivers", True),
        ("us", "Are Peru, Chile and Cuba allies?", "limits", False),
    ],
)
def test_no_question_asks_whether_one_of_the_two_brings_the_two_together(name, text, which, stands):
    """What names a party beside the pair is not asked, nor of three what is said of two."""
    assert (which in ids(name, text)) == stands


@pytest.mark.parametrize(
    ("name", "text", "which", "stands"),
    [
        ("japan", "Are Peru and Chile allies?", "deeds", True),
        ("japan", "Are Peru and Japan allies?", "deeds", False),
        ("japan", "Are Peru and Japan allies?", "own-votes", True),
        ("japan", "Are Peru and Japan allies?", "mixed", True),
        ("eu", "Is Serbia turning away from the EU?", "settled-against", False),
    ],
)
def test_a_party_is_not_advised_on_the_two_as_on_others(name, text, which, stands):
    """A reader who is one of the two plans on no tie between the two, but on what is his."""
    assert (which in ids(name, text, "implications")) == stands


def test_a_set_that_was_made_for_a_question_is_whole():
    """The set of a question by itself loses nothing."""
    reader = corpus.audience("us")
    question = asked("Are China and Russia forming an alliance?")
    assert served(reader, question) == reader.policy(question)


def test_what_is_listed_of_a_first_and_a_second_party_is_said_of_these():
    """Who is asked for first does not change who sells to whom."""
    turned = corpus.audience("us").arranged(asked("Are Russia and China forming an alliance?"))
    assert [one.name for one in turned.parties] == ["China", "Russia"]
    other = corpus.audience("us").arranged(asked("Are Peru and Chile forming an alliance?"))
    assert [one.name for one in other.parties] == ["Peru", "Chile"]


def test_of_three_parties_a_sentence_names_all():
    """Two of three are not the three, and none of them is `the two`."""
    three = asked("Are Peru, Chile and Cuba forming an alliance?")
    assert names_both("Peru, Chile and Cuba are allies.", three)
    assert not names_both("Peru and Chile are allies.", three)
    assert not names_both("The two are allies.", three)
    assert not only_both("Peru, Chile, Cuba and Haiti are allies.", three)
    assert question_names(three, "Lima")["one_relation"] == "a Peru–Chile–Cuba alliance"


def test_of_three_parties_what_two_do_is_not_said():
    """A text on two of them says nothing of the three, in words or in numbers."""
    three = asked("Are Peru, Chile and Cuba forming an alliance?")
    text = (
        "Peru and Chile are forming an alliance. Trade between the two rose to $8 billion in 2020"
        " from $2 billion in 2010. Peru and Chile train together. Sanctions drive them together."
    )
    one = corpus.document("a", text, title="T")
    dossier = collect([summarize(one, text, three)], three, documents=[one])
    page = compose(dossier, corpus.audience("us"), three, corpus.templates())
    assert page.title == "No source found on a Peru–Chile–Cuba alliance"
    made = " ".join(text for _, text in brief_text(page))
    assert "$8 billion" not in made
    assert "the two" not in made


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("United States–Peru pact", "a United States–Peru pact"),
        ("European Union–Peru pact", "a European Union–Peru pact"),
        ("Ukraine–Peru pact", "a Ukraine–Peru pact"),
        ("Iran–Peru pact", "an Iran–Peru pact"),
        ("Uzbekistan–Peru pact", "an Uzbekistan–Peru pact"),
        ("alliance", "an alliance"),
        ("union", "a union"),
    ],
)
def test_an_article_goes_by_sound(noun, said):
    """`United` and `European` are said with a consonant first."""
    assert with_a(noun) == said


@pytest.mark.parametrize(
    ("said", "answers"),
    [
        ("Western sanctions on Peru brought the West and Peru closer together.", False),
        ("Chinese sanctions brought the West and Peru closer together.", True),
        ("Sanctions by the West brought Peru and Western states closer together.", False),
        ("Sanctions brought the West and Peru closer together.", True),
        ("Their sanctions brought the West and Peru closer together.", False),
        ("Mutual sanctions brought the West and Peru closer together.", False),
        ("Peru answered with sweeping sanctions that brought it and the West together.", False),
        ("China answered with sweeping sanctions that brought Peru and the West together.", True),
        ("Sanctions toward each other brought the West and Peru closer together.", False),
    ],
)
def test_what_a_party_does_to_the_other_does_not_come_from_outside(said, answers):
    """Sanctions of one of the two are between the two, and drive nobody together."""
    question = asked("Is the West at war with Peru?")
    one = corpus.document("a", said, title="T")
    library = Library(
        collect([summarize(one, said, question)], question, documents=[one]), question
    )
    sanctions = next(one for one in shipped() if one.id == "sanctions")
    proving = [one for lines in leaning(sanctions, library).values() for one in lines if one.sure]
    assert bool(proving) == answers


def test_of_a_question_that_asks_for_more_the_reader_is_told_what_was_looked_for():
    """`Why` and `should` are answered as if they asked whether."""
    for text, told in (("Are Peru and Chile allies?", False), ("Should Peru leave Chile?", True)):
        question = asked(text)
        page = compose(collect([], question), corpus.audience("us"), question, corpus.templates())
        assert ("read-as" in [block.id for block in page.blocks]) == told


def test_a_relation_of_ones_own_is_asked_for_in_its_own_words():
    """Whoever names a relation in a file and in its text is not told that it was guessed."""
    own = {"relation": "tutelage", "like": "dependence", "words": {"terms": ["ward/wards"]}}
    for text, named in (
        ("Is Peru under the tutelage of Chile?", True),
        ("Is Peru a ward of Chile?", True),
        ("Why is Peru a ward of Chile?", False),
        ("Does Peru obey Chile?", False),
    ):
        assert plain(parse_question({"text": text, **own}, place="q.yaml")) == named


def test_an_article_within_a_name_is_left_out_of_a_joined_one():
    """`A West–Peru pact`, not `a the West–Peru pact`."""
    assert question_names(asked("Is the West allied with Peru?"), "Lima")["joined"] == "West–Peru"
