"""The table of claims: which went where, and why."""

from brief.collect import collect
from brief.compose import Composer, claims
from brief.compose.answers import claim
from brief.compose.evidence.library import Library
from tests.support.claims import shipped
from tests.support.corpus import (
    AS_OF,
    audience,
    document,
    dossier,
    question,
    summary,
    templates,
)

NAMES = ("eu", "us")
FINDINGS = (
    "Trade between Russia and Iran grew for a third year,",
    "Deep mistrust stands between Russia and Iran,",
    "Russia and Iran conducted large joint naval exercises,",
    "The junior partner of Russia, Iran is dependent on Russia,",
    "Sanctions pushed Russia and Iran closer together,",
    "Russia and Iran both oppose a world order that is led by the West,",
    "Russia and Iran compete for influence in the Caucasus as rivals,",
)


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


def test_no_finding_is_dropped_without_a_word():
    """What several sources find, and what makes no judgement for a reader, is told as such."""
    texts = [f"{said} {when}" for said in FINDINGS for when in ("as we saw.", "as they say.")]
    seeds = [document(f"s{n}", text, title=f"Work {n}") for n, text in enumerate(texts)]
    told = [summary(one, 0) for one in seeds]
    read = collect(told, question(), as_of=AS_OF, documents=seeds)
    made = [Composer(read, audience(name), question(), templates()) for name in NAMES]
    briefs = {name: one.brief() for name, one in zip(NAMES, made, strict=True)}
    table = claims([one.offered for one in made], briefs)
    lines = [line.strip("| ").split(" | ") for line in table.splitlines() if line[:2] == "| "]
    went = {cells[-1].partition("-")[2]: cells[1:3] for cells in lines if "-" in cells[-1]}
    library = Library(read, question())
    found = {one.id for one in shipped() if claim(one, library).settled and claim(one, library).way}
    assert len(found) > 5
    assert found - {"restraint", "sanctions", "nato", "asian-defenses", "washington"} <= set(went)
    assert any("not raised" in cells for cells in went.values())
