"""Dates, numbers, units and spelling in; the same as one audience writes them, out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial

from brief.collect.figures import is_level
from brief.collect.measures import before
from brief.model.audience import Audience
from brief.model.source import Issued
from brief.model.summary import Figure, is_money
from brief.vocabulary.lists import packed
from brief.vocabulary.nouns import irregular_plural
from brief.vocabulary.states import states_in

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_INDIAN = ((1e7, "crore"), (1e5, "lakh"))
_GROUPED = {"lakhs": "#,##,##0.###"}
"""Patterns of Unicode CLDR by how an audience groups digits, where not as its language does."""
_WORDS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_LEAD = {"~": "about ", ">": "more than ", "<": "up to "}
_AT_LEAST = re.compile(r"\b(?:at least|not? (?:less|fewer) than|a minimum of)\W+$", re.I)
_LESS = re.compile(r"\b(?:(?:less|fewer) than|under|below)\W+$", re.I)
"""How a sentence bounds its number, where that is not the common way."""
_HEDGED = re.compile(
    r"\b(about|around|roughly|approximately|nearly|almost|more than|over|less than|up to|at least)"
    r"\W+$",
    re.I,
)
"""How a sentence says how exact a rise or a fall is: `by about 30 percent`."""


def _lead(figure: Figure) -> str:
    """Return the words that say how exact a figure is: `at least ` for `no fewer than ten`."""
    ahead = before(figure)
    if figure.change == ">" and _AT_LEAST.search(ahead):
        return "at least "
    if figure.change == "<" and _LESS.search(ahead):
        return "less than "
    if figure.moves and (said := _HEDGED.search(ahead)):
        return f"{said.group(1)} "
    return _LEAD.get(figure.change, "")


class Conventions:
    """How one audience writes dates and numbers."""

    def __init__(self, audience: Audience) -> None:
        from babel import Locale

        self.audience = audience
        self.locale = Locale.parse(audience.language.split("-")[0])

    def date(self, issued: Issued, *, line: bool = False) -> str:
        """Return a date as far as it is known, in this reader's form.

        `line` asks for that of the date line, which may differ from that inside a sentence.
        """
        from babel.dates import format_date

        forms = self.audience.dates
        full = forms.full if line else forms.text or forms.full
        form = full if issued.day else forms.month if issued.month else forms.year
        day = date(issued.year, issued.month or 1, issued.day or 1)
        return format_date(day, form, locale=self.locale)

    def integer(self, value: float) -> str:
        """Return a count: `4,300`."""
        return self._grouped(round(value))

    def _grouped(self, value: float) -> str:
        """Return a plain number: `150,000`, or `1,50,000` where lakhs are grouped."""
        from babel.numbers import format_decimal

        return format_decimal(value, _GROUPED.get(self.audience.grouping), locale=self.locale)

    def word(self, value: int) -> str:
        """Return a small count in words: `three`; from eleven on in digits."""
        return _WORDS[value] if 0 <= value < len(_WORDS) else self.integer(value)

    def figure(self, figure: Figure) -> str:
        """Return a figure with its unit and how exact it is: `about US$90 billion`."""
        shown = self.amount(figure.value, figure.unit)
        if figure.unit == "%" and not is_level(figure):
            return f"{figure.change} {_lead(figure)}{shown}"
        return _lead(figure) + shown

    def amount(self, value: float | tuple[float, float], unit: str) -> str:
        """Return a value or range with its unit: in the short scale, lakhs in lakh and crore."""
        ours = self.audience.grouping == "lakhs" and unit.split(" per ")[0] == self.audience.home
        scales = _INDIAN if ours else _SCALES
        if isinstance(value, tuple):
            low, high = (self._scaled(end, scales) for end in value)
            same = low[1] == high[1]
            number = f"{low[0]}{'' if same else low[1]}–{high[0]}{high[1]}"
        else:
            number = "".join(self._scaled(value, scales))
        many = value if isinstance(value, float | int) else value[1]
        return self._united(number, unit, many != 1)

    def _scaled(self, value: float, scales: tuple[tuple[float, str], ...]) -> tuple[str, str]:
        for size, name in scales:
            if abs(value) >= size:
                return self._grouped(round(value / size, 3)), f" {name}"
        return self._grouped(round(value, 4)), ""

    def _united(self, number: str, unit: str, many: bool) -> str:
        head, per, below = unit.partition(" per ")
        if per:  # "US$83 per barrel", "5% per year"
            return self._united(number, head, many) + self.spell(per + below)
        if unit == "%":
            return f"{number}%"
        if is_money(unit):
            return self._money(number, unit)
        if not unit:
            return number
        noun = plural(unit) if many else unit
        if states_in(unit.title()) - {unit.title()}:  # people by their state: `20,000 Russians`
            noun = noun[:1].upper() + noun[1:]
        if self.audience.spelling == "american":
            noun = _METRIC.sub(r"\1er", noun)
        return self.spell(f"{number} {noun}")

    def _money(self, number: str, code: str) -> str:
        from babel.numbers import get_currency_symbol

        if self.audience.currency == "iso":
            return f"{code} {number}"
        sign = "US$" if code == "USD" else get_currency_symbol(code, locale=self.locale)
        if code == "USD" and self.audience.home == "USD":
            sign = "$"
        return f"{sign} {number}" if sign.isalpha() else f"{sign}{number}"

    def spell(self, text: str) -> str:
        """Return our own text in this reader's spelling; never used on words of a source.

        Tags of the markup keep theirs.
        """
        if self.audience.spelling == "american":
            return text
        pieces = re.split(r"(<[a-z/][^<>]*>)", text)
        return "".join(p if at % 2 else _to_british()(p) for at, p in enumerate(pieces))

    def respell(self, text: str) -> str:
        """Return words of a source that our own sentence takes up, in this reader's spelling."""
        return self.spell(_to_american()(text))


_METRIC = re.compile(r"(met|lit)re(?=s?\b)")
"""Units that are kept in British spelling, as the bureau of weights and measures spells them."""


def plural(noun: str) -> str:
    """Return the plural of a regular English noun, of what is counted in `barrel per day`."""
    counted, link, rest = re.match(r"(.+?)( per | a | of |$)(.*)", noun).groups()  # type: ignore[union-attr]
    return f"{_plural(counted)}{link}{rest}"


def _plural(noun: str) -> str:
    before, space, last = noun.rpartition(" ")
    if known := irregular_plural(last):
        return f"{before}{space}{known}"
    if noun.endswith("s"):
        return noun
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search(r"(x|ch|sh|z)$", noun) else f"{noun}s"


@cache
def _to_british() -> Callable[[str], str]:
    return _swap(packed(__package__, "spelling.yaml"))


@cache
def _to_american() -> Callable[[str], str]:
    return _swap(
        {theirs: ours for ours, theirs in reversed(packed(__package__, "spelling.yaml").items())}
    )


def _swap(pairs: Mapping[str, str]) -> Callable[[str], str]:
    """Return what puts the second word of each pair for the first, its capital kept."""
    every = re.compile(rf"\b({'|'.join(sorted(pairs, key=len, reverse=True))})", re.I)

    def put(found: re.Match[str]) -> str:
        word = found.group()
        made = pairs[word.lower()]
        return made.capitalize() if word[:1].isupper() else made

    return partial(every.sub, put)
