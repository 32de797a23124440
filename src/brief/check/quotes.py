"""Quotations in; those that are not verbatim, or are not shown as what they are, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from brief.check import words
from brief.check.evidence import Evidence
from brief.check.places import Place, Reporter, leaves, sentences, short
from brief.model.brief import Brief, Cite, Quoted, Text
from brief.model.diagnostic import Diagnostic
from brief.model.ledger import LedgerQuote
from brief.model.plain import fold_spaces, inline_text, plain
from brief.vocabulary.headlines import is_title
from brief.vocabulary.hyphens import joined

_MARKS = '"“”„‟«»‹›「」『』'
_PAIRS = re.compile(
    '“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|「([^「」]+)」|"([^"]+)"|(?<!\\w)‘([^‘]+?)’(?!\\w)'
)
_ELLIPSIS = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)\s*")
_ONE = str.maketrans(dict.fromkeys('‘’“”"', "'"))
"""One sign for all marks of a quotation inside, and for the apostrophe."""
_LOOSE = 5
"""Words in quotation marks from which on they must be tied to a source: fewer name a term."""
_SAYS = re.compile(
    r"\b(?:argue[sd]?|writes?|wrote|reports?|reported|says?|said|finds?|found|holds?|held|adds?|added"
    r"|warns?|warned|quotes?|quoted|puts? it|notes?|noted)\b[^.;:]*:$"
)
"""A verb of saying, and a colon at the end of what follows it."""
_OF_A_WORK = "Add it below the works cited, with its date, if it is one; else quote a source."
_REBUILD = "Rebuild the brief, or correct the quotation."


def quotations(
    brief: Brief, places: Sequence[Place], evidence: Evidence, reporter: Reporter
) -> Iterator[Diagnostic]:
    """Yield quotations that are not verbatim parts of their ledger quote, or wrongly marked."""
    for place in places:
        before = ""
        for leaf in leaves(place.inlines):
            if isinstance(leaf, Quoted):
                for code, said in _wrong(leaf, before, evidence, brief.layout.quotes):
                    yield reporter.say(place.id, code, said, _REBUILD)
            before = inline_text((leaf,))
        yield from _loose(place, evidence, reporter)
        if announced := _dropped(place):
            said = f"nothing stands behind the colon of “{short(announced)}”."
            yield reporter.say(place.id, "quote-missing", said, _REBUILD)


def _dropped(place: Place) -> str:
    """Return words that announce a quotation where none follows, or nothing.

    Behind their colon a note mark comes at once, or, after a verb of saying, the end.
    """
    found = [one for one in leaves(place.inlines) if not isinstance(one, Text) or one.text.strip()]
    for at, (one, after) in enumerate(pairwise((*found, None)), 1):
        if not isinstance(one, Text) or not one.text.rstrip().endswith(":"):
            continue
        said = re.split(r"(?<=[.?!])\s", inline_text(tuple(found[:at])).strip())[-1]
        if isinstance(after, Cite) or (after is None and _SAYS.search(said)):
            return said
    return ""


def _wrong(
    quoted: Quoted, before: str, evidence: Evidence, marks: tuple[str, str]
) -> Iterator[tuple[str, str]]:
    quote = evidence.quotes.get(quoted.quote)
    shown = plain((quoted,))
    if quote is None:
        yield "quote-unknown", f"“{short(shown)}” rests on '{quoted.quote}', not in the ledger."
        return
    marked = shown.startswith(marks[0]) and shown.endswith(marks[1])
    bare = shown[len(marks[0]) : -len(marks[1])] if marked else shown
    if quote.note:
        own = fold_spaces(quote.text)[:1] in _MARKS
        if (marked and not own) or before.rstrip().endswith(marks[0]):
            said = f"the words of our note “{short(bare)}” stand in quotation marks."
            yield "quote-of-note", said
    elif not marked:
        yield "quote-unmarked", f"the words of a source “{short(shown)}” lack quotation marks."
    if problem := unfaithful(bare, quote.text):
        yield "quote-altered", f"“{short(bare)}” {problem}."


def unfaithful(shown: str, text: str) -> str | None:
    """Return why `shown` is not made of verbatim parts of `text`, or `None`.

    An ellipsis stands for left-out words, but never for one that turns the meaning round; nor
    are such words dropped from the clause that a quotation begins or ends in. A word that a line
    end cuts in two (`alli-`, `ance`) is shown whole: nothing but that hyphen may be missing. Which
    kind of mark stands for a quotation inside, or for an apostrophe, changes no word.
    """
    whole, said = (fold_spaces(one).translate(_ONE) for one in (joined(text)[0], shown))
    parts = [said] if said in whole else [part for part in _ELLIPSIS.split(said) if part]
    at, dropped = 0, []
    for part in parts:
        found = whole.find(part, at)
        if found < 0:
            return f"is not what the source says: “{short(_nearest(part, whole), 90)}”"
        if at or _ELLIPSIS.match(said):
            dropped.append(whole[at:found])
        else:
            dropped.append(_last_clause(whole[:found]))
        at = found + len(part)
    after = whole[at:]
    dropped.append(after if _ELLIPSIS.search(said[-8:]) else _first_clause(after))
    for left_out in dropped:
        if turning := words.reversing().search(left_out):
            return f"leaves out “{turning.group()}” of “{short(left_out.strip())}”"
    return None


def _last_clause(text: str) -> str:
    return re.split(r"[;:—–]|,\s", text)[-1]


def _first_clause(text: str) -> str:
    return re.split(r"[;:—–]|,\s", text)[0]


def _nearest(part: str, whole: str) -> str:
    """Return what stands in `whole` from the first word on that `part` has otherwise."""
    size = next((n for n in range(len(part), 0, -1) if part[:n] in whole), 0)
    at = whole.find(part[:size]) if size else 0
    start = whole.rfind(" ", 0, max(0, at + size - 20)) + 1
    return whole[start : start + 88]


def _loose(place: Place, evidence: Evidence, reporter: Reporter) -> Iterator[Diagnostic]:
    """Yield words of ours in quotation marks that are neither a work's title nor a short term."""
    titles = evidence.reference_text.values()
    notes = [quote for quote in evidence.quotes.values() if quote.note]
    for sentence in sentences(place.inlines, evidence.names):
        for found in _PAIRS.finditer(sentence.own):
            inner = fold_spaces(next(filter(None, found.groups()))).rstrip(".,")
            if any(inner in title for title in titles):
                continue
            if len(inner.split()) >= 2 and any(inner in fold_spaces(q.text) for q in notes):
                said = f"the words of our note “{short(inner)}” stand in quotation marks."
                yield reporter.say(place.id, "quote-of-note", said, "Take the marks away.")
            elif len(inner.split()) >= _LOOSE and is_title(inner):
                said = (
                    f"“{short(inner)}” reads as the title of a work that is not listed: not ours."
                )
                yield reporter.say(place.id, "quote-loose", said, _OF_A_WORK)
            elif len(inner.split()) >= _LOOSE:
                said = f"“{short(inner)}” stands in quotation marks and is tied to no source."
                yield reporter.say(place.id, "quote-loose", said, "Tie it with <q of=…/>.")


