"""A word for the relation in; whether it is only what somebody means to keep the two from, out.

Who wants to stop two from joining forces says neither that they will nor that they will not:
`Lima must keep Peru and Oman from forming an alliance`. What keeps them apart in fact is another
matter, and so is what can keep them apart no longer.
"""

from __future__ import annotations

from brief.engines.rules.stance.lexicon import OTHER, word_list
from brief.engines.rules.stance.mentions import Mention
from brief.vocabulary.words import Hit, Word

_REACH = 14  # words from the verb to what is to be averted
_AIM = 6  # words before the verb that say that somebody means it
_MEANT = frozenset(["must", "should", "ought"])
_ABLE = frozenset(["can", "could", "might"])
_ASKED = frozenset(["how", "what", "whether"])
_BARE = frozenset(
    ["avoid", "avert", "forestall", "preempt", "prevent", "thwart", "block", "foil", "avoiding",
     "averting", "forestalling", "preempting", "preventing", "thwarting", "blocking"]
)  # fmt: skip
"""Verbs that need no `from`."""
_IN_FACT = frozenset(
    ["likely", "bound", "sure", "certain", "enough", "sufficient", "tend", "tends", "continue",
     "continues", "serve", "serves", "little", "nothing", "fail", "fails", "failed", "unable",
     "powerless", "impossible", "hard", "difficult"]
)  # fmt: skip


def averted(cue: Hit, text: list[Word], found: list[Mention]) -> bool:
    """Tell whether a word names what a third, named before it, means to keep the two from."""
    if cue.tag not in ("terms", "near"):
        return False
    at = _verb(cue, text)
    if at is None or not any(m.who == OTHER and m.first < at for m in found):
        return False
    under_way = word_list("emerging") | {"further"}
    if any(word.text in under_way for word in text[at : cue.first]):
        return False  # "prevent a further rapprochement": it is there
    return _meant(text, at)


def _verb(cue: Hit, text: list[Word]) -> int | None:
    """Return where the verb stands that keeps from what `cue` names, in the same breath."""
    verbs, gerunds = word_list("averting"), word_list("averting_of")
    for at in range(cue.first - 1, max(0, cue.first - _REACH) - 1, -1):
        if text[at + 1].apart:
            return None
        if text[at].text not in verbs | gerunds:
            continue
        kept = any(word.text == "from" for word in text[at + 1 : cue.first])
        return at if kept or text[at].text in _BARE else None
    return None


def _meant(text: list[Word], at: int) -> bool:
    """Tell whether the verb is one that somebody means to do, and not what happens."""
    before = [word.text for word in text[max(0, at - _AIM) : at]]
    near = before[-2:]
    if not _IN_FACT.isdisjoint(before) or not word_list("negations").isdisjoint(near):
        return False
    if text[at].text in word_list("averting_of"):
        return near[-1:] != [] and near[-1] in ("of", "at", "on", "for", "by")
    asked = not _ABLE.isdisjoint(near) and not _ASKED.isdisjoint(before)
    return near[-1:] == ["to"] or not _MEANT.isdisjoint(near) or asked
