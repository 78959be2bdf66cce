"""What people type first and sayso has no verb for, or finds nothing for, is answered with what to type instead."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.record import Record
from tests.record.printed import printed


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = str(tmp_path_factory.mktemp("words") / "sayso.db")
    with Record(place) as record:
        record.add(printed("<Ana Ruiz> {denied} [that the dams leak].", on="2024-03-04", outlet="Post"))
    return place


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_help_is_a_verb_and_words_of_other_programs_lead_to_ours() -> None:
    assert "Show the dossier of an actor" in run("help", "who").output
    assert "Ask the record" in run("help").output
    shown = run("show", "04da3ea48aa493e2.4")
    assert (shown.exit_code, "`sayso quote ID`" in shown.stderr) == (2, True)


def test_no_statement_is_never_silence(place: str) -> None:
    found = run("said", "--record", place, "--by", "Ruiz", "--kind", "mixed", "--since", "2025")
    assert "No statement on the record meets what is asked: by Ruiz, since 2025, kind mixed." in found.stderr
    assert "topic slope" in run("tally", "--record", place, "--topic", "slope").stderr


def test_a_statement_is_had_by_its_id(place: str) -> None:
    with Record(place) as record:
        (row,) = record.said()
    assert row.id in run("said", "--record", place, row.id).stdout
    assert run("quote", "--record", place, row.id).stdout.startswith("Ana Ruiz denied that the dams leak\n— ")
    assert run("verify", "--record", place, row.id).stdout == "1 statement in 1 article verified\n"
    wrong = run("verify", "--record", place, "0123456789abcdef.7")
    assert (wrong.exit_code, "0123456789abcdef.7" in wrong.stderr) == (2, True)


def test_what_a_folder_had_passed_over_is_no_text_when_it_is_tried_again(place: str, tmp_path: Path) -> None:
    Path(tmp_path, "README").write_text("notes")
    for words in ([str(tmp_path)], ["--failed"]):
        added = run("add", "--record", place, *words)
        assert "1 passed over (file of no kind known 1" in added.stdout, added.output


def test_who_is_called_like_another_is_told(tmp_path: Path) -> None:
    place = str(tmp_path / "sayso.db")
    with Record(place) as record:
        record.add(printed("<Ana Ruiz> {said} [no].", "<Ben Holt> {said} [“it is so”]."))
    assert "called “Ben Holt” now" not in run("rename", "--record", place, "Ruiz", "Dr Ana Ruiz").stderr
    assert "2 are called “Ben Holt” now" in run("rename", "--record", place, "Ruiz", "Ben Holt").stderr
