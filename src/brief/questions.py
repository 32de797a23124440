"""A question's file or a plain sentence in, a `Question` out: the two parties and the words.

The names of states come from `vocabulary/states`, the words for relations from
`vocabulary/relations.yaml`; a question's file may add to both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from pydantic import ValidationError

from brief.errors import BriefError, Diagnostic, error, is_it
from brief.model.question import HEADS, Party, Question, Relation, TurningPoint
from brief.vocabulary.states import State, load, names, nearest_name, state_of, states
from brief.vocabulary.words import TaggedPhrases, words

_LISTS = ("terms", "near", "weaker", "opposed")
_FIELDS = (
    "text",
    "parties",
    "relation",
    "like",
    "words",
    "names",
    "labels",
    "heads",
    "turning_points",
    "id",
)
_SCORES = ("-2", "-1", "0", "1", "2", "none")
_DEFAULT = "partnership"  # the most general relation, for a sentence that names none


def parse_question(data: Mapping[str, Any], *, place: str) -> Question:
    """Return the question in `data`, a loaded question file.

    `text` is required; parties and relation are read from it where the file does not say.
    Raises `BriefError` naming `place` (the file) and the field.
    """
    if not isinstance(data, Mapping):
        raise _bad(place, "a question is a mapping of fields, starting with `text`")
    for field in data:
        if field not in _FIELDS:
            raise _bad(
                place,
                f"unknown field `{field}`",
                f"{is_it(field, _FIELDS)} Fields are {', '.join(_FIELDS)}.".strip(),
            )
    text = data.get("text")
    if not isinstance(text, str) or not text.strip():
        raise _bad(place, "field `text` is missing: the question as asked")
    relation = _relation(data, text, place)
    try:
        return Question(
            id=_id(data.get("id"), place) or _slug(text),
            text=" ".join(text.split()),
            parties=_parties(data, text, place),
            relation=relation,
            labels=_labels(data, relation.name, place),
            heads=_heads(data, place),
            turning_points=_turning_points(data, place),
        )
    except ValidationError as problem:
        first = problem.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise _bad(
            place, f"field `{field}`: {first['msg'].removeprefix('Value error, ')}"
        ) from problem


def question_from_sentence(text: str) -> Question:
    """Return the question a plain sentence asks: "Are Russia and Iran forming an alliance?".

    Raises `BriefError` when it names fewer than two states or blocs.
    """
    return parse_question({"text": text}, place="question")


def _misspelt(text: str) -> str:
    """Return which state a word of a question most likely stands for, as a hint; or nothing."""
    for word in re.findall(r"\b[A-Z][a-z]{3,}\b", text):
        if (meant := nearest_name(word)) and state_of(word) is None:
            return f"Is `{word}` {meant}?"
    return ""


def _parties(data: Mapping[str, Any], text: str, place: str) -> tuple[Party, ...]:
    """Return the parties the file names, or those its text names."""
    listed = data.get("parties")
    extra = data.get("names") or {}
    if listed is None:
        found = [states()[code] for code in _directed(text)]
        if part := _part_alone(text):
            said = f"the question asks about `{part[0]}`, which we cannot tell apart from {part[1]}"
            raise _bad(place, said, f"Ask about {part[1]}.")
    elif isinstance(listed, list) and all(isinstance(name, str) for name in listed):
        found = [_state(name, extra, place) for name in dict.fromkeys(listed)]
    else:
        raise _bad(place, "field `parties` is a list of names, such as [China, Russia]")
    if len(found) < 2:
        hint = "Name both, as in `Are Russia and Iran forming an alliance?`."
        raise _bad(
            place,
            f"{'field `parties`' if listed else 'the question'} names"
            f" {'one' if found else 'no'} state or bloc, and needs two",
            hint if listed else _misspelt(text) or hint,
        )
    if not isinstance(extra, Mapping):
        raise _bad(place, "field `names` is a mapping from a party to more names for it")
    for name in extra:
        if name not in [state.name for state in found]:
            parties = [state.name for state in found]
            hint = f"{is_it(name, parties)} Parties are {', '.join(parties)}.".strip()
            raise _bad(place, f"field `names.{name}`: that is none of the parties", hint)
    return tuple(
        _party(state, _strings(extra.get(state.name), place, f"names.{state.name}"))
        for state in found
    )


def _state(name: str, extra: Any, place: str) -> State:
    """Return the state called so, or else a party of the file's own, which knows its name alone."""
    if state := state_of(name):
        return state
    own = isinstance(extra, Mapping) and name in extra
    if not own and (near := nearest_name(name)):
        hint = f"Is it '{near}'? If not, give it a list under `names`."
        raise _bad(place, f"field `parties`: `{name}` is no state or bloc that we know", hint)
    return State(name, name, (name,), ())


