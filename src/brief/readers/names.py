"""A line in, the personal names it prints out; and whether it names an organization or a role.

Names are recognized by shape: two to five capitalized words, initials and particles, none of
which is a common word of headlines. The word lists stand in `names.yaml`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from brief.readers.signs import data
from brief.vocabulary.surnames import family_first

_INITIAL = re.compile(r"(?:[^\W\d_]\.-?){1,3}$|[A-Z]$")
_TOKEN = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*\.?-?$")
_FIRST_INITIAL = re.compile(r"[A-Z]\. [A-Z][a-z]+ [A-Za-z]")
_NO_HOUSE = re.compile(
    r"\b(?:press|news) (?:conferences?|releases?|briefings?|statements?|secretary|freedom)\b",
    re.IGNORECASE,
)
_ACRONYMS = re.compile("[A-Z]{2,}s")  # "NGOs"
_POSSESSIVE = re.compile(r"[’']s?$")
_GLUED_PARTICLE = re.compile(r"(?:d[’']|al-|el-|de|di|le|la|van|mac|mc)[A-Z][a-z]+$")
_HAN_NAME = re.compile("[\u3400-\u9fff·]{2,6}$")
# "山田太郎 (Yamada Taro)", "Li Wei (李伟)": one name in two scripts.
_READING = re.compile(r"\s*[（(]\s*(?P<name>[A-Z][^()（）\d]{2,50})[)）]")
_OTHER_READING = re.compile(r"\s*[（(](?P<name>[^()（）\[\]\d,;:]{2,50})[)）]")
_BETWEEN = re.compile(
    r"\s*(?:,\s*and\b|,|;|&|\band\b|\bund\b|\bet\b|\bwith\b|\bи\b|、|\s/\s)\s*", re.IGNORECASE
)
_DEGREE = re.compile(
    r",?\s*(?:(?:Ph\.?\s?D\.?|M\.?A\.?(?!(?-i:(?<=Ma) [A-Z]))|Jr\.?|Sr\.?|M\.?D\.?)"
    r"(?=[\s,.;]|$)(?!.{0,3}candidate)"
    r"|\((?:ret|retd|retired|eds?|ph\.?\s?d|m\.?a|m\.?d)\.?\))",
    re.IGNORECASE,
)
# "Vice Admiral Jane Doe", "Lieutenant General (Retd.) John Roe"
_RANK = re.compile(
    r"(?:vice|rear|air|lieutenant|brigadier|chief) "
    r"(?=(?:air |chief )?(?:admiral|marshal|general|commodore|colonel)\b)|marshal |commodore "
    r"|(?:group|wing|squadron|flight) (?=(?:captain|commander|leader|lieutenant)\b)",
    re.IGNORECASE,
)
_PIECE = re.compile(r"\S+")
_VOWEL = re.compile("[AEIOUYÀ-ÖØ-ÝĀĂĄĒĘĪİŌŐŪŮŰАЕЁИОУЫЭЮЯ]")
_WORD_START = re.compile(r"(?:^|(?<=[-’']))[^\W\d_]")
_SYLLABLE = re.compile(r"[B-DF-HJ-NP-TV-XZ][AEIOU]$")
_LONGEST_INITIALS = 3
_MAC = re.compile(r"^Mc(\w)")


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of `names.yaml`."""

    byline: re.Pattern[str]
    honorifics: frozenset[str]
    degrees: frozenset[str]
    particles: frozenset[str]
    families: frozenset[str]
    not_names: frozenset[str]
    common: frozenset[str]
    """The words of `not_names`, and states."""
    roles: re.Pattern[str]
    ranks: frozenset[str]
    organizations: re.Pattern[str]
    openers: frozenset[str]
    capitals_too: frozenset[str]


@cache
def load() -> Words:
    """Return the lists, read once."""
    raw = data("names.yaml")
    roles = "|".join(re.escape(role) for role in sorted(raw["roles"], key=len, reverse=True))
    nouns = "|".join(re.escape(noun) for noun in raw["organizations"])
    return Words(
        byline=re.compile(r"[•·*_\s–—-]*(?:" + "|".join(raw["bylines"]) + ")", re.IGNORECASE),
        honorifics=frozenset(raw["honorifics"]),
        degrees=frozenset(raw["degrees"]),
        particles=frozenset(raw["particles"]),
        families=frozenset(raw["families"]),
        not_names=frozenset(raw["not_names"]),
        common=frozenset([*raw["not_names"], *raw["states"]]),
        roles=re.compile(rf"\b(?:{roles})s?\b", re.IGNORECASE),
        ranks=frozenset(raw["ranks"]),
        organizations=re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE),
        openers=frozenset(raw["openers"]),
        capitals_too=frozenset(raw["capitals_too"]),
    )


