"""What the stance engine promises, rule by rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.engines.rules.sentences import asks, sentences
from brief.engines.rules.stance import article_stance, sentence_score
from brief.engines.rules.stance.aggregation import Aggregate, Said, claimed, graded
from brief.engines.rules.stance.discourse import Move
from brief.engines.rules.voice import Spoken, voices
from brief.model.question import Question
from brief.model.summary import AUTHOR, Stance, Voice
from brief.questions import question_from_sentence
from tests.support.build import document
from tests.support.pace import yardsticks

QUESTION = question_from_sentence("Are China and Russia forming an alliance?")

TOKENS = ["China", "Russia", "not", "no", "alliance", ",", "but", "if", "-", "never", "ally"]


def judge(raw: str, *spoken: Spoken, title: str = "", question: Question = QUESTION) -> Stance:
    """Return the stance of `raw`, all in the author's voice where nothing else is said."""
    found = sentences(document(raw).articles[0])
    return article_stance(found, spoken or [Spoken(AUTHOR)] * len(found), question, title=title)


def test_what_others_say_does_not_count_for_the_author() -> None:
    """Reported views are kept voice by voice, and stay out of the author's score."""
    raw = "China and Russia are forming an alliance. China and Russia are not allies."
    found = judge(raw, Spoken(Voice("hawks")), Spoken(AUTHOR))
    assert found.score == -2
    assert [(str(one.voice), one.score) for one in found.voices] == [("hawks", 2)]


def test_a_reported_view_that_says_nothing_plain_leans_as_its_words_do() -> None:
    """A reported view of the pair counts by its language; one about others has no side."""
    warm = "Russia and China reaffirmed their commitment to advancing cooperation in every field."
    other = "Russia reaffirmed its commitment to advancing cooperation with Brazil in every field."
    raw = f"China and Russia are allies. {warm} {other}"
    found = judge(raw, Spoken(AUTHOR), Spoken(Voice("ministers")), Spoken(Voice("envoys")))
    assert [(str(one.voice), one.score) for one in found.voices] == [
        ("ministers", 1),
        ("envoys", 0),
    ]


def test_a_voice_is_heard_in_its_disagreement_and_its_name() -> None:
    """Who disagrees stands opposite to the voice before; skeptics and enthusiasts are called so."""
    raw = (
        "China and Russia are forming an alliance. Most of the envoys do not agree. The bridge"
        " between Russia and China took nine years. The song of Russia and China took nine weeks."
    )
    said = (Voice("hawks"), Voice("envoys"), Voice("skeptics"), Voice("enthusiasts"))
    found = judge(raw, *(Spoken(voice) for voice in said))
    assert [(str(one.voice), one.score) for one in found.voices] == [
        ("hawks", 2), ("envoys", -1), ("skeptics", -1), ("enthusiasts", 1),
    ]  # fmt: skip


def test_an_author_who_only_reports_has_no_view() -> None:
    """A text of others' words alone has no stance of its author, whatever its title says."""
    raw = "China and Russia are allies, the envoy said. Their alliance grows ever closer, he added."
    envoy = Spoken(Voice("the envoy"))
    told = judge(raw, envoy, envoy, title="Envoy praises the alliance of China and Russia")
    assert told.score is None
    assert told.quotes == ()
    assert told.voices[0].score == 2


def test_a_report_on_somebody_is_no_interview() -> None:
    """One who is quoted all through, and named each time, does not become the author."""
    raw = (
        "“We trust Russia,” Holm said in China. “We need our alliance with Russia,” Holm said."
        " “I think China and Russia are allies,” Holm said."
    )
    found = judge(raw, *(Spoken(Voice("Holm")) for _ in range(3)))
    assert {str(one.voice) for one in found.voices} == {"Holm"}


def test_what_the_author_only_grants_counts_little() -> None:
    """A conceded sentence does not outweigh what the author goes on to say."""
    raw = "China and Russia are forming an alliance. China and Russia distrust each other."
    assert judge(raw, Spoken(AUTHOR, concession=True), Spoken(AUTHOR)).score in (-1, 0)
    assert judge(raw, Spoken(AUTHOR), Spoken(AUTHOR)).score in (1, 2)


def test_an_endorsed_view_counts_for_the_author() -> None:
    """A reported view that the author adopts counts, though less than the author's own words."""
    raw = "China and Russia are forming an alliance."
    assert judge(raw, Spoken(Voice("x"), endorsed=True)).score == 2
    assert judge(raw, Spoken(Voice("x"))).score is None


