"""Nested data while it is read: what is open, the keys that wait for their values, and the value in the end."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class _Open:
    declared: int | None
    keys: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def built(self) -> object:
        if not self.keys or all(key.isdecimal() for key in self.keys):
            return self.values
        return dict(zip(self.keys, self.values, strict=False))


class Nest:
    """Takes in what a dump holds, in its order; `verified` is whether what it declares of itself is right."""

    def __init__(self) -> None:
        self._stack = [_Open(None)]
        self.verified: bool | None = None

    @property
    def depth(self) -> int:
        return len(self._stack) - 1

    @property
    def finished(self) -> bool:
        return len(self._stack) == 1 and bool(self._stack[0].values)

    def key(self, name: str) -> None:
        self._stack[-1].keys.append(name)

    def add(self, value: object) -> None:
        self._stack[-1].values.append(value)

    def open(self, declared: int | None = None) -> None:
        """Open an array or object; `declared` is how many values it says it has."""
        self._stack.append(_Open(declared))

    def close(self) -> None:
        if len(self._stack) > 1:
            closed = self._stack.pop()
            if closed.declared is not None:
                self.check(closed.declared == len(closed.values))
            self.add(closed.built())

    def check(self, right: bool) -> None:
        self.verified = right and self.verified is not False

    def value(self) -> object:
        """What was read; whatever is open still was cut off."""
        while len(self._stack) > 1:
            self.verified = False
            self.close()
        return self._stack[0].values[0] if self._stack[0].values else None
