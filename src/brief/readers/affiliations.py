"""A line on a person in, the institution it names out; and where text begins behind such a line."""

from __future__ import annotations

import re

from brief.readers.names import has_role, is_organization, leading_name, load

_SPACES = re.compile(r"\s+")
_PIECE = re.compile(r"\S+")
_VERB = re.compile(r"\b(?:is|was|are|were|has|serves|works|teaches)\b")


def affiliation_in(text: str) -> str:
    """Return the institution where, by this biographical text, somebody works; or ""."""
    role = load().roles.search(text)
    if role is None and not _VERB.search(text) and is_organization(text):
        return _SPACES.sub(" ", text).strip(" .,")
    at = role.end() if role else 0
    parts = [part.strip(" .") for part in re.split(r",\s+", text)]
    places = [part for part in parts if is_organization(part) and not load().roles.match(part)]
    if places and places[0] != parts[0] and len(text) < 200 and not _VERB.search(text):
        return _SPACES.sub(" ", places[0])
    for links in (r"\b(?:at|with|from)\s+", r"\b(?:of|for|in)\s+"):
        for match in re.finditer(links + r"(?:the\s+)?", text[at : at + 400]):
            name = _capitals(text, at + match.end())
            if name and (is_organization(name) or " at " in f" {match.group()}"):
                return name
    return _SPACES.sub(" ", places[0]) if places and len(parts) > 1 else ""


_LINKS = frozenset({"of", "for", "the", "and", "on", "de", "des", "du", "la", "der", "für", "&"})


def _capitals(text: str, start: int) -> str:
    """Return the run of capitalized words, with small words between them, from an offset on."""
    kept = end = start
    for match in _PIECE.finditer(text, start, min(len(text), start + 160)):
        token = match.group()
        bare = token.strip("“”\"'’.,;:()")
        if bare in _LINKS and match.start() > start and text[match.start() - 2] != ",":
            continue
        opens = kept > start and bare.casefold() in load().openers
        if not bare[:1].isupper() or opens or _is_role_after_link(text, kept, match.start(), bare):
            break
        kept = match.start() + len(token.rstrip(".,;:()"))
        end = kept
        if token.rstrip('”"’)')[-1:] in ".;:)" and not re.match(r"(?:[A-Z]\.)+$|St\.$", token):
            break
    whole = re.sub(r"\s*\([^()]*$", "", text[start:end])  # "(INST" of "(INST); jane@inst.example"
    return _SPACES.sub(" ", whole).strip(" ,")


def _is_role_after_link(text: str, kept: int, start: int, bare: str) -> bool:
    between = text[kept:start]
    return ("and" in between or "," in between) and bool(load().roles.match(bare))


def body_after_byline(text: str) -> int:
    """Return where running text begins behind a byline glued to it; 0 when there is none.

    `Author Jane Q. Doe Ph.D. candidate at Any University The relation has ...`: the institution
    ends where a capitalized small word opens a sentence, or behind its own noun.
    """
    opening = load().byline.match(text)
    name, end = leading_name(text[opening.end() :]) if opening else ("", 0)
    if not opening or not name:
        return 0
    at = opening.end() + end
    described = has_role(text[at : at + 60]) or text[at : at + 30].split()[:1] == ["Ph.D."]
    before, last_noun = "", 0
    for match in list(_PIECE.finditer(text, at, min(len(text), at + 300)))[:30]:
        bare = match.group().strip("“”\"'’.,;:()")
        capital = bare[:1].isupper()
        if (
            capital
            and bare.casefold() in load().openers
            and before[:1] != ","
            and before not in _LINKS
        ):
            return match.start()
        if last_noun and capital and before not in _LINKS:
            return last_noun
        if not described and not capital:
            return 0
        last_noun = match.end() if is_organization(bare) and capital else 0
        if last_noun and text[match.end() : match.end() + 4] == " of ":
            last_noun = 0
        before = bare
    return 0
