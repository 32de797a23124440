"""An audience and a question in; the listed questions and sentences that make sense for it, out.

The general set is written for any two parties that are others than its reader and whom it names.
Where a party is one that a sentence names, or the reader's own, or where there are three, what it
says of the two is not said of these.
"""

from __future__ import annotations

import re

from brief.compose.evidence.phrases import names_one
from brief.model.audience import Audience, Inference, Policy, Standing
from brief.model.question import Question

_OF_TWO = re.compile(r"\{(?:a|b|parties|joined|one_relation|seen_relation)\}")
"""What fills in the parties."""
_ONE_OF_TWO = re.compile(
    r"\{[ab]\}|\b(?:the two|both|either|neither|each|(?:the|an|each) other|one|partner)\b",
    re.IGNORECASE,
)
"""What is said of two, or of one of them, beside `{a} and {b}`, who may be more."""


def served(audience: Audience, question: Question) -> Policy:
    """Return the set that serves a question, without what makes no sense of its parties."""
    own = audience.policy(question)
    general = own == audience.general(question)
    return _fitted(own, audience, question) if general else own


def general_sets(audience: Audience, question: Question) -> list[Policy]:
    """Return the sets that stand in, without what makes no sense of a question's parties.

    That for questions about the same relation comes before that for every question.
    """
    general, every = audience.general(question), audience.policies["any"]
    sets = (general,) if general == every else (general, every)
    return [_fitted(one, audience, question) for one in sets]


def _fitted(every: Policy, audience: Audience, question: Question) -> Policy:
    """Return a general set without what makes no sense of a question's parties."""
    ours = any(party.name in audience.own for party in question.parties)

    def kept(listed: tuple[Inference, ...], *, advises: bool = True) -> tuple[Inference, ...]:
        """Return the sentences that fit; what advises a reader on others is not for one of them."""
        return tuple(
            one
            for one in listed
            if not names_one(one.text, question)
            and _of_all(f"{one.headline} {one.text}", question)
            and not (ours and advises and _of_others(one))
        )

    asked = tuple(one for one in every.questions if _asks(one, question))
    return every.model_copy(
        update={
            "questions": asked,
            "implications": kept(every.implications),
            "options": kept(every.options),
            "watch": kept(every.watch, advises=False),
        }
    )


def _asks(one: Standing, question: Question) -> bool:
    """Tell whether a question on the two names neither of them beside: `Does the US bring …`."""
    if _OF_TWO.search(one.text) and names_one(one.text, question):
        return False
    return _of_all(" ".join((one.text, one.short, one.claim, one.claim_no)), question)


def _of_all(text: str, question: Question) -> bool:
    """Tell whether words can be said of all parties: of more than two, none is `the other`."""
    if len(question.parties) < 3:
        return True
    return not _ONE_OF_TWO.search(text.replace("{a} and {b}", ""))


def _of_others(one: Inference) -> bool:
    """Tell whether a sentence is on the two, and none of its conditions asks for the reader's own.

    `{capital} can plan on what {a} and {b} do` is no advice to one of them.
    """
    for_own = any(each.parties == "own" and each.at_least for each in one.when)
    return not for_own and _OF_TWO.search(one.text) is not None
