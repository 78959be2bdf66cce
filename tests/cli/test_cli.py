"""The command line from end to end, with the shipped model."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.data.version import __version__
from tests.record.printed import person, printed

DAM = """Ruiz: Dam Must Stay

Mon Mar 4, 2024 09:12:00

Mayor Ana Ruiz said on Monday that the old dam would stay where it is for a hundred years.

“We will not sign,” Ruiz said.
"""


@pytest.fixture
def sayso(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run a command in an empty folder that holds one article, dam.txt."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_RECORD", raising=False)
    (tmp_path / "dam.txt").write_text(DAM, "utf-8")

    def run(*words: str, **options: Any) -> Result:
        return CliRunner().invoke(app, words, **options)

    return run


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_it_tells_its_version(sayso: Any) -> None:
    assert sayso("--version").stdout == f"sayso {__version__}\n"


def test_read_shows_who_said_what_and_stores_nothing(sayso: Any, tmp_path: Path) -> None:
    result = sayso("read", "dam.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith("Ruiz: Dam Must Stay\n2024-03-04 09:12:00 (dateline")
    assert "«“We will not sign,”» [Ruiz] (said)" in result.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["dam.txt"]


def test_read_prints_one_json_object_a_document(sayso: Any) -> None:
    first, second = lines(sayso("read", "dam.txt", "-", "--json", input=DAM.replace("old", "new")))
    assert (first["document"]["name"], second["document"]["name"]) == ("dam.txt", "-")
    for found in (first, second):
        for statement in found["statements"]:
            for span in (*statement["source"], *statement["cue"], *statement["content"]):
                assert found["article"]["text"][span["start"] : span["end"]] == span["text"]


def test_a_bad_document_costs_one_line_and_the_run_goes_on(sayso: Any, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = sayso("read", "gone.txt", "empty.txt", "dam.txt", "--json")
    assert result.exit_code == 1
    assert [found["document"]["name"] for found in lines(result)] == ["dam.txt"]
    gone, empty = result.stderr.splitlines()
    assert gone == "gone.txt: no such file or directory"
    assert empty.startswith("empty.txt: ")


def test_attribute_takes_the_text_exactly_as_given(sayso: Any) -> None:
    text = "\ufeff\r\n  Ana Ruiz said that the dam would stay.\r\n"
    (found,) = lines(sayso("attribute", "-", "--json", input=text.encode()))
    (attribution,) = found["attributions"]
    spans = [*attribution["source"], *attribution["cue"], *attribution["content"]]
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)
    assert attribution["source"][0]["text"] == "Ana Ruiz"


def test_attribute_refuses_what_is_not_utf8(sayso: Any) -> None:
    result = sayso("attribute", "-", input=b"caf\xe9")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "-: it is not UTF-8: unexpected end of data at byte 3\n"


def test_add_counts_what_is_new_what_is_there_and_what_failed(sayso: Any, tmp_path: Path) -> None:
    assert sayso("add", "dam.txt").stdout == "1 added\n"
    (tmp_path / "road.txt").write_text(DAM.replace("dam", "road"))
    result = sayso("add", ".", "gone.txt")
    assert result.stdout == "1 added, 1 already there, 1 failed\n"
    assert result.exit_code == 1
    assert "gone.txt: no such file or directory\n" in result.stderr


def test_add_tells_of_each_document_in_json(sayso: Any) -> None:
    added, failed = lines(sayso("add", "dam.txt", "gone.txt", "--json"))
    assert (added["state"], added["why"], added["statements"] > 0) == ("added", None, True)
    assert failed == {
        "document": {"name": "gone.txt", "sha256": None},
        "state": "failed",
        "statements": 0,
        "why": "no such file or directory",
        "changed": None,
        "language": None,
    }


def test_a_folder_of_which_nothing_is_read_ends_with_one(sayso: Any, tmp_path: Path) -> None:
    (tmp_path / "scans").mkdir()
    (tmp_path / "scans" / "a.png").write_bytes(b"\x89PNG")
    result = sayso("add", "scans")
    assert result.stdout == "0 added, 1 passed over (PNG picture 1; `sayso status --failed` lists them)\n"
    assert result.exit_code == 1
    assert sayso("status", "--failed").stdout.startswith("scans/a.png: passed over: PNG picture (20")
    assert "a statement\n" in sayso("status", "--disk").stdout
    (tmp_path / "scans" / "a.png").write_text(DAM)
    (tmp_path / "scans" / "a.png").rename(tmp_path / "scans" / "a.txt")
    assert sayso("add", "--failed").exit_code == 1


def test_what_the_reader_knows_is_said_with_options(sayso: Any) -> None:
    known = "--title", "The Dam", "--date", "3 May 2024", "--outlet", "The Orsa Post", "--author", "Jo Lund"
    assert sayso("add", "dam.txt", *known, "--url", "https://orsa.example/dam").exit_code == 0
    found = lines(sayso("said", "--json"))[0]
    assert (found["article"]["title"], found["article"]["outlet"]) == ("The Dam", "The Orsa Post")
    assert (found["article"]["published"], found["document"]["url"]) == ("2024-05-03", "https://orsa.example/dam")
    assert sayso("add", "dam.txt", "--date", "some day").stderr == (
        "“some day” is no date; write 2015, 2015-10, 2015-10-10 or 10 October 2015\n"
    )
    assert sayso("add", "dam.txt", "--column", "headline").exit_code == 2


def test_formats_lists_what_is_read(sayso: Any) -> None:
    told = {one["format"]: one for one in lines(sayso("formats", "--json"))}
    assert {"HTML", "PDF", "e-mail", "WARC", "CSV", "feed"} <= told.keys()
    assert "each of these in gzip" in sayso("formats").stdout


def test_said_finds_what_was_added(sayso: Any) -> None:
    sayso("add", "dam.txt")
    (found,) = lines(sayso("said", "sign", "--by", "ruiz", "--since", "2024-03", "--kind", "direct", "--json"))
    assert found["content"][0]["text"] == "“We will not sign,”"
    assert found["speaker"]["name"] == "Ana Ruiz"
    assert (found["article"]["title"], found["dated"]) == ("Ruiz: Dam Must Stay", "2024-03-04T09:12:00")
    assert "“We will not sign,” Ana Ruiz said" in sayso("said", "we", "will").stdout
    assert len(sayso("said", "--json", "--limit", "1").stdout.splitlines()) == 1


def test_said_can_be_narrowed_and_counted(sayso: Any) -> None:
    sayso("add", "dam.txt")
    assert len(lines(sayso("said", "--act", "said", "--not-negated", "--confidence", "0.3", "--json"))) == 3
    assert lines(sayso("said", "--negated", "--json")) == lines(sayso("said", "--topic", "weather", "--json")) == []
    counted = sayso("said", "--by", "Ruiz", "--each", "--counts").stdout
    assert counted.startswith("3 statements\n")
    assert "Ana Ruiz · 3" in counted
    (found,) = lines(sayso("said", "dam", "--counts", "--json"))
    assert found["speakers"] == [{"value": "person:ana-ruiz", "label": "Ana Ruiz", "count": found["total"]}]


def test_who_shows_a_dossier(sayso: Any) -> None:
    sayso("add", "dam.txt")
    assert sayso("who", "Ruiz").stdout.startswith("Ana Ruiz · person · ")
    (found,) = lines(sayso("who", "ana ruiz", "--json"))
    assert found["actor"]["name"] == "Ana Ruiz"
    assert found["statements"]


def test_two_actors_are_decided_the_same_and_that_is_undone(sayso: Any) -> None:
    from sayso.record import Record

    with Record("sayso.db") as record:
        actors = (person("Ana Ruiz"), person("Anna Ruis"))
        record.add(printed("<Ana Ruiz> {said} [no].", "<Anna Ruis> {said} [yes].", actors=actors))
    decided = sayso("same", "Ruiz", "Ruis", "--as", "ed", "--why", "one passport")
    assert decided.stdout.startswith("1 · person:ana-ruiz = person:anna-ruis · ")
    assert decided.stdout.endswith(" · ed · one passport\n")
    assert [found["speaker"]["name"] for found in lines(sayso("said", "--by", "Ruis", "--json"))] == ["Ana Ruiz"] * 2
    refused = sayso("different", "person:ana-ruiz", "person:anna-ruis")
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert sayso("undo", "--as", "jo").stdout.startswith("2 · 1 undone · ")
    same, undone = lines(sayso("decisions", "--json"))
    assert (same["verb"], same["stands"], undone["verb"], undone["undoes"]) == ("same", False, "undo", 1)
    assert len(lines(sayso("said", "--by", "Ruis", "--json"))) == 1


def test_what_is_wrong_is_put_right_and_stays_so_when_it_is_read_again(sayso: Any) -> None:
    sayso("add", "dam.txt")
    ids = [row["id"] for row in lines(sayso("said", "--json"))]
    assert sayso("rename", "Ruiz", "Ana Ruiz de Orsa", "--as", "ed").exit_code == 0
    assert sayso("reattribute", ids[1], "nobody", "--as", "ed").exit_code == 0
    assert "is no statement" in sayso("reject", ids[2], "--as", "ed", "--why", "a repeat").stdout
    before = lines(sayso("said", "--json"))
    assert [row["speaker"] and row["speaker"]["name"] for row in before] == ["Ana Ruiz de Orsa", None]
    assert sayso("add", "--again", "dam.txt").stdout == "1 added\n"
    assert lines(sayso("said", "--json")) == before
    assert [decision["verb"] for decision in lines(sayso("decisions", "--json"))] == ["rename", "reattribute", "reject"]


def test_a_list_of_ones_own_gives_ids_and_bad_rows_are_named(sayso: Any, tmp_path: Path) -> None:
    sayso("add", "dam.txt")
    (tmp_path / "list.csv").write_text("name,type,qid\nAna Ruiz,person,Q1\nNobody,person,Q2\n,person,Q3\n", "utf-8")
    taken = sayso("reference", "list.csv")
    assert (taken.exit_code, taken.stdout) == (1, "2 entries, 1 of them on the record, 1 rows not used\n")
    assert "list.csv line 4" in taken.stderr
    assert json.loads(sayso("who", "Ruiz", "--json").stdout)["actor"]["qid"] == "Q1"
    assert sayso("reference", "missing.csv").exit_code == 2


def test_a_name_spelled_nearly_so_will_do_unless_it_must_be_exact(sayso: Any) -> None:
    sayso("add", "dam.txt")
    assert sayso("who", "Ana Maria Ruiz").stdout.startswith("Ana Ruiz")
    assert sayso("who", "Ana Maria Ruiz", "--match", "exact").exit_code == 2


def test_a_name_of_several_is_asked_back_with_those_to_choose_from(sayso: Any) -> None:
    from sayso.record import Record

    with Record("sayso.db") as record:
        record.add(
            printed(
                "<Ana Ruiz> {said} [no].", "<Tom Ruiz> {said} [yes].", actors=(person("Ana Ruiz"), person("Tom Ruiz"))
            )
        )
    result = sayso("who", "Ruiz")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "2 actors on the record are called “Ruiz”; say which by the id:" in result.stderr
    assert "person:tom-ruiz" in result.stderr
    assert sayso("who", "person:tom-ruiz").stdout.startswith("Tom Ruiz")
    assert "“Ruiz” means 2 actors here: person:ana-ruiz, person:tom-ruiz" in sayso("said", "--by", "Ruiz").stderr


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("who", "Zed"), "no one on the record is called “Zed”"),
        (("said", "--since", "soon"), "is no date"),
        (("said", "--kind", "shouted"), "shouted"),
        (("said", "--record", "none.db"), "none.db: there is no record here; `sayso add` makes one"),
        (("add", "dam.txt", "--record", "dam.txt"), "dam.txt: file is not a database"),
        (("read",), "Missing argument"),
        (("shout",), "No such command"),
    ],
)
def test_wrong_use_is_told_and_ends_in_2(sayso: Any, words: tuple[str, ...], why: str) -> None:
    from sayso.record import Record

    Record("sayso.db").make().close()
    result = sayso(*words)
    assert result.exit_code == 2
    assert why in result.stderr
    assert "Traceback" not in result.stderr


def test_the_record_is_named_by_the_environment_or_the_option(sayso: Any, tmp_path: Path) -> None:
    sayso("add", "dam.txt", env={"SAYSO_RECORD": "mine.db"})
    assert (tmp_path / "mine.db").exists()
    assert sayso("said", "--record", "mine.db").stdout == sayso("said", env={"SAYSO_RECORD": "mine.db"}).stdout != ""


def test_the_demo_tells_a_story_and_leaves_nothing_behind(sayso: Any, tmp_path: Path) -> None:
    result = sayso("demo")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("$ sayso add ")
    told, _, more = result.stdout.partition("\nTry next, on a record of your own:\n")
    assert told
    assert "  sayso add " in more
    told = " ".join(result.stdout.split())
    assert " positions, 1 of them against an earlier one of the same holder" in told
    assert re.search(r"against · Orsa Dam Timetable · .{,120} contradicts \S+ · Irena Valtari · for · dam ·", told)
    assert [path.name for path in tmp_path.iterdir()] == ["dam.txt"]


@pytest.mark.slow
@pytest.mark.parametrize("verb", [("--help",), ("said",), ("who", "Ruiz")])
def test_to_ask_the_record_loads_no_model(tmp_path: Path, verb: tuple[str, ...]) -> None:
    heavy = "onnxruntime", "trafilatura", "tokenizers", "numpy"
    code = (
        "import sys; from sayso.cli import app; app(sys.argv[1:], standalone_mode=False);"
        f"assert not set({heavy!r}) & set(sys.modules), sorted(sys.modules)"
    )
    env = {"SAYSO_RECORD": str(tmp_path / "sayso.db")}
    from sayso.record import Record

    with Record(env["SAYSO_RECORD"]) as record:
        record.add(printed("<Ana Ruiz> {said} [no]."))
    subprocess.run([sys.executable, "-c", code, *verb], check=True, env=env, stdout=subprocess.DEVNULL)


@pytest.mark.slow
def test_a_reader_who_has_seen_enough_may_leave(tmp_path: Path) -> None:
    from sayso.record import Record

    with Record(tmp_path / "sayso.db") as record:
        record.add(printed(*(f"<Ana Ruiz> {{said}} [no {n}]." for n in range(900))))
    for form in ([], ["--json"]):
        command = [sys.executable, "-m", "sayso", "said", "--record", str(tmp_path / "sayso.db"), *form]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
            assert program.stdout
            assert program.stderr
            program.stdout.readline()
            program.stdout.close()
            assert program.stderr.read() == ""
