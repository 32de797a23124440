"""What names a source is a name wherever it is printed, however it is shortened."""

import pytest

from brief.check.content import check_brief
from brief.collect import collect
from brief.compose import Composer, compose
from brief.compose.bibliography import names
from brief.compose.bibtex import bibtex
from brief.model.brief import Exhibit, Paragraph, Text
from brief.model.plain import inline_text, walk
from brief.model.summary import VoiceStance
from brief.vocabulary.surnames import family
from tests.support import corpus
from tests.support.corpus import AS_OF, audience, document, question, summary, templates

LONG = "What the gas deal of the century means for those who pay"
TITLES = [
    LONG,
    "2022",
    "10 reasons why 3 powers fear 2 others",
    "“All of this title stands in quotation marks”",
    "The “five or more words in marks” story",
    "«Guillemets all around five whole words»",
    "‘Single’ quotes, 12,5 % and $400 billion",
    "Why? Why not? Who knows!",
    "A — B – C - D: 4G, 5G",
    "<b>Bold</b> &amp; {{ 7 * 7 }} {% raw %} %s",
    "\\textbf{3} & 100% of #5_~",
    "High confidence, very likely: probable",
    "中俄2022年合作",
    "Три союза и 2 договора",
    "3",
    "No",
    "",
]
AUTHORS = [
    (),
    ("RAND2",),
    ("Group of 77",),
    ("3",),
    ("Dr. No",),
    ("Russia",),
    ("Two Authors", "Bo Roe", "10 Others"),
    ("Editorial Board, 24/7 News",),
    ("{{ x }} <b>",),
    ("王毅",),
]


def made(*records, limit=None, audience_name="us"):
    """Return a brief of one source a record: they doubt, believe and leave open in turn."""
    texts = (corpus.DOUBT, corpus.BELIEF, corpus.OPEN)
    documents = [document(f"b2{n}", texts[n % 3], **one) for n, one in enumerate(records)]
    sums = [summary(one, (-2, 1, 0)[n % 3]) for n, one in enumerate(documents)]
    dossier = collect(sums, question(), as_of=AS_OF, documents=documents)
    reader = audience(audience_name)
    composer = Composer(dossier, reader, question(), templates())
    return composer.brief(len(composer.ranked) if limit is None else limit)


def faults(brief):
    return [str(found) for found in check_brief(brief)]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("authors", [(), ("One Author",)])
def test_a_title_is_a_name(title, authors):
    """Digits, marks and estimative words of a title are its own, in full, shortened or clipped."""
    one = {"title": title, "authors": authors, "publisher": "Channel 4", "issued": "2021-03-04"}
    assert faults(made(one, {"title": "Other"}, {"title": "Open", "issued": "1999"})) == []


@pytest.mark.parametrize("authors", AUTHORS)
def test_a_maker_is_a_name(authors):
    """Digits in the names of persons and institutions, and words that are names, are no faults."""
    one = {"title": "A title", "authors": authors, "publisher": "The 21st Century Review"}
    assert faults(made(one, {"title": "Other"}, {"authors": ("Ann Doe",)})) == []


@pytest.mark.parametrize("house", ["Trade Desk at SIPRI", "Harbor College Norton, MA, USA", "P-11"])
def test_a_house_is_a_name_as_it_is_printed(house):
    """An abbreviation spelled out and a letterhead's town left off are no fault of a reference."""
    one = {"title": "A title", "authors": ("Ann Doe",), "affiliation": house}
    assert faults(made(one, {"title": "Other"}, {"title": "Open"})) == []


@pytest.mark.parametrize("issued", [None, "2022", "0999"])
def test_sources_of_one_name_are_told_apart(issued):
    """Equal titles without an author, of equal year or none, keep names of their own."""
    same = {"title": LONG, "issued": issued}
    brief = made(same, same, same, {"title": "Other"})
    assert faults(brief) == []
    called = [one.names[0] for one in brief.references]
    assert len(set(called)) == len(called)
    assert sum(name.endswith((" (a)", " (b)", " (c)")) for name in called) == 3
    told = [
        one for one in brief.references if f"cited as {one.names[0]}." in inline_text(one.children)
    ]
    assert len(told) == 3


