"""Put documents on the record one by one: what is there is passed by, what fails is kept as failed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from sayso.exceptions import Unreadable
from sayso.record import Record, Refused
from sayso.sources import Source, tried

if TYPE_CHECKING:
    from sayso.pipeline import Reading

State = Literal["added", "already there", "failed"]
Reader = Callable[[bytes, Source], "Reading"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document; `why` when it failed."""

    name: str
    sha256: str | None
    state: State
    statements: int = 0
    why: str | None = None


def add_all(sources: Iterable[Source], record: Record, read: Reader) -> Iterator[Outcome]:
    """Add each document; an outcome is given once it is safe on the disk."""
    for source in sources:
        yield _add(source, record, read)


def summary(outcomes: Iterable[Outcome]) -> str:
    """ "6 added, 1 already there, 1 failed"."""
    states = [outcome.state for outcome in outcomes]
    counts = {state: states.count(state) for state in ("added", "already there", "failed")}
    return ", ".join(f"{n} {state}" for state, n in counts.items() if n or state == "added")


def _add(source: Source, record: Record, read: Reader) -> Outcome:
    try:
        return _put(source, tried(source.name, source.load), record, read)
    except (Unreadable, Refused) as error:
        record.failed(source.name, error.why)
        return Outcome(source.name, None, "failed", why=error.why)


def _put(source: Source, content: bytes, record: Record, read: Reader) -> Outcome:
    """Its digest is looked up before it is read, which takes a thousand times longer."""
    digest = sha256(content).hexdigest()
    if record.has(digest):
        return Outcome(source.name, digest, "already there")
    added = record.add(tried(source.name, partial(read, content, source)))
    return Outcome(source.name, digest, "added" if added.new else "already there", added.statements)
