"""The words of a shown number or date in; the values they can be read as, exactly, out.

`brief.vocabulary.numbers` asks whether a value can be read from a source's words, and is generous.
What we show is ours, so here every digit counts: `US$146.9 billion` is not 146.8e9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from brief.vocabulary.numbers import CARDINALS, SCALES

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_EAST = re.compile("[万億亿兆]")
_BIG = {name: value for name, value in SCALES.items() if len(name) > 1 and value >= 1e2}
_ERAS = {"令和": 2018, "平成": 1988}
"""Years to add to a year of an era."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as shown."""

    start: int
    end: int
    readings: tuple[tuple[float, float], ...]
    """Each value it may mean, and the size of one unit of its last digit."""

    def is_near(self, value: float) -> bool:
        """Tell whether `value` rounds to what is shown."""
        return any(
            abs(abs(value) - read) <= step / 2 + 1e-9 * max(abs(value), 1e-3)
            for read, step in self.readings
        )


def numbers(text: str, language: str) -> list[Shown]:
    """Return the numbers in `text`, digits and words, written as in `language` (BCP 47)."""
    found = [*_digits(text, language), *_spelt(text)]
    found.sort(key=lambda one: one.start)
    return _with_shared_scale(text, _joined_groups(text, found))


def agrees(text: str, values: Sequence[float], language: str) -> bool:
    """Tell whether `text` shows exactly these values, in order, each right to its last digit."""
    found = numbers(text, language)
    pairs = zip(found, values, strict=False)
    return len(found) == len(values) and all(one.is_near(value) for one, value in pairs)


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], str]:
    """Return what a run of digits looks like in a language, and its decimal sign."""
    from babel import Locale, UnknownLocaleError

    try:
        symbols = Locale.parse(language.replace("_", "-"), sep="-").number_symbols["latn"]
    except (UnknownLocaleError, ValueError, KeyError):
        symbols = {"decimal": ".", "group": ","}
    point, group = symbols["decimal"], symbols["group"]
    blanks = "\u00a0\u202f\u2009"
    between = f"[{re.escape(group)}{blanks}]" if point != group else f"[{blanks}]"
    lakhs = rf"\d{{1,2}}(?:{between}\d{{2}})+{between}\d{{3}}(?!\d)"
    whole = rf"{lakhs}|\d{{1,3}}(?:{between}\d{{3}})+(?!\d)|\d+"
    return re.compile(rf"(?:{whole})(?:{re.escape(point)}\d+)?"), point


def _digits(text: str, language: str) -> Iterator[Shown]:
    pattern, point = _pattern(language)
    for found in pattern.finditer(text):
        whole, _, part = found.group().partition(point)
        value = float(f"{re.sub(r'[^0-9]', '', whole)}.{part or 0}")
        step = 10.0 ** -len(part)
        end, scale = _scale_at(text, found.end())
        yield Shown(found.start(), end, ((value * scale, step * scale),))


def _scale_at(text: str, at: int) -> tuple[int, float]:
    """Return where the scale word at a place ends, and its value; 1 when there is none."""
    if east := _EAST.match(text, at):
        return east.end(), SCALES[east.group()]
    word = re.compile(r"[\s\u00a0-]?([^\W\d_]+)").match(text, at)
    if not word:
        return at, 1.0
    name = word[1].lower()
    attached = word.start(1) == at
    scale = SCALES.get(name, 1.0) if attached else _BIG.get(name, 1.0)
    return (word.end(), scale) if scale > 1 else (at, 1.0)


def _spelt(text: str) -> Iterator[Shown]:
    """Yield numbers in words, neighbors read as one: `two hundred`, `twenty-five`."""
    run: list[re.Match[str]] = []
    for word in (*_WORD.finditer(text), None):
        if word and _value(word.group()) is not None:
            glued = run and text[run[-1].end() : word.start()].strip(" -\u00a0") == ""
            if not run or glued:
                run.append(word)
                continue
        if run:
            yield _sum(run)
        run = [word] if word and _value(word.group()) is not None else []


