"""The processes that read documents for every door to sayso, so that no document takes the program with it.

There are as many as are asked at once. Each is started when it is first needed and used again; one that took too long
or too much memory, or crashed, costs its document one line, and another takes its place.
"""

import atexit
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

from sayso.data.errors import Unreadable
from sayso.encoding.cores import cores
from sayso.ingest.child import Task
from sayso.ingest.found import Found
from sayso.ingest.reader import Limits, Reader

if TYPE_CHECKING:
    from sayso.data.analysis import Reading
    from sayso.data.statement import Attribution

MOST_JOBS = 4
"""What reads at once unless told otherwise: each holds the model, some 250 MB."""


def jobs_for(documents: int, wanted: int | None = None) -> int:
    """How many are to read at once: what is wanted, else one a core up to four, and no more than there is to read."""
    return max(1, min(documents, wanted or min(cores(), MOST_JOBS)))


@cache
def readers() -> "Readers":
    """Those of this program, which end with it."""
    shared = Readers()
    atexit.register(shared.close)
    return shared


class Readers:
    """Children that read documents; safe to share between threads, each of which gets one of its own."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._lock = Lock()
        self._free: list[Reader] = []
        self._busy: set[Reader] = set()
        self._is_closed = False

    def read(self, found: Found, name: str) -> "Reading":
        """What `pipeline.read` gives; raises Unreadable, also when it takes too much time or memory."""
        given = {"source": found.content, "name": name, "url": found.url, "charset": found.charset}
        return cast("Reading", self.ask(Task("sayso.pipeline:read", name, given)))

    def attribute(self, text: str, name: str) -> "list[Attribution]":
        """What `pipeline.attribute` gives; raises Unreadable as `read` does."""
        return cast("list[Attribution]", self.ask(Task("sayso.pipeline:attribute", name, {"text": text})))

    def ask(self, task: Task) -> Any:
        """Have a child do a task; if one dies that did others before, a new one has a try: they left it little.

        Raises Unreadable.
        """
        while True:
            reader = self._taken(task)
            had_read = reader.has_read
            try:
                return reader.ask(task)
            except Unreadable:
                if reader.lives or reader.ran_out or not (had_read or self._is_closed):
                    raise
            finally:
                self._given_back(reader)

    def start(self) -> None:
        """Have one child load the model while the caller is busy with something else."""
        with self._lock:
            if not self._free and not self._busy:
                self._free.append(Reader(self._limits))

    def close(self) -> None:
        """End all children at once; whoever waits for one gets Unreadable."""
        with self._lock:
            self._is_closed = True
            for reader in self._busy:
                reader.end()
            while self._free:
                self._free.pop().close()

    def _taken(self, task: Task) -> Reader:
        with self._lock:
            if self._is_closed:
                raise Unreadable(task.name, "sayso was stopped before it was read")
            reader = self._free.pop() if self._free else Reader(self._limits)
            self._busy.add(reader)
            return reader

    def _given_back(self, reader: Reader) -> None:
        with self._lock:
            self._busy.discard(reader)
            if reader.lives:
                self._free.append(reader)
            else:
                reader.close()
