"""`sayso forget` as somebody types it."""

from pathlib import Path

from typer.testing import CliRunner

from sayso.cli import app
from sayso.record import Record
from tests.record.printed import printed


def test_a_document_is_forgotten_by_its_id_with_a_reason_that_is_listed(tmp_path: Path) -> None:
    place = str(tmp_path / "sayso.db")
    with Record(place) as record:
        key = record.add(printed("<Ana Ruiz> {said} [the dam stays].")).article
    run = CliRunner().invoke
    assert run(app, ["forget", key, "--record", place]).exit_code == 2
    done = run(app, ["forget", key, "--why", "a court says so", "--as", "ana", "--record", place])
    assert (done.exit_code, done.stderr) == (0, "")
    assert "ana · a court says so" in run(app, ["decisions", "--record", place]).stdout
    again = run(app, ["forget", key, "--why", "it says so still", "--record", place])
    assert again.stderr == f"{key} was forgotten before; its words are in no file of the record\n"
    never = run(app, ["forget", "0123456789abcdef", "--why", "why not", "--record", place])
    assert (never.exit_code, never.stderr) == (2, "no article on the record is 0123456789abcdef\n")
