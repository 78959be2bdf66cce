"""What is found in one article: all that reading it once gives."""

from dataclasses import dataclass

from sayso.data.actor import Actor
from sayso.data.article import Article
from sayso.data.position import Position
from sayso.data.reading_html import reading_html
from sayso.data.statement import Statement

LANGUAGE = "en"
"""The language that the shipped model reads; an article in another is kept without statements."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with who says what in it, who they are and where they stand, and the model's version that tells so."""

    article: Article
    statements: tuple[Statement, ...] = ()
    actors: tuple[Actor, ...] = ()
    model: str | None = None
    positions: tuple[Position, ...] = ()

    def _repr_html_(self) -> str:
        """What a notebook shows: the article with who says what marked, and the statements."""
        return reading_html(self)
