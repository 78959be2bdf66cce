"""E-mail: a newsletter as it was saved, and whole mailboxes of them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import BinaryIO, cast

from sayso.data.errors import Unreadable
from sayso.data.found import Found, Given
from sayso.data.limits import MOST_BYTES
from sayso.inputs.format import Columns, Format, Member

_FIELD = re.compile(rb"([!-9;-~]{2,60}):[ \t]")
_TELLING = {
    *(b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to", b"content-transfer-encoding"),
    *(b"dkim-signature", b"list-unsubscribe", b"x-mailer"),
}
_COMMON = {b"from", b"to", b"subject", b"date", b"reply-to", b"content-type"}
_MBOX = re.compile(rb"From \S+ +\w{3} \w{3} [ \d]\d \d\d:\d\d")
_OF_LISTS = ("List-Id", "List-Unsubscribe", "List-Post")
_FULL_TEXT = 0.3
"""A part of plain text with less than this share of the HTML's letters is a hint to open the HTML."""


def is_mail(head: bytes) -> bool:
    """Whether it begins with fields of a header, of which some are in every letter."""
    names = field_names(head)
    return bool(names & _TELLING) and len(names & (_COMMON | _TELLING)) >= 3


def field_names(head: bytes) -> set[bytes]:
    """The names of the fields above the first empty line, in small letters; none where something else stands there."""
    names = set()
    for line in head.lstrip(b"\r\n").splitlines():
        if not line.strip():
            break
        if line[:1] in b" \t":
            continue
        if not (field := _FIELD.match(line + b" ")):
            return set()
        names.add(field[1].lower())
    return names


def parsed(content: bytes, name: str) -> EmailMessage:
    """A message; raises Unreadable where nothing can be made of it."""
    try:
        return message_from_bytes(content.lstrip(b"\r\n"), policy=policy.default)
    except (ValueError, LookupError, IndexError) as error:
        raise Unreadable(name, f"it is no e-mail that can be read: {error}") from error


def header(message: EmailMessage, name: str) -> str | None:
    """A field as words; None where it is missing or cannot be decoded."""
    try:
        return " ".join(str(message[name] or "").split()) or None
    except (ValueError, LookupError, IndexError):
        return None


def text_of(part: EmailMessage) -> bytes:
    """A part's text in UTF-8, decoded from whatever it was sent in."""
    content = cast(bytes, part.get_payload(decode=True) or b"")
    try:
        return content.decode(part.get_content_charset("utf-8"), "replace").encode()
    except LookupError:
        return content


def _letter(found: Found, name: str) -> Found:
    message = parsed(found.content, name)
    content = _body(message, name)
    sender, address = parseaddr(header(message, "From") or "")
    is_outlet = any(message[field] for field in _OF_LISTS) or _is_site(sender, address)
    given = Given(
        title=header(message, "Subject"),
        published=header(message, "Date"),
        outlet=(sender or None) if is_outlet else None,
        byline=(sender,) if sender and not is_outlet else (),
        found_in="e-mail",
    )
    return replace(
        found,
        content=content,
        url=found.url,
        charset="utf-8",
        given=found.given.or_else(given),
        media_type="message/rfc822",
    )


def _is_site(sender: str, address: str) -> bool:
    """Whether the sender is called as the site is: "The Tarn Post" at tarnpost.example is no person."""
    names = [part for part in address.rpartition("@")[2].lower().split(".")[:-1] if len(part) > 3]
    called = "".join(filter(str.isalnum, sender.lower()))
    return any(name.replace("-", "") in called for name in names)


def _body(message: EmailMessage, name: str) -> bytes:
    """Its text once: the plain part, unless that only says to look at the other."""
    plain, html = (message.get_body((kind,)) for kind in ("plain", "html"))
    texts = [text_of(cast(EmailMessage, part)) if part else b"" for part in (plain, html)]
    if not any(text.strip() for text in texts):
        raise Unreadable(name, "an e-mail without text")
    return texts[0] if _letters(texts[0]) >= _FULL_TEXT * _letters(_untagged(texts[1])) else texts[1]


def _untagged(html: bytes) -> bytes:
    bare = re.sub(rb"<(style|script|head)\b.*?</\1\s*>", b" ", html, flags=re.DOTALL | re.IGNORECASE)
    return re.sub(rb"<[^<>]{0,5000}>", b" ", bare)


def _letters(text: bytes) -> int:
    return sum(map(len, text.split()))


def _messages(file: BinaryIO, name: str, columns: Columns) -> Iterator[Member]:
    """Message by message, however large the box: a line "From …" after an empty one begins the next."""
    number, lines, size, after_empty = 0, list[bytes](), 0, True
    for line in file:
        if after_empty and _MBOX.match(line):
            if lines:
                number += 1
                yield _message(f"{name}/{number}", lines, size)
            lines, size = [], 0
            continue
        after_empty = not line.strip()
        size += len(line)
        if size <= MOST_BYTES:
            lines.append(line[1:] if re.match(rb">+From ", line) else line)
    if lines:
        yield _message(f"{name}/{number + 1}", lines, size)


def _message(name: str, lines: list[bytes], size: int) -> Member:
    if size > MOST_BYTES:
        return Member(name, Unreadable(name, f"it is larger than {MOST_BYTES // 1_000_000} MB"))
    return Member(name, Found(b"".join(lines)))


MAIL = Format("e-mail", "a message as .eml: subject, date and sender, its text once", is_mail, unwrap=_letter)
MBOX = Format("mbox", "a mailbox, message by message", lambda head: bool(_MBOX.match(head)), members=_messages)