def test_a_text_that_says_nothing_is_not_addressed() -> None:
    """Both names everywhere give no stance while nothing is said of their relation."""
    found = judge("China grows rice. Russia grows wheat. Both China and Russia export it.")
    assert found.score is None
    assert found.label == "not addressed"
    assert found.quotes == ()


def test_a_text_on_another_pair_is_not_addressed() -> None:
    """A text that never names one of the parties says nothing of them, whatever it says."""
    found = judge("Russia and Iran are allies. They trust each other. The alliance will last.")
    assert (found.score, found.voices) == (None, ())


@pytest.mark.parametrize("pair", ["Turkey and Azerbaijan", "Russia and Iran", "India and Japan"])
def test_a_text_on_two_others_says_nothing_of_the_pair_asked_about(pair: str) -> None:
    """`The two` and `the alliance` are those the text names, whoever is asked about."""
    raw = (
        "China and Russia drill together every year. Chinese firms build what Russian firms no"
        " longer can. They are allies in all but name. The alliance will endure."
    )
    assert (
        judge(raw, question=question_from_sentence(f"Are {pair} forming an alliance?")).score
        is None
    )
    assert judge(raw).score is not None


def test_what_somebody_is_without_denies_no_alliance() -> None:
    """`… which he lacks` in a clause set apart is said of what that clause is on."""
    ally = "China has become a close ally to Russia"
    assert (
        sentence_score(f"{ally}, sending the spare parts that its airlines lack.", QUESTION).score
        > 1
    )
    bare = "The alliance of China and Russia, announced with much noise, lacks substance."
    assert sentence_score(bare, QUESTION).score < 0
    missed = "An alliance of China and Russia is something that the steppe lacks."
    assert sentence_score(missed, QUESTION).score < 0


def test_what_cannot_be_excluded_is_not_ruled_out() -> None:
    """Who grants that the step may come thinks it unlikely; of rain he may grant what he likes."""
    denied = (
        "China and Russia will not form an alliance. An alliance between China and Russia is "
        "impossible. China and Russia are not allies and never will be."
    )
    assert judge(denied).score == -2
    assert judge(f"{denied} Such a step cannot be excluded entirely.").score == -1
    assert judge(f"{denied} They trade in wheat. Rain cannot be excluded this week.").score == -2


def test_no_text_is_not_addressed() -> None:
    """An article without sentences has no stance."""
    assert article_stance([], [], QUESTION).score is None


def test_the_label_is_the_questions_own() -> None:
    """The words for a score come from the question."""
    named = QUESTION.model_copy(update={"labels": QUESTION.labels | {"-2": "no chance"}})
    assert judge("China and Russia are not allies.", question=named).label == "no chance"


def test_the_deciding_sentences_are_the_authors_and_verbatim() -> None:
    """Quotes are one to three of the author's sentences, in order, with exact offsets."""
    raw = (
        "China and Russia are not allies. Hawks call China and Russia allies. "
        "Moscow and Beijing will never form an alliance. The sun shines."
    )
    found = judge(raw, Spoken(AUTHOR), Spoken(Voice("hawks")), Spoken(AUTHOR), Spoken(AUTHOR))
    assert [quote.text for quote in found.quotes] == [
        "China and Russia are not allies.",
        "Moscow and Beijing will never form an alliance.",
    ]
    assert all(raw[quote.start : quote.end] == quote.text for quote in found.quotes)


def test_confidence_follows_how_much_is_said() -> None:
    """One plain sentence gives moderate confidence at most, several that agree high."""
    one = "China and Russia are not allies."
    assert judge(one).confidence != "high"
    assert judge(f"{one} {one} {one}").confidence == "high"


def test_a_denial_said_twice_is_plain_in_a_long_text() -> None:
    """Two outright denials are plain however much else a text says; one among much else leans."""
    said = "China and Russia trade oil with each other under a growing friendship. " * 9
    deny = "China and Russia have no intention to form an alliance. "
    assert judge(said + deny * 3 + said).score == -2
    assert judge(said + deny + said).score in (-1, 0, 1)


def test_the_two_may_be_a_party_and_somebody_else() -> None:
    """After a sentence on a party and another state, `the two` are these, and lean nowhere."""
    told = "The two bicker over fish, despite the rhetoric. The two bicker over wood."
    assert judge(f"China and Russia meet. {told}").score == -1
    assert judge(f"China and Russia meet. Japan courts Russia. {told}").score in (0, None)


