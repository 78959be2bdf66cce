"""How fast and in how much memory what is understood already is written: `python -m benchmarks.bulk 20000 [PLACE]`.

Made-up articles go the whole way of `sayso add` but for the reading. Printed are, by quarters, articles a second by the
clock, this process's processor time an article, and what it holds; then what telling who is who took and held.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks.store import article, world_of
from sayso.data.analysis import Reading
from sayso.data.found import Found
from sayso.ingest.add import add_all
from sayso.ingest.sources import Source
from sayso.record import Record

QUARTERS = 4


class MadeUp:
    """Documents with what is in them, made as they are asked for; the time that takes is not that of adding."""

    def __init__(self, number: int) -> None:
        self.number, self.clock, self.processor = number, 0.0, 0.0
        self._world, self._chance = world_of(max(500, number // 10)), random.Random(18)
        self._readings: dict[str, Reading] = {}

    def __iter__(self) -> Iterator[Source]:
        for n in range(self.number):
            began, worked = perf_counter(), process_time()
            reading = article(n, self._world, self._chance)
            name, content = reading.article.document.name, reading.article.text.encode()
            self._readings[name] = reading
            self.clock, self.processor = self.clock + perf_counter() - began, self.processor + process_time() - worked
            yield Source(name, lambda content=content: Found(content))  # type: ignore[misc]

    def read(self, _: Found, name: str) -> Reading:
        return self._readings.pop(name)


def main() -> None:
    number = int(sys.argv[1])
    with TemporaryDirectory() as folder:
        place = sys.argv[2] if len(sys.argv) > 2 else str(Path(folder, "sayso.db"))
        with Record(place) as record:
            fill(record, MadeUp(number))


def fill(record: Record, documents: MadeUp) -> None:
    quarter = documents.number // QUARTERS
    began = (perf_counter(), process_time())
    for n, _ in enumerate(add_all(documents, record, documents.read, jobs=1), 1):
        if n % quarter == 0:
            clock = perf_counter() - began[0] - documents.clock
            worked = process_time() - began[1] - documents.processor
            print(
                f"{n}: {quarter / clock:.0f} articles/s, {1e3 * worked / quarter:.1f} ms each, {held():.0f} MB",
                flush=True,
            )
            began, documents.clock, documents.processor = (perf_counter(), process_time()), 0.0, 0.0
    print(
        f"settled in {perf_counter() - began[0]:.0f} s, {process_time() - began[1]:.0f} s of processor, {held():.0f} MB"
    )


def held() -> float:
    """Megabytes that this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


if __name__ == "__main__":
    main()
