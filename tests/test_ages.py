"""Ages of undated texts: a trace of the years that they name, and never a date."""

import pytest
from corpus import AS_OF, audience, document, question, summary, templates

from brief.collect import collect
from brief.compose import compose
from brief.compose.ages import latest_year
from brief.model.plain import brief_text, inline_text


def dossier(text: str):
    """Return the dossier of one undated text."""
    made = document("s", text, title="Work", authors=("Ann Author",))
    return collect([summary(made, 0)], question(), as_of=AS_OF, documents=[made])


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Russia and Iran met in 2014 and again in March 2016.", 2016),
        ("Russia and Iran met in 2014; trade is to double by 2025.", 2014),
        ("Russia and Iran met in 2014. By 2017, trade was at its height.", 2017),
        ("Russia and Iran met in 2014 and paid €2016 for 2,019 tons, or 2020 percent.", 2014),
        ("Russia and Iran want to be free of debt in 2099.", 0),
        ("Russia and Iran met in 2014, from 2016 to 2020 they plan to meet.", 2016),
        ("Russia and Iran met.", 0),
    ],
)
def test_the_latest_year_is_one_that_has_come(text, year):
    """Aims, spans ahead, money and measures are no years that a text names as past."""
    (source,) = dossier(text).sources
    assert latest_year(source, 2026) == year


def test_an_undated_source_shows_the_latest_year_that_it_names():
    """The head of the brief and the source's card say how far an undated text reaches."""
    found = dossier("Russia and Iran met in 2014 and again in March 2016.")
    brief = compose(found, audience("us"), question(), templates())
    text = " ".join(text for _, text in brief_text(brief))
    assert "1 source, undated, naming years up to 2016" in text
    (card,) = [inline_text(one.children) for one in brief.references]
    assert "ndated, not before 2016" in card
    counts = {one.id: one.value for one in brief.ledger.counts}
    assert counts["named:s"] == 2016
