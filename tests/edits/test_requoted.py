"""What edited words quote of a seed that changed is looked for in the seed as it is now."""

from __future__ import annotations

import pytest

from brief.draft import Before, follow
from brief.edits.diff import diff
from brief.edits.requoted import _named
from brief.model.brief import Brief, Cite, Paragraph, Text
from brief.model.document import Passage
from brief.model.dossier import Source
from brief.model.plain import inline_text
from brief.model.summary import Stance
from tests.edits import test_renamed
from tests.edits.test_renamed import SAID, THEN, made

QUOTED = SAID["a"]
"""What the person quotes."""


def source(*paragraphs: str) -> Source:
    """Return the first work as its changed seed has it."""
    passages, at = [], 100
    for number, text in enumerate(paragraphs, 1):
        passages.append(Passage(id=f"001#p{number}", start=at, end=at + len(text), text=text))
        at += len(text) + 2
    return Source(
        id="001",
        seed=THEN["a"],
        file=f"{THEN['a']}.txt",
        sha256="a2" * 8,
        stance=Stance(score=None, label="not addressed", confidence="low"),
        side="silent",
        origin="001",
        passages=tuple(passages),
    )


def noted(brief: Brief) -> Brief:
    """Return the brief whose notes name the first paragraph."""
    children = (Text(text="Aldana, para. 1."),)
    return brief.model_copy(
        update={"notes": tuple(n.model_copy(update={"children": children}) for n in brief.notes)}
    )


@pytest.fixture
def edits_and_new(monkeypatch: pytest.MonkeyPatch) -> tuple[Before, Brief]:
    """Return edits that quote the first seed, and our version after it changed: of other words."""
    before = noted(made(THEN))
    words = (Text(text=f"It says: “{QUOTED}”"), Cite(note=1))
    typed = Paragraph(id="p1", children=words)
    after = before.model_copy(update={"blocks": (typed, *before.blocks[1:])})
    monkeypatch.setitem(test_renamed.SAID, "a", "Rain fell on the customs house all year.")
    return Before(edits=diff(before, after)), noted(made(THEN, edition="2"))


@pytest.mark.parametrize(
    ("said", "moved", "now"),
    [
        ("Roe, para. 5.", {"5": "6"}, "Roe, para. 6."),
        ("Roe, paras. 5, 6 and 15.", {"5": "6", "6": "7"}, "Roe, paras. 6, 7 and 15."),
        ("Roe 5, paras. 1 and 5.", {"5": "3"}, "Roe 5, paras. 1 and 3."),
    ],
)
def test_each_paragraph_that_a_note_names_is_set_right_once(
    said: str, moved: dict[str, str], now: str
) -> None:
    """Numbers that move up by one do not run into each other; a digit of a name is no place."""
    assert inline_text(_named((Text(text=said),), moved)) == now


def test_words_that_the_changed_seed_still_has_are_verified_at_their_new_place(
    edits_and_new: tuple[Before, Brief],
) -> None:
    """Seed, paragraph and place are those of now, in ledger and note, and stay so."""
    known, new = edits_and_new
    now = source("Rain fell.", f"Much changed. {QUOTED} More rain.")
    followed = follow(None, known, new, sources=lambda: [now])
    assert followed.unverified == {}
    (quote,) = [one for one in followed.brief.ledger.quotes if one.text == QUOTED]
    at = quote.start - now.passages[1].start
    assert now.passages[1].text[at : at + len(QUOTED)] == QUOTED
    assert (quote.sha256, quote.passage, quote.end - quote.start) == (
        now.sha256, "001#p2", len(QUOTED),
    )  # fmt: skip
    shown = [inline_text(note.children) for note in followed.brief.notes if quote.id in note.quotes]
    assert shown == ["Aldana, para. 2."]
    again = follow(None, Before(edits=followed.edits), new)
    assert again.brief == followed.brief


@pytest.mark.parametrize("text", ["It is false that {}", "{}x", "Another thing.", ""])
def test_words_that_the_changed_seed_has_no_more_as_a_sentence_are_not_verified(
    edits_and_new: tuple[Before, Brief], text: str
) -> None:
    """Gone, part of a longer word, or behind words that may deny them: the reason says so."""
    known, new = edits_and_new
    now = source(text.format(QUOTED))
    followed = follow(None, known, new, sources=lambda: [now])
    assert followed.unverified == {"p1": "the words that it cites are not in the seed any more"}
