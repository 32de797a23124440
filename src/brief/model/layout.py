"""How the files of a brief are set, and the words that their writers set around it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from brief.model.base import Model


class Layout(Model):
    """How the finished files are set, settled before the formats part."""

    paper: Literal["A4", "Letter"]
    language: str
    """BCP 47 tag of our own text: `en-GB`, `en-US`, `en`, `ja`."""
    pages: Annotated[int, Field(ge=1, le=8)] = 2
    quotes: tuple[str, str] = ("“", "”")


class Labels(Model):
    """Words of ours that the writers set: running heads, page numbers, section names."""

    notes: str = "Notes"
    references: str = "Sources"
    page: str = "Page {page} of {pages}"
    marks: str = "Sources:"
    """Before the key to the dots beside a list."""
    author: str = "author"
    voice: str = "reported voice"
    """What the marks of the chart of stances are."""
    series: str = ""
    """What kind of document it is and for whom, above the title; the running head without one."""
    running: str = ""
    """Running head: short title and date."""
    footer: str = ""
    """Handling line and draft status."""
    first_running: str = ""
    """Head of the first page: we set none, a person may."""
    first_footer: str | None = None
    """Foot of the first page, where a person made it another than that of the others."""

    @property
    def footer_on_first(self) -> str:
        """The foot of the first page."""
        return self.footer if self.first_footer is None else self.first_footer
