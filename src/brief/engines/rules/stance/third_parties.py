"""Words for ties of somebody else: names of clubs, allies at home, friends of a third."""

from __future__ import annotations

from itertools import pairwise

from brief.engines.rules.stance.lexicon import OTHER, phrases, word_list
from brief.engines.rules.stance.mentions import BOTH, Mention
from brief.vocabulary.states import names
from brief.vocabulary.words import Hit, Word

_AS = 5  # words from `as` to the `ally` that somebody is
_CLOSE = 3  # words in which one of whom a word is said stands
_ONE = frozenset(["one", "only", "sole", "single", "oldest", "closest"])


def foreign(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether a word is a name of others, or says whose friend somebody else is."""
    if only_other(cue, text, found) or at_home(cue, text, found) or of_another(cue, text, found):
        return True
    if cue.tag in ("weaker", "opposed") and (
        among_others(cue, text, found)
        or _with_another(cue, text, found)
        or _of_three(cue, text, found)
    ):
        return True
    if (
        _of_a_club(cue, text)
        or _of_one_and_another(cue, text, found)
        or _seen_by_another(cue, text, found)
        or _against_one(cue, text, found)
        or _of_which(cue, text, found)
        or _has_as(cue, text, found)
    ):
        return True
    return proper(cue, text) if cue.tag == "terms" else _in_a_name(cue, text)


def _of_a_club(cue: Hit, text: list[Word]) -> bool:
    """Tell whether a word names a club there is, or one at home: `the ruling coalition`."""
    if text[cue.last - 1].text not in ("bloc", "blocs", "coalition", "coalitions"):
        return False
    before = [word.text for word in text[max(0, cue.first - 2) : cue.first]]
    made = before[0] in ("a", "an") if before else True  # "they form a trading bloc"
    return not made and before[-1] in word_list("club_kinds")


def _has_as(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether a third is the ally: `no longer depends on Oman as its sole ally`."""
    if text[cue.last - 1].text not in word_list("befriended"):
        return False
    near = range(max(0, cue.last - 1 - _AS), cue.last - 1)
    leads = [at for at in near if text[at].text == "as" and not text[at].apart]
    replaced = any(word.text.startswith("replac") for word in text[: cue.last])
    if not leads or not leads[-1] or replaced:
        return False
    party = any(one.last == leads[-1] and one.who != OTHER for one in found)
    return text[leads[-1] - 1].capital and not party


def _of_one_and_another(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether a word is said of the tie of a party and a third: `strained Peru-Oman ties`.

    So it is with a preposition between: `the chill in Peru-Oman ties`.
    """
    for one, two in pairwise(found):
        if not cue.last <= one.first <= cue.last + _CLOSE or one.last != two.first:
            continue
        between = {word.text for word in text[cue.last : one.first]}
        tie = phrases("topic").within(text, two.last, two.last + 1)
        return bool(tie) and between <= _INTO and [one.who, two.who].count(OTHER) == 1
    return False


def _against_one(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether a tie is one against a party: `Peru joins no alliance against Oman`."""
    if cue.tag not in ("terms", "near"):
        return False
    ahead = text[cue.last : cue.last + _GROUP]
    until = next((n for n, word in enumerate(ahead) if word.apart), len(ahead))
    at = next((n for n, word in enumerate(ahead[:until]) if word.text == "against"), None)
    if at is None:
        return False
    first = cue.last + at + 1
    if any(cue.last <= m.first < first for m in found):
        return False  # `they are allies and Peru turned against Oman`
    return any(
        m.who != OTHER and first <= m.first <= first + 1 and not text[m.first].apart for m in found
    )


def _seen_by_another(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether it is what a third thinks: `Oman likes Peru, which it sees as a rival`."""
    opens = next((mention for mention in found if mention.who != BOTH), None)
    if opens is None or opens.who != OTHER:
        return False
    until = max((at for at in range(cue.first) if text[at].apart), default=0)
    clause = [word.text for word in text[until : until + 2]]
    inside = any(until <= m.first < cue.first and m.who != BOTH for m in found)
    return clause[:1] in _WHICH and clause[1:] in (["it"], ["they"]) and not inside


def _with_another(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether one contends with a third: `Peru helps Chile to compete with Oman`."""
    ahead = text[cue.last : cue.last + 3]
    if not ahead or ahead[0].apart or ahead[0].text not in ("against", "with"):
        return False
    at = cue.last + 1 + (ahead[1:2] != [] and ahead[1].text == "the")
    beside = [m.who for m in found if m.first in (at, at + 1) and not text[m.first].apart]
    return bool(beside) and set(beside) == {OTHER}


def _of_three(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether both contend with a third: `a race between Lima, Oman and Peru`.

    Who of the three is at odds with whom is not said.
    """
    ahead = range(cue.last, min(cue.last + _CLOSE, len(text)))
    at = next((n for n in ahead if text[n].text in _AMONG), -1)
    if at < 0 or any(word.apart for word in text[cue.last : at + 1]):
        return False
    run: list[Mention] = []
    for mention in found:
        since = run[-1].last if run else at + 1
        if mention.who != BOTH and since <= mention.first <= since + 2:
            run.append(mention)
    who = {mention.who for mention in run}
    return OTHER in who and len(who) > _TWO


_AMONG = frozenset(["among", "amongst", "between", "by", "of"])
_TWO = 2


def _of_which(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether it is said of a third: `to Oman, which has a quarrel with Peru`."""
    opens = range(cue.first - 1, max(0, cue.first - _GROUP), -1)
    at = next((n for n in opens if text[n].text in ("which", "who") and text[n].apart), 0)
    before = [m for m in found if m.last == at]
    if not at or not before or before[-1].who != OTHER:
        return False
    return not any(at < m.first < cue.first for m in found)


def among_others(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether what parts some parts a group of others: `tensions among the great powers`.

    The group is the two where it names a party, and where nothing but a noun for two states
    stands for it: `between the neighbors`, `among them`.
    """
    if cue.last >= len(text) or text[cue.last].text not in ("among", "amongst", "between"):
        return False
    after = text[cue.last + 1 : cue.last + 1 + _GROUP]
    verbs = word_list("links")
    ends = (n for n, word in enumerate(after) if word.apart or word.text in verbs)
    until = next(ends, len(after))
    if any(m.who != OTHER and cue.last < m.first <= cue.last + until for m in found):
        return False
    lows = [word.text for word in after[:until]]
    if lows[:1] and lows[0] in ("the", "these", "both", "its", "their", "our"):
        lows = lows[1:]
    return not (lows and lows[0] in word_list("the_two"))


_GROUP = 8  # words after `among` in which those meant are named
_INTO = frozenset(["in", "of", "to", "on", "over", "with", "the", "between", "for"])
_WHICH = (["which"], ["whom"], ["who"])


def proper(cue: Hit, text: list[Word]) -> bool:
    """Tell whether a word is part of a name of others: `the Northern Alliance`, `Axis of Hope`.

    The name of a state before it makes none, nor does a line that writes every word so.
    """
    club = text[cue.first].capital and text[cue.first].text in word_list("clubs")
    if cue.last - cue.first > 1 or cue.first == 0 or not club:
        return False
    written = [word.capital for word in text if len(word.raw) > _SMALL]
    if written.count(False) <= _TITLE * len(written):
        return False
    after = text[cue.last : cue.last + 2]
    if len(after) > 1 and after[0].text in ("of", "for") and after[1].capital:
        return True
    before = text[cue.first - 1]
    named = before.capital and not text[cue.first].apart and cue.first > 1
    return named and before.text not in word_list("kinds") and not names().find([before])


_SMALL, _TITLE = 3, 0.2  # letters of a word that titles write small; small words that make none


def at_home(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether an ally is somebody's at home: `Ivanov, an ally of Putin`, `allies in the Duma`.

    Who is said to be one in passing, and is no state, is a person.
    """
    if cue.last - cue.first > 1 or text[cue.first].text not in ("ally", "allies"):
        return False
    before, after = text[max(0, cue.first - _PERSON) : cue.first], text[cue.last : cue.last + 4]
    if before and before[-1].text in word_list("domestic"):
        return True
    follows = [word.text for word in after]
    if follows[:1] == ["in"] and word_list("houses") & set(follows[1:]):
        return True
    if follows[:1] == ["of"] and word_list("chiefs") & set(follows[1:]):
        return True
    named = {at for mention in found for at in range(mention.first, mention.last)}
    person = bool(after) and after[0].capital and cue.last not in named
    if text[cue.first].text == "ally" and person and not _speaks_next(text, cue.last):
        return True  # "a Putin ally, Ivanov"
    for at in range(cue.first - 1, max(0, cue.first - _PERSON) - 1, -1):
        if text[at].apart:
            opens = text[at].text in ("a", "an", "the", "one", "another")
            return opens and at > 0 and text[at - 1].capital and at - 1 not in named
    return False


def _speaks_next(text: list[Word], at: int) -> bool:
    """Tell whether a name is the speaker's: `“It is no ally,” Ana Soto said`."""
    if set(text[at].gap) & _CLOSING:
        return True
    after = next((n for n in range(at, len(text)) if not text[n].capital), len(text))
    return after < len(text) and text[after].text in _SAYS


_CLOSING = frozenset('”"’»')
_SAYS = frozenset(["said", "says", "told", "added", "adds", "noted", "notes", "argued", "argues"])


def elsewhere(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether an ally is named, or placed, as a third: `its ally Syria`, `allies in Lebanon`.

    Two who are `allies in Syria` are allies of each other: whose they are is not said.
    """
    if cue.last - cue.first > 1 or text[cue.first].text not in ("ally", "allies"):
        return False
    who = {m.first: m.who for m in found if not text[m.first].apart}
    before = {word.text for word in text[max(0, cue.first - _CLOSE) : cue.first]}
    taken_up = bool(before & {"its", "their", "his", "her"})
    if who.get(cue.last) == OTHER:
        return taken_up
    owned = taken_up or any(m.last == cue.first for m in found if m.who != OTHER)
    place = text[cue.last + 1 : cue.last + 3] if cue.last < len(text) else []
    placed = bool(place) and text[cue.last].text in ("in", "like") and bool(names().find(place))
    theirs = {who.get(cue.last + 1, OTHER), who.get(cue.last + 2, OTHER)}
    return placed and owned and theirs == {OTHER}


_PERSON = 4  # words of an apposition before its `ally`


def only_other(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether a word is said of one who is then named: `its only ally, North Korea`."""
    before = {word.text for word in text[max(0, cue.first - 4) : cue.last]}
    ends = {mention.last for mention in found if mention.who == OTHER}
    for mention in found:
        near = mention.last <= cue.first <= mention.last + _CLOSE
        if near and mention.first in ends and text[mention.first].apart:
            return mention.who not in (OTHER, BOTH)  # "America, China's rival"
    return bool(_ONE & before) and any(
        m.who == OTHER and m.first == cue.last and "," in text[m.first].gap for m in found
    )


def of_another(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether somebody is the friend of one who is no party: `an ally of the Brotherhood`.

    What follows names neither party nor both, and no pronoun or quality: `allies of convenience`.
    """
    at = cue.last
    if text[at - 1].text not in word_list("befriended") or at + 1 >= len(text):
        return False
    whose = at + 1 + (text[at + 1].text == "the")
    if text[at].text != "of" or whose >= len(text) or text[whose].text in word_list("qualities"):
        return False
    until = next((n for n in range(at + 1, len(text)) if text[n].apart), at + _OF)
    return not any(at < m.first < min(until, at + _OF) and m.who != OTHER for m in found)


_OF = 6  # words in which one of whom somebody is the friend is named


def _in_a_name(cue: Hit, text: list[Word]) -> bool:
    """Tell whether a word near the relation is part of a name: `the Muslim Brotherhood`."""
    if cue.last - cue.first > 1 or not cue.first:
        return False
    if not text[cue.first].capital or text[cue.first].apart:
        return False
    beside = any(
        word.capital for word in (*text[cue.first - 1 : cue.first], *text[cue.last : cue.last + 1])
    )
    return beside and sum(word.capital for word in text) <= _TITLED * len(text)


_TITLED = 0.5  # share of words with a capital from which a sentence is a heading
