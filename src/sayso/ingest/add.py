"""Put documents on the record in their order: what is there is passed by, what fails is kept as failed."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from sayso.data.errors import Exhausted
from sayso.data.found import Found
from sayso.data.keeping import Keep
from sayso.data.outcome import Outcome
from sayso.ingest.batch import Batch, Understood, taken_from
from sayso.ingest.prefetch import ahead
from sayso.ingest.sources import Source, tried
from sayso.record import Record

if TYPE_CHECKING:
    from sayso.data.analysis import Reading

Reader = Callable[[Found, str], "Reading"]


def add_all(
    sources: Iterable[Source],
    record: Record,
    read: Reader,
    *,
    again: bool = False,
    jobs: int | None = None,
    keep: Keep = "full",
) -> Iterator[Outcome]:
    """Add each document; an outcome is given once it is safe on the disk. In the end it is told who is who.

    `jobs` are read at a time, one a core unless told otherwise; what comes of it is the same, in the same order. One
    thread writes, what is read in a second at once; what is read when it is interrupted, or memory runs out, is
    written. `keep` is how much of each stays.
    """
    record.make()
    batch = Batch(record, again, keep)
    try:
        for source, understood in ahead(partial(_understood, record, read, again), sources, jobs):
            taken = taken_from(source, understood)
            if batch.is_due or batch.has_page_of(taken):
                yield from batch.written()
            batch.take(taken)
    except (KeyboardInterrupt, Exhausted):
        yield from batch.written()
        raise
    yield from batch.written()
    record.settle()


def _understood(record: Record, read: Reader, again: bool, source: Source) -> Understood:
    """A document and what is in it; its digest is looked up before it is read, which takes far longer."""
    found = tried(source.name, source.load)
    digest = sha256(found.content).hexdigest()
    known = record.has(digest) and not again
    return Understood(digest, found, None if known else tried(source.name, partial(read, found, source.name)))
