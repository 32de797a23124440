"""A folder of very many sources makes a brief, and not a list of sources."""

from functools import cache

import pytest

from brief.check.content import check_brief
from brief.check.records import against_records
from brief.collect import collect
from brief.compose import compose
from brief.compose.pen import ordered
from brief.compose.sources import MANY
from brief.model.brief import Brief
from brief.model.dossier import Dossier
from brief.model.plain import brief_text, inline_text
from tests.support import corpus
from tests.support.corpus import AS_OF, SIDES, audience, document, question, summary, templates

SILENT = "Report {n} tells of harbors and of ships."


@cache
def dossier(silent: int) -> Dossier:
    """Return the texts of the collection, and as many that do not take the question up."""
    more = [
        document(
            f"q{n:02}",
            SILENT.format(n=n),
            title=f"Harbors of the year {n}",
            authors=(f"Ada Quill{'abcdefghijklmnopqrstuvwxyz'[n]}",),
            url=f"https://press{n}.example/2024/harbors/{n}",
        )
        for n in range(silent)
    ]
    documents = [*corpus.documents(), *more]
    scores = [-2, 1, 0, *[None] * silent]
    read = [summary(one, score) for one, score in zip(documents, scores, strict=True)]
    return collect(read, question(), as_of=AS_OF, documents=documents)


def made(silent: int, name: str = "us") -> Brief:
    return compose(dossier(silent), audience(name), question(), templates())


def cards(brief: Brief) -> dict[str, str]:
    return {one.id: inline_text(one.children) for one in brief.references}


@pytest.mark.parametrize("name", ["japan", "eu", "us"])
@pytest.mark.parametrize("silent", [MANY - 3, MANY - 2, MANY + 5])
def test_the_check_finds_nothing(silent, name):
    """Cards of a name alone vouch for all that a brief says of their sources."""
    brief = made(silent, name)
    records = {source.id: source for source in dossier(silent).sources}
    assert [str(found) for found in check_brief(brief)] == []
    assert [str(found) for found in against_records(brief, records, "us.pdf")] == []


def test_of_many_sources_who_is_silent_and_not_cited_is_named_alone():
    """Their full cards would take the pages of what the others say; whom we cite has one."""
    short, full = cards(made(MANY - 2)), cards(made(MANY - 3))
    assert short["q00"] == "Quilla"
    assert full["q00"].startswith("Quilla, Ada. n.d. “Harbors of the year 0.” https://press0")
    for article in ("a", "b", "c"):
        assert len(short[article].split()) > 3
    numbers = [one.number for one in made(MANY - 2).references]
    assert numbers == list(range(1, MANY + 2))


def test_who_is_cited_has_a_card():
    """Every note leads to a source whose card says more than its name."""
    brief = made(MANY + 5)
    cited = {note.reference for note in brief.notes}
    assert cited
    assert all(len(cards(brief)[article].split()) > 3 for article in cited)


def test_the_method_says_that_names_stand_for_cards():
    """What is left out of the list is said, and where all cards are full nothing is."""
    said = "are listed by name where they are not cited"
    texts = [" ".join(text for _, text in brief_text(made(n))) for n in (MANY - 2, MANY - 3)]
    assert [said in text for text in texts] == [True, False]


def test_an_address_is_shown_by_its_site():
    """Of many sources the link leads to the whole address, its words are the site's name."""
    texts = [
        document(f"s{n:02}", SIDES[1].format(n=n), url=f"https://www.press{n}.example/a/b/{n}")
        for n in range(MANY + 1)
    ]
    read = [summary(one, 1) for one in texts]
    found = collect(read, question(), as_of=AS_OF, documents=texts)
    brief = compose(found, audience("us"), question(), templates())
    (link,) = [one for one in brief.references[0].children if one.kind == "link"]
    assert inline_text(link.children) == "press0.example"
    assert link.href == "https://www.press0.example/a/b/0"
    assert [str(one) for one in check_brief(brief)] == []


def test_whom_a_reader_knows_is_named_before_others():
    """Of more sources than are named those with an author come first, else the order stays."""
    sources = dossier(2).sources
    unsigned = [one for one in sources if not one.authors]
    signed = [one for one in sources if one.authors]
    assert unsigned
    assert signed
    some = [*unsigned, *signed]
    assert list(ordered(some, len(some))) == some
    assert list(ordered(some, 1))[: len(signed)] == signed
