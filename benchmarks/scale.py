"""From WARC to record, in each way that there is: `python -m benchmarks.scale FOLDER_OF_PAGES DOCUMENTS [WAY…]`.

The pages are packed into four archives, and added by one process, by two jobs, and by a Ray of two workers. Printed are
documents a second, the processor time and memory that they took, and whether all ways tell the same, row by row.
"""

import hashlib
import io
import sys
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.ingest.add import add_all
from sayso.ingest.pool import Readers
from sayso.ingest.sources import Sources
from sayso.record import Record

ARCHIVES = 4


def main() -> None:
    pages, number, ways = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:] or [*WAYS]
    with TemporaryDirectory() as folder:
        archives = packed(pages, number, Path(folder))
        told = {way: measured(way, archives, Path(folder, f"{way}.db")) for way in ways}
    print("all ways tell the same" if len(set(told.values())) == 1 else "THE WAYS DIFFER")


def packed(pages: Path, number: int, folder: Path) -> list[str]:
    """So many pages in archives; when there are fewer, each is there several times, told apart by a comment."""
    places = [folder / f"{n}.warc.gz" for n in range(ARCHIVES)]
    files = sorted(path for path in pages.rglob("*") if path.suffix in (".html", ".txt"))
    for part, place in enumerate(places):
        with place.open("wb") as file:
            writer = WARCWriter(file, gzip=True)
            for n, path in islice(enumerate(islice(cycle(files), number)), part, None, ARCHIVES):
                body = path.read_bytes() + b"<!-- %d -->" % n
                headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
                url = f"https://pages.example/{n}"
                writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(body), http_headers=headers))
    return [str(place) for place in places]


def by_jobs(jobs: int) -> Callable[[list[str], Record], int]:
    def add(archives: list[str], record: Record) -> int:
        readers = Readers()
        readers.expect(jobs)
        try:
            return sum(1 for _ in add_all(Sources(archives), record, readers.read, jobs=jobs))
        finally:
            readers.close()

    return add


def by_ray(archives: list[str], record: Record) -> int:
    from sayso.cluster.ray_reading import read_on_ray
    from sayso.cluster.readings import load

    with TemporaryDirectory() as out:
        count = sum(1 for file in read_on_ray(archives, Path(out), "local", 2) for _ in load(file, record))
    record.settle()
    return count


WAYS: dict[str, Callable[[list[str], Record], int]] = {"one": by_jobs(1), "jobs2": by_jobs(2), "ray2": by_ray}


def measured(way: str, archives: list[str], place: Path) -> str:
    """Print how a way does; the digest of all that it tells."""
    began, used = perf_counter(), processor()
    with Record(place) as record:
        count = WAYS[way](archives, record)
        took, worked = perf_counter() - began, processor() - used
        rows = sorted(repr((row.id, row.statement)) for row in record.said())
    peak = getrusage(RUSAGE_SELF).ru_maxrss // 1000
    print(f"{way}: {count / took:.2f} documents/s, {worked / count * 1000:.0f} ms of processor each, {peak} MB here")
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def processor() -> float:
    """Seconds of processor that this program and the children that have ended took."""
    return sum(sum(getrusage(who)[:2]) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))


if __name__ == "__main__":
    main()
