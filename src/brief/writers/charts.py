"""An `Exhibit` in, an SVG drawing out: geometry computed here, drawn by a Jinja template.

Text stays text, and each number is the `shown` of its point: no axis carries numbers of its own,
so that every number of a chart traces to the ledger. Kinds are told apart by shape and dash as
well as by color. The templates see `Plot` and its parts, the tokens, and nothing else.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from brief.model.brief import Exhibit
from brief.model.layout import Labels
from brief.model.marks import clean
from brief.writers import render
from brief.writers.number_charts import bars, series
from brief.writers.plot import AXIS, LABEL, Plot
from brief.writers.stance_chart import stance
from brief.writers.style import Style

if TYPE_CHECKING:
    from jinja2 import Environment


def to_svg(exhibit: Exhibit, style: Style, width: float, labels: Labels | None = None) -> str:
    """Return the chart as SVG, `width` points wide, its alt text as `<title>`.

    `labels` are our words for the kinds of marks.
    """
    match exhibit.chart:
        case "stance":
            plot = stance(exhibit, style, width, labels or Labels())
        case "series" if len({point.label for point in exhibit.points}) < 4:
            plot = bars(exhibit, style, width)
        case "series":
            plot = series(exhibit, style, width)
        case "bars":
            plot = bars(exhibit, style, width)
        case _:
            assert_never(exhibit.chart)
    return draw(exhibit.chart, clean(exhibit.alt), style, plot)


def draw(template: str, alt: str, style: Style, plot: Plot) -> str:
    """Return a plot as SVG, drawn by one of the style's templates; `alt` is its title."""
    environment = _environment(tuple(sorted(style.charts.items())))
    return environment.get_template(template).render(
        plot=plot, alt=alt, tokens=style.tokens, label_size=LABEL, axis_size=AXIS
    )


@lru_cache(maxsize=4)
def _environment(charts: tuple[tuple[str, str], ...]) -> Environment:
    """Return the templates; kept, because compiling one takes longer than drawing with it."""
    from jinja2 import DictLoader, Environment, StrictUndefined

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=DictLoader(dict(charts)),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["n"] = number
    return environment


def number(value: float) -> str:
    """Return a coordinate with two decimals at most, the same on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def to_png(svg: str, scale: float = 3.0) -> bytes:
    """Return the drawing as PNG at `scale` × 72 dots an inch; the same SVG gives the same bytes."""
    import io

    import pypdfium2

    with pypdfium2.PdfDocument(render.drawing_pdf(svg)) as document:
        image = document[0].render(scale=scale).to_pil().convert("RGB")
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True, dpi=(72 * scale, 72 * scale))
    return buffer.getvalue()
