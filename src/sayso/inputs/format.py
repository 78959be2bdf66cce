"""What a format of files is: how it is told, and what is made of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import BinaryIO

from sayso.data.errors import Unreadable
from sayso.data.found import Found

HEAD = 64 * 1024
"""How many of its first bytes tell what a file is."""

Columns = dict[str, str]
"""Which column of a table holds what: {"title": "headline"}."""


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses that a document lists, in its order."""

    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file that is no article, nor holds any: what it is, "JPEG picture"."""

    kind: str


@dataclass(frozen=True, slots=True)
class Member:
    """One of what a file holds: a document, why there is none, or a stream that is a file itself."""

    name: str
    what: "Found | Unreadable | PassedOver | Links | BinaryIO"


Unwrap = Callable[[Found, str], Found]
"""One document out of its wrapping: text or HTML, with what the wrapping tells of it. Raises Unreadable."""

Members = Callable[[BinaryIO, str, Columns], Iterator[Member]]
"""The documents that a file holds, one after another as they are asked for. Raises Unreadable where it is broken."""

Listed = Callable[[bytes, str], Links]
"""The addresses that a document lists. Raises Unreadable."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, a line on it, how its first bytes tell it, and one thing that is done with it.

    A format with nothing that is done is told by name and passed over. `seeks` is whether its members are read from
    any place of the file; `needs` are libraries that an `extra` brings.
    """

    name: str
    about: str
    is_it: Callable[[bytes], bool]
    unwrap: Unwrap | None = None
    members: Members | None = None
    links: Listed | None = None
    seeks: bool = False
    media_type: str | None = None
    needs: tuple[str, ...] = ()
    extra: str = ""

    @property
    def is_there(self) -> bool:
        """Whether the libraries that it needs are installed."""
        return all(map(find_spec, self.needs))

    def ensure_there(self, name: str) -> None:
        """Raise Unreadable where a library is missing, saying how to have it."""
        if not self.is_there:
            raise Unreadable(name, f"to read {self.name}, sayso needs its extra “{self.extra}”: docs/install.md")


def starts_with(*signatures: bytes) -> Callable[[bytes], bool]:
    """Whether a file begins with one of these bytes."""
    return lambda head: head.startswith(signatures)
