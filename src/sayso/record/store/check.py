"""No span goes on the record unless the text has its very words at its very place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.data.article import Article, Span
from sayso.data.record_errors import Refused
from sayso.data.statement import Statement

if TYPE_CHECKING:
    from sayso.data.analysis import Reading


def check(reading: "Reading") -> None:
    """Raise Refused at the first span that is not the article's own words, or statement that has none."""
    article = reading.article
    for why in (*_block_faults(article), *_statement_faults(reading), *_mention_faults(reading)):
        raise Refused(article.document.name, why)


def text_of(statement: Statement, article: Article) -> str:
    """The text into which a statement's offsets point; raises Refused when it stands in no story of the article."""
    if statement.where != "related":
        return article.text
    if statement.story is None or not 0 <= statement.story < len(article.related):
        raise Refused(article.document.name, f"a statement stands in related story {statement.story}: there is none")
    return article.related[statement.story].title


def spans_of(statement: Statement) -> Iterator[tuple[str, int, Span]]:
    """Every span of a statement with the part it plays, and its place in that part."""
    said = statement.attribution
    for part, spans in (("source", said.source), ("cue", said.cue), ("content", said.content)):
        for n, span in enumerate(spans):
            yield part, n, span


def _block_faults(article: Article) -> Iterator[str]:
    for block in article.blocks:
        if not 0 <= block.start <= block.end <= len(article.text):
            yield f"its {block.kind} at {block.start}:{block.end} lies outside its text"


def _statement_faults(reading: "Reading") -> Iterator[str]:
    for n, statement in enumerate(reading.statements):
        text = text_of(statement, reading.article)
        spans = list(spans_of(statement))
        if not spans:
            yield f"statement {n} has no words to prove it"
        for part, _, span in spans:
            yield from _span_faults(text, span, f"the {part} of statement {n}")


def _mention_faults(reading: "Reading") -> Iterator[str]:
    for actor in reading.actors:
        for span in actor.mentions:
            yield from _span_faults(reading.article.text, span, f"a mention of {actor.name}")


def _span_faults(text: str, span: Span, what: str) -> Iterator[str]:
    found = text[span.start : span.end] if 0 <= span.start < span.end else ""
    if not found or found != span.text:
        yield f"{what} at {span.start}:{span.end} should read “{span.text}”, but the text there is “{found}”"
