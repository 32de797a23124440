"""Where a brief's words and numbers come from: hands them out, and keeps the ledger of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from brief.compose.bibliography import in_sentence, names
from brief.compose.conventions import Conventions
from brief.compose.evidence.library import Library
from brief.compose.evidence.line import Line
from brief.compose.evidence.quoting import snippet
from brief.compose.legible import elided, legible
from brief.compose.smart_quotes import set_marks
from brief.compose.wording import listed
from brief.model.audience import Audience
from brief.model.brief import Cite, Inline, Note, Number, Quoted, Text
from brief.model.dossier import Dossier, Source
from brief.model.ledger import Ledger, LedgerCount, LedgerFigure, LedgerQuote
from brief.model.scripts import foreign_runs
from brief.model.source import Issued
from brief.model.summary import Figure
from brief.vocabulary.hyphens import forth, joined

Values = dict[str, Any]
"""What a template is handed, by name."""
TOGETHER = 3
"""Passages of one work, cited at one place, from which on they share a note; two are told apart,
since each has a sentence of its own to stand behind."""
Places = tuple[str, tuple[str, ...]]
"""What a note names: a work, and passages of it in order."""


class Desk:
    """Answers the markup's `q`, `num`, `cite` and `exhibit`; what it hands out is in its ledger."""

    def __init__(self, dossier: Dossier, audience: Audience, library: Library) -> None:
        self.audience, self.conventions = audience, Conventions(audience)
        self.sources: dict[str, Source] = {source.id: source for source in dossier.sources}
        self.of_notes = all(source.note for source in dossier.sources)
        """Whether no source itself was read: the head of the notes says so once for all."""
        self.question = library.question
        self.since = library.since
        """By id the year before which an undated source was not finished, where one is known."""
        self.year = library.year
        """Returns the year of a source, or that before which it was not finished; zero for none."""
        self.names = names(dossier.sources)
        self.lines = {line.ref: line for found in library.whole.values() for line in found}
        self.figures: dict[str, tuple[Source, Figure]] = {
            figure.id: (source, figure) for source in dossier.sources for figure in source.figures
        }
        self.counts: dict[str, tuple[LedgerCount, str]] = {}
        self.exhibits: dict[str, dict[str, Any]] = {}
        self._quotes: dict[str, LedgerQuote] = {}
        self._figures: dict[str, LedgerFigure] = {}
        self._used: set[str] = set()
        self._notes: dict[Places, list[str]] = {}
        self.marked: list[tuple[int, tuple[str, ...]]] = []
        """The marks handed out so far: number of the note, and the sentences that it is set for."""

    def count(self, name: str, value: float, how: str, text: str = "") -> str:
        """Register a computed number under `n:name`; return that id."""
        key = name if ":" in name else f"n:{name}"
        said = text or self.conventions.integer(value)
        self.counts[key] = (LedgerCount(id=key, value=value, how=how), said)
        return key

    def date(self, source: Source, form: str = "year") -> str:
        """Register the date of a source (`form` `year` or `date`); return its id."""
        assert source.issued is not None
        issued = source.issued
        if form == "year":
            text = self.conventions.date(issued.model_copy(update={"month": None, "day": None}))
        else:
            text = self.conventions.date(issued)
        value = issued.year if form == "year" else int(str(issued).replace("-", ""))
        how = f"{'year' if form == 'year' else 'date'} of {source.id}"
        return self.count(f"{form}:{source.id}", value, how, text)

    def around(self, source: Source) -> str:
        """Register the year before which an undated source was not finished; return its id."""
        year = self.since[source.id]
        said = self.conventions.date(Issued(year=year))
        how = f"year before which {source.id} was not finished, by what it names"
        return self.count(f"named:{source.id}", year, how, said)

    def year_of(self, source: Source) -> str:
        """Register that year; return its id."""
        return self.date(source) if source.issued else self.around(source)

    def figure_line(self, figure: Figure, source: Source) -> Line:
        """Return the sentence of a figure as a line that can be cited."""
        line = Line(
            article=source.id,
            text=figure.text,
            start=figure.start,
            end=figure.end,
            passage=figure.passage,
            voice=str(figure.voice),
            weight=1.0,
        )
        return self.lines.setdefault(line.ref, line)

    # what the markup asks for

    def quote(self, ref: str) -> Quoted:
        """Return a quotation in this reader's marks; a note's words stand without marks."""
        line = self.lines[ref]
        text, shifts = joined(line.text)
        focus = line.focus and (forth(line.focus[0], shifts), forth(line.focus[1], shifts))
        shown = snippet(text, focus).text
        opening, closing = self.audience.quotes
        note = self.sources[line.article].note
        shown = set_marks(shown, "" if note else opening)
        runs: list[Inline] = list(foreign_runs(elided(shown)))
        if not note:
            runs = _joined([Text(text=opening), *runs, Text(text=closing)])
        return Quoted(quote=self._ledger_quote(line), children=tuple(runs))

    def number(self, ref: str) -> Number:
        """Return a computed number, a date or a figure as this reader writes it."""
        if ref in self.counts:
            self._used.add(ref)
            return Number(text=self.counts[ref][1], source=ref)
        source, figure = self.figures[ref]
        quote = self._ledger_quote(self.figure_line(figure, source))
        number = figure.text[figure.number.start - figure.start : figure.number.end - figure.start]
        self._figures[ref] = LedgerFigure(
            id=ref, quote=quote, value=figure.value, unit=figure.unit, text=number
        )
        return Number(text=self.conventions.figure(figure), source=ref)

    def tally(self, ref: str) -> int:
        """Return the value of a count, which enters the ledger."""
        made, _ = self.counts[ref]
        self._used.add(ref)
        return round(made.value)

    def cite(self, refs: list[str]) -> list[Cite]:
        """Return the marks of notes, by number: one for each passage, or for many of one work.

        A passage that a note of its own cites already keeps that.
        """
        marks: dict[int, list[str]] = {}
        lines = [self.lines[ref] for ref in refs]
        for line in lines:
            places = self._places(line, lines)
            cited = self._notes.setdefault(places, [])
            key = self._ledger_quote(line)
            if key not in cited:
                cited.append(key)
            marks.setdefault(list(self._notes).index(places) + 1, []).append(key)
        self.marked += [(number, tuple(dict.fromkeys(marks[number]))) for number in sorted(marks)]
        return [Cite(note=number) for number in sorted(marks)]

    def _places(self, line: Line, beside: Sequence[Line]) -> Places:
        """Return the work and the passages that the note for a line names, beside others."""
        alone = line.article, (line.passage,)
        if alone in self._notes:
            return alone
        theirs = {one.passage for one in beside if one.article == line.article}
        fresh = [one for one in theirs if (line.article, (one,)) not in self._notes]
        if len(fresh) < TOGETHER or not all(map(_paragraph, fresh)):
            return alone
        return line.article, tuple(sorted(fresh, key=_paragraph))

    def exhibit(self, ref: str) -> dict[str, Any]:
        """Return the data of an exhibit; its sources enter the ledger."""
        data = self.exhibits[ref]
        for point in data["points"]:
            if point.source in self.counts:
                self._used.add(point.source)
            elif point.source in self.figures:
                self.number(point.source)
        return data

    def _ledger_quote(self, line: Line) -> str:
        source = self.sources[line.article]
        self._quotes[line.ref] = LedgerQuote(
            id=line.ref,
            article=line.article,
            seed=source.seed,
            sha256=source.sha256,
            passage=line.passage,
            start=line.start,
            end=line.end,
            text=line.text,
            voice=line.voice,
            note=source.note,
        )
        return line.ref

    # what is left when the page is written

    @property
    def cited(self) -> frozenset[str]:
        """Return the ids of the sources whose words, figures or dates are in the ledger."""
        dated = {key.partition(":")[2] for key in self._used}
        return frozenset(quote.article for quote in self._quotes.values()) | dated

    def notes(self) -> tuple[Note, ...]:
        """Return the numbered notes in order of their first mark."""
        return tuple(
            Note(
                number=number,
                id=_note_id(passages),
                children=tuple(foreign_runs(legible(self._note(article, passages)))),
                quotes=tuple(quotes),
                reference=article,
            )
            for number, ((article, passages), quotes) in enumerate(self._notes.items(), 1)
        )

    def _note(self, article: str, passages: Sequence[str]) -> str:
        """Return `Yuan, para. 9.`; among sources that we read, `Our note on Yuan, para. 9.`."""
        places = [str(_paragraph(one)) for one in passages if _paragraph(one)]
        note = self.sources[article].note
        apart = note and not self.of_notes
        name = self.called(article, "the ") if apart else self.names[article]
        word = "para." if len(places) == 1 else "paras."
        where = f"{name}, {word} {listed(places)}." if places else f"{name}."
        return f"Our note on {where}" if apart else where

    def called(self, article: str, lead: str = "an ") -> str:
        """Return a source's name for the middle of a sentence: `Yuan`, `an unsigned analysis`."""
        return in_sentence(self.names[article], lead)

    def dated(self, source: Source) -> bool:
        """Tell whether a source's short name holds its year, as it does where two have one name."""
        return source.issued is not None and str(source.issued.year) in self.names[source.id]

    def ledger(self) -> Ledger:
        """Return all that was handed out, in the order of ids."""
        return Ledger(
            quotes=tuple(self._quotes[key] for key in sorted(self._quotes)),
            figures=tuple(self._figures[key] for key in sorted(self._figures)),
            counts=tuple(self.counts[key][0] for key in sorted(self._used)),
        )


def _joined(runs: list[Inline]) -> list[Inline]:
    """Return runs with neighboring texts joined."""
    made: list[Inline] = []
    for run in runs:
        if made and isinstance(made[-1], Text) and isinstance(run, Text):
            made[-1] = Text(text=made[-1].text + run.text)
        else:
            made.append(run)
    return made


def _paragraph(passage: str) -> int:
    """Return the number of a paragraph; zero where the passage has none."""
    place = passage.partition("#p")[2]
    return int(place) if place.isdecimal() else 0


def _note_id(passages: Sequence[str]) -> str:
    """Return the id of a note: `note-003.p5`, `note-003.p5.p9` where it names two."""
    first, *rest = passages
    return ".".join((f"note-{first.replace('#', '.')}", *(f"p{_paragraph(one)}" for one in rest)))
