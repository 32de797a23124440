"""Edits and the machine's new version in, the edits with each source called as it is now out. Pure.

A source is called by its file's name, and that is changed by who renames the file, or puts one
beside it whose name begins alike. A file is known again by its bytes, or else by its name or its
sentences together with its entry among the works cited. One that is there no more keeps its name,
unless that is another's now.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from brief.edits.words import alike
from brief.model.brief import Brief, Reference
from brief.model.edit import Edits
from brief.model.ledger import LedgerQuote
from brief.model.plain import plain
from brief.model.short_ids import article_id, part_of, seeds_in

_SAME_WORK = 0.7
"""How alike two entries of one work are, word by word, once its record was corrected or its age has
changed; entries of two works that share author and outlet are less so."""
_NAME = re.compile(r"(?P<before>(?:[a-z]+:)?)(?P<work>[^@#/:]+)(?P<after>(?:[@#/].*)?)", re.DOTALL)
"""What names a thing of a work: `003`, `ref:003`, `003@10-20`, `year:003#f7`."""


def files_of(brief: Brief) -> dict[str, str]:
    """Return the hash of each seed that a brief was made from, by its file's stem."""
    told = {q.seed: q.sha256 for q in brief.ledger.quotes}
    return told | seeds_in(brief.inputs)


def renamed(edits: Edits, new: Brief) -> Edits:
    """Return the edits, each work and file of theirs under the name that it has in `new`."""
    now = _Now(files_of(new), {one.id: one for one in new.references}, new.ledger.quotes)
    seeds = {q.seed: now.seed(q.seed, q.sha256) for q in edits.ledger.quotes}
    works = {one.id: now.work(one, _quotes_of(one, edits)) for one in edits.references}
    changed = {old: name for old, name in works.items() if old != name}
    moved = {old: name for old, name in seeds.items() if old != name}
    if not (changed or moved):
        return edits
    return Edits.model_validate(_with(edits.model_dump(by_alias=True), "", changed, moved))


def _quotes_of(work: Reference, edits: Edits) -> list[LedgerQuote]:
    """Return what is quoted of a work, under its own name or by its notes."""
    noted = {quote for note in edits.notes if note.reference == work.id for quote in note.quotes}
    return [q for q in edits.ledger.quotes if q.article == work.id or q.id in noted]


@dataclass(frozen=True, slots=True)
class _Now:
    """What the new version was made from."""

    files: Mapping[str, str]
    works: Mapping[str, Reference]
    quotes: Sequence[LedgerQuote]

    def seed(self, stem: str, digest: str) -> str:
        """Return what a file is called now: its name of then where none has its bytes."""
        if self.files.get(stem) == digest:
            return stem
        return next((name for name, it in sorted(self.files.items()) if it == digest), stem)

    def work(self, then: Reference, quotes: Sequence[LedgerQuote]) -> str:
        """Return what a work is called now; a name of its own where it is there no more."""
        for quote in quotes:
            stem = self.seed(quote.seed, quote.sha256)
            part = part_of(quote.article, quote.seed)
            if self.files.get(stem) == quote.sha256 and part is not None:
                return article_id(stem, self.files) + part
        linked = [key for key in self._linked(then, quotes) if key in self.works]
        shares = {key: alike(_entry(then), _entry(self.works[key])) for key in linked}
        likest = max(linked, key=lambda key: (shares[key], key == then.id), default="")
        if likest and shares[likest] >= _SAME_WORK:
            return likest
        if then.id not in self.works:
            return then.id
        return f"{then.id}~{sha256(_entry(then).encode()).hexdigest()[:8]}"

    def _linked(self, then: Reference, quotes: Sequence[LedgerQuote]) -> list[str]:
        """Return the works that may be one of then: by name, by file, by a sentence, by entry."""
        stems, texts = {q.seed for q in quotes}, {q.text for q in quotes}
        found = [then.id]
        for key, work in self.works.items():
            of_file = any(part_of(key, stem) is not None for stem in stems & self.files.keys())
            if of_file or _entry(work) == _entry(then):
                found.append(key)
        return [*found, *(q.article for q in self.quotes if q.text in texts)]


def _entry(work: Reference) -> str:
    return plain(work.children)


_NAMES = {"id", "unit", "into", "parent", "before", "source", "quote", "article", "passage"}
_NAMES |= {"reference", "after", "quotes"}
"""Fields that hold names of things, one or several."""


def _with(value: Any, field: str, works: Mapping[str, str], seeds: Mapping[str, str]) -> Any:
    """Return dumped edits with the names of works and files replaced; words are no names."""
    if isinstance(value, dict):
        return {key: _with(item, key, works, seeds) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_with(item, field, works, seeds) for item in value]
    if isinstance(value, str) and field == "seed":
        return seeds.get(value, value)
    if isinstance(value, str) and field in _NAMES and (found := _NAME.fullmatch(value)):
        name = works.get(found["work"])
        return value if name is None else f"{found['before']}{name}{found['after']}"
    return value