def test_a_title_on_one_party_is_on_the_two_where_its_text_is() -> None:
    """`Time for an alliance with India` speaks of the two whom its text is about."""
    raw = "China and Russia sell each other gas. China and Russia also trade fish."
    assert judge(raw, title="It Is Time to Form an Alliance With Russia").score in (1, 2)
    assert judge(raw, title="It Is Time to Form an Alliance With Brazil").score in (None, 0)


def test_what_the_question_is_only_asks() -> None:
    """A sentence that says what the question is takes no side, and carries no claim."""
    raw = "But the question is why China, a trusted ally of Russia, fell silent."
    assert judge(raw).score in (None, 0)
    assert asks(raw)
    assert not asks("The question is closed: China is an ally of Russia.")


def test_a_title_that_asks_says_nothing() -> None:
    """A question in the title is no position, a statement is one."""
    assert judge("Rain fell.", title="A Sino-Russian Alliance?").score is None
    assert judge("Rain fell.", title="China and Russia Are Not Allies").score == -2


def test_a_short_answer_answers_the_question_before() -> None:
    """`No.` after the question itself is a plain denial."""
    assert judge("Are China and Russia allies? No. They trade.").score == -2
    assert judge("Are China and Russia allies? Yes. They trade.").score == 2
    assert judge("Are China and Russia allies? The short answer is no. They trade.").score == -2
    assert judge("Are China and Russia allies? The answer is yes. They trade.").score == 2


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Are Germany and France forming an alliance?", "Berlin and Paris are not allies."),
        ("Is Germany a reliable ally of France?", "The Franco-German alliance is a myth."),
        ("Are Japan and South Korea allies?", "Tokyo and Seoul are not allies."),
        ("Are Russia and Iran forming an alliance?", "Russo-Iranian mistrust runs deep."),
    ],
)
def test_any_pair_by_any_name(question: str, text: str) -> None:
    """The parties may be any two states, named by capitals, adjectives and combining forms."""
    assert sentence_score(text, question_from_sentence(question)).score < 0


def test_order_of_the_parties_does_not_matter() -> None:
    """Sino-Russian, Russo-Sino and Russia-China name the same pair."""
    scores = {
        sentence_score(f"The {pair} alliance is a myth.", QUESTION).score
        for pair in ("Sino-Russian", "Russo-Sino", "Russia-China", "Moscow–Beijing")
    }
    assert scores == {-2.0}


THREE = question_from_sentence("Are Peru, Chile and Oman forming an alliance?")


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Peru, Chile and Oman have formed an alliance.", 2),
        ("The three states have formed an alliance with each other.", 2),
        ("Peru and Chile have formed an alliance.", 0),
        ("Oman watches the Peru-Chile alliance grow.", 0),
        ("Peru and Chile are not allies.", -2),
        ("Oman will not join an alliance with Chile.", -2),
    ],
)
def test_an_alliance_of_two_is_none_of_three(text: str, score: int) -> None:
    """What holds of two of three parties does not hold of all; what is denied of two is of all."""
    found = judge(f"Peru, Chile and Oman met in Lima. {text}", question=THREE)
    assert (found.score or 0) * score >= abs(score)
    assert bool(found.score) == bool(score)


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("Trade with China helps Russia to compete against India.", True),
        ("Russia stays out of the rivalry with China.", False),
    ],
)
def test_who_contends_with_a_third_is_no_rival_of_the_other(text: str, silent: bool) -> None:
    """That one of the two competes with somebody else says nothing against their tie."""
    score = sentence_score(text, question_from_sentence("Are China and Russia allies?")).score
    assert (score >= 0) is silent


def test_hostile_questions_run_the_other_way() -> None:
    """What is close for an alliance is far from a rivalry."""
    rivals = question_from_sentence("Are China and Russia rivals?")
    assert sentence_score("China and Russia are rivals.", rivals).score > 0
    assert sentence_score("China and Russia are allies.", rivals).score < 0


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """No text makes the engine fail, and every score is on the scale."""
    score = sentence_score(text, QUESTION)
    assert -2 <= score.score <= 2
    assert score.weight >= 0


@given(st.lists(st.sampled_from(TOKENS)))
def test_any_words_in_any_order_are_read(tokens: list[str]) -> None:
    """Operators and names in any order give the same score twice."""
    text = " ".join(tokens)
    first = sentence_score(text, QUESTION)
    assert first == sentence_score(text, QUESTION)
    assert -2 <= first.score <= 2


