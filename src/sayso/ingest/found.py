"""A document as it came, before anything is made of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Its bytes; where they came from, if from the web; the encoding that the server says they are in."""

    content: bytes
    url: str | None = None
    charset: str | None = None
