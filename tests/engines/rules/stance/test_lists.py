"""The lists of words and phrases: each entry can stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources

import yaml

from brief.engines.rules.stance.lexicon import operators
from brief.vocabulary.states import load
from brief.vocabulary.words import TaggedPhrases, words


def entries() -> Iterator[str]:
    """Return every phrase of the relations, of what turns them, and of what leans."""
    for listed in operators().values():
        yield from listed
    relations = load("relations.yaml")
    for listed in relations["groups"].values():
        yield from listed
    for one in relations["relations"].values():
        for name in ("ask", "terms", "near", "weaker", "opposed"):
            yield from (entry for entry in one[name] if not entry.startswith("@"))
    tone = resources.files("brief.engines.rules.stance").joinpath("tone.yaml")
    for lines in yaml.safe_load(tone.read_text(encoding="utf-8")).values():
        yield from (entry.strip() for line in lines for entry in line.split(","))


def told(entry: str) -> Iterator[list[str]]:
    """Return the words that an entry stands for, each choice once, without its gaps."""
    slots = [slot.split("/") for slot in entry.lower().split() if slot != ".."]
    for turn in range(max(map(len, slots))):
        chosen = [choices[turn % len(choices)] for choices in slots]
        yield ["so" if slot == "_" else slot.rstrip("*") for slot in chosen]


def plain(word: str) -> str:
    """Return a word as texts are cut into words: without a possessive, hyphens as blanks."""
    return re.sub(r"(?<=\w)['’]s$", "", word).replace("-", "").replace("’", "'")


def test_every_entry_can_match() -> None:
    """A comma, or a word that no text is cut into, would keep a phrase from ever being found."""
    never = []
    for entry in entries():
        for said in told(entry):
            found = words(" ".join(said))
            alone = "".join(word.text for word in found) == "".join(map(plain, said))
            if not alone or any(word.apart for word in found):
                never.append(f"{entry}: {said}")
                break
    assert never == []


def test_a_phrase_across_a_comma_is_never_found() -> None:
    """What the test above looks for would indeed not be found."""
    comma = TaggedPhrases()
    comma.add(["partners, not allies"], "x")
    assert comma.find(words("They are partners, not allies.")) == []
