"""The files of `templates/style/` in, a `Style` out: design tokens, CSS and chart templates.

Tokens are the one place of colors, sizes and families; the Word skin reads the same. An
institution's own folder of overrides holds files of the same names: its tokens replace ours one
by one, its CSS follows ours, its charts take the place of ours.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from brief.writers.own_css import BEGIN, check_css
from brief.writers.tokens import laid_over, read

Tokens = Mapping[str, Any]
TOKENS = "tokens.yaml"
CSS = "brief.css"
_CHARTS = "charts/"


CLOSEST = 0.94
"""Size of the text, against the style's, of a brief that left things out for length."""
MM = 72 / 25.4
"""Points of a millimeter."""


def millimeters(length: str) -> float:
    """Return a length of the tokens: 44.0 for `44mm`."""
    return float(length.removesuffix("mm"))


def points(length: object) -> float:
    """Return a size of the tokens: 9.8 for `9.8pt`, 1.34 for a line of that many ems."""
    return float(str(length).removesuffix("pt"))


@dataclass(frozen=True, slots=True)
class Style:
    """How a brief looks."""

    tokens: Tokens
    """Nested: `color: {ink: "#..."}`, `size: {body: 9.8pt}`, `font: {serif: [...]}`."""
    css: str
    charts: Mapping[str, str]
    """SVG templates by chart: `stance`, `series`, `bars`, and `base`."""


def make_style(
    files: Mapping[str, str],
    overrides: Mapping[str, str] | None = None,
    families: Collection[str] = (),
) -> Style:
    """Return the style made of files (name in the folder → text), with overrides laid over them.

    `families` are those of an institution's own font files. Raises `BriefError` for what is wrong
    in the tokens or the CSS, see `laid_over` and `check_css`.
    """
    own = overrides or {}
    tokens = read(files[TOKENS], TOKENS)
    if TOKENS in own:
        tokens = laid_over(tokens, own[TOKENS], f"templates/house/style/{TOKENS}", families)
    rules = own.get(CSS, "").strip("\n") and own[CSS]
    check_css(rules, families)
    charts = {name: text for name, text in {**files, **own}.items() if name.startswith(_CHARTS)}
    return Style(
        tokens=tokens,
        css=f"{files[CSS]}\n{BEGIN}\n{rules}" if rules else files[CSS],
        charts={_chart_name(name): text for name, text in sorted(charts.items())},
    )


def denser(style: Style, factor: float, leading: float = 1.0, edge: float = 0.0) -> Style:
    """Return the style with its text set smaller by `factor`; small print and headings stay.

    Lines stand closer by `leading` besides; the page's top and foot give `edge` millimeters each.
    """
    size, page = dict(style.tokens["size"]), dict(style.tokens["page"])
    scaled = {"body": factor, "line": factor * leading, "lead": factor, "answer": factor}
    for name, by in scaled.items():
        size[name] = f"{points(size[name]) * by:.2f}pt"
    for name in ("top", "bottom") if edge else ():
        page[name] = f"{millimeters(str(page[name])) - edge:g}mm"
    return replace(style, tokens={**style.tokens, "size": size, "page": page})


def airier(style: Style, air: float, *, broken: bool = False) -> Style:
    """Return the style with so much more room between the parts of page one.

    With `broken`, short paragraphs may break over columns, so that these end alike.
    """
    page = {**style.tokens["page"], "air": f"{air:.1f}pt"}
    breaks = {**style.tokens["break"], **({"short": "auto"} if broken else {})}
    return replace(style, tokens={**style.tokens, "page": page, "break": breaks})


def _chart_name(name: str) -> str:
    return name.removeprefix(_CHARTS).split(".", 1)[0]


def css_variables(tokens: Tokens) -> str:
    """Return a `:root` rule with a CSS variable for each token: `--color-ink`."""
    lines = [f"--{name}: {value};" for name, value in _flat(tokens, "")]
    return "html {" + " ".join(lines) + "}"


def _flat(tokens: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in tokens.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}-")
        elif isinstance(value, list):
            yield f"{prefix}{key}", ", ".join(f'"{item}"' for item in value)
        else:
            yield f"{prefix}{key}", str(value)
