"""The table of claims: which went where, and why."""

from brief.compose import Composer, claims
from tests.support.corpus import audience, dossier, question, templates

NAMES = ("eu", "us")


def rows():
    """Return the cells of the table's rows by claim, what each brief left out, and the table."""
    made = {name: Composer(dossier(), audience(name), question(), templates()) for name in NAMES}
    briefs = {name: composer.brief(limit=5) for name, composer in made.items()}
    table = claims([composer.offered for composer in made.values()], briefs)
    lines = [line.strip("| ").split(" | ") for line in table.splitlines() if line[:2] == "| "]
    found = {line[-1]: line for line in lines if line[-1] != "Id"}
    return found, {name: briefs[name].annex for name in NAMES}, made, table


def test_every_item_has_a_row():
    """Each claim on offer to any audience stands in the table once, with where it went."""
    found, left, made, table = rows()
    assert sorted(found) == sorted({key for composer in made.values() for key in composer.ranked})
    for key, cells in found.items():
        for name, cell in zip(NAMES, cells[1:3], strict=True):
            assert cell.startswith("left out") == (key in left[name])
    assert "{" not in table


def test_rows_are_short_and_grouped():
    """A row is one glance: long texts are cut at a word, and each kind has its own heading."""
    found, _, _, table = rows()
    assert all(len(cells[0]) <= 150 for cells in found.values())
    headings = [line for line in table.splitlines() if line.startswith("## ")]
    assert len(headings) == len(set(headings)) > 3
