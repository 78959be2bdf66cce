"""Work on the next documents while one is being shown or written: no core waits for the disk or for Python."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from sayso.encoding.cores import cores

Item = TypeVar("Item")
Result = TypeVar("Result")


def ahead(
    work: Callable[[Item], Result], items: Iterable[Item], workers: int | None = None
) -> Iterator[tuple[Item, Callable[[], Result]]]:
    """Each item, in order, with a call that gives what `work` made of it, or raises what it raised.

    No more than `workers` items, one a core unless told otherwise, are worked on or waiting.
    """
    workers = workers or cores()
    waiting: deque[tuple[Item, Future[Result]]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        for item in items:
            waiting.append((item, pool.submit(work, item)))
            if len(waiting) > workers:
                done, future = waiting.popleft()
                yield done, future.result
        while waiting:
            done, future = waiting.popleft()
            yield done, future.result
