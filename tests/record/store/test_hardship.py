"""Ten readers beside an add, and a disk that is full: no error, no torn read, nothing lost."""

import resource
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from sayso.record import Record, Search
from tests.record.printed import printed

ROOT = Path(__file__).parents[3]


def article(n: int) -> tuple[str, str]:
    return f"<Ana Ruiz> {{said}} [the dam stays {n}].", f"<Ben Holt> {{said}} [it goes {n}]."


@pytest.mark.slow
def test_readers_beside_an_add_see_whole_articles_only(tmp_path: Path) -> None:
    path, done = tmp_path / "sayso.db", Event()
    Record(path).make().close()

    def look() -> int:
        looks = 0
        with Record(path, must_exist=True) as record:
            while not done.is_set() or not looks:
                ids = [row.article.id for row in record.said()]
                assert all(ids.count(one) == 2 for one in set(ids))
                assert record.facets(Search()).total % 2 == 0
                looks += 1
        return looks

    with ThreadPoolExecutor(4) as pool, Record(path) as writer:
        readers = [pool.submit(look) for _ in range(4)]
        try:
            for n in range(15):
                writer.add(printed(*article(n), name=f"{n}.txt"))
        finally:
            done.set()
        assert all(reader.result() for reader in readers)
        assert writer.count() == (15, 30)


FILLING = """
import sys
from sayso.record import Record, RecordError
from tests.record.printed import printed
from tests.record.store.test_hardship import article

with Record(sys.argv[1]) as record:
    for n in range(2000):
        try:
            record.add(printed(*article(n), name=f"{n}.txt"), content=bytes(2000))
        except RecordError as error:
            sys.exit(f"{error}")
        print(n, flush=True)
"""


def test_a_disk_that_takes_nothing_at_all_is_one_line_too(tmp_path: Path) -> None:
    opened = "import sys; from sayso.cli import app; app(['add', 'examples', '--record', sys.argv[1]])"

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    path = tmp_path / "sayso.db"
    done = subprocess.run(
        [sys.executable, "-c", opened, str(path)], capture_output=True, text=True, cwd=ROOT, preexec_fn=no_room
    )
    assert done.returncode
    assert f"{path}: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_full_disk_is_one_clear_line_and_the_record_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))

    filled = subprocess.run(
        [sys.executable, "-c", FILLING, str(path)], capture_output=True, text=True, cwd=ROOT, preexec_fn=little_room
    )
    assert filled.returncode == 1
    assert filled.stderr.startswith(f"{path}: ")
    assert len(filled.stderr.splitlines()) == 1
    with Record(path) as record:
        added = len(filled.stdout.splitlines())
        assert record.count() == (added, 2 * added)
        assert record.add(printed(*article(5000), name="more.txt")).new
