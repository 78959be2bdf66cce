"""Answers that take the record long, given again for a while; who asks the same meanwhile waits for the same answer."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any, Final, TypeVar

from sayso.data.results import ArticleRef, Dossier, Facets
from sayso.data.search import Search
from sayso.record import Record

T = TypeVar("T")

QUICK: Final = 0.2
"""What is answered in so many seconds is asked again each time."""
WORTH: Final = 60
"""An answer that took a second may be so many seconds old, and none older than `OLDEST`."""
OLDEST: Final = 600.0
MOST: Final = 500


class Kept:
    """Asks a record. What is decided or uploaded by these pages is seen at once, what other programs add later.

    Processes that serve the same pages tell each other of that by a file in the folder that they share.
    """

    def __init__(self, record: Record, clock: Callable[[], float] = monotonic, shared: str | None = None) -> None:
        self._record = record
        self._clock = clock
        self._told = Path(shared, "changed") if shared else None
        self._seen = 0
        self._lock = Lock()
        self._answers: OrderedDict[Hashable, tuple[Future[Any], float]] = OrderedDict()

    def facets(self, search: Search) -> Facets:
        return self._asked(search, lambda: self._record.facets(search))

    def who(self, name: str) -> Dossier:
        """An actor without the statements, which a page asks for by the page."""
        return self._asked(name, lambda: self._record.who(name, limit=0))

    def lately(self, limit: int) -> tuple[ArticleRef, ...]:
        return self._asked(("lately", limit), lambda: self._record.lately(limit))

    def forget(self) -> None:
        """The record has changed: ask anew."""
        with self._lock:
            self._answers.clear()
            if self._told:
                self._told.touch()

    def _forget_if_told(self) -> None:
        """Another process has changed the record since this one looked."""
        if self._told and self._told.exists() and (when := self._told.stat().st_mtime_ns) != self._seen:
            self._seen = when
            self._answers.clear()

    def _asked(self, question: Hashable, ask: Callable[[], T]) -> T:
        answer: Future[T]
        with self._lock:
            self._forget_if_told()
            answer, until = self._answers.get(question, (Future(), float("-inf")))
            mine = self._clock() > until
            if mine:
                answer = Future()
                self._answers[question] = answer, float("inf")
                while len(self._answers) > MOST:
                    self._answers.popitem(last=False)
        if mine:
            self._answer(question, answer, ask)
        return answer.result()

    def _answer(self, question: Hashable, answer: "Future[T]", ask: Callable[[], T]) -> None:
        """Ask the record, for all who wait, and keep what it says for as long as that is worth it."""
        started = self._clock()
        try:
            answer.set_result(ask())
        except BaseException as error:
            answer.set_exception(error)
            raise
        finally:
            self._keep(question, answer, self._clock() - started)

    def _keep(self, question: Hashable, answer: "Future[T]", took: float) -> None:
        worth = min(OLDEST, took * WORTH) if took > QUICK and not answer.exception() else -1.0
        with self._lock:
            if self._answers.get(question, (None,))[0] is answer:
                self._answers[question] = answer, self._clock() + worth