@pytest.mark.parametrize(
    "text",
    [
        "It took China and Russia more than a decade to forge their alliance.",
        "It took more than a dozen summits to make China and Russia allies.",
    ],
)
def test_what_it_took_was_reached(text: str) -> None:
    """What took more than something came about; what takes more than that has yet to."""
    assert sentence_score(text, QUESTION).score > 0
    assert sentence_score(text.replace("took", "takes"), QUESTION).score < 0


def test_no_sentence_is_read_without_end() -> None:
    """Of a sentence of thousands of words, the first 400 decide."""
    text = "China and Russia are not allies " * 2000
    first = sentence_score(" ".join(text.split()[:400]), QUESTION)
    assert sentence_score(text, QUESTION) == first


def test_a_long_document_is_fast() -> None:
    """The stance of about 5,000 words takes about 10 yardsticks, a tenth of a second."""
    paragraph = (
        "China and Russia have deepened their partnership, but mistrust limits it. "
        "Trade grew by nine percent. The two countries will not form an alliance. "
        "Officials in Moscow met their Chinese colleagues, and the talks lasted two days. "
    )
    raw = paragraph * 110
    judge(raw)
    found = sentences(document(raw).articles[0])
    spoken = [Spoken(AUTHOR)] * len(found)
    assert yardsticks(lambda: article_stance(found, spoken, QUESTION), limit=35) <= 35


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Ally itself with China, Russia will not.", -1),
        ("If Russia were China's ally, it would share its wars.", -1),
        ("If this is not an alliance of China and Russia, then the word is empty.", 1),
        ("Whoever still doubts that China and Russia are allies is blind.", 1),
        ("Never before have China and Russia been so close to an alliance.", 1),
        ("China and Russia stand on the verge of an alliance.", 1),
        ("The bond between China and Russia is less an alliance than a bargain.", -1),
        ("It is not true that China and Russia are allies, and in truth allies they are not.", -1),
        ("China and Russia pretend to be allies.", -1),
        ("Were Russia really China's ally, Beijing would have armed it.", -1),
        ("China has only one ally, North Korea, and buys oil from Russia.", 0),
        ("The quarrel has put paid to the alliance of China and Russia.", -1),
        ("It takes more than a common enemy to make China and Russia allies.", -1),
    ],
)
def test_claims_turned_round_by_their_sentence(text: str, side: int) -> None:
    """Inversion, unreal conditions, dismissed doubt and comparison decide which side is meant."""
    score = sentence_score(text, QUESTION).score
    assert (score > 0.15) - (score < -0.15) == side


def test_an_answer_outweighs_what_it_answers() -> None:
    """What a sentence with `But` answers counts little, and rather for the other side."""
    raw = (
        "China and Russia are growing closer. "
        "But China and Russia distrust each other. The talks go on in May."
    )
    assert (judge(raw).score or 0) < 0


def test_what_takes_the_place_of_a_denied_thing_does_not_answer_the_denial() -> None:
    """`Instead, …` goes on from a denial, where `But …` would answer it."""
    raw = (
        "The treaty of China and Russia is no alliance. "
        "Instead, it records close ties that had long been there. The talks go on in May."
    )
    assert (judge(raw).score or 0) < 0
    assert (judge(raw.replace("Instead", "But")).score or 0) > 0


@pytest.mark.parametrize(
    ("mean", "shares", "stance"), [(-0.3, (-3.0,), 0), (-0.3, (-1.0,) * 3, -1), (0.3, (3.0,), 1)]
)
def test_a_mild_stance_against_needs_several_sentences(
    mean: float, shares: tuple[float, ...], stance: int
) -> None:
    """What only one sentence holds against a tie, mildly, is no stance; for a tie it is."""
    found = Aggregate(
        pull=sum(shares), total=8.0, mean=mean, paired=1.0, explicit=2.0, shares=shares
    )
    assert graded(found) == stance


def test_a_rejected_view_counts_for_its_rejection() -> None:
    """What a short sentence calls wrong speaks for the opposite."""
    raw = "China and Russia will soon be allies. That is an illusion."
    assert (judge(raw).score or 0) <= 0


