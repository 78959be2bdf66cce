"""Another model while the pages are read: `python -m benchmarks.again [ARTICLES] [PLACE]`.

A record of made-up articles, as an older model read them, is served twice to ten readers: without anything beside, and
with `--again`. Printed are how long readers wait, by the clock and by the processor time of those that answer, and how
many articles were read meanwhile. Then what `changes` tells is held against what is on the record before and after.
"""

import random
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from benchmarks.attack_server import Server, serving
from benchmarks.attacking import processor_of
from benchmarks.store import article, world_of
from sayso.data.statement import Speaker
from sayso.record import Record

READERS, SECONDS_ALONE, MOST_SECONDS = 10, 30, 600
PATHS = ("/", "/search?q=said", "/search?by=Ana", "/api/v1/search?q=the", "/api/v1/facets", "/feed.atom", "/changes")
Told = set[tuple[str, str, str]]


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with TemporaryDirectory() as folder:
        place = sys.argv[2] if len(sys.argv) > 2 else str(Path(folder, "sayso.db"))
        before = filled(place, number)
        with serving(place) as server:
            end = time.monotonic() + SECONDS_ALONE
            print("without:", read(server, lambda: time.monotonic() < end))
        began = time.monotonic()
        with serving(place, "--again") as server, Record(place) as record:
            last = began + MOST_SECONDS
            print("beside it:", read(server, lambda: bool(left(record)) and time.monotonic() < last))
            done = number - left(record)
        print(f"{done} of {number} articles were read again in {time.monotonic() - began:.0f} s")
        with Record(place) as record:
            tell_differences(record, before, on_the_record(record))


def filled(place: str, number: int) -> Told:
    world, chance = world_of(500), random.Random(26)
    with Record(place) as record:
        for n in range(number):
            made = article(n, world, chance)
            content = made.article.text.encode()
            record.add(made, content=content, captured=("2024-05-01T09:00:00+00:00", "sayso 0.0"), settled=False)
        record.settle()
        return on_the_record(record)


def left(record: Record) -> int:
    from sayso.ingest.again import reader_here

    return len(record.read_otherwise(reader_here()))


def read(server: Server, goes_on: Callable[[], bool]) -> str:
    """What readers wait for as long as it goes on."""
    workers = server.answering()
    used, times = processor_of(workers), list[float]()

    def one_reads(number: int) -> None:
        chance = random.Random(number)
        while goes_on():
            started = time.monotonic()
            assert server.ask(chance.choice(PATHS)) == 200
            times.append(time.monotonic() - started)
            time.sleep(0.2)

    with ThreadPoolExecutor(READERS) as pool:
        list(pool.map(one_reads, range(READERS)))
    cuts = quantiles(times, n=100)
    used = processor_of(workers) - used
    clock = ", ".join(f"p{at} {1e3 * cuts[at - 1]:.0f}" for at in (50, 95, 99))
    return f"{len(times)} pages, {clock} ms, {1e3 * used / len(times):.0f} ms of processor a page"


def on_the_record(record: Record) -> Told:
    """Article, words and speaker of every statement, as each was read."""
    return {
        (one.article, " … ".join(span.text for span in said.attribution.content), _speaker(said.speakers))
        for one in record.captures()
        for said in record.as_read(one.article).statements
    }


def _speaker(speakers: tuple[Speaker, ...]) -> str:
    return ", ".join(who.name for who in speakers)


def tell_differences(record: Record, before: Told, after: Told) -> None:
    """Whether each statement that is only before or only after is told as such, words and speaker."""
    gone, new = set[tuple[str, str, str]](), set[tuple[str, str, str]]()
    for reread in record.since("2024-05-02").reread:
        for one in reread.differences:
            now = reread.article, one.words, one.speaker or ""
            if one.became == "gone":
                gone.add(now)
                continue
            new.add(now)
            if one.became != "new":
                spoke = one.spoke if one.spoke is not None or one.became == "other speaker" else one.speaker
                gone.add((reread.article, one.were or one.words, spoke or ""))
    print(
        f"{len(before - after)} statements are no more, of which {len((before - after) - gone)} are not told;", end=" "
    )
    print(f"{len(after - before)} are new, of which {len((after - before) - new)} are not told")


if __name__ == "__main__":
    main()
