"""A brief in; tied numbers that do not show what the ledger holds, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from brief.check import shown
from brief.check.evidence import Evidence
from brief.check.places import REBUILD, Place, Reporter, leaves, short
from brief.model.brief import Brief, Number
from brief.model.diagnostic import Diagnostic
from brief.model.ledger import LedgerCount, LedgerFigure
from brief.model.summary import is_money
from brief.vocabulary.numbers import stands_in

_SIGNS = ("$", "€", "£", "¥", "₽", "₹", "₩", "元", "円")
FILE = "n:file."
"""How the id of a count begins that is no number: the name of a seed left out."""
VERSION = "n:version"
"""The one count that is no number: the version of `brief`."""


def shown_numbers(
    brief: Brief, places: Sequence[Place], evidence: Evidence, reporter: Reporter
) -> Iterator[Diagnostic]:
    """Yield what is wrong with numbers that are tied to the ledger."""
    for place in places:
        for leaf in leaves(place.inlines):
            if isinstance(leaf, Number):
                problem = untrue(leaf.text, leaf.source, evidence, brief.layout.language)
                if problem:
                    said = f"the number “{short(leaf.text)}” {problem}."
                    yield reporter.say(place.id, "number-untrue", said, REBUILD)
    for figure in evidence.figures.values():
        yield from _figure(figure, evidence, reporter)


def untrue(text: str, source: str, evidence: Evidence, language: str) -> str | None:
    """Return why a shown number is not what the ledger holds under `source`, or `None`."""
    if figure := evidence.figures.get(source):
        values = ends(figure)
        if not shown.agrees(text, values, language):
            return f"does not show the value of {source}, {plainly(figure)}"
        return _other_unit(text, figure.unit, language)
    count = evidence.counts.get(source)
    if count is None:
        return f"rests on '{source}', which is not in the ledger"
    if source == VERSION:
        return None if re.fullmatch(r"\d+(?:\.\w+)*", text) else "is no version"
    if source.startswith(FILE):
        return None if text == count.how else "is no name of a file left out"
    if source.startswith(("date:", "year:")):
        return _wrong_date(text, count, evidence, language)
    if shown.agrees(text, (count.value,), language):
        return None
    return f"does not show {source} ({count.how}), which is {plain(count.value)}"


def ends(figure: LedgerFigure) -> tuple[float, ...]:
    """Return the value of a figure, or both ends of its range."""
    return figure.value if isinstance(figure.value, tuple) else (figure.value,)


def plainly(figure: LedgerFigure) -> str:
    """Return a figure's value as a message says it: `146,800,000,000 USD`."""
    return f"{'–'.join(map(plain, ends(figure)))} {figure.unit}".strip()


def plain(value: float) -> str:
    """Return a value as a message says it."""
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def _wrong_date(text: str, count: LedgerCount, evidence: Evidence, language: str) -> str | None:
    if not shown.is_date(text, int(count.value), language):
        return f"does not show {count.id} ({count.how}), which is {int(count.value)}"
    subject = count.id.partition(":")[2]
    if subject == "brief":
        issued = evidence.brief.issued.replace("-", "").lstrip("0")
        return None if issued.startswith(str(int(count.value))) else "is not the brief's own date"
    work = evidence.reference_text.get(subject)
    if work is not None and not set(re.findall(r"\d+", text)) <= set(re.findall(r"\d+", work)):
        return f"is not the date that the reference gives: “{short(work)}”"
    return None


def _other_unit(text: str, unit: str, language: str) -> str | None:
    """Return that a figure is shown in a unit that is not its own, or `None`."""
    percent = bool(re.search(r"[%％]|per ?cent|percentage", text))
    signs = _currency_signs(unit, language)
    if signs:
        if not any(sign in text for sign in signs):
            return f"is not shown in {unit}"
        rest = re.sub("|".join(map(re.escape, sorted(signs, key=len, reverse=True))), "", text)
        return "is shown in two currencies" if any(sign in rest for sign in _SIGNS) else None
    if percent != (unit.startswith("%") or "percent" in unit):
        return "is shown as a percentage" if percent else "is not shown as a percentage"
    return "is shown as money" if any(sign in text for sign in _SIGNS) else None


@cache
def _currency_signs(unit: str, language: str) -> tuple[str, ...]:
    """Return how a currency is written in a language; nothing for other units."""
    from babel import Locale
    from babel.numbers import get_currency_symbol

    if not is_money(unit):
        return ()
    symbol = get_currency_symbol(unit, locale=Locale.parse(language, sep="-").language)
    dollars = ("US$", "$") if unit == "USD" else ()
    return (unit, symbol, *dollars)


def _figure(figure: LedgerFigure, evidence: Evidence, reporter: Reporter) -> Iterator[Diagnostic]:
    """Yield what keeps a figure of the ledger from standing in its sentence."""
    quote = evidence.quotes.get(figure.quote)
    values = ends(figure)
    problem = ""
    if quote is None:
        problem = f"rests on the sentence '{figure.quote}', which is not in the ledger"
    elif figure.text not in quote.text:
        problem = f"does not stand in its sentence: “{short(quote.text)}”"
    elif not all(stands_in(value, figure.text) for value in values):
        problem = f"cannot be read as {plainly(figure)}"
    if problem:
        said = f"the figure {figure.id}, “{short(figure.text)}”, {problem}."
        yield reporter.say(figure.id, "figure-untrue", said, REBUILD)
