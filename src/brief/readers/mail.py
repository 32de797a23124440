"""The head of an e-mail in, what it says of the text out: its subject, sender and day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.readers.front_matter import Settings
from brief.readers.pieces import Piece, words

_FIELD = re.compile(
    r"(?P<key>from|to|cc|bcc|sent|date|subject|reply-to|sender|mime-version|content-type|list-[\w-]+"
    r"|message-id|in-reply-to|references|x-[\w-]+|return-path|received|importance)\s*:\s+(?P<value>\S.*)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\s*[<(\[][^<>]*@[^<>]*[>)\]]|\S+@\S+")
_REPLY = re.compile(r"(?:(?:fwd?|wg|tr)\s*:\s*|\[[^\]]{2,40}\]\s*)+", re.IGNORECASE)
_TOP = 20
_BELOW = 40
_LEAST_TITLE = 3
_LEAST_PADDED, _MOST_PADDED = 3, 60


# The blanks that nobody sees by which a mail pads what a program shows beside its subject.
_PADDING = frozenset("\u00ad\u034f\u200b\u200c\u200d\u200e\u2007\u2060\ufeff")


def cut_preheader(raw: str, pieces: Sequence[Piece]) -> None:
    """Cut the line that a mail program shows beside the subject: it is padded at its end."""
    for piece in pieces[:_TOP]:
        behind = raw[piece.end : piece.end + _MOST_PADDED].split("\n", 1)[0]
        if sum(map(_PADDING.__contains__, behind)) >= _LEAST_PADDED:
            piece.cut = piece.cut or "mail-header"


def take_header(pieces: Sequence[Piece]) -> Settings:
    """Return what the fields of an e-mail say, and cut their lines; nothing without a subject.

    A subject and one other field make a header: `From: ...` alone may be a sentence.
    """
    found = [(p, m) for p in pieces[:_TOP] if not p.cut and (m := _FIELD.match(p.text))]
    said = {match["key"].casefold(): match["value"] for _, match in found}
    if "subject" not in said or len(said) < 2:
        return {}
    for piece, _ in found:
        piece.cut = "mail-header"
    return {
        "title": _title(said["subject"], pieces),
        "sender": _ADDRESS.sub("", said.get("from", "")).strip("\"' "),
        "date": said.get("date") or said.get("sent", ""),
    }


def _title(subject: str, pieces: Sequence[Piece]) -> str:
    """Return the title that a subject names: the longest line of the text that stands in it.

    `Any Commentary 145/2023 The Narrow Choice by Jane Doe` names `The Narrow Choice`.
    """
    subject = _REPLY.sub("", subject, count=1) or subject
    folded = subject.casefold()
    printed = [
        piece.text
        for piece in pieces[:_BELOW]
        if not piece.cut and words(piece.text) >= _LEAST_TITLE and piece.text.casefold() in folded
    ]
    return max(printed, key=len, default=subject)
