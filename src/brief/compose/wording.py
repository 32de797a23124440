"""Names, lists and references to the ledger in; the words and markup of them out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from brief.check.loose import counts_in
from brief.compose.legible import legible
from brief.compose.lines import Line
from brief.model.audience import Audience
from brief.model.question import Question


def question_names(question: Question, capital: str) -> dict[str, str]:
    """Return what listed sentences and templates call the parties and the relation."""
    parties = [party.name for party in question.parties]
    joined, relation = "–".join(parties[:2]), question.relation.name
    article = "an" if (joined or relation)[:1].lower() in "aeiou" else "a"
    return {
        "a": parties[0] if parties else "the first party",
        "b": parties[1] if len(parties) > 1 else "its partner",
        "parties": listed(parties),
        "joined": joined,
        "relation": relation,
        "one_relation": f"{article} {joined} {relation}".replace("  ", " "),
        "a_relation": f"{'an' if relation[:1].lower() in 'aeiou' else 'a'} {relation}",
        "capital": capital,
    }


def numbered_names(audience: Audience, question: Question) -> tuple[str, ...]:
    """Return what two files call reader, parties and answers, where that holds a number.

    `Team 3`, `27 member states`: who writes so names, and counts nothing.
    """
    called = (audience.name, audience.capital, audience.reader, audience.handling)
    asked = (*(party.name for party in question.parties), question.relation.name, question.text)
    heads = (*question.labels.values(), *question.heads.values())
    forms = (form for one in (*called, *asked, *heads) for form in (one, typographic(one)))
    return tuple(one for one in dict.fromkeys(map(legible, forms)) if counts_in(one))


def capital(said: Markup) -> Markup:
    """Return markup whose first letter, outside of tags, is a capital."""
    text = str(said).strip()
    at = re.match(r"(?:<[^>]*>)*", text).end()  # type: ignore[union-attr]
    return Markup(text[:at] + text[at : at + 1].upper() + text[at + 1 :])


def typographic(text: str) -> str:
    """Return words of ours with their apostrophes curved; never used on words of a source.

    The brace before one is that of a name still to be filled in: `{b}'s trade`.
    """
    return re.sub(r"(?<=[\w}])'(?=\w|\s|$|[.,;:)])", "’", text)


def listed(names: Sequence[str]) -> str:
    """Return names as a list in words: `Li, Wang and Zhao`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def num(key: str) -> Markup:
    """Return the markup of a number of the ledger."""
    return Markup('<num of="{}"/>').format(key)


def cite(lines: Sequence[Line]) -> Markup:
    """Return the markup of the note marks of lines, each once."""
    refs = " ".join(dict.fromkeys(line.ref for line in lines))
    return Markup('<cite of="{}"/>').format(refs) if refs else Markup("")
