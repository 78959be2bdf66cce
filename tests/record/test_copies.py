"""A record is copied into one file while others write to it; a copy is whole or it is not there."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from sayso.record import Record, RecordError, backup, restore
from tests.record.conftest import Databases, Files, Places, sql
from tests.record.printed import printed
from tests.record.store.test_hardship import article

ROOT = Path(__file__).parents[2]
COPYING = """
import sys; from pathlib import Path; from sayso.record import backup; backup(sys.argv[1], Path(sys.argv[2]))
"""


@pytest.fixture(autouse=True, scope="module")
def tools(engine: Files | Databases) -> Iterator[None]:
    """PostgreSQL's tools of the version of the tests' server."""
    with pytest.MonkeyPatch.context() as patch:
        if isinstance(engine, Databases):
            place = engine.new()
            ((tools,),) = sql(place, "SELECT setting FROM pg_config WHERE name = 'BINDIR'")
            engine.drop(place)
            patch.setenv("PATH", str(tools), prepend=":")
        yield


def filled(place: str, articles: int = 3) -> None:
    with Record(place) as record:
        for n in range(articles):
            reading = printed(*article(n), name=f"{n}.txt")
            record.add(reading, content=f"{n}.txtNone{reading.article.text}".encode())  # its digest is told of that
        record.rename("Ana Ruiz", "Ana Ruiz Ortega", who="ed")


def told(place: str) -> tuple[object, ...]:
    with Record(place, must_exist=True) as record:
        held = [record.held(one.article) for one in record.captures()]
        return tuple(record.said()), record.decisions(), held, [record.original(one.capture.article) for one in held]


def test_what_is_restored_is_what_was_copied(engine: Files | Databases, place: str, tmp_path: Path) -> None:
    filled(place)
    copy, other = tmp_path / "copy", engine.empty()
    assert backup(place, copy) == copy.stat().st_size
    restore(copy, other)
    assert told(other) == told(place)
    with Record(other) as record:
        assert record.add(printed(*article(9), name="9.txt")).new
        assert len([*record.said("dam")]) == 4
    assert [path.name for path in tmp_path.iterdir()] == ["copy"]
    engine.drop(other)


@pytest.mark.slow
def test_copies_made_while_others_write_hold_whole_articles_only(
    engine: Files | Databases, place: str, tmp_path: Path
) -> None:
    filled(place)
    done = Event()

    def write() -> None:
        with Record(place) as record:
            for n in range(100, 10_000):
                record.add(printed(*article(n), name=f"{n}.txt"), settled=False)
                if done.is_set():
                    return

    writer = Thread(target=write)
    writer.start()
    counts = []
    try:
        for n in range(4):
            copy, other = tmp_path / f"{n}.copy", engine.empty()
            backup(place, copy)
            restore(copy, other)
            with Record(other, must_exist=True) as record:
                counts.append(record.count())
                assert not [one.fault for one in record.proofs() if one.fault]
            engine.drop(other)
    finally:
        done.set()
        writer.join()
    assert all(statements == 2 * articles for articles, statements in counts)
    assert counts == sorted(counts)
    assert counts[-1] > counts[0]


def test_a_disk_that_fills_is_one_line_and_the_copy_of_yesterday_stays(place: str, tmp_path: Path) -> None:
    filled(place)
    copy = tmp_path / "copy"
    copy.write_text("yesterday")

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    command = [sys.executable, "-c", COPYING, place, str(copy)]
    failed = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, preexec_fn=little_room)
    assert failed.returncode == 1
    assert "RecordError: " in failed.stderr.splitlines()[-1]
    assert ([path.name for path in tmp_path.iterdir()], copy.read_text()) == (["copy"], "yesterday")
    assert told(place)


def test_nothing_that_is_there_is_written_over(place: str, places: Places, tmp_path: Path) -> None:
    filled(place)
    backup(place, tmp_path / "copy")
    other = places()
    filled(other, 1)
    with pytest.raises(RecordError, match="something is here already"):
        restore(tmp_path / "copy", other)
    with Record(other) as record:
        assert record.count() == (1, 2)


def test_what_is_no_copy_makes_no_record(engine: Files | Databases, tmp_path: Path) -> None:
    nowhere = engine.empty()
    (tmp_path / "notes").write_text("Call Ana Ruiz about the dam.")
    with pytest.raises(RecordError, match="this is no copy that `sayso backup` made"):
        restore(tmp_path / "notes", nowhere)
    with pytest.raises(RecordError, match="no such file"):
        restore(tmp_path / "nothing", nowhere)
    with pytest.raises(RecordError, match="there is no record here"):
        Record(nowhere, must_exist=True)


def test_a_copy_that_was_cut_off_makes_no_record(engine: Files | Databases, place: str, tmp_path: Path) -> None:
    filled(place)
    copy, nowhere = tmp_path / "copy", engine.empty()
    backup(place, copy)
    copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    with pytest.raises(RecordError):
        restore(copy, nowhere)
    with pytest.raises(RecordError, match="there is no record here"):
        Record(nowhere, must_exist=True)


def test_a_copy_of_one_kind_does_not_go_into_the_other(place: str, tmp_path: Path) -> None:
    filled(place)
    backup(place, tmp_path / "copy")
    other = str(tmp_path / "new.db") if "://" in place else "postgresql://127.0.0.1:1/sayso"
    with pytest.raises(RecordError, match=r"this is a copy of a record in \w+, and goes back into such a one"):
        restore(tmp_path / "copy", other)


def test_another_programs_database_is_not_taken_for_a_record(engine: Files | Databases, tmp_path: Path) -> None:
    other = engine.empty()
    sql(other, "CREATE TABLE dams (name TEXT)")
    with pytest.raises(RecordError, match=r"this is no record of sayso's|there is no record here"):
        backup(other, tmp_path / "copy")
    with pytest.raises(RecordError, match="there is no record here"):
        backup(tmp_path / "nothing.db", tmp_path / "copy")
    assert [*tmp_path.iterdir()] == []
