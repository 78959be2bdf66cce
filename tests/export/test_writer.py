"""What every format has in common: told by the suffix, whole or not at all."""

import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sayso import export
from sayso.record import StatementRow

SUFFIXES = list(export.FORMATS)


@contextmanager
def small_disk() -> Iterator[None]:
    """No file may grow beyond 2 KB: to a program that is as if the disk were full. The tests’ own log is a file too."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2048, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_it_tells_how_many_it_wrote_and_leaves_nothing_else(
    tmp_path: Path, rows: list[StatementRow], suffix: str
) -> None:
    assert export.write(iter(rows), tmp_path / f"all{suffix}") == len(rows) == 8
    assert [path.name for path in tmp_path.iterdir()] == [f"all{suffix}"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_statements_make_the_same_file(tmp_path: Path, rows: list[StatementRow], suffix: str) -> None:
    one, other = tmp_path / f"one{suffix}", tmp_path / f"other{suffix}"
    export.write(rows, one)
    export.write(rows, other)
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_statements_make_a_file_that_says_so(tmp_path: Path, suffix: str) -> None:
    assert export.write([], tmp_path / f"none{suffix}") == 0
    assert (tmp_path / f"none{suffix}").exists()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_full_disk_is_one_line_and_leaves_the_old_file_whole(
    tmp_path: Path, rows: list[StatementRow], suffix: str
) -> None:
    path = tmp_path / f"all{suffix}"
    path.write_text("old")
    with small_disk(), pytest.raises(export.NotWritten) as caught:
        export.write(rows * 50, path)
    assert str(caught.value) == f"{path}: not written: file too large"
    assert path.read_text() == "old"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_record_that_fails_midway_leaves_the_old_file_whole(
    tmp_path: Path, rows: list[StatementRow], suffix: str
) -> None:
    def failing() -> Iterator[StatementRow]:
        yield from rows
        raise ZeroDivisionError

    path = tmp_path / f"all{suffix}"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError):
        export.write(failing(), path)
    assert path.read_text() == "old"
    assert list(path.parent.iterdir()) == [path]


def test_the_longest_suffix_tells_the_format_in_any_case() -> None:
    assert export.format_of("a.annotations.jsonld").name == "W3C Web Annotation"
    assert export.format_of("a.JSONLD").name == "schema.org in JSON-LD"


def test_an_unknown_suffix_is_told_with_those_that_are_known(tmp_path: Path) -> None:
    with pytest.raises(export.UnknownFormat, match=r"all\.doc: no known format; let its name end in \.csv, .* or "):
        export.write([], tmp_path / "all.doc")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("suffix", "library"), [(".xlsx", "xlsxwriter"), (".parquet", "pyarrow")])
def test_a_missing_library_is_told_with_the_way_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(export.MissingLibrary, match=rf"a{suffix}: .*takes sayso's extra “export”: docs/install.md$"):
        export.write([], tmp_path / f"a{suffix}")


def test_a_folder_that_is_not_there_and_one_in_the_files_place_are_told(tmp_path: Path) -> None:
    with pytest.raises(export.NotWritten, match="not written: no such file or directory"):
        export.write([], tmp_path / "gone" / "a.csv")
    (tmp_path / "b.csv").mkdir()
    with pytest.raises(export.NotWritten, match="not written: there is a folder of this name"):
        export.write([], tmp_path / "b.csv")


def test_through_a_link_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    export.write([], tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").is_file()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_that_was_private_stays_so(tmp_path: Path, row: StatementRow, suffix: str) -> None:
    path = tmp_path / f"all{suffix}"
    path.touch(0o600)
    export.write([row], path)
    assert path.stat().st_size
    assert path.stat().st_mode & 0o777 == 0o600


def test_rows_are_taken_one_after_the_other_not_all_at_once(tmp_path: Path, row: StatementRow) -> None:
    path = tmp_path / "all.jsonl"

    def watched() -> Iterator[StatementRow]:
        for _ in range(2000):
            yield row
        (part,) = tmp_path.glob(".sayso-*.part")
        assert part.stat().st_size > 1_000_000

    assert export.write(watched(), path) == 2000
