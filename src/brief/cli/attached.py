"""The bytes of a finished PDF in; the brief that is attached to it as its evidence, out."""

from __future__ import annotations

from pydantic import ValidationError

from brief.errors import error
from brief.model.brief import Brief


def evidence_in(data: bytes, file: str) -> Brief:
    """Return the brief that is attached to a PDF."""
    from brief.check.pdf import EVIDENCE, attachment, unreadable

    try:
        found = attachment(data, EVIDENCE)
    except Exception as problem:  # pikepdf raises several kinds for a broken file
        raise error("pdf-broken", file, unreadable(problem)) from problem
    if found is None:
        raise error(
            "evidence-missing",
            file,
            f"no {EVIDENCE} is attached, so nothing can be verified.",
            "Was it printed anew, or made by another program?",
        )
    try:
        return Brief.model_validate_json(found)
    except ValidationError as problem:
        first = problem.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "content"
        raise error(
            "evidence-broken", file, f"the attached evidence is not a brief ({where})."
        ) from problem
