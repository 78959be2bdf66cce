"""Whatever happens to a process that reads costs its document one line, and the next is read."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

import sayso
from sayso.data.errors import Unreadable
from sayso.data.found import Found
from sayso.ingest.child import Task
from sayso.ingest.limits import busy_seconds
from sayso.ingest.pool import Readers, jobs_for
from sayso.ingest.reader import Limits

pytestmark = pytest.mark.slow

DAM = b"Mayor Ana Ruiz said on Monday that the old dam would stay where it is for a hundred years.\n"


def task(mishap: str, **given: Any) -> Task:
    return Task(f"tests.ingest.mishaps:{mishap}", "dam.txt", given)


@pytest.fixture(scope="module")
def pool() -> Iterator[Readers]:
    readers = Readers(Limits(seconds=3, memory=200_000_000))
    yield readers
    readers.close()


@pytest.mark.parametrize(
    ("mishap", "why"),
    [
        ("hangs", "it took more than 3 s to read"),
        ("eats", "it took more memory to read than there is for it, 200 MB at most"),
        ("asks_too_much", "it took more memory to read than there is for it, 200 MB at most"),
        ("leaves", "sayso itself failed on it: the process that read it ended by exit status 3"),
        ("crashes", "sayso itself failed on it: the process that read it ended by SIGSEGV"),
        ("fails", "sayso itself failed on it: ZeroDivisionError: division by zero"),
    ],
)
def test_a_mishap_is_one_line_and_the_next_document_is_read(pool: Readers, mishap: str, why: str) -> None:
    with pytest.raises(Unreadable) as raised:
        pool.ask(task(mishap))
    assert str(raised.value) == f"dam.txt: {why}"
    assert pool.ask(task("well", word="dam")) == "DAM"


def test_a_document_that_waits_for_a_core_is_given_its_time(pool: Readers) -> None:
    """The limit is on work: on a machine that has too much to do an honest page takes longer."""
    if busy_seconds(os.getpid()) is None:
        pytest.skip("the system does not tell work from waiting")
    assert pool.ask(task("waits", seconds=4)) == 4


def test_children_share_the_cores(pool: Readers) -> None:
    readers = Readers(jobs=64)
    assert readers.ask(task("cores")) == 1
    readers.close()


def test_a_capture_to_compare_with_is_read_there_too(pool: Readers) -> None:
    found = pool.article(Found(DAM, "https://courier.example/dam"), "dam.txt")
    assert (found.document.url, found.text) == ("https://courier.example/dam", DAM.decode().strip())


def test_a_child_is_used_again(pool: Readers) -> None:
    assert pool.ask(task("process")) == pool.ask(task("process")) != os.getpid()


def test_what_others_left_in_a_child_costs_no_document(pool: Readers) -> None:
    for _ in range(4):
        pool.ask(task("keeps", megabytes=90))


def test_what_is_printed_is_no_answer(pool: Readers) -> None:
    assert pool.ask(task("prints")) == "read"


def test_it_gives_what_reading_in_this_process_gives(pool: Readers) -> None:
    assert pool.read(Found(DAM), "dam.txt") == sayso.read(DAM, name="dam.txt")
    assert pool.attribute(DAM.decode(), "dam.txt") == sayso.attribute(DAM.decode())
    with pytest.raises(Unreadable, match=r"dam\.txt: empty"):
        pool.read(Found(b""), "dam.txt")


def test_those_who_wait_when_it_is_closed_are_told(pool: Readers) -> None:
    readers, told = Readers(), []

    def ask() -> None:
        with pytest.raises(Unreadable) as raised:
            readers.ask(task("waits", seconds=60))
        told.append(raised.value.why)

    thread = Thread(target=ask)
    thread.start()
    time.sleep(0.2)
    started = time.monotonic()
    readers.close()
    thread.join()
    assert time.monotonic() - started < 10
    assert told == ["sayso was stopped before it was read"]


def test_a_child_ends_with_its_parent_whatever_it_does(tmp_path: Path) -> None:
    """It ends itself, in the middle of a pattern, when nobody is left to do it."""
    program = (
        "from sayso.ingest.pool import Readers; from sayso.ingest.reader import Limits; from threading import Thread;"
        "from sayso.ingest.child import Task; import os, time; readers = Readers(Limits(seconds=1));"
        "print(readers.ask(Task('tests.ingest.mishaps:process', '', {})), flush=True);"
        "Thread(target=readers.ask, args=[Task('tests.ingest.mishaps:hangs', '', {})], daemon=True).start();"
        "time.sleep(0.3); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    child = int(done.stdout)
    for _ in range(300):
        if not is_alive(child):
            return
        time.sleep(0.1)
    raise AssertionError("the child lives on")


def is_alive(process: int) -> bool:
    """Whether it runs; one that has ended and was not asked for yet does not."""
    try:
        os.kill(process, 0)
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except (ProcessLookupError, FileNotFoundError):
        return False


@pytest.mark.parametrize(("documents", "wanted", "jobs"), [(1, None, 1), (1, 8, 1), (100, 8, 8), (0, None, 1)])
def test_no_more_read_than_there_is_to_read(documents: int, wanted: int | None, jobs: int) -> None:
    assert jobs_for(documents, wanted) == jobs
