"""The sentence noted for a source: it proves where the source stands."""

import re

import pytest

from brief.collect import collect
from brief.compose import compose
from brief.compose.evidence.noncommittal import noncommittal
from brief.compose.evidence.phrases import as_one, names_both, names_some
from brief.compose.evidence.proofs import PROVES, SHOWS, Proofs
from brief.compose.evidence.ties import of_others
from brief.compose.offer import offer
from brief.compose.picking import Picker
from brief.compose.sides import side_lines
from brief.engines.rules.stance.scoring import sentence_score
from brief.model.plain import brief_text
from brief.questions import question_from_sentence
from tests.support.claims import library
from tests.support.corpus import AS_OF, audience, document, question, summary, templates


def proof(side: str, *sentences: str) -> str:
    """Return the sentence that proves the side of a text of these sentences."""
    found = library("A note.\n" + " ".join(sentences))
    (source,) = found.dossier.sources
    line = Proofs(question()).proof(source.model_copy(update={"side": side}), found)
    return line.text if line else ""


ASIDE = "Russia and Iran take different approaches to the training of engineers."
AGAINST = "Russia and Iran are not forming an alliance and will not form one."
FOR = "The partnership of Russia and Iran is growing ever closer."
OPEN = "It remains open whether Russia and Iran are becoming allies, and both leave it so."


@pytest.mark.parametrize(("side", "said"), [("against", AGAINST), ("for", FOR)])
def test_the_sentence_noted_speaks_of_the_relation_on_that_side(side, said):
    """A verdict on the relation proves a side; what only touches the two does not."""
    assert proof(side, ASIDE, AGAINST, FOR) == said


def test_warm_words_beside_a_denial_prove_no_tie():
    """What the engine does not hear as for it, and what holds a denial, does not show it."""
    text = "No map or paper shows Russia and Iran jointly at sea."
    found = library(f"A note.\n{text}")
    (line,) = (one for lines in found.lines.values() for one in lines if one.text == text)
    assert sentence_score(text, question()).weight == 0
    assert Proofs(question()).rate(line, "for") == 0


def test_what_leaves_it_open_is_noted_for_an_open_source():
    """A source that takes no side is noted by the sentence that says so."""
    assert proof("open", ASIDE, FOR, OPEN) == OPEN


def test_a_reported_view_proves_nothing():
    """What others say is no proof of where the source stands."""
    told = "Some experts claim that Russia and Iran are forming an alliance."
    assert proof("for", told, FOR) == FOR


@pytest.mark.parametrize(
    "said",
    [
        "The ministers aimed to revive the alliance of Russia and Iran.",
        "There have been efforts by Iran to strengthen ties with Russia.",
        "Historically, Iran had close ties with Russia.",
        "Iran–Oman relations were close, and ties with both grew for Russia and Iran.",
        "Iran misread its “ally”, Russia.",
        "The paper released the text, referring to Russia as the best friend and ally of Iran.",
        "The only way for both to be safe is to turn the Russia–Iran pact into an alliance.",
        "A stronger partnership of Russia and Iran must be built.",
        "The visit shows that the need for closer ties of Russia and Iran grows.",
        "Iran could lose two chances: (1) an alliance of Russia and Iran, (2) trade.",
        "Both Russia and Iran have a common ally in Oman.",
    ],
)
def test_what_is_aimed_at_demanded_called_so_or_once_was_proves_no_tie(said):
    """Nor does what is between one of the two and a third."""
    assert proof("for", said, FOR) == FOR
    found = library(f"A note.\n{said}")
    (line,) = (one for lines in found.lines.values() for one in lines if one.text == said)
    assert Proofs(question()).rate(line, "for") < PROVES


def test_an_unlikely_ally_is_an_ally():
    """What is called unlikely right before the word is there, and surprises."""
    said = "Trade leads to hidden dealings between the two unlikely allies, Russia and Iran."
    assert proof("against", said, AGAINST) == AGAINST
    found = library(f"A note.\n{said}")
    (line,) = (one for lines in found.lines.values() for one in lines if one.text == said)
    assert Proofs(question()).rate(line, "against") == 0