def _value(word: str) -> float | None:
    parts = [CARDINALS.get(part) for part in word.lower().split("-")]
    if all(part is not None for part in parts):
        return float(sum(part for part in parts if part is not None))
    return None


def _sum(run: Sequence[re.Match[str]]) -> Shown:
    total = sum(_value(word.group()) or 0.0 for word in run)
    end, scale = _scale_at(run[0].string, run[-1].end())
    return Shown(run[0].start(), end, ((total * scale, scale),))


def _joined_groups(text: str, found: Sequence[Shown]) -> list[Shown]:
    """Return numbers with those of East Asian scales that follow each other added: 1兆2000億."""
    made: list[Shown] = []
    for one in found:
        if made and made[-1].end == one.start and _EAST.match(text[one.start - 1]):
            (value, _), (more, step) = made[-1].readings[0], one.readings[0]
            made[-1] = Shown(made[-1].start, one.end, ((value + more, step),))
        else:
            made.append(one)
    return made


def _with_shared_scale(text: str, found: Sequence[Shown]) -> list[Shown]:
    """Return numbers of which the first of a range may share the scale of the second."""
    made = list(found)
    for at, (one, after) in enumerate(pairwise(found)):
        between = text[one.end : after.start]
        if not re.fullmatch(r"\s*(?:[–—-]|to|and)\s*\W?", between):
            continue
        _, scale = _scale_at(text, re.compile(r"[\d.,\u00a0]*").match(text, after.start).end())  # type: ignore[union-attr]
        if scale > 1:
            value, step = one.readings[0]
            made[at] = Shown(one.start, one.end, (*one.readings, (value * scale, step * scale)))
    return made


# Dates


def is_date(text: str, digits: int, language: str) -> bool:
    """Tell whether `text` says the date that `digits` holds: 2019, 201910 or 20191009.

    Every number in it must be a part of the date, the year must be there, and so must be month
    and day where the date has them and the text says a month.
    """
    year, month, day = _parts(digits)
    said = _months(text, language)
    plain, years = _without_eras(text)
    found = [int(one) for one in re.findall(r"\d+", plain)] + years
    if said and (month is None or month not in said):
        return False
    if not said and len(found) == 1:
        return found == [year]
    wanted = [part for part in (year, None if said else month, day) if part is not None]
    return sorted(found) == sorted(wanted) or sorted(set(found)) == sorted(set(wanted))


def _parts(digits: int) -> tuple[int, int | None, int | None]:
    text = str(digits)
    return int(text[:4]), int(text[4:6]) if text[4:6] else None, int(text[6:]) if text[6:] else None


def _without_eras(text: str) -> tuple[str, list[int]]:
    years: list[int] = []
    for era, before in _ERAS.items():
        for found in re.findall(rf"{era}\s*(\d+)", text):
            years.append(before + int(found))
        text = re.sub(rf"{era}\s*\d+", " ", text)
    return text, years


def _months(text: str, language: str) -> set[int]:
    """Return the months named in `text`; two when a short name may mean either."""
    low = text.lower()
    found = [(len(name), month) for name, month in _month_names(language) if _has(name, low)]
    longest = max((length for length, _ in found), default=0)
    return {month for length, month in found if length == longest}


def _has(name: str, text: str) -> bool:
    return re.search(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", text) is not None


@cache
def _month_names(language: str) -> tuple[tuple[str, int], ...]:
    from babel import Locale, UnknownLocaleError

    try:
        months = Locale.parse(language, sep="-").months
    except (UnknownLocaleError, ValueError):
        months = Locale.parse("en").months
    return tuple(
        (name.lower().rstrip("."), number)
        for widths in months.values()
        for width in ("wide", "abbreviated")
        for number, name in widths[width].items()
        if not re.match(r"\d", name)
    )
