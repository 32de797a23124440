"""Text in, its figures out, in reading order.

Read numbers, reject what is no figure, unite ranges, share units, then say what each one means.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from brief.engines.rules.figures import names, rejects
from brief.engines.rules.figures.aims import kind_of
from brief.engines.rules.figures.changes import Span, change_of
from brief.engines.rules.figures.compared import compared, own_years
from brief.engines.rules.figures.data import number_words, words
from brief.engines.rules.figures.drafts import Draft
from brief.engines.rules.figures.elided import elided, is_rival
from brief.engines.rules.figures.found import FoundFigure
from brief.engines.rules.figures.meaning import measure_of, subject_of
from brief.engines.rules.figures.nouns import Counted, counted_noun, is_plural
from brief.engines.rules.figures.numbers import Number, may_hold_number, read_number
from brief.engines.rules.figures.periods import Calendar
from brief.engines.rules.figures.ranges import share_units, twins, unite_ranges
from brief.engines.rules.figures.sequels import sequels
from brief.engines.rules.figures.tokens import DIGITS, Tokens
from brief.engines.rules.figures.units import extend_composite, measure
from brief.vocabulary.nouns import invariable

_MOVED = frozenset(("up", "down"))
_LARGE = 1000
"""From here on a number behind 'the' is an amount ('the 28,500 already there'), no name."""


def find_figures(text: str, *, year: int | None = None) -> list[FoundFigure]:
    """Return the figures of a sentence or paragraph; `year`, the text's own, dates 'last year'."""
    if not may_hold_number(text):
        return []
    tokens = Tokens(text)
    drafts = elided(tokens, share_units(tokens, unite_ranges(tokens, _drafts(tokens))))
    if not drafts:
        return []
    calendar = Calendar(text, year)
    drafts = _changed(tokens, drafts)
    starts = [tokens.at(draft.first).start for draft in drafts]
    found = [_finish(tokens, draft, calendar, starts) for draft in drafts]
    return sequels(text, compared(text, found))


def _drafts(tokens: Tokens) -> list[Draft]:
    """Return every number that is a figure, with its unit."""
    out: list[Draft] = []
    place, rejected = 0, -1
    starts = number_words().starts
    while place < len(tokens):
        token = tokens.items[place]
        # Most tokens begin no number: they are passed over without a call.
        begins = token.kind == DIGITS or token.low in starts
        number = read_number(tokens, place) if begins else None
        if number is None:
            place += 1
            continue
        dashed = rejects.dashed_on(tokens, number, rejected)
        draft = None if dashed else _draft(tokens, number, out[-1] if out else None)
        if draft:
            out.append(draft)
        else:
            rejected = number.after
        place = max(number.after, draft.after if draft else 0, place + 1)
    return out


def _draft(tokens: Tokens, number: Number, last: Draft | None) -> Draft | None:
    """Return the figure made of `number` and its unit, or None when it is not one.

    `last` is the figure before it, of which it may tell another's count.
    """
    if (
        not math.isfinite(number.value)
        or rejects.glued_name(tokens, number)
        or rejects.title_number(tokens, number)
    ):
        return None
    if names.names_maturity(tokens, number) or names.names_picture(tokens, number):
        return None
    if names.is_address(tokens, number):
        return None
    if rejects.is_date_or_time(tokens, number) or rejects.is_mark(tokens, number):
        return None
    found = measure(tokens, number)
    scale_first = tokens.low(number.first) in number_words().scales
    if scale_first and tokens.low(number.first - 1) in words("words", "vague_before"):
        return None
    draft = Draft(
        found.number.value, found.unit, found.first, found.after, found.number, found.money
    )
    if not draft.unit:
        draft = _aged(tokens, draft) or _count(tokens, draft)
    if draft.after == number.after and rejects.code_behind(tokens, number):
        return None
    if _is_year(tokens, draft) or _is_odds(tokens, draft):
        return None
    if last and not draft.unit and is_rival(tokens, last, draft):  # "Kim had 15 points and Cho 11"
        return replace(draft, unit=last.unit, counted=True)
    if _is_name(tokens, draft):
        return None
    return _signed(tokens, draft) if _worth(tokens, draft) else None


def _count(tokens: Tokens, draft: Draft) -> Draft:
    """Add the noun that the number counts."""
    number = draft.number
    if number.letter or rejects.code_behind(tokens, number):
        return draft
    counted = counted_noun(tokens, number.after, number.value == 1)
    if counted is None or _foreseen(tokens, number, counted):
        return draft
    unit, after = extend_composite(tokens, counted.unit, counted.after)
    return replace(draft, unit=unit, after=after, counted=True)


def _foreseen(tokens: Tokens, number: Number, counted: Counted) -> bool:
    """Tell whether a noun foresees the number: 'the 90,000 analysts expected'."""
    many = tokens.low(number.first - 1) == "the" and number.value >= _LARGE
    if not many or counted.unit not in words("words", "forecasters"):
        return False
    behind = counted.after + (tokens.low(counted.after) in ("had", "have"))
    return tokens.low(behind) in words("words", "foreseen")


def _aged(tokens: Tokens, draft: Draft) -> Draft | None:
    """Read an age in commas behind a name: 'Maria Lopez, 34, won'."""
    first = draft.first
    if tokens.low(first - 1) == "at" and tokens.low(draft.after) == ",":
        told = tokens.low(draft.after + 1) in ("he", "she", "his", "her")
        return replace(draft, unit="year of age") if told else None
    who = tokens.at(first - 2)
    named = who.raw[:1].isupper() or who.low in words("words", "persons")
    named = named and tokens.low(first - 1) == ","
    apart = named and tokens.at(draft.after).raw == "," and draft.number.digits
    if not apart or not 0 < draft.value < 120 or draft.value != int(draft.value):
        return None
    if tokens.at(draft.after + 1).raw[:1] != tokens.low(draft.after + 1)[:1]:
        return None
    return replace(draft, unit="year of age")