def leading_name(text: str, *, sure: bool = False) -> tuple[str, int]:
    """Return the personal name a text begins with and the offset behind it; "", 0 without one.

    Honorifics before the name are left out of it. `sure`: the context says that a name is due
    ("by"), so one of its words may be a common one (Hong, Power, White).
    """
    lists = load()
    common = 0 if sure else 1
    tokens: list[str] = []
    end = full = 0
    for match in _PIECE.finditer(text[:200]):
        token = match.group().rstrip(",;:()")
        # "A." inside a name, or where one is due, is an initial and no article.
        due = tokens or sure or _FIRST_INITIAL.match(text)
        initial = due and token.endswith(".") and _INITIAL.match(token)
        bare = token.casefold() if initial else token.casefold().rstrip(".")
        rank = bare.strip("(.") in lists.honorifics or _RANK.match(text, match.start())
        if rank and not tokens:
            continue
        common += bare in lists.common
        opens = bare in lists.openers and not (sure and not tokens and token in lists.families)
        refused = opens or (bare in lists.common and common > 1)
        if len(tokens) == 5 or refused or not _fits(token, bare, tokens):
            break
        tokens.append(token)
        end = match.start() + len(token)
        full += not (_INITIAL.match(token) or bare in lists.particles)
        if token != match.group():
            break
    initialled = any(_INITIAL.match(token) for token in tokens)
    if full < 2 and not (full == 1 and (initialled or family_first(" ".join(tokens)))):
        return "", 0
    if all(token.casefold() in lists.ranks or lists.roles.fullmatch(token) for token in tokens):
        return "", 0  # "Deputy Managing" of an editor, "Independent Scholar"
    return _without_last_stop(tokens, end)


def _fits(token: str, bare: str, before: list[str]) -> bool:
    lists = load()
    degree = bare in lists.degrees and token.rstrip(".") not in lists.families
    if degree or _POSSESSIVE.search(bare) or _ACRONYMS.fullmatch(token):
        return False
    if before and bare.split("-")[0] in lists.particles:
        return True
    if not token[:1].isupper():
        return bool(before) and bool(_GLUED_PARTICLE.match(token))
    if before and token.isupper() and len(token) > 3 and not before[0].isupper():
        # "Jane Doe BEIJING": a dateline, unless the surname alone is in capitals.
        return len(before) == 1
    if before and before[-1].endswith(".") and not _INITIAL.match(before[-1]):
        return False
    return bool(_INITIAL.match(token) or _TOKEN.match(token))


def _without_last_stop(tokens: list[str], end: int) -> tuple[str, int]:
    if tokens[-1].casefold() in load().particles and not family_first(" ".join(tokens)):
        tokens = tokens[:-1]  # but "Xiao Bin" is whole
    name = " ".join(tokens)
    if name.endswith(".") and not _INITIAL.match(tokens[-1]):
        return name[:-1], end - 1
    return name, end


def split_names(text: str, *, sure: bool = False) -> tuple[tuple[str, ...], str]:
    """Return the names a text begins with, and the rest of it; `sure` as in `leading_name`."""
    names: list[str] = []
    at = end = 0
    while at < len(text):
        name, length = _han_name(text[at:]) or leading_name(text[at:], sure=sure)
        if not name or (names and is_organization(name)):
            break
        end = at + length
        name, end = _in_latin(name, text, end)
        names.append(name)
        degree = _DEGREE.match(text, end)
        end = degree.end() if degree else end
        between = _BETWEEN.match(text, end)
        if not between or not between.group():
            break
        at = between.end()
    return tuple(names), text[end:]


def _in_latin(name: str, text: str, end: int) -> tuple[str, int]:
    """Return a name as it is printed in Latin letters beside its own script, and its end."""
    reading = _READING.match(text, end) if _HAN_NAME.match(name) else None
    if reading and leading_name(reading["name"], sure=True)[0] == reading["name"].strip():
        return reading["name"].strip(), reading.end()
    other = _other_reading(text, end)
    return name, other.end() if other else end