def in_seeds(
    brief: Brief, texts: Mapping[str, str], known: Mapping[str, str], file: str
) -> Iterator[Diagnostic]:
    """Yield each ledger quote that its seed does not hold at its place.

    `texts` is the decoded text of seeds by SHA-256 of the file; `known` the file name by seed id,
    for seeds that are there in another version.
    """
    unread: dict[str, LedgerQuote] = {}
    for quote in brief.ledger.quotes:
        raw = texts.get(quote.sha256)
        if raw is None:
            unread.setdefault(quote.seed, quote)
        elif raw[quote.start : quote.end] != quote.text:
            yield Diagnostic(
                code="quote-not-in-seed",
                severity="error",
                place=f"{file}, quote {quote.id}",
                message=f"its seed does not read “{short(quote.text)}” there.",
                hint="The evidence in this file was altered.",
            )
    for seed, quote in sorted(unread.items()):
        yield _unverified(seed, quote, known.get(seed), file)


def _unverified(seed: str, quote: LedgerQuote, found: str | None, file: str) -> Diagnostic:
    if found:
        return Diagnostic(
            code="seed-changed",
            severity="error",
            place=f"{file}, seed {found}",
            message="the seed has changed since this brief was made from it "
            f"(it had the SHA-256 {quote.sha256[:12]}…).",
            hint="Run `snakemake all`, or check against the seeds it was made from.",
        )
    return Diagnostic(
        code="seed-missing",
        severity="warning",
        place=f"{file}, seed {seed}",
        message="the seed is not in the folder, so its quotations could not be verified.",
        hint=f"Its SHA-256 is {quote.sha256}.",
    )
