"""Plain text into an Article."""

from sayso.data.article import Article, Document
from sayso.data.errors import Unreadable
from sayso.data.found import NOTHING_KNOWN, Given
from sayso.reading.assemble import assembled
from sayso.reading.blocks.cleaning import cleaned_text
from sayso.reading.blocks.furniture import numbered
from sayso.reading.blocks.paragraphs import passages_in
from sayso.reading.leaks.lift import lift
from sayso.reading.metadata.given import told_as_given
from sayso.reading.metadata.masthead import read_opening


def article_from_text(text: str, document: Document, given: Given = NOTHING_KNOWN) -> Article:
    """Read plain text with line breaks "\\n"; raises Unreadable when nothing but leaks is in it."""
    known = told_as_given(given)
    lifted = lift(text)
    passages, named = cleaned_text(passages_in(lifted.text))
    opening = read_opening(passages, known.title)
    related = numbered(named, lifted.stories, opening.title)
    article = assembled(document, known.or_else(opening.told), opening.body, related, lifted.residue)
    if not article.text and not lifted.stories:
        raise Unreadable(document.name, "no article text, only leaked data")
    return article
