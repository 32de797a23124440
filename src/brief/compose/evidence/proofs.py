"""A source and the question in, the sentence that proves where it stands out.

It speaks of the relation, on the side that the source is counted for, in the author's own words;
one that names what is asked about comes before one that only names what is between the two, and a
thesis before an aside. Where nothing proves it, the first thesis that speaks of the two and not
for the other side stands in, then what comes near a proof. Where there is neither, or who takes no
side does not pose the question, the source does not take it up: what cannot be shown is not
counted, and no sentence that speaks for one side shows that its source takes none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from brief.compose.evidence.assertion import told, unasserted
from brief.compose.evidence.commitment import (
    called_so,
    demanded,
    long_been,
    of_old,
    only_may,
    taken_as_there,
)
from brief.compose.evidence.coreference import by_third, former
from brief.compose.evidence.dating import ages_ago
from brief.compose.evidence.library import Library
from brief.compose.evidence.line import Line
from brief.compose.evidence.noncommittal import BOTH_WAYS, LABELED, UNDECIDED, denies, noncommittal
from brief.compose.evidence.phrases import (
    OPEN,
    as_one,
    by_name,
    in_present,
    names_both,
    names_one,
    names_others,
    names_some,
    ours,
    pair_in,
    without_nato,
)
from brief.compose.evidence.quotability import titled
from brief.compose.evidence.ties import between, of_others, own_matter, places
from brief.compose.evidence.tones import Tone, tone
from brief.engines.rules.stance.relevance import Context
from brief.engines.rules.stance.scoring import Score, sentence_score
from brief.model.dossier import Side, Source
from brief.model.question import Question
from brief.vocabulary.states import named_states
from brief.vocabulary.words import TaggedPhrases, words

PROVES = 0.5
"""Worth below which a sentence proves nothing."""
SHOWS = 0.2
"""Worth below which it does not stand in for a proof either."""
ASIDE, NAMED, AGO, NOBODY = 0.4, 1.6, 0.75, 0.5
"""Factors on a sentence that speaks of nothing between the two, that names what is asked about,
that only tells what once was, and that names no party."""
THESIS = 0.3
"""What each unit of the engine's weight adds."""
WARMTH = 1.5
"""What growing warmer or cooler counts at most."""
TOUCHED = 0.25
"""Worth of a word that a matter is open, where no verdict says so."""
HEARD, CONTRARY = 0.35, 0.5
"""Weight from which a reported sentence says something of the relation, and warmth from which
its words speak against its score."""
PLAINLY, FIRM, ALONE = 0.75, 1.2, 1.8
"""Score from which a view without a name for the relation is plain, and weight that it has: beside
a word for ties, and without one."""
NAMES = 1.0
"""Pull from which what a sentence says of the relation by its name decides."""
SHORT = 20
"""Words up to which a verdict that names nobody is on the two whom its text is about."""
BESIDE = 4
"""Words on either side of a word for the relation of which the nearest name says whose it is."""
SAID = 0.5
"""Score from which a sentence by itself stands on a side."""
ON_THEM = 0.9
"""How surely `it` is of the two in what a text on them reports."""
_OF_THEM = re.compile(r"\b(?:it|this|they|them)\b", re.IGNORECASE)
"""What takes up the two of whom the whole text is."""
_AWAY = re.compile(r"\b(?:missing|absent) from\b")
"""An ally who does not come."""
_KNOWN = re.compile(r"\b(?:the|this|their|its|such)\s(?:(?!an?\b)\w+\s)?$", re.IGNORECASE)
"""What stands before a thing that is named as known, and not said to be there."""
_POINTING = re.compile(r"(?:He|She|It|They|This|That|These|Those|But|Yet)\b")
_COOLER = (
    *("equidistan*", "equal distance", "little/hardly .. evidence/sign", "obstacle/obstacles"),
    *("limited", "chief concern", "fail/fails/failed", "without coming first", "loosen*", "wean*"),
    *("narrow", "erode/erodes/eroded/eroding", "out of necessity", "expedien*"),
)
_WARMER = ("durable", "lasting", "robust", "overwhelmingly")
_CLAIM = "{a} and {b} are drawn closer together"


