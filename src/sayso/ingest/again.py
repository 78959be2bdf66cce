"""What is on the record and was read by another model or version, read anew from the documents that were kept."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sayso.data.article import Article
from sayso.data.found import Found
from sayso.data.made import reader
from sayso.data.record_errors import NoSuchArticle
from sayso.data.version import __version__
from sayso.encoding.encoder import Encoder
from sayso.ingest.add import add_all
from sayso.ingest.sources import Source
from sayso.record import Record, article_key

if TYPE_CHECKING:
    from sayso.data.analysis import Reading
    from sayso.data.outcome import Outcome
    from sayso.ingest.add import Reader

_TOLD_BESIDE = ("an option", "JSON", "e-mail", "DOCX", "PDF")
"""Where a date was told that stands in no text: a second reading does not see it."""


def reader_here() -> str:
    """What reads here, as the record names it."""
    return reader(__version__, Encoder.shipped().version)


def sources_to_read_again(record: Record) -> Iterator[Source]:
    """The documents that something else read and that were kept, the first added first.

    Those that are done are none of them any more: a run that was ended goes on where it was.
    """
    for key, name, url, asked_url in record.read_otherwise(reader_here()):
        yield Source(name, partial(_load, record, key, url, asked_url))


def read_again(record: Record, read: "Reader", jobs: int) -> "Iterator[Outcome]":
    """Read them again with `read`, so many at a time; what became of each."""
    return add_all(sources_to_read_again(record), record, filling_in(record, read), again=True, jobs=jobs)


def filling_in(record: Record, read: "Reader") -> "Reader":
    """A reader that keeps what was told of an article beside its text, as an option or a row of a table does."""

    def again(found: Found, name: str) -> "Reading":
        reading = read(found, name)
        try:
            before = record.as_read(article_key(reading.article.document)).article
        except NoSuchArticle:
            return reading
        return replace(reading, article=_filled(reading.article, before))

    return again


def _filled(now: Article, before: Article) -> Article:
    is_beside = before.published is not None and before.published.found_in in _TOLD_BESIDE
    return replace(
        now,
        title=now.title or before.title,
        outlet=now.outlet or before.outlet,
        byline=now.byline or before.byline,
        published=before.published if is_beside or now.published is None else now.published,
    )


def _load(record: Record, key: str, url: str | None, asked_url: str | None) -> Found:
    content = record.original(key)
    assert content is not None
    return Found(content, url, asked_url=asked_url)
