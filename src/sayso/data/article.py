"""What a document holds once it is read: an article, its blocks, the stories it names, what leaked into it.

Every offset is a code point, counted from 0; every span is half-open, so `text[start:end]` is its words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self

Precision = Literal["second", "minute", "day", "month", "year"]
BlockKind = Literal["title", "lead", "heading", "paragraph", "caption", "quote", "list", "correction"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text together with its words: `text[start:end]`."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """Take the words from `start` to `end` of `text`; raises ValueError when they do not lie in it."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no span {start}:{end} in a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


TRANSCRIPTS = frozenset({"text/vtt", "application/x-subrip", "application/x-whisper+json"})
"""The media types of what was recorded and written down turn by turn."""


@dataclass(frozen=True, slots=True)
class Document:
    """Where the bytes came from: its name for messages, the URL if it has one, what kind, and their digest.

    `asked_url` is the address that was asked for, where that led on to the URL.
    """

    name: str
    url: str | None
    media_type: str
    sha256: str
    asked_url: str | None = None

    @property
    def key(self) -> str:
        """The name of the article that it holds, the same on every record: the first digits of its digest.

        With 16 of them two of a billion documents would share theirs once in forty.
        """
        return self.sha256[:16]


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as far as the evidence goes.

    `value` is ISO 8601 cut to its precision ("2015-10-10T17:31:28", "2015-05"); `found_in` names the place
    ("dateline", "json-ld", "meta", "url", "picture path", …) and `evidence` holds the words found there.
    """

    value: str
    precision: Precision
    found_in: str
    evidence: str

    @classmethod
    def from_columns(cls, columns: Mapping[Any, Any], of: str = "published") -> Self | None:
        """The moment of the columns of that name, others beside them or not; raises KeyError where one is missing."""
        value, precision, found_in, evidence = (columns[name] for name in moment_columns(of))
        return None if value is None else cls(value, precision, found_in, evidence)


def moment_columns(of: str) -> tuple[str, str, str, str]:
    """What a moment is told in, on the record and in JSON alike: its value, how precise, where found, the words there.

    >>> moment_columns("posted")
    ('posted', 'posted_precision', 'posted_from', 'posted_evidence')
    """
    return of, f"{of}_precision", f"{of}_from", f"{of}_evidence"


def columns_of(moment: Moment | None, of: str = "published") -> dict[str, str | None]:
    """A moment in the columns of that name, all of them null where it is not known."""
    names = moment_columns(of)
    parts = (moment.value, moment.precision, moment.found_in, moment.evidence) if moment else (None,) * len(names)
    return dict(zip(names, parts, strict=True))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, … of the article: `text[start:end]`, without the blank line that follows it.

    `posted` is when it was published, where that is not when the article was: a post of a live blog has its own time.
    """

    kind: BlockKind
    start: int
    end: int
    posted: Moment | None = None


@dataclass(frozen=True, slots=True)
class StoryStub:
    """Another story that the page names, with what the page tells of it; `order` is its place in the list, from 0."""

    title: str
    id: str | None = None
    url: str | None = None
    order: int = 0
    published: Moment | None = None
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class Residue:
    """What the page holds that is no reading matter, word for word.

    `verified` is whether the length that the dump declares is right; None where it declares none.
    """

    kind: str
    text: str
    verified: bool | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One story as published. `text` is all blocks in reading order, one blank line between two.

    `published` is the first publication, `updated` the last change that the page tells; `wire` is the news agency that
    wrote it, where another outlet prints it.
    """

    document: Document
    text: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    language: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    wire: str | None = None
    lead: str | None = None
    related: tuple[StoryStub, ...] = ()
    residue: tuple[Residue, ...] = ()

    def posted_at(self, at: int) -> Moment | None:
        """When the post of a live blog was made that stands at this place of the text."""
        return next((block.posted for block in self.blocks if block.start <= at < block.end), None)
