"""Read the numbers that stand in a text, independently of the engine that proposed them.

An engine that misreads a number must not be the one to vouch for it, so this reader is
deliberately separate and permissive: it answers only whether a value *stands in* the words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

from brief.vocabulary.hyphens import joined

SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "lakhs": 1e5,
    "kb": 1e3, "kbd": 1e3, "mb": 1e6, "mbd": 1e6, "mbpd": 1e6, "mtpa": 1e6,
    "million": 1e6, "millions": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6,
    "crore": 1e7, "crores": 1e7,
    "billion": 1e9, "billions": 1e9, "b": 1e9, "bn": 1e9, "bln": 1e9,
    "trillion": 1e12, "trillions": 1e12, "t": 1e12, "tn": 1e12, "trn": 1e12,
    "dozen": 12.0, "dozens": 12.0, "score": 20.0, "hundreds": 1e2, "thousands": 1e3,
    "万": 1e4, "億": 1e8, "亿": 1e8, "兆": 1e12, "тыс": 1e3, "млн": 1e6, "млрд": 1e9,
}  # fmt: skip
"""Words that multiply the number before them."""

# fmt: off
_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
          "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
# fmt: on
CARDINALS: dict[str, int] = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
}
"""Words of whole numbers below a hundred; others are made of them: `twenty-five`."""
_OTHER = {
    "a": 1,
    "an": 1,
    "no": 0,
    "single": 1,
    "once": 1,
    "sole": 1,
    "double": 2,
    "doubled": 2,
    "doubles": 2,
    "doubling": 2,
    "twice": 2,
    "twofold": 2,
    "pair": 2,
    "couple": 2,
    "both": 2,
    "triple": 3,
    "tripled": 3,
    "triples": 3,
    "tripling": 3,
    "trebled": 3,
    "treble": 3,
    "thrice": 3,
    "threefold": 3,
    "trio": 3,
    "quadruple": 4,
    "quadrupled": 4,
    "fourfold": 4,
    "quintupled": 5,
    "fivefold": 5,
    "sixfold": 6,
    "sevenfold": 7,
    "eightfold": 8,
    "ninefold": 9,
    "tenfold": 10,
    "half": 0.5,
    "halved": 0.5,
    "halves": 0.5,
    "halving": 0.5,
    "quarter": 0.25,
    "quarters": 0.25,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "fifth": 0.2,
    "fifths": 0.2,
    "sixth": 1 / 6,
    "sixths": 1 / 6,
    "seventh": 1 / 7,
    "sevenths": 1 / 7,
    "eighth": 0.125,
    "eighths": 0.125,
    "ninth": 1 / 9,
    "ninths": 1 / 9,
    "tenth": 0.1,
    "tenths": 0.1,
    "biannual": 2,
    "decade": 10,
    "century": 100,
    "fortnight": 2,
    "tens": 10,
    "scores": 20,
}  # fmt: skip
WORDS: dict[str, float] = {
    **{word: float(value) for word, value in CARDINALS.items()},
    **_OTHER,
}
"""Words that are a number."""

_DIGITS = re.compile(
    r"\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"
    r"|\d+(?:[,.'’\u00a0\u202f ]\d{3})+(?![\d])(?:\.\d+)?|\d*[.,]?\d+"
)
_WORD = re.compile(r"[^\W\d_]+")
_VULGAR = re.compile(r"(\d*)([\u00bc-\u00be\u2150-\u215e])")
_FRACTION = re.compile(r"(?:(\d+)(?:\s+|-))?(\d+)\s*[/⁄]\s*(\d+)")
_HALF_MORE = re.compile(r"(\d+)\s+and\s+a\s+half\b", re.IGNORECASE)
_SHARE = re.compile(r"([\w.,-]+)\s+(?:in|out of)\s+(?:every\s+)?([\w.,-]+)", re.IGNORECASE)
_POWER = re.compile(r"(\d+(?:\.\d+)?)\s*(?:[x×]\s*10\s*\^?|e)\s*([-−+]?\d{1,2})", re.IGNORECASE)


def stands_in(value: float, words: str) -> bool:
    """Tell whether `value` can be read from `words`: a number, a scaled one, or a fraction."""
    value = abs(value)
    return any(_close(value, candidate) for candidate in _readings(words))


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-6 * max(abs(a), abs(b), 1e-9)


def _readings(words: str) -> Iterator[float]:
    """Yield every value the words can be read as."""
    text, _ = joined(words)
    text = unicodedata.normalize("NFKC", _VULGAR.sub(_decimal, text)).replace("⁄", "/")
    text = _HALF_MORE.sub(r"\1.5", text)
    names = [word.lower() for word in _WORD.findall(text)]
    scales = {1.0, *(SCALES[name] for name in names if name in SCALES)}
    products = {a * b for a, b in product(scales, scales)} | scales
    bases = {*_digits(text), *_spelt(names), *_fractions(text), *_powers(text)}
    yield from _shares(text)
    for base, scale in product(sorted(bases), sorted(products)):
        yield base * scale


def _decimal(found: re.Match[str]) -> str:
    """Return a whole number and the vulgar fraction after it as one decimal: 1½ is 1.5."""
    return str(int(found[1] or 0) + unicodedata.numeric(found[2]))


def _digits(text: str) -> Iterator[float]:
    """Yield each run of digits, read both as grouped by thousands and as a decimal."""
    for found in _DIGITS.findall(text):
        for reading in (
            re.sub(r"[,'’\u00a0\u202f ]", "", found),
            found.replace(".", "").replace(",", "."),
        ):
            try:
                yield float(reading)
            except ValueError:
                continue
    yield from (unicodedata.numeric(c) for c in text if c.isnumeric() and not c.isdecimal())


def _fractions(text: str) -> Iterator[float]:
    """Yield each fraction, with the whole number before it and without: `5 1/2`."""
    for whole, over, under in _FRACTION.findall(text):
        if int(under):
            yield int(over) / int(under)
            yield int(whole or 0) + int(over) / int(under)


def _powers(text: str) -> Iterator[float]:
    """Yield each number with a power of ten: `3.5 x 10^6`."""
    for base, power in _POWER.findall(text):
        yield float(base) * 10.0 ** int(power.replace("−", "-"))


def _shares(text: str) -> Iterator[float]:
    """Yield each share of a count: `one in four`, `3 out of 10`."""
    for part, whole in _SHARE.findall(text):
        ends = [[*_digits(side), *_spelt(_WORD.findall(side.lower()))] for side in (part, whole)]
        yield from (a / b for a, b in product(*ends) if b)


def _spelt(names: list[str]) -> Iterator[float]:
    """Yield the values of runs of number words: each word, sums, products, compounds."""
    for start in range(len(names)):
        total = run = 0.0
        seen = False
        for name in names[start:]:
            if name in ("a", "an") and run:
                continue  # "two and a half"
            if name in WORDS:
                value = WORDS[name]
                if 0 < value < 1:
                    yield (run or 1.0) * value
                    yield total + run + value
                run, seen = run + value, True
            elif name in SCALES:
                scale = SCALES[name]
                run = (run or 1.0) * scale
                seen = True
                if scale >= 1e3:
                    total, run = total + run, 0.0
            elif name not in ("and", "of", "a"):
                break
            if seen:
                yield total + run
