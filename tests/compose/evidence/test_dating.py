"""Ages of undated texts: a trace of the years and events that they name, and never a date."""

from importlib import resources

import pytest
import yaml

from brief.collect import collect
from brief.compose import compose
from brief.compose.evidence.dating import (
    ages_ago,
    earliest_years,
    latest_year,
    of_an_era,
)
from brief.model.plain import brief_text, inline_text
from brief.model.source import Issued
from tests.support.corpus import AS_OF, audience, document, question, summary, templates


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
        ("In 2015-16 and in 2014/15 Russia and Iran met.", 2016),
        ("Russia and Iran met in 2014-20 or so.", 2014),
        ("Comparisons of Russia and Iran with 1914 are wrong; they fell out in 1988.", 0),
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
    assert "1 source, 2016 or later, undated" in text
    (card,) = [inline_text(one.children) for one in brief.references]
    assert "2016 or later" in card
    counts = {one.id: one.value for one in brief.ledger.counts}
    assert counts["named:s"] == 2016


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Sanctions over Ukraine brought Russia and Iran together.", 2014),
        ("Russia and Iran joined the BRICS and the Belt and Road.", 2013),
        ("In 2017 Russia and Iran joined the Belt and Road.", 2017),
        ("Russia and Iran speak of the road and the belt.", 0),
        ("President Trump warned Russia and Iran in vain.", 2016),
        ("After the annexation of Crimea Russia and Iran met.", 2014),
        ("Russia and Iran met when the euro crisis and the 9/11 books were news.", 2009),
    ],
)
def test_what_began_later_was_not_written_of_before(text, year):
    """A text that names an event, a body, a project or an office is no older than that."""
    (source,) = dossier(text).sources
    assert latest_year(source, 2026) == year


def test_the_names_are_facts_with_a_place_to_look_them_up():
    """Each has a year of the time it covers and an entry that tells it, and none comes twice."""
    path = resources.files("brief.compose.evidence").joinpath("begun.yaml")
    listed = yaml.safe_load(path.read_text("utf-8"))["names"]
    phrases = [phrase for one in listed for phrase in one["names"]]
    assert len(listed) >= 120
    assert len(phrases) == len(set(phrases))
    assert all(1990 <= one["since"] <= 2026 and one["see"] for one in listed)


def test_articles_of_one_collection_are_as_late_as_its_latest():
    """Undated texts of one file and outlet came out together; others stand alone."""
    sources = dossier("Russia and Iran met.").sources
    early = sources[0].model_copy(update={"id": "s.1", "container": "Review"})
    late = dossier("Russia and Iran met in 2016.").sources[0]
    late = late.model_copy(update={"id": "s.2", "container": "Review"})
    assert earliest_years([early, late], 2026) == {"s.1": 2016, "s.2": 2016}
    alone = early.model_copy(update={"container": ""})
    assert earliest_years([alone, late], 2026) == {"s.2": 2016}


def test_a_year_long_before_all_that_are_dated_tells_nothing():
    """Beside texts of 2021 one that names 1991 alone is undated, one that names 2014 is not."""
    (old,) = dossier("Russia and Iran have been at peace since 1991, as they were in 1992.").sources
    (late,) = dossier("Russia and Iran met in 2014.").sources
    dated = late.model_copy(update={"id": "d", "issued": Issued(year=2021)})
    one, other = (s.model_copy(update={"id": key}) for key, s in (("o", old), ("l", late)))
    assert earliest_years([one, other, dated], 2026) == {"l": 2014}
    assert earliest_years([one, other], 2026) == {"o": 1992, "l": 2014}


@pytest.mark.parametrize("when", ["Almost a century ago", "Two decades ago", "Sixty years ago"])
def test_what_was_in_another_age_is_no_longer_so(when):
    """An opening that goes back an age tells nothing of today; `a decade ago` is no age."""
    text = ", the tie of Russia and Iran was one of mistrust."
    assert ages_ago(when + text) is (when != "Sixty years ago")
    assert of_an_era(when + text) is (when != "Sixty years ago")
    assert not ages_ago("A decade ago" + text)
