"""Edited words cite the works that they cited, whatever these are called now."""

from __future__ import annotations

import json

import pytest

from brief.draft import Before, follow
from brief.edits.diff import diff
from brief.edits.merge import merge
from brief.model.brief import Brief, Cite, Note, Number, Paragraph, Reference, Text
from brief.model.ledger import LedgerQuote
from brief.model.short_ids import article_id
from tests.edits.strategies import wrap

ENTRIES = {
    "a": "Aldana, M. 2014. “Of ports and tariffs.” Journal of Made-Up Harbors.",
    "b": "Brandt, K. 2019. “Why no pilot trusts a chart.” Strait Quarterly.",
}
SAID = {"a": "The tariff settled it.", "b": "Nobody trusts a chart drawn ashore."}


def made(names: dict[str, str], entries: dict[str, str] | None = None, edition: str = "") -> Brief:
    """Return a brief on works whose files have these names; its two passages cite one each."""
    entries = entries or ENTRIES
    hashes = {key: (key + edition) * 8 for key in names}
    files = {f"seed:{stem}": hashes[key] for key, stem in names.items()}
    ids = {key: article_id(stem, names.values()) for key, stem in names.items()}
    quotes = [
        LedgerQuote(
            id=f"{ids[key]}@0-{len(SAID[key])}",
            article=ids[key],
            seed=stem,
            sha256=hashes[key],
            passage=f"{ids[key]}#p1",
            start=0,
            end=len(SAID[key]),
            text=SAID[key],
            voice="author",
        )
        for key, stem in names.items()
        if key in SAID
    ]
    notes = [
        Note(
            number=n,
            id=f"note-{quote.article}",
            children=(Text(text=f"Note {n}."),),
            quotes=(quote.id,),
            reference=quote.article,
        )
        for n, quote in enumerate(quotes, 1)
    ]
    works = [
        Reference(id=ids[key], number=n, children=(Text(text=entries[key]),))
        for n, key in enumerate(names, 1)
    ]
    count = {"id": f"year:{ids['a']}", "value": 2014, "how": "year"} if "a" in ids else None
    brief = wrap(())
    ledger = brief.ledger.model_copy(update={"quotes": tuple(quotes), "counts": ()})
    ledger = ledger.model_validate(ledger.model_dump() | {"counts": [count] if count else []})
    year = (Number(text="2014", source=f"year:{ids['a']}"),) if count else ()
    blocks = tuple(
        Paragraph(id=f"p{n}", children=(Text(text=f"Passage {n} of "), *year, Cite(note=n)))
        for n in range(1, len(notes) + 1)
    )
    told = {"blocks": blocks, "notes": tuple(notes), "references": tuple(works)}
    return brief.model_copy(update={**told, "ledger": ledger, "inputs": files})


def typed(brief: Brief) -> Brief:
    """Return the brief with a word typed into each passage."""
    told = brief.model_dump_json(by_alias=True).replace("Passage ", "Typed. Passage ")
    return Brief.model_validate_json(told)


THEN = {"a": "001_aldana", "b": "002_brandt"}


@pytest.mark.parametrize(
    "now",
    [
        {"a": "aldana", "b": "002_brandt"},
        {"a": "001_aldana", "b": "002_brandt", "c": "001_other"},
        {"a": "002_brandt", "b": "001_aldana"},
        {"a": "002_aldana", "b": "003_brandt", "c": "001_other"},
    ],
)
def test_a_work_is_known_by_its_file(now: dict[str, str]) -> None:
    """Renamed, beside a name that begins alike, swapped, or renumbered, it is listed once."""
    before, new = made(THEN), made(now, ENTRIES | {"c": "Chow, L. 2021. “Tides.” Strait Weekly."})
    merged = merge(diff(before, typed(before)), new).brief
    assert merged == typed(new)


def test_a_corrected_record_and_a_corrected_file_are_the_same_work() -> None:
    """A file is known by its name and a like entry where its bytes are others."""
    entries = ENTRIES | {"a": ENTRIES["a"].replace("2014", "2015")}
    before, new = made(THEN), made(THEN, entries, edition="2")
    assert merge(diff(before, typed(before)), new).brief == typed(new)


def test_a_file_renamed_and_changed_is_known_by_its_sentences() -> None:
    """A sentence of it that the brief still quotes tells, with a like entry."""
    before, new = made(THEN), made({"a": "aldana-new", "b": "002_brandt"}, edition="2")
    assert merge(diff(before, typed(before)), new).brief == typed(new)


def test_a_name_that_is_another_works_now_leads_to_none_of_its_words() -> None:
    """Words that cite a work which is gone keep its entry, never another's, and are not vouched."""
    before = made(THEN)
    entries = {"c": "Chow, L. 2021. “Tides.” Strait Weekly.", "b": ENTRIES["b"]}
    new = made({"c": "001_chow", "b": "002_brandt"}, entries)
    known = Before(edits=diff(before, typed(before)))
    followed = follow(None, known, new)
    brief = followed.brief
    notes = {note.id: note for note in brief.notes}
    entry = {work.id: work for work in brief.references}[notes["note-001"].reference]
    assert entry.children == before.references[0].children
    assert notes["note-001"].quotes == ()
    assert len(brief.references) == 3
    assert "p1" in followed.unverified
    again = follow(None, Before(edits=followed.edits), new)
    assert again.brief == brief


def test_words_are_no_names() -> None:
    """What a person typed stays as typed, also where it reads like the name of a file."""
    before, new = made(THEN), made({"a": "aldana", "b": "002_brandt"})
    edits = diff(before, typed(before))
    told = json.loads(edits.model_dump_json(by_alias=True).replace("Typed. ", "ref:001 year:001"))
    merged = merge(edits.model_validate(told), new).brief
    assert "ref:001 year:001" in merged.model_dump_json()
