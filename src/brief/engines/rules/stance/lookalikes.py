"""Words that look like the relation asked about and are not, told by what stands around them."""

from __future__ import annotations

import itertools

from brief.engines.rules.stance.clauses import Clause
from brief.engines.rules.stance.lexicon import OTHER, phrases, word_list
from brief.engines.rules.stance.mentions import BOTH, Mention
from brief.engines.rules.stance.operators import Operators
from brief.vocabulary.words import Hit, Word, lows

_PLURALS = frozenset(["alliances", "blocs", "pacts", "coalitions", "marriages", "ententes"])
_ASIDE = 9  # words of a sentence short enough to be an aside
_DEFINES = frozenset(
    ["is", "means", "would", "asks", "requires", "demands", "implies", "needs", "presupposes"]
)
_ONE = frozenset(["one", "only", "sole", "single", "oldest", "closest"])
_TENET = 7  # words from `with` to whose principles one clashes with
_CHANGE = 10  # words between what a tie was and what it has become
_CLOSE = 3  # words between a denial and the harm it denies
_PAIR = 2
_AIMED = 12  # words between a tie and those it is turned on
_TENETS = frozenset(
    ["stated", "professed", "declared", "principles", "principle", "rhetoric", "words", "pledges",
     "pledge", "commitments", "commitment"]
)  # fmt: skip
_BYSTANDERS = frozenset(["neighbors", "neighbours", "west", "world", "region", "outsiders"])


def goes_on(text: list[Word]) -> float:
    """Return how surely a sentence that does not name the relation still speaks of it."""
    opens = any(word.text in ("it", "this", "that") for word in text[:2])
    return 0.8 if opens or len(text) < _ASIDE else 0.0


def defines(cue: Hit, text: list[Word], part: Clause, ops: Operators) -> bool:
    """Tell whether a clause says what such a thing is or asks: `An alliance is a promise`."""
    if not any_such(cue, text, part) or cue.last >= part.last:
        return False
    if text[cue.last].text not in _DEFINES:
        return False
    said = cue.last + (text[cue.last].text not in ("is", "would"))  # the verb itself defines
    return not any(said <= hit.first <= cue.last + 4 for hit in (*ops.before, *ops.after))


def only_named(cue: Hit, text: list[Word]) -> bool:
    """Tell whether a word stands alone in quotation marks: the index has an entry "alliance"."""
    after = text[cue.last].gap if cue.last < len(text) else ""
    before = text[cue.first].gap
    return bool(set(before) & set('"“‘')) and bool(set(after) & set('"”’'))


