"""Voices that a source reports: one vote each, under a name that stands alone."""

import pytest

from brief.compose.agreements import reported
from brief.compose.desk import Desk
from brief.compose.evidence.library import Library
from brief.compose.evidence.line import Line
from brief.compose.evidence.proofs import Proofs
from brief.compose.signal_phrases import SignalPhrases
from brief.compose.voices import described, merged, of_the_pair
from brief.model.summary import VoiceStance
from tests.support.claims import library
from tests.support.corpus import audience, dossier, question


def reporting(*said):
    """Return a source that reports these voices, each with its score."""
    source = dossier().sources[0]
    place = source.stance.quotes[0].model_dump()
    voices = tuple(VoiceStance(voice=name, score=score, **place) for name, score in said)
    return source.model_copy(update={"stance": source.stance.model_copy(update={"voices": voices})})


@pytest.mark.parametrize(
    "name",
    ["the report", "the same report", "they", "These experts", "his critics", "others", "I’ll"],
)
def test_a_voice_that_points_back_has_no_mark(name):
    """A name that only points back to a sentence before is no name in a chart."""
    assert merged(reporting((name, 1), ("many hawks", -1))) == {"many hawks": -1}


@pytest.mark.parametrize(
    "name", ["voices", "the experts", "one explanation", "a third argument", "counter-arguments"]
)
def test_a_name_of_nobody_has_no_mark(name):
    """People of whom nothing is said, and a thought without who has it, are no voice."""
    assert merged(reporting((name, 1), ("many hawks", -1))) == {"many hawks": -1}


@pytest.mark.parametrize(
    "name",
    ["both Peru", "while Roe", "the attack uses the “Peruvian", "The Post asked an expert"],
)
def test_what_is_cut_out_of_a_sentence_is_no_name(name):
    """Half a clause on a chart names nobody; a clause on who people are does."""
    kept = "those who said so"
    assert merged(reporting((name, 1), (kept, -1))) == {kept: -1}


def test_the_day_on_which_somebody_spoke_is_no_part_of_his_name():
    """`Ana Ruiz on Tuesday` is Ana Ruiz."""
    assert merged(reporting(("Ana Ruiz on Tuesday", 2))) == {"Ana Ruiz": 2}


def test_one_of_a_kind_is_called_so():
    """`One expert on trade` is called by what it is: an article, and no year."""
    assert described("one Asia expert") == "an Asia expert"
    assert described("many hawks") == "many hawks"
    assert described("the Delta Forum 2018 report") == "the Delta Forum report"
    assert described("the 2000s the Senate") == "the Senate"


@pytest.mark.parametrize("name", ["those who doubt it", "the Chatham report", "the government"])
def test_a_described_voice_keeps_its_mark(name):
    """A voice described in its own words stays."""
    assert merged(reporting((name, 1))) == {name: 1}


def test_a_surname_is_the_person_named_in_full():
    """One person is one voice, by full name and by surname."""
    assert merged(reporting(("Ana Ruiz", 2), ("Ruiz", 1))) == {"Ana Ruiz": 2}
    assert merged(reporting(("Zhao Long", 2), ("Zhao", -1))) == {"Zhao Long": 2}
    assert merged(reporting(("Zhao Long", 2), ("Long", -1))) == {"Zhao Long": 2, "Long": -1}


def test_what_takes_no_side_does_not_thin_a_side() -> None:
    """A voice that denies the relation once and speaks of other things twice denies it."""
    assert merged(reporting(("Ruiz", -2), ("Ruiz", 0), ("Ruiz", 0))) == {"Ruiz": -2}
    assert merged(reporting(("Ruiz", 0), ("Ruiz", 0))) == {"Ruiz": 0}


def test_a_crowd_is_no_person_of_that_surname():
    """`Peruvians` are not `some Peruvians`: who they are is told by each name."""
    said = reporting(("some Peruvians", -2), ("Peruvians", -1))
    assert merged(said) == {"some Peruvians": -2, "Peruvians": -1}


