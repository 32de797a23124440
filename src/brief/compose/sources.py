"""A dossier in, one card a source out: the reference, and what a reader should know of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping

from brief.compose.affiliations import affiliation
from brief.compose.bibliography import all_names, kind, reference
from brief.compose.conventions import Conventions
from brief.compose.legible import legible
from brief.model.brief import Emphasis, Inline, Reference, Text
from brief.model.dossier import Dossier, Source
from brief.model.scripts import foreign_runs

MANY = 20
"""Sources up to which each has a full card: of more, the cards alone would fill a page."""

_LETTERED = re.compile(r" \([a-z]+\)$")
"""The end of a name that a letter tells from its like."""


def references(
    dossier: Dossier,
    conventions: Conventions,
    called: Mapping[str, str],
    since: Mapping[str, int],
    cited: Collection[str],
) -> tuple[Reference, ...]:
    """Return the cards of all sources, cited or not, in order of name.

    `called` is the short name of each by its id, `since` the year before which an undated one was
    not finished, `cited` the ids of those whose words the brief rests on. Of very many sources,
    one that says nothing plain and is not cited has a card of its name alone, and an address is
    shown by its site: `bibtex` has all in full.
    """
    many = len(dossier.sources) > MANY
    made: list[Reference] = []
    by_name = sorted(dossier.sources, key=lambda one: _sorted_as(called[one.id]))
    for number, source in enumerate(by_name, 1):
        name = called[source.id]
        names, card = all_names(source, name), reference(source, conventions, many)
        if many and source.side == "silent" and source.id not in cited:
            names, card = names[:1], tuple(foreign_runs(legible(_with_year(name, source))))
        elif known := _known(source, called, conventions, since.get(source.id, 0)):
            card = (*card, Emphasis(children=known))
        made.append(
            Reference(
                id=source.id,
                number=number,
                children=card,
                names=tuple(map(legible, names)),
            )
        )
    return tuple(made)


def _sorted_as(name: str) -> str:
    """Return by what a name stands in a list: without marks, accents and a leading article."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(char for char in plain if char.isalnum() or char.isspace()).strip()
    return re.sub(r"^(the|an?) ", "", bare)


def _with_year(name: str, source: Source) -> str:
    """Return a name with the year of its source, where that is known and the name has none."""
    year = str(source.issued.year) if source.issued else ""
    return f"{name}, {year}" if year not in name else name


def _known(
    source: Source, called: Mapping[str, str], conventions: Conventions, since: int
) -> tuple[Inline, ...]:
    """Return what is known of a source: kind, affiliation, age, note or not, and its origin."""
    parts = [kind(source), affiliation(source)]
    if source.age is not None:
        years = int(source.age)
        parts.append(
            f"text {years} year{'' if years == 1 else 's'} old"
            if years
            else "text under a year old"
        )
    elif not source.issued and since:
        parts.append(f"{since} or later")
    if source.note:
        parts.append("our note")
    if not source.independent:
        why = conventions.spell(f"no origin of its own: {source.origin_reason}")
        parts.append(f"{why}, see {called[source.origin]}")
    if _LETTERED.search(called[source.id]):
        parts.append(f"cited as {called[source.id]}")
    words = "; ".join(filter(None, parts))
    if not words:
        return ()
    return (*foreign_runs(legible(f"{words[:1].upper()}{words[1:]}")), Text(text="."))
