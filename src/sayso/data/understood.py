"""What is made of words typed into the one box: whom they name, what is looked for, and what was done to find it."""

from dataclasses import dataclass
from typing import Literal

from sayso.data.results import ArticleRef, Candidate, StatementRow
from sayso.data.search import Order, Search

How = Literal["name", "role", "half", "nearly"]
"""By what somebody was found: a name, a role, the beginning of a name, or a name spelled nearly so."""


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody whom the words name: how much people are shown of theirs, its first and last day, and the latest."""

    actor: Candidate
    how: How
    statements: int
    first: str | None
    last: str | None
    latest: StatementRow | None


@dataclass(frozen=True, slots=True)
class Understood:
    """The answer to what was typed: `search` finds the statements, in this `order`.

    `told` says in sentences what was done beyond looking for the words as they are: whom they were taken to name, which
    days, and what was let go to find anything at all. `found` is false where no statement holds what was asked for.
    `articles` are some that hold the words.
    """

    search: Search
    order: Order | None
    cards: tuple[Card, ...]
    articles: tuple[ArticleRef, ...]
    told: tuple[str, ...]
    found: bool
