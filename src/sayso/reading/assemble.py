"""What was found of a document, put together: its running text with title and lead, and what is told of it."""

from collections.abc import Iterable

from sayso.data.article import Article, Document, Residue, StoryStub
from sayso.reading.blocks.draft import Passage, laid_out
from sayso.reading.language import language_of
from sayso.reading.metadata.merge import Told


def assembled(
    document: Document, told: Told, body: list[Passage], related: tuple[StoryStub, ...], residue: Iterable[Residue]
) -> Article:
    """The article that a page or a text holds; `body` is without the title."""
    body, lead = _with_lead(body)
    words, blocks = laid_out([Passage("title", told.title), *body] if told.title else body)
    return Article(
        document=document,
        text=words,
        blocks=blocks,
        title=told.title,
        outlet=told.outlet,
        byline=told.byline,
        language=language_of(words),
        published=told.published,
        updated=told.updated,
        wire=told.wire,
        lead=lead,
        related=related,
        residue=tuple(residue),
    )


def _with_lead(body: list[Passage]) -> tuple[list[Passage], str | None]:
    """The body with its first paragraph as the lead, and the words of that."""
    for place, passage in enumerate(body):
        if passage.kind == "paragraph":
            return [*body[:place], passage.of_kind("lead"), *body[place + 1 :]], passage.text
    return body, None
