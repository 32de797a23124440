"""Notes, references and attributions in; those that do not agree with each other, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from brief.check import words
from brief.check.evidence import Evidence
from brief.check.places import REBUILD, Leaf, Place, Reporter, Sentence, leaves, sentences, short
from brief.model.brief import Brief, Cite, Note, Number, Quoted, Reference, Text
from brief.model.diagnostic import Diagnostic, Severity
from brief.model.ledger import LedgerQuote
from brief.model.plain import cited_notes, inline_text, plain
from brief.vocabulary.states import state_of


def notes(brief: Brief, evidence: Evidence, reporter: Reporter) -> Iterator[Diagnostic]:
    """Yield notes that rest on nothing, name another work than their quotes', or are not cited."""
    used = cited_notes(brief)
    if used != sorted(used):
        late = next(a for a, b in pairwise(used) if a > b)
        said = "it is cited before a note of a lower number, so Word would number it otherwise."
        yield reporter.say(f"note {late}", "note-number", said, REBUILD)
    references = {one.id for one in brief.references}
    for number, note in enumerate(brief.notes, 1):
        unit = f"note {note.number}"
        if note.number != number:
            yield reporter.say(unit, "note-number", f"it stands at place {number}.", REBUILD)
        if note.number not in used:
            yield reporter.say(unit, "note-idle", "no statement cites it.", REBUILD)
        if note.reference not in references and (note.reference or note.quotes):
            said = f"its reference '{note.reference}' is not in the list of sources."
            yield reporter.say(unit, "note-source", said, REBUILD)
        yield from _note_quotes(note, evidence, reporter)
    for number, work in enumerate(brief.references, 1):
        if work.number != number:
            said = f"it stands at place {number}."
            yield reporter.say(f"reference {work.number}", "reference-number", said, REBUILD)
        yield from _names(work, evidence, reporter)


def _names(work: Reference, evidence: Evidence, reporter: Reporter) -> Iterator[Diagnostic]:
    """Yield names of a work with words that its reference does not hold: they name nothing."""
    text = evidence.reference_text[work.id].casefold()
    for name in work.names:
        said = re.findall(r"[^\W_]+", name.casefold())
        strange = [word for word in said if word not in text and word not in words.naming()]
        if strange:
            found = f"its name “{short(name)}” is not in it: “{short(strange[0])}”."
            yield reporter.say(f"reference {work.number}", "reference-name", found, REBUILD)


def _note_quotes(note: Note, evidence: Evidence, reporter: Reporter) -> Iterator[Diagnostic]:
    unit, text = f"note {note.number}", plain(note.children)
    if not note.quotes:
        yield reporter.say(unit, "note-empty", "it rests on no words of a source.", REBUILD)
    for key in note.quotes:
        quote = evidence.quotes.get(key)
        if quote is None:
            said = f"it rests on '{key}', which is not in the ledger."
            yield reporter.say(unit, "note-empty", said, REBUILD)
        elif quote.article != note.reference:
            said = f"it names source {note.reference}, but its words are of {quote.article}."
            yield reporter.say(unit, "note-source", said, "Sources were swapped. " + REBUILD)
        elif problem := _misnamed(text, _maker(note), quote, evidence):
            yield reporter.say(unit, "note-source", f"“{short(text)}” {problem}.", REBUILD)
    known = [evidence.quotes[key] for key in note.quotes if key in evidence.quotes]
    places = {quote.paragraph for quote in known}
    for place in _named_paragraphs(text):
        if known and place not in places and all(map(str.isdigit, places)):
            said = f"“{short(text)}” names paragraph {place}, where none of its words stand."
            yield reporter.say(unit, "note-source", said, REBUILD)


def _misnamed(text: str, who: str, quote: LedgerQuote, evidence: Evidence) -> str | None:
    """Return why a note's words do not fit its quote, or `None`."""
    place, said = quote.paragraph, _named_paragraphs(text)
    if said and place.isdigit() and place not in said:
        return f"does not name paragraph {place}, where its words stand"
    work = evidence.reference_text.get(quote.article, "")
    names = _capitalized(who)
    if names and work and not words.unnamed().match(who) and not names & _capitalized(work):
        return f"does not name its source, “{short(work)}”"
    return None


def _named_paragraphs(text: str) -> list[str]:
    """Return the numbers of the paragraphs that a note names: `Yuan, paras. 3 and 9.`"""
    return re.findall(r"\d+", text.partition(" para")[2])


