"""Names, lists and references to the ledger in; the words and markup of them out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from brief.check.loose import counts_in
from brief.compose.evidence.line import Line
from brief.compose.legible import legible
from brief.model.audience import Audience
from brief.model.question import Question


def question_names(question: Question, capital: str) -> dict[str, str]:
    """Return what listed sentences and templates call the parties and the relation."""
    bare = [question.shown(party) for party in question.parties]
    articled = [with_article(party.name) != party.name for party in question.parties]
    parties = [f"the {name}" if the else name for name, the in zip(bare, articled, strict=True)]
    joined = "–".join(name.removeprefix("the ") for name in bare)
    relation = question.relation.name
    toward = question.relation.toward[:1] if len(bare) == _PAIR else ()
    paired = f"{relation} of {parties[0]} {toward[0]} {parties[1]}" if toward else ""
    paired = " ".join((paired or f"{joined} {relation}").split())
    one_relation = with_a(paired)
    return {
        "a": parties[0] if parties else "the first party",
        "b": parties[1] if len(parties) > 1 else "its partner",
        "parties": listed(parties),
        "joined": joined,
        "relation": relation,
        "paired": paired,
        "one_relation": one_relation,
        "seen_relation": one_relation,
        "they": "the two" if len(bare) < 3 else listed(parties),
        "a_relation": with_a(relation),
        "capital": capital,
    }


_PAIR = 2


def seen_relation(names: Mapping[str, str], degrees: Mapping[str, int], *, unnamed: bool) -> str:
    """Return what most sources on the side of the relation find: it, or what comes close to it.

    No reader is told to plan on what no source finds.
    """
    if degrees["exists"] and degrees["exists"] >= degrees["close"]:
        return names["one_relation"]
    if unnamed and names["joined"]:
        return f"closer ties between {names['parties']}"
    return f"something close to {names['one_relation']}"


def with_a(noun: str) -> str:
    """Return a noun with its article, by its sound: `a European one`, `an alliance`."""
    vowel = noun[0] in "AEFHILMNORSX" if _LETTERS.match(noun) else _VOWEL.match(noun)
    return f"{'an' if vowel else 'a'} {noun}"


_LETTERS = re.compile(r"(?!NATO)[A-Z]{2,3}\b|UNSC\b|EAEU\b")
"""What is said letter by letter: `an EU plan`, `a US one`."""
_VOWEL = re.compile(r"(?!eu|one\b|u(?:ni|ga|kr|ru|s[ae]))[aeiou]", re.IGNORECASE)
"""How a word begins that is said with a vowel first: not `union`, `Europe`, `Ukraine`, `U.S.`."""
_ARTICLED = re.compile(
    r"(?:.* )?(?:[Ss]tates|Kingdom|Emirates|Union|Republic|Islands|Netherlands|Philippines|"
    r"Maldives|Bahamas|Comoros|Seychelles|Gambia|Commonwealth|Community|League|Council|Organi[sz]ation|"
    r"Taliban|Houthis|Quad|G\d+)$|(?:Republic|Kingdom|Federation|League|Organi[sz]ation|Union) of ",
)
"""Names of states and blocs that English never says without an article."""


def with_article(name: str) -> str:
    """Return the name of a party as a sentence has it: `China`, `the United States`."""
    return f"the {name}" if _ARTICLED.match(name) else name


def named_in(text: str, names: Mapping[str, str | Markup]) -> Markup:
    """Return listed words with their names filled in: a first letter and a genitive fit the name.

    `{a} and {b} trade.` begins with a capital, and what ends in `s` takes an apostrophe alone.
    Of more than two parties, what is said of `{a} and {b}` is said of all.
    """
    made = escape(text.replace("{a} and {b}", "{parties}"))
    for name, value in names.items():
        if str(value).endswith("s"):
            made = made.replace(f"{{{name}}}’s", f"{{{name}}}’")
        made = made.replace(f"{{{name}}}", escape(value))
    opens = text.startswith("{") and text.rstrip().endswith((".", "?"))
    return capital(made) if opens else made


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


_SUBJECT = re.compile(r"(?:\{a\} and \{b\}|\{parties\}|\{[ab]\}|they|it) ", re.IGNORECASE)
_DENIAL = re.compile(r"(?:\w+ not|\w*n[o’']t)\b")
"""What a finding opens with, after its subject, that only denies the other one: `do not`."""


_STEM = 4
"""Letters by which a word is that of the other finding: `depends`, `depend`."""


def twofold(one: str, other: str) -> str:
    """Return two opposite findings of one author as one clause: `they compete but make room`.

    A subject and an ending that both have are said once, of a plain denial no more than that:
    `they compete, and in part do not`.
    """
    subject = _SUBJECT.match(one)
    if subject is None or not other.startswith(subject.group()):
        return f"{one}, and yet {other}"
    if denial := _DENIAL.match(other, subject.end()):
        stems = {word[:_STEM] for word in one.split()}
        if all(word[:_STEM] in stems for word in other[denial.end() :].split()):
            return f"{one}, and in part {denial.group()}"
    first, second = one.split(), other[subject.end() :].split()
    same = 0
    while same < min(len(first), len(second)) - 1 and first[-1 - same] == second[-1 - same]:
        same += 1
    return f"{one} but {' '.join(second[: len(second) - same] if same > 1 else second)}"


def num(key: str) -> Markup:
    """Return the markup of a number of the ledger."""
    return Markup('<num of="{}"/>').format(key)


def cite(lines: Sequence[Line]) -> Markup:
    """Return the markup of the note marks of lines, each once."""
    refs = " ".join(dict.fromkeys(line.ref for line in lines))
    return Markup('<cite of="{}"/>').format(refs) if refs else Markup("")
