"""A person's name in, whether its family name is printed first: `Zhao Long`, `Orbán Viktor`.

The lists hold the most common family names of countries that print them first, and Hungarian
given names that are no family names elsewhere. Where both ends of a name are listed, the one
that is the more common family name decides; who is in no list is called by the last name.
"""

from __future__ import annotations

import re

from brief.vocabulary.lists import packed

_LISTS = packed("brief.vocabulary", "surnames.yaml")
_FIRST = ("chinese", "korean", "vietnamese", "japanese")
_RANK = {name: rank for names in _FIRST for rank, name in enumerate(_LISTS[names])}
_RARE = len(_RANK)
_HUNGARIAN = frozenset(_LISTS["hungarian_given"])
# "Jong-min", "Wee-kiat": two syllables, the second small, are a given name.
_ROMAJI = re.compile(r"(?:[kstnhmyrwgzdbpjfc]?[hs]?y?[aiueoāīūēō]|n)+$", re.IGNORECASE)
_CHINESE = frozenset(_LISTS["chinese"])
_ONLY_KOREAN = frozenset(_LISTS["korean"]) - _CHINESE
_ONLY_JAPANESE = frozenset(_LISTS["japanese"]) - {*_LISTS["chinese"], *_LISTS["korean"]}
# Given names of the West too; then two short words must follow, or syllables with a hyphen.
_WESTERN = frozenset({"Lee", "Kim", "Han", "Song", "Long", "Jin", "Tan"})
_SHORT = 5
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,6}$")


def family_first(name: str) -> bool:
    """Tell whether a name seems printed with the family name first."""
    words = name.split()
    if len(words) < 2 or "." in name:
        return False
    first, last = (_RANK.get(word, _RARE) for word in (words[0], words[-1]))
    if first < _RARE and _SYLLABLES.match(words[-1]):
        return True
    if len(words) == 2 and last == _RARE and words[-1] in _HUNGARIAN:
        return words[0] not in _HUNGARIAN
    given = words[1:]
    if words[0] in _ONLY_JAPANESE and not all(map(_ROMAJI.match, given)):
        return False  # Abe Lincoln
    if words[0] in _WESTERN and not (len(given) == 2 and max(map(len, given)) <= _SHORT):
        return False
    if len(words) == 2 and words[0] in _CHINESE and words[-1] in _ONLY_KOREAN:
        return True  # Cai Hong: who has a Korean family name last has a given name before it
    return first < last
