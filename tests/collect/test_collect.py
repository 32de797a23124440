"""Collecting: order, ages, origins, comparable figures and real conflicts."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.collect import collect
from brief.collect.figures import contradict
from brief.compose.evidence.library import Library
from brief.model.summary import Figure
from brief.questions import question_from_sentence
from brief.summarize import summarize
from tests.support import corpus


def figure(value, *, change="=", period="", year=2021):
    return Figure(
        id="x#f1",
        text="t",
        start=0,
        end=1,
        passage="x#p1",
        value=value,
        unit="USD",
        change=change,
        period=period,
        year=year,
        number={"start": 0, "end": 1},
    )


def test_order_of_arguments_does_not_matter():
    """The dossier is the same whichever way the summaries are given."""
    made = corpus.documents()
    summaries = [corpus.summary(one, 0) for one in made]
    expected = collect(summaries, corpus.question(), as_of=corpus.AS_OF)
    random.Random(1).shuffle(summaries)
    assert collect(summaries, corpus.question(), as_of=corpus.AS_OF) == expected


def test_sources_stand_by_date_undated_last():
    """The oldest source comes first, one without a date last."""
    assert [source.id for source in corpus.dossier().sources] == ["a", "b", "c"]


def test_age_counts_from_the_given_date():
    """An age is the years to `as_of`; an undated source has none."""
    ages = {source.id: source.age for source in corpus.dossier().sources}
    assert ages == {"a": 4.6, "b": 2.4, "c": None}


def test_without_a_date_ages_count_from_the_newest_source():
    """Nothing depends on the clock: the newest source's date stands in."""
    made = corpus.dossier(as_of=None)
    assert (str(made.as_of), made.dated) == ("2024", False)


def test_a_reprint_adds_no_origin():
    """A text that shares most of its words with an older one has that one's origin."""
    original = corpus.document("a", corpus.DOUBT, title="First", issued="2020")
    reprint = corpus.document("z", corpus.DOUBT.replace("deep", "very deep"), title="Other")
    made = collect(
        [corpus.summary(one, -1) for one in (reprint, original)],
        corpus.question(),
        documents=[original, reprint],
    )
    assert [(s.id, s.origin) for s in made.sources] == [("a", "a"), ("z", "a")]
    assert "of its words" in made.sources[1].origin_reason


def test_two_texts_on_one_subject_are_two_origins():
    """Sharing a subject is not sharing an origin."""
    assert all(source.independent for source in corpus.dossier().sources)


def test_same_author_and_title_is_one_origin():
    """A work printed twice under one name and title counts once, whatever its text."""
    one = corpus.document("a", corpus.DOUBT, title="Same", authors=("Ann Doe",), issued="2020")
    two = corpus.document("b", corpus.BELIEF, title="Same.", authors=("Ann Doe",))
    made = collect([corpus.summary(d, 0) for d in (one, two)], corpus.question())
    assert made.sources[1].origin == "a"


def test_trade_by_year_is_one_series():
    """Figures of one measure and unit line up by year."""
    (series,) = corpus.dossier().series
    assert [(d.article, d.year) for d in series.data] == [("c", 2016), ("a", 2021), ("b", 2021)]


def test_same_year_and_apart_is_a_conflict():
    """Two independent sources that give one year different values are shown as in conflict."""
    (conflict,) = corpus.dossier().conflicts
    assert (conflict.year, conflict.figures) == (2021, ("a#f3", "b#f3"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (figure(90e9), figure(88e9), False),
        (figure(90e9), figure(146.8e9), True),
        (figure(100e9, change="~"), figure(108e9), False),
        (figure(100e9, change=">"), figure(147e9), False),
        (figure(100e9, change="<"), figure(147e9), True),
        (figure((25.0, 30.0)), figure(27.0), False),
        (figure(3.7), figure(3.71), False),
        (figure(3.7), figure(3.9), True),
    ],
)
def test_rounding_and_bounds_are_no_conflict(one, other, expected):
    """Values contradict only where no reading of their rounding and bounds agrees."""
    assert contradict(one, other) is expected


@given(st.floats(1, 1e12), st.floats(1, 1e12))
def test_contradiction_is_symmetric(low, high):
    """One figure contradicts another exactly when the other contradicts it."""
    assert contradict(figure(low), figure(high)) == contradict(figure(high), figure(low))


