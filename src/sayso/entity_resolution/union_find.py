"""Which things belong together when some pairs of them do."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Union(Generic[T]):
    """Disjoint sets (Tarjan 1975): join pairs, then ask for the sets; their order is that of the things."""

    def __init__(self, things: Iterable[T]) -> None:
        self._parent: dict[T, T] = {thing: thing for thing in things}

    def join(self, one: T, other: T) -> None:
        first, second = self.root(one), self.root(other)
        if first != second:
            self._parent[second] = first

    def root(self, thing: T) -> T:
        """The one thing that stands for its set."""
        while (parent := self._parent[thing]) != thing:
            self._parent[thing] = self._parent[parent]
            thing = parent
        return thing

    def sets(self) -> list[list[T]]:
        found: dict[T, list[T]] = {}
        for thing in self._parent:
            found.setdefault(self.root(thing), []).append(thing)
        return list(found.values())
