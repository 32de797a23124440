"""An audience file as data in; what is likely left in it from the file it was copied from, out.

A new reader begins as a copy of the nearest one. What of it fits one country alone is held against
the reader's own: capital, currency, how dates and numbers are written (as the Unicode CLDR has it),
and whom the questions look for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

from brief.compose.semantic_checks import Found, at, items
from brief.vocabulary.states import State, state_of, states

_EASTERN = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_WRITTEN = frozenset({"zh", "ja", "ko"})
"""Languages whose dates hold such signs."""
_MOST = 3
"""Questions that look for another state, where none looks for the reader's own."""


def left_over(data: Any) -> Iterator[Found]:
    """Yield what fits another country than those that a reader counts as its own."""
    own = [state for _, name in items(at(data, "own")) if (state := state_of(str(name)))]
    if not own:
        return
    yield from _capital(at(data, "capital"), own)
    yield from _currency(at(data, "home"), own[0])
    yield from _dates(data, own)
    yield from _spelled(data)
    yield from _grouped(data, own[0])
    for name, policy in items(at(data, "policies")):
        for key, said, hint in _looked_for(policy, own):
            yield ("policies", name, key), said, hint


def _capital(capital: Any, own: list[State]) -> Iterator[Found]:
    there = state_of(str(capital or ""))
    if there and there.code not in {state.code for state in own}:
        said = f"'{capital}' stands for {there.name}, and this reader is of {own[0].name}"
        yield ("capital",), said, "Write the reader's own, or correct `own`."


def _currency(home: Any, own: State) -> Iterator[Found]:
    """Yield a currency that the reader's country does not have; blocs are passed over."""
    from babel.numbers import get_territory_currencies

    known = get_territory_currencies(own.code) if len(own.code) == 2 and home else []
    if known and home not in known:
        said = f"'{home}' is no currency of {own.name}"
        yield ("home",), said, f"Write {known[0]}."


def _dates(data: Any, own: list[State]) -> Iterator[Found]:
    """Yield dates in signs of East Asia, and those that begin with the other of day and month."""
    from babel import Locale, UnknownLocaleError
    from babel.languages import get_official_languages

    forms = [(key, str(form)) for key, form in items(at(data, "dates"))]
    language = str(at(data, "language") or "")
    spoken = {name.split("_")[0] for one in own for name in get_official_languages(one.code)}
    if not (spoken | {language.split("-")[0]}) & _WRITTEN:
        for key, form in forms:
            if sign := _EASTERN.search(form):
                said = f"'{sign[0]}' is a sign of East Asia, and this reader is of {own[0].name}"
                yield ("dates", key), said, "Write a form such as `d MMMM y`."
        forms = [(key, form) for key, form in forms if not _EASTERN.search(form)]
    try:
        usual = Locale.parse(language, sep="-") if "-" in language else None
    except (UnknownLocaleError, ValueError):
        return  # said elsewhere
    for key, form in forms if usual else ():
        wanted = usual.date_formats["long"].pattern if usual else ""
        if _order(form) != _order(wanted) and len(_order(form)) == len(_order(wanted)):
            said = f"'{form}' has another order than is usual in {language}"
            yield ("dates", key), said, f"Write `{wanted}`, or leave it if it is meant."


def _order(form: str) -> str:
    """Return the order of the parts of a date, as in `dMy`."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"'[^']*'|[^dMy]", "", form))


def _spelled(data: Any) -> Iterator[Found]:
    """Yield a spelling that is not that of the reader's English."""
    from babel.core import get_global

    language, spelling = str(at(data, "language") or ""), at(data, "spelling")
    if not language.startswith("en-"):
        return
    parent = get_global("parent_exceptions").get(language.replace("-", "_"))
    abroad = parent in ("en_001", "en_150")  # English of the world and of Europe
    usual = "british" if abroad else "american"
    clear = abroad or language == "en-US"  # CLDR derives some others from none
    if clear and spelling in ("british", "american") and spelling != usual:
        yield ("spelling",), f"'{spelling}' is not how {language} is spelled", f"Write {usual}."


def _grouped(data: Any, own: State) -> Iterator[Found]:
    """Yield a grouping of digits that is not that of the English of the reader's country."""
    from babel import Locale, UnknownLocaleError

    try:
        pattern = Locale.parse(f"en_{own.code}").decimal_formats[None].pattern
    except (UnknownLocaleError, ValueError):
        return
    usual = "lakhs" if "##,##0" in pattern.removeprefix("#,") else "thousands"
    found = str(at(data, "grouping") or "thousands")
    if found in ("lakhs", "thousands") and found != usual:
        said = f"numbers are grouped by {found}, and in {own.name} by {usual}"
        yield ("grouping",), said, f"Write `grouping: {usual}`, or leave it if it is meant."


def _looked_for(policy: Any, own: list[State]) -> Iterator[tuple[str, str, str]]:
    """Yield that several questions look for one other state, and none for the reader's own."""
    parties = {found.code for _, name in items(at(policy, "parties"))
               if (found := state_of(str(name)))}  # fmt: skip
    asked: Counter[str] = Counter()
    for _, one in items(at(policy, "questions")):
        named = {code for _, phrase in items(at(one, "along")) for code in _named(str(phrase))}
        asked.update(named - parties)
    ours = {state.code for state in own}
    if asked and not asked.keys() & ours:
        code, times = asked.most_common(1)[0]
        if times >= _MOST:
            said = (
                f"{times} questions look for {states()[code].name} in `along`, and none for"
                f" {own[0].name}"
            )
            yield "questions", said, "Was the set copied? Put the reader's own names there."


def _named(phrase: str) -> Collection[str]:
    """Return the state that a phrase names: `Japan*`, `Tokyo`."""
    found = state_of(phrase.rstrip("*"))
    return [found.code] if found else []
