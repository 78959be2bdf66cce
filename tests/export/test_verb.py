"""`sayso export` from end to end."""

import csv
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pyarrow import parquet
from typer.testing import CliRunner, Result

from sayso import export
from sayso.cli import app
from sayso.data.entry import Known
from sayso.record import Record
from tests.record.printed import described, printed

Sayso = Callable[..., Result]


@pytest.fixture
def sayso(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sayso:
    """Run a command in an empty folder, on the record."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_RECORD", str(place))
    return lambda *words: CliRunner().invoke(app, words)


def contents(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [line["content"] for line in csv.DictReader(file)]


@pytest.mark.parametrize("suffix", export.FORMATS)
def test_it_writes_all_and_says_how_many(sayso: Sayso, tmp_path: Path, suffix: str) -> None:
    result = sayso("export", f"all{suffix}")
    assert (result.exit_code, result.stdout) == (0, f"8 statements written to all{suffix}\n")
    assert (tmp_path / f"all{suffix}").exists()


def test_it_writes_what_said_finds(sayso: Sayso, tmp_path: Path) -> None:
    for asked in (["dam"], ["--by", "Ruiz"], ["--about", "Holt"], ["--since", "2024-05"], ["--until", "2024-01"]):
        sayso("export", "some.jsonl", *asked)
        assert (tmp_path / "some.jsonl").read_text("utf-8") == sayso("said", *asked, "--json").stdout
    sayso("export", "some.csv", "nothing", "--kind", "direct", "--outlet", "courier")
    assert contents(tmp_path / "some.csv") == ["“Holt knows nothing,” … “of dams.”"]


def test_it_tells_in_json_what_it_wrote(sayso: Sayso) -> None:
    assert json.loads(sayso("export", "a.csv", "--by", "Holt", "--json").stdout) == {"file": "a.csv", "statements": 2}


def test_a_name_that_means_nobody_is_told(sayso: Sayso) -> None:
    result = sayso("export", "a.csv", "--by", "Zoe")
    assert result.stdout == "0 statements written to a.csv\n"
    assert result.stderr == "no one on the record is called “Zoe”\n"


def test_an_unknown_suffix_is_wrong_use(sayso: Sayso, tmp_path: Path) -> None:
    result = sayso("export", "all.doc", "--record", "gone.db")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("all.doc: no known format; let its name end in .csv")
    assert len(result.stderr.splitlines()) == 1


def test_a_missing_library_is_wrong_use(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    result = sayso("export", "all.xlsx")
    assert result.exit_code == 2
    assert result.stderr == "all.xlsx: to write .xlsx takes sayso's extra “export”: docs/install.md\n"


def test_no_record_is_wrong_use_and_makes_no_file(sayso: Sayso, tmp_path: Path) -> None:
    result = sayso("export", "all.csv", "--record", "gone.db")
    assert result.exit_code == 2
    assert not (tmp_path / "all.csv").exists()
    assert not (tmp_path / "gone.db").exists()


def test_a_full_disk_is_a_failure_of_one_line_and_the_old_file_stays(tmp_path: Path) -> None:
    """No file may grow beyond 64 KB here; the record, which is not written to, has more."""
    with Record(tmp_path / "sayso.db") as record:
        record.add(printed(f"<Ana Ruiz> {{said}} [{'no ' * 100_000}]."))
    (tmp_path / "all.csv").write_text("old")
    run = "import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (65536, 65536)); from sayso.cli import app; app()"
    command = [sys.executable, "-c", run, "export", "all.csv", "--record", "sayso.db"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == "all.csv: not written: file too large\n"
    assert (tmp_path / "all.csv").read_text() == "old"
    assert not list(tmp_path.glob(".sayso-*"))


def test_help_names_every_format(sayso: Sayso) -> None:
    shown = re.sub(r"[\s│]+", "", sayso("export", "--help").stdout)
    assert all(suffix in shown for suffix in export.FORMATS)


def test_nothing_is_loaded_that_a_format_does_not_need() -> None:
    unneeded = {"pyarrow", "xlsxwriter", "onnxruntime"}
    run = f"import sys, sayso.cli, sayso.export; print(*sorted({unneeded} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=True).stdout == "\n"


def test_tables_have_the_columns_of_ones_own_list_and_how_they_were_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Record(tmp_path / "sayso.db") as record:
        record.add(described(printed("<Ana Ruiz> {said} [yes].", "<Ben Holt> {said} [no].", "<police> {said} [so].")))
        record.refer([Known("a", "Ana Ruiz", "person", columns=(("act", "harbour"), ("party", "Reeds")))])
    for name in ("all.csv", "all.parquet", "all.xlsx"):
        CliRunner().invoke(app, ["export", name, "--made"])
        assert json.loads((tmp_path / f"{name}.made.json").read_text("utf-8"))["statements"] == 3
    table = parquet.read_table(tmp_path / "all.parquet")
    assert table["party"].to_pylist() == ["Reeds", "not on the list", "not on the list"]
    assert table["act_"].to_pylist()[0] == "harbour"  # beside sayso's own
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["party"] for row in csv.DictReader(file)] == table["party"].to_pylist()
