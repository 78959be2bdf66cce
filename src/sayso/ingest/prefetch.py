"""Work on the next documents while one is being shown or written: no core waits for the disk or for the network."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from threading import Semaphore, Thread
from typing import TypeVar

from sayso.encoding.cores import cores
from sayso.ingest.limits import started

Item = TypeVar("Item")
Result = TypeVar("Result")


def ahead(
    work: Callable[[Item], Result], items: Iterable[Item], workers: int | None = None
) -> Iterator[tuple[Item, Callable[[], Result]]]:
    """Each item, in order, with a call that gives what `work` made of it, or raises what it raised.

    No more than `workers` items, one a core unless told otherwise, are worked on at a time; one more waits.
    """
    workers = workers or cores()
    places = Semaphore(workers)
    waiting: deque[tuple[Item, Future[Result]]] = deque()
    for item in items:
        waiting.append((item, _begun(work, item, places)))
        if len(waiting) > workers:
            done, future = waiting.popleft()
            yield done, future.result
    for done, future in waiting:
        yield done, future.result


def _begun(work: Callable[[Item], Result], item: Item, places: Semaphore) -> "Future[Result]":
    """A thread that the program does not wait for when it ends: Ctrl+C must not hang on a server that drips."""
    future: Future[Result] = Future()

    def run() -> None:
        try:
            with places:
                future.set_result(work(item))
        except BaseException as error:  # noqa: BLE001 - raised where it is asked for
            future.set_exception(error)

    started(Thread(target=run, name="ahead", daemon=True))
    return future
