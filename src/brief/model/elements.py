"""The elements of the markup that templates write, their attributes and roles, as data."""

from __future__ import annotations

_TABLE = """
brief series title subtitle summary by caption cell alt em strong:
heading: id level
p list callout table: id role
item quotation row: id
column: align width
exhibit: id of
link: href
foreign: lang
aside: level
dots: of shape
q num cite: of
"""
ATTRIBUTES = {
    tag: frozenset(attributes.split())
    for tags, _, attributes in (line.partition(":") for line in _TABLE.strip().split("\n"))
    for tag in tags.split()
}
ATTRIBUTES["list"] |= {"ordered"}
OPTIONAL = frozenset({"role", "ordered", "align", "width", "level"})
"""What may be left out."""
ROLES = {
    "p": frozenset({"lead", "source-line", "caption", "small"}),
    "list": frozenset({"questions", "inference"}),
    "callout": frozenset({"bottom-line", "key-judgements", "margin", "box", "method"}),
}
