"""A document as it came, before anything is made of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Its bytes; where they came from, if from the web; the encoding that the server says they are in.

    `asked_url` is the address that was asked for, where that led on to another.
    """

    content: bytes
    url: str | None = None
    charset: str | None = None
    asked_url: str | None = None
