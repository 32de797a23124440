"""A figure in its tokens in, whether it is a fact, a target or a forecast out."""

from __future__ import annotations

from brief.engines.rules.figures.data import words
from brief.engines.rules.figures.meaning import ARTICLES, CLAUSE, CLAUSE_ENDS, OPENS
from brief.engines.rules.figures.phrases import (
    is_verb,
)
from brief.engines.rules.figures.tokens import SIGN, Tokens


def kind_of(tokens: Tokens, first: int, after: int) -> str:
    """Return 'target', 'forecast' or 'fact' by the words of the figure's clause."""
    forecast = False
    aims, foretold = words("cues", "target"), words("cues", "forecast")
    for k in range(first - 1, max(-1, first - CLAUSE), -1):
        token = tokens.at(k)
        if (token.kind == SIGN and token.raw in CLAUSE_ENDS) or token.low in ("while", "but"):
            break
        if (token.low in aims and not _only_names(tokens, k, first)) or _is_goal(tokens, k):
            return "target"
        if token.low == "agreed" and tokens.low(k + 1) == "to":
            return "target"
        told = token.low in foretold and token.raw != "May"
        told = told or (token.low == "should" and tokens.low(k + 1) in words("cues", "foreseen"))
        forecast = forecast or (told and tokens.low(k - 1) != "you")  # "as you might know"
    if any(_is_goal(tokens, k) or tokens.low(k) == "target" for k in range(after, after + 3)):
        return "target"
    return "forecast" if forecast else "fact"


def _only_names(tokens: Tokens, k: int, first: int) -> bool:
    """Tell whether an aim only names a thing that did happen: `[promised] sums that hit $5bn`."""
    before = tokens.low(k - 1)
    led = before in OPENS | ARTICLES | {"of"} or before.endswith("ing")
    named = led and tokens.low(k).endswith("ed") and tokens.low(k + 1) not in ("to", "that", "by")
    return named and any(
        is_verb(tokens, j) and tokens.low(j).endswith("ed") for j in range(k + 2, first)
    )


def _is_goal(tokens: Tokens, k: int) -> bool:
    """Tell whether 'goal' at `k` is an aim and no point scored ('the goal is', 'a goal of')."""
    return tokens.low(k) == "goal" and tokens.low(k + 1) in ("of", "is", "was", "to", "for")
