"""A `Brief` and a `Style` in, a PDF out: PDF/UA-1 and PDF/A-3a at once, the evidence attached.

WeasyPrint writes one variant only, so it writes PDF/A-3a with metadata of ours that claims both.
All dates and the identifier come from the brief: same brief, same bytes.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from brief.model.brief import Brief
from brief.model.plain import brief_text
from brief.writers import render
from brief.writers.columns import kept_columns
from brief.writers.html import to_html
from brief.writers.page_room import PageLayout, page_room
from brief.writers.pdf_metadata import claim_both
from brief.writers.strays import strays
from brief.writers.style import CLOSEST, Style, airier, denser
from brief.writers.whole_tags import whole_tags


class _Setting(NamedTuple):
    """How closely a brief is set."""

    size: float
    """Of the text, against the style's."""
    leading: float = 1.0
    """What lines stand closer besides."""
    edge: float = 0.0
    """Millimeters that the page's top and foot give each."""
    broken: bool = False
    """Whether a short paragraph may break over columns."""

    def of(self, style: Style) -> Style:
        """Return a style set so."""
        if self == _Setting(1.0):
            return style
        so = denser(style, self.size, self.leading, self.edge)
        return airier(so, 0.0, broken=True) if self.broken else so


_SETTINGS = (_Setting(1.0), _Setting(0.97), _Setting(CLOSEST))
"""The loosest first."""
_FULLEST = (_Setting(CLOSEST, broken=True), _Setting(CLOSEST, 0.98, broken=True))
"""Closer, where one more of what was chosen fits: the foot of a column is used to its last lines,
and lines come nearer by less than an eye sees."""
_FOR_WORDS = (_Setting(CLOSEST, 0.97, broken=True), _Setting(CLOSEST, 0.96, 2.0, broken=True))
"""Closer still, where a person's words must find room. Below these, text is no longer comfortable
to read."""
_SPARSE = 0.3
"""A last page used less than this is worth a denser text."""
_LOOSER, _ROOMY = (1.03, 1.06, 1.09, 1.12, 1.15), 0.75
"""Larger text for a brief that has said all and fills less of its last page than this."""
_FOOT = 5
"""Lines at the foot of a column that the parts of page one take up when they are set apart."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF."""

    name: str
    data: bytes
    description: str
    relationship: str = "Data"
    """One of PDF's: `Source`, `Data`, `Alternative`, `Supplement`."""


class Rendered:
    """A brief laid out: its pages can be counted before the PDF is written.

    Raises `BriefError`, laid out or written, for a character that no font of ours has (naming the
    block), for missing fonts, and for anything WeasyPrint complains of.
    """

    def __init__(self, brief: Brief, style: Style, *, spans: bool = True) -> None:
        self._brief = brief
        self._place = f"{brief.id}.pdf"
        with _naming_blocks(brief), kept_columns():
            self._document = render.lay_out(to_html(brief, style, spans=spans), self._place)

    def is_whole(self) -> bool:
        """Return whether all words of the brief stand on its pages."""
        units = self.layout().units
        return all(unit in units for unit, _ in brief_text(self._brief))

    def layout(self) -> PageLayout:
        """Return the number of pages, where each unit stands, and the room that is left."""
        boxes = [page._page_box for page in self._document.pages]
        return page_room(boxes, self._brief.layout.pages)

    def pdf(self, attachments: tuple[Attachment, ...] = ()) -> bytes:
        """Return the finished file."""
        data = b""
        for padding in range(PADDINGS):
            data = self._write(attachments, padding)
            if not _ends_in_break(data):
                break
        return data

    def _write(self, attachments: tuple[Attachment, ...], padding: int) -> bytes:
        brief = self._brief
        claim_both(self._document.metadata, brief, padding)
        with _naming_blocks(brief), whole_tags():
            return render.write(
                self._document,
                self._place,
                padding=padding,
                pdf_variant="pdf/a-3a",
                pdf_identifier=_identifier(brief),
                attachments=[_weasy_attachment(one, brief) for one in attachments],
            )


PADDINGS = 8
"""Blanks tried until the objects and their table, the two streams that we do not write ourselves,
do not end in a line break (one in 64 files has such an end): see `render._pack`."""


def _ends_in_break(data: bytes) -> bool:
    """Tell whether a stream of the file ends in a line break."""
    return re.search(rb"[\r\n]\nendstream", data) is not None


def fitted(brief: Brief, style: Style) -> Rendered:
    """Return the brief laid out as loosely as its pages allow, or at the densest if none does.

    Text goes from the style's size down by six hundredths at most, and lines and edges give way to
    words that a person added; up by fifteen where a short brief leaves its last page empty.
    A brief that is still too long has to lose items, which is not a writer's to decide. One that
    left items out for length was composed to fill its pages at the densest. A last page that is
    nearly empty is saved where a denser text can do without it.
    """
    best: Rendered | None = None
    fewest, chosen = 0, style
    for setting in _settings(brief):
        so = setting.of(style)
        rendered = _whole(brief, so)
        layout = rendered.layout()
        if best is None or layout.pages < fewest:
            best, fewest, chosen = rendered, layout.pages, so
        full = layout.pages == 1 or layout.fill > _SPARSE
        if layout.pages <= brief.layout.pages and full:
            break
    assert best is not None
    if chosen is style and not brief.annex:
        best, chosen = _looser(brief, style, best)
    best, chosen = _gathered(brief, style, chosen, best)
    return _spread(brief, chosen, best)


