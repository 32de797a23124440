"""Raw bytes in, text out: what is not text in a known encoding is refused in one clear line.

UTF-8 and UTF-16 are read with or without a byte order mark, UTF-32 with one. The mark itself is
no part of the text, nor are tags that HTML left in it and signs that nobody sees (soft hyphens,
marks of direction, colors of a terminal); `&mdash;` is the sign it stands for, and a letter with
its accent is one character. Everything else is kept as it stands, line ends included, because every
offset in the product counts characters of exactly this text.
"""

from __future__ import annotations

import codecs
import json
import re
import unicodedata

from brief.errors import BriefError, error
from brief.readers.tags import without_tags

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# First bytes of what people put in a folder by mistake.
MAGIC = (
    (b"%PDF", "a PDF file", "Copy its text to a .txt file, or use 'pdftotext -layout'."),
    (b"PK\x03\x04", "a zip file (DOCX, ODT, EPUB ...)", "Save it as plain text (UTF-8)."),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "Save it as plain text (UTF-8)."),
    (b"{\\rtf", "an RTF file", "Save it as plain text (UTF-8)."),
    (b"\x89PNG", "a PNG image", "Put the text itself in the file."),
    (b"\xff\xd8\xff", "a JPEG image", "Put the text itself in the file."),
    (b"GIF8", "a GIF image", "Put the text itself in the file."),
    (b"\x1f\x8b", "a gzip file", "Unpack it first."),
)
HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
TAG = re.compile(r"</(?:p|div|h[1-6]|li|ul|ol|article|section|td|tr|body)\s*>", re.IGNORECASE)
# A text may hold some tags; of a page every other line is one.
LEAST_TAGS = 2
WORDS_TO_A_TAG = 60
JSON = re.compile(r"\s*(?:\{\s*\"|\[\s*[{\"])")
# What "’", "“", "é" become when UTF-8 is taken for Windows-1252.
TWICE = re.compile("â€|Ã[\u0080-\u00bf]")
# What shapes a line and is no part of a word. Joiners stay where another script needs them.
UNSEEN = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
    r"|(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])|\x1b\[[\d;]*[A-Za-z]"
)
# A text pasted from a terminal has a few control characters; a picture has one in eight.
MOST_CONTROL = 0.02
# Of the bytes of UTF-16: of Latin letters every other one is zero, of other scripts fewer are.
ENOUGH_ZEROS = 0.3
STRAY_ZEROS = 0.01
# A long book has one million letters; what is larger is data, and would take minutes to read.
MOST_BYTES = 4_000_000


def decode(data: bytes, file: str) -> str:
    """Return the text of a file's bytes; `file` is its name, used in messages only.

    Raises `BriefError`: `seed-empty`, `seed-not-text`, `seed-too-large`, `seed-binary` or
    `seed-encoding`.
    """
    if not data.strip():
        raise error("seed-empty", file, "the file is empty.", "Put a text in it or remove it.")
    _refuse_formats(data, file)
    if len(data) > MOST_BYTES:
        raise error(
            "seed-too-large",
            file,
            f"{len(data) / 1e6:.1f} MB are more than a text; the most is {MOST_BYTES // 10**6} MB.",
            "Part it into the texts it holds.",
        )
    encoding, mark = _encoding(data)
    if encoding == "utf-8" and b"\x00" in data:
        raise _binary(file, f"a zero byte at byte {data.index(0)}")
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as problem:
        raise _bad_byte(file, data, problem.start + len(mark), encoding) from None
    if not text.strip():
        raise error(
            "seed-empty", file, "the file holds only blanks.", "Put a text in it or remove it."
        )
    text = unicodedata.normalize("NFC", UNSEEN.sub("", _mended(text)))
    _refuse_markup(text, file)
    text = without_tags(text)
    _refuse_markup(text, file)  # what entities stood for may be a page's source
    controls = sum(1 for _ in CONTROL.finditer(text))
    if controls > max(2, MOST_CONTROL * len(text)):
        raise _binary(file, f"{controls} control characters in {len(text)}")
    return text


def _refuse_formats(data: bytes, file: str) -> None:
    head = data[:2000].removeprefix(codecs.BOM_UTF8)
    for magic, name, hint in MAGIC:
        if head.lstrip().startswith(magic):
            raise error("seed-not-text", file, f"this is {name}, not a text.", hint)
    if HTML.match(head):
        raise error(
            "seed-not-text",
            file,
            "this is an HTML page, not a text.",
            "Open it in a browser and save or copy its text as UTF-8.",
        )


def _refuse_markup(text: str, file: str) -> None:
    """Refuse what is marked up for machines: a part of an HTML page, or JSON."""
    tags = sum(1 for _ in TAG.finditer(text, 0, 100_000))
    if tags >= LEAST_TAGS and tags * WORDS_TO_A_TAG > len(text[:100_000].split()):
        raise error(
            "seed-not-text",
            file,
            f"this is a part of an HTML page, not a text ({tags} tags).",
            "Open it in a browser and save or copy its text as UTF-8.",
        )
    if JSON.match(text):
        try:
            json.loads(text)
        except (ValueError, RecursionError):
            return
        raise error("seed-not-text", file, "this is JSON, not a text.", "Put the text in the file.")


def _mended(text: str) -> str:
    """Return a text that was encoded twice as it was meant: `don’t`, where it reads `donâ€™t`.

    Only where the whole of it can be read back; else it stays as it stands.
    """
    if not TWICE.search(text):
        return text
    try:
        data = b"".join(
            sign.encode("latin-1" if "\x80" <= sign <= "\x9f" else "cp1252") for sign in text
        )
        return data.decode("utf-8")
    except UnicodeError:
        return text


def _encoding(data: bytes) -> tuple[str, bytes]:
    for mark, name in BOMS:
        if data.startswith(mark):
            return name, mark
    return _unmarked(data), b""


def _unmarked(data: bytes) -> str:
    """Return the encoding of a text without a mark: UTF-16 where every other byte is zero."""
    head = data[:4_000]
    first, second = head[::2].count(0), head[1::2].count(0)
    fewest, most = ENOUGH_ZEROS * len(head), STRAY_ZEROS * len(head)
    if second > fewest and first <= most:
        return "utf-16-le"
    return "utf-16-be" if first > fewest and second <= most else "utf-8"


def _binary(file: str, why: str) -> BriefError:
    return error(
        "seed-binary",
        file,
        f"this is binary data, not text ({why}).",
        "Save the document as plain text (UTF-8).",
    )


def _bad_byte(file: str, data: bytes, at: int, encoding: str) -> BriefError:
    """Return the error that names the first byte which breaks the encoding."""
    if CONTROL.search(data[:1000].decode("latin-1")) and _share_of_controls(data[:1000]) > 0.05:
        return _binary(file, f"the byte 0x{data[at]:02x} at byte {at}")
    line = data.count(b"\n", 0, at) + 1
    name = encoding.upper()
    return error(
        "seed-encoding",
        f"{file}:{line}",
        f"unknown encoding: not {name} from byte {at} (0x{data[at]:02x}) on.",
        "Save the file as UTF-8 ('iconv -f OLD -t UTF-8' converts it).",
    )


def _share_of_controls(data: bytes) -> float:
    return len(CONTROL.findall(data.decode("latin-1"))) / len(data)
