"""An audience file as plain data in; what is well-formed and still cannot be meant, out by path.

Two ids alike, a question that is not asked, a condition that nothing fulfills or that always holds,
words that every sentence has, a date without a year are mistakes. A name that is no state, a set
for no question, or a long headline may be meant: whoever checks the file is told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from brief.errors import is_it, nearest
from brief.vocabulary.sense import is_light

Path = tuple[int | str, ...]
Found = tuple[Path, str, str]
"""Where, what is wrong, and what to do."""
LISTED = ("implications", "options", "watch")
HEADLINE = 60
"""Letters of a headline that a title of two lines has room for, after a usual finding."""
_DATES = {"full": "yMd", "text": "yMd", "month": "yM", "year": "y"}
"""What each form of a date has to show: year, month, day."""
_PATTERN = "Write d for the day, M or MMMM for the month, y for the year, as in `d MMMM y`"
_FORM = f"{_PATTERN}; other letters stand in single quotes."


def at(data: Any, key: str) -> Any:
    """Return a field of what may be a mapping."""
    return data.get(key) if isinstance(data, Mapping) else None


def items(data: Any) -> Iterator[tuple[Any, Any]]:
    """Yield key and value of a mapping, index and value of a list, nothing of anything else."""
    if isinstance(data, Mapping):
        yield from data.items()
    elif isinstance(data, list):
        yield from enumerate(data)


def mistakes(data: Any) -> Iterator[Found]:
    """Yield what cannot be meant."""
    yield from _dates(at(data, "dates"))
    for name, policy in items(at(data, "policies")):
        inside: Path = ("policies", name)
        asked = {str(at(one, "id")) for _, one in items(at(policy, "questions"))}
        yield from _repeated(policy, ("questions",), inside)
        yield from _repeated(policy, LISTED, inside)
        for path, condition in _conditions(policy, inside):
            yield from _unasked(condition, path, asked)
            yield from _never(condition, path)
            yield from _always(condition, path)
            yield from _anywhere(condition, "speaks", path)
        for kind in LISTED:
            for n, one in items(at(policy, kind)):
                yield from _anywhere(one, "rests_on", (*inside, kind, n))
        for n, one in items(at(policy, "questions")):
            yield from _alike(one, (*inside, "questions", n))


def remarks(data: Any, questions: Collection[str]) -> Iterator[Found]:
    """Yield what may be meant and most likely is not; `questions` are the ids there are."""
    language = str(at(data, "language") or "en")
    if language.split("-")[0] != "en":
        said = f"'{language}' writes dates, numbers and hyphens so, and the words stay English"
        hint = f"Write en, or give words of your own in templates/{_HOUSE}."
        yield ("language",), said, hint
    for key in _CAMPS:
        yield from _strangers(at(data, key), (key,))
    yield from _both(data)
    for name, policy in items(at(data, "policies")):
        inside: Path = ("policies", name)
        yield from _strangers(at(policy, "parties"), (*inside, "parties"))
        yield from _relation(at(policy, "relation"), (*inside, "relation"))
        if len(list(items(at(policy, "parties")))) == 1:
            said = "one party alone, and a question is on two or more"
            yield (*inside, "parties"), said, "Name both, or leave them out and keep `relation`."
        if name not in ("any", *questions) and not at(policy, "relation"):
            hint = is_it(name, questions) or "Give it `relation`, and `parties` where it is on two."
            yield inside, f"no question in templates/questions has the id '{name}'", hint
        for n, one in items(at(policy, "implications")):
            long = len(str(at(one, "headline") or ""))
            if long > HEADLINE:
                said = f"has {long} letters, and a title has room for {HEADLINE}"
                yield (*inside, "implications", n, "headline"), said, "Shorten it."
        for path, condition in _conditions(policy, inside):
            yield from _nobody(condition, path, data)


_CAMPS = ("own", "partners", "rivals")


def _both(data: Any) -> Iterator[Found]:
    """Yield each party that stands in two of the lists that say whose it is."""
    known: dict[str, str] = {}
    for key in _CAMPS:
        for n, name in items(at(data, key)):
            if (other := known.setdefault(str(name), key)) != key:
                said = f"'{name}' stands among '{other}' as well"
                yield (key, n), said, "Keep it where this reader counts it."


_HOUSE = "house/brief.html.j2"


def _dates(forms: Any) -> Iterator[Found]:
    from babel.dates import parse_pattern

    for name, parts in _DATES.items():
        form = at(forms, name)
        if not isinstance(form, str) or not form:
            continue
        try:
            fields = str(parse_pattern(form).format).split("%(")[1:]
        except (KeyError, ValueError):
            yield ("dates", name), f"'{form}' is no form of a date", _FORM
            continue
        letters = "".join(one[0] for one in fields).replace("L", "M")
        if unknown := sorted(set(letters) - set("yMdGEc")):
            yield ("dates", name), f"'{form}': '{unknown[0]}' is no part of a date", _FORM
        elif set(parts) - set(letters):
            words = {"y": "year", "M": "month", "d": "day"}
            absent = " and ".join(words[one] for one in parts if one not in letters)
            yield ("dates", name), f"'{form}' shows no {absent}", _FORM


def _repeated(policy: Any, kinds: tuple[str, ...], inside: Path) -> Iterator[Found]:
    seen: set[str] = set()
    for kind in kinds:
        for n, one in items(at(policy, kind)):
            id_ = at(one, "id")
            if isinstance(id_, str) and id_ in seen:
                said = f"the id '{id_}' stands twice"
                yield (*inside, kind, n, "id"), said, "Give each its own."
            seen.add(str(id_))


def _conditions(policy: Any, inside: Path) -> Iterator[tuple[Path, Any]]:
    """Yield each plain condition of a set's listed sentences, of groups those inside."""
    for kind in LISTED:
        for n, one in items(at(policy, kind)):
            yield from _plain(at(one, "when"), (*inside, kind, n, "when"))