def test_a_balanced_text_takes_no_side() -> None:
    """A sentence that leaves the matter open keeps the text from either side."""
    raw = (
        "China and Russia have grown closer. Whether China and Russia will be allies "
        "remains open. Nobody can say where China and Russia will stand in ten years."
    )
    assert judge(raw).score in (0, None)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Russia and China are more likely to drift apart than to form an alliance.", -1),
        ("Deep distrust keeps Beijing and Moscow from forming an alliance.", -1),
        ("Mutual suspicion has given way to trust between Beijing and Moscow.", 1),
        ("The quarrels of Moscow and Beijing do not prevent them from acting as one.", 1),
        ("It would be very unlikely to alter Russia's strong ties to China.", 0),
        ("Washington should not expect a split between China and Russia.", 1),
        ("Despite frictions in Central Asia, China and Russia keep growing closer.", 1),
        ("She neither predicts nor rules out an alliance of China and Russia.", 0),
    ],
)
def test_what_turns_a_word_round_reaches_it_once(text: str, side: int) -> None:
    """Friction overcome, partings not to be had and `more likely than` say their opposite."""
    score = sentence_score(text, QUESTION).score
    assert (score > 0.5) - (score < -0.5) == side


def test_what_is_not_coming_may_be_here() -> None:
    """`It is here.` after a denial that it is coming says that it exists."""
    denied = "An alliance of China and Russia is not coming."
    assert (judge(f"{denied} It is here.").score or 0) > 0
    assert (judge(f"{denied} It is cold.").score or 0) < 0


def test_a_question_that_is_passed_on_leaves_the_matter_open() -> None:
    """`He asks whether …` leans to no side, however its words sound."""
    raw = (
        "China and Russia trade. Yet distrust endangers what the two plan, and the author asks "
        "whether Beijing can look away if Moscow grows more aggressive."
    )
    assert judge(raw).score == 0


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("The raid was a botched attempt to sabotage the alliance of China and Russia.", 1, 2),
        ("The alliance of China and Russia, historical rivals, is the event of the age.", 1, 2),
        ("There are still too many obstacles for China and Russia to be allies.", -2, -1),
        ("China and Russia have too many quarrels to form an alliance.", -2, -1),
        ("Many quarrels are left for there to be an alliance between China and Russia.", -2, -1),
        ("China and Russia will struggle to become allies.", -2, -1),
        ("The minister proposed creating an alliance of China and Russia.", 0.1, 1),
        ("The proposal for an alliance of China and Russia pleased the envoy.", 0.1, 1),
    ],
)
def test_what_failed_is_wanting_or_only_proposed(text: str, least: float, most: float) -> None:
    """Harm that failed counts for, too many quarrels against, and a proposal at most 1."""
    assert least <= sentence_score(text, QUESTION).score <= most


def test_an_author_denies_what_his_aside_says_that_others_claim() -> None:
    """Of `too many quarrels for there to be, as some say, an alliance` the denial is his own."""
    raw = (
        "There are too many quarrels for there to be, as some writers say, an alliance of the two."
    )
    found = sentences(document(raw).articles[0])
    assert [one.voice for one in voices(found, ())] == [AUTHOR]


def test_a_speaker_behind_such_an_aside_is_given_the_whole_sentence() -> None:
    """What the minister is given ends where his tag begins, with the aside in it or without."""
    said = "There are too many quarrels for there to be, as some writers say, an alliance of them"
    raw = f"{said}, the minister argued."
    (one,) = voices(sentences(document(raw).articles[0]), ())
    assert (one.voice, one.content) == (Voice("the minister"), (0, len(said)))


def test_what_little_indicates_brings_nobody_near() -> None:
    """Words of lasting ties count against them behind `little indicates that …`."""
    opening = "The talks of China and Russia went on in May. "
    doubted = judge(
        f"{opening}In practice, little indicates that the two will build lasting bonds."
    )
    assert (doubted.score or 0) < 0


