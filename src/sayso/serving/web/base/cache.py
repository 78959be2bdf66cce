"""Answers that take the record long, given again for a while; who asks the same meanwhile waits for the same answer."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any, Final, NamedTuple, TypeVar

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


class _Kept(NamedTuple):
    """An answer, until when by the clock it is given again, and the state of the record in which it always is."""

    answer: Future[Any]
    until: float
    state: str | None


class Kept:
    """Asks a record. What is decided or uploaded by these pages is seen at once, what other programs add later.

    `state` is how often the record had changed when somebody asked, where that is known: until it changes again, the
    answer is the same.

    Processes that serve the same pages tell each other of that by a file in the folder that they share.
    """

    def __init__(self, record: Record, clock: Callable[[], float] = monotonic, shared: str | None = None) -> None:
        self._record = record
        self._clock = clock
        self._told = Path(shared, "changed") if shared else None
        self._seen = 0
        self._lock = Lock()
        self._answers: OrderedDict[Hashable, _Kept] = OrderedDict()

    def facets(self, search: Search, state: str | None = None) -> Facets:
        return self._asked(search, lambda: self._record.facets(search), state)

    def who(self, name: str, state: str | None = None) -> Dossier:
        """An actor without the statements, which a page asks for by the page."""
        return self._asked(name, lambda: self._record.who(name, limit=0), state)

    def lately(self, limit: int, state: str | None = None) -> tuple[ArticleRef, ...]:
        return self._asked(("lately", limit), lambda: self._record.lately(limit), state)

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

    def _asked(self, question: Hashable, ask: Callable[[], T], state: str | None) -> T:
        with self._lock:
            self._forget_if_told()
            kept = self._answers.get(question)
            is_mine = kept is None or not self._holds(kept, state)
            if kept is None or is_mine:
                kept = self._answers[question] = _Kept(Future(), float("inf"), state)
                self._answers.move_to_end(question)
                while len(self._answers) > MOST:
                    self._answers.popitem(last=False)
        if is_mine:
            self._answer(question, kept, ask)
        answer: T = kept.answer.result()
        return answer

    def _holds(self, kept: _Kept, state: str | None) -> bool:
        return self._clock() <= kept.until or (state is not None and kept.state == state)

    def _answer(self, question: Hashable, kept: _Kept, ask: Callable[[], T]) -> None:
        """Ask the record, for all who wait, and keep what it says for as long as that is worth it."""
        started = self._clock()
        try:
            kept.answer.set_result(ask())
        except BaseException as error:
            kept.answer.set_exception(error)
            raise
        finally:
            self._keep(question, kept, self._clock() - started)

    def _keep(self, question: Hashable, kept: _Kept, took: float) -> None:
        failed = kept.answer.exception() is not None
        worth = min(OLDEST, took * WORTH) if took > QUICK and not failed else -1.0
        with self._lock:
            if self._answers.get(question) is kept:
                self._answers[question] = kept._replace(
                    until=self._clock() + worth, state=None if failed else kept.state
                )


class Unchanged(NamedTuple):
    """The same for one request, which knows how often the record has changed."""

    kept: Kept
    state: str | None

    def facets(self, search: Search) -> Facets:
        return self.kept.facets(search, self.state)

    def who(self, name: str) -> Dossier:
        return self.kept.who(name, self.state)

    def lately(self, limit: int) -> tuple[ArticleRef, ...]:
        return self.kept.lately(limit, self.state)

    def forget(self) -> None:
        self.kept.forget()
