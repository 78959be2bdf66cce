"""What takes long is asked once for all who want it, and kept for a while."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any, cast

import pytest

from sayso.record import Record, Search
from sayso.serving.web.base.cache import OLDEST, Kept


class Slow:
    """A record that takes its time: each question takes `seconds` by its own clock."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.now, self.asked = seconds, 0.0, 0
        self.broken = False

    def clock(self) -> float:
        return self.now

    def facets(self, search: Search) -> Any:
        self.asked += 1
        self.now += self.seconds
        if self.broken:
            raise ValueError("broken")
        return self.asked

    def kept(self) -> Kept:
        return Kept(cast("Record", self), self.clock)


def test_what_is_quick_is_asked_each_time() -> None:
    record = Slow(0.1)
    kept = record.kept()
    assert [kept.facets(Search()), kept.facets(Search())] == [1, 2]


def test_what_is_slow_is_kept_as_long_as_it_is_worth() -> None:
    record = Slow(2)
    kept = record.kept()
    assert [kept.facets(Search()), kept.facets(Search()), kept.facets(Search(words="dam"))] == [1, 1, 2]
    record.now += OLDEST
    assert kept.facets(Search()) == 3
    kept.forget()
    assert kept.facets(Search()) == 4


def test_a_failure_is_not_kept() -> None:
    record = Slow(2)
    record.broken = True
    kept = record.kept()
    with pytest.raises(ValueError, match="broken"):
        kept.facets(Search())
    record.broken = False
    assert kept.facets(Search()) == 2


def test_who_asks_the_same_at_once_waits_for_one_answer() -> None:
    record, asked, go = Slow(2), Event(), Event()

    def facets(search: Search) -> Any:
        asked.set()
        go.wait(5)
        return Slow.facets(record, search)

    record.facets = facets  # type: ignore[method-assign]
    kept = record.kept()
    with ThreadPoolExecutor(3) as pool:
        first = pool.submit(kept.facets, Search())
        asked.wait(5)
        others = [pool.submit(kept.facets, Search()) for _ in range(2)]
        go.set()
        assert [one.result(5) for one in (first, *others)] == [1, 1, 1]
