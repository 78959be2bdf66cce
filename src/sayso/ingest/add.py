"""Put documents on the record in their order: what is there is passed by, what fails is kept as failed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from sayso.data.errors import Unreadable
from sayso.data.outcome import Outcome, State
from sayso.data.record_errors import Damaged, Refused
from sayso.ingest.found import Found
from sayso.ingest.prefetch import ahead
from sayso.ingest.sources import Source, tried
from sayso.record import Record
from sayso.verification.versions import changes

if TYPE_CHECKING:
    from sayso.data.analysis import Reading

Reader = Callable[[Found, str], "Reading"]


def add_all(
    sources: Iterable[Source], record: Record, read: Reader, *, again: bool = False, jobs: int | None = None
) -> Iterator[Outcome]:
    """Add each document; an outcome is given once it is safe on the disk. In the end it is told who is who.

    `jobs` are read at a time, one a core unless told otherwise; what comes of it is the same, in the same order.
    """
    for source, understood in ahead(partial(_understood, record, read, again), sources, jobs):
        yield _add(source, understood, record, again)
    record.settle()


def summary(outcomes: Iterable[Outcome]) -> str:
    """ "6 added, 1 already there, 1 failed"."""
    states = [outcome.state for outcome in outcomes]
    counts = {state: states.count(state) for state in ("added", "already there", "failed")}
    return ", ".join(f"{n} {state}" for state, n in counts.items() if n or state == "added")


@dataclass(frozen=True, slots=True)
class _Understood:
    """A document with its digest, and what is in it unless it need not be read."""

    sha256: str
    found: Found
    reading: "Reading | None"


def _understood(record: Record, read: Reader, again: bool, source: Source) -> _Understood:
    """A document and what is in it; its digest is looked up before it is read, which takes far longer."""
    found = tried(source.name, source.load)
    digest = sha256(found.content).hexdigest()
    known = record.has(digest) and not again
    return _Understood(digest, found, None if known else tried(source.name, partial(read, found, source.name)))


def _add(source: Source, understood: Callable[[], _Understood], record: Record, again: bool) -> Outcome:
    try:
        taken = understood()
        was_there = record.has(taken.sha256)
        back_to = record.capture_again(taken.sha256) if was_there and taken.found.url else None
        if taken.reading is None:
            changed = _changed(record, back_to) if back_to else None
            return Outcome(source.name, taken.sha256, "already there", changed=changed)
        added = record.add(taken.reading, content=taken.found.content, again=again, settled=False)
    except (Unreadable, Refused) as error:
        record.failed(source.name, error.why)
        return Outcome(source.name, None, "failed", why=error.why)
    # only a capture that is new can tell of a change, and only a URL makes it one of a page
    tells = back_to or (added.new and not was_there and taken.reading.article.document.url is not None)
    state: State = "added" if added.new else "already there"
    changed = _changed(record, added.article) if tells else None
    return Outcome(source.name, taken.sha256, state, added.statements, changed=changed)


def _changed(record: Record, article: str) -> str | None:
    """ "12 verbatim, 1 gone since 2024-05-01T09:00:00+00:00", when the page was captured before; None if never."""
    captures = record.versions(article)
    last = max(place for place, capture in enumerate(captures) if capture.article == article)
    if last == 0:
        return None
    before = captures[last - 1]
    try:
        return f"{changes(record.held(before.article), record.held(article))} since {before.captured_at}"
    except Damaged as error:
        return str(error)