def _capitalized(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_][\w'’-]+", text) if word[0].isupper()}


def attributions(
    places: Sequence[Place], evidence: Evidence, reporter: Reporter
) -> Iterator[Diagnostic]:
    """Yield marks that lead nowhere, words without their mark, and sentences that name another."""
    names = _telling(_makers(evidence), places)
    for place in places:
        for sentence in sentences(place.inlines, evidence.names):
            for number in sentence.cites:
                if number not in evidence.notes:
                    said = f"it cites note {number}, and there is none."
                    yield reporter.say(place.id, "cite-dangling", said, REBUILD)
            yield from _unmarked(place, sentence, evidence, reporter)
            yield from _misattributed(place, sentence, names, evidence, reporter)


def _unmarked(
    place: Place, sentence: Sentence, evidence: Evidence, reporter: Reporter
) -> Iterator[Diagnostic]:
    """Yield quotations and figures whose own note is not the one marked after them."""
    for at, leaf in enumerate(sentence.leaves):
        key = _rests_on(leaf, evidence)
        quote = evidence.quotes.get(key) if key else None
        if quote is None:
            continue
        near = _next_marks(sentence.leaves[at + 1 :]) or sentence.cites
        near = near or evidence.group_cites.get(place.group, [])
        if any(_is_cited(quote, number, evidence) for number in near):
            continue
        shown = short(inline_text((leaf,)), 50)
        if near:
            marks = ", ".join(map(str, dict.fromkeys(near)))
            said = f"“{shown}” is of {quote.article}, and note {marks} is not."
            yield reporter.say(place.id, "cite-wrong", said, "Sources were swapped. " + REBUILD)
        else:
            soft: Severity = "warning" if place.kind == "exhibit" else "error"
            hint = "Cite its source with <cite of=…/>."
            yield reporter.say(place.id, "cite-missing", f"“{shown}” has no note.", hint, soft)


def _rests_on(leaf: Leaf, evidence: Evidence) -> str | None:
    if isinstance(leaf, Quoted):
        return leaf.quote
    if isinstance(leaf, Number) and leaf.source in evidence.figures:
        return evidence.figures[leaf.source].quote
    return None


def _next_marks(following: Sequence[Leaf]) -> list[int]:
    """Return the first run of note marks after a place, up to the next quotation."""
    found: list[int] = []
    for leaf in following:
        if isinstance(leaf, Cite):
            found.append(leaf.note)
        elif found or isinstance(leaf, Quoted):
            break
    return found


def _is_cited(quote: LedgerQuote, number: int, evidence: Evidence) -> bool:
    note = evidence.notes.get(number)
    if note is None or note.reference != quote.article:
        return False
    cited = evidence.quotes_of([number])
    return any(one.id == quote.id or one.passage == quote.passage for one in cited)


# Who is named


def _makers(evidence: Evidence) -> dict[str, set[str]]:
    """Return the references by the family names that notes and references call their makers by."""
    made: dict[str, set[str]] = {}
    for note in evidence.notes.values():
        who = _maker(note)
        for name in () if words.unnamed().match(who) else re.split(r" and |, | et al", who):
            if re.fullmatch(r"[^\W\d_]['’\w .-]+", name) and name[0].isupper():
                made.setdefault(name.strip(". "), set()).add(note.reference)
    return made


def _telling(
    makers: dict[str, set[str]], places: Sequence[Place]
) -> Iterable[tuple[str, set[str]]]:
    """Return the makers' names that name nothing else: no state, no word that we write small."""
    plain = [one for place in places for one in leaves(place.inlines) if isinstance(one, Text)]
    said = " ".join(one.text for one in plain)
    small = {word for word in re.findall(r"[^\W\d_]+", said) if word.islower()}
    return [
        (name, owners)
        for name, owners in makers.items()
        if name.lower() not in small and state_of(name) is None
    ]


def _maker(note: Note) -> str:
    """Return who a note says its words are of: `Yuan` of `Our note on Yuan, para. 9.`"""
    who = re.split(r",? paras?\b", plain(note.children))[0]
    return re.sub(r"^.*\bour note on ", "", who, flags=re.IGNORECASE)


def _misattributed(
    place: Place,
    sentence: Sentence,
    names: Iterable[tuple[str, set[str]]],
    evidence: Evidence,
    reporter: Reporter,
) -> Iterator[Diagnostic]:
    """Yield a name or a year of a source in a sentence that rests on other sources only."""
    cited = evidence.quotes_of(sentence.cites)
    articles = {quote.article for quote in cited}
    if not articles:
        return
    spoken = " ".join([quote.voice for quote in cited] + [quote.text for quote in cited])
    works = " ".join(evidence.reference_text.get(article, "") for article in articles)
    for name, owners in names:
        named = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", sentence.named)
        if named and not owners & articles and name not in spoken and name not in works:
            said = f"the sentence names {name}, but its notes are on {_listed(articles)}."
            yield reporter.say(
                place.id, "attribution-wrong", said, "Sources were swapped. " + REBUILD
            )
    if not any(isinstance(leaf, Quoted) for leaf in sentence.leaves):
        return
    for leaf in sentence.leaves:
        if isinstance(leaf, Number) and leaf.source.startswith(("year:", "date:")):
            article = leaf.source.partition(":")[2]
            if article in evidence.reference_text and article not in articles:
                said = f"“{leaf.text}” dates {article}, but its notes are on {_listed(articles)}."
                yield reporter.say(place.id, "attribution-wrong", said, REBUILD)


def _listed(articles: set[str]) -> str:
    return ", ".join(sorted(articles))