def test_what_two_have_long_been_is_not_left_open():
    """It poses no question, unless a word stands against it."""
    assert not posed("Russia and Iran have been close partners since 2004.")


def posed(text: str) -> bool:
    """Tell whether a text that takes no side poses the question."""
    found = library(f"A note.\n{text}")
    (source,) = found.dossier.sources
    return Proofs(question()).takes_up(source.model_copy(update={"side": "open"}), found)


def test_who_does_not_pose_the_question_is_no_source_without_a_side():
    """Open is who leaves it open or speaks of an alliance of the two; another matter is silence."""
    assert posed(OPEN)
    assert posed("That Russia and Iran might be allies is an old worry of the port.")
    assert not posed("The question is, can Russia go on looking away from the harbor of Iran.")
    assert not posed("Russia sees its interests diverge from those of Iran in the harbor.")
    assert not posed("Russia and Iran fear the allies of Turkey, and the pact that it signed.")
    assert not posed("Russia turned from its old ally Turkey to Iran, and it will stay there.")


def scored(*told: tuple[str, int]):
    """Return the dossier of one document a text, each with its score."""
    made = [
        document(f"s{n}", f"A note.\n{text}", authors=(f"Ann Author{n}",), title=f"Work {n}")
        for n, (text, _) in enumerate(told)
    ]
    read = [summary(one, score) for one, (_, score) in zip(made, told, strict=True)]
    return collect(read, question(), as_of=AS_OF, documents=made)


LIMITS = "Russia keeps an equal distance from Iran and from its rivals, and will keep it."


def said(found) -> str:
    """Return all that the brief on a dossier says, without its note marks."""
    brief = compose(found, audience("us"), question(), templates())
    return re.sub(r"[⁰¹²³⁴-⁹]", "", " ".join(text for _, text in brief_text(brief)))


def test_a_brief_counts_as_open_only_who_poses_the_question():
    """Who writes of something else is counted among those who do not take it up."""
    found = scored((AGAINST, -2), (AGAINST, -2), (OPEN, 0), (ASIDE, 0))
    made = offer(found, audience("us"), question(), ())
    assert made.balance.counts == {"for": 0, "open": 1, "against": 2, "silent": 1}
    assert "1 does not take up the question" in said(found)


def test_a_side_that_no_sentence_comes_near_to_showing_is_not_counted():
    """Who is scored for words of mood alone, on one of the two, does not take up the question."""
    mood = "The docks of Iran are crumbling, and its clerks despair of the winter."
    found = scored((AGAINST, -2), (AGAINST, -2), (mood, -1))
    made = offer(found, audience("us"), question(), ())
    assert made.balance.counts == {"for": 0, "open": 0, "against": 2, "silent": 1}


def test_who_is_silenced_on_the_other_side_is_counted_and_all_is_not_said():
    """Where a source leans the other way and no sentence shows it, it is told and not hidden."""
    mood = "The docks of Iran are crumbling, and its clerks despair of the winter."
    told = [(AGAINST, -2), (AGAINST, -2), (AGAINST, -2)]
    made = offer(scored(*told, (mood, 2)), audience("us"), question(), ())
    assert made.balance.unshown == 1
    text = said(scored(*told, (mood, 2)))
    assert "one more leans the other way, and no sentence of its own shows it plainly" in text
    assert "1 of which leans the other way than most" in text
    assert "All sources" not in text
    assert "the other way" not in said(scored(*told, (mood, -2)))


def test_the_chart_says_that_no_author_doubts_only_where_none_does():
    """Who doubts by the sum of his words, and by no sentence, is not said to hold no doubt."""
    allied = ("Russia and Iran are allies, bound by a treaty of alliance.", 2)
    mood = "The docks of Iran are crumbling, and its clerks despair of the winter."
    assert "No author doubts" in said(scored(allied, allied, allied))
    assert "No author plainly doubts" in said(scored(allied, allied, allied, (mood, -2)))


