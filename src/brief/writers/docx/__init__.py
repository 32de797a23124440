"""A brief in, an editable Word draft out."""

from brief.writers.docx.document import to_docx

__all__ = ["to_docx"]
