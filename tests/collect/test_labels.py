"""Labels of figures that stand alone, and texts that retell another."""

import re

import pytest

from brief.collect import collect
from brief.collect.figures import is_level, measures
from brief.collect.retelling import FEWEST
from brief.compose.figure_charts import plotted
from brief.compose.figures import alike, chosen_figures
from brief.compose.tables import spelled
from brief.engines.rules.engine import summarize
from brief.engines.rules.figures import find_figures
from brief.model.summary import Figure
from tests.support.corpus import document, question, summary


def figure(
    text: str, number: str, *, unit: str, change: str = "=", year=None, id_="a#f1"
) -> Figure:
    """Return the figure that `number` is in a sentence."""
    at = text.index(number)
    read = next((one for one in find_figures(text) if one.start == at), None)
    value = float(re.sub(r"[^\d.]", "", number)) * (1e9 if "billion" in number else 1)
    return Figure(
        id=id_,
        text=text,
        start=0,
        end=len(text),
        passage="a#p1",
        value=value,
        unit=unit,
        change=change,
        year=year,
        measure=read.measure if read else "",
        subject=read.subject if read else "",
        number={"start": at, "end": at + len(number)},
    )


def label(text: str, number: str, **change) -> str:
    """Return the label of a figure in a source that says only this; empty without one."""
    one = document("a", text, title="T")
    found = collect(
        [summary(one, 0, figures=(figure(text, number, **change),))], question(), documents=[one]
    )
    return next((made.label for made in measures(found.sources, question())), "")


@pytest.mark.parametrize(
    ("text", "number", "change", "expected"),
    [
        (
            "Bilateral trade reached $4 billion in 2021.",
            "$4 billion",
            {"unit": "USD"},
            "Russia–Iran trade",
        ),
        (
            "Russian exports to Iran fell by 36% in 2015.",
            "36%",
            {"unit": "%", "change": "down"},
            "Russian exports to Iran",
        ),
        (
            "Outside energy, trade between the two countries is only $2 billion.",
            "$2 billion",
            {"unit": "USD"},
            "Russia–Iran trade, outside energy",
        ),
        (
            "In 2020 Iran was the first buyer, with 11% of Russian exports.",
            "11%",
            {"unit": "%"},
            "Iran’s share of Russian exports",
        ),
        (
            "In a poll 64 percent of Iranians said that Russia was no friend.",
            "64 percent",
            {"unit": "%"},
            "Share of Iranians who said that Russia was no friend",
        ),
        (
            "Moscow became the chief seller (40% of total arms exports going to Iran).",
            "40%",
            {"unit": "%"},
            "Iran’s share of Russia’s total arms exports",
        ),
        (
            "Russia sells metal, while the share of oil is nearly 70%.",
            "70%",
            {"unit": "%"},
            "",
        ),
        (
            "Two-way commerce was worth little, and Moscow wants to cut the $9 billion trade gap.",
            "$9 billion",
            {"unit": "USD"},
            "Russia–Iran trade gap",
        ),
        (
            "Since 2011 it has ordered over $7 billion of Russian rolling stock.",
            "$7 billion",
            {"unit": "USD", "change": ">"},
            "Russian rolling stock ordered",
        ),
        (
            "Tehran raised duties on most Russian steel from 5% to 20%.",
            "20%",
            {"unit": "%", "change": "up"},
            "Duties on most Russian steel",
        ),
        (
            "China now takes more than 30% of Iran's total oil exports.",
            "30%",
            {"unit": "%"},
            "China’s share of Iran's total oil exports",
        ),
        (
            "Russia is a big buyer, though its share in Iran's tea market dropped to 12% in 2020.",
            "12%",
            {"unit": "%", "change": "down"},
            "Russia’s share in Iran's tea market",
        ),
        (
            "The Iranian diaspora numbers 2 million, which is 1% of the Iranian population.",
            "1%",
            {"unit": "%"},
            "",
        ),
        ("Boeing hoped to sell Iran $4 billion of jets.", "$4 billion", {"unit": "USD"}, ""),
        ("Oil makes up 70% of exports.", "70%", {"unit": "%"}, ""),
        ("The two met 14 times since 2023.", "14 times", {"unit": "time"}, ""),
        ("A share of 38 percent is a lot.", "38 percent", {"unit": "%"}, ""),
        (
            "This is a sharp fall from the peak in Iran, with the share down to 12% in 2020.",
            "12%",
            {"unit": "%", "change": "down"},
            "",
        ),
        (
            "It has seen better days in Iran, as its share fell to 9% in 2021.",
            "9%",
            {"unit": "%", "change": "down"},
            "",
        ),
    ],
)
def test_a_label_stands_alone(text, number, change, expected):
    """A label says whose number it is, and what is left out; without that there is none."""
    assert label(text, number, **change) == expected


