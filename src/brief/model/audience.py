"""Who reads: conventions, standing questions, and listed sentences with their conditions."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from brief.model.base import Model
from brief.model.listed import Line, Phrase, Shown
from brief.model.question import Question

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]

PLACEHOLDERS = (
    *("a", "b", "parties", "joined", "relation", "one_relation", "seen_relation", "capital"),
)
"""What a listed sentence may name in braces."""


class Condition(Model):
    """A statement about the dossier that is true or false. Data, never code.

    Exactly one of `sources`, `share`, `age`, `speaks`, `answer`, `theme`, `parties`, `all`, `any`,
    `not`.
    """

    sources: Literal["all", "addressed", "for", "open", "against", "silent"] | None = None
    """Number of independent sources on that side."""
    share: Literal["for", "open", "against"] | None = None
    """That side's part (0 to 1) of the independent sources that address the question."""
    age: Literal["newest", "oldest"] | None = None
    """Age in years of the newest or oldest dated source."""
    speaks: tuple[Phrase, ...] = ()
    """Number of independent sources with a sentence that holds one of these phrases."""
    theme: Identifier | None = None
    """Number of independent sources that speak to a theme; or, with `leans`, its finding."""
    parties: Literal["own", "partners", "rivals"] | None = None
    """Number of the question's parties that are this reader's own state, a partner or a rival."""
    answer: Identifier | None = None
    """A standing question of the same set; give `leans`."""
    leans: Literal["to-yes", "to-no", "split", "thin", "silent"] | None = None
    """Which way at least two sources point, and twice as many as the other way; `split` where
    neither does, `thin` where one source alone takes a side."""
    at_least: float | None = None
    at_most: float | None = None
    all_: tuple[Condition, ...] = Field((), alias="all")
    any_: tuple[Condition, ...] = Field((), alias="any")
    not_: Condition | None = Field(None, alias="not")

    @model_validator(mode="after")
    def _one_kind(self) -> Condition:
        plain = (
            *(self.sources, self.share, self.age, self.speaks, self.theme, self.answer),
            self.parties,
        )
        grouping = (self.all_, self.any_, self.not_)
        if sum(map(bool, (*plain, *grouping))) != 1:
            raise ValueError(
                "a condition has exactly one of sources, share, age, speaks, theme, answer, "
                "parties, all, any, not"
            )
        grouped = any(map(bool, grouping))
        bounded = self.at_least is not None or self.at_most is not None
        if (self.answer and not self.leans) or (self.leans and not (self.answer or self.theme)):
            raise ValueError("'answer' and 'leans' go together")
        if bounded == (grouped or bool(self.leans)):
            raise ValueError("give at_least or at_most with a number, and only with a number")
        return self


ToneName = Literal["growth", "success", "harmony", "harm", "pressure"]
Tones = dict[ToneName, Literal["to-yes", "to-no"]]
"""Kinds of words that take a side (`compose/evidence/tones.yaml`) and the answer they speak for."""


