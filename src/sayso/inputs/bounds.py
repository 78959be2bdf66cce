"""How much may come out of what is packed: a bomb is told by what it makes of its size, before it fills anything."""

import io
from typing import BinaryIO

from sayso.data.errors import Unreadable

MOST_TIMES = 200
"""Pages shrink to a tenth, logs to a fiftieth."""

FREE_BYTES = 100_000_000
"""So much may come out of however little."""

MOST_DEPTH = 4
"""Archives in archives: a WARC in a WACZ in a tar in a gzip."""


class Bounded(io.RawIOBase):
    """A stream that was packed, of which no more is read than fits its size; `packed` in bytes, or the file itself.

    Reading raises Unreadable, by `name`, beyond that.
    """

    def __init__(self, stream: BinaryIO, name: str, packed: "int | BinaryIO") -> None:
        self._stream, self._name, self._packed, self._out = stream, name, packed, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._out += len(data)
        if self._out > FREE_BYTES and self._out > MOST_TIMES * self._size():
            raise Unreadable(self._name, f"it unpacks to more than {MOST_TIMES} times its size")
        buffer[: len(data)] = data
        return len(data)

    def _size(self) -> int:
        return self._packed if isinstance(self._packed, int) else max(self._packed.tell(), 1)

    def close(self) -> None:
        self._stream.close()
        super().close()
