"""A brief in, an editable Word draft out."""

from brief.writers.docx.document import to_docx
from brief.writers.docx.evidence import evidence_of

__all__ = ["evidence_of", "to_docx"]
