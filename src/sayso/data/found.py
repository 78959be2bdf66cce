"""A document as it came, before anything is made of it."""

from dataclasses import dataclass, fields
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of an article beside its own words: from the user, or from what it came packed in.

    It holds before what the article tells of itself. Dates are words, as `found_in` has them: "an option", "its row".
    """

    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    found_in: str = "given"

    def or_else(self, other: "Given") -> "Given":
        """The same, with what is missing filled in from another place."""
        mine = {each.name: getattr(self, each.name) for each in fields(self)}
        told = {name: value or getattr(other, name) for name, value in mine.items()}
        return Given(**told | {"found_in": self.found_in if self.published else other.found_in})


NOTHING_KNOWN = Given()


class Spoken(NamedTuple):
    """Words of a recording, and when they begin, in seconds from its beginning."""

    start: float
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """Its bytes; where they came from, if from the web; the encoding that the server says they are in; what is known.

    `asked_url` is the address that was asked for, where that led on to another; `media_type` is what they were before
    they were unpacked, where they came in a format of files. `spoken` are the words of a recording, in their order,
    each stretch with when it begins.
    """

    content: bytes
    url: str | None = None
    charset: str | None = None
    asked_url: str | None = None
    given: Given = NOTHING_KNOWN
    media_type: str | None = None
    spoken: tuple["Spoken", ...] = ()
