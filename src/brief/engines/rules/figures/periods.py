"""The text in, the years it names out, and for each figure the year it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

_YEAR = re.compile(
    r"""(?<![\d.,/=_$€£¥-])(?P<year>(?:1[5-9]|20)\d\d)
    (?:[-–/](?P<last>(?:1[5-9]|20)?\d\d))?\b(?![%°]|,\d|\.\d|-\d|/\d)
    |\b(?P<far>2100)\b|\bFY[ ]?’?'?(?P<fiscal>(?:20)?\d\d)\b(?!/)""",
    re.VERBOSE,
)
"""A year; two years of one period (`2009-13`, `2016–2020`, `2022/23`); a fiscal year (`FY23`)."""
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_LEAD = re.compile(
    r"""(?:\b(?P<word>as\sof|in|by|since|during|until|from|through|for|before|after|of|at|on|between)\s)?
    (?:(?:the\s)?(?:same|corresponding)\s(?:period|months?|quarter|half)\s(?:in|of)\s
    |the\s|its\s|fiscal\s|fiscal\syear\s|mid-|early\s|late\s
    |(?:first|second|third|fourth|last)\s(?:half|quarter|\w{2,6}\s(?:months|weeks|quarters))\sof\s
    |(?:end|beginning|start|middle)\sof\s
    |periods?\sof\s|(?:MONTH(?:\s?[-–]\s?|\s(?:to|and|through)\s))?MONTH\s
    |\d{1,2},?\s){0,4}$""".replace("MONTH", _MONTH),
    re.IGNORECASE | re.VERBOSE,
)
_LEAD_REACH = 48
"""Characters before a year in which the words of its period are looked for."""
_TO = re.compile(r"\s?(?:to|and|until|through|till|-|–)\s?")
_SPAN = re.compile(rf"\d{{4}}(?:{_TO.pattern})\d")
_EARLIER = re.compile(
    r"\s(?:(?P<years>a|one|two|three)\syears?\s(?:earlier|(?P<ago>ago)|before|previously)"
    r"|(?:in\s)?the\s(?:year\sbefore|(?:previous|preceding|prior)\syear))\b"
)
_LATER = re.compile(
    r"\s(?:in\s)?(?:(?:a|one)\syear\slater|the\syear\safter|the\s(?:following|next)\syear)\b"
)
_ASIDE = re.compile(r",\s(?:or|that\sis)\s(?:[^,;.]|,\d){2,40}(?:,(?=\s)|$)|,\s*$")
"""What stands between a figure and its year without parting them: `0.7 %, or 861,000, in 2023`."""
_CLAUSE = re.compile(r"[,;] (?:and |but )?$")
"""What stands before a year that opens a clause."""
_OFTEN = re.compile(
    r"[^,;:.!?()\d]{0,40}?\b"
    r"(?P<often>annually|yearly|a year|per year|per annum|(?:each|every) year)\b"
    r"(?!\s(?:ago|earlier|before|later|after|from))"
)
"""How often a sum is paid or earned, in the words behind it: `$10bn of goods annually`."""
_SINCE = re.compile(
    rf"[^,;:.!?()]{{0,60}}?\b(?P<since>since (?:early |mid-|late |last )?{_MONTH})\b(?! \d)"
)
"""From when on something is counted, in the words behind it: `300 tanks since September`."""
_SINCE_THEN = re.compile(r"\bsince(?:\s[\w’'-]+){1,7}\s$")
"""The words from `since` to the year of its clause: `since she left the ministry in 2016`."""
_WITHIN = re.compile(
    r"\s((?:over|within|in) (?:the (?:next|coming|past|last) )?"
    r"(?:decade|year|(?:two|three|four|five|six|seven|eight|ten|fifteen|twenty|\d{1,2}) years))\b"
)
"""How long a sum takes, in the words behind it: `reach $10bn over five years`."""
_REACH = 160
"""Characters from a figure in which its part of a year is looked for."""
_PARTLY = re.compile(
    r"\b(?:in|over|during) (the (?:first|second|third|last) "
    r"(?:half|quarter|\w+ (?:months|weeks|quarters)) of (?:the|this) year)\b",
    re.IGNORECASE,
)
"""A part of a year that is not named: `in the first four months of the year`."""
_MOVED = re.compile(
    r",\s(?:(?:or|that\sis)\s)?(?:an?\s|up\s|down\s|(?:about|some|nearly|over)\s){1,3}"
)
"""What joins a figure to the one before it, whose change it is: `in 2023, up 26%`."""
_HEADS = re.compile(
    r",\s(?:(?:and\s)?(?:it|this|that|they|the\s(?:figure|number|total|volume|amount))\s"
    r"(?:was|were|is|has|had|stood|reached|rose|fell|grew|climbed|dropped|came|totall?ed|amounted)"
    r"\s(?:\w+\s){0,2}?)?(?:(?:about|some|around|nearly|almost|over)\s)?"
)
"""What joins a year to the figure that it heads in a row of them: `in 2018, $25bn, in 2019, …`."""
_AMOUNT = re.compile(r"(?:US|A|C|HK)?[$€£¥₽₹]?\d")
_BEGINS = re.compile(r"(?:^|[,;:.]\s|\band\s)$")
"""What stands before a year that begins a part of a row, and ends none."""
_PART_OF = re.compile(r"of\s(?=.*\b(?:half|quarter|months|weeks|quarters|period)\b)", re.IGNORECASE)
"""What joins a part of a year to what is told of it: `figures for the first half of 2014`."""
_YEARS = {"a": 1, "one": 1, "two": 2, "three": 3}
_BESIDE = 30
_RELATIVE = re.compile(
    r"\b(?:(?:in|over|during)[ ](?:the[ ])?)?"
    r"(?P<which>last|next|previous|(?<!\bin[ ])(?<!\bduring[ ])this)[ ]year\b",
    re.IGNORECASE,
)
"""A year told from the day of the text; `during this year` takes up one just named."""
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]?(?:\[\d{1,3}\])*(?=\s+[A-Z“\"‘*(]|\[)|\n+")
_BREAK = re.compile(r"[;:—]|,|\b(?:and|while|but|whereas|although|which)\b")
_HARD_BREAK = re.compile(r"[;]|\b(?:while|but|whereas|although)\b")
_BASE = re.compile(
    r"\s(?:(?P<over>over|on)|as|than|compared\s(?:to|with)|relative\sto|versus|against)\s$"
)
"""Words before a year that a change is counted from; the figure is not about that year."""
_BASE_REACH = 24
_NOW = re.compile(r", and\s[^,;]{1,40}\b(?:is|are|stands?|remains?)\b")
"""A clause on the present, to which a year that opens its sentence does not reach."""
_AFTERWARDS = re.compile(
    r"[,;] (?:(?:and|but) )?(?:(?:it|they|he|she|which) )?"
    r"(?:later|subsequently|afterwards?|thereafter|eventually)\b(?! (?:that|the same|in) )"
)
"""What came after the year that a sentence named: `12% in 2019, later raised to 20%`."""
_ONCE = re.compile(r"(?:First |Originally )?[A-Z][a-z]*(?:ed|uilt|orn|egun)\b[^,]*")
"""What opens a sentence with a year that dates no figure in it: `Founded in 1921, it has …`."""
_BOUNDS = frozenset(("since", "of", "before", "after", "until", "from"))
"""Words before a year that opens a sentence but dates no figure in it."""
_SET = frozenset(("in", "between", "during"))
"""Words before a year that may stand behind a comma: `doubled, to $4 billion, between …`."""
_OLD = 1900
"""Below this a number behind a plain word ('Silverado 1500') needs 'in' ... to be a year."""
_NEAR, _LEADING = 90, 45
"""Characters between figure and year; characters of a sentence in which a year leads it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A year named in the text, with the phrase it stands in."""

    start: int
    end: int
    year: int
    lead: str


class Calendar:
    """The years and sentence borders of one text."""

    __slots__ = ("borders", "mentions", "text")

    def __init__(self, text: str, year: int | None) -> None:
        self.text = text
        self.mentions = _mentions(text, year)
        self.borders = [0, *(m.end() for m in _SENTENCE_END.finditer(text))]

    def sentence(self, place: int) -> tuple[int, int]:
        """Return the offsets of the sentence around `place`."""
        k = bisect_right(self.borders, place)
        return self.borders[k - 1], self.borders[k] if k < len(self.borders) else len(self.text)

    def find(self, start: int, end: int, first: int, until: int, since: int) -> Mention | None:
        """Return the year that the figure at `start`..`end` is about.

        `first` is where the first figure of the text begins that stands in the same sentence; a
        year behind `until`, or from `since` to the figure, is another figure's.
        """
        if not self.mentions:
            return None
        earlier = _EARLIER.match(self.text, end)
        if earlier:
            if earlier["ago"]:  # it counts from the day of the text
                return None
            return self._year_beside(start, earlier, -_YEARS[earlier["years"] or "a"])
        if later := _LATER.match(self.text, end):
            return self._year_beside(start, later, 1)
        low, high = self.sentence(start)
        opens = bisect_right(self.mentions, low - 1, key=lambda m: m.start)
        ends = bisect_right(self.mentions, high - 1, key=lambda m: m.start)
        every = self.mentions[opens:ends]
        if headed := self._heading(every, start, low):
            return headed
        mine = [one for one in every if not since <= one.start < start]
        return self._behind(mine, start, end, until) or self._leading(mine, start, low, first)

    def period(self, mention: Mention | None, end: int) -> str:
        """Return the words of the period of a figure that ends at `end`."""
        if mention:
            low = max(self.sentence(end - 1)[0], mention.start - _REACH // 2)
            since = _SINCE_THEN.search(self.text, low, mention.start) if mention.lead else None
            return self.text[since.start() if since else mention.start : mention.end]
        if lasts := _WITHIN.match(self.text, end):
            return lasts[1]
        low, high = self.sentence(end - 1)
        if partly := _PARTLY.search(self.text, max(low, end - _REACH), min(high, end + _REACH)):
            return partly[1]
        often = _OFTEN.match(self.text, end)
        since = _SINCE.match(self.text, end)
        return often["often"] if often else since["since"] if since else ""

    def _year_beside(self, start: int, words: re.Match[str], step: int) -> Mention | None:
        """Return the year beside the one just named: `24 in 2022, against 34 a year earlier`."""
        k = bisect_right(self.mentions, start - 1, key=lambda m: m.start) - 1
        near = self.mentions[k] if k >= 0 else None
        if near is None or start - near.end > _BESIDE or near.lead != "in":
            return None
        return Mention(words.start() + 1, words.end(), near.year + step, "")

    def _heading(self, mentions: list[Mention], start: int, low: int) -> Mention | None:
        """Return the year that opens the part of a row in which the figure at `start` stands."""
        k = bisect_right(mentions, start - 1, key=lambda m: m.start) - 1
        near = mentions[k] if k >= 0 else None
        if near is None or near.lead != "in" or not _HEADS.fullmatch(self.text, near.end, start):
            return None
        return near if _BEGINS.search(self.text[low : near.start].lstrip("\"“‘’' ")) else None

    def _behind(self, mentions: list[Mention], start: int, end: int, until: int) -> Mention | None:
        """Return the next year behind the figure in the same clause."""
        k = bisect_right(mentions, end - 1, key=lambda m: m.start)
        if k == len(mentions) or mentions[k].start > min(until, end + _NEAR):
            return None
        found = mentions[k]
        between = self.text[end : found.start]
        if found.lead in _SET:
            aside = _ASIDE.sub("", between)
            heads = _HEADS.match(self.text, found.end) if aside != between else None
            if heads and _AMOUNT.match(self.text, heads.end()):
                return None  # "it was $5bn, in 2018, $6bn": the year heads what follows
            between = aside
        return None if self._is_base(found, start) or _BREAK.search(between) else found

    def _is_base(self, found: Mention, start: int) -> bool:
        """Tell whether a change is counted from a year: `compared to the same period in 2020`.

        What the figure at `start` has risen to it has reached over its year: `to $6 over 2021`.
        """
        spans = bool(_SPAN.search(self.text, found.start, found.end))
        if found.lead == "from":
            return not spans
        base = _BASE.search(self.text[max(0, found.start - _BASE_REACH) : found.start])
        lasts = spans or self.text.endswith(" to ", 0, start)
        return base is not None and not (base["over"] and lasts)

    def _leading(self, mentions: list[Mention], start: int, low: int, first: int) -> Mention | None:
        """Return the year before the figure: one that opens the sentence, or one in its clause.

        A year behind another figure is that one's, and opens nothing.
        """
        k = bisect_right(mentions, start - 1, key=lambda m: m.start) - 1
        if k < 0:
            return None
        near = mentions[k]
        if _AFTERWARDS.search(self.text, near.end, start):
            return None
        begins = near.end
        if near.lead in _SET and _CLAUSE.search(self.text, max(0, near.start - 8), near.start):
            begins += self.text.startswith(",", begins)
        if start - near.end <= _NEAR and not _BREAK.search(self.text, begins, start):
            return near
        if _MOVED.fullmatch(self.text, near.end, start):
            return near
        opening = mentions[0]
        leads = opening.start <= first and opening.start - low <= _LEADING
        if not leads or opening.lead in _BOUNDS or _ONCE.fullmatch(self.text, low, opening.start):
            return None
        broken = _HARD_BREAK.search(self.text, opening.end, start)
        return None if broken or _NOW.search(self.text, opening.end, start) else opening


def _mentions(text: str, year: int | None) -> list[Mention]:
    """Return every year named in `text`; 'last year' counts when the text's own year is known."""
    out: list[Mention] = []
    for found in _YEAR.finditer(text):
        mention = _mention(text, found)
        if mention and out and _spans(text, out[-1], found.start()):
            out[-1] = replace(mention, start=out[-1].start, lead=out[-1].lead)
        elif mention:
            out.append(mention)
    if year is not None:
        shift = {"last": -1, "previous": -1, "this": 0, "next": 1}
        out += [
            Mention(m.start(), m.end(), year + shift[m["which"].lower()], "in")
            for m in _RELATIVE.finditer(text)
        ]
        out.sort(key=lambda m: m.start)
    return out


def _spans(text: str, first: Mention, start: int) -> bool:
    """Tell whether the year at `start` ends a period that `first` begins."""
    link = _TO.fullmatch(text, first.end, start)
    return link is not None and (link.group().strip() != "and" or first.lead == "between")


def _mention(text: str, found: re.Match[str]) -> Mention | None:
    """Return a year found, the last of its period, with the words of the period before it."""
    start, end = found.span()
    year = _last_year(found)
    if year is None:  # `1914/15` is a period, `2015-12` a month or a code
        end, year = found.end("year"), int(found["year"])
    reach = max(0, start - _LEAD_REACH)
    lead = _LEAD.search(text[reach:start])
    begin = reach + lead.start() if lead else start
    if begin == start and start > 1 and text[start - 2].isalpha() and year < _OLD:
        return None
    word = (lead["word"] or "") if lead else ""
    if part := _PART_OF.match(text, begin, start):
        begin, word = part.end(), "in"
    return Mention(begin, end, year, word.lower())


def _last_year(found: re.Match[str]) -> int | None:
    """Return the year that a period ends with; `None` where two digits are no later year."""
    if found["fiscal"]:
        return int(found["fiscal"]) % 100 + 2000
    first, last = int(found["far"] or found["year"]), found["last"]
    if not last:
        return first
    year = int(last) if len(last) == 4 else first - first % 100 + int(last)
    year += 100 if len(last) == 2 and first % 100 == 99 and last == "00" else 0
    return year if year > first else None