@pytest.mark.parametrize(
    ("given", "score"),
    [((-2, 1, 1), -2), ((2, 1, -1), 2), ((2, -2, 1), 0), ((1, 1, -1), 0), ((-1, 0), -1)],
)
def test_what_is_said_outright_is_not_averaged_away(given, score):
    """Who once denies the relation by its name denies it, unless he also affirms it."""
    assert merged(reporting(*(("Ruiz", one) for one in given))) == {"Ruiz": score}


def test_skeptics_of_one_source_are_one_voice():
    """`Doubters`, `the skeptics` and `those who doubt it` of one text are the same people."""
    bare = reporting(("doubters", -1), ("those who doubt the pact", -1), ("the skeptics", -2))
    assert merged(bare) == {"those who doubt the pact": -2}


@pytest.mark.parametrize(
    "name", ["Peruvian skeptics", "other doubters", "some critics", "critics of Vargas"]
)
def test_skeptics_who_are_told_apart_are_voices_of_their_own(name):
    """Where a name says which skeptics, they are not the others."""
    assert merged(reporting(("skeptics", -1), (name, -1))) == {"skeptics": -1, name: -1}


def test_skeptics_on_the_side_of_believers_have_no_mark():
    """`Doubters` who find two closer than is thought doubt something else: the name misleads."""
    assert merged(reporting(("doubters", 1), ("enthusiasts", -1), ("many hawks", 1))) == {
        "many hawks": 1
    }


def test_a_body_and_its_report_are_one_voice():
    """A proper name is one voice with and without its article, year and kind of work."""
    said = reporting(("the Delta Forum", 1), ("the Delta Forum 2018 report", -2), ("Delta", 1))
    assert merged(said) == {"the Delta Forum 2018 report": -2, "Delta": 1}


def test_reports_of_two_years_are_two_voices():
    """Two years keep two works apart."""
    said = reporting(("the Delta Forum 2018 report", -2), ("the Delta Forum 2020 report", 1))
    assert len(merged(said)) == 2


def heard(text: str, score: int) -> bool:
    """Tell whether a voice that says this, scored so, has a mark."""
    source = reporting(("many hawks", score))
    voices = (source.stance.voices[0].model_copy(update={"text": text}),)
    stance = source.stance.model_copy(update={"voices": voices})
    made = source.model_copy(update={"stance": stance})
    return bool(merged(of_the_pair(made, Proofs(question()))))


def test_a_voice_is_heard_on_the_relation():
    """A sentence on what is between the two has a mark; one on a third matter has none."""
    assert heard("Many hawks say that Russia and Iran are allies in all but name.", 2)
    assert not heard("Many hawks say that the decadent West will fall.", -1)
    assert not heard("Many hawks hold that states form alliances out of fear.", -1)


def test_who_finds_two_close_has_not_seen_an_alliance():
    """Closeness is no alliance: who names none is not drawn beside one. A quarrel rules it out."""
    assert not heard("Many hawks say that the ties of Russia and Iran are close and durable.", 1)
    assert heard("Many hawks say that the alliance of Russia and Iran is close and durable.", 1)
    assert heard("Many hawks say that the ties of Russia and Iran are brittle and will fail.", -1)


def test_what_is_denied_by_name_is_denied_with_warm_words_around_it():
    """`No pact of like-minded powers` is no pact, however warm the words for its parties."""
    text = "Some hold that Russia and Iran have no pact of two like-minded powers."
    assert heard(text, -2)


def test_it_is_the_tie_that_the_text_is_on():
    """A view that takes up the two by `it` is on them in a text on them."""
    assert heard("One reading calls it a quasi-alliance already, with a firm base in trade.", 1)


@pytest.mark.parametrize(
    "text",
    [
        "Many hawks say that buying from Russia would leave Iran in the inferior position of a "
        "supplier to Russia and unbalanced in its foreign relations.",
        "Many hawks say that the canal would tie Iran to Russia in the inferior position of a "
        "supplier with an unbalanced economy.",
    ],
)
def test_what_trade_does_to_one_is_no_view_on_the_two(text):
    """Foreign relations are one state's with the world, and what ties it to a post is no tie."""
    assert not heard(text, -1)