class Standing(Model):
    """A standing policy question of this reader, and the words that find evidence on it."""

    id: Identifier
    text: str
    short: str
    """What it is about, as a noun phrase: `outreach to Moscow`."""
    claim: str = ""
    """What a yes asserts, as a clause: `outreach to {b} can loosen its tie to {a}`.

    Empty for a question that has no yes: `What do the sources say on …?`.
    """
    claim_no: str = ""
    """What a no asserts: `outreach to {b} cannot loosen its tie to {a}`. With it the answer may be
    a key judgement."""
    theme: Identifier | None = None
    """The shared theme on the same matter: the question is read by that one's words, so that a
    source stands on the same side in every brief; of its sentences those with one of `about` come
    first."""
    turned: bool = False
    """True where a yes to the question is the theme's no."""
    covers: Identifier | None = None
    """The shared theme on the same matter: where the question is a judgement, that one is none."""
    since: int | None = None
    """Year of an event that changed the matter, such as a war: where sources of that year or later
    take a side, what older ones say of what came before it is no answer beside them."""
    about: tuple[Phrase, ...] = ()
    """A sentence speaks to the question when it holds one of these ..."""
    along: tuple[Phrase, ...] = ()
    """... and, where given, one of these too. `{a}`, `{b}`, `{parties}` are all their names."""
    tones: Tones = Field(default_factory=dict)
    """Shared kinds of words by which such a sentence takes a side, read with their negations."""
    to_yes: tuple[Phrase, ...] = ()
    """A few words more that point to yes (in lower case; negation is read for you) ..."""
    to_no: tuple[Phrase, ...] = ()
    """... and to no."""
    poles: tuple[str, str] = ("yes", "no")
    """What the two answers are called where yes and no do not fit: `deterrence`, `cementing`."""

    @field_validator("text")
    @classmethod
    def _asks(cls, text: str) -> str:
        if not text.rstrip().endswith("?"):
            raise ValueError("a standing question ends with a question mark")
        return known_placeholders(text)

    @model_validator(mode="after")
    def _readable(self) -> Standing:
        if not self.theme and not self.about:
            raise ValueError("a question has words in 'about', or a 'theme' that lends them")
        own = [name for name in ("along", "tones", "to_yes", "to_no") if getattr(self, name)]
        if self.theme and own:
            raise ValueError(f"the theme '{self.theme}' lends its words: leave out '{own[0]}'")
        if self.turned and not self.theme:
            raise ValueError("'turned' says how a question asks after a 'theme': name one")
        return self

    @field_validator("claim", "claim_no", "short")
    @classmethod
    def _known_names(cls, text: str) -> str:
        return known_placeholders(text)


class Inference(Model):
    """A sentence of ours on what follows, shown only when its condition holds."""

    id: Identifier
    text: str
    headline: str = ""
    """The same in a few words, for the subtitle; only the first that holds is used."""
    when: tuple[Condition, ...] = Field(min_length=1)
    """All must hold."""
    rests_on: tuple[Phrase, ...] = ()
    """Words of the evidence it rests on; without a sentence that has one it is not shown.

    Empty: it rests on the balance itself, and the sentences that decide it are cited.
    """
    along: tuple[Phrase, ...] = ()
    """Words of which that sentence has one too."""

    @field_validator("text", "headline")
    @classmethod
    def _known_names(cls, text: str) -> str:
        return known_placeholders(text)


class Policy(Model):
    """What this reader wants to know and may do about one question."""

    parties: tuple[str, ...] = ()
    """With `relation`: the set also serves this question when it is asked in other words."""
    relation: str = ""
    """Without `parties`: the set serves every question about this relation that has no other."""
    themes: tuple[Identifier, ...] = ()
    """Themes in the order they matter for such a question; none: those of the reader."""
    questions: tuple[Standing, ...] = Field(min_length=1, max_length=7)
    implications: tuple[Inference, ...] = ()
    options: tuple[Inference, ...] = ()
    watch: tuple[Inference, ...] = ()
    matters: str = ""
    """Why the difference between the sources matters to this reader, in one sentence."""

    @field_validator("matters")
    @classmethod
    def _known_names(cls, text: str) -> str:
        return known_placeholders(text)

    @property
    def inferences(self) -> tuple[Inference, ...]:
        """All listed sentences, in order."""
        return (*self.implications, *self.options, *self.watch)


class Dates(Model):
    """How dates are written: patterns of Unicode CLDR, such as `d MMMM y`."""

    full: str
    month: str
    year: str = "y"
    text: str = ""
    """The full date inside a sentence, where it differs from that of the date line."""