def aimed_elsewhere(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether a verb has somebody else for its object: `to supplant the United States`."""
    if _emulates(cue, text, found):
        return True
    at = cue.last + (cue.last < len(text) and text[cue.last].text in ("the", "both", "either"))
    if any(m.who == OTHER and m.first == at and not text[at].apart for m in found):
        return True
    if any(word.text in _BYSTANDERS for word in text[cue.last : cue.last + 2]):
        return True  # "their embrace worries its neighbors"
    for step in range(cue.last, min(cue.last + _CLOSE, len(text))):
        if text[step].text == "with":
            near = {m.who for m in found if step < m.first <= step + _CLOSE}
            if any(word.text in _TENETS for word in text[step : step + _TENET]):
                return True  # "its deeds clash with its stated principles"
            return near == {OTHER} or any(
                word.text in _BYSTANDERS for word in text[step : step + _CLOSE + 1]
            )  # "share a clash with the West"
        if text[step].text == "from" and text[step - 1].text == "away":
            return {m.who for m in found if step < m.first <= step + _CLOSE} == {OTHER}
        if text[step].text in ("to", "toward", "towards", "against", "at"):
            near = {m.who for m in found if step < m.first <= step + _CLOSE + 1}
            if cue.tag == "opposed" and near == {OTHER}:
                return True  # "their animosity toward the West"
            if _ties_named(text, found, step):
                return False  # "sets limits to the Russian-Chinese friendship"
            return len(near - {OTHER, BOTH}) > 1  # "was hostile to both China and Russia"
        if text[step].text == "of" and step == cue.last:
            near = {m.who for m in found if step < m.first <= step + _CLOSE}
            return near == {OTHER}  # "their distrust of America"
        if text[step].text == "by":
            return any(m.who == OTHER and step < m.first <= step + _CLOSE for m in found)
    return False


def _emulates(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether `to rival` has a thing for its object: `a body to rival older institutions`."""
    if text[cue.last - 1].text != "rival" or text[cue.first - 1].text not in ("to", "could"):
        return False
    ours = {m.first for m in found if m.who != OTHER}
    return not any(step in ours for step in range(cue.last, cue.last + _CLOSE))


def _ties_named(text: list[Word], found: list[Mention], step: int) -> bool:
    """Tell whether the names behind `to` only say whose ties: `to the Sino-Russian friendship`."""
    ends = [m.last for m in found if step < m.first <= step + _CLOSE + 1]
    return bool(ends) and any(hit.first == max(ends) for hit in phrases("topic").find(text))


def views_within(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether those differ who live in one of the two: `different views in Oman`."""
    if text[cue.last - 1].text not in ("views", "opinions", "visions", "approaches"):
        return False
    within = text[cue.last].text in _WITHIN if cue.last < len(text) else False
    where = [m for m in found if cue.last < m.first <= cue.last + _CLOSE]
    return within and len(where) == 1 and where[0].who != BOTH


_WITHIN = frozenset(["in", "within", "inside", "across", "among"])


def against_them(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether a tie is one of others, turned on both: `allies against China and Russia`."""
    if any(mention.who != OTHER and mention.first < cue.last for mention in found):
        return False
    after = [mention for mention in found if mention.who not in (OTHER, BOTH)]
    if len({mention.who for mention in after}) < _PAIR or after[0].first - cue.last > _AIMED:
        return False
    between = {word.text for word in text[cue.last : after[0].first]}
    return bool(between & (word_list("resisting") | {"against"}))


def theirs(cue: Hit, text: list[Word]) -> bool:
    """Tell whether a word names the enemies both have: `driven together by their rivals`."""
    if text[cue.last - 1].text in _CONTENDERS:
        return cue.first > 1 and [w.text for w in text[cue.first - 2 : cue.first]] in _THESE_TWO
    if text[cue.last - 1].text not in ("enemies", "rivals", "foes", "adversaries"):
        return False
    before = [word.text for word in text[max(0, cue.first - _CLOSE) : cue.first]]
    return bool({"the", "these", "between", "among"} & set(before)) or (
        before[-1:] != [] and before[-1] in ("their", "common", "shared", "same")
    )


_CONTENDERS = frozenset(["competitors", "challengers", "opponents", "contenders"])
_THESE_TWO = (["these", "two"], ["those", "two"])
"""What opens the name of two who contend with a third: `the aims of these two competitors`."""


def harmless(cue: Hit, text: list[Word], part: Clause, ops: Operators) -> bool:
    """Tell whether a clause says that a thing does no harm: `their quarrels do not weaken it`."""
    after = [hit for hit in ops.before if cue.last <= hit.first < part.last]
    denied = [hit for hit in after if hit.tag in ("deny", "short", "far_short")]
    ahead = {text[hit.last].text for hit in denied if hit.last < part.last}
    if ahead & word_list("threatening"):
        return True  # "their quarrels fall short of threatening it"
    harms = [hit for hit in ops.before if hit.tag in ("damage", "wreck")]
    return any(0 <= harm.first - hit.last <= _CLOSE for hit in denied for harm in harms)


def ends_denied(text: list[Word]) -> bool:
    """Tell whether a sentence ends by denying what it just said: `…, and they do not`."""
    if len(text) < _TAIL or text[-1].text not in ("not", "n't"):
        return False
    tail = [word.text for word in text[-_TAIL:]]
    if tail[-2] not in word_list("auxiliaries"):
        return False
    opens = (
        text[-_TAIL + 1].apart or text[-_TAIL].apart or tail[0] in ("and", "but", "which", "who")
    )
    return opens and len(text) > 2 * _TAIL


_TAIL = 4
_MEMBERS = 6  # words from a club to how many are in it
_IN_IT = frozenset(["countries", "states", "nations", "members", "economies", "governments"])
_MANY = frozenset(["dozens", "scores", "many", "several", "ten", "twelve", "twenty", "thirty"])
_ROOM = frozenset(["place", "room", "space"])


def generic(cue: Hit, text: list[Word], ops: Operators) -> bool:
    """Tell whether a plural speaks of such things in general: `alliances are costly`."""
    if cue.first == 0 and text[0].text in ("allies", "friends", "partners"):
        return len(text) > 1 and text[1].text not in ("or", "and") and not text[1].apart
    if text[cue.last - 1].text not in _PLURALS:
        return False
    compared = any(
        hit.tag == "exceed" and hit.last <= cue.first <= hit.last + 4 for hit in ops.undo
    )
    denied = any(hit.tag == "deny" and 0 <= cue.first - hit.last <= 3 for hit in ops.before)
    return not compared and not denied


def _no_room(cue: Hit, text: list[Word]) -> bool:
    """Tell whether it is told where such things should not be: `no place for blocs in Asia`."""
    before = {word.text for word in text[max(0, cue.first - _CLOSE) : cue.first]}
    return text[cue.last - 1].text in _PLURALS and bool(_ROOM & before)


def of_others(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether a word is of those one is likened to, or of such things somewhere."""
    faced = _no_room(cue, text) or _faced(cue, text)
    return faced or _likened(cue, text, found) or _of_many(cue, text)


def _of_many(cue: Hit, text: list[Word]) -> bool:
    """Tell whether a word is for a club of many: `a bloc made up of 57 member states`."""
    club = text[cue.last - 1].text in word_list("clubs") | {"blocs"}
    after = [word.text for word in text[cue.last : cue.last + _MEMBERS]]
    opens = after[:1] in (["of"], ["comprising"], ["with"]) or after[1:3] == ["up", "of"]
    counts = any((word.isdigit() and len(word) > 1) or word in _MANY for word in after)
    return club and opens and counts and bool(_IN_IT & set(after))


def _faced(cue: Hit, text: list[Word]) -> bool:
    """Tell whether a word names whom the two face: `a friendship that challenges the allies`."""
    before = [word.text for word in text[max(0, cue.first - 2) : cue.first]]
    return text[cue.last - 1].text == "allies" and before[1:] == ["the"] and before[0] in _FACING


def _likened(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether a word names others with whom one is compared: `like NATO allies, it may buy`.

    Who is named, or called others, between `like` and the word has these allies; two who act
    `like allies`, or `like close allies`, are likened to such.
    """
    if text[cue.last - 1].text not in ("allies", "partners", "friends"):
        return False
    for at in range(cue.first - 1, max(0, cue.first - _LIKE) - 1, -1):
        if text[at + 1].apart:
            return False
        if text[at].text in ("like", "unlike"):
            between = {word.text for word in text[at + 1 : cue.first]}
            return bool(between & _OTHERS) or any(at < m.first < cue.first for m in found)
    return False


_FACING = frozenset(
    ["challenges", "challenge", "challenging", "threatens", "threaten", "threatening", "worries",
     "worry", "confronts", "confront", "tests", "test", "alarms", "alarm", "unsettles", "unsettle"]
)  # fmt: skip
_LIKE = 6  # words from `like` to the allies of others
_OTHERS = frozenset(
    ["other", "others", "most", "many", "all", "some", "its", "their", "his", "our"]
)


def left_behind(cue: Hit, text: list[Word]) -> bool:
    """Tell whether a word says what was before: `from rivals to allies`."""
    said = lows(text)
    before, after = said[max(0, cue.first - 3) : cue.first], said[cue.last : cue.last + 4]
    turned = "into" in after and not word_list("turned").isdisjoint(before)
    if turned or "from" not in before:
        return turned
    return "to" in after or "into" in after or _changed(cue, said)


def described(cue: Hit, text: list[Word]) -> bool:
    """Tell whether a word only says who is spoken of: `even those who want closer ties say …`.

    Those who hold an opinion of which nothing else is said may be right; those who `call it` an
    alliance, or `take it for` one, are told that they are wrong (see `operators.yaml`).
    """
    for at in range(cue.first - 1, max(0, cue.first - _DESCRIBED) - 1, -1):
        if text[at + 1].apart:
            return False
        if text[at + 1].text not in ("of", "for", "who"):
            continue
        opens = text[at].text in word_list("adherents") and text[at + 1].text != "who"
        opens = opens or (
            text[at].text in ("those", "people", "many", "few", "some", "anyone", "everyone")
            and text[at + 1].text == "who"
            and bool(word_list("favoring") & {word.text for word in text[at + 2 : at + 5]})
        )
        if opens:
            return any(word.text in _SAYS for word in text[cue.last : cue.last + _DESCRIBED])
    return False


_DESCRIBED = 10  # words from `those who` to what they want, and from that to what is said of them
_SAYS = frozenset(
    ["are", "is", "were", "was", "have", "has", "had", "say", "says", "said", "will", "would", "do",
     "can", "could", "may", "might", "must", "should", "admit", "concede", "see", "find", "argue"]
)  # fmt: skip


def undone_limits(cue: Hit, text: list[Word], *, against: bool) -> bool:
    """Tell whether what sets limits has limits of its own: `their quarrels and its limits`.

    `against` says that the word before speaks against the relation.
    """
    before = [word.text for word in text[max(0, cue.first - 2) : cue.first]]
    limits = text[cue.first].text in ("limits", "limitations", "limit")
    return against and limits and before[:1] == ["and"] and before[1] in ("its", "their")


def between_two(cue: Hit, text: list[Word]) -> bool:
    """Tell whether a word is one end of `neither allies nor strangers`."""
    before = [word.text for word in text[max(0, cue.first - 3) : cue.first]]
    after = [word.text for word in text[cue.last : cue.last + 4]]
    if "neither" in before and "nor" in after[:1] and word_list("strangers") & set(after):
        return True
    earlier = {word.text for word in text[max(0, cue.first - _NEITHER) : cue.first]}
    return (
        text[cue.first].text in word_list("strangers") and "nor" in before and "neither" in earlier
    )


_NEITHER = 8  # words from `neither` to what follows its `nor`


def may_yet(text: list[Word], part: Clause) -> bool:
    """Tell whether a `but` only says what may be all the same: `never allies, but they may …`.

    That does not outweigh what is denied before it.
    """
    after = {word.text for word in text[part.last : part.last + _BUT]}
    return bool(after & {"can", "could", "may", "might"})


_BUT = 6  # words after a clause in which a `but` says what may be


def _changed(cue: Hit, lows: list[str]) -> bool:
    """Tell whether a word says what a tie has changed from: `evolved from a bargain … to …`."""
    start = max(0, cue.first - _CLOSE)
    verbs = lows[max(0, start + lows[start:].index("from") - _CLOSE) : cue.first]
    goes_to = bool({"to", "into"} & set(lows[cue.last : cue.last + _CHANGE]))
    return goes_to and bool(word_list("changed") & set(verbs))


def any_such(cue: Hit, text: list[Word], part: Clause) -> bool:
    """Tell whether a clause opens with any such thing: `A bloc asks for sacrifice`."""
    opens = cue.first <= part.first + 2
    return opens and text[cue.first - 1].text in ("a", "an") if cue.first else False


def supposed(cue: Hit, text: list[Word], part: Clause) -> bool:
    """Tell whether a clause only says what such a thing would do: `any alliance would cost …`.

    So it is of what some may see: `even the appearance of a pact could harm it`.
    """
    before = [word.text for word in text[max(part.first, cue.first - _SEEN) : cue.first]]
    after = {word.text for word in text[cue.last : min(part.last, cue.last + _ANY)]}
    seen = any(one in _SIGHTS and two in ("of", "that") for one, two in itertools.pairwise(before))
    return ("any" in before[-_CLOSE:] or seen) and bool(after & {"would", "could", "might"})


_SEEN = 8  # words from `the appearance of` to what is seen
_SIGHTS = frozenset(
    ["perception", "appearance", "impression", "semblance", "suspicion", "suggestion", "hint",
     "whiff", "idea", "notion", "talk", "specter", "spectre", "prospect", "possibility"]
)  # fmt: skip
_ANY = 6  # words from `any alliance` to its `would`
