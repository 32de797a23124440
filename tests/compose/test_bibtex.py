"""`sources.bib`: names, kinds and fields that a reference manager takes for what they are."""

from __future__ import annotations

import re

import pytest

from brief.compose.bibliography import names
from brief.compose.bibtex import bibtex
from brief.store.references import parse_references
from brief.vocabulary.surnames import family, parted
from tests.support import corpus


def entry(**item) -> str:
    """Return the BibTeX of a dossier whose first source has the record of a CSL item."""
    record = parse_references([{"id": "a", **item}], "references.yaml")["a"]
    dossier = corpus.dossier()
    first = dossier.sources[0].model_copy(update=dict(record))
    return bibtex(dossier.model_copy(update={"sources": (first,)}))


def field(made: str, name: str) -> str:
    """Return the value of a field, or nothing."""
    found = re.search(rf"^  {name} = (.+),$", made, re.MULTILINE)
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("author", "written"),
    [
        ({"given": "Gabriel", "family": "García Márquez"}, "García Márquez, Gabriel"),
        ({"given": "Marine", "family": "Le Pen"}, "Le Pen, Marine"),
        (
            {"given": "Ludwig", "non-dropping-particle": "van der", "family": "Berg"},
            "van der Berg, Ludwig",
        ),
        ({"given": "Sam", "family": "Hale", "suffix": "Jr."}, "Hale, Jr., Sam"),
        ({"given": "Long", "family": "Zhao"}, "Zhao, Long"),
        ({"literal": "Zhao Long"}, "Zhao, Long"),
        ({"literal": "Ministry of Trade and Industry"}, "{Ministry of Trade and Industry}"),
        ({"literal": "Reuters"}, "Reuters"),
        ({"given": "Łukasz", "family": "Żółć"}, "Żółć, Łukasz"),
    ],
)
def test_a_name_has_the_family_name_that_its_record_gives(author, written):
    """Family name first, suffix between, an institution whole."""
    assert field(entry(author=[author]), "author") == f"{{{written}}}"


def test_authors_are_parted_by_and():
    """Each name stands by itself."""
    two = [{"given": "Ana", "family": "de la Cruz"}, {"given": "Bo", "family": "Ek"}]
    assert field(entry(author=two), "author") == "{de la Cruz, Ana and Ek, Bo}"


def test_a_recorded_family_name_is_what_a_note_calls_its_author():
    """Of two words, where the record says so; also where it is printed first."""
    assert family("Gabriel García Márquez", ("García Márquez",)) == "García Márquez"
    assert parted("Long Zhao", ("Zhao",)) == ("Long", "Zhao")
    assert parted("Sam Hale Jr.", ("Hale",)) == ("Sam", "Hale Jr.")
    item = {"id": "a", "author": [{"given": "Ana", "family": "Sousa Lima"}]}
    record = parse_references([item], "references.yaml")["a"]
    first = corpus.dossier().sources[0].model_copy(update=dict(record))
    assert names([first]) == {first.id: "Sousa Lima"}


@pytest.mark.parametrize(
    ("type_", "kind", "whole"),
    [
        ("article-journal", "article", "journal"),
        ("webpage", "online", "organization"),
        ("chapter", "incollection", "booktitle"),
        ("report", "techreport", "series"),
        ("speech", "misc", "howpublished"),
    ],
)
def test_kinds_are_those_of_bibtex(type_, kind, whole):
    """A journal's title is a journal only in an article."""
    made = entry(type=type_, **{"container-title": "Whole & Sons"})
    assert made.startswith(f"@{kind}{{")
    assert field(made, whole) == r"{Whole \& Sons}"


def test_a_date_is_written_for_both_dialects():
    """The month as the macro that every style knows; what is unknown is left out."""
    made = entry(issued="2019-10")
    assert (field(made, "year"), field(made, "month")) == ("{2019}", "oct")
    assert field(made, "date") == "{2019-10}"
    assert field(entry(), "date") == ""


def test_nothing_in_a_field_ends_it():
    """Braces, backslashes and signs of TeX are escaped; an address keeps its own."""
    made = entry(title="A {B} 5% #1 $2 a_b ~ ^ \\", URL="https://x.org/a_b?c={d}&e=5%25")
    assert field(made, "url") == "{https://x.org/a_b?c=%7Bd%7D&e=5%25}"
    assert made.replace(r"\{", "").replace(r"\}", "").count("{") == made.replace(r"\{", "").replace(
        r"\}", ""
    ).count("}")
    assert r"\{B\} 5\% \#1 \$2 a\_b" in field(made, "title")


def test_a_work_without_a_title_has_one_in_the_list():
    """A manager shows an entry by its title."""
    assert field(entry(type="report"), "title") == "{{[Untitled report]}}"


def test_a_language_is_called_as_babel_does():
    """`langid` of biblatex is no code."""
    assert field(entry(language="en-GB"), "langid") == "{english}"
