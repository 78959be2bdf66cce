"""What happened to a record since some moment: what came, what was decided, what another model read otherwise."""

from dataclasses import dataclass
from typing import Literal

from sayso.data.results import ArticleRef, Count, Decision, Failed

Became = Literal["new", "gone", "other speaker", "other words", "other marks"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One statement that a second reading of the same document tells otherwise.

    `words` and `speaker` are the later reading's, the earlier's where the statement is gone; `were` and `spoke` those
    of the earlier where they differ. A speaker is called as the article has it, None where nobody can be told.
    """

    became: Became
    words: str
    speaker: str | None
    were: str | None = None
    spoke: str | None = None


@dataclass(frozen=True, slots=True)
class Reread:
    """An article that was read again `at` a moment, by another model or version, with what differs."""

    article: str
    at: str
    before: str
    after: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Came:
    """An article that came in, when, and how many statements it has; `changed` where its page was captured before."""

    article: ArticleRef
    at: str
    statements: int
    changed: bool


@dataclass(frozen=True, slots=True)
class Since:
    """All that happened from a moment on; `readers` is what read the whole record, with how many documents each."""

    moment: str
    came: tuple[Came, ...]
    reread: tuple[Reread, ...]
    decisions: tuple[Decision, ...]
    failed: tuple[Failed, ...]
    readers: tuple[Count, ...]
