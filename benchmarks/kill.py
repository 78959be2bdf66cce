"""Kill an add at random moments: `python -m benchmarks.kill [TIMES [ARTICLES [WAY…]]]`, in each way: one, jobs, ray.

Each time `sayso add` puts the articles of some ZIP files on a new record and is killed (SIGKILL) at a random moment;
then it is run again to the end. What was reported must be there, nothing twice, the file whole, and the record the
same, row by row, as one of one process that was never disturbed.
"""

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.store import article, world_of
from sayso.record import Record

EACH = 10
"""Articles in a file."""
ADD = (sys.executable, "-c", "from sayso.cli import app; app()", "add", "--json")
WAYS = {
    "one": ("--jobs", "1"),
    "jobs": ("--jobs", "2"),
    "ray": ("--ray", "local", "--jobs", "2", "--out", "{}.read"),
}


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    ways = sys.argv[3:] or [way for way in WAYS if way != "ray" or find_spec("ray")]
    with TemporaryDirectory() as folder:
        files = list(archives(Path(folder), number))
        add(files, Path(folder, "undisturbed.db"), "one", None)
        expected = told(Path(folder, "undisturbed.db"))
        for way in ways:
            killed(Path(folder), files, way, times, expected)


def archives(folder: Path, number: int) -> Iterator[Path]:
    """Made-up articles, some in a file."""
    world, chance = world_of(200), random.Random(11)
    for first in range(0, number, EACH):
        with zipfile.ZipFile(folder / f"{first:04}.zip", "w") as file:
            for n in range(first, min(first + EACH, number)):
                file.writestr(f"{n:04}.txt", article(n, world, chance).article.text)
        yield folder / f"{first:04}.zip"


def killed(folder: Path, files: list[Path], way: str, times: int, expected: list[object]) -> None:
    """See what is left of a way's runs that are killed, and made anew to their end."""
    chance, left = random.Random(11), []
    started = time.perf_counter()
    add(files, folder / f"{way}.db", way, None)
    whole = time.perf_counter() - started
    assert told(folder / f"{way}.db") == expected, f"{way}: the record is another"
    for n in range(times):
        place = folder / f"{way}-{n}.db"
        reported = add(files, place, way, chance.uniform(0, whole))
        left.append(checked(place, reported))
        add(files, place, way, None)
        assert told(place) == expected, f"{way}, kill {n}: the record is another"
        place.unlink()
    print(f"{way}: {times} kills during an add of {whole:.0f} s: nothing lost, nothing twice, all whole, the same")
    print(
        f"{expected[0]} articles and statements; on the record when killed: {min(left)} to {max(left)} articles",
        flush=True,
    )


def add(files: list[Path], place: Path, way: str, kill_after: float | None) -> set[str]:
    """Run the command, to its end or until it is killed; returns the digests that it reported as added."""
    options = [option.format(place) for option in WAYS[way]]
    command = [*ADD, *map(str, files), *options, "--record", str(place)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
        if kill_after is not None:
            time.sleep(kill_after)
            program.send_signal(signal.SIGKILL)
        lines = program.communicate()[0].split("\n")[:-1]
    assert kill_after is not None or program.returncode == 0
    return {json.loads(line)["document"]["sha256"] for line in lines}


def checked(place: Path, reported: set[str]) -> int:
    """See that all that was reported is there, and that the file is whole; returns how many articles it holds."""
    if not place.exists():
        assert not reported
        return 0
    with sqlite3.connect(place) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not file.execute("PRAGMA foreign_key_check").fetchall()
        there = {row[0] for row in file.execute("SELECT sha256 FROM documents")} if has_tables(file) else set()
    assert reported <= there
    return len(there)


def has_tables(file: sqlite3.Connection) -> bool:
    return bool(file.execute("SELECT 1 FROM sqlite_master WHERE name = 'documents'").fetchall())


def told(place: Path) -> list[object]:
    """All statements with their speakers, without when they were captured."""
    with Record(place) as record:
        rows = [(row.id, row.statement, row.dated) for row in record.said()]
        assert len({row[0] for row in rows}) == len(rows)
        return [record.count(), rows]


if __name__ == "__main__":
    main()
