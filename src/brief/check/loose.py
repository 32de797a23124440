"""A brief in; numbers of ours that are tied to nothing, out.

A number may stand untied where it counts nothing (in a name, a question, a web address), where it
stands in a sentence cited there, or where it stands as in the reference of a work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from brief.check import words
from brief.check.evidence import Evidence, has_token
from brief.check.places import GAP, Place, Reporter, Sentence, leaves, sentences, short
from brief.model.brief import Brief, Exhibit, Number, Point, Text
from brief.model.diagnostic import Diagnostic
from brief.model.marks import SUBTITLE, TITLE
from brief.model.plain import walk
from brief.vocabulary.numbers import CARDINALS

_TIE = "Tie it with <num of=…/>, or take it out."


def loose_numbers(
    brief: Brief, places: Sequence[Place], evidence: Evidence, reporter: Reporter
) -> Iterator[Diagnostic]:
    """Yield each number in our own words that is tied to nothing."""
    works = [*evidence.reference_text.values(), *brief.keywords]
    for place in places:
        quotes = evidence.cited_by_group(place.group)
        sources = [text for quote in quotes for text in (quote.text, quote.voice)]
        for sentence in sentences(place.inlines, evidence.names):
            for found in _loose(sentence.own):
                if not _known(sentence.own, found, works) and not _in_quote(found, sources):
                    yield _traces_to_nothing(place.id, found, _around(sentence, found), reporter)
    yield from _loose_heads(brief, places, evidence, reporter, works)


def counts_in(text: str) -> list[str]:
    """Return the numbers that a listed sentence of ours states: it has nothing to tie them to."""
    return [found.group() for part in sentences((Text(text=text),)) for found in _loose(part.own)]


def _loose_heads(
    brief: Brief,
    places: Sequence[Place],
    evidence: Evidence,
    reporter: Reporter,
    works: Sequence[str],
) -> Iterator[Diagnostic]:
    """Yield loose numbers where a brief holds plain text: titles, running heads, alt texts."""
    tied = " ".join(
        leaf.text for place in places for leaf in leaves(place.inlines) if isinstance(leaf, Number)
    )
    counted = _counted(brief)
    labels = brief.labels
    heads = {
        TITLE: brief.title, SUBTITLE: brief.subtitle, "file properties": brief.summary,
        "masthead": labels.series, "running head": labels.running, "footer": labels.footer,
        "first running head": labels.first_running, "first footer": labels.first_footer or "",
    }  # fmt: skip
    drawn = {
        f"{block.id} (alt text)": (block.alt, _drawn(block, evidence))
        for block in walk(brief.blocks)
        if isinstance(block, Exhibit)
    }
    texts = {name: (text, brief.title) for name, text in heads.items()} | drawn
    for name, (text, beside) in texts.items():
        known = [tied, brief.issued] + ([beside] if beside != text else [])
        known += [] if name in reporter.edited else [counted]
        for sentence in sentences((Text(text=text),), evidence.names):
            for found in _loose(sentence.own):
                if not _known(sentence.own, found, works) and not _in_quote(found, known):
                    yield _traces_to_nothing(name, found, short(text), reporter)


def _counted(brief: Brief) -> str:
    """Return what we counted, in digits and words, where a person's hand is in the brief.

    The place that showed a count may be theirs now; in a head of ours it still is what we counted.
    """
    counts = {one.value for one in brief.ledger.counts} if brief.by_hand else set()
    spelled = [word for word, value in _SPELLED.items() if value in counts]
    return " ".join([*(f"{value:g}" for value in sorted(counts)), *spelled])


_SPELLED = CARDINALS | {
    f"{ten}-{one}": tens + ones
    for ten, tens in CARDINALS.items()
    for one, ones in CARDINALS.items()
    if tens >= 20 and 0 < ones < 10
}


def _traces_to_nothing(
    unit: str, found: re.Match[str], where: str, reporter: Reporter
) -> Diagnostic:
    said = f"the number “{found.group()}” traces to nothing: “{where}”."
    return reporter.say(unit, "number-loose", said, _TIE)


def _drawn(block: Exhibit, evidence: Evidence) -> str:
    """Return what the alternative text of a chart may say: its marks, and what its title cites."""
    cited = [quote.text for quote in evidence.cited_by_group(block.id)]
    return " ".join([*map(_point_text, block.points), *cited])


def _point_text(point: Point) -> str:
    return f"{point.label} {point.shown} {point.detail} {point.value:g}"


_DIGITS = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
_WORDS = re.compile(
    rf"(?<![\w-])(?:{'|'.join(word for word, value in CARDINALS.items() if value > 1)})"
    rf"(?:-(?:{'|'.join(CARDINALS)}))?(?![\w-])",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|their|both|its|our|your|all|between|of|any|either|other|first|last|next)"
    r"(?:\s+[a-z]+)?\s+$",
    re.IGNORECASE,
)
"""Before a number word: it points back at things that were named (`the two`), and counts none."""
_COUNTED = re.compile(
    r"\s+(?:(?!(?:and|or|is|are|was|were|has|have|that|who|which|can|could|will|would|may|must|do|as|"
    r"at|in|on|to|for|with|from|by|than)\b)[^\W\d_])|\s*[%$€£¥]",
)
"""After a number word: something is counted. Otherwise it stands for a noun (`meant for two`)."""


def _loose(text: str) -> Iterator[re.Match[str]]:
    """Yield digits and number words in `text` that are no part of a name or of a question."""
    if text.rstrip(f" \n{GAP}").endswith("?"):
        return  # a question states nothing
    named = (words.names(), words.numbered())
    names = [found.span() for pattern in named for found in pattern.finditer(text)]
    for found in _DIGITS.finditer(text):
        inside = any(start <= found.start() < end for start, end in names)
        if not inside and not _is_name(text, found):
            yield found
    for found in _WORDS.finditer(text):
        if _COUNTED.match(text, found.end()) and not _DEFINITE.search(text, 0, found.start()):
            yield found


def _is_name(text: str, found: re.Match[str]) -> bool:
    """Tell whether digits belong to a name: `G7`, `S-400`, `COVID-19`, `5G`, `rules/1`, `0.1.0`."""
    before = re.search(r"([A-Za-z]+)([-/–]?)$", text[: found.start()])
    if before and (before[2] == "/" or re.search("[A-Z]", before[1])):
        is_year = len(found.group()) == 4 and found.group()[:2] in ("18", "19", "20")
        return not is_year and before[1] not in _currencies()
    if re.fullmatch(r"\d+\.\d+\.\d+", found.group()):
        return True
    return bool(re.match(r"[A-Z](?![A-Za-z])", text[found.end() :])) and len(found.group()) < 3


@cache
def _currencies() -> frozenset[str]:
    from babel.numbers import list_currencies

    return frozenset(list_currencies())


def _known(text: str, found: re.Match[str], works: Iterable[str]) -> bool:
    """Tell whether a number stands with a word beside it as it does in a work's reference."""
    before = re.search(r"[^\W\d_]{2,}[ -]$", text[: found.start()])
    after = re.match(r"[ -][^\W\d_]{2,}", text[found.end() :])
    beside = [
        *([before.group() + found.group()] if before else []),
        *([found.group() + after.group()] if after else []),
    ]
    return any(has_token(one, work) for one in beside for work in works)


def _in_quote(found: re.Match[str], texts: Iterable[str]) -> bool:
    return any(has_token(found.group(), text) for text in texts)


def _around(sentence: Sentence, found: re.Match[str]) -> str:
    own = sentence.named.replace(GAP, "[…]")
    start = max(0, len(sentence.named[: found.start()].replace(GAP, "[…]")) - 30)
    return short(own[start : start + 70], 70)
