"""Counts, sources and listed sentences in; their markup in this reader's words out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from brief.compose.affiliations import affiliation, country
from brief.compose.desk import Desk, Values
from brief.compose.evidence.line import Line
from brief.compose.signal_phrases import later
from brief.compose.wording import cite, named_in, num, question_names, typographic
from brief.model.dossier import Source
from brief.model.question import Question


class Pen:
    """Writes what all sections share; each number that it writes is registered at the desk."""

    def __init__(self, desk: Desk, question: Question) -> None:
        self.desk, self._parties = desk, question.parties
        self.names = question_names(question, desk.audience.capital)

    def num(self, name: str, value: float, how: str, text: str = "") -> Markup:
        """Return the markup of a computed number, registered."""
        return num(self.desk.count(name, value, how, text))

    def word(self, name: str, value: int, how: str) -> Markup:
        """Return a small count as a word: `three`."""
        return self.num(name, value, how, self.desk.conventions.word(value))

    def words(self, name: str, value: int, how: str) -> dict[str, Markup]:
        """Return a small count as a word, for the middle and for the start of a sentence."""
        word = self.desk.conventions.word(value)
        start = self.num(f"{name}.start", value, how, word[:1].upper() + word[1:])
        return {"low": self.word(name, value, how), "up": start}

    def listed(self, text: str, more: dict[str, Markup] | None = None) -> Markup:
        """Return a listed sentence with its names filled in, in this reader's spelling."""
        ours = typographic(self.desk.conventions.spell(" ".join(text.split())))
        return named_in(ours, {**self.names, **(more or {})})

    def clause(self, text: str) -> Markup:
        """Return a listed sentence for the middle of one: `A and B hold that pressure …`."""
        bare = " ".join(text.split()).removesuffix(".")
        named = bare.startswith("{") or bare[1:2].isupper() or bare[1:2] == "."  # `NATO`, `U.S.`
        return self.listed(bare if named else bare[:1].lower() + bare[1:])

    def called(self, sources: Sequence[Source]) -> list[str]:
        """Return the names of sources for the middle of a sentence."""
        return [self.desk.called(source.id) for source in sources]

    def timed(self, sources: Sequence[Source]) -> list[Markup]:
        """Return the names of sources, each with its time: `Hu (2016 or later)`."""
        return [
            name
            if one.issued
            else Markup("{} ({})").format(name, later(self.desk, one) or "undated")
            for name, one in zip(self.dated(sources), sources, strict=True)
        ]

    def dated(self, sources: Sequence[Source]) -> list[Markup]:
        """Return the names of sources, each with its year where it has one: `Zhao (2022)`."""
        return [
            Markup("{} ({})").format(name, num(self.desk.date(source)))
            if source.issued and not self.desk.dated(source)
            else escape(name)
            for name, source in zip(self.called(sources), sources, strict=True)
        ]

    def noted(
        self, sources: Sequence[Source], lines: Mapping[str, Sequence[Line]], most: int
    ) -> list[Markup]:
        """Return the names of sources in order, those shown each with the notes that show it."""
        sources, named = ordered(sources, most), len(shown(sources, most))
        return [
            Markup("{}{}").format(name, cite(lines.get(source.id, ())) if place < named else "")
            for place, (name, source) in enumerate(zip(self.dated(sources), sources, strict=True))
        ]

    def from_party(self, source: Source) -> str:
        """Return the party from whose country a source is written; empty for none."""
        return country(affiliation(source), self._parties)

    def source(self, source: Source | None) -> Values | None:
        """Return what the template says of one source in passing."""
        if source is None:
            return None
        return {
            "name": self.desk.names[source.id],
            "side": source.side,
            "independent": source.independent,
            "label": source.stance.label,
            "date": num(self.desk.date(source, "date")) if source.issued else "",
            "year": num(self.desk.date(source)) if source.issued else "",
            "dated": self.desk.dated(source),
            "year_n": source.issued.year if source.issued else 0,
            "age": self._age(source),
            "years": source.age or 0,
            "country": self.from_party(source),
            "id": source.id,
        }

    def _age(self, source: Source) -> Markup | str:
        if source.age is None:
            return ""
        years = int(source.age)
        return self.num(
            f"age:{source.id}", years, f"years from {source.id} to the date of this brief"
        )


def shown(sources: Sequence[Source], most: int) -> Sequence[Source]:
    """Return those of the sources that are named: `most`, or one more, for nobody is `others`.

    The template's `list` counts its names in the same way.
    """
    return sources if len(sources) == most + 1 else sources[:most]


def ordered(sources: Sequence[Source], most: int) -> Sequence[Source]:
    """Return sources in the order in which they are named: where some are `others`, the unsigned.

    A reader can weigh whom he knows, or can look up; the name of a site tells little.
    """
    if len(shown(sources, most)) == len(sources):
        return sources
    return sorted(sources, key=lambda one: 0 if one.authors else 1 if one.publisher else 2)


def unsigned(name: Markup) -> Markup:
    """Return the name of an unsigned source as such: `the unsigned “Dam”`, `an unsigned text`."""
    if name.startswith("an unsigned "):
        return name
    return Markup("the unsigned {}").format(Markup(name.removeprefix("the ")))


def people(sources: Sequence[Source]) -> int:
    """Return how many the names of sources stand for, so that verbs agree: two authors are two."""
    return sum(max(1, len(source.authors)) for source in sources)


def dots(
    desk: Desk, key: str, ways: tuple[int, int, int], speaking: int, total: int
) -> list[Values]:
    """Return the dots of a strip, one an independent source: which count, which shape.

    `ways` are the sources that point the way that is stated first, the other way, and both;
    `speaking` are all that speak of the matter, of `total` sources. Who speaks of it and points no
    way is told from who is evidence for both.
    """
    one, other, both = ways
    shapes = {
        "one": ("filled", one),
        "both": ("half", both),
        "other": ("hollow", other),
        "none": ("dash", speaking - one - other - both),
        "silent": ("faint", total - speaking),
    }
    return [
        {"shape": shape, "ref": desk.count(f"{key}.{name}", value, f"sources that point: {name}")}
        for name, (shape, value) in shapes.items()
        if value
    ]
