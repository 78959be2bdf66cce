"""What was found of a document, put together: its running text with title and lead, and what is told of it."""

from collections.abc import Iterable

from sayso.data.article import Article, Document, Residue, StoryStub
from sayso.reading.blocks.draft import Passage, ends_sentence, laid_out
from sayso.reading.language import language_of
from sayso.reading.metadata.merge import Told

_LINES_ABOVE = 3
"""Among so many paragraphs the lead is looked for: a place, a rubric, a price may stand above it."""


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
    """The body with the first of its paragraphs that is a sentence as the lead, and the words of that."""
    paragraphs = [place for place, passage in enumerate(body) if passage.kind == "paragraph"]
    if not paragraphs:
        return body, None
    above = (place for place in paragraphs[:_LINES_ABOVE] if ends_sentence(body[place].text))
    lead = next(above, paragraphs[0])
    return [*body[:lead], body[lead].of_kind("lead"), *body[lead + 1 :]], body[lead].text
