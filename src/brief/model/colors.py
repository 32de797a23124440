"""Colors as parts of red, green and blue from 0 to 1."""

from __future__ import annotations

import re

Color = tuple[float, float, float]
LEGIBLE = 4.5
"""Contrast of text with its ground that WCAG 2.1 AA asks for."""
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def is_color(value: object) -> bool:
    """Return whether a value is a color such as `#12304f`."""
    return isinstance(value, str) and _HEX.fullmatch(value) is not None


def rgb(value: str) -> Color:
    """Return the color of `#12304f`."""
    red, green, blue = bytes.fromhex(value.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two sRGB colors by WCAG 2.1, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = _linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(color: Color) -> Color:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color
    )
    return red, green, blue


_BLIND = {
    "red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
"""What of linear light an eye sees that lacks cones for red or for green (Machado 2009)."""


def apart(one: Color, other: Color) -> float:
    """Return how far apart two colors are to the eye that tells them apart least, from 0 to 100.

    Eyes without cones for red or green count as well; distance is that of CIELAB.
    """
    light, dark = _linear(one), _linear(other)
    seen = [(light, dark), *((_seen(light, kind), _seen(dark, kind)) for kind in _BLIND)]
    return min(_distance(_lab(first), _lab(second)) for first, second in seen)


def _seen(color: Color, kind: str) -> Color:
    rows = [sum(k * part for k, part in zip(row, color, strict=True)) for row in _BLIND[kind]]
    red, green, blue = (min(1.0, max(0.0, part)) for part in rows)
    return red, green, blue


def _lab(linear: Color) -> Color:
    red, green, blue = linear
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _distance(one: Color, other: Color) -> float:
    total = sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
    return float(total**0.5)