@pytest.mark.parametrize(
    ("mean", "shares", "paired", "side"),
    [
        (-0.29, (-4.0, 1.0), True, -1),
        (0.2, (2.0, -0.2), True, 1),
        (0.2, (-4.0, 1.0), True, 0),  # the text leans the other way
        (-0.05, (-4.0, 1.0), True, 0),  # or to none
        (-0.29, (-1.0, 0.5), True, 0),  # the claim says too little
        (-0.29, (-4.0, 1.0), False, 0),  # or nothing of the two
    ],
)
def test_a_text_takes_the_side_of_its_central_claim(
    mean: float, shares: tuple[float, ...], paired: bool, side: int
) -> None:
    """What the thesis says plainly of the two decides where the rest leans to it and no further."""
    said = [
        Said(0.0, 0.0, {}, Move(False, False, False), claim=rank, paired=paired) for rank in (1, 2)
    ]
    found = Aggregate(pull=0.0, total=8.0, mean=mean, paired=0.7, explicit=2.0, shares=shares)
    assert claimed(found, said) == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Canberra has to prevent a further rapprochement of China and Russia.", 1),
        ("There is no further rapprochement between China and Russia.", -1),
        ("Old quarrels prevent an alliance of China and Russia.", -1),
        ("The visit of May revives the suspended mutual defence treaty of China and Russia.", 1),
        ("China has since suspended its mutual defence treaty with Russia.", -1),
        ("The Cold War-era ties between China and Russia are written of in every port.", 0),
    ],
)
def test_what_is_under_way_or_made_whole_is_not_denied(text: str, side: int) -> None:
    """To stop what goes on, or to revive what was stopped, denies nothing."""
    score = sentence_score(text, QUESTION).score
    assert (score > 0.15) - (score < -0.15) == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Aware that strained Peru-Russia relations help Oman, China builds on its place.", 0),
        ("Strained China-Russia relations help Oman in every port.", -1),
        ("Peru is less fond of China than is Russia, which it sees as a friend and a rival.", 0),
        ("China is less fond of Peru than of Russia, which it sees as a rival.", -1),
    ],
)
def test_the_tie_or_the_view_of_a_third_says_nothing_of_the_two(text: str, side: int) -> None:
    """What is strained between one of them and another, or what another thinks, is not theirs."""
    found = sentence_score(text, QUESTION)
    score = found.score if found.weight > 0.1 else 0.0
    assert (score > 0.15) - (score < -0.15) == side


@pytest.mark.parametrize(
    ("view", "answer", "side"),
    [
        ("Many observers in Delhi hold that China and Russia are allies.", "But {}.", -1),
        ("Polish columnists say that China and Russia will never be allies.", "Yet {}.", 1),
    ],
)
@pytest.mark.parametrize(
    "refusal",
    [
        "such claims bear little weight",
        "this view has not aged well",
        "the above statement holds little for anyone",
        "that reading is misleading",
    ],
)
def test_who_rejects_what_others_think_takes_the_other_side(
    view: str, answer: str, refusal: str, side: int
) -> None:
    """The claim of a text may be that others are wrong, be they near or a paragraph before."""
    for gap in (" ", "\n\n"):
        text = f"China and Russia held a summit in May.{gap}{view}{gap}{answer.format(refusal)}"
        got = judge(text).score or 0
        assert (got > 0) - (got < 0) == side, text


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The historian questions the view that China and Russia are allies.", -1),
        ("She questioned the prospect of an alliance of China and Russia.", -1),
        ("Nobody in Hanoi questions the view that China and Russia are allies.", 1),
        ("No one now disputes the notion that China and Russia are allies.", 1),
        ("Hardly anyone disputes that China and Russia are allies.", 1),
    ],
)
def test_a_view_that_is_questioned_is_doubted(text: str, side: int) -> None:
    """To question a view doubts it; where nobody does, it stands."""
    score = sentence_score(text, QUESTION).score
    assert (score > 0.15) - (score < -0.15) == side


