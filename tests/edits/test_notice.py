"""The section on method says how many blocks a person edited, in the draft as in the PDF."""

from __future__ import annotations

from brief.edits.notice import noticed, unnoticed
from brief.model.brief import Brief, Callout, Paragraph
from brief.model.plain import brief_text, inline_text
from tests.edits.drafts import base, find, text_in, type_over
from tests.support.desk import Desk, say


def last_of_method(brief: Brief) -> str:
    """Return the last paragraph of the box on method."""
    box = next(b for b in brief.blocks if isinstance(b, Callout) and b.role == "method")
    last = box.blocks[-1]
    assert isinstance(last, Paragraph)
    return inline_text(last.children)


def said(brief: Brief) -> list[str]:
    """Return every text that speaks of edits by hand."""
    return [text for _, text in brief_text(brief) if "dited by hand" in text]


def test_nothing_edited_nothing_said() -> None:
    """A brief as made is left as it is."""
    assert noticed(base(), 0) == base()
    assert said(Desk().run().brief) == []


def test_the_notice_counts_blocks_and_goes_again() -> None:
    """One block, then two, one back; of what is only deleted nothing needs to be verified."""
    desk = Desk()
    desk.edit(type_over("for a decade", "for twelve years"))
    assert last_of_method(desk.run().brief) == "Edited by hand: 1 block, not all verified."
    gone = find
    desk.edit(lambda root: gone(root, "The joint statement").getparent().remove(
        gone(root, "The joint statement")))  # fmt: skip
    assert said(desk.run().brief) == ["Edited by hand: 2 blocks, not all verified."]
    desk.edit(type_over("for twelve years", "for a decade"))
    assert said(desk.run().brief) == ["Edited by hand: 1 block."]
    assert not desk.run().rewrite


def test_what_a_person_types_beside_the_notice_stays() -> None:
    """The sentence is ours, what follows it is theirs."""
    desk = Desk()
    desk.edit(type_over("for a decade", "for twelve years"))
    desk.run()

    def add(root) -> None:
        found = text_in(root, "block, not all verified.")
        found.text = (found.text or "") + " Reviewed by Ann."

    desk.edit(add)
    followed = desk.run(say(base(), "p-4", "A new finding."))
    texts = [text for _, text in brief_text(followed.brief)]
    assert "Reviewed by Ann." in texts
    assert said(followed.brief) == ["Edited by hand: 2 blocks, not all verified."]


def test_the_notice_never_is_an_edit() -> None:
    """Taken away again it leaves the brief as it was."""
    assert unnoticed(noticed(base(), 3)) == base()


def test_without_a_section_on_method_it_ends_the_brief() -> None:
    """A person who deletes the box does not delete the sentence."""
    blocks = tuple(b for b in base().blocks if not isinstance(b, Callout))
    brief = noticed(base().model_copy(update={"blocks": blocks}), 3)
    assert said(brief) == ["Edited by hand: 3 blocks."]
    assert brief.blocks[-1].id == "edited-by-hand"