def _other_reading(text: str, end: int) -> re.Match[str] | None:
    """Return the brackets behind a name that hold it in letters other than Latin."""
    found = _OTHER_READING.match(text, end)
    letters = [sign for sign in found["name"] if sign.isalpha()] if found else []
    latin = any(unicodedata.name(sign, "").startswith("LATIN") for sign in letters)
    return found if letters and not latin else None


def in_two_scripts(text: str) -> bool:
    """Tell whether a line is one name and the same in other letters: `Sana Idris (سناء إدريس)`."""
    name, end = leading_name(text)
    other = _other_reading(text, end) if name else None
    return other is not None and not text[other.end() :].strip(" .,")


def written(name: str) -> str:
    """Return a printed name with names in capitals as one writes them: `Marc JULIENNE`."""
    if not name.isupper() and (is_organization(name) or is_programme(name.split()[-1])):
        return name  # "RAND Press Team"
    # "AJ Smith" has initials; in "LI WEI" all is printed in capitals.
    least = 2 if name.isupper() else 3
    parts = [_written_word(word, least) for word in name.split()]
    # "LI Wei": no initials, which would hardly be a syllable.
    if _SYLLABLE.match(parts[0]) and len(parts) > 1 and parts[1][1:].islower():
        parts[0] = parts[0].capitalize()
    if _capitals_first(name.split()) and not family_first(" ".join(parts)):
        parts = [*parts[1:], parts[0]]
    return " ".join(parts)


def _capitals_first(words: list[str]) -> bool:
    """Tell whether the first of two or three words alone is in capitals: `TSUKADA Haruki`."""
    first, *rest = words
    spoken = len(first) > _LONGEST_INITIALS and first.isupper() and "." not in first
    spoken = spoken and not {word.casefold() for word in rest} & load().not_names
    return spoken and 1 <= len(rest) <= 2 and all(word[1:].islower() for word in rest)


def _written_word(word: str, least: int) -> str:
    """Return one word of a name; initials, and letters without a vowel, are no shouting."""
    if len(word) < least or not word.isupper() or "." in word or not _VOWEL.search(word):
        return word
    if word.casefold() in load().particles:
        return word.lower()
    # The small letter of "İ" is "i", which Python writes with two signs.
    small = word.replace("İ", "i").lower()
    capital = _WORD_START.sub(lambda start: start.group().upper(), small)
    return _MAC.sub(lambda match: f"Mc{match[1].upper()}", capital)


# "Doe, Jane" in the record of a library, which has lines such as "URI: ..." too.
_TURNED = re.compile(
    r"(?P<surname>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)?), "
    r"(?P<given>[^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'.-]*){0,2})$"
)


def turned(text: str) -> tuple[str, ...]:
    """Return the names of `Doe, Jane; Roe, Richard` the right way round; nothing of other lines."""
    found = [_TURNED.match(part.strip()) for part in text.split(";")]
    return tuple(f"{one['given']} {one['surname']}" for one in found if one) if all(found) else ()


def same_person(one: str, other: str) -> bool:
    """Tell whether two printed names mean one person: same last word, or nearly so."""
    a, b = one.casefold().split(), other.casefold().split()
    if not a or not b:
        return False
    near = SequenceMatcher(None, a[-1], b[-1]).ratio() >= 0.75
    return a[-1] == b[-1] or (a[0] == b[0] and near) or set(a) == set(b)


def _han_name(text: str) -> tuple[str, int] | None:
    first = _PIECE.match(text)
    token = re.split("[、,，;；]", first.group())[0] if first else ""
    return (token, len(token)) if token and _HAN_NAME.match(token) else None


def has_role(text: str) -> bool:
    """Tell whether a text says what somebody is ("senior fellow")."""
    return bool(load().roles.search(text))


def is_organization(text: str) -> bool:
    """Tell whether a text holds a noun that institutions and outlets are named by."""
    return bool(load().organizations.search(_NO_HOUSE.sub("", text)))


def is_programme(word: str) -> bool:
    """Tell whether a word ends the name of a part of an institution: `Asia Program`."""
    return word.casefold() in _PARTS


_PARTS = frozenset(["program", "programme", "project", "initiative", "desk", "team", "staff"])
