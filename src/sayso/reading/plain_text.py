"""Plain text into an Article."""

from sayso.data.article import Article, Document
from sayso.data.errors import Unreadable
from sayso.reading.blocks.cleaning import cleaned_text
from sayso.reading.blocks.draft import Passage, laid_out
from sayso.reading.blocks.furniture import numbered
from sayso.reading.blocks.paragraphs import passages_in
from sayso.reading.language import language_of
from sayso.reading.leaks.lift import lift
from sayso.reading.metadata.masthead import read_opening, with_lead


def article_from_text(text: str, document: Document) -> Article:
    """Read plain text with line breaks "\\n"; raises Unreadable when nothing but leaks is in it."""
    lifted = lift(text)
    passages, named = cleaned_text(passages_in(lifted.text))
    opening = read_opening(passages)
    body, lead = with_lead(opening.body)
    title = [Passage("title", opening.title)] if opening.title else []
    words, blocks = laid_out([*title, *body])
    if not words and not lifted.stories:
        raise Unreadable(document.name, "no article text, only leaked data")
    return Article(
        document=document,
        text=words,
        blocks=blocks,
        title=opening.title,
        outlet=opening.outlet,
        byline=opening.byline,
        language=language_of(words),
        published=opening.published,
        updated=opening.updated,
        wire=opening.wire,
        lead=lead,
        related=numbered(named, lifted.stories, opening.title),
        residue=lifted.residue,
    )