def _plain(when: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    for n, one in enumerate(when) if isinstance(when, list) else ():
        yield from _ungrouped(one, (*path, n))


def _ungrouped(one: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    grouped = False
    for key in ("all", "any"):
        if isinstance(at(one, key), list):
            grouped = True
            yield from _plain(at(one, key), (*path, key))
    if isinstance(at(one, "not"), Mapping):  # what never holds, holds under a `not`
        grouped = True
        yield from ((p, c) for p, c in _ungrouped(one["not"], (*path, "not")) if at(c, "answer"))
    if not grouped and isinstance(one, Mapping):
        yield path, one


def _unasked(condition: Any, path: Path, asked: Collection[str]) -> Iterator[Found]:
    name = at(condition, "answer")
    if isinstance(name, str) and name not in asked:
        hint = is_it(name, asked) or f"Asked are: {', '.join(sorted(asked))}."
        yield (*path, "answer"), f"names a question '{name}' that is not asked", hint


def _never(condition: Any, path: Path) -> Iterator[Found]:
    low, high = _number(condition, "at_least"), _number(condition, "at_most")
    if low is not None and high is not None and low > high:
        said = f"never holds: at_least {low:g} is more than at_most {high:g}"
        yield (*path, "at_least"), said, "Exchange them."
    elif at(condition, "share") and low is not None and low > 1:
        said = f"never holds: a share is a part of 1, and {low:g} is more"
        yield (*path, "at_least"), said, "Write half as 0.5."
    elif high is not None and high < 0:
        yield (*path, "at_most"), f"never holds: nothing is fewer than {high:g}", "Count from 0."


def _always(condition: Any, path: Path) -> Iterator[Found]:
    """Yield a condition that whatever the sources say fulfills; that one is dated is no such."""
    low, high = _number(condition, "at_least"), _number(condition, "at_most")
    if high is None and low is not None and low <= 0 and not at(condition, "age"):
        said = f"always holds: nothing is fewer than {low:g}"
        yield (*path, "at_least"), said, "Count from 1, or leave the condition out."
    elif low is None and high is not None and high >= 1 and at(condition, "share"):
        said = f"always holds: a share is a part of 1, and none is more than {high:g}"
        yield (*path, "at_most"), said, "Write half as 0.5."


def _anywhere(holder: Any, key: str, path: Path) -> Iterator[Found]:
    """Yield phrases that stand in nearly every sentence, so that nothing rests on them."""
    for n, phrase in items(at(holder, key)):
        words = re.split(r"[\s/]+", phrase) if isinstance(phrase, str) else []
        if words and all(map(_is_empty, words)):
            said = f"'{phrase}' stands in nearly every sentence"
            yield (*path, key, n), said, "Name what the sentences are about."


def _is_empty(word: str) -> bool:
    """Tell whether a word of a phrase is anywhere: `the`, `of`, `a*`; short names are not."""
    stem = word.removesuffix("*")
    short = len(stem) < 3 and stem == stem.lower()
    return short or (stem == word and is_light(word.lower()))


def _alike(asked: Any, path: Path) -> Iterator[Found]:
    """Yield a question whose two answers say the same."""
    yes, no = (at(asked, key) for key in ("claim", "claim_no"))
    if isinstance(yes, str) and isinstance(no, str) and yes.casefold() == no.casefold():
        yield (*path, "claim_no"), "says the same as `claim`", "Say what a no to the question says."


def _number(condition: Any, key: str) -> float | None:
    value = at(condition, key)
    return value if isinstance(value, int | float) else None


def _nobody(condition: Any, path: Path, data: Any) -> Iterator[Found]:
    """Yield a condition on parties of which this reader names too few."""
    kind, least = at(condition, "parties"), _number(condition, "at_least") or 0
    named = at(data, kind) if isinstance(kind, str) else None
    count = len(named) if isinstance(named, list) else 0
    if kind and least > count:
        said = f"never holds: `{kind}` names {count or 'nobody'}"
        yield (*path, "parties"), said, f"Name more in `{kind}`, or leave the sentence out."


def _strangers(names: Any, path: Path) -> Iterator[Found]:
    from brief.vocabulary.states import nearest_name, state_of

    for n, name in items(names):
        if isinstance(name, str) and state_of(name) is None:
            near = nearest_name(name)
            hint = f"Is it '{near}'?" if near else "A party of that name alone is meant."
            yield (*path, n), f"'{name}' is no state or bloc that we know", hint


def _relation(name: Any, path: Path) -> Iterator[Found]:
    from brief.vocabulary.states import load

    known = load("relations.yaml")["relations"]
    strange = isinstance(name, str) and bool(name) and name not in known
    if strange and (near := nearest(name, known, alike=0.8)):
        yield path, f"'{name}' is no relation that we know", f"Is it '{near}'?"
