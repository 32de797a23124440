"""A sentence and what stood before it in, the votes of a mere reply out: `No.`, `It is here.`"""

from __future__ import annotations

from brief.engines.rules.stance.lexicon import phrases
from brief.engines.rules.stance.relevance import Context
from brief.engines.rules.stance.trends import Vote
from brief.vocabulary.words import Word

_ANSWERS = {"answer_yes": 2.0, "answer_no": -2.0, "answer_mixed": 0.0}
_SHORT = 3  # words of a sentence that only answers: `Yes.`
_CORRECTION = 8  # words of a sentence that only sets right the one before it


def answer(text: list[Word], context: Context) -> list[Vote]:
    """Return the vote of a short answer to the question just asked: `No.`, `Yes, we should.`."""
    if context.told and len(text) <= _SHORT and phrases("answer_no").find(text):
        return [Vote(_ANSWERS["answer_no"], context.told, "terms")]
    if not context.asked:
        return []
    for hit in phrases("answer_yes", "answer_no", "answer_mixed").within(text, 0, 6):
        if hit.first <= 1:
            return [Vote(_ANSWERS[hit.tag], context.asked, "terms")]
    return []


def arrived(text: list[Word], votes: list[Vote], context: Context) -> list[Vote]:
    """Read `It is here.` after `The alliance is not coming.`: more than is denied holds."""
    late, context.late = context.late, 0.0
    denied = [v.weight for v in votes if v.kind == "terms" and v.score < 0]
    if denied and phrases("exist").find(text):
        context.late = max(denied)
    if late and len(text) <= _CORRECTION and phrases("arrived").within(text, 0, 6):
        return [Vote(2.0, 2 * late, "terms")]
    return []
