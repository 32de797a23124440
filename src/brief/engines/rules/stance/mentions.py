"""Words in, who is named out: the parties to the question, both together, or somebody else."""

from __future__ import annotations

from dataclasses import dataclass, field

from brief.engines.rules.stance.lexicon import OTHER, Lexicon, phrases, word_list
from brief.vocabulary.words import Hit, Word, keep

BOTH = "both"
_NO_PARTY = frozenset({BOTH, OTHER})
PREPOSITIONS = frozenset(
    [
        "with",
        "between",
        "of",
        "to",
        "toward",
        "towards",
        "against",
        "among",
        "for",
        "from",
        "by",
        "vis",
        "on",
        "over",
    ]
)
_LEFT_STOPS = PREPOSITIONS | frozenset(
    [
        "in",
        "at",
        "as",
        "into",
        "about",
        "than",
        "that",
        "which",
        "who",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "not",
        "n't",
        "no",
        "a",
        "an",
        "form",
        "forms",
        "forming",
        "formed",
        "build",
        "building",
        "forge",
        "become",
        "becomes",
        "remain",
        "remains",
        "make",
        "makes",
        "made",
        "but",
        "if",
        "because",
        "while",
    ]
)
_TOGETHER = {2: "both", 3: "three"}
"""The list of what names so many parties together: of three, `the two` are not all."""
_KINDS = frozenset(["style", "type", "like"])
_HYPHENS = ("-", "–", "‑", "/")
_REACH = 6  # words a complement may stand away from its preposition
_WHOSE = frozenset(["the", "its", "their", "both", "a", "an", "his", "her", "our"])
_AGAINST = frozenset({"against", "from", "counter", "vis"})
_ENDS = (_LEFT_STOPS - PREPOSITIONS) | _AGAINST
"""Words at which what a preposition ties on ends."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` to `last` (exclusive) that name somebody."""

    first: int
    last: int
    who: str
    """Number of the party as text, `BOTH`, or `OTHER`."""
    joined: bool = False
    """True in a compound with the name before it: `Sino-Russian`, `Moscow-Beijing`."""


@dataclass(slots=True)
class Named:
    """Who is named around a word."""

    parties: set[str] = field(default_factory=set)
    both: bool = False
    others: bool = False
    pronoun: bool = False

    def add(self, mention: Mention) -> None:
        """Count a mention."""
        if mention.who == BOTH:
            self.both = True
        elif mention.who == OTHER:
            self.others = True
        else:
            self.parties.add(mention.who)

    @property
    def pair(self) -> bool:
        """True when two parties are named."""
        return len(self.parties) >= 2


def mentions(text: list[Word], lexicon: Lexicon) -> list[Mention]:
    """Return who is named, from left to right."""
    return keep(text, ("mentions", lexicon), lambda: _mentions(text, lexicon))


def _mentions(text: list[Word], lexicon: Lexicon) -> list[Mention]:
    found: list[Mention] = []
    for hit in lexicon.names.find(text):
        who = hit.tag.rstrip("-")
        prefix = hit.tag.endswith("-")
        hyphen = hit.last < len(text) and text[hit.last].gap in ("-", "–", "‑")
        gap = text[hit.first].gap
        joined = bool(gap and found) and found[-1].last == hit.first and gap in "-–‑/"
        if hit.first and text[hit.first - 1].text == "anti" and who == OTHER:
            continue  # an "anti-American front" is no front of theirs
        if hyphen and text[hit.last].text in _KINDS:
            continue  # a "Western-style alliance" is none of the West's
        if who and (hyphen or joined or not prefix):
            found.append(Mention(hit.first, hit.last, who, joined))
    found += [Mention(hit.first, hit.last, OTHER) for hit in phrases("outsiders").find(text)]
    taken = {index for mention in found for index in range(mention.first, mention.last)}
    for hit in phrases(_TOGETHER.get(lexicon.count, "many")).find(text):
        if _counts(hit, text):
            continue
        if hit.first not in taken and not (hit.last - hit.first == 1 and _named_next(hit, taken)):
            found.append(Mention(hit.first, hit.last, BOTH))
    return sorted(found, key=lambda mention: mention.first)


def spoken_of(found: list[Mention], text: list[Word]) -> list[Mention]:
    """Drop the names of others that only say where, or who looks on."""
    return [m for m in found if m.who != OTHER or not (_where(m, text) or _looks_on(m, text))]


def _where(hit: Mention, text: list[Word]) -> bool:
    """Tell whether somebody else's name only says where: `the war in Ukraine`, `over Taiwan`.

    One of two in a compound says whose something is: `the chill in Chad-Oman ties`.
    """
    if hit.last < len(text) and text[hit.last].gap in _HYPHENS:
        return False
    before = hit.first - 1 - (text[hit.first - 1].text == "the")
    return before >= 0 and text[before].text in word_list("places")


