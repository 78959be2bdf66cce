"""Bytes into text, in whatever encoding they are; what is no text, too much or garbled is refused in one line."""

import codecs
import re

from sayso.data.errors import Unreadable
from sayso.data.limits import ensure_fits
from sayso.reading import charsets
from sayso.reading.mojibake import mended

_SAMPLE = 64_000  # bytes that tell what a document is
_HEAD = 4096
_BYTE_ORDER_MARKS = (
    *((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be")),
    *((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")),
)
_BINARY = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "ZIP",
    b"\x1f\x8b": "gzip",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\x7fELF": "ELF",
    b"\xd0\xcf\x11\xe0": "Microsoft Office",
    b"SQLite format 3\0": "SQLite",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"\x28\xb5\x2f\xfd": "zstd",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ufeff\ud800-\udfff]")
_CONTROL_BYTES = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_LINE_BREAKS = ("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")
_BROKEN = "\N{REPLACEMENT CHARACTER}"
_MOST_BROKEN = 0.05  # of the characters that are not space: beyond that, words are guesswork
_MOST_CONTROL = 0.02


def decode(data: bytes, name: str, charset: str | None = None) -> str:
    """Decode the bytes of a document, which the server may say are in `charset`; line breaks become "\\n".

    A few broken bytes are repaired: U+FFFD stands where they stood, and a character cut off at the very end is
    dropped. Raises Unreadable for what is empty, binary, over 20 MB or garbled.
    """
    ensure_fits(len(data), name)
    if not data.strip():
        raise Unreadable(name, "empty")
    _refuse_binary(data, name)
    text = clean(mended(_decoded(data, charset)))
    if not text.strip():
        raise Unreadable(name, "empty")
    if _garbled(text):
        raise Unreadable(name, "garbled beyond repair, no encoding makes words of it")
    return text


def clean(text: str) -> str:
    """Line breaks become "\\n"; control characters and half characters go."""
    for mark in _LINE_BREAKS:  # quicker than any pattern, as most texts have none of them
        if mark in text:
            text = text.replace(mark, "\n")
    return _CONTROL.sub("", text)


def _refuse_binary(data: bytes, name: str) -> None:
    for signature, format_name in _BINARY.items():
        if data.startswith(signature):
            raise Unreadable(name, f"binary data ({format_name}), not text")
    if _marked(data) or _wide(data):
        return
    sample = data[:_SAMPLE]
    control = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    if control > _MOST_CONTROL * len(sample):
        raise Unreadable(name, "binary data, not text")


def _decoded(data: bytes, charset: str | None) -> str:
    if encoding := _marked(data) or _wide(data):
        return _without_cut_end(data.decode(encoding, "replace")).removeprefix("\ufeff")
    said = charsets.called(charset) or charsets.declared(data)  # as browsers do: the server's word goes first
    if said == "iso2022_jp":
        return _legacy(data, said)
    text = _utf8(data)
    return _legacy(data, said) if text is None else text


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), None)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: of Latin text, every other byte is nought."""
    sample = data[:_HEAD]
    half = len(sample) // 2
    if half >= 8:
        for first, encoding in ((0, "utf-16-be"), (1, "utf-16-le")):
            if sample[first::2].count(0) > 0.6 * half and sample[1 - first :: 2].count(0) < 0.1 * half:
                return encoding
    return None


def _utf8(data: bytes) -> str | None:
    """The text if this is UTF-8, be it with a few broken bytes: far more of its characters are whole than broken."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    broken = text.count(_BROKEN) - data.count(_BROKEN.encode()) - text.endswith(_BROKEN)
    whole = sum(1 for character in text[:_SAMPLE] if character > "\x7f" and character != _BROKEN)
    return _without_cut_end(text) if broken <= 0 or whole > 4 * broken else None


def _legacy(data: bytes, said: str | None) -> str:
    """What the likeliest encoding makes of the bytes that does not garble them."""
    for encoding in charsets.candidates(data, said):
        text = data.decode(encoding, "replace")
        if not _garbled(text):
            return text
    # none fits: the bytes that it has no characters for show how broken it is
    return data.decode("utf-8" if said == "utf-8" else "cp1252", "replace")


def _without_cut_end(text: str) -> str:
    return text[:-1] if text.endswith(_BROKEN) else text


def _garbled(text: str) -> bool:
    visible = len(text) - sum(map(text.count, " \n\t\r"))
    broken = text.count(_BROKEN) + len(_CONTROL.findall(text[:_SAMPLE]))
    return broken > max(_MOST_BROKEN * visible, 3) or text.count("?") > visible / 2 > 8