def disputed(first: str, second: str) -> list[tuple[str, ...]]:
    """Return the figures in conflict of two sources, each of a sentence on China and Russia."""
    question = question_from_sentence("Are China and Russia forming an alliance?")
    texts = [f"China and Russia are no allies. {one} They differ." for one in (first, second)]
    documents = [
        corpus.document(name, text, title=f"On {name}", authors=(f"{name} Doe",))
        for name, text in zip("xy", texts, strict=True)
    ]
    made = [summarize(d, t, question) for d, t in zip(documents, texts, strict=True)]
    return [one.figures for one in collect(made, question, as_of=corpus.AS_OF).conflicts]


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        # The same clause but for the number, of one year, is of one thing.
        (
            "Chinese banks lent Russian firms $9 billion in 2023.",
            "Chinese banks lent Russian firms about $24 billion in 2023.",
            True,
        ),
        (
            "The two navies held 14 joint exercises in 2024.",
            "The two navies held nine joint exercises in 2024, fewer than many think.",
            True,
        ),
        (
            "China and Russia traded goods worth $240 billion in 2023.",
            "Trade between China and Russia was $218 billion in 2023.",
            True,
        ),
        # Another year, another thing, another one who acts, hardly apart, of no year, or of few.
        (
            "Chinese banks lent Russian firms $9 billion in 2023.",
            "Chinese banks lent Russian firms $24 billion in 2022.",
            False,
        ),
        (
            "Chinese banks lent Russian firms $9 billion in 2023.",
            "Chinese banks lent Russian states $24 billion in 2023.",
            False,
        ),
        (
            "China spent $9 billion on roads in 2023.",
            "China spent $24 billion on schools in 2023.",
            False,
        ),
        (
            "The two navies held 14 joint exercises in 2024.",
            "The two armies held nine joint exercises in 2024.",
            False,
        ),
        (
            "The two navies held two joint exercises in 2024.",
            "The two navies held three joint exercises in 2024.",
            False,
        ),
        (
            "They lent Russian firms $9 billion in 2023.",
            "They lent Russian firms $2 billion in 2023.",
            False,
        ),
        (
            "China and Russia traded goods worth $240 billion in 2023.",
            "Trade between China and Russia was $240.1 billion in 2023.",
            False,
        ),
    ],
)
def test_figures_of_one_clause_are_of_one_thing(first, second, conflict):
    """What a noun of measurement does not tell, the rest of the clause does."""
    assert bool(disputed(first, second)) == conflict


@pytest.mark.parametrize(
    "change",
    [
        {"year": 2019},
        {"kind": "target"},
        {"period": "in the first half of 2021"},
        {"measure": "Exports"},
        {"change": "up", "unit": "%"},
    ],
)
def test_other_year_scope_or_kind_is_no_conflict(change):
    """Another year, a target, part of a year, another measure, a movement: no conflict."""
    made = corpus.documents()
    summaries = [corpus.summary(one, 0) for one in made[:2]]
    article = made[1].articles[0]
    altered = corpus.summary(
        made[1], 0, figures=(corpus.figure(article, article.passages[2], **change),)
    )
    assert (
        collect([summaries[0], altered], corpus.question(), as_of=date(2026, 1, 1)).conflicts == ()
    )


def test_share_of_a_province_is_not_that_of_the_country():
    """A proper name in the sentence limits what a figure measures."""
    plain = corpus.document("a", "Bilateral trade reached $4.0 billion in 2021, it is said.")
    part = corpus.document("b", "Bilateral trade of Gilan Province reached $9.0 billion in 2021.")
    made = collect([corpus.summary(one, 0) for one in (plain, part)], corpus.question())
    assert made.series == ()


@pytest.mark.parametrize(
    ("whole", "part", "apart"),
    [
        ("Bilateral trade is stuck at $90 billion, as it was.", "about $90 billion", False),
        ("Bilateral trade is stuck at $90 billion, as it was.", "about $120 billion", True),
        ("Bilateral trade is stuck at $9 billion, as it was.", "about $90 billion", False),
        ("Bilateral trade is stuck at $90 billion, as it was.", "only $20 billion", False),
        ("Bilateral trade was $90 billion in 2015, as it was.", "$90 billion in 2019", False),
        ("Arms exports stood at $90 billion, as it was.", "about $90 billion", False),
    ],
)
def test_a_part_larger_than_the_whole_is_set_beside_it(whole, part, apart):
    """Only what leaves something out and is yet larger than another source's whole is set apart."""
    texts = [
        whole,
        f"Outside energy and weapons, bilateral trade of the two is {part}, it is said.",
    ]
    made = [corpus.document(name, text) for name, text in zip("ab", texts, strict=True)]
    read = [summarize(one, text, corpus.question()) for one, text in zip(made, texts, strict=True)]
    found = collect(read, corpus.question(), as_of=date(2026, 1, 1)).comparisons
    assert [one.left_out for one in found] == (["outside energy and weapons"] if apart else [])