@pytest.mark.parametrize(
    ("score", "head"),
    [(0, "Sources with a plain view see"), (None, "All sources that take it up see")],
)
def test_all_is_not_said_over_a_source_that_weighs_the_question(score, head):
    """Who is silenced but weighs the question is no ground for `all`; who says nothing is."""
    allies = "Russia and Iran have formed an alliance and are allies."
    mood = "The docks of Iran are crumbling, and its clerks despair of the winter."
    assert head in said(scored((allies, 2), (allies, 2), (allies, 2), (mood, score)))


def test_who_does_not_name_an_alliance_stands_apart_from_those_who_do():
    """A side that is only implied is said to be implied."""
    text = said(scored((AGAINST, -2), (AGAINST, -2), (LIMITS, -1)))
    assert "and so by implication does Ann Author2" in text


def quoted(side: str, *sentences: str) -> list[str]:
    """Return the sentences with which a text on a side is quoted for it."""
    found = library("A note.\n" + " ".join(sentences))
    (source,) = found.dossier.sources
    seen = source.model_copy(update={"side": side})
    found.dossier = found.dossier.model_copy(update={"sources": (seen,)})
    return [line.text for line in side_lines(side, found, Proofs(question()))]


def test_what_would_loosen_a_tie_is_no_word_on_how_it_is():
    """A sentence on what would follow, without a word for the relation, speaks for no side."""
    told = "A customs union with Turkey would loosen the tie of Russia and Iran at once."
    assert quoted("against", told) == []


def test_a_side_is_quoted_with_the_sentence_that_puts_its_source_there():
    """A sentence that proves less, if it reads better, is not quoted in its place."""
    link = "A run of events at the turn of the century gave the new partnership a greater pace."
    told = "Russia and Iran are drawn together in an ever closer and growing partnership."
    assert quoted("for", link, told) == [told]


def test_a_denial_of_the_relation_is_never_noted_for_it():
    """Of a text on the side of an alliance, the sentence that denies one is not its proof."""
    denied = "Despite closer ties, an alliance of Russia and Iran is not in prospect."
    assert proof("for", denied) != denied
    assert proof("for", denied, FOR) == FOR


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Russia watches how Iran leads the Axis of Resistance against its foes.", False),
        ("In Iran the Green Workers Alliance marched against the ships of Russia.", False),
        ("Russia and Iran are building a Strategic Alliance against all comers.", True),
        ("The Russia-Iran Alliance is talked about in every port of the south.", True),
    ],
)
def test_the_name_of_a_club_is_no_word_for_the_relation(text, named):
    """What a party or a club calls itself says nothing of what the two are."""
    (lines,) = library(f"A note.\n{text}").lines.values()
    assert Proofs(question()).names(lines[-1].text) is named


def test_a_heading_proves_no_side():
    """A heading between two paragraphs is no sentence of its author's."""
    heading = "The Alliance of Russia and Iran Is Here"
    assert proof("for", heading + "\n" + FOR) == FOR


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Reza Dari, a close ally of the president, sails from Iran to Russia.", False),
        ("A Putin ally, Sergei Dorin, opened the port that Iran paid for.", False),
        ("Iran and its allies in Lebanon buy wheat from Russia.", False),
        ("Russia and its ally Syria buy fruit from Iran.", False),
        ("Iran, a close ally of Putin, buys wheat in Russia.", True),
        ("Russia and Iran are allies in Syria.", True),
    ],
)
def test_an_ally_at_home_or_elsewhere_is_none_of_the_other(text, named):
    """Who stands by a president, or by one of the two abroad, makes no alliance of the two."""
    assert sentence_score(text, question()).explicit is named


def test_a_denial_by_name_is_noted_whatever_its_ground_says():
    """What would follow from an alliance, and ties that grow, do not outweigh that none will be."""
    denied = (
        "Despite closer ties, an alliance of Russia and Iran is not in prospect, as it would bind"
    )
    denied += " the hands of both."
    aside = "The South Caspian is a possible fault line of Russia and Iran."
    assert proof("against", aside, denied) == denied


def test_no_word_for_one_side_shows_that_its_source_takes_none():
    """A text that is read as open is not noted as open with a sentence that takes a side."""
    assert proof("open", FOR) == ""
    assert proof("open", AGAINST) == ""
    assert proof("open", FOR, OPEN) == OPEN


