"""A dossier in, one card a source out: the reference, and what a reader should know of it."""

from __future__ import annotations

from collections.abc import Mapping

from brief.compose.bibliography import all_names, kind, reference
from brief.compose.conventions import Conventions
from brief.compose.houses import affiliation
from brief.compose.legible import legible
from brief.model.brief import Emphasis, Inline, Reference, Text
from brief.model.dossier import Dossier, Source
from brief.model.scripts import foreign_runs


def references(
    dossier: Dossier,
    conventions: Conventions,
    called: Mapping[str, str],
    since: Mapping[str, int],
) -> tuple[Reference, ...]:
    """Return the cards of all sources, cited or not, in order of date.

    `called` is the short name of each by its id, `since` the year before which an undated one was
    not finished.
    """
    names = {source.id: number for number, source in enumerate(dossier.sources, 1)}
    return tuple(
        Reference(
            id=source.id,
            number=names[source.id],
            children=(
                *reference(source, conventions),
                *((Emphasis(children=card),) if card else ()),
            ),
            names=tuple(map(legible, all_names(source, called[source.id]))),
        )
        for source in dossier.sources
        for card in [_card(source, names, conventions, since.get(source.id, 0))]
    )


def _card(
    source: Source, names: dict[str, int], conventions: Conventions, since: int
) -> tuple[Inline, ...]:
    """Return what is known of a source: kind, affiliation, age, note or not, and its origin."""
    known, parts = "; ".join(filter(None, (kind(source), affiliation(source)))), []
    if source.age is not None:
        years = int(source.age)
        age = f"{years} year{'' if years == 1 else 's'} old" if years else "under a year old"
        parts.append(age)
    elif not source.issued and since:
        parts.append(f"{since} or later")
    if source.note:
        parts.append("known from our note")
    if not source.independent:
        parts.append(f"no origin of its own: {source.origin_reason}, see {names[source.origin]}")
    # a name is printed as it is, our own words in this reader's spelling
    words = "; ".join(filter(None, (known, conventions.spell("; ".join(parts)))))
    if not words:
        return ()
    return (*foreign_runs(legible(f"{words[:1].upper()}{words[1:]}")), Text(text="."))
