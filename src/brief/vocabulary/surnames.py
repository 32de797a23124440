"""A person's name in, its family name out, also where that is printed first: `Zhao Long`.

The lists hold the most common family names of countries that print them first, and Hungarian
given names that are no family names elsewhere (`Orbán Viktor`). Where both ends of a name are
listed, the one that is the more common family name decides; who is in no list is called by the
last name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from brief.vocabulary.lists import packed

_FIRST = ("chinese", "korean", "vietnamese", "japanese")
"""Lists of family names that are printed first."""
_ROMAJI = re.compile(r"(?:[kstnhmyrwgzdbpjfc]?[hs]?y?[aiueoāīūēō]|n)+$", re.IGNORECASE)
_WESTERN = frozenset({"Lee", "Kim", "Han", "Song", "Long", "Jin", "Tan"})
"""Given names of the West too; then two short words must follow, or syllables with a hyphen."""
_SHORT = 5
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,6}$")
"""`Jong-min`, `Wee-kiat`: two syllables, the second small, are a given name."""
_PERSON = 6
"""Words that the name of a person has at most."""


def family(name: str, known: Collection[str] = ()) -> str:
    """Return the name a person is called by: `Yuan`, `Zhao`, `van der Berg`.

    `known` are family names from records: of those that the name holds the longest is taken.
    """
    return parted(name, known)[1]


def parted(name: str, known: Collection[str] = ()) -> tuple[str, str]:
    """Return given and family name of a person; an institution has no given name."""
    words = name.split()
    for one in sorted(known, key=len, reverse=True):
        if one and f" {name} ".count(f" {one} ") and one != name:
            before, _, behind = f" {name} ".partition(f" {one} ")
            suffix = behind.strip() if _behind(behind.strip()) else ""
            given = before if suffix else f"{before} {behind}"
            return " ".join(given.split()), f"{one} {suffix}".strip()
    if len(words) < 2 or institution(name):
        return "", name
    if family_first(name):
        return " ".join(words[1:]), words[0]
    at = _last(words)
    return " ".join(words[:at]), " ".join(words[at:])


def surname(name: str) -> str:
    """Return the word by which a text is sure to name a person again: `Zhao`, `Berg`, `King`."""
    words = family(name).split()
    while len(words) > 1 and _behind(words[-1]):
        words.pop()
    return words[-1] if words else ""


def called_by(name: str, word: str) -> bool:
    """Tell whether a person is called by a word: by the family name, or by the last of its words.

    `Zhao Long` is called Zhao, `Jan van der Berg` van der Berg, and Berg.
    """
    return word in (family(name), surname(name))


def institution(name: str) -> bool:
    """Tell whether an author seems to be no person: `RAND Corporation`, `The 4th Estate`."""
    words = name.casefold().split()
    return (
        bool(_listed("institutions") & {word.strip(".,") for word in words})
        or len(words) > _PERSON
        or any(char.isdigit() for char in name)
    )


def family_first(name: str) -> bool:
    """Tell whether a name seems printed with the family name first."""
    words = name.split()
    if len(words) < 2 or "." in name:
        return False
    ranks = _ranks()
    first, last = (ranks.get(word, len(ranks)) for word in (words[0], words[-1]))
    if first < len(ranks) and _SYLLABLES.match(words[-1]):
        return True
    hungarian = _listed("hungarian_given")
    if len(words) == 2 and last == len(ranks) and words[-1] in hungarian:
        return words[0] not in hungarian
    given = words[1:]
    if _only(words[0], "japanese") and not all(map(_ROMAJI.match, given)):
        return False  # Abe Lincoln
    if words[0] in _WESTERN and not (len(given) == 2 and max(map(len, given)) <= _SHORT):
        return False
    if len(words) == 2 and words[0] in _listed("chinese") and _only(words[-1], "korean"):
        return True  # Cai Hong: who has a Korean family name last has a given name before it
    return first < last


def _last(words: Sequence[str]) -> int:
    """Return the place of the first word of a family name that is printed last.

    Small words belong to it (`van der Berg`, `de Vries`), and some large ones (`Le Pen`); what
    comes behind it (`Jr.`) is called along with it.
    """
    at = len(words) - 1
    while at > 1 and _behind(words[at]):
        at -= 1
    while at > 1 and (words[at - 1].islower() or words[at - 1] in _listed("opening")):
        at -= 1
    if at > 1 and words[at] in _listed("between"):
        at -= 1
    return at


def _behind(word: str) -> bool:
    """Tell whether a word stands behind a family name: `Jr.`."""
    return word.casefold().rstrip(".") in _listed("behind")


def _only(word: str, country: str) -> bool:
    """Tell whether a word is a family name of one country, and of no nearer one."""
    others = {"korean": ("chinese",), "japanese": ("chinese", "korean")}[country]
    return word in _listed(country) and not any(word in _listed(one) for one in others)


@cache
def _ranks() -> Mapping[str, int]:
    """Return how common each family name is that is printed first, in its country: 0 is most."""
    return {name: rank for names in _FIRST for rank, name in enumerate(_names(names))}


def _names(name: str) -> Sequence[str]:
    names: Sequence[str] = packed(__package__, "surnames.yaml", words=True)[name]
    return names


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(_names(name))