def test_a_number_beside_a_name_is_still_loose():
    """A name ties its own digits alone: the same digits elsewhere trace to nothing."""
    brief = made({"title": "10 reasons"}, {"title": "Other"}, {"title": "Open"})
    words = "“10 reasons” is read in 10 capitals."
    typed = Paragraph(id="typed", children=(Text(text=words),))
    found = faults(brief.model_copy(update={"blocks": (*brief.blocks, typed)}))
    assert len(found) == 1
    assert "“10” traces to nothing" in found[0]
    assert "“10 reasons” is read in 10 capitals." in found[0]


def test_a_name_that_its_reference_does_not_hold_is_none():
    """Evidence cannot make a claim a name: its words have to stand in the reference."""
    brief = made({"title": "Title"}, {"title": "Other"}, {"title": "Open"})
    first = brief.references[0]
    forged = first.model_copy(update={"names": (*first.names, "nine of ten analyses")})
    found = faults(brief.model_copy(update={"references": (forged, *brief.references[1:])}))
    assert len(found) == 1
    assert "reference 1" in found[0]
    assert "“nine”" in found[0]


def test_a_chart_of_voices_alone_counts_no_authors():
    """Where no author takes the question up, the chart of reported voices passes its check."""
    documents = [document("b20", corpus.DOUBT, title="Doubt")]
    whole = summary(documents[0], None)
    stance = whole.articles[0].stance
    voice = VoiceStance(voice="Tehran", score=-1, **stance.quotes[0].model_dump())
    heard = stance.model_copy(update={"voices": (voice,)})
    made_of = [summary(documents[0], None, stance=heard)]
    dossier = collect(made_of, question(), as_of=AS_OF, documents=documents)
    brief = compose(dossier, audience("us"), question(), templates())
    charts = [one for one in walk(brief.blocks) if isinstance(one, Exhibit)]
    assert [point.shape for point in charts[0].points] == ["voice"]
    assert charts[0].totals == ()
    assert faults(brief) == []


def test_last_year_counts_from_the_source():
    """A mark of `last year` in a text of 2021 says 2020, which stands nowhere; 2019 is refused."""
    said = corpus.DOUBT.replace("in 2021", "last year")
    documents = [
        document("b20", said, title="Doubt", issued="2021-05-01"),
        document("b21", corpus.BELIEF, title="Belief", issued="2022"),
        document("b22", corpus.OPEN, title="Open"),
    ]
    sums = [summary(one, score) for one, score in zip(documents, (-2, 1, 0), strict=True)]
    first = sums[0].articles[0]
    dated = tuple(one.model_copy(update={"year": 2020}) for one in first.figures)
    first = first.model_copy(update={"figures": dated})
    sums[0] = sums[0].model_copy(update={"articles": (first,)})
    dossier = collect(sums, question(), as_of=AS_OF, documents=documents)
    brief = compose(dossier, audience("us"), question(), templates())
    chart = next(
        one for one in walk(brief.blocks) if isinstance(one, Exhibit) and one.chart == "series"
    )
    assert "2020" in {point.label for point in chart.points}
    assert faults(brief) == []
    data = brief.model_dump_json()
    forged = brief.model_validate_json(data.replace('"label":"2020"', '"label":"2019"'))
    assert any("says 2019" in one for one in faults(forged))


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("RAND Corporation", "RAND Corporation"),
        ("Institute for 21st Century Studies", "Institute for 21st Century Studies"),
        ("The Editors", "The Editors"),
        ("Ministry of Defense", "Ministry of Defense"),
        ("José Ortega y Gasset", "Ortega y Gasset"),
        ("Ludwig van der Berg", "van der Berg"),
        ("", ""),
    ],
)
def test_institutions_keep_their_whole_name(name, called):
    """An institution has no family name: it is neither shortened nor inverted."""
    assert family(name) == called


def test_institutions_are_not_inverted():
    """References and BibTeX print the name of an institution as it is."""
    one = document("a", corpus.DOUBT, title="Doubt", authors=("RAND Corporation",))
    dossier = collect([summary(one, -2)], question(), as_of=AS_OF, documents=[one])
    brief = compose(dossier, audience("us"), question(), templates())
    assert inline_text(brief.references[0].children).startswith("RAND Corporation. ")
    assert "author = {{RAND Corporation}}" in bibtex(dossier)
    assert list(names(dossier.sources).values()) == ["RAND Corporation"]


def test_a_date_before_the_year_1000_is_the_briefs_own():
    """Without a day on the brief, the newest source's may be of any century."""
    documents = [document("b20", corpus.DOUBT, title="Doubt", issued="0999")]
    dossier = collect([summary(documents[0], -2)], question(), documents=documents)
    assert faults(compose(dossier, audience("us"), question(), templates())) == []
