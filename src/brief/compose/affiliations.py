"""A source in, the house from which its author writes out, as the source itself states it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from brief.compose.evidence.phrases import PhrasePatterns
from brief.model.dossier import Source
from brief.model.question import Party
from brief.vocabulary.lists import packed

OPENING = 5
"""Passages in which a text says who its author is."""
_NAME = r"[A-Z][\w’'.&-]*(?: (?:(?:of|for|on|and|the|de|in) ){0,2}[A-Z][\w’'.&-]*){0,8}"
_KIND = re.compile(
    r"\b(?:Universit|Institut|Cent(?:er|re)\b|College|School|Foundation|Council|Academy|Fund\b|"
    r"Ministry|Endowment|Association|Society|Bank\b|Parliament|Agency)"
)
_ROLE = r"(?:(?:is|was),? )?(?:now )?(?:an?|the) (?P<role>[a-z][^,.;:()\n]{2,50}?)"
_PLACE = re.compile(
    r"^(.*\b(?:College|University|Institute|School|Academy)),? [A-Z][\w .'-]+, [A-Z]{2}\b"
    r"(?:, (?:USA|U\.S\.A?\.?|United States))?$"
)
"""A house with its town and state behind it, as a letterhead has them."""
_SHORT = re.compile(r"\b[A-Z]{3,7}\b")


def affiliation(source: Source) -> str:
    """Return where an author works: as the source's head has it, or as its opening says."""
    if not source.affiliation:
        return _told(source)
    return _spelled_out(_PLACE.sub(r"\1", source.affiliation), source)


def with_country(house: str, parties: Iterable[Party]) -> str:
    """Return a house with its country behind it, where that is one that the question is about.

    Whoever writes from one of two states asked about may argue its case. A name that says so
    itself (`Chinese Academy`) stays as it is.
    """
    for party in parties:
        stem = party.name[:_STEM]
        known = PhrasePatterns(
            (party.name, *(one for one in party.aliases if one.startswith(stem)))
        )
        if not known.count(house) and country(house, (party,)):
            return f"{house}, {party.name}"
    return house


def country(house: str, parties: Iterable[Party]) -> str:
    """Return the party in whose country a house is, by its town; empty for none.

    The state's own name tells nothing: a `China Institute` may be anywhere.
    """
    for party in parties:
        towns = [one for one in party.aliases if not one.startswith(party.name[:_STEM])]
        seats = packed(__package__, "seats.yaml").get(party.name, [])
        if PhrasePatterns((*towns, *seats)).count(house):
            return party.name
    return ""


_STEM = 4
"""Letters that a state's name and its adjective share: `China`, `Chinese`."""


def _told(source: Source) -> str:
    """Return what an opening says of its only author: `Li Wei, a fellow at the Delta Institute`."""
    if len(source.authors) != 1:
        return ""
    opening = "\n".join(passage.text for passage in source.passages[:OPENING])
    said = re.compile(
        rf"{re.escape(source.authors[0])},? {_ROLE} (?P<at>at|of|with|from) "
        rf"(?P<the>the )?(?P<house>{_NAME})"
    )
    found = said.search(opening)
    if found is None or not _KIND.search(found["house"]):
        return ""
    house = found["house"].rstrip(".")
    return f"{found['role']} {found['at']} {found['the'] or ''}{house}"


def _spelled_out(house: str, source: Source) -> str:
    """Return a house with the full name for an abbreviation: as the text has it, or as known."""
    for found in _SHORT.finditer(house):
        short = found.group()
        full = _in_text(short, source) or packed(__package__, "institutes.yaml").get(short, "")
        if full and full not in house:
            before = house[: found.start()]
            article = "the " if before.endswith((" at ", " of ", " in ")) else ""
            return f"{before}{article}{full}{house[found.end() :]}"
    return house


def _in_text(short: str, source: Source) -> str:
    """Return the name before an abbreviation in brackets whose letters it begins with."""
    text = "\n".join(passage.text for passage in source.passages)
    for found in re.finditer(rf"({_NAME}) \({short}\)", text):
        words = found[1].split()
        for start in range(len(words)):
            letters = "".join(word[0] for word in words[start:] if word[0].isupper())
            if letters == short:
                return " ".join(words[start:])
    return ""
