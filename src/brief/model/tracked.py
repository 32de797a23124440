"""Open tracked changes of a passage: what word processors show as marks, with who made them when.

Data only: of the markup of the program that saved the draft nothing comes along.
"""

from __future__ import annotations

from typing import Literal

from brief.model.base import Model


class Change(Model):
    """One open change."""

    kind: Literal["inserted", "deleted", "formatted", "joined", "split", "recast", "row"]
    """`joined`: the end of a paragraph was deleted, `split`: one was put in; `recast`: a paragraph
    was made another kind; `row`: a row was put in, which begins with the passage."""
    author: str
    date: str = ""
    at: int = 0
    """Where in the words of the passage it begins."""
    end: int = 0
    """Where it ends; of what is deleted, where it began."""
    words: str = ""
    """What was deleted; of `joined` and `recast`, what kind of paragraph it was."""
    look: tuple[str, ...] = ()
    """The look of what was deleted, or the look before: `strong`, `emphasis`."""
    within: tuple[str, str] | None = None
    """Author and date of the insertion that the deleted words stood in."""


class Tracked(Model):
    """The open changes of a passage."""

    words: str
    """The passage as it reads with them accepted; `\\ufffc` stands for a note mark."""
    changes: tuple[Change, ...] = ()
    before: tuple[Change, ...] = ()
    """Deleted paragraphs that stood before it."""
    after: tuple[Change, ...] = ()
    """Deleted paragraphs that stood after it, where no other passage follows."""