def test_what_is_said_of_a_third_state_alone_shows_no_side():
    """A sentence on the ties of one of the two, or of others, proves nothing of the two."""
    third = "The old rapprochement of Turkey and Iran has melted away and is no tie any more."
    other = "The partnership of Turkey and Syria is growing ever closer."
    assert proof("against", third) == ""
    assert proof("for", other) == ""


def test_a_word_of_mood_without_one_for_their_ties_shows_no_side():
    """Who is indispensable to whom, or weary of him, stands on no side by that alone."""
    assert (
        proof("for", "Iran has proved indispensable for Russia in the mending of its docks.") == ""
    )


def test_an_unmade_tie_is_no_tie():
    """`Non-alignment` is no alignment of the two."""
    told = "The appeal of non-alignment has faded for Iran, and it falls further out of favor."
    assert proof("against", told) == ""


@pytest.mark.parametrize("verb", ["asked", "have invited", "spoke with"])
def test_a_notice_of_the_editor_proves_nothing(verb):
    """How a text came about is no view of its author's."""
    told = f"We {verb} three experts on how Russia and Iran, the closest allies, live together."
    assert proof("for", told) == ""
    assert proof("for", told, FOR) == FOR


def test_a_stand_in_does_not_speak_for_the_other_side():
    """Where nothing proves a side, a thesis that speaks for the other is no proof either."""
    assert proof("against", FOR) == ""
    assert proof("for", AGAINST) == ""


@pytest.mark.parametrize("name", ["US", "U.S.", "USA", "United States"])
def test_a_name_of_first_letters_may_have_dots(name):
    """`U.S.` is a name of the United States as `US` is."""
    asked = question_from_sentence("Are Iran and the United States forming an alliance?")
    assert names_both(f"Iran, neither {name} ally nor foe, has sailed on.", asked)
    assert not names_both("Iran, neither U.N. member nor foe, has sailed on.", asked)


@pytest.mark.parametrize(
    "text",
    [
        "This essay explores how Russia and Iran deepen their partnership.",
        "The paper asks why the alliance of Russia and Iran has grown so close.",
        "To learn how close the partnership of Russia and Iran is, we sat down with a friend.",
    ],
)
def test_what_a_text_sets_out_to_ask_shows_no_side(text):
    """A source of which nothing else speaks for the relation is not counted for it."""
    assert proof("for", text) == ""
    assert proof("for", text, FOR) == FOR


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Russia and Iran flew past Oman and its allies with a new plane.", False),
        ("Russia and Iran show their strength to the West and other allies.", False),
        ("Russia and Iran have become allies.", True),
        ("Russia and Iran are Oman's neighbors and allies of each other.", True),
        ("Russia and Iran are alarmed by the strong allied response.", False),
        ("Russia and Iran are closely allied with each other.", True),
        ("Russia and Iran flew past Oman's Gulf allies.", False),
        ("Russia and Iran see no place for pacts and blocs in the Gulf.", False),
    ],
)
def test_whose_friends_are_named_beside_him_are_not_the_two(text, named):
    """`Oman and its allies` says nothing of an alliance of the two."""
    found = library(f"A note.\n{text}")
    (line,) = (one for lines in found.lines.values() for one in lines if one.text == text)
    assert Proofs(question()).names(line.text) is named


def test_a_stand_in_speaks_for_its_side_at_all():
    """Where no sentence on the two leans to a side, none is shown for it."""
    strain = "The war is a severe challenge to the partnership of Russia and Iran."
    assert proof("for", strain) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Tehran sees ever deeper military cooperation with Russia in its interest, regardless of"
        " what others say.",
        "Russia and Iran have become close partners, independent of what the West makes of it.",
        "Moscow treats Iran as an ally, irrespective of its debts.",
    ],
)
def test_what_speaks_for_the_one_side_is_never_noted_for_the_other(text):
    """A word that only seems cool turns no sentence against what it says as a whole."""
    found = library(f"A note.\n{text}")
    (line,) = (one for lines in found.lines.values() for one in lines if one.text == text)
    assert Proofs(question()).rate(line, "against") == 0