def _party(state: State, more: Iterable[str]) -> Party:
    """Return a state as a party, with more names for it."""
    aliases = tuple(dict.fromkeys((state.name, *state.aliases, *state.called, *more)))
    return Party(name=state.name, aliases=aliases, prefixes=state.prefixes)


def _part_alone(text: str) -> tuple[str, str] | None:
    """Return a province, a firm or the like that a sentence names, and not its state; and that."""
    split = words(text)
    parts = {str(name) for name in load("states.yaml")["parts"]}
    said: dict[str, set[str]] = {}
    for hit in names().find(split):
        name = text[split[hit.first].start : split[hit.last - 1].end]
        said.setdefault(hit.tag.rstrip("-"), set()).add(name)
    alone = ((min(named), code) for code, named in said.items() if code and named <= parts)
    found = next(alone, None)
    return found and (found[0], states()[found[1]].name)


def _directed(text: str) -> list[str]:
    """Return the codes that a sentence names, of who leans on whom the first one first.

    `Is Chad making Niger dependent on it?` asks of Niger, named last before the word, and of
    whom it depends on.
    """
    named = _named(text)
    codes = list(dict.fromkeys(code for _, code in named))
    toward = load("relations.yaml")["relations"][_asked(text)].get("toward")
    split = words(text)
    asked = _ask_words().find(split)
    if not toward or not asked or len(codes) != _PAIR:
        return codes
    before = [code for first, code in named if first < asked[0].first]
    turned = [code for first, code in named if first and split[first - 1].text in toward]
    first = before[-1] if before else next((code for code in codes if code not in turned), codes[0])
    return [first, *(code for code in codes if code != first)]


_PAIR = 2


def _named(text: str) -> list[tuple[int, str]]:
    """Return the states and blocs that a sentence names: place of the first word, and code."""
    hits = names().find(words(text))
    return [(hit.first, hit.tag.rstrip("-")) for hit in hits if hit.tag]


def _relation(data: Mapping[str, Any], text: str, place: str) -> Relation:
    """Return the relation the file or its text asks about, with all its words."""
    table = load("relations.yaml")["relations"]
    name = data.get("relation") or _asked(text)
    if not isinstance(name, str):
        raise _bad(place, "field `relation` is one word, such as alliance")
    base = table[_base(name, data.get("like"), text, place)]
    more = data.get("words") or {}
    if not isinstance(more, Mapping):
        raise _bad(place, f"field `words` has the lists {', '.join(_LISTS)}")
    for kind in more:
        if kind not in _LISTS:
            hint = f"{is_it(kind, _LISTS)} Lists are {', '.join(_LISTS)}.".strip()
            raise _bad(place, f"field `words.{kind}`: there is no such list", hint)
    lists = {
        kind: (*_grouped(base[kind]), *_strings(more.get(kind), place, f"words.{kind}"))
        for kind in _LISTS
    }
    if name not in table:
        lists["terms"] = (*lists["terms"], name)
    toward = tuple(base.get("toward", ()))
    return Relation(name=name, direction=base["direction"], toward=toward, **lists)


def _base(name: str, like: Any, text: str, place: str) -> str:
    """Return the known relation whose words and direction a relation begins with.

    That is itself; of one of the file's own that which `like` names, or the question's sentence.
    """
    known = list(load("relations.yaml")["relations"])
    if like is not None and like not in known:
        hint = f"{is_it(like, known)} Known are {', '.join(known)}.".strip()
        raise _bad(place, f"field `like`: `{like}` is no relation that we know", hint)
    if like is not None or name in known:
        return str(like or name)
    if near := is_it(name, known):
        ours = ", ".join(known)
        hint = f"{near} If it is one of your own, say `like:` which of ours it is ({ours})."
        raise _bad(place, f"field `relation`: `{name}` is no relation that we know", hint)
    if not _spoken(text):
        hint = f"Say `like:` which of ours it resembles: {', '.join(known)}."
        raise _bad(place, f"field `relation`: what `{name}` resembles is not said", hint)
    return _asked(text)


def plain(question: Question) -> bool:
    """Tell whether a question asks, in words known to us or its file, if there is what we look for.

    `Why are they allies?` and `Should Peru abandon Chile?` ask for more, and are answered as if
    they did not: that is said to the reader.
    """
    own = (question.relation.name, *question.relation.terms)
    spoken = _spoken(question.text) or _own_words(own).find(words(question.text))
    return bool(spoken) and _FOR_MORE.match(question.text) is None


@lru_cache(maxsize=4)
def _own_words(named: tuple[str, ...]) -> TaggedPhrases:
    """Return the words of a question's own relation; each page that is tried asks for them."""
    made = TaggedPhrases()
    made.add(named, "own")
    return made


_FOR_MORE = re.compile(
    r"\W*(?:why|how|what|when|where|which|who|whose|should|ought|must)\b", re.IGNORECASE
)
"""What opens a question that no yes or no answers, or that asks for advice."""