def _looks_on(hit: Mention, text: list[Word]) -> bool:
    """Tell whether somebody else's name only says who looks on: `Western analysts`."""
    return hit.last < len(text) and text[hit.last].text in word_list("onlookers")


def _counts(hit: Hit, text: list[Word]) -> bool:
    """Tell whether `the two` only counts what follows: `these two pictures`."""
    after = text[hit.last : hit.last + 1]
    return text[hit.last - 1].text == "two" and any(w.text in word_list("counted") for w in after)


def _named_next(hit: Hit, taken: set[int]) -> bool:
    """Tell whether `both` or `neither` is followed by the names it stands with."""
    return any(hit.last + step in taken for step in range(4))


def named(found: list[Mention], first: int, last: int) -> Named:
    """Return who is named in words `first` to `last` (exclusive)."""
    who = {mention.who for mention in found if first <= mention.first < last}
    both, others = BOTH in who, OTHER in who
    return Named(who - _NO_PARTY if both or others else who, both, others)


def attached(
    text: list[Word], found: list[Mention], span: tuple[int, int], limits: tuple[int, int]
) -> Named:
    """Return whose the thing at `span` is: `a US-Japan alliance`, `its mistrust of China`."""
    around = Named()
    starts = {mention.first: mention for mention in found}
    ends = {mention.last - 1: mention for mention in found}
    for mention in found:
        if span[0] <= mention.first < span[1]:
            around.add(mention)
    _to_the_left(text, ends, span[0], limits[0], around)
    _to_the_right(text, starts, span[1], limits[1], around)
    return around


def _to_the_left(
    text: list[Word], ends: dict[int, Mention], index: int, limit: int, around: Named
) -> None:
    """Collect the names that modify the noun at `index`, walking left over its adjectives."""
    at, steps = index - 1, 0
    while at >= limit and steps < 5:
        mention = ends.get(at)
        if text[at + 1].apart and "," not in text[at + 1].gap and not _dash(text[at + 1]):
            return
        if mention is not None:
            around.add(mention)
            at = mention.first - 1
            linked = at >= limit and (mention.joined or text[at].text in ("and", "or", "&"))
            if not linked:
                return
            at -= 0 if mention.joined else 1
            continue
        word = text[at].text
        if word in ("their", "its"):
            around.pronoun = True
            return
        if word in _LEFT_STOPS or (text[at + 1].apart and not _dash(text[at + 1])):
            return
        at -= 1
        steps += 1


def _dash(word: Word) -> bool:
    """Tell whether only a dash stands before a word, as in `US–Japan`."""
    return word.gap in ("–", "‑")


def _to_the_right(
    text: list[Word], starts: dict[int, Mention], index: int, limit: int, around: Named
) -> None:
    """Collect the names a preposition ties to what ends before `index`: `with Iran`."""
    if text[index - 1].text in PREPOSITIONS:
        _complement(text, starts, index, limit, around)
        return
    at = index
    while at < min(index + 2, limit) and text[at].text not in PREPOSITIONS:
        if text[at].apart:
            return
        at += 1
    if at >= limit or text[at].text not in PREPOSITIONS or text[at].text in _AGAINST:
        return
    if text[at].text == "to" and not _named_by(text, starts, at):
        return  # "its allies to buy less of it"
    _complement(text, starts, at + 1, limit, around)


def _named_by(text: list[Word], starts: dict[int, Mention], at: int) -> bool:
    """Tell whether `to` stands before a name, and not before a verb: `to its neighbor Iran`."""
    reach = 2 + (at + 1 < len(text) and text[at + 1].text in _WHOSE)
    return any(at < one <= at + reach for one in starts)


def _complement(
    text: list[Word], starts: dict[int, Mention], index: int, limit: int, around: Named
) -> None:
    """Collect the names from `index` on, as far as `and` and commas join them."""
    at, last, any_yet = index, index, False
    while at < limit and at - last <= (2 if any_yet else _REACH):
        mention = starts.get(at)
        if mention is not None:
            if any_yet and not (mention.joined or _joins(text, last, at)):
                return
            around.add(mention)
            at = last = mention.last
            any_yet = True
            continue
        if text[at].text in _ENDS or text[at].text in word_list("resisting"):
            return
        at += 1


def _joins(text: list[Word], first: int, last: int) -> bool:
    """Tell whether what stands between two names makes them a list."""
    if any(word.text in ("and", "or", "with", "to") for word in text[first:last]):
        return True
    return first == last and "," in text[last].gap
