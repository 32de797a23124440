"""Design tokens in, how a Word draft looks out: fonts, sizes, colors, paper and margins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_EAST_ASIAN_FONTS = {
    "zh-Hant": "Noto Serif CJK TC",
    "zh-TW": "Noto Serif CJK TC",
    "zh-HK": "Noto Serif CJK HK",
    "zh": "Noto Serif CJK SC",
    "ja": "Noto Serif CJK JP",
    "ko": "Noto Serif CJK KR",
}
STAND_INS = {
    "Source Serif Pro": ("Cambria", "roman"),
    "Source Sans Pro": ("Calibri", "swiss"),
    "Noto Serif CJK SC": ("SimSun", "roman"),
    "Noto Serif CJK TC": ("PMingLiU", "roman"),
    "Noto Serif CJK HK": ("PMingLiU", "roman"),
    "Noto Serif CJK JP": ("Yu Mincho", "roman"),
    "Noto Serif CJK KR": ("Batang", "roman"),
}
"""Font: what Word takes on a machine without it, and its family."""

PAPERS = {"A4": (11906, 16838), "Letter": (12240, 15840)}
"""Width and height in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Skin:
    """The look of a draft. Sizes in points, colors as RRGGBB, margins in millimeters."""

    serif: str
    sans: str
    body: float
    line: float
    """Distance of lines, as a multiple of the body size."""
    title: float
    subtitle: float
    lead: float
    headings: tuple[float, float]
    """Sections, and all below."""
    answer: float
    """What the sources answer to a question."""
    table: float
    small: float
    note: float
    ink: str
    brand: str
    accent: str
    muted: str
    link: str
    rule: str
    tint: str
    margins: tuple[float, float, float]
    """Top, bottom, sides."""
    language: str
    """BCP 47 tag of the brief's own text."""
    air: float = 0.0
    """Room below page one's parts: none, or more between headings, paragraphs, items and works."""

    def east_asian(self, language: str) -> str:
        """Return the font for words of an East Asian language, else nothing."""
        for tag, font in _EAST_ASIAN_FONTS.items():
            if language == tag or language.startswith(f"{tag}-"):
                return font
        return ""

    @property
    def fonts(self) -> tuple[str, ...]:
        """Every font a draft may name."""
        return tuple(dict.fromkeys((self.serif, self.sans, *_EAST_ASIAN_FONTS.values())))


def skin_from(tokens: Mapping[str, Any], language: str) -> Skin:
    """Return the skin for the design tokens of `templates/style/tokens.yaml`.

    The margin column of the page becomes width of the text: a draft is one column.
    """
    color = {name: str(value).lstrip("#").upper() for name, value in tokens["color"].items()}
    size = {name: _number(value) for name, value in tokens["size"].items()}
    page = {name: _number(value) for name, value in tokens["page"].items()}
    return Skin(
        serif=tokens["font"]["serif"][0],
        sans=tokens["font"]["sans"][0],
        line=round(size["line"] / size["body"] / _NATURAL_LINE, 2),
        headings=(size["h2"], size["h3"]),
        margins=(page["top"], page["bottom"], page["side"]),
        language=language,
        ink=color["ink"],
        brand=color["brand"],
        accent=color["accent"],
        muted=color["muted"],
        link=color["link"],
        rule=color["rule"],
        tint=color["tint"],
        body=size["body"],
        title=size["title"],
        subtitle=size["subtitle"],
        lead=size["lead"],
        answer=size["answer"],
        table=size["table"],
        small=size["small"],
        note=size["note"],
    )


_NATURAL_LINE = 1.371
"""Line distance of our serif when a word processor is told \"single\", in ems: what its own metrics
say, so that lines stand as far apart as on the page. Set looser, page one had no room for its
chart."""


def _number(value: object) -> float:
    return float(str(value).removesuffix("pt").removesuffix("mm"))


TWIPS = 20
"""Twentieths of a point: the unit of most lengths in the format."""


def twips(points: float) -> int:
    """Return points as twentieths of a point."""
    return round(points * TWIPS)


def mm(millimeters: float) -> int:
    """Return millimeters as twentieths of a point."""
    return round(millimeters * 1440 / 25.4)
