"""Bytes into text, in whatever encoding they are; what is no text, too much or garbled is refused in one line."""

import codecs
import re

from charset_normalizer import from_bytes

from sayso.data.errors import Unreadable

MAX_BYTES = 20_000_000
_SAMPLE = 64_000  # bytes that the guess of an encoding looks at: the guess is slow, and the start tells enough
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
_META_CHARSET = re.compile(rb"<meta\s[^<>]{0,300}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
# what browsers understand by these names (WHATWG Encoding Standard)
_BROWSER_NAMES = {
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    "gb2312": "gb18030",
}
# Python's own, which no page is in, and which fail where others put a mark for what they cannot decode
_NO_ENCODINGS = ("idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ufeff]|[\ud800-\udfff]")
_CONTROL_BYTES = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_LINE_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BROKEN = "\N{REPLACEMENT CHARACTER}"
_MOST_BROKEN = 0.05  # of the characters that are not space: beyond that, words are guesswork
_MOST_CONTROL = 0.02


def decode(data: bytes, name: str, charset: str | None = None) -> str:
    """Decode the bytes of a document, which the server may say are in `charset`; line breaks become "\\n".

    A few broken bytes are repaired: U+FFFD stands where they stood, and a character cut off at the very end is
    dropped. Raises Unreadable for what is empty, binary, over 20 MB or garbled.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(name, f"larger than 20 MB ({len(data) / 1_000_000:.1f} MB)")
    if not data.strip():
        raise Unreadable(name, "empty")
    _refuse_binary(data, name)
    text = clean(_decoded(data, charset))
    if not text.strip():
        raise Unreadable(name, "empty")
    if _garbled(text):
        raise Unreadable(name, "garbled beyond repair, no encoding makes words of it")
    return text


def clean(text: str) -> str:
    """Line breaks become "\\n"; control characters and half characters go."""
    return _CONTROL.sub("", _LINE_BREAK.sub("\n", text))


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
    declared = _called(charset) or _declared(data)  # as browsers do: the server's word goes first
    if declared == "iso2022_jp" or not _is_utf8(data):
        return _legacy(data, declared)
    return _without_cut_end(data.decode("utf-8", "replace"))


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


def _is_utf8(data: bytes) -> bool:
    """Whether this is UTF-8, be it with a few broken bytes: far more of its characters are whole than broken."""
    text = data.decode("utf-8", "replace")
    if text.isascii():
        return True
    broken = text.count(_BROKEN) - data.count(_BROKEN.encode())
    if text.endswith(_BROKEN):
        broken -= 1
    whole = sum(1 for character in text[:_SAMPLE] if character > "\x7f" and character != _BROKEN)
    return broken <= 0 or whole > 4 * broken


def _declared(data: bytes) -> str | None:
    """The encoding that a page says it is in, by the name that Python has for it."""
    match = _META_CHARSET.search(data[:_HEAD])
    return _called(match[1].decode("ascii")) if match else None


def _called(charset: str | None) -> str | None:
    """The name that Python has for an encoding that a page or a server names; None for one it does not know."""
    name = (charset or "").lower()
    try:
        found = codecs.lookup(_BROWSER_NAMES.get(name, name)).name if name else None
    except (LookupError, ValueError):
        return None
    return None if found in _NO_ENCODINGS else found


def _legacy(data: bytes, declared: str | None) -> str:
    guess = from_bytes(data[:_SAMPLE]).best()
    for encoding in (declared, guess.encoding if guess else None):
        if encoding and encoding not in ("utf-8", "ascii") and _has_text(encoding):
            text = data.decode(encoding, "replace")
            if not _garbled(text):
                return text
    # neither fits: the commonest of all, and the bytes that it has no characters for show how broken it is
    return data.decode("utf-8" if declared == "utf-8" else "cp1252", "replace")


def _has_text(encoding: str) -> bool:
    """Some of Python's codecs make bytes of bytes (base64, zip): those are no encodings of text."""
    return codecs.lookup(encoding)._is_text_encoding


def _without_cut_end(text: str) -> str:
    return text[:-1] if text.endswith(_BROKEN) else text


def _garbled(text: str) -> bool:
    visible = len(text) - sum(map(text.count, " \n\t\r"))
    broken = text.count(_BROKEN) + len(_CONTROL.findall(text[:_SAMPLE]))
    return broken > max(_MOST_BROKEN * visible, 3) or text.count("?") > visible / 2 > 8