def chosen(*texts: tuple[str, str]):
    """Return the sources of the figures chosen from documents of one figure a sentence."""
    made, summaries = [], []
    for n, (text, number) in enumerate(texts):
        one = document(f"s{n // 2}{n}", text, title=f"T{n}")
        made.append(one)
        own = figure(text, number, unit="USD", id_=f"s{n}#f1")
        summaries.append(summary(one, 0, figures=(own,)))
    found = collect(summaries, question(), documents=made)
    return [source.id for source, _ in chosen_figures(found, question())]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            "Iran was a customer of Moscow. It has paid $2.5 billion for six frigates since 2016.",
            {"Frigates paid for by Iran"},
        ),
        (
            "Iran is committed to buying three Russian cranes for $90 million.",
            {"Russian cranes to be bought by Iran"},
        ),
        ("Russia will give Iran a radar worth $30 million.", {"Radar from Russia"}),
        ("Russia supplied Iran with buses worth $30 million in 2019.", {"Buses from Russia"}),
        ("Iran spent $4 billion on Russian wheat in May.", {"Iran’s spending on Russian wheat"}),
        (
            "Iranian firms have invested $13 billion in the Russian economy.",
            {"Iranian firms’ investment in the Russian economy"},
        ),
        (
            "In 2021 Russia exported more than 3 million tons of barley to Iran.",
            {"Barley exported by Russia to Iran"},
        ),
        (
            "Though Russia’s sales fell, its share of Iran’s tea imports rose from 4% to 7%.",
            {"Russia’s share of Iran’s tea imports"},
        ),
        (
            "Sixty percent of tractors imported into Iran originate in Russia.",
            {"Share of tractors imported into Iran coming from Russia"},
        ),
        (
            "In that year Russia supplied 74 percent of Iran’s imported timber.",
            {"Russia’s share of Iran’s imported timber"},
        ),
        (
            "Russian timber constituted 81 percent of Iran's wood imports.",
            {"Russian timber as a share of Iran's wood imports"},
        ),
        ("Trade turnover between the two countries was $5 billion.", {"Russia–Iran trade"}),
        (
            "Iran's sales to Russia fell in May, compared with the 31% growth of April.",
            set(),
        ),
        (
            "The plan is for 8 million tonnes of grain to flow from Russia to Iran every year.",
            {"Grain from Russia to Iran"},
        ),
        (
            "Nine percent of Russia's $11 billion worth of timber exports were bought by Iran.",
            {"Share of Russia's timber exports bought by Iran"},
        ),
        (
            "Russia is the largest donor of Iran with a contribution of $28 million.",
            {"Russia’s contribution as largest donor of Iran"},
        ),
        (
            "Iran rejoiced as the share of Russian trade settled in rials went from 1 % to 7 %.",
            {"Share of Russian trade settled in rials"},
        ),
        (
            "Trading volumes between Iran and Russia grew by 8%.",
            {"Russia–Iran trade"},
        ),
        ("Trade between the two neighbours reached $4 billion.", {"Russia–Iran trade"}),
        (
            "Trade between Russia and Iran has grown. Trade rose by 34% in 2021.",
            {"Russia–Iran trade"},
        ),
        ("Trade between Russia and states in Africa has grown. Trade rose by 34% in 2021.", set()),
        ("Trade with Jordan increased from $136 million to $224 million.", set()),
        ("They signed a $16 million grant aid for the roads of Orel, Tula, and Perm.", set()),
    ],
)
def test_a_row_names_a_party_and_its_goods(texts, expected):
    """A row says who buys, pays, sends or shares what; trade with others has none."""
    one = document("a", texts, title="T")
    found = collect([summarize(one, question())], question(), documents=[one])
    labels = {made.figure: made.label for made in measures(found.sources, question())}
    assert {labels[own.id] for _, own in chosen_figures(found, question())} == expected