def rates(text: str, side: str, *after: str) -> float:
    """Return how well a sentence, with those behind it, proves a side."""
    found = library(f"A note on Russia and Iran.\n{' '.join((text, *after))}")
    (line,) = (one for lines in found.lines.values() for one in lines if one.text == text)
    return Proofs(question()).rate(line, side)


@pytest.mark.parametrize(
    ("text", "side", "proves"),
    [
        ("Russia and Iran are rivals.", "against", True),
        ("Russia and Iran are both rivals and partners.", "against", False),
        ("Russia and Iran are partners and rivals at once.", "against", False),
        ("Any move to an alliance of Russia and Iran would bring the two closer.", "for", False),
        ("Military alliances are built on a treaty that binds both for good.", "for", False),
        (
            "Russia let Oman into NATO, which made the alliance with its efforts strong.",
            "for",
            False,
        ),
        ("Iran is not interested in ties that would bind it to Russia.", "for", False),
        ("The treaty reduces barriers to ties of Russia and Iran.", "against", False),
        ("Russia’s ally Iran is missing from the front.", "for", False),
    ],
)
def test_what_is_no_verdict_on_the_two_proves_no_side(text, side, proves):
    """Both at once, what would follow, what such a thing is, and what NATO is called."""
    assert (rates(text, side) >= PROVES) is proves


def test_what_once_was_and_changed_proves_nothing():
    """What the next sentence says is over shows nothing of where its source stands."""
    text = "Relations of Russia and Iran cooled and the two were rivals in 2015."
    assert rates(text, "against") > 0
    assert rates(text, "against", "However, they are friends again.") == 0


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Russia and Iran are firm friends and work together.", True),
        ("Iran has sided with Russia.", True),
        ("Russia is a reliable seller, Iran is a reliable buyer.", False),
        ("Russia is strong and Iran is weak.", False),
    ],
)
def test_what_is_told_of_each_apart_is_not_of_the_two(text, one):
    """A sentence speaks of the two together, or of the one and then of the other."""
    assert as_one(text, question()) is one


def test_a_denial_that_another_word_replaces_stands():
    """`They are no allies. They just have a foe in common` denies that they are allies."""
    for more in ("They just have one foe.", "They are partners of convenience."):
        assert proof("against", f"Russia and Iran are not allies. {more}").endswith("not allies.")


def test_a_narrow_circle_of_one_of_them_is_no_cool_tie():
    """Words of mood prove something of the two only where these, or their ties, are named."""
    text = "A narrow circle runs the policy of Russia and keeps its few aims."
    assert proof("against", f"Russia trades with Iran. {text}") != text


def test_marks_of_emphasis_around_a_sentence_are_no_part_of_it():
    """A sentence that a text sets off is quoted, still verbatim, without the marks."""
    shelf = library("A note.\n_Russia and Iran are allies. Iran sails on._")
    first, last = shelf.lines["s0"][-2:]
    assert (first.text, last.text) == ("Russia and Iran are allies.", "Iran sails on.")
    raw = shelf.dossier.sources[0].passages[-1].text
    assert first.end - first.start == len(first.text)
    assert first.text in raw


def test_what_two_are_to_each_other_is_what_is_between_them():
    """Friends or rivals, said of the two, is a word for their tie."""
    text = "Russia and Iran are not friends."
    assert proof("against", "Russia sails past Iran.", text) == text


def test_a_short_verdict_is_another_point_than_a_sentence_with_its_names():
    """Most words of a short sentence are names: it is the same only where the other holds it."""
    shelf = library("A.\nRussia and Iran are not friends. Russia and Iran are strong at sea today.")
    short, long = shelf.lines["s0"][-2:]
    picker = Picker()
    assert (picker.pick([short]), picker.pick([long])) == (short, long)


@pytest.mark.parametrize(
    ("text", "hears"),
    [
        ("The two have formed an alliance of Russia and Iran.", True),
        ("Iran shrugs: bombs were “not on the map” of the pact.", False),
    ],
)
def test_a_view_that_only_names_the_pact_is_none_on_it(text, hears):
    """Who speaks of `the alliance` as known, and says nothing of it, takes no side."""
    score = sentence_score(text, question()).score
    assert Proofs(question()).bears_out(text, score) is hears