def test_a_figure_without_a_year_is_of_about_the_year_of_its_source():
    """A part that a text of 2022 tells of no year is not set beside a whole of 2015."""
    texts = [
        "Bilateral trade was $90 billion in 2015, as it was.",
        "Outside energy, bilateral trade of the two is about $120 billion, we hear.",
    ]
    for issued, count in (("2022", 0), ("2016", 1)):
        made = [
            corpus.document("a", texts[0]),
            corpus.document("b", texts[1], issued=issued),
        ]
        read = [
            summarize(one, text, corpus.question()) for one, text in zip(made, texts, strict=True)
        ]
        assert len(collect(read, corpus.question()).comparisons) == count


def collected(text, question=None):
    """Return the dossier of one text."""
    asked = question or corpus.question()
    one = corpus.document("a", text, title="T")
    read = summarize(one, text, asked)
    return collect([read], asked, documents=[one])


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Peru and Chile trade more each year. Both want peace.", False),
        ("Peru and Chile trade more. Peru asked Chile for help. Russia looked on.", False),
        ("Russia and Peru trade more each year. Peru thanked Russia. Both want peace.", False),
        ("Moscow and Tehran trade more each year. Both want peace.", True),
        ("Russia and Iran trade more. Iran wrote to Russia. Peru, Chile and Cuba looked on.", True),
        ("Russia is near Peru. Iran is near Chile. Peru and Chile are close.", False),
        ("Russia arms Chile. Russia arms Iran. Russia pays Chile. Both arm Chile.", False),
        ("Russia is large. Iran is proud. Peru is far away. Both want peace.", True),
        ("Russia is large. Peru is far away. Both want peace.", False),
        ("Bilateral trade reached $4 billion in 2021.", True),
        ("Russia and Iran met to plan against Peru. Iran fears attacks from Peru.", True),
        ("Russia and Iran met. Iran sent grain to Peru. Iran arms Peru.", False),
    ],
)
def test_a_text_on_others_is_not_on_the_parties(text, about):
    """`Both` and `bilateral` are whom a text is about: the two that it names most together."""
    assert collected(text).sources[0].on_parties == about


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Peru, Chile and Oman are close. Peru and Chile trade. Peru sells grain to Chile.", True),
        ("Peru and Chile are close. Oman is far away. Peru trusts Chile.", False),
        ("Peru, Chile and Oman met once. Peru arms Cuba. Cuba thanks Peru. Cuba owes Peru.", False),
    ],
)
def test_a_text_on_three_parties_names_all_in_one_sentence(text, about):
    """What is told of two of three is not told of the third: one sentence must hold them all."""
    asked = question_from_sentence("Are Peru, Chile and Oman forming an alliance?")
    assert collected(text, asked).sources[0].on_parties == about


def test_the_trade_of_others_is_no_figure_of_the_parties():
    """Of a text on two other states no figure is called the parties' own, and none is charted."""
    text = (
        "Peru and Chile are close. Trade between the two countries rose from $8 billion in 2000"
        " to $40 billion in 2021. Their border is 160 kilometres long. Peru trusts Chile."
    )
    made = collected(text)
    assert made.sources[0].figures
    assert not [found.label for found in made.measures if "Russia" in found.label]
    assert made.series == ()


def test_a_text_on_others_proves_nothing_of_the_parties():
    """A sentence on `the two` of another pair is no line; one that names both parties alone is."""
    text = (
        "Peru and Chile are close. The two share one view of the world order. Peru trusts Chile."
        " Chile arms Peru."
        " Russia sells grain to Iran. Both trade with Russia. Peru buys from Russia and Iran."
    )
    made = collected(text)
    (lines,) = Library(made, corpus.question()).lines.values()
    assert [line.text for line in lines] == ["Russia sells grain to Iran."]
