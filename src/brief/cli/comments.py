"""Comments that people typed: those that a copy put in the draft's place never held are back."""

from __future__ import annotations

from dataclasses import replace

from brief.cli import origin
from brief.draft import Followed
from brief.model.edit import Comment
from brief.store.drafts import DraftFolder


def with_left(folder: DraftFolder, data: bytes | None, followed: Followed) -> Followed:
    """Return what follows from a draft with the comments of the last run that it lacks.

    In the draft that we left, edited on, a comment that is not there was deleted. Another copy, one
    that was made clean for a reader outside or by a program that drops what we pack in, or no draft
    at all, says nothing of what was typed into ours.
    """
    if origin.is_ours(data) and not origin.is_another(folder, data):
        return followed
    held = {_words(one) for one in followed.comments}
    left = tuple(_back(one) for one in folder.state.comments if _words(one) not in held)
    if not left:
        return followed
    comments = (*followed.comments, *left)
    return replace(followed, comments=comments, rewrite=True, was_edited=True)


def _words(comment: Comment) -> tuple[str, tuple[str, ...]]:
    return comment.author, comment.lines


def _back(comment: Comment) -> Comment:
    """Return a comment under a name that no comment of another file has."""
    names = {
        name: f"left-{value.removeprefix('left-')}"
        for name, value in (("id", comment.id), ("answers", comment.answers))
        if value
    }
    return comment.model_copy(update=names)
