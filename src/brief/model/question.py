"""What is asked: text, parties and their names, the relation asked about, its vocabulary."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field

from brief.model.base import Model
from brief.model.listed import Line
from brief.model.source import Issued

HEADS = {
    "-2": "ruled out",
    "-1": "doubted",
    "0": "no clear side",
    "1": "close to it",
    "2": "exists or coming",
}


class Party(Model):
    """A state or bloc the question is about."""

    name: Line
    """As shown: `China`."""
    aliases: tuple[str, ...] = ()
    """All its names, adjectives, capitals, leaders: `China`, `Chinese`, `Beijing`, `Xi`, `PRC`."""
    prefixes: tuple[str, ...] = ()
    """Combining forms: `Sino`."""


class Relation(Model):
    """The relation asked about, and the words that speak of it.

    A word list holds phrases: `a/b` is either word, `alli*` any ending, `_` any one word, `..` up
    to three words. Hyphens count as blanks.
    """

    name: Line
    """As shown, singular: `alliance`."""
    direction: Literal[1, -1] = 1
    """1 when friendlier means nearer to the relation, -1 when more hostile does (`rivalry`)."""
    toward: tuple[str, ...] = ()
    """Words before the second party where the relation is one of the first to the second, and not
    of both: `dependence on Niger`. The first of them is ours to say it with."""
    terms: tuple[str, ...] = ()
    """Words that name the relation itself (+2): `alliance`, `ally`, `axis`, `pact`."""
    near: tuple[str, ...] = ()
    """Words for something close to it (+1): `quasi alliance`, `alignment`."""
    weaker: tuple[str, ...] = ()
    """Words for something short of it (-1): `marriage of convenience`, `mistrust`."""
    opposed: tuple[str, ...] = ()
    """Words for its opposite (-2): `rivalry`, `split`."""


class TurningPoint(Model):
    """A day on which what sources say of the parties may have changed."""

    day: Issued
    what: Annotated[str, Field(pattern=r"^[^\d]*[^\d\s][^\d]*$")]
    """What happened, as in `later than Russia’s invasion of Ukraine`: no number in it."""


class Question(Model):
    """A question that every source is read against. Data, not code."""

    id: str
    """Slug, the file stem in `templates/questions/`."""
    text: Line
    """As asked: `Are China and Russia forming an alliance?`."""
    parties: tuple[Party, ...] = Field(min_length=2)
    relation: Relation
    labels: dict[str, Line]
    """The words for each score: keys `-2`, `-1`, `0`, `1`, `2` and `none`."""
    heads: dict[str, Line] = HEADS
    """The same in a word or two, for the head of a chart."""
    turning_points: tuple[TurningPoint, ...] = ()
    """Days from before which a source may be out of date."""

    def shown(self, party: Party) -> str:
        """Return what a party is called here: a short name such as `EU` where asked by it."""
        if party.name in self.text:
            return party.name
        asked = re.findall(r"\b[A-Z]{2,6}\b", self.text)
        return next((name for name in asked if name in party.aliases), party.name)
