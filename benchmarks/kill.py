"""Kill an add at fifty random moments: `python -m benchmarks.kill [TIMES]`.

Each time `sayso add` puts 500 articles on a new record and is killed (SIGKILL) at a random moment; then it is run again
to the end. What was reported must be there, nothing twice, the file whole, the record the same as one never disturbed.
"""

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.store import article, world_of
from sayso.record import Record

ARTICLES = 500
ADD = (sys.executable, "-c", "from sayso.cli import app; app()", "add", "--json")


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    chance = random.Random(11)
    with TemporaryDirectory() as folder:
        articles = Path(folder, "articles")
        articles.mkdir()
        world = world_of(200)
        for n in range(ARTICLES):
            (articles / f"{n:03}.txt").write_text(article(n, world, chance).article.text, "utf-8")
        started = time.perf_counter()
        add(articles, Path(folder, "undisturbed.db"), None)
        whole = time.perf_counter() - started
        expected = told(Path(folder, "undisturbed.db"))
        left = []
        for n in range(times):
            place = Path(folder, f"{n}.db")
            reported = add(articles, place, chance.uniform(0, whole))
            left.append(checked(place, reported))
            add(articles, place, None)
            assert told(place) == expected, f"kill {n}: the record is another"
            place.unlink()
    print(
        f"{times} kills during an add of {ARTICLES} articles ({whole:.0f} s): nothing lost, nothing twice, all whole;"
    )
    print(f"on the record when killed: {min(left)} to {max(left)} articles")


def add(articles: Path, place: Path, kill_after: float | None) -> set[str]:
    """Run the command, to its end or until it is killed; returns the digests that it reported as added."""
    command = [*ADD, str(articles), "--record", str(place)]
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
