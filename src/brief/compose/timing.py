"""A dossier in; what the template says of when: the day of the brief, the years of its sources."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from brief.compose.desk import Desk, Values
from brief.compose.pen import Pen
from brief.compose.trust import FRESH
from brief.compose.wording import num, typographic
from brief.model.dossier import Dossier, Source
from brief.model.marks import DAY
from brief.model.question import Question
from brief.model.source import Issued


def span(desk: Desk, dossier: Dossier) -> list[Markup]:
    """Return the first and the last year of the sources, as far as known; none where not."""
    known = {desk.year(one): one for one in dossier.sources}
    ends = sorted({min(known, default=0), max(known, default=0)})
    return [num(desk.year_of(known[year])) for year in ends] if all(ends) else []


def times(desk: Desk, sources: Sequence[Source]) -> Values:
    """Return of when sources are, first and last, where none is of the last years.

    `about` tells that one of them bears no date, `later` that none does: its year is one it names.
    """
    known = {desk.year(one): one for one in sources if desk.year(one)}
    if not known or any(one.age is not None and one.age <= FRESH for one in sources):
        return {"years": []}
    return {
        "years": [num(desk.year_of(known[year])) for year in sorted({min(known), max(known)})],
        "about": any(not one.issued for one in sources),
        "later": not any(one.issued for one in sources),
    }


def later_years(pen: Pen, newest: Source | None) -> Values | None:
    """Return how many sources without a date name a year after the newest dated one's."""
    if newest is None or newest.issued is None:
        return None
    desk, last = pen.desk, newest.issued.year
    late = [one for one in desk.sources.values() if not one.issued and desk.year(one) > last]
    if not late:
        return None
    how = "sources without a date that name a year after the newest"
    year = num(desk.year_of(max(late, key=lambda one: (desk.year(one), one.id))))
    return {"n": len(late), "year": year, "count": pen.words("later", len(late), how)}


def alone_since(desk: Desk, dossier: Dossier, newest: Source | None) -> Markup | str:
    """Return the latest year that any other source bears or names, where the newest is later.

    Empty where another is of its year, or bears no year and names none.
    """
    if newest is None or newest.issued is None:
        return ""
    known = [(desk.year(one), one.id, one) for one in dossier.sources if one is not newest]
    if not known or not min(known)[0] or max(known)[0] >= newest.issued.year:
        return ""
    last = max(known)[2]
    return num(desk.year_of(last))


def turning_point(desk: Desk, question: Question, dossier: Dossier) -> Values | None:
    """Return what last changed the matter before the day of the brief, and who is later.

    `alone` tells that nobody but the newest source is, `none` that nobody is. `None` where a source
    may be that tells only the year, or that names one in which it came about.
    """
    day = str(dossier.as_of or "")
    past = [one for one in question.turning_points if str(one.day) <= day]
    if not past:
        return None
    last = max(past, key=lambda one: str(one.day))
    late = [one for one in dossier.sources if one.issued and _is_later(one.issued, last.day)]
    unsure = [
        one
        for one in dossier.sources
        if one not in late
        and desk.year(one) >= last.day.year
        and not _is_earlier(one.issued, last.day)
    ]
    if unsure or len(late) > 1:
        return None
    return {"what": typographic(last.what), "alone": bool(late), "none": not late}


def _is_later(one: Issued, other: Issued) -> bool:
    """Tell whether a date is later than another as far as both are known."""
    return _cut(one, other) > _cut(other, one)


def _is_earlier(one: Issued | None, other: Issued) -> bool:
    return one is not None and _cut(one, other) < _cut(other, one)


def _cut(one: Issued, other: Issued) -> str:
    """Return a date in ISO 8601, no more precise than another."""
    return str(one)[: len(str(other))]


def issued(pen: Pen, dossier: Dossier) -> Markup | str:
    """Return the date of the brief, and in words beside it where its signs are not of English."""
    day = dossier.as_of
    if day is None:
        return ""
    digits = int(str(day).replace("-", ""))
    forms = [pen.desk.conventions.date(day, line=line) for line in (True, False)]
    number, words = (
        pen.num(name, digits, "date of this brief", form)
        for name, form in zip((DAY, f"{DAY}-in-words"), forms, strict=True)
    )
    # beside dates in English, one in another writing does not stand alone
    return number if forms[0] == forms[1] else Markup("{} ({})").format(words, number)