@dataclass(frozen=True)
class Proofs:
    """Rates sentences by how well they prove where their source stands."""

    question: Question

    @cached_property
    def _terms(self) -> TaggedPhrases:
        made = TaggedPhrases()
        made.add(self.question.relation.terms, "term")
        return made

    @cached_property
    def _warmth(self) -> Tone:
        return tone(_WARMER, _COOLER, {"growth": "to-yes", "harmony": "to-yes"}, _CLAIM)

    def proof(self, source: Source, library: Library) -> Line | None:
        """Return the sentence that proves where a source stands; none where it says nothing."""
        own = [
            line
            for line in library.lines[source.id]
            if line.own and not line.counter and line.weight >= 0 and not line.rejects
        ]
        rated = [(self.rate(line, source.side), line) for line in own]
        proofs = [one for one in rated if one[0] >= PROVES]
        worth, best = max(proofs or rated, key=lambda one: self._telling(*one), default=(0.0, None))
        if proofs:
            return best
        if not source.on_parties:
            return None  # that a thesis is on the two is known only of a text that is on them
        own = [line for line in own if not self._contrary(line, source.side)]
        thesis = sorted(own, key=lambda line: (-self.asks(line), -line.weight, line.start))
        if source.side == "open":
            return next((line for line in thesis if self.asks(line)), None)
        speaks = [line for line in thesis if line.weight > 1 and self._of_both(line)]
        central = [line for line in speaks if self.rate(line, source.side) > 0]
        central.sort(key=lambda line: names_others(line.text, self.question))
        near = best is not None and best in own and worth >= SHOWS and self.touches(best)
        return next(iter(central), best if near else None)

    def _contrary(self, line: Line, side: Side) -> bool:
        """Tell whether a sentence speaks for another side than its source is on."""
        toward = {"for": 1, "against": -1}.get(side, 0)
        if toward:
            other: Side = "against" if toward > 0 else "for"
            rated = self.rate(line, other) >= max(SHOWS, self.rate(line, side))
            denied = toward > 0 and denies(line.text)
            return rated or denied or toward * self._outright(line.text) < 0
        ways: tuple[Side, Side] = ("for", "against")
        low, high = sorted(self.rate(line, way) for way in ways)
        return high >= PROVES and low < SHOWS

    def _telling(self, rate: float, line: Line) -> tuple[bool, float, int]:
        """Return how telling a sentence is: first of all whether it names what is asked about."""
        return rate >= PROVES and self.names(line.text), rate, -line.start

    def holds(self, text: str) -> bool:
        """Tell whether a reported sentence says that what is asked about is there: not that it may
        come, should or is being negotiated."""
        named = self._named(text)
        return self.names(text) and not only_may(text, named)

    def names(self, text: str) -> bool:
        """Tell whether a sentence names what is asked about, of the two: an alliance, a pact.

        A long one that names neither of them speaks of alliances as such.
        """
        short = len(words(text)) <= SHORT
        whom = short or sentence_score(text, self.question).parties
        return whom and bool(self._named(text))

    def _named(self, text: str) -> Sequence[tuple[int, int]]:
        """Return where a sentence names what is asked about."""
        return told(text, places(self._terms, words(without_nato(text))), friends=True)

    def takes_up(self, source: Source, library: Library) -> bool:
        """Tell whether a source takes up the question: its side can be shown.

        Who takes no side poses it: leaves it open, or names it. Who only writes of one of the two,
        or of something else between them, does not.
        """
        return self.proof(source, library) is not None

    def asks(self, line: Line) -> int:
        """Return 2 for a sentence on the relation of the two, 1 for one that has a word for it."""
        text = line.text
        if not names_both(text, self.question) or not self._of_whom(text):
            return 0
        granted = taken_as_there(text, self._named(text)) or long_been(text)
        if granted or noncommittal(text, self.question):
            return 0
        if sentence_score(line.text, self.question).explicit:
            return 2
        theirs = not names_others(line.text, self.question)
        return int(theirs and in_present(line.text) and bool(self._named(line.text)))

    def _of_whom(self, text: str) -> bool:
        """Tell whether a word for the relation is of none but the two: no `ally of Turkey`."""

        def of_another(first: int, last: int) -> bool:
            before, after = text[:first].split(), text[last:].split()
            for count in range(1, BESIDE + 1):
                for near in (after[:count], before[-count:]):
                    beside = " ".join(near)
                    if names_one(beside, self.question):
                        return False
                    if names_others(beside, self.question) or former(beside, self.question):
                        return True
            return False

        found = self._named(text)
        return not found or not all(of_another(*place) for place in found)

    def bears_out(self, text: str, score: float) -> bool:
        """Tell whether a reported sentence is on the relation and weighs as its voice is scored.

        Of whom no side is read, none is said: that he sees both is more than we know.
        """
        if LABELED.search(text) or noncommittal(text, self.question) or self._of_speaker(text):
            return False
        terms = self._named(text)
        found = sentence_score(text, self.question)
        whom = found.parties or names_both(text, self.question)
        if not whom and _OF_THEM.search(text):
            # `it`, of a text on the two, is as surely of them
            whom, found = True, sentence_score(text, self.question, Context(ON_THEM))
        if not whom or found.weight < HEARD:
            return False
        # "its view of the pact": what is only named as known is no verdict on it
        known = all(_KNOWN.search(text[:first]) for first, _ in terms)
        if known and not self._plainly(text, found):
            return False
        if found.outright * score >= NAMES:
            return found.score * score > 0  # "no pact of like-minded powers": warm words of no pact
        warmth = self._warm(text, (*between(text), *terms))
        return found.score * score > 0 and warmth * score > -CONTRARY

    def _of_speaker(self, text: str) -> bool:
        """Tell whether a third state speaks of what it shares: `Oman hopes for mutual respect`."""
        pair, said = pair_in(text, self.question), named_states(text)[:1]
        theirs = bool(said) and said[0][0] not in ours(self.question)
        return bool(pair and theirs and pair.group().lower().startswith(("mutual", "bilateral")))

    def _plainly(self, text: str, found: Score) -> bool:
        """Tell whether a view says plainly how the two stand, without a name for it.

        It speaks of their ties, or of little else: `the two will hardly team up`.
        """
        on_ties = between(text)
        plain = abs(found.score) >= PLAINLY and found.weight >= (FIRM if on_ties else ALONE)
        # what is said of the one and then of the other is on neither's tie
        theirs = on_ties or as_one(text, self.question)
        return plain and bool(theirs) and names_both(text, self.question)

    def score(self, text: str) -> float:
        """Return how far a sentence by itself speaks for the relation, or against it."""
        found = sentence_score(own_matter(text, self.question), self.question).score
        return found if abs(found) >= SAID else 0.0

    def _outright(self, text: str) -> float:
        """Return what a sentence says of the relation by its name; 0 where it does not name it."""
        found = sentence_score(own_matter(text, self.question), self.question)
        named = found.outright if abs(found.outright) >= NAMES else found.score
        return named if found.explicit else 0.0

    def touches(self, line: Line) -> bool:
        """Tell whether a sentence is on what is between the two: their ties, or an alliance."""
        if self.question.relation.toward:
            theirs = sentence_score(line.text, self.question).weight > 0
        else:
            on = (*self._ties(line.text), *self._named(line.text))
            theirs = not all(of_others(line.text, at, self.question) for at in on)
        return theirs and names_both(line.text, self.question)

    def on_tie(self, text: str) -> bool:
        """Tell whether a part of a sentence speaks of what is between two, or of an alliance."""
        return bool(self._ties(text) or self._named(text))

    def _of_both(self, line: Line) -> bool:
        return by_name(line.text, self.question) and bool(self._ties(line.text))

    def _ties(self, text: str) -> Sequence[tuple[int, int]]:
        """Return where a sentence speaks of what is between the two: not of who leans on whom."""
        return () if self.question.relation.toward else between(text)

    def _warm(self, text: str, on: Sequence[tuple[int, int]]) -> float:
        """Return how far its words of warmth speak for the relation, where warmth is part of it."""
        if self.question.relation.toward:
            return 0.0
        text = own_matter(text, self.question)
        return self._warmth.weigh(text, on or [(0, 1)]).lean * self.question.relation.direction

    @cached_property
    def _rates(self) -> dict[tuple[Line, Side], float]:
        return {}

    def rate(self, line: Line, side: Side) -> float:
        """Return how well a sentence proves a side, kept; 0 when it does not."""
        if (line, side) not in self._rates:
            self._rates[line, side] = self._rated(line, side)
        return self._rates[line, side]

    def _rated(self, line: Line, side: Side) -> float:
        topics, terms = self._ties(line.text), self._named(line.text)
        found = sentence_score(own_matter(line.text, self.question), self.question)
        if self.question.relation.toward and not found.weight:
            return 0.0  # it has no word for who leans on whom
        text, every, third = line.text, (*topics, *terms), (by_third, of_others)
        theirs = [any(one(text, at, self.question) for one in third) for at in every]
        if titled(text) or noncommittal(text, self.question):
            return 0.0
        if theirs and (all(theirs) or all(called_so(text, at) for at in every)):
            return 0.0  # all that it names is another pair's, or what somebody calls it
        if not theirs and unasserted(line.text):
            return 0.0  # it only says what is asked
        if names_others(line.text, self.question) and not names_both(line.text, self.question):
            return 0.0  # of a third alone, or of it and one of them
        if (line.taken_back or of_old(text) or ages_ago(text)) and (
            long_been(text) or not in_present(text)
        ):
            return 0.0  # it tells what once was, and the next sentence that it changed
        telling = 1.0 if topics or terms or self.question.relation.toward else ASIDE
        telling *= (NAMED if terms else 1.0) * (1 + THESIS * min(line.weight, 3.0))
        telling *= 1.0 if found.parties or (topics and not terms) else NOBODY
        if line.taken_back or line.text.startswith("If ") or _POINTING.match(line.text):
            telling *= NOBODY
        if side in ("open", "silent"):
            open_to = OPEN.search(line.text) and TOUCHED
            return telling * (1.0 if UNDECIDED.search(line.text) else open_to or 0.0)
        toward = 1 if side == "for" else -1
        granted = toward < 0 and taken_as_there(line.text, terms)
        if granted or only_may(line.text, (*topics, *terms)):
            return 0.0  # it takes for granted what is asked about, or says what may come
        if BOTH_WAYS.search(line.text) and not terms:
            return 0.0  # it calls them the one and the other
        if toward > 0 and (demanded(text) or _AWAY.search(text) or names_some(text, self.question)):
            return 0.0  # what must be done is not there
        if toward > 0 and found.weight < HEARD and denies(line.text):
            return 0.0  # little but words of warmth, and a denial beside them
        if found.weight and self.score(line.text) * toward < 0:
            return 0.0  # as a whole it speaks for the other side, whatever its words of warmth
        if self._outright(line.text) * toward < 0:
            return 0.0  # it names the relation and denies it, whatever else it says of warmth
        telling *= 1.0 if in_present(line.text) else AGO
        warmth = max(-WARMTH, min(WARMTH, self._warm(line.text, topics or terms)))
        warmth *= bool(topics or terms or names_both(line.text, self.question))
        said = found.score * min(found.weight, 3.0) / 3 + warmth / 2
        named = found.outright
        if abs(named) >= NAMES and named * said <= 0:
            said = named / 3  # what it says of the relation by its name, and not of its ground
        return telling * max(0.0, said * toward)
