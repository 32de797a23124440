"""Bytes to text: encodings, and the one clear line for what is no text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.errors import BriefError
from brief.readers import decode, read

TEXT = "The harbor has two flags – and one мост, 港口.\r\nNobody asks.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_line_ends_as_they_are(encoding: str) -> None:
    """UTF-8 with or without a mark, UTF-16 and UTF-32 with one give the same text."""
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


@pytest.mark.parametrize("endian", ["be", "le"])
def test_utf_16_of_either_order_is_read(endian: str) -> None:
    """A byte order mark tells the order; it is no part of the text."""
    data = ("\ufeff" + TEXT).encode(f"utf-16-{endian}")
    assert decode(data, "a.txt") == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le"])
def test_utf_16_without_a_mark_is_known_by_its_zeros(encoding: str) -> None:
    """Every other byte of it is zero; in what is no text zeros stand anywhere."""
    text = TEXT.replace("port", "gate") * 40
    assert decode(text.encode(encoding), "a.txt") == text
    with pytest.raises(BriefError, match="binary"):
        decode(b"\x00\x00\x00\x07" * 400, "a.txt")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Das Café hat für Gäste geöffnet, heißt es.", "cp1252"),
        ("Порт закрыт до весны, говорят моряки.", "cp1251"),
        ("Порт закрыт до весны, говорят моряки.", "koi8-r"),
        ("两国的港口已经关闭，没有人知道原因。", "gb18030"),
        ("両国の港は閉鎖されました。", "shift_jis"),
    ],
)
def test_a_legacy_encoding_is_one_line_that_says_where(text: str, encoding: str) -> None:
    """The message names the byte and the line where UTF-8 breaks, and what to do."""
    data = b"One good line.\n" + text.encode(encoding)
    with pytest.raises(BriefError) as caught:
        decode(data, "a.txt")
    message = str(caught.value)
    assert message.startswith("a.txt:2: error: unknown encoding: not UTF-8 from byte ")
    assert "iconv" in message
    assert message.endswith("[seed-encoding]")
    assert "\n" not in message


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "seed-empty", "empty"),
        (b" \n\t\r\n ", "seed-empty", "empty"),
        ("\ufeff\u3000\n".encode(), "seed-empty", "blanks"),
        (b"%PDF-1.7\n...", "seed-not-text", "PDF"),
        (b"PK\x03\x04....", "seed-not-text", "DOCX"),
        (b"\xd0\xcf\x11\xe0....", "seed-not-text", "Word"),
        (b"{\\rtf1\\ansi}", "seed-not-text", "RTF"),
        (b"\xef\xbb\xbf{\\rtf1\\ansi}", "seed-not-text", "RTF"),
        (b"\n\n%PDF-1.7\n...", "seed-not-text", "PDF"),
        (b"&lt;p&gt;They trade.&lt;/p&gt; &lt;p&gt;So.&lt;/p&gt;", "seed-not-text", "HTML"),
        (b"\n <!DOCTYPE html><html><body>x</body></html>", "seed-not-text", "HTML"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "seed-not-text", "HTML"),
        (b"a word " * 600_000, "seed-too-large", "4.2 MB"),
        (b"text with a \x00 byte", "seed-binary", "binary"),
        (bytes(range(1, 32)) * 20, "seed-binary", "binary"),
        (b"\x7fELF\x02\x01\x01\x03\x04\x05\x06\x07\x08\xff\xfe\x01\x02", "seed-binary", "binary"),
    ],
)
def test_what_is_no_text_is_said_plainly(data: bytes, code: str, words: str) -> None:
    """Each kind of unusable file has its own code and one line with a hint."""
    with pytest.raises(BriefError) as caught:
        decode(data, "a.txt")
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == code
    assert words in diagnostic.message
    assert diagnostic.hint
    assert "\n" not in str(diagnostic)


def test_a_file_of_another_type_is_refused() -> None:
    """A suffix without a reader is an error that names the readable ones."""
    for file in ("a.docx", "README"):
        with pytest.raises(BriefError, match=r"\.md and \.txt.*seed-type"):
            read(file, b"The harbor has two flags.")


def test_a_suffix_may_be_in_capitals() -> None:
    """`A.TXT` is a text."""
    document, _ = read("A.TXT", b"The harbor has two flags, and nobody knows why.")
    assert document.seed.id == "A"


@pytest.mark.parametrize(
    "text", ["Home\nAbout\nContact\n", "1234 5678\n", "Title only", "!!! ??? ...", "Yes."]
)
def test_a_file_without_a_sentence_is_refused(text: str) -> None:
    """Menus, numbers and single words are no text that could be quoted."""
    with pytest.raises(BriefError, match="seed-no-sentences"):
        read("a.txt", text.encode())


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), min_size=1))
def test_offsets_count_characters_of_the_decoded_text(text: str) -> None:
    """Decoding gives back every character that was written and can be seen."""
    text = unicodedata.normalize("NFC", f"A text, {text}")
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("The har\u00adbor is an al\u00adli\u00adance.", "The harbor is an alliance."),
        ("The har\u200bbor\u2060 and \u202athe quay\u202c.", "The harbor and the quay."),
        ("The har\u200cbor.", "The harbor."),
        ("\u0645\u06cc\u200c\u0631\u0648\u0645", "\u0645\u06cc\u200c\u0631\u0648\u0645"),
        ("Jose\u0301 Mu\u0308ller", "Jos\u00e9 M\u00fcller"),
        ("The \x1b[1;31mharbor\x1b[0m is red.", "The harbor is red."),
    ],
)
def test_what_nobody_sees_parts_no_word(written: str, meant: str) -> None:
    """A word is found and quoted as it reads, however a site or a terminal has set it."""
    assert decode(written.encode(), "a.txt") == meant


def test_a_text_encoded_twice_is_read_as_it_was_meant() -> None:
    """`donâ€™t` is `don’t` where the whole file can be read back; else the text stays."""
    meant = "They don’t ally — “not yet” — says José."
    twice = "".join(
        bytes([byte]).decode("latin-1" if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "cp1252")
        for byte in meant.encode()
    )
    assert decode(twice.encode(), "a.txt") == meant
    assert decode(f"{twice} 中国".encode(), "a.txt") == f"{twice} 中国"


@pytest.mark.parametrize(
    "text",
    [
        "<div><h1>Title</h1>\n<p>They do not ally.</p>\n<p>They trade.</p></div>",
        '{"title": "Title", "text": "They do not ally; they trade, and both know why."}',
    ],
)
def test_a_page_marked_up_for_machines_is_refused(text: str) -> None:
    """A part of an HTML page and JSON are refused in one line; no tag is ever quoted."""
    with pytest.raises(BriefError) as caught:
        decode(text.encode(), "a.md")
    assert [one.code for one in caught.value.diagnostics] == ["seed-not-text"]