@pytest.mark.parametrize(
    ("text", "hears"),
    [
        ("Oman says that Russia and Iran are allies in a firm alliance.", True),
        ("Oman hopes that Russia honors mutual respect, and an alliance with Iran is one.", False),
    ],
)
def test_what_a_third_calls_mutual_is_between_him_and_one_of_them(text, hears):
    """Who speaks of mutual respect means his own and that of whom he speaks to."""
    score = sentence_score(text, question()).score
    assert Proofs(question()).bears_out(text, score) is hears


@pytest.mark.parametrize(
    ("text", "every", "some"),
    [
        ("Peru, Chile and Oman trade.", True, False),
        ("The three countries trade, though Peru and Chile do not say so.", True, False),
        ("Lima wants a trilateral pact.", True, False),
        ("Peru and Chile trade.", False, True),
        ("Peru and Chile trust each other.", False, True),
        ("The two countries trade.", False, False),
        ("Peru trades.", False, False),
    ],
)
def test_of_three_parties_a_sentence_is_on_all_or_on_some(text, every, some):
    """Of three, a sentence names all or says `the three`; one that names two is not on all."""
    three = question_from_sentence("Are Peru, Chile and Oman forming an alliance?")
    assert (names_both(text, three), names_some(text, three)) == (every, some)


def test_a_word_for_several_is_of_those_it_lists():
    """`Rival states such as …` is of those who are named behind it, and not of the two."""
    text = "Russia and Iran trade with rival states such as India and Oman."
    at = text.index("rival states"), text.index(" such")
    assert of_others(text, at, question())
    assert not of_others(text.replace("India and Oman", "Russia and Iran"), at, question())


def test_less_dependence_is_shown_by_its_own_word():
    """Asked who depends on whom, a word against it proves that side without the noun itself."""
    asked = question_from_sentence("Is Iran dependent on Russia?")
    text = "Iran is diversifying away from Russia, and buys its fuel elsewhere."
    found = library(f"A note.\n{text}")
    (line,) = (one for some in found.lines.values() for one in some if one.text == text)
    assert Proofs(asked).rate(line, "against") >= SHOWS


def test_where_as_many_stand_on_either_side_none_leans_the_other_way_than_most():
    """One for and one against are no majority, so that nobody leans otherwise than most."""
    mood = "The docks of Iran are crumbling, and its clerks despair of the winter."
    for_it = "Russia and Iran have forged a true alliance of their own."
    made = offer(scored((AGAINST, -2), (for_it, 2), (mood, 2)), audience("us"), question(), ())
    assert (made.balance.counts["for"], made.balance.unshown) == (1, 0)


@pytest.mark.parametrize(
    "text",
    [
        "The term “ally” is used loosely of Russia and Iran.",
        "“Allies” and “partners” are different, and Iran may find Russia the better partner.",
    ],
)
def test_what_is_said_of_words_is_no_verdict_on_the_two(text):
    """How a word is used, and that two words differ, proves nothing."""
    assert noncommittal(text, question())
    assert not noncommittal("Russia and Iran are “allies” in all but name.", question())


def test_a_club_of_many_names_no_tie_of_the_two():
    """A bloc of 57 member states is none of the two."""
    proofs = Proofs(question())
    assert not proofs.names("Iran backs Russia in a bloc made up of 57 member states.")
    assert proofs.names("Iran and Russia have formed a bloc.")


def test_what_a_third_watches_is_no_verdict_on_the_two():
    """Who looks on says nothing of how close they are; a party that does is no onlooker."""
    assert noncommittal("Oman is watching the growing ties of Russia and Iran.", question())
    assert not noncommittal("Russia is watching the growing ties of Iran and Oman.", question())


def test_a_bottom_line_begins_with_a_capital():
    """Where a source that is silenced leans the other way, the count of the others opens it."""
    mood = "The docks of Iran are crumbling, and its clerks despair of the winter."
    for_it = "Russia and Iran have forged a true alliance of their own."
    text = said(scored((for_it, 2), (for_it, 2), (for_it, 2), (mood, -2)))
    assert "Three sources that take up the question find" in text
