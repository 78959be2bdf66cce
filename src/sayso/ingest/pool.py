"""The processes that read documents for every door to sayso, so that no document takes the program with it.

There are as many as are asked at once. Each is started when it is first needed and used again; one that took too long
or too much memory, or crashed, costs its document one line, and another takes its place.
"""

import atexit
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

from sayso.data.errors import SaysoError, Unreadable
from sayso.data.found import Found
from sayso.encoding.cores import cores
from sayso.ingest.child import Task
from sayso.ingest.reader import Limits, Reader

if TYPE_CHECKING:
    from sayso.data.analysis import Reading
    from sayso.data.article import Article
    from sayso.data.statement import Attribution

MOST_JOBS = 4
"""What reads at once unless told otherwise: each holds the model, some 250 MB."""


def _share(jobs: int) -> int:
    """The cores that each of so many children may use: with more threads than cores they wait for one another."""
    return max(1, cores() // jobs)


def jobs_for(documents: int | None, wanted: int | None = None) -> int:
    """How many are to read at once: what is wanted, else one a core up to four, and no more than there is to read,
    where that is known.
    """
    most = wanted or min(cores(), MOST_JOBS)
    return max(1, most if documents is None else min(documents, most))


@cache
def readers() -> "Readers":
    """Those of this program, which end with it."""
    shared = Readers()
    atexit.register(shared.close)
    return shared


class Readers:
    """Children that read documents; safe to share between threads, each of which gets one of its own."""

    def __init__(self, limits: Limits | None = None, jobs: int = 1) -> None:
        self._limits = limits or Limits()
        self._jobs = jobs
        self._lock = Lock()
        self._free: list[Reader] = []
        self._busy: set[Reader] = set()
        self._is_closed = False

    def read(self, found: Found, name: str) -> "Reading":
        """What `pipeline.understand` gives; raises Unreadable, also when it takes too much time or memory."""
        return cast("Reading", self.ask(Task("sayso.pipeline:understand", name, {"found": found, "name": name})))

    def attribute(self, text: str, name: str) -> "list[Attribution]":
        """What `pipeline.attribute` gives; raises Unreadable as `read` does."""
        return cast("list[Attribution]", self.ask(Task("sayso.pipeline:attribute", name, {"text": text})))

    def ask(self, task: Task) -> Any:
        """Have a child do a task; if one dies that did others before, a new one has a try: they left it little.

        Raises Unreadable; Exhausted where none can be started.
        """
        while True:
            reader = self._taken(task)
            had_read = reader.has_read
            try:
                return reader.ask(task)
            except SaysoError:
                if reader.lives or reader.ran_out or not (had_read or self._is_closed):
                    raise
            finally:
                self._given_back(reader)

    def article(self, found: Found, name: str) -> "Article":
        """What `pipeline.article_of` gives, and no statements; raises Unreadable as `read` does."""
        return cast("Article", self.ask(Task("sayso.pipeline:article_of", name, {"found": found, "name": name})))

    def expect(self, jobs: int) -> None:
        """Have the children that are started from now on share the cores, so many of them."""
        self._jobs = jobs

    def start(self) -> None:
        """Have one child load the model while the caller is busy with something else."""
        with self._lock:
            if not self._free and not self._busy:
                self._free.append(self._new())

    def close(self) -> None:
        """End all children at once; whoever waits for one gets Unreadable."""
        with self._lock:
            self._is_closed = True
            while self._free:
                self._free.pop().close()
            for reader in self._busy:
                reader.end()

    def _taken(self, task: Task) -> Reader:
        with self._lock:
            if self._is_closed:
                raise Unreadable(task.name, "sayso was stopped before it was read")
            reader = self._free.pop() if self._free else self._new()
            self._busy.add(reader)
            return reader

    def _new(self) -> Reader:
        return Reader(self._limits, _share(self._jobs))

    def _given_back(self, reader: Reader) -> None:
        with self._lock:
            self._busy.discard(reader)
            if reader.lives:
                self._free.append(reader)
            else:
                reader.close()