def test_both_ends_of_a_change_have_one_label():
    """The end of a change says of what it is a share, as its start does, and whose the share is."""
    text = "Russian rifles fell from 76% of Iranian orders in 2009-13 to 36% in 2019-23."
    one = document("a", text, title="T")
    made = summarize(one, question()).articles[0].figures
    found = collect([summary(one, 0, figures=made)], question(), documents=[one])
    assert [figure.since for figure in made] == ["", made[0].id]
    labels = {one.label for one in measures(found.sources, question())}
    assert labels == {"Russian rifles as a share of Iranian orders"}
    assert [figure.id for _, figure in chosen_figures(found, question())] == [made[1].id]


def test_spans_of_years_are_no_points_in_time():
    """A share of 2015-2019 and one of 2020-2024 are a row with both periods, no chart of years."""
    text = "Russia's share of Iran's tea imports rose from 4% in 2015-2019 to 7% in 2020-2024."
    one = document("a", text, title="T")
    found = collect([summarize(one, question())], question(), documents=[one])
    picks = chosen_figures(found, question())
    assert [figure.value for _, figure in picks] == [7]
    assert plotted(found, picks) is None
    assert spelled("between the periods of 2015-2019 and 2020-2024") == "2015–2019 to 2020–2024"


@pytest.mark.parametrize(
    ("text", "number", "change", "level"),
    [
        ("Duties rose to 50%.", "50%", "up", True),
        ("Duties rose by 50%.", "50%", "up", False),
        ("Sales fell to about $5 billion.", "$5 billion", "down", True),
        ("It was an increase in sales of $5 billion.", "$5 billion", "up", False),
    ],
)
def test_what_is_reached_is_a_level(text, number, change, level):
    """A number behind `to` is where something stands now; behind `by` it is how far it moved."""
    assert is_level(figure(text, number, unit="%", change=change)) == level


def test_a_figure_on_the_readers_own_state_and_a_party_is_chosen():
    """What a party trades with the reader's own state is told to that reader, and to no other."""
    texts = "In 2020, Japan's share of Russia's exports was 12 percent."
    one = document("a", texts, title="T")
    made = summarize(one, question()).articles[0].figures
    found = collect([summary(one, 0, figures=made)], question(), documents=[one])
    own = chosen_figures(found, question(), own=("Japan",))
    assert [figure.value for _, figure in own] == [12]
    assert not chosen_figures(found, question(), own=("India",))


def test_a_poll_comes_after_trade_whatever_its_unit():
    """A figure of both parties' trade is worth more than what a party's people think."""
    texts = "64 percent of Iranians disliked Russia. Bilateral trade grew by 5% in 2021."
    one = document("a", texts, title="T")
    made = summarize(one, question()).articles[0].figures
    found = collect([summary(one, 0, figures=made)], question(), documents=[one])
    assert [figure.value for _, figure in chosen_figures(found, question())] == [5, 64]


