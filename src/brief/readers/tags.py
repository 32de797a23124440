"""A text in, the same without the tags and entities that a page of HTML left in it out.

A converter that does its work by halves leaves `<span style="...">`, `<br/>` and `&nbsp;` among
the words. None of them is a word: a tag that parts lines becomes the end of one, any other goes,
and an entity becomes the sign that it stands for. `a < b` and `AT&T` stay as they are.
"""

from __future__ import annotations

import html
import re

_INLINE = (
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span"
    "|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_BLOCK = (
    "address|article|aside|blockquote|body|br|button|caption|center|dd|div|dl|dt|fieldset"
    "|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|img|input|label|legend|li"
    "|link|main|meta|nav|noscript|object|ol|option|p|picture|section|select|source|svg|table"
    "|tbody|td|tfoot|th|thead|title|tr|ul|video"
)
# Attributes: `class="x"`, `href='y'`, `width=3`, `hidden`.
_ATTRIBUTES = r"(?:\s+[\w:@.-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>=`]+))?)*\s*/?"
# "< /p>", "< br />": a translator of pages sets a blank into them.
_OPEN = r"<(?:\s?/|\s(?=br\b))?"
_PARTING = re.compile(rf"\s*{_OPEN}(?:{_BLOCK}){_ATTRIBUTES}>\s*", re.IGNORECASE)
_AMID = re.compile(rf"{_OPEN}(?:{_INLINE}){_ATTRIBUTES}>", re.IGNORECASE)
# "<excerpt/>", "<toc />": an element of a site's own that holds nothing.
_EMPTY = re.compile(r"<[A-Za-z][\w-]*\s?/>")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|[A-Za-z][A-Za-z\d]{1,30});")
_BLANK = re.compile(r"\n\s*\n")


def without_tags(text: str) -> str:
    """Return a text without tags, and with the signs that entities stand for."""
    if "<" in text:
        text = _PARTING.sub(_parted, text)
        text = _EMPTY.sub("", _AMID.sub("", text))
    return _ENTITY.sub(_meant, text) if "&" in text else text


def _parted(tag: re.Match[str]) -> str:
    """Return the end of a line, or of a paragraph where one stands beside the tag."""
    return "\n\n" if _BLANK.search(tag.group()) else "\n"


def _meant(entity: re.Match[str]) -> str:
    sign = html.unescape(entity.group())
    return sign if sign.isprintable() or sign == "\xa0" or sign == "\xad" else entity.group()