@pytest.mark.parametrize(
    ("text", "left_open"),
    [
        ("It remains to be seen whether China and Russia will be allies.", True),
        ("It remains to be seen whether Russia and Chad will be allies.", False),
        ("Russia, on the other hand, sells arms to China.", False),
    ],
)
def test_only_what_is_open_on_the_two_leaves_it_open(text: str, left_open: bool) -> None:
    """What is not known of one of them and somebody else says nothing of the two."""
    score = sentence_score(text, QUESTION)
    assert (score.weight >= 1 and abs(score.score) < 0.15) == left_open


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The rivalry in US-China ties has driven Moscow and Beijing together.", 1),
        ("The animosity in the Japan-China relationship is old, and so are Russia's ports.", 0),
        ("The mistrust in China-Russia relations is deep.", -1),
        ("China and Russia court the African bloc, which has fifty votes.", 0),
        ("His ruling coalition lost its majority, said China and Russia.", 0),
        ("China and Russia form a trading bloc.", 1),
    ],
)
def test_ties_and_clubs_of_others_say_nothing_of_the_two(text: str, side: int) -> None:
    """A compound says whose tie it is, also after `in`; a bloc there is has members of its own."""
    score = sentence_score(text, QUESTION)
    got = score.score if score.weight >= 0.5 else 0.0
    assert (got > 0.15) - (got < -0.15) == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The visit to China last week is a chance to look at the Russia-China relationship.", 0),
        ("Envoys of China and Russia met last month to talk of ties between the two.", 0),
        ("In the last analysis the China-Russia relationship is what ships make of it.", 0),
        ("The partnership between China and Russia will last.", 1),
        ("The friendship of China and Russia outlasts its summits.", 1),
        ("The partnership between China and Russia cannot last.", -1),
    ],
)
def test_what_was_last_does_not_last(text: str, side: int) -> None:
    """The last week says nothing of a tie; that it will last does."""
    score = sentence_score(text, QUESTION).score
    assert (score > 0.15) - (score < -0.15) == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Like NATO allies, China may now buy engines from Russia.", 0),
        ("Like other Russian allies, China is sold the newest engines by Russia.", 0),
        ("Unlike their allies in Minsk, China and Russia share no grid.", 0),
        ("China and Russia behave like allies.", 1),
        ("China and Russia act like close allies.", 1),
    ],
)
def test_whose_allies_one_is_likened_to(text: str, side: int) -> None:
    """Who is treated like the allies of somebody is none; two who act like allies are likened."""
    score = sentence_score(text, QUESTION).score
    assert (score > 0.15) - (score < -0.15) == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Even the appearance of a pact between China and Russia would alarm Hanoi.", 0),
        ("The impression that China and Russia have an alliance could scare the ports.", 0),
        ("China would do well to stay away from plans to form an alliance with Russia.", -1),
        ("Russia should distance itself from plans to build an alliance with China.", -1),
        ("The alliance of China and Russia would alarm no one if it were smaller.", 1),
    ],
)
def test_what_may_be_seen_or_is_kept_away_from(text: str, side: int) -> None:
    """What the look of an alliance would do makes none; who should keep away from one has none."""
    score = sentence_score(text, QUESTION).score
    assert (score > 0.15) - (score < -0.15) == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("China and Russia built the bank to rival older American lenders.", 0),
        ("China is ready to rival Russia in Central Asia.", -1),
        ("China and Russia hold that Asia has no place for military blocs.", 0),
        ("China and Russia rejected military alliances.", -1),
        ("China and Russia are partners of convenience.", -1),
        ("China and Russia see in the West a collective adversary.", 1),
        ("China is careful to spare the pride of Russia.", 0),
        ("China is careful not to be drawn into the war of Russia.", -1),
        ("China and Russia are not friends.", -1),
        ("But make no mistake: Moscow and Beijing are firmly aligned.", 1),
        ("The deeds of China for Russia clash with its stated principles.", 0),
        ("The aims of China clash with those of Russia.", -1),
        ("The bid to decouple Russia from China made headlines.", 0),
    ],
)
def test_a_word_for_the_relation_is_of_the_two(text: str, side: int) -> None:
    """What is built to rival others, and alliances as such in a place, are none of the two."""
    found = sentence_score(text, QUESTION)
    assert (found.score > 0) - (found.score <= -0.5) == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("An alliance of Russia with China should not be ruled out.", 1),
        ("An alliance of Russia with China could not be ruled out.", 1),
        ("An alliance of Russia with China has been ruled out.", -1),
        ("I am not convinced that China and Russia are allies.", -1),
        ("Few in Moscow would welcome a formal alliance with China.", -1),
        ("The ties of Russia and China are no less than an alliance.", 1),
        ("The relationship between Beijing and Moscow is doomed to fail.", -1),
        ("The old rivalry of Russia and China has turned into a partnership.", 1),
        ("China and Russia have reasons to trade and far better reasons not to become allies.", -1),
    ],
)
def test_what_is_said_of_a_claim_as_a_whole_decides_its_side(text: str, side: int) -> None:
    """What is not ruled out may come, what few want will not, and what turned into more is over."""
    score = sentence_score(text, QUESTION).score
    assert (score > 0.15) - (score < -0.15) == side


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The pact of China and Russia is not a bloc against any other state.", -0.5, 2),
        ("China and Russia are not a bloc.", -2, -1),
        ("Russia has no interest in joining the Chinese-led coalition.", -2, -1),
        ("Russia refuses to choose between China and India.", -2, -0.4),
        ("The balance between China and Russia has shifted.", 0, 0),
        ("The club held a debate entitled “A China-Russia Alliance in Asia”.", 0, 0),
        ("Russia may soon break away from its old alliance with China.", -2, -0.4),
        ("Scholars have questioned the extent to which China and Russia are allies.", -2, -1),
        ("The close ties of China and Russia were born out of sheer necessity.", -2, -0.4),
        (
            "The ties of China and Russia will weaken once the feud with their neighbors ends.",
            -2,
            -0.4,
        ),
    ],
)
def test_what_is_denied_is_the_aim_or_the_tie(text: str, low: float, high: float) -> None:
    """That a tie is turned on nobody denies no tie; who breaks away from one denies it."""
    assert low <= sentence_score(text, QUESTION).score <= high