class Audience(Model):
    """Who reads a brief, and how it is written for them."""

    schema_: Literal["brief.audience/1"] = Field("brief.audience/1", alias="schema")
    id: Identifier
    name: Shown
    """As shown: `Japan`."""
    capital: Shown
    """Where decisions are made, as shown: `Tokyo`, `Brussels`."""
    reader: Shown
    """For whom: `Policy planners, Tokyo`."""
    handling: Line
    """Handling line."""
    language: str
    """BCP 47 tag of our own text: `en-GB`."""
    paper: Literal["A4", "Letter"]
    pages: Annotated[int, Field(ge=1, le=4)] = 2
    dates: Dates
    spelling: Literal["american", "british"] = "american"
    grouping: Literal["thousands", "lakhs"] = "thousands"
    """`150,000`, or `1,50,000`; with `lakhs` sums in the reader's own currency are in lakh and
    crore."""
    currency: Literal["symbol", "iso"] = "symbol"
    """`US$146.8 billion`, or `USD 146.8 billion`."""
    home: str = ""
    """ISO code of the reader's own currency: listed first; `USD` is then shown as `$`."""
    quotes: tuple[str, str] = ("“", "”")
    own: tuple[str, ...] = ()
    """What this reader's state or bloc is called as a party of a question: `Japan`."""
    partners: tuple[str, ...] = ()
    """Parties that this reader counts as partners ..."""
    rivals: tuple[str, ...] = ()
    """... and as rivals: conditions on listed sentences may ask for either."""
    themes: tuple[Identifier, ...] = ()
    """Themes in the order this reader cares about them."""
    policies: dict[str, Policy]
    """By question id; `any` serves every other question."""

    @model_validator(mode="after")
    def _has_fallback(self) -> Audience:
        if "any" not in self.policies:
            raise ValueError("policies has no set 'any' for questions without one of their own")
        return self

    def policy(self, question: Question) -> Policy:
        """Return the set of a question: by its id, by parties and relation, or a general one."""
        if question.id in self.policies:
            return self.policies[question.id]
        asked = {party.name for party in question.parties}
        for one in self.policies.values():
            if one.parties and set(one.parties) == asked and one.relation == question.relation.name:
                return one
        return self.general(question)

    def general(self, question: Question) -> Policy:
        """Return the set for every question about a relation, or for every question at all."""
        sets = self.policies.values()
        about = (one for one in sets if one.relation == question.relation.name and not one.parties)
        return next(about, self.policies["any"])

    def suited(self, question: Question) -> Audience:
        """Return the reader with the themes that matter for a question."""
        themes = self.policy(question).themes
        return self.model_copy(update={"themes": themes}) if themes else self

    def arranged(self, question: Question) -> Question:
        """Return a question with its parties in the order of the set that serves it.

        `{b} sells to {a}` is listed of the parties as the set names them, whoever is asked first.
        """
        order = self.policy(question).parties
        if not order:
            return question
        by_name = {party.name: party for party in question.parties}
        parties = tuple(by_name[name] for name in order if name in by_name)
        return question.model_copy(update={"parties": parties}) if len(parties) > 1 else question


class Theme(Model):
    """Something that sources on such questions speak of, and how we say so."""

    id: Identifier
    name: str
    """As a noun phrase: `unequal dependence`."""
    claim: str
    """One sentence, true when sources speak of it at all."""
    claim_yes: str = ""
    """What is said instead when most that take a side point to yes."""
    claim_no: str = ""
    """The same for no."""
    claim_split: str = ""
    """What is said instead when sources point both ways."""
    expected: bool = False
    """True where its yes is news to nobody: then it is no key judgement."""
    ground: Literal["for", "against", ""] = ""
    """The side of a question on a bond for which its yes is a ground."""
    qualifies: Literal["for", "against", ""] = ""
    """The side that its yes qualifies: no alliance, but a tie that lasts."""
    poles: tuple[str, str] = ("it so", "the opposite")
    """What those on each side see: `a bond`, `a quarrel`."""
    about: tuple[Phrase, ...] = Field(min_length=1)
    along: tuple[Phrase, ...] = ()
    tones: Tones = Field(default_factory=dict)
    to_yes: tuple[Phrase, ...] = ()
    to_no: tuple[Phrase, ...] = ()

    @field_validator("claim", "claim_yes", "claim_no", "claim_split")
    @classmethod
    def _known_names(cls, text: str) -> str:
        return known_placeholders(text)


class Themes(Model):
    """The claims that all audiences share: the same claim reads the same everywhere."""

    schema_: Literal["brief.themes/1"] = Field("brief.themes/1", alias="schema")
    themes: tuple[Theme, ...]


def known_placeholders(text: str) -> str:
    """Return `text`; raise for a name in braces that we do not know, or a brace without another."""
    for name in re.findall(r"\{([^{}]*)\}", text):
        if name not in PLACEHOLDERS:
            known = ", ".join(PLACEHOLDERS)
            raise ValueError(f"'{{{name}}}' is not a known name (known: {known})")
    if single := re.search(r"[{}]", re.sub(r"\{[^{}]*\}", "", text)):
        raise ValueError(f"'{single[0]}' stands alone: a name has a brace on either side")
    return text
