"""What is asked: text, parties and their names, the relation asked about, its vocabulary."""

from __future__ import annotations

from brief.model.base import Model


class Party(Model):
    """A state or bloc the question is about."""

    name: str
    """As shown: `China`."""
    aliases: tuple[str, ...] = ()
    """Other names, adjectives, capitals, leaders: `Chinese`, `Beijing`, `Xi`, `PRC`."""
    prefixes: tuple[str, ...] = ()
    """Combining forms: `Sino`."""


class Relation(Model):
    """The relation asked about, and the words that speak of it."""

    name: str
    """As shown, singular: `alliance`."""
    terms: tuple[str, ...] = ()
    """Words that name the relation itself: `alliance`, `ally`, `axis`, `pact`."""
    near: tuple[str, ...] = ()
    """Words for something close to it (+1): `quasi-alliance`, `alignment`."""
    weaker: tuple[str, ...] = ()
    """Words for something short of it (-1): `marriage of convenience`, `partnership only`."""
    opposed: tuple[str, ...] = ()
    """Words for its opposite (-2): `rivalry`, `split`, `distrust`."""


class Question(Model):
    """A question that every source is read against. Data, not code."""

    id: str
    text: str
    parties: tuple[Party, ...]
    relation: Relation
    labels: dict[str, str]
    """The words for each score: keys `-2`, `-1`, `0`, `1`, `2` and `none`."""