def test_a_voice_without_a_side_has_no_mark():
    """Where a view was not read, its voice is not said to stand between the sides."""
    assert not heard("Many hawks say that the alliance of Russia and Iran deserves a study.", 0)


def test_a_score_that_its_words_belie_has_no_mark():
    """A sentence that speaks for an alliance marks nobody as against it."""
    assert not heard("Many hawks say that Russia and Iran are allies in all but name.", -1)


def test_a_word_that_a_voice_puts_aside_is_not_its_view():
    """Who complains of being called rivals, or puts a tie above rivalry, sees no rivals."""
    assert not heard("Many hawks complain that Russia and Iran are labeled rivals.", -1)
    assert not heard("Many hawks say that Russia and Iran put their alliance above rivalry.", -2)


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Some officials in Oman expect Russia and Iran to part.", ""),
        ("From some Omanis came the view that Russia and Iran will part.", ""),
        ("Russia and Iran will part.", "other observers"),
    ],
)
def test_words_that_say_who_holds_them_are_not_introduced_with_it_again(text, voice):
    """`Reports of other observers: Some officials …` would name two holders of one view."""
    found = dossier()
    desk = Desk(found, audience("us"), Library(found, question()))
    line = Line("a", text, 0, len(text), "a#p1", "other observers", 1.0)
    assert SignalPhrases(desk).said(line)["voice"] == voice


def quoted(*sentences: str) -> list[tuple[str, bool]]:
    """Return the views that a text reports on the relation, best first, and which it rejects."""
    found = library("A note on Russia and Iran.\n" + " ".join(sentences))
    return [(line.text, line.rejected) for line in reported(found, Proofs(question()))]


TOLD = "Some experts claim that Russia and Iran are forming an alliance."
OTHER = "Some officials say that Russia and Iran are allies already."


def test_a_view_that_its_reporter_rejects_is_told_last_and_as_rejected():
    """Of views on one side the one stands first that its reporter does not call wrong."""
    verdict = "The author rejects this view."
    assert quoted(TOLD, verdict) == [(TOLD, True)]
    assert quoted(TOLD, verdict, OTHER) == [(OTHER, False), (TOLD, True)]


def test_a_view_told_by_what_it_is_against_comes_after_one_said_outright():
    """`The claim that they part was questioned` says less to a reader than what is held instead."""
    about = "The claim that Russia and Iran are no allies was questioned by some officials."
    assert [text for text, _ in quoted(about, OTHER)][:1] == [OTHER]


def test_what_others_say_of_a_third_matter_is_not_quoted_on_the_relation():
    """Only a view on the parties' relation is told as what others say of it."""
    assert quoted("Some experts say that the West is decadent.", OTHER) == [(OTHER, False)]


def test_a_doubt_that_says_plainly_how_the_two_stand_needs_no_name_for_it():
    """Two who face no foe together are no allies; a mood says nothing of that."""
    assert heard("Many say that Russia and Iran will hardly team up against a shared rival.", -1)
    assert not heard("Experts say that Russian visitors praise the relations of Iran's poets.", 1)


def test_a_view_that_names_what_is_asked_about_is_told_first():
    """Of two views on one side the one that names an alliance comes first."""
    closer = "Some experts say that relations of Russia and Iran are growing ever closer."
    assert [text for text, _ in quoted(closer, OTHER)] == [OTHER, closer]


@pytest.mark.parametrize(
    "text",
    [
        "The cabinet thinks that Russia and Iran should form a full alliance.",
        "The ministers announced the negotiation of an alliance between Russia and Iran.",
    ],
)
def test_who_says_that_two_should_ally_sees_no_alliance(text):
    """What ought to be, or is being negotiated, is not there for who says so."""
    assert not heard(text, 2)
    assert heard("The cabinet thinks that Russia and Iran have formed a full alliance.", 2)


def test_what_ought_to_come_is_not_told_as_a_view_that_it_is_there():
    """A pact that is being negotiated is no view of others on the tie; one that is there is."""
    said = "Some experts {} a full alliance of Russia and Iran."
    for verb, told in (("speak of talks on", False), ("see", True)):
        found = library(f"A note.\n{said.format(verb)}")
        assert bool(reported(found, Proofs(question()))) is told
