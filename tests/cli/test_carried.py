"""What a draft carries unseen, and from which edits are told, is what it was written from."""

from __future__ import annotations

import re

import pytest

from brief.cli.origin import carried_otherwise
from brief.store.versions import Version, pack
from brief.writers.docx import to_docx
from tests.edits.drafts import base
from tests.edits.word_packages import packed, parts_of
from tests.support.kitchen import house_style

PART = "customXml/item1.xml"


def written(carried: str) -> bytes:
    return to_docx(base(), house_style(), packed=carried)


def altered(data: bytes, old: bytes, new: bytes) -> bytes:
    parts = parts_of(data)
    before, parts[PART] = parts[PART], re.sub(old, new, parts[PART], count=1)
    assert parts[PART] != before
    return packed(parts)


def test_a_draft_as_we_wrote_it_carries_its_own_brief() -> None:
    """Also printed with other means; and where a program dropped it, nothing is carried."""
    data = written(pack(Version(machine=base(), merged=base())))
    printed = base().model_copy(update={"inputs": {"print": "0"}})
    assert carried_otherwise(data, base(), "a.docx") == []
    assert carried_otherwise(data, printed, "a.docx") == []
    assert carried_otherwise(written(""), base(), "a.docx") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"(>[^<]{40})[^<]", rb"\1-"), (b"(>[^<]{40})[^<A]", rb"\1A"), (b"[^<]{9}</", b"</")],
)
def test_what_a_draft_carries_unseen_is_altered_by_nobody(old: bytes, new: bytes) -> None:
    """A sign of it is enough: from it the next run would tell what a person typed."""
    data = altered(written(pack(Version(machine=base(), merged=base()))), old, new)
    (line,) = map(str, carried_otherwise(data, base(), "a.docx"))
    assert line.startswith("a.docx: error: what it carries unseen, from which edits are told")


def test_a_draft_carries_the_brief_of_its_pdf() -> None:
    """One that is whole, of another brief, is no better."""
    other = base().model_copy(update={"title": "Another title"})
    data = written(pack(Version(machine=base(), merged=base())))
    assert len(carried_otherwise(data, other, "a.docx")) == 1
