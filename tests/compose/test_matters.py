"""One matter, one reading: a source stands in every brief where it stands in the theme."""

import pytest

from brief.compose.answers import answer, claim
from brief.compose.evidence.leanings import leaning, turned
from brief.compose.offer import offer
from brief.model.audience import Standing
from tests.support.claims import TRADE, library, shipped
from tests.support.corpus import audience

READERS = ("japan", "eu", "us")
TEXTS = (
    "Sanctions have pushed Russia and Iran closer together. Trade between the two grew fast.",
    "Sanctions hold Russia and Iran back. Trade between Russia and Iran shrank last year.",
    "Russia and Iran trade arms: Iran supplies drones to Russia. Mutual trust of the two is deep.",
    "A wedge between Russia and Iran will surely fail. Gas sales of the two rise.",
)
SHARES = TRADE.model_copy(
    update={"about": ("trade", "energy"), "tones": {"growth": "to-yes", "harmony": "to-yes"}}
)


def asked():
    """Yield every shipped question that refers to a theme, with its theme."""
    themes = {one.id: one for one in shipped()}
    for reader in READERS:
        for policy in audience(reader).policies.values():
            for one in policy.questions:
                if one.theme:
                    yield one, themes[one.theme]


def test_a_source_stands_in_every_brief_where_it_stands_in_the_theme():
    """Every question on a matter, in whatever words, places each source as its theme does."""
    found = library(*TEXTS)
    for one, theme in asked():
        read, known = answer(one, found, theme).tally, claim(theme, found).tally
        yes, no = (known.no, known.yes) if one.turned else (known.yes, known.no)
        assert (read.yes, read.no, read.both) == (yes, no, known.both), one.id


def test_no_sentence_proves_a_yes_and_a_no_on_one_matter():
    """What proves the yes of a theme proves the no of a question that is turned, and only that."""
    found = library(*TEXTS)
    for _, theme in asked():
        read = leaning(theme, found)
        back = turned(read)
        for key, lines in read.items():
            for one, other in zip(lines, back[key], strict=True):
                assert (one.proves(0), one.proves(1)) == (other.proves(1), other.proves(0))


def test_what_two_readers_claim_alike_is_read_alike():
    """No two shipped questions make one claim by different words."""
    words: dict[str, tuple[object, ...]] = {}
    for reader in READERS:
        for policy in audience(reader).policies.values():
            for one in policy.questions:
                if one.claim:
                    told = (one.theme, one.turned) if one.theme else (one.about, one.to_yes)
                    assert words.setdefault(one.claim, told) == told, one.id


def test_a_shipped_finding_claims_one_thing():
    """No finding joins two by `or`, or lists three: a reader could not disagree with it."""
    for theme in shipped():
        for said in (theme.claim_yes, theme.claim_no):
            assert " or " not in said
            assert said.count(", ") < 2


@pytest.mark.parametrize("fault", [{"along": ("Iran",)}, {"theme": None, "about": ()}])
def test_a_question_has_words_of_its_own_or_of_a_theme(fault):
    """A theme lends all its words: a question adds none that would place a source elsewhere."""
    given = {"id": "x", "text": "Is it so?", "short": "it", "claim": "it is so", "theme": "trade"}
    with pytest.raises(ValueError, match="theme"):
        Standing.model_validate(given | fault)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Trade between Russia and Iran is growing.", (1, 0, 0)),
        ("Trade between Russia and Iran may be growing and could grow more.", (0, 0, 0)),
        ("Trade between Russia and Iran should grow, and so it ought to grow.", (0, 0, 0)),
        ("Trade between Russia and Iran is growing. However, the banks are closed.", (0, 0, 0)),
        ("Apart from energy, the sales of Russia to Iran are growing.", (0, 0, 0)),
        ("Apart from energy, trade between Russia and Iran is growing.", (1, 0, 0)),
        ("The new tariff left in doubt cooperation of Russia and Iran in trade.", (0, 0, 0)),
        ("There is no limit to the growing trade between Russia and Iran.", (1, 0, 0)),
        ("In 1907 trade between Russia and Iran grew. It bears no date but 2023.", (0, 0, 0)),
        ("In 2022 trade between Russia and Iran grew. It bears no date but 2023.", (1, 0, 0)),
    ],
)
def test_a_proof_holds_what_its_claim_says(text, counts):
    """No chance, demand, retraction, exemption, doubt or history places a source on a side."""
    assert claim(SHARES, library(f"A note.\n{text}")).tally.counts == counts


