"""Stage: a document and a question in; the summary that grounding admits out."""

from __future__ import annotations

from collections.abc import Sequence

from brief.engines.rules import engine
from brief.grounding import admit
from brief.model.document import Document
from brief.model.question import Question
from brief.model.review import Review
from brief.model.summary import Summary
from brief.reviews import apply_reviews


def summarize(
    document: Document, raw: str, question: Question, reviews: Sequence[Review] = ()
) -> Summary:
    """Return the summary of a document, corrected by the reviews of its seed.

    `raw` is the decoded seed. A pure function of its arguments and the engine's version.
    A document without articles (an unusable seed) gives a summary without articles.
    Raises `BriefError` when anything in the summary does not trace to `raw`.
    """
    proposed = engine.summarize(document, question)
    told = proposed.model_copy(
        update={"inputs": document.inputs, "diagnostics": document.diagnostics}
    )
    corrected = apply_reviews(told, document, question, reviews)
    return admit(corrected, document, raw)
