"""Listed sentences rest on sentences that speak of their matter, and not on a word by chance."""

import pytest

from brief.collect import collect
from brief.compose.evidence.library import Library
from brief.compose.evidence.support import supporting_lines
from brief.compose.offer import offer
from brief.model.audience import Condition, Inference
from tests.support.corpus import AS_OF, audience, document, question, summary


def library(*texts: str) -> Library:
    """Return a library of one document a text."""
    made = [document(f"s{n}", text, title=f"Work {n}") for n, text in enumerate(texts)]
    found = collect([summary(one, 0) for one in made], question(), as_of=AS_OF, documents=made)
    return Library(found, question())


LISTED = Inference(
    id="banks",
    text="Banks in {a} could stop payments from {b}.",
    when=(Condition(sources="all", at_least=1),),
    rests_on=("bank*", "clearing house"),
)


def voiced(text: str) -> Library:
    """Return a library of one document of which nothing was chosen: its voices are as read."""
    made = document("s0", f"A note.\n{text}", title="Work")
    read = [summary(made, 0, thesis=(), evidence=())]
    return Library(collect(read, question(), as_of=AS_OF, documents=[made]), question())


def cited(*texts: str) -> list[str]:
    """Return the articles whose sentences the listed sentence rests on."""
    return [line.article for line in supporting_lines(LISTED, library(*texts))]


def test_one_phrase_by_chance_is_no_ground():
    """A phrase of the list that shares nothing else with the listed sentence is not cited."""
    assert cited("Ships lay at the east bank of the river in Russia.") == []


def test_a_word_more_or_a_second_phrase_is():
    """A sentence counts with a word of the listed sentence or with two phrases of its list."""
    assert cited("A bank in Iran had its payment from Russia refused.") == ["s0"]
    assert cited("A bank in Iran uses a clearing house of Russia.") == ["s0"]


def test_names_of_the_parties_are_no_ground():
    """That a sentence names who the brief is about does not make it speak of the matter."""
    assert cited("A bank of the river is in Russia and Iran.") == []


def test_what_shares_most_comes_first():
    """The sentence with most in common is cited before one that has less."""
    less = "A bank in Iran had its payment from Russia refused."
    more = "A bank in Iran had to stop all payments of Russia through the clearing house."
    assert cited(less, more) == ["s1", "s0"]


def test_a_sentence_says_itself_whom_it_is_about():
    """A sentence that names neither party is no ground, whatever words it shares."""
    assert cited("A bank in Vietnam stops payments through the clearing house.") == []


def test_what_is_asked_or_taken_back_is_no_ground():
    """A question, and what the next sentence turns against, carry nothing of ours."""
    said = "A bank in Iran stops payments from Russia"
    assert cited(f"{said}.") == ["s0"]
    assert cited("Why is it that a bank in Iran stops payments from Russia?") == []
    assert cited(f"A note.\n{said}. However, this does not hinder the trade of the two.") == []


def test_what_asserts_rests_on_nothing_that_is_only_reported():
    """An implication needs an author's own sentence; an option may rest on a reported one."""
    told = voiced("Some critics claim that banks in Iran stop payments from Russia.")
    assert supporting_lines(LISTED, told)
    assert not supporting_lines(LISTED, told, asserts=True)


def test_along_asks_for_a_second_matter():
    """With `along` a sentence needs a word of that list too."""
    more = LISTED.model_copy(update={"along": ("harbor*",)})
    plain = "A bank in Iran stops payments from Russia."
    harbor = "A bank in Iran stops payments from Russia for harbor dues."
    assert not supporting_lines(more, library(plain))
    assert supporting_lines(more, library(harbor))


def test_of_what_two_sources_bear_out_the_first_of_the_list_heads_the_brief():
    """Which inference heads the brief is the reader's own order, not how many words it finds."""
    bank = "A bank in Iran had its payment from Russia refused."
    house = "A bank in Iran uses a clearing house of Russia."
    port = "A port in Iran takes ships of Russia through the old harbor."
    ports = LISTED.model_copy(
        update={"id": "ports", "headline": "ports", "rests_on": ("port", "harbor"), "text": "Ports"}
    )
    banks = LISTED.model_copy(update={"headline": "banks"})
    reader = audience("us")
    policy = reader.policies["any"].model_copy(update={"implications": (ports, banks)})
    reader = reader.model_copy(update={"policies": {"any": policy}})

    def order(*texts: str) -> list[str]:
        made = offer(library(*texts).dossier, reader, question(), ())
        return [one.id for one, _ in made.inferences["implication"]]

    assert order(port, f"{port} {bank}", bank, house) == ["ports", "banks"]
    assert order(port, bank, house) == ["banks", "ports"]


