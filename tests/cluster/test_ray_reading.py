"""One machine and a cluster of Ray's tell the same of an archive, and a second run reads nothing again."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.record import Record
from tests.inputs import made

pytestmark = [pytest.mark.slow, pytest.mark.model]


@pytest.fixture
def archives(tmp_path: Path) -> list[str]:
    """Two crawls of pages in which somebody speaks, and in one of them a page that nothing can be made of."""
    places = []
    for n in range(2):
        pages = {
            f"https://orsa.example/{n}/{m}": ("200 OK", made.page(f"{made.WORDS} That was {n}, {m}.")) for m in range(3)
        }
        pages[f"https://orsa.example/{n}/empty"] = ("200 OK", b"   ")
        (tmp_path / f"{n}.warc.gz").write_bytes(made.warc(pages))
        places.append(str(tmp_path / f"{n}.warc.gz"))
    return places


def told(record: Path) -> list[str]:
    with Record(record) as store:
        return sorted(repr((row.document.url, row.statement)) for row in store.said())


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_finds_what_one_machine_finds(archives: list[str], tmp_path: Path) -> None:
    pytest.importorskip("ray")
    alone, many, out = tmp_path / "alone.db", tmp_path / "many.db", tmp_path / "out"
    assert CliRunner().invoke(app, ["add", *archives, "--record", str(alone)]).stdout == "6 added, 2 failed\n"
    on_ray = ["add", *archives, "--ray", "local", "--jobs", "2", "--out", str(out), "--record", str(many)]
    first = CliRunner().invoke(app, on_ray)
    assert first.stdout == "6 added, 2 failed\n", first.output
    assert told(alone) == told(many)
    written = {path: path.stat().st_mtime_ns for path in out.iterdir()}
    assert CliRunner().invoke(app, on_ray).stdout == "0 added, 6 already there, 2 failed\n"
    assert {path: path.stat().st_mtime_ns for path in out.iterdir()} == written
    gone = CliRunner().invoke(app, ["add", str(tmp_path / "gone.warc.gz"), *on_ray[len(archives) + 1 :]])
    assert gone.exit_code == 1
    assert gone.stderr.startswith("a worker of local failed: ")
    assert len(gone.stderr.splitlines()) == 1
