"""Stage: a dossier, an audience and templates in; one brief as data out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from copy import copy
from functools import lru_cache

from brief import __version__
from brief.compose.answers import Claim
from brief.compose.bibtex import bibtex
from brief.compose.claim_table import claims
from brief.compose.context import Context
from brief.compose.desk import Desk
from brief.compose.faults import audience_faults, audience_remarks, template_faults, theme_faults
from brief.compose.legible import legible
from brief.compose.marks import marks
from brief.compose.offer import Offer, offer, on_pages
from brief.compose.ranking import tally_of
from brief.compose.size import LINES_A_PAGE, lines
from brief.compose.sources import references
from brief.compose.wording import numbered_names, question_names
from brief.errors import BriefError
from brief.markup import parse
from brief.model.audience import Audience, Themes
from brief.model.brief import Brief
from brief.model.dossier import Dossier
from brief.model.layout import Labels, Layout
from brief.model.offered import Offered, OfferedClaim
from brief.model.question import Question
from brief.store.yaml_text import validate
from brief.templating import render

__all__ = [
    "Composer",
    "audience_remarks",
    "bibtex",
    "claims",
    "compose",
    "parse_audience",
    "parse_themes",
]

PAGE = "brief.html.j2"
"""Name of the template that a brief begins with."""
THEMES = "themes.yaml"
"""Name of the list of shared claims among the templates."""
NOTES, NOTES_OF_NOTES = "Notes", "Notes (paragraphs of our notes on the sources)"
"""Heads of the notes; the second where no source itself was read."""


def parse_audience(text: str, place: str, themes: Collection[str] | None = None) -> Audience:
    """Return an audience file as a value; a `BriefError` names all that is wrong in it, by line.

    `themes` are those there are; without them what the file names is not looked up.
    """
    if found := audience_faults(text, place, themes):
        raise BriefError(*found)
    return validate(text, place, Audience)


@lru_cache(maxsize=4)
def parse_themes(text: str, place: str) -> Themes:
    """Return the list of shared claims; a `BriefError` names all that is wrong in it, by line."""
    if found := theme_faults(text, place):
        raise BriefError(*found)
    return validate(text, place, Themes)


def compose(
    dossier: Dossier,
    audience: Audience,
    question: Question,
    templates: Mapping[str, str],
    *,
    limit: int | None = None,
    also: Collection[str] = (),
    reviewer: str = "",
    inputs: Mapping[str, str] | None = None,
) -> Brief:
    """Return the brief for one audience.

    `templates` holds sources by name: `brief.html.j2`, `themes.yaml`, and any that they extend.
    `limit` is the number of ranked items shown; without it, as many as fit the audience's pages
    as good as words can tell; `also` names items shown beyond it. The others are listed in `annex`.
    `reviewer` is the person who takes editorial responsibility; without one the brief says that
    it is a draft. A pure function: same arguments, same brief. Raises `BriefError` for a broken
    template or list.
    """
    composer = Composer(dossier, audience, question, templates, reviewer=reviewer, inputs=inputs)
    return composer.brief(limit, also)


_TABLE_FIRST = {"figures": "table first"}
"""What the inputs of a brief say whose table of figures stands before their chart."""


class Composer:
    """Composes one brief as often as a search for the right length asks, from one offer.

    Of the `inputs` of a brief composed before, it takes how that was arranged.
    """

    def __init__(
        self,
        dossier: Dossier,
        audience: Audience,
        question: Question,
        templates: Mapping[str, str],
        *,
        reviewer: str = "",
        inputs: Mapping[str, str] | None = None,
    ) -> None:
        _refuse_claims(templates)
        self._audience, self._question = audience, audience.arranged(question)
        self._templates, self._reviewer = templates, reviewer
        self._offer = _offer(dossier, audience, question, templates)
        self._inputs = dict(sorted((inputs or {}).items()))

    @property
    def ranked(self) -> tuple[str, ...]:
        """Ids of what the brief could show, best first."""
        return tuple(item.id for item in self._offer.items)

    @property
    def offered(self) -> Offered:
        """What the brief could show, for the table of claims."""
        return Offered(
            inputs=self._inputs,
            id=self._audience.id,
            claims=tuple(
                OfferedClaim(id=item.id, kind=item.kind, text=item.text, why=item.why)
                for item in self._offer.items
            ),
            unraised=tuple(map(_unranked, self._offer.unraised)),
            ground=_unranked(self._offer.ground) if self._offer.ground else None,
            names=question_names(self._question, "the reader's capital"),
        )

    def on(self, pages: int) -> Composer:
        """Return what composes the same brief for so many pages, from the same offer."""
        if pages == self._audience.pages:
            return self
        made = copy(self)
        made._audience = self._audience.model_copy(update={"pages": pages})
        made._offer = on_pages(self._offer, pages)
        return made

    def table_first(self) -> Composer:
        """Return what composes the same brief, its table of figures before the chart of them."""
        made = copy(self)
        made._inputs = dict(sorted({**self._inputs, **_TABLE_FIRST}.items()))
        return made

    def brief(self, limit: int | None = None, also: Collection[str] = ()) -> Brief:
        """Return the brief of the first `limit` items and of those in `also`; see `compose`."""
        count = self._fitting() if limit is None else limit
        kept = {*self.ranked[:count], *also}
        for item in self._offer.items:
            if item.under and item.under not in kept:
                kept.discard(item.id)
        return self._page(kept).model_copy(update={"inputs": self._inputs})

    def _fitting(self) -> int:
        """Return the largest number of items whose lines fit the pages, by bisection."""
        room = LINES_A_PAGE[self._audience.paper] * self._audience.pages
        low, high = 0, len(self._offer.items)
        while low < high:
            middle = (low + high + 1) // 2
            fits = lines(self._page({item.id for item in self._offer.items[:middle]})) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        return low

    def _page(self, kept: Collection[str]) -> Brief:
        """Return the brief that shows the items in `kept`."""
        audience, question, found = self._audience, self._question, self._offer
        dossier = found.library.dossier
        desk = Desk(dossier, audience, found.library)
        desk.count("version", 0, "version of brief", __version__)
        context = Context(found, dossier, question, desk, kept)
        spelled = {
            name: desk.conventions.spell(source)
            for name, source in self._templates.items()
            if name.endswith(".j2")
        }
        table_first = self._inputs.items() >= _TABLE_FIRST.items()
        values = {**context.build(), "reviewer": self._reviewer, "table_first": table_first}
        page = parse(legible(render(spelled, PAGE, values)), desk, PAGE)
        return Brief(
            id=audience.id,
            title=page.title,
            subtitle=page.subtitle,
            summary=page.summary,
            keywords=(*(party.name for party in question.parties), question.relation.name),
            issued=str(dossier.as_of or ""),
            layout=Layout(
                paper=audience.paper,
                language=audience.language,
                pages=audience.pages,
                quotes=audience.quotes,
            ),
            labels=Labels(
                notes=NOTES_OF_NOTES if desk.of_notes else NOTES,
                series=page.series,
                running=_running(page.title, page.series),
                footer=audience.handling,
            ),
            blocks=page.blocks,
            notes=desk.notes(),
            marks=marks(page.blocks, desk.marked, desk.notes()),
            references=references(dossier, desk.conventions, desk.names, desk.since, desk.cited),
            ledger=desk.ledger(),
            annex=tuple(item.id for item in found.items if item.id not in kept),
            named=numbered_names(audience, question),
        )


def _unranked(one: Claim) -> OfferedClaim:
    """Return a finding that makes no judgement for a reader, as the table of claims tells it."""
    return OfferedClaim(id=f"theme-{one.theme.id}", kind="theme", text=one.text, why=tally_of(one))


def _running(title: str, series: str) -> str:
    """Return the head of later pages: the finding, and for whom and how far reviewed it is.

    A page that lies alone says so too. What the series is called, its first part, is left out.
    """
    return " · ".join((title.partition("; ")[0], *series.split(" · ")[1:]))


def _refuse_claims(templates: Mapping[str, str]) -> None:
    """Raise for words typed in a template that claim what nothing bears out."""
    pages = sorted(name for name in templates if name.endswith(".j2"))
    if found := [one for name in pages for one in template_faults(templates[name], name)]:
        raise BriefError(*found)


def _offer(
    dossier: Dossier, audience: Audience, question: Question, templates: Mapping[str, str]
) -> Offer:
    themes = parse_themes(templates.get(THEMES, "themes: []"), THEMES)
    return offer(dossier, audience, audience.arranged(question), themes.themes)
