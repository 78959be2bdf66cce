"""Bytes in any encoding become text; what is no text is refused in one clear line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.data.article import Article
from sayso.data.errors import Unreadable
from sayso.reading import read_document
from sayso.reading.decode import decode

STORY = "Zoë Ålund, the mayor’s deputy, said: “We won’t wait.” The café by the harbour was flooded. " * 3
GERMAN = "Der Bürgermeister sagte, die Brücke müsse größer werden. Später äußerte er Zweifel an den Plänen. " * 4
RUSSIAN = "Мэр города сказала в понедельник, что стена гавани будет поднята на метр. " * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_in_any_encoding_reads_the_same(encoding: str) -> None:
    assert (
        decode(STORY.replace("Ålund", "Alund").encode(encoding), "a").strip() == STORY.replace("Ålund", "Alund").strip()
    )


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (GERMAN, "iso-8859-1")])
def test_old_encodings_are_guessed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a") == text


def test_a_page_may_say_its_encoding() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>'
    assert RUSSIAN in decode(page.encode("cp1251"), "a")


def test_a_server_may_say_it_and_goes_first() -> None:
    page = f'<html><head><meta charset="koi8-r"></head><body><p>{RUSSIAN}</p></body></html>'.encode("windows-1251")
    assert RUSSIAN in decode(page, "page.html", "Windows-1251")
    for unknown in ("klingon", "idna", "a\0b", "é", ""):
        assert RUSSIAN in decode(page.replace(b"koi8-r", b"windows-1251"), "page.html", unknown)


@pytest.mark.parametrize("charset", ["idna", "punycode", "undefined", "unicode_escape", "base64"])
def test_what_is_an_encoding_for_python_alone_is_none(charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><p>Le café est fermé.</p></body></html>'
    assert "café est" in decode(page.encode("cp1252"), "page.html")


def test_line_breaks_become_newlines() -> None:
    assert decode("a\r\nb\rc\u2028d".encode(), "a") == "a\nb\nc\nd"


def test_a_character_cut_off_at_the_end_is_dropped() -> None:
    assert decode("The café".encode()[:-1], "a") == "The caf"


def test_a_few_broken_bytes_are_marked_and_the_rest_is_read() -> None:
    broken = STORY.encode().replace("café".encode(), b"caf\xe9", 1)
    text = decode(broken, "a")
    assert "The caf\N{REPLACEMENT CHARACTER} by" in text
    assert "The café by" in text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "binary data (PDF), not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary data (PNG), not text"),
        (bytes(range(256)) * 20, "binary data, not text"),
        (b"x" * 20_100_000, "it is larger than 20 MB (20.1 MB)"),
        (("\N{REPLACEMENT CHARACTER}" * 5 + "word ").encode() * 50, "garbled beyond repair"),
        (b"??? ????? ???? ?? ??????? ????. " * 20, "garbled beyond repair"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_document(data, "bad.bin")
    assert str(refusal.value).startswith(f"bad.bin: {why}")
    assert "\n" not in str(refusal.value)


@settings(deadline=None, max_examples=40)
@given(st.one_of(st.binary(), st.binary().map(lambda tail: b"<html><body><p>The mayor resigned.</p>" + tail)))
def test_any_bytes_give_an_article_or_one_clear_line(data: bytes) -> None:
    try:
        article = read_document(data, "any")
    except Unreadable as error:
        refusal = str(error)
    else:
        assert isinstance(article, Article)
        return
    assert refusal.startswith("any: ")
