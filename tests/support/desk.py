"""A draft on disk as a person edits it, run by run: what tests of edits and drafts share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from brief.draft import Before, Followed, follow, write_draft
from brief.model.brief import Brief, Inlines, Paragraph, Text
from brief.model.edit import Edits
from brief.model.marks import REMARK_AUTHOR
from brief.model.plain import inline_text, walk
from tests.edits.drafts import Element, W, base, changed
from tests.support.kitchen import house_style

COMMENTS = "word/comments.xml"
DOCUMENT = "word/document.xml"


def words(text: str) -> Inlines:
    """Return plain words."""
    return (Text(text=text),)


def say(brief: Brief, key: str, text: str) -> Brief:
    """Return the brief with other words in a paragraph of its body."""
    blocks = tuple(
        block.model_copy(update={"children": words(text)}) if block.id == key else block
        for block in brief.blocks
    )
    return brief.model_copy(update={"blocks": blocks})


def text_of(brief: Brief, key: str) -> str:
    """Return the words of a paragraph."""
    return next(
        inline_text(b.children)
        for b in walk(brief.blocks)
        if isinstance(b, Paragraph) and b.id == key
    )


class Desk:
    """A draft on disk and what is remembered of it, run by run."""

    def __init__(self) -> None:
        self.machine = self.brief = base()
        self.remarks: Mapping[str, Sequence[str]] = {}
        self.data = write_draft(base(), house_style())
        self.followed = follow(self.data, Before(base(), base()), base())

    def edit(self, change: Callable[[Element], None], part: str = DOCUMENT) -> None:
        """Change the draft as a person does."""
        self.data = changed(change, self.data, part)

    def run(self, new: Brief | None = None, brought: Edits | None = None) -> Followed:
        """Run the build: read the draft, merge, write it again if need be."""
        before = Before(
            self.machine, self.brief, self.followed.edits, brought, remarks=self.remarks
        )
        self.machine = new or self.machine
        self.followed = follow(self.data, before, self.machine)
        if self.followed.rewrite:
            self.brief = self.followed.brief
            self.remarks = self.followed.remarks
            self.data = write_draft(
                self.brief,
                house_style(),
                remarks=self.remarks,
                said=self.followed.comments,
            )
        return self.followed


def drop_remarks(root: Element) -> None:
    """Delete our comments to the editor."""
    for comment in list(root):
        if comment.get(f"{W}author") == REMARK_AUTHOR:
            root.remove(comment)


def remarks_in(desk: Desk) -> str:
    """Return the words of the comments to the editor in the draft."""
    found: list[str] = []

    def look(root: Element) -> None:
        for comment in root:
            if comment.get(f"{W}author") == REMARK_AUTHOR:
                found.extend(t.text or "" for t in comment.iter(f"{W}t"))

    changed(look, desk.data, COMMENTS)
    return "\n".join(found)
