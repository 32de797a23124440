"""Tags as WeasyPrint would not write them: foreign words have a language, and what breaks is one.

WeasyPrint 70 writes the document's language only, and an element for each piece of a paragraph, a
list or a table that is broken over columns. Its tag builder is a recursive generator that yields
one structure element a box; we amend it as it passes. The check of the finished file fails where
this has no effect.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from brief.writers.patched import patched

_WHOLE = ("/P", "/L", "/LI", "/Table", "/TBody")
"""Structure elements that are one however many boxes they are set in."""


@contextmanager
def whole_tags() -> Iterator[None]:
    """Tag the languages of foreign words, and what is broken over columns as one."""
    import pydyf  # type: ignore[import-untyped]
    from weasyprint.pdf import tags

    build = tags._build_box_tree
    begun: dict[Any, Any] = {}
    around: list[Any] = []

    def amended(box: Any, parent: Any, pdf: Any, *rest: Any) -> Iterator[Any]:
        node = box.element
        # A box of a node inside another of that node is a part of it, no piece that goes on.
        inner = node in around
        around.append(node)
        for element in build(box, parent, pdf, *rest):
            if node is not None and node.get("lang") and box.element_tag == "span":
                element["Lang"] = pydyf.String(node.get("lang"))
            if inner or element["S"] not in _WHOLE:
                yield element
                continue
            whole = (node.get("data-list", node), element["S"])
            first = begun.setdefault(whole, element)
            if first is not element:
                _append(first, element, pdf)
            if element["S"] == "/Table":
                _name_heads(first, pdf)
            if first is element:
                yield element
        around.pop()

    with patched(tags, "_build_box_tree", amended):
        yield


def _append(first: Any, second: Any, pdf: Any) -> None:
    """Move the content of a structure element to the end of another; the second is left out."""
    for reference in second["K"]:
        _object(reference, pdf)["P"] = first.reference
        first["K"].append(reference)


def _name_heads(table: Any, pdf: Any) -> None:
    """Let the cells of a table's later pieces name the heads of its first, as those beside do."""
    rows = [one for one in _below(table, pdf) if one["S"] == "/TR"]
    heads: list[Any] = []
    for row in rows:
        cells = [one for one in _below(row, pdf) if one["S"] in ("/TH", "/TD")]
        heads = heads or [cell["ID"] for cell in cells if cell["S"] == "/TH"]
        for head, cell in zip(heads, cells, strict=False):
            if cell["S"] == "/TD" and not cell["A"].get("Headers"):
                cell["A"]["Headers"] = type(table["K"])([head])


def _below(element: Any, pdf: Any) -> Iterator[Any]:
    """Yield the structure elements inside another, in reading order."""
    for reference in element["K"]:
        if isinstance(reference, int):  # content of a page
            continue
        one = _object(reference, pdf)
        if "S" in one:
            yield one
            yield from _below(one, pdf)


def _object(reference: Any, pdf: Any) -> Any:
    return pdf.objects[int(reference.split()[0])]