def _is_year(tokens: Tokens, draft: Draft) -> bool:
    """Tell whether the digits are a year in spite of what follows ('the 2014 elections')."""
    if draft.money or not rejects.bare_year(tokens, draft.number):
        return False
    if not draft.unit or draft.unit in words("words", "year_followers"):
        return True
    before = tokens.low(draft.first - 1)
    if not draft.counted:
        return before in ("in", "by", "since", "the")
    people = tokens.low(draft.number.after) in invariable()
    return not (people or before in words("words", "count_before"))


def _is_name(tokens: Tokens, draft: Draft) -> bool:
    """Tell whether a name or index word owns the number; a unit of measure redeems it."""
    if not draft.unit and _opens_range(tokens, draft):
        return False
    return (draft.counted or not draft.unit) and names.is_indexed(
        tokens, draft.number, draft.counted
    )


def _opens_range(tokens: Tokens, draft: Draft) -> bool:
    """Tell whether a measured range begins behind a capital word: 'in Oslo [3] to 5 days'."""
    if tokens.low(draft.first - 1) in words("words", "index_words"):
        return False
    link = tokens.at(draft.after).raw
    high = read_number(tokens, draft.after + 1) if link in ("to", "-", "–") else None
    if high is None or not draft.number.digits or high.value <= draft.value:
        return False
    decimals = "." in tokens.at(draft.first).raw and "." in tokens.at(high.first).raw
    return decimals or bool(measure(tokens, high).unit)


def _is_odds(tokens: Tokens, draft: Draft) -> bool:
    """Tell whether a bare number is half of a ratio ('five to one')."""
    lows = tokens.low(draft.after), tokens.low(draft.after + 1)
    return not draft.unit and lows == ("to", "one")


def _worth(tokens: Tokens, draft: Draft) -> bool:
    """Tell whether an accepted shape is a figure: 'one' and bare number words need a noun."""
    number, before = draft.number, tokens.low(draft.first - 1)
    if number.value == 1 and not number.digits and not number.scaled:
        return (
            bool(draft.unit) and before not in words("words", "one_before") and _one(tokens, draft)
        )
    if draft.unit or number.scaled or number.part:
        return True
    if number.digits:
        return before not in words("words", "bare_before") or number.value >= _LARGE
    ranges = tokens.low(number.after) == "to" and read_number(tokens, number.after + 1) is not None
    group = before == "of" and tokens.low(number.first - 2) in words("words", "groups")
    return number.value > 0 and (ranges or group or before not in words("words", "number_before"))


def _one(tokens: Tokens, draft: Draft) -> bool:
    """Tell whether 'one' counts its noun ('one goal') rather than points ('one day', 'one of')."""
    behind = tokens.at(draft.number.after)
    if behind.low in ("of", "another") or behind.raw != behind.low:
        return False
    if is_plural(behind.low) and behind.low not in invariable():
        return False  # "which one chooses"
    if [tokens.low(draft.after), tokens.low(draft.after + 1)] in (
        ["after", "another"],
        ["by", "one"],
    ):
        return False  # "one deal after another"
    if behind.raw == "-":
        return draft.unit != "times"
    return draft.unit not in words("words", "one_nouns")


def _signed(tokens: Tokens, draft: Draft) -> Draft:
    """Apply a minus sign that stands free before the digits ('-0.5%', 'minus 5 degrees')."""
    place = draft.first - 1
    token = tokens.at(place)
    free = not token.glued or tokens.at(place - 1).raw in '([“"/,'
    minus = token.raw in ("-", "−", "–") and free and tokens.at(draft.first).glued
    if token.raw == "-" and tokens.low(place - 1) == "minus":
        return replace(draft, value=-draft.number.value, first=place - 1)  # "minus-40 degrees"
    if token.low in ("minus", "negative") or (minus and draft.number.digits):
        return replace(draft, value=-draft.number.value, first=place)
    return draft


def _changed(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with their change; twins ('20 points, or 0.7%') share one."""
    out: list[Draft] = []
    for draft in drafts:
        span = Span(draft.first, draft.number.after, draft.after, draft.unit, draft.counted)
        change = draft.change or change_of(tokens, span)
        last = out[-1] if out else None
        if last and twins(tokens, last, draft):
            if change == "=" and last.change in _MOVED:
                change = last.change
            elif last.change == "=" and change in _MOVED and tokens.low(last.after) == "or":
                out[-1] = replace(last, change=change)  # "a 2% or $60 rise"
        out.append(replace(draft, change=change))
    return out


def _finish(tokens: Tokens, draft: Draft, calendar: Calendar, starts: Sequence[int]) -> FoundFigure:
    """Add change, year, measure and kind to a figure; `starts` are those of all figures."""
    start, end = tokens.at(draft.first).start, tokens.at(draft.after - 1).end
    first = starts[bisect_left(starts, calendar.sentence(start)[0])]
    since, until = own_years(tokens.text, starts, bisect_left(starts, start))
    mention = calendar.find(start, end, first, until, since)
    measure = measure_of(tokens, draft)
    subject = subject_of(tokens, draft.first)
    return FoundFigure(
        value=draft.value if draft.high is None else (draft.value, draft.high),
        unit=draft.unit,
        change=draft.change,
        start=start,
        end=end,
        year=mention.year if mention else None,
        measure=measure,
        kind=kind_of(tokens, draft.first, draft.after),
        period=calendar.period(mention, end),
        subject="" if subject == measure else subject,
    )
