"""A dossier and an audience in; all that could be said to it, ranked, out.

The brief shows as many items as fit its pages, best first; the others go to the annex by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from brief.compose.agreements import reported, words_for
from brief.compose.answers import Claim, answers
from brief.compose.applicability import served
from brief.compose.balance import Balance, balance
from brief.compose.conditions import Facts
from brief.compose.evidence.library import Library
from brief.compose.evidence.line import Line
from brief.compose.evidence.phrases import names_both
from brief.compose.evidence.proofs import Proofs
from brief.compose.evidence.ties import granted
from brief.compose.figure_charts import Plotted, plotted
from brief.compose.figures import alike, chosen_figures
from brief.compose.further import further_claims
from brief.compose.inferences import Following, following, headed
from brief.compose.key_findings import (
    alone_recent,
    chosen,
    claims_for,
    ground,
    lasting,
    listed,
    most_differing,
    qualification,
    said_once,
)
from brief.compose.page_one import leading_reasons, newest_lines
from brief.compose.picking import Picker, all_quoted, more_of_side, of_side
from brief.compose.promotion import others, promoted, question_of
from brief.compose.ranking import Item, Kind, Quoted, Ranking
from brief.compose.sides import LEAST_QUOTABILITY, SIDES, side_lines
from brief.compose.voices import counted, heard_lines, lean_of, voice_scores
from brief.model.audience import Audience, Policy, Theme
from brief.model.dossier import Dossier, Side, Source
from brief.model.question import Question
from brief.model.summary import Figure

TOLD = 2
"""Views of others that are quoted, at most."""
PLAIN = 1.0
"""Worth of a sentence from which it shows by itself where its source stands."""


@dataclass(frozen=True, slots=True)
class Offer:
    """All that could be said."""

    balance: Balance
    stands: Mapping[str, Line]
    """By source, the sentence that best shows where it stands on the question."""
    implied: frozenset[str]
    """Sources on a side whose sentence there does not name what is asked about."""
    voices: Mapping[str, Mapping[str, int]]
    """By source, the scores of the voices that it reports on the question."""
    heard: Mapping[tuple[str, str], Line]
    """By source and voice, the sentence by which that voice stands where it does."""
    library: Library
    policy: Policy
    claims: tuple[tuple[Claim, Line | None], ...]
    unraised: tuple[Claim, ...]
    """Findings that make no judgement, since others say more to this reader."""
    sides: dict[Side, tuple[Line, ...]]
    agreed: tuple[tuple[Claim, Line | None], ...]
    """Findings on which sources agree that differ on the question, each with its best sentence."""
    differing: Claim | None
    """The finding beside the judgements on which most sources stand against each other."""
    reported: tuple[Line, ...]
    """What others are reported to say, the most decided view of each side."""
    leans: str
    """Which way the reported voices lean against the authors, as `lean_of` says it."""
    because: Line | None
    """What a source on the leading side gives as the reason."""
    ground: Claim | None
    """The finding that most on the leading side give as their ground, unless one qualifies it."""
    qualification: Claim | None
    """The finding that qualifies the leading side."""
    news: Line | None
    """What the newest source says."""
    recent: str
    """Id of the newest source where it is of years after all others, or ``."""
    further: tuple[Line, ...]
    """What sources claim beside all this."""
    answers: tuple[Quoted, ...]
    figures: tuple[tuple[Source, Figure], ...]
    """Those of the table: the chart shows others."""
    alike: Mapping[str, tuple[tuple[Source, Figure], ...]]
    """By such a figure, the same as other sources give it."""
    chart: Plotted | None
    inferences: dict[Kind, Following]
    items: tuple[Item, ...]
    """Best first."""


def offer(
    dossier: Dossier, audience: Audience, question: Question, themes: Sequence[Theme]
) -> Offer:
    """Return everything the brief could say to this audience, ranked."""
    library, proofs, read = Library(dossier, question), Proofs(question), dossier
    library.dossier = dossier = _taken_up(library, proofs)
    audience = audience.suited(question)
    policy = served(audience, question)
    found = balance(dossier, read)
    claims = claims_for(themes, audience, library, found)
    answered = answers(policy, library, themes)
    by_theme = {one.theme.id: one for one in claims}
    picker = Picker()
    best = {side: side_lines(side, library, proofs) for side in SIDES}
    stands = _stands(library, proofs, best)
    newest = newest_lines(found, best, library, proofs)
    facts = Facts(
        balance=found,
        answers=answered,
        claims=by_theme,
        library=library,
        audience=audience,
        question=question,
        stands=stands,
        plain=_plain(stands, dossier, proofs),
        news=newest,
    )
    voices = voice_scores(dossier.sources, proofs)
    # where others speak for its side, the newest source says on page one where it stands
    early = found.newest is not None and len(best.get(found.newest.side, ())) > 1
    news = picker.pick(newest) if early else None
    claims = lasting(listed(claims, audience), library)
    grounds = qualifies = None
    if question.relation.direction > 0:
        grounds = ground(claims, found)
        qualifies = qualification(claims, found, grounds)
        grounds = None if qualifies else grounds
    # the ground that the bottom line tells is no judgement below it
    said = grounds.theme.id if grounds else ""
    asked = promoted([one for one in policy.questions if not said or one.theme != said], answered)
    claims = others(claims, policy.questions, asked)
    inferences = following(facts)
    heading = headed(inferences["implication"])
    judged = chosen(asked, claims, found, audience, grounds, heading)
    shared, judged = said_once(claims, judged, grounds)
    # what several share says more than what one source gives as its reason
    shares = grounds or qualifies
    because = None if shares else picker.pick(leading_reasons(found, best, library, proofs))
    sides = {side: of_side(best[side] or _least(side, stands, library), picker) for side in SIDES}
    agreed = tuple((one, picker.pick(words_for(one))) for one in shared)
    recent = alone_recent(found, library)
    quoted = all_quoted([answered[one.id] for one in policy.questions], picker, recent)
    news = news or picker.pick(newest)
    raised = tuple((one, picker.pick(carrying_lines(one, question))) for one in judged)
    leans = lean_of(counted(voices), found.counts)
    told = tuple(line for line in reported(library, proofs, leans) if picker.pick([line]))[:TOLD]
    every = chosen_figures(dossier, question, audience.home, audience.own)
    chart = plotted(dossier, every)
    sides = {side: more_of_side(best[side], some, picker) for side, some in sides.items()}
    figures = tuple(one for one in every if not chart or one[1].id not in chart.figures)
    unraised = [
        one for one in claims if one.way and one.settled and one not in (*judged, *shared, grounds)
    ]
    differing = most_differing(unraised)
    made = Offer(
        balance=found,
        stands=stands,
        implied=frozenset(one for one, line in stands.items() if not proofs.names(line.text)),
        voices=voices,
        heard=heard_lines(library, voices, proofs),
        library=library,
        policy=policy,
        claims=raised,
        unraised=tuple(one for one in unraised if one is not differing),
        sides=sides,
        agreed=agreed,
        differing=differing,
        reported=told,
        leans=leans,
        because=because,
        ground=grounds,
        qualification=qualifies,
        news=news,
        recent=recent,
        further=further_claims(library, proofs, picker),
        answers=quoted,
        figures=figures,
        alike=alike(dossier, figures),
        chart=chart,
        inferences=inferences,
        items=(),
    )
    return on_pages(made, audience.pages)


def on_pages(made: Offer, pages: int) -> Offer:
    """Return an offer ranked for a brief of so many pages."""
    return replace(made, items=_items(made, pages))


def _items(found: Offer, pages: int) -> tuple[Item, ...]:
    """Return all that is on offer as items, best first."""
    rank = Ranking()
    rank.judgements(found.claims)
    rank.agreed(found.agreed)
    rank.differing(found.differing)
    rank.sides(found.sides)
    rank.told(found.reported, contested=found.leans in ("for", "against"))
    rank.answers(found.answers)
    rank.figures(found.figures, found.chart, pages)
    for kind, some in found.inferences.items():
        rank.inferences(kind, some)
    rank.further(found.further)
    if found.because:
        rank.because(found.because)
    if found.news:
        rank.news(found.news)
    return rank.items


def carrying_lines(one: Claim, question: Question) -> list[Line]:
    """Return the sentences that may be quoted below a judgement; of an answer they stand there.

    Of each source its best: what is quoted elsewhere has no second. Where some name both parties,
    one that does not shows half of the claim.
    """
    lines = [] if question_of(one) else list(one.carrying)
    lines = [line for line in lines if line.quotability >= LEAST_QUOTABILITY]
    lines = [line for line in lines if names_both(line.text, question)] or lines
    best: dict[str, Line] = {}
    for line in lines:
        best.setdefault(line.article, line)
    return list(best.values())


def _taken_up(library: Library, proofs: Proofs) -> Dossier:
    """Return the dossier, those silent on the question that do not take it up.

    Who grants the tie in his title, only to outweigh it, is not one who sees it.
    """

    def seen(source: Source) -> Source:
        told = source.side == "silent" or source.reviewed or not source.passages
        outweighed = source.side == "for" and granted(source.title or "", proofs.question)
        if told or (proofs.takes_up(source, library) and not outweighed):
            return source
        stance = source.stance.model_copy(update={"score": None})
        return source.model_copy(update={"side": "silent", "stance": stance})

    dossier = library.dossier
    return dossier.model_copy(update={"sources": tuple(map(seen, dossier.sources))})


def _stands(
    library: Library, proofs: Proofs, best: Mapping[Side, Sequence[Line]]
) -> dict[str, Line]:
    """Return by source the sentence that proves where it stands: the one that may be quoted."""
    quotable = {line.article: line for lines in best.values() for line in lines}
    made = {s.id: quotable.get(s.id) or proofs.proof(s, library) for s in library.dossier.sources}
    return {article: line for article, line in made.items() if line}


def _plain(stands: Mapping[str, Line], dossier: Dossier, proofs: Proofs) -> frozenset[str]:
    """Return the sources whose sentence proves plainly where they stand, on both by name.

    One that takes no side is shown by the sentence in which it poses the question.
    """

    def shows(source: Source) -> bool:
        line = stands.get(source.id)
        if line is None or not names_both(line.text, proofs.question):
            return False
        posed = source.side == "open" and proofs.asks(line) > 0
        return posed or proofs.rate(line, source.side) >= PLAIN

    return frozenset(source.id for source in dossier.sources if shows(source))


def _least(side: Side, stands: Mapping[str, Line], library: Library) -> list[Line]:
    """Return the best of the sentences that decide a side, where none speaks for it by itself."""
    known = [s.id for s in library.dossier.sources if s.side == side and s.independent]
    lines = [stands[one] for one in known if side != "open" and one in stands]
    return sorted((one for one in lines if one.own), key=lambda one: (-one.quotability, one.ref))[
        :1
    ]