def test_who_grants_that_it_is_none_finds_at_most_something_close_to_it() -> None:
    """A denial that the author only grants keeps him from finding what he denied."""
    told = "China and Russia are building an alliance. Their forces are bound together. "
    granted = "Although it would be wrong to call it an alliance yet, China and Russia are close."
    assert judge(told).score == 2
    assert judge(told + granted).score == 1


def test_who_puts_no_faith_in_a_fear_holds_the_opposite() -> None:
    """A voice that gives nothing for what others fear does not share it."""
    text = "Lind puts little stock in fears that the China-Russia alliance is in trouble."
    assert judge(text, Spoken(Voice("Lind"), content=(6, 14))).voices[0].score > 0


def test_a_denial_by_name_outweighs_warmth_that_balances_it() -> None:
    """Who says in so many words that it is no alliance is no undecided author, however warm."""
    raw = (
        "China and Russia have forged a model of relations with partnership instead of alliance."
        " Their ties come into full blossom. China and Russia stand together."
    )
    assert judge(raw, *[Spoken(AUTHOR)] * 3).score == -1


@pytest.mark.parametrize(
    ("raw", "side"),
    [
        ("The alliance between China and Russia goes only so far.", -1),
        ("The alliance of China and Russia only goes so far.", -1),
        ("An alliance between China and Russia is hard to justify.", -1),
        ("China–Russia alliance unlikely, a minister says.", -1),
        ("China and Russia build an alliance difficult to break.", 1),
        ("An alliance of China and Russia, remote once, is here now.", 1),
    ],
)
def test_what_goes_only_so_far_and_a_headline_that_leaves_out_its_verb(raw, side) -> None:
    """Both doubt; an alliance that is difficult to break, or that was remote once, is there."""
    assert (judge(raw).score or 0) * side > 0


@pytest.mark.parametrize(
    "raw",
    [
        "China would never take a bullet for Russia.",
        "China will not play the security patron for Russia.",
        "When it mattered, China sat on its hands and left Russia to fend for itself.",
    ],
)
def test_who_does_not_stand_up_for_the_other_is_no_ally(raw) -> None:
    """Sayings for standing aside speak against an alliance."""
    assert (judge(raw).score or 0) < 0


@pytest.mark.parametrize(
    ("title", "side"),
    [
        ("Why are China and Russia not true allies?", -1),
        ("Why are China and Russia allies?", 1),
        ("Are China and Russia allies?", 0),
        ("Why is the China–Russia alliance so weak?", 0),
    ],
)
def test_who_asks_why_takes_for_granted_that_it_is_so(title, side) -> None:
    """A title that asks why says what it asks the reason of; one that asks whether says nothing."""
    score = judge("China and Russia trade grain. Ships of both carry it.", title=title).score or 0
    assert (score > 0) - (score < 0) == side


def test_a_club_of_many_is_no_alliance_of_two() -> None:
    """`A bloc of 57 member states` is the club that both are in; one of two powers is theirs."""
    assert not judge("China defends Russia in a bloc of 43 member countries.").score
    assert judge("China and Russia have formed a bloc of two powers.").score == 2


@pytest.mark.parametrize(
    ("raw", "side"),
    [
        ("Russia had better not lean on Washington as its only strong ally.", 0),
        ("Russia sees China as its main ally.", 1),
        ("China can never replace Brazil as an ally of Russia.", -1),
    ],
)
def test_whom_somebody_has_as_an_ally_is_the_ally(raw, side) -> None:
    """That a third is one, or no longer is, says nothing of the two; whom one replaces does."""
    score = judge(f"China and Russia trade grain. {raw}").score or 0
    assert (score > 0) - (score < 0) == side
