"""An edit that a person takes back is none, also where the draft was written anew in between."""

from __future__ import annotations

import pytest

from tests.edits.drafts import Element, W, base, find, paragraph, parent_of, type_over
from tests.support.desk import Desk, say

LINK = f"{W}hyperlink"
"""A note mark that is a link; its number is none of the words."""


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("decline to say", "refuse to tell"),
        ("the tariff settled it", "the tariff decided it"),
        ("7 of 8", "6 of 8"),
        ("US$38 billion", "US$39 billion"),
        ("What the sources say", "What they tell us"),
    ],
)
def test_old_words_typed_back_are_no_edit(ours: str, theirs: str) -> None:
    """Words, quotations, numbers, cells, headings: typed back, they rest on what they did."""
    desk = Desk()
    desk.edit(type_over(ours, theirs))
    assert desk.run().touched
    desk.edit(type_over(theirs, ours))
    followed = desk.run()
    assert followed.touched == ()
    assert followed.brief == base()
    assert not desk.run().rewrite


@pytest.mark.parametrize("words", ["Whether freight follows fuel", "Harbor authorities"])
def test_a_deleted_passage_typed_back_is_no_edit(words: str) -> None:
    """Its notes, which nobody can type, come back with it."""
    desk = Desk()
    held: list[str] = []

    def take_out(root: Element) -> None:
        old = find(root, words)
        alone = [t for t in old.iter(f"{W}t") if not list(t.iterancestors(LINK))]
        style = old.find(f"{W}pPr/{W}pStyle")
        assert style is not None
        held.extend(["".join(t.text or "" for t in alone), style.get(f"{W}val", "")])
        parent_of(old).remove(old)

    def type_back(root: Element) -> None:
        new = paragraph(*held)
        if held[1] == "ListBullet":
            find(root, "Whether the treaty matters").addprevious(new)
        else:
            find(root, "The joint statement").addprevious(new)

    desk.edit(take_out)
    assert desk.run().touched
    desk.edit(type_back)
    followed = desk.run()
    assert followed.touched == ()
    assert followed.brief == base()


def test_words_typed_back_in_a_conflict_take_the_new_version() -> None:
    """Who types the words back that were there when the edit was made has no edit any more."""
    desk = Desk()
    desk.edit(type_over("Options", "Choices"))
    desk.run()
    new = say(base(), "h-opt", "Ways")
    assert desk.run(new).merged.conflicts == ("h-opt",)
    desk.edit(type_over("Choices", "Options"))
    followed = desk.run(new)
    assert followed.touched == ()
    assert followed.brief == new