def offered(inference: Inference, *texts: str, issued: tuple[str, ...] = ()) -> list[str]:
    """Return the articles that an option of the US reader's rests on in a brief on these texts."""
    made = [
        document(f"s{n}", text, title=f"Work {n}", issued=dict(enumerate(issued)).get(n))
        for n, text in enumerate(texts)
    ]
    found = collect([summary(one, 0) for one in made], question(), as_of=AS_OF, documents=made)
    reader = audience("us")
    policy = reader.policies["any"].model_copy(update={"options": (inference,)})
    reader = reader.model_copy(update={"policies": {"any": policy}})
    shown = offer(found, reader, question(), ()).inferences["option"]
    return [line.article for _, lines in shown for line in lines]


def test_what_names_no_reader_rests_on_what_is_between_the_two():
    """A sentence on one of the two is no ground, unless the list asks for a third matter too."""
    plain = LISTED.model_copy(update={"text": "Banks that stop payments."})
    assert supporting_lines(plain, library("A bank in Iran had its payment to Oman refused.")) == []
    assert supporting_lines(plain, library("A bank in Iran had its payment to Russia refused."))
    harbor = plain.model_copy(update={"along": ("harbor*",)})
    assert supporting_lines(harbor, library("A bank in Iran had its payment for a harbor refused."))


def test_a_party_is_no_third_state():
    """What may reach a third state is not said where that state is one of the two."""
    text = "A bank in Iran had its payment from Russia refused."
    assert offered(LISTED, text) == ["s0"]
    third = "Payments stopped by banks of {a} and {b} may reach Iran next."
    assert offered(LISTED.model_copy(update={"text": third}), text) == []
    other = third.replace("Iran", "Chile")
    assert offered(LISTED.model_copy(update={"text": other}), text) == ["s0"]


def test_what_an_old_source_calls_the_present_is_no_ground():
    """A source ten years older than the newest carries what follows today only with its date."""
    old = "A bank in Iran has its payment from Russia refused this week."
    new = "A clearing house in Iran takes payments of a bank in Russia."
    assert offered(LISTED, old, new, issued=("2009", "2024")) == ["s1"]
    assert "s0" in offered(LISTED, old, new, issued=("2019", "2024"))
    dated = old.replace("this week", "in 2009")
    assert "s0" in offered(LISTED, dated, new, issued=("2009", "2024"))


def test_where_a_set_has_nothing_to_say_the_general_one_does():
    """A set made for certain texts leaves no reader without what to do on others."""
    ship = LISTED.model_copy(update={"text": "Ships of {a}.", "rests_on": ("keel*", "mast*")})
    reader = audience("us")
    general = reader.policies["any"].model_copy(update={"options": (LISTED,)})
    own = general.model_copy(
        update={"parties": ("Russia", "Iran"), "relation": "alliance", "options": (ship,)}
    )
    reader = reader.model_copy(update={"policies": {"any": general, "own": own}})

    def options(text: str) -> list[Inference]:
        made = offer(library(text).dossier, reader, question(), ())
        return [one for one, _ in made.inferences["option"]]

    bank = "A bank in Iran had its payment from Russia refused."
    assert options(bank) == [LISTED]
    assert options(f"{bank} Keel and mast of a ship of Iran are made in Russia.") == [ship]


@pytest.mark.parametrize(
    ("name", "kind", "which"),
    [("japan", "options", "both-cases"), ("us", "watch", "watch-commitment")],
)
def test_a_principle_of_helping_each_other_is_no_duty_to_fight(name, kind, which):
    """What follows from a duty to fight rests on a treaty's, and not on a word of goodwill."""
    policy = audience(name).policies["alliance"]
    (listed,) = [one for one in getattr(policy, kind) if one.id == which]
    goodwill = "Russia and Iran like to speak of mutual assistance in hard times."
    treaty = "By their mutual assistance treaty Russia and Iran can be dragged into wars."
    assert supporting_lines(listed, library(goodwill)) == []
    assert supporting_lines(listed, library(treaty))


@pytest.mark.parametrize("name", ["japan", "eu", "us"])
def test_what_two_have_signed_is_a_thing_to_watch(name):
    """A paper that the two signed is watched for what they put into it; a talk alone is not."""
    every = audience(name).policies["any"].watch
    (listed,) = [one for one in every if one.id == "watch-signed"]
    signed = "Russia and Iran signed a treaty on military aid in the spring."
    assert supporting_lines(listed, library(signed))
    assert supporting_lines(listed, library("Russia and Iran talked of military aid.")) == []
