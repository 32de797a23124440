"""A brief in, an editable Word draft out."""

from brief.writers.docx.context import evidence_of
from brief.writers.docx.document import to_docx

__all__ = ["evidence_of", "to_docx"]