def test_both_sides_are_his_who_argues_both():
    """A view that an author rejects is no half of what he says himself."""
    argued = "Trade between Russia and Iran is growing. Energy trade of the two is falling."
    told = (
        "Trade between Russia and Iran is growing. "
        "Some experts claim that the trade of Russia and Iran is growing. He rejects this view."
    )
    assert claim(SHARES, library(f"A note.\n{argued}")).tally.counts == (0, 0, 1)
    assert claim(SHARES, library(f"A note.\n{told}")).tally.both == ()


def test_a_conclusion_is_better_proof_than_an_example():
    """What an author concludes proves his side before what he gives as an example or tells of."""
    example = "Trade between Russia and Iran, for example in wheat, is growing from year to year."
    closing = "In short, trade between Russia and Iran is growing from year to year and month."
    made = claim(SHARES, library(f"A note.\n{example} {closing}"))
    assert [line.text for line in made.evidence["s0"]] == [closing]


def test_several_views_of_one_matter_are_all_told():
    """Views told one after another on one matter are all on it, whoever names it first."""
    views = (
        "Some Russians think that the trade of Russia and Iran is growing. "
        "Some Iranians fear that it will collapse and that both will see it shrink."
    )
    found = claim(SHARES, library(f"A note.\n{views}"))
    assert [len(one) for one in (found.tally.told_yes, found.tally.told_no)] == [1, 1]


def judged(*texts: str, reader: str = "us") -> list[str]:
    """Return the ids of the key judgements on these texts, in order."""
    found = library(*texts)
    made = offer(found.dossier, audience(reader), found.question, shipped())
    return [one.theme.id for one, _ in made.claims]


PRESSED = "Pressure from Washington drives Russia and Iran closer together from year to year."
TRADED = "Trade between Russia and Iran is growing and will go on growing from year to year."
DEALT = "Russia and Iran trade arms: Russia sells fighters to Iran and supplies it with missiles."


def test_what_is_most_the_readers_own_is_a_key_judgement():
    """The first of a reader's themes stands before one that more sources bear out."""
    lopsided = "The tie of Russia and Iran is asymmetric, and Iran is dependent on Russia."
    inferior = "Between Russia and Iran the bond is unequal: Iran is an inferior, a junior partner."
    wary = "Deep mistrust stands between Russia and Iran, and each distrusts the other."
    doubts = "Russia and Iran view each other with suspicion; neither is free of old distrust."
    more = "Mutual suspicion of Russia and Iran is lasting, and mistrust between both goes deep."
    found = judged(f"{lopsided} {wary}", f"{inferior} {doubts}", more, reader="eu")
    assert found.index("dependence") < found.index("mistrust")


def test_a_fact_that_nobody_denies_is_no_key_judgement():
    """A yes that a theme calls expected makes no judgement, however many say it."""
    assert not [one for one in judged(*[f"{DEALT} {PRESSED}"] * 3) if "arms" in one]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The treaty of Russia and Iran, while strong, stops short of an alliance.", False),
        ("The treaty of Russia and Iran stops short of any obligation to fight.", True),
    ],
)
def test_a_treaty_short_of_an_alliance_may_bind_all_the_same(text, denied):
    """That a treaty makes no alliance does not say that it binds to little."""
    (theme,) = (one for one in shipped() if one.id == "institutions")
    assert bool(claim(theme, library(text)).tally.no) is denied


def test_a_road_that_many_join_is_no_matter_of_one_region():
    """Two who work together on the Belt and Road do so wherever they are."""
    (theme,) = (one for one in shipped() if one.id == "central-asia")
    text = "Russia and Iran complement each other on the Belt and Road, a win-win for the two."
    assert not claim(theme, library(text)).sources
    text = text.replace("on the Belt and Road", "in Central Asia")
    assert claim(theme, library(text)).tally.no