def test_figures_that_name_the_parties_come_first():
    """A figure of the pair is worth more than one of somebody else."""
    order = chosen(
        ("Turkish exports to Iraq reached $9 billion.", "$9 billion"),
        ("Bilateral trade reached $4 billion.", "$4 billion"),
    )
    assert order[0] == "s01"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ("Iran has sent at least 900 drones to Russia.", {"Drones sent by Iran to Russia"}),
        (
            "Moscow has supplied Tehran with 40 crates of radars since 2019.",
            {"Crates of radars sent by Russia to Tehran"},
        ),
        (
            "Iran has armed Russia. Some 3,000 shells were shipped to Russia last year.",
            {"Shells sent by Iran to Russia"},
        ),
        (
            "In May 700 Iranian welders were dispatched to Russia.",
            {"Iranian welders sent to Russia"},
        ),
        (
            "Iran ordered 24 Su-35 fighters from Russia in 2021.",
            {"Su-35 fighters ordered by Iran from Russia"},
        ),
        ("About 6,000 Iranian students live in Russia.", {"Iranian students in Russia"}),
        (
            "Russia and Iran met at sea. The exercises involved 1,200 sailors and Iranian ships.",
            {"Sailors in exercises of Russia and Iran"},
        ),
        ("Putin and Raisi have met four times since 2021.", {"Meetings of Putin and Raisi"}),
        ("Iran has not sent 900 drones to Russia.", set()),
        ("Iran could send 900 drones to Russia.", set()),
        ("Iran has sent 900 drones to Sudan.", set()),
        (
            "By 2019 Iran was Russia’s top export market (9%) and main grain supplier (4%).",
            {"Iran’s share of Russia’s exports", "Iran’s share of Russia’s grain imports"},
        ),
        (
            "By 2019 Iran was the leading buyer of Russian wheat, with 9% of exports.",
            {"Iran’s share of Russia’s exports"},
        ),
        (
            "Reports said that Russia was a friend, supplying 74 percent of Iran’s arms imports.",
            {"Russia’s share of Iran’s arms imports"},
        ),
        (
            "Russia granted Iran a $2 billion loan for a dam in Iran.",
            {"Loan for a dam in Iran"},
        ),
        ("The two countries signed a $2 billion grant aid.", {"Grant aid, Russia–Iran"}),
        ("Russia told Iran of Turkey’s $2 billion loan.", set()),
        ("Turkey accounted for 37 percent of Russia’s trade in 2020.", set()),
        ("Putin’s approval stood at 80 percent.", set()),
        ("Trade between Central Asia and Iran, not Russia, reached $3 billion in 2017.", set()),
        ("Iran is a friend. Oil makes up nearly 70% of Russian sales.", set()),
        (
            "Russia and Iran saw a leap in the volume of trade. In 2021, it was about $4 billion.",
            {"Russia–Iran trade"},
        ),
        ("Russia and Oman saw a leap in trade. In 2021, it was about $4 billion.", set()),
        (
            "Russia and Iran trade. The trade volume has been rising. In 2017, it was $2 billion, "
            "in 2018, $3 billion.",
            {"Russia–Iran trade"},
        ),
        (
            "Iran joined in, with Russia supplying 40% of Iran’s gas.",
            {"Russia’s share of Iran’s gas"},
        ),
        ("Iran joined in, supplying 40% of Iran’s gas, as Russia had asked.", set()),
    ],
)
def test_a_row_says_something_of_both(texts, expected):
    """Things sent, shares by rank and loans are named with both ends; a third state has no row."""
    one = document("a", texts, title="T")
    found = collect([summarize(one, question())], question(), documents=[one])
    labels = {made.figure: made.label for made in measures(found.sources, question())}
    assert {labels[own.id] for _, own in chosen_figures(found, question())} == expected


def collected(*texts: str):
    """Return the dossier of documents, each by an author of its own."""
    made = [document(f"s{n}", text, title=f"T{n}") for n, text in enumerate(texts)]
    return collect([summarize(one, question()) for one in made], question(), documents=made)


def test_the_share_is_the_one_told_before():
    """`The share had fallen to 20%` is of what was told before, and is a change from it."""
    found = collected(
        "Moscow became the chief seller (40% of total arms exports going to Iran). Years went by. "
        "By 2014 the share had fallen to 20%."
    )
    [pick] = chosen_figures(found, question())
    named = {one.figure: one for one in found.measures}[pick[1].id]
    assert named.label == "Iran’s share of Russia’s total arms exports"
    assert named.since == "s0#f1"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Exports fell by 36% in 2015, and bilateral trade has stalled at $9 billion.", 2015),
        ("Exports fell by 36% in 2015, and bilateral trade is now $9 billion.", None),
        ("Exports fell by 36% after 2015, and bilateral trade has stalled at $9 billion.", None),
        ("Exports fell by 36% in 2015 and 2016, and bilateral trade stalled at $9 billion.", None),
    ],
)
def test_the_one_year_of_a_sentence_is_that_of_its_figures(text, year):
    """A figure without a year has the only one of its sentence, where no other time is told."""
    found = collected(text)
    [trade] = [one for one in found.measures if one.label == "Russia–Iran trade"]
    assert trade.year == year


def test_one_figure_of_two_sources_is_one_row():
    """Two sources that give one value for one year stand in one row; another year is another."""
    text = "Bilateral trade was $9 billion in 2015."
    found = collected(text, f"So they say. {text}", "Bilateral trade was $9 billion in 2016.")
    picks = chosen_figures(found, question())
    assert [source.id for source, _ in picks] == ["s2", "s0"]
    assert [[one.id for one, _ in same] for same in alike(found, picks).values()] == [[], ["s1"]]