def remarks(question: Question) -> list[Diagnostic]:
    """Return what whoever asked a plain sentence should know: how it is read, where it is guessed.

    "What should Japan do about Taiwan?" names no relation, and is answered as if it named one.
    """
    if _spoken(question.text):
        return []
    between = " and ".join(party.name for party in question.parties)
    said = (
        f"`{question.text}` names no relation that we know, and is read as asking whether there is"
        f" a {question.relation.name} between {between}."
    )
    known = ", ".join(load("relations.yaml")["relations"])
    hint = f"If that is not meant, name one ({known}), or write a file in templates/questions."
    return [
        Diagnostic(
            code="question-read", severity="warning", place="question", message=said, hint=hint
        )
    ]


def _asked(text: str) -> str:
    """Return the relation whose words the sentence uses; the first of the table wins."""
    hits = _spoken(text)
    return next((name for name in load("relations.yaml")["relations"] if name in hits), _DEFAULT)


def _spoken(text: str) -> set[str]:
    """Return all relations whose words the sentence uses."""
    return {hit.tag for hit in _ask_words().find(words(text)) if hit.tag}


@cache
def _ask_words() -> TaggedPhrases:
    """Return the words by which a sentence chooses its relation."""
    phrases = TaggedPhrases()
    for name, entry in load("relations.yaml")["relations"].items():
        phrases.add(entry["ask"], name)
    return phrases


def _grouped(items: Iterable[str]) -> tuple[str, ...]:
    """Return a list of words with the groups it names written out."""
    groups = load("relations.yaml")["groups"]
    found: list[str] = []
    for item in items:
        found.extend(map(str, groups[item[1:]]) if item.startswith("@") else [item])
    return tuple(dict.fromkeys(found))


def _labels(data: Mapping[str, Any], relation: str, place: str) -> dict[str, str]:
    """Return the words for each score: the file's, else the relation's."""
    table = load("relations.yaml")["relations"]
    base = table.get(relation, table[_DEFAULT])["labels"]
    said = _by_score(data, "labels", _SCORES, place)
    return {key: said.get(key) or str(base[key]).format(relation=relation) for key in _SCORES}


def _heads(data: Mapping[str, Any], place: str) -> dict[str, str]:
    """Return the short words for each score: the file's, else those that fit any relation."""
    return HEADS | _by_score(data, "heads", _SCORES[:-1], place)


def _turning_points(data: Mapping[str, Any], place: str) -> tuple[TurningPoint, ...]:
    """Return the days that divide what is out of date from what is not, as in the file."""
    given = data.get("turning_points") or ()
    try:
        # YAML reads a year as a number
        return tuple(
            TurningPoint.model_validate({**one, "day": str(one.get("day"))}) for one in given
        )
    except (TypeError, AttributeError, ValidationError) as problem:
        hint = "As in `- {day: 2022-02-24, what: the invasion}`, no number in the words."
        raise _bad(
            place, "field `turning_points` is a list of days and what happened", hint
        ) from problem


def _by_score(
    data: Mapping[str, Any], field: str, scores: Sequence[str], place: str
) -> dict[str, str]:
    """Return a field of words by score as it is in the file, or complain."""
    given = data.get(field) or {}
    if not isinstance(given, Mapping):
        raise _bad(place, f"field `{field}` is a mapping from a score to its words")
    said = {str(key): value for key, value in given.items()}
    for key, value in said.items():
        if not isinstance(value, str) or not value.strip():
            raise _bad(place, f"field `{field}.{key}` is a few words", "Put them in quotes.")
    unknown = [key for key in said if key not in scores]
    if unknown:
        known = "-2 to 2" + (", or none" if "none" in scores else "")
        raise _bad(place, f"field `{field}.{unknown[0]}` is no score", f"Scores are {known}.")
    return said


def _strings(value: Any, place: str, field: str) -> tuple[str, ...]:
    """Return a list of words from a file, or complain."""
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(x, str) and x.strip() for x in value):
        raise _bad(place, f"field `{field}` is a list of words", "As in [one, two words].")
    return tuple(value)


_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _id(given: Any, place: str) -> str:
    """Return the id that a file gives, or complain."""
    if given is not None and not _ID.fullmatch(str(given)):
        hint = "Write small letters a to z, digits and hyphens, such as arms-sales."
        raise _bad(place, f"field `id`: `{given}` is no id", hint)
    return str(given or "")


def _slug(text: str) -> str:
    """Return `text` as an id: lower case, hyphens, at most 60 characters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].rstrip("-") or "question"


def _bad(place: str, message: str, hint: str = "") -> BriefError:
    """Return the error for a question that cannot be read."""
    return error("question-invalid", place, f"{message}.", hint)
