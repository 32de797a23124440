"""Stage: the brief as edited in; the finished PDF, with its evidence attached, out."""

from __future__ import annotations

from brief.check.content import check_brief
from brief.check.pdf import EVIDENCE
from brief.errors import BriefError
from brief.model.brief import Brief
from brief.writers.page_room import PageLayout
from brief.writers.pdf import Attachment, fitted
from brief.writers.style import Style


def publish(brief: Brief, evidence: str, style: Style) -> tuple[bytes, PageLayout]:
    """Return the PDF of a brief and how it was laid out.

    `evidence` is the brief as canonical JSON; it goes into the PDF, so that a recipient can
    check the file. Raises `BriefError` when a statement, quotation or number does not trace,
    a glyph is missing or a font was replaced.
    """
    problems = [found for found in check_brief(brief) if found.severity == "error"]
    if problems:
        raise BriefError(*problems)
    rendered = fitted(brief, style)
    attached = Attachment(
        name=EVIDENCE,
        data=evidence.encode("utf-8"),
        description="Where each statement, quotation and number of this brief comes from",
    )
    return rendered.pdf((attached,)), rendered.layout()
