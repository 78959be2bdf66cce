"""Documents are worked on ahead, and come in the order in which they were named."""

import threading
import time

import pytest

from sayso.data.errors import Exhausted
from sayso.ingest.prefetch import ahead


def test_results_come_in_order_however_long_each_takes() -> None:
    def slow_first(number: int) -> int:
        time.sleep(0.05 if number == 0 else 0)
        return number * number

    assert [(n, result()) for n, result in ahead(slow_first, range(5), workers=3)] == [
        (0, 0), (1, 1), (2, 4), (3, 9), (4, 16),
    ]  # fmt: skip


def test_what_one_raises_is_raised_for_that_one_alone() -> None:
    found = {}
    for number, result in ahead(lambda number: 6 // number, [2, 0, 3], workers=2):
        try:
            found[number] = result()
        except ZeroDivisionError:
            found[number] = None
    assert found == {2: 3, 0: None, 3: 2}


def test_no_more_is_taken_than_can_be_worked_on() -> None:
    taken: list[int] = []

    def numbers():  # type: ignore[no-untyped-def]
        for number in range(100):
            taken.append(number)
            yield number

    stream = ahead(lambda number: number, numbers(), workers=2)
    next(stream)
    assert len(taken) <= 4


def test_two_are_worked_on_at_a_time() -> None:
    both = threading.Barrier(2, timeout=5)
    assert [result() for _, result in ahead(lambda _: both.wait() >= 0, range(2), workers=2)] == [True, True]


def test_nothing_gives_nothing() -> None:
    with pytest.raises(StopIteration):
        next(ahead(lambda item: item, [], workers=2))


def test_where_no_thread_can_be_started_the_run_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refused)
    with pytest.raises(Exhausted, match="there is too little memory to go on"):
        next(ahead(lambda item: item, range(5), workers=2))