def _gathered(
    brief: Brief, style: Style, chosen: Style, set_so: Rendered
) -> tuple[Rendered, Style]:
    """Return the brief set closer where a list item would stand alone overleaf, and so its style.

    One that was composed to fill its pages has none at the densest; where no setting brings the
    item to its list, all stays as it is.
    """
    units = set_so.layout().units
    for setting in _FULLEST if any(strays(brief, units)) else ():
        closer = setting.of(style)
        tried = _whole(brief, closer)
        after = tried.layout()
        if after.pages <= max(units.values()) and not any(strays(brief, after.units)):
            return tried, closer
    return set_so, chosen


def _looser(brief: Brief, style: Style, set_so: Rendered) -> tuple[Rendered, Style]:
    """Return the brief in larger text where its last page stays empty otherwise, and its style.

    Of the sizes the one is taken that leaves least empty, while no column before the last page
    ends higher than the parts of page one can be set apart by.
    """
    before = set_so.layout()
    best, chosen, empty = set_so, style, before.empty
    for factor in _LOOSER if before.fill < _ROOMY else ():
        larger = denser(style, factor)
        tried = _whole(brief, larger)
        after = tried.layout()
        even = max(after.holes, default=0) <= max((_FOOT, *before.holes))
        if after.pages == before.pages and even and after.empty < empty:
            best, chosen, empty = tried, larger, after.empty
    return best, chosen


def _spread(brief: Brief, style: Style, set_so: Rendered) -> Rendered:
    """Return the brief with the parts of page one set apart by what its foot leaves empty.

    Columns end some lines early where what comes next does not fit into either. Where one of them
    does, a paragraph above may break over both, so that they end alike.
    """
    before = set_so.layout()
    best, empty = set_so, sum(before.holes)
    for spare, broken in _spares(before.holes[:2]):
        air = min(spare * _LINE / _GAPS, _AIR)
        aired = _whole(brief, airier(style, air, broken=broken))
        after = aired.layout()
        same = (after.pages, after.units) == (before.pages, before.units)
        if same and sum(after.holes) < empty:
            best, empty = aired, sum(after.holes)
    return best


def _spares(holes: Sequence[int]) -> Iterator[tuple[float, bool]]:
    """Yield lines by which page one may be spread, and whether short paragraphs break for it."""
    if holes and min(holes):
        yield min(holes), False
    if holes and max(holes) - min(holes) >= _UNEVEN:
        mean = sum(holes) / len(holes)
        yield from ((mean, True), (mean - 0.5, True))  # by half a line more may fit, or less


_LINE, _GAPS, _AIR = 12.9, 4, 13.0
"""Points of a line, the gaps between the parts of page one, and the most that one is widened."""
_UNEVEN = 2
"""Lines by which one column of page one ends above the other before a paragraph breaks for it."""


def _settings(brief: Brief) -> tuple[_Setting, ...]:
    """Return how closely a brief may be set, the loosest first."""
    ours = (*(_SETTINGS[-1:] if brief.annex else _SETTINGS), *_FULLEST)
    return (*ours, *_FOR_WORDS) if brief.by_hand else ours


def _whole(brief: Brief, style: Style) -> Rendered:
    """Return the brief laid out with all its words.

    WeasyPrint loses what follows a table across both columns when that comes first on a page: then
    the table has to do with one.
    """
    rendered = Rendered(brief, style)
    return rendered if rendered.is_whole() else Rendered(brief, style, spans=False)


def tightest(brief: Brief, style: Style) -> Rendered:
    """Return the brief laid out as densely as `fitted` may: what does not fit so, does not fit."""
    return _whole(brief, _settings(brief)[-1].of(style))


@contextmanager
def _naming_blocks(brief: Brief) -> Iterator[None]:
    """Name the block of a missing glyph."""
    try:
        yield
    except render.GlyphMissing as missing:
        char = chr(missing.codepoint)
        places = [unit for unit, text in brief_text(brief) if char in text]
        place = f"{brief.id}.pdf, block {places[0]}" if places else f"{brief.id}.pdf"
        raise render.GlyphMissing(missing.codepoint, place) from None


def _identifier(brief: Brief) -> bytes:
    return hashlib.sha256(brief.model_dump_json().encode()).hexdigest()[:32].encode()


def _date(brief: Brief) -> datetime:
    return datetime.fromisoformat(brief.day).replace(tzinfo=UTC)


def _weasy_attachment(one: Attachment, brief: Brief) -> Any:
    import weasyprint

    return weasyprint.Attachment(
        file_obj=io.BytesIO(one.data),
        name=one.name,
        description=one.description,
        created=_date(brief),
        modified=_date(brief),
        relationship=one.relationship,
    )
