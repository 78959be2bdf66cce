"""Plain text into an Article."""

from sayso.data.article import Article, Document
from sayso.data.errors import Unreadable
from sayso.reading.assemble import assembled
from sayso.reading.blocks.cleaning import cleaned_text
from sayso.reading.blocks.furniture import numbered
from sayso.reading.blocks.paragraphs import passages_in
from sayso.reading.leaks.lift import lift
from sayso.reading.metadata.masthead import read_opening


def article_from_text(text: str, document: Document) -> Article:
    """Read plain text with line breaks "\\n"; raises Unreadable when nothing but leaks is in it."""
    lifted = lift(text)
    passages, named = cleaned_text(passages_in(lifted.text))
    opening = read_opening(passages)
    related = numbered(named, lifted.stories, opening.title)
    article = assembled(document, opening.told, opening.body, related, lifted.residue)
    if not article.text and not lifted.stories:
        raise Unreadable(document.name, "no article text, only leaked data")
    return article