def test_a_contract_is_no_bar_beside_yearly_trade():
    """Flows compare with flows, sums agreed on with such."""
    found = collected(
        "Bilateral trade was $4 billion in 2021.",
        "Russian exports to Iran reached $3 billion.",
        "They signed a Russia–Iran contract worth $40 billion.",
        "Russia granted Iran a $2 billion loan for a dam in Iran.",
        "Iranian exports to Russia were $1 billion.",
    )
    chart = plotted(found, chosen_figures(found, question()))
    assert chart is not None
    assert [datum.article for datum in chart.data] == ["s0", "s1", "s4"]


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("Trade between Russia and Iran fell by 30% in 2016.", [30.0]),
        ("Trade between Russia and Iran fell by 20% in 2023.", []),
        ("Trade between Russia and Iran rose by 20% in 2016.", []),
        ("Iranian exports to Russia fell by 20% in 2016.", []),
    ],
)
def test_a_series_tells_of_a_turn_that_its_points_pass_over(last, told):
    """A fall within a series that rose is told below it, and has no row; nothing else is."""
    found = collected(
        "Trade between Russia and Iran was worth $2.0 billion in 2010.",
        "Trade between Russia and Iran was worth $3.0 billion in 2014.",
        "Trade between Russia and Iran was worth $5.0 billion in 2021.",
        last,
    )
    chart = plotted(found, chosen_figures(found, question()))
    assert chart is not None
    assert [figure.value for _, figure in chart.turns] == told
    assert {figure.id for _, figure in chart.turns} <= chart.figures


FACTS = (
    "In March 2021 Ivan Petrov met Ali Rezaei in Astrakhan. They spoke of Rasht, Astara, Bandar "
    "Abbas and Chabahar, of 162 kilometers of rail, of 4,800 wagons and of the port of Solyanka. "
    "Gazprom, Rosneft and Lukoil sent delegates; Mapna and Khodro signed for Tehran. The corridor "
    "would shorten the route to Mumbai by 3,200 kilometers, according to Olga Sidorova of Moscow."
)
RETOLD = (
    "As Ann Doe reports, the delegates of Gazprom, Rosneft, Lukoil, Mapna and Khodro came together "
    "when Ivan Petrov met Ali Rezaei at Astrakhan. Ann Doe says that 162 kilometers of rail from "
    "Rasht to Astara, and 4,800 wagons, would shorten the route from Solyanka to Mumbai by 3,200 "
    "kilometers, as Olga Sidorova put it; Bandar Abbas and Chabahar were spoken of, and Tehran "
    "signed, while the corridor is to be built from Moscow."
)
OTHER = (
    "In Baku the talk is of gas. Ilham Guliev, who runs the terminal at Sangachal, counts 26 ships "
    "a month. Tehran and Moscow both buy; neither, says Ann Doe, has paid in dollars since 2019. "
    "The harbor of Alat was built by engineers from Rotterdam and Busan at a cost of 870 million."
)


def origins(*texts: tuple[str, str]) -> list[str]:
    """Return the origins of texts, each by an author of its own."""
    made = [
        document(f"d{n}", text, authors=(who,), title=f"Work {n}")
        for n, (text, who) in enumerate(texts)
    ]
    found = collect([summary(one, 0) for one in made], question(), documents=made)
    return [source.origin for source in found.sources]


def test_a_retelling_in_other_words_is_no_origin():
    """A text that credits another's author and shares its names and numbers counts once."""
    assert len(FACTS.split()) > FEWEST
    longer = f"{FACTS} {' '.join(f'Further detail {word}.' for word in RETOLD.split()[:20])}"
    assert origins((longer, "Ann Doe"), (RETOLD, "Bo Roe")) == ["d0", "d0"]
    assert origins((RETOLD, "Bo Roe"), (longer, "Ann Doe")) == ["d1", "d1"]


def test_who_is_retold_may_be_called_by_a_name_printed_first():
    """`As Zhao reports` credits Zhao Long."""
    longer = f"{FACTS} {' '.join(f'Further detail {word}.' for word in RETOLD.split()[:20])}"
    called = RETOLD.replace("Ann Doe", "Zhao")
    assert origins((longer, "Zhao Long"), (called, "Bo Roe")) == ["d0", "d0"]


def test_a_text_of_its_own_facts_is_an_origin():
    """To name another author, or the same subject, makes no retelling."""
    assert origins((FACTS, "Ann Doe"), (OTHER, "Bo Roe")) == ["d0", "d1"]
