"""The type faces we set in, as data: file names, families, and how a person installs them."""

from __future__ import annotations

import re
from typing import NamedTuple


class Package(NamedTuple):
    """Where font files come from: how a person installs them, and the file names."""

    install: str
    files: tuple[str, ...]


_STYLES = ("Regular", "It", "Bold", "BoldIt", "Semibold", "SemiboldIt")
_NOTO = ("Regular", "Italic", "Bold", "BoldItalic")
# Signs that Source lacks, and scripts of languages that a source may quote.
_NOTO_OTHERS = (
    *("NotoSansSymbols2", "NotoSansMath", "NotoNaskhArabic", "NotoSerifHebrew"),
    *("NotoSerifDevanagari", "NotoSerifBengali", "NotoSerifTamil", "NotoSerifThai"),
    *("NotoSerifGeorgian", "NotoSerifArmenian"),
)
PACKAGES = (
    # TrueType rather than CFF: every viewer and LibreOffice draw it alike.
    Package(
        "pip install font-source-serif-pro",
        tuple(f"SourceSerifPro-{style}.ttf" for style in _STYLES),
    ),
    Package(
        "pip install font-source-sans-pro",
        tuple(f"SourceSansPro-{style}.ttf" for style in _STYLES),
    ),
    Package(
        "apt-get install fonts-noto-core",
        (
            *(f"{family}-{style}.ttf" for family in ("NotoSerif", "NotoSans") for style in _NOTO),
            *(f"{family}-Regular.ttf" for family in _NOTO_OTHERS),
        ),
    ),
    Package(
        "apt-get install fonts-noto-cjk",
        (
            *("NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc"),
            *("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"),
        ),
    ),
)
_OURS = re.compile(r"(Source (Serif|Sans) Pro|Noto (Serif|Sans|Naskh Arabic))\b")


def ours(family: str) -> bool:
    """Return whether a family, as a font or a PDF names it, is one of ours."""
    return _OURS.match(family.replace("-", " ")) is not None
