"""A source's sentences in; those that can be of the parties, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.collect.subject import of_the_parties
from brief.compose.phrases import by_name, names_one, pair_in
from brief.model.dossier import Source
from brief.model.question import Question

if TYPE_CHECKING:
    from brief.compose.lines import Line


def sayable(source: Source, lines: tuple[Line, ...], question: Question) -> tuple[Line, ...]:
    """Return the sentences of a source that can be of the parties.

    In a text on them all can; in one on others what names both, or one and no pair: `both trade
    with Peru` names Peru, and does not say who the two are.
    """
    if of_the_parties(source, question):
        return lines
    return tuple(one for one in lines if _by_name(one.text, question))


def _by_name(text: str, question: Question) -> bool:
    one_alone = names_one(text, question) and pair_in(text, question) is None
    return one_alone or by_name(text, question)
