"""The table of claims: which went where, and why."""

from corpus import audience, dossier, question, templates

from brief.compose import claims, compose, items


def test_every_item_has_a_row():
    """Each claim on offer to any audience stands in the table once, with where it went."""
    audiences = [audience("eu"), audience("us")]
    briefs = {
        one.id: compose(dossier(), one, question(), templates(), limit=5) for one in audiences
    }
    table = claims(dossier(), audiences, question(), templates(), briefs)
    rows = [line.split(" | ") for line in table.splitlines() if line.startswith("| ")][1:]
    known = {
        item.id for one in audiences for item in items(dossier(), one, question(), templates())
    }
    assert sorted(row[0].removeprefix("| ") for row in rows) == sorted(known)
    assert all(len(row) == 6 for row in rows)
    for row in rows:
        key, shown, left = row[0].removeprefix("| "), row[3], row[4]
        for name, brief in briefs.items():
            assert (name in left.split(", ")) == (key in brief.annex)
            assert not (name in left.split(", ") and name in shown.split(", "))
    assert "{" not in table
