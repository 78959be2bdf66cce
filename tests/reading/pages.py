"""Pages of our own to read: an article of three paragraphs, and what a site may put into it or around it."""

from sayso.data.article import Article
from sayso.reading import read_document

TITLE = "Harbour Wall to Be Raised"
FIRST = "The mayor of Port Elna, Ines Okafor, said on Monday that the harbour wall would be raised by a metre."
SECOND = "“We will not wait for another flood,” she told the town council, which had met in the old ferry terminal."
THIRD = "The state will pay half of the eleven million crowns that the work costs, Okafor said; the town pays the rest."
PARAGRAPHS = [("lead", FIRST), ("paragraph", SECOND), ("paragraph", THIRD)]


def page(between: str = "", *, before: str = "", after: str = "", around: str = "") -> str:
    """The article with something in its middle, above its first paragraph, below its last, or outside of it."""
    paragraphs = f"{before}<p>{FIRST}</p><p>{SECOND}</p>{between}<p>{THIRD}</p>{after}"
    head = f"<head><title>{TITLE}</title></head>"
    return f"<!DOCTYPE html><html>{head}<body>{around}<article><h1>{TITLE}</h1>{paragraphs}</article></body></html>"


def read(html: str) -> Article:
    return read_document(html.encode(), "page.html")


def blocks(article: Article) -> list[tuple[str, str]]:
    """Kind and words of all blocks but the title."""
    return [(b.kind, article.text[b.start : b.end]) for b in article.blocks if b.kind != "title"]


def stories(article: Article) -> list[tuple[str, str | None]]:
    """Titles and addresses of the stories that the page names."""
    return [(story.title, story.url) for story in article.related]
