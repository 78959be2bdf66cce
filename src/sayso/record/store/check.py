"""No span goes on the record unless the text has its very words at its very place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.data.article import Article
from sayso.data.evidence import check as faults_of
from sayso.data.evidence import fault_of
from sayso.data.record_errors import Refused

if TYPE_CHECKING:
    from sayso.data.analysis import Reading


def check(reading: "Reading") -> None:
    """Raise Refused at the first span that is not the article's own words, or statement that has none."""
    article = reading.article
    for why in (*_block_faults(article), *_statement_faults(reading), *_mention_faults(reading)):
        raise Refused(article.document.name, why)


def _block_faults(article: Article) -> Iterator[str]:
    for block in article.blocks:
        if not 0 <= block.start <= block.end <= len(article.text):
            yield f"its {block.kind} at {block.start}:{block.end} lies outside its text"


def _statement_faults(reading: "Reading") -> Iterator[str]:
    titles = [story.title for story in reading.article.related]
    for n, statement in enumerate(reading.statements):
        yield from (f"statement {n}: {why}" for why in faults_of(reading.article.text, titles, statement))


def _mention_faults(reading: "Reading") -> Iterator[str]:
    for actor in reading.actors:
        for span in actor.mentions:
            if why := fault_of(reading.article.text, span, f"a mention of {actor.name}"):
                yield why
