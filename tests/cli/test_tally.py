"""`sayso tally`: tables, files and pictures of who gets quoted; a draft that leaves nothing behind."""

import json
import shlex
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.data.entry import Known
from sayso.record import Record
from tests.record.printed import described, printed

RUN = CliRunner()


@pytest.fixture
def record(tmp_path: Path) -> str:
    place = str(tmp_path / "sayso.db")
    with Record(place) as record:
        record.add(printed("<Ana Ruiz> {said} [it rained].", "<Ben Holt> {said} [it did not].", outlet="Post"))
    return place


def tally(record: str, *options: str) -> str:
    result = RUN.invoke(app, ["tally", "--record", record, *options])
    assert result.exit_code == 0, result.output
    return result.output


def test_a_table_tells_counts_shares_and_what_is_open(record: str) -> None:
    head, *rows, told = tally(record, "--by", "outlet,gender").splitlines()
    assert head.split() == [
        "outlet",
        "gender",
        "statements",
        "share",
        "95",
        "%",
        "at",
        "least",
        "at",
        "most",
        "articles",
    ]
    assert [row.split() for row in rows] == [["Post", "not", "told", "2", *"––––", "1"]]
    assert told.startswith("2 statements, 2 (100 %) with something not told; 95 %, Wilson")


PAGE = Path(__file__).parents[2] / "docs" / "tally.md"
QUESTIONS = [shlex.split(line)[3:] for line in PAGE.read_text("utf-8").split("```")[1].splitlines() if "$" in line]
"""Women by outlet, officials and others, anonymous sources, headlines and bodies, a list with parties by month."""


def test_each_question_of_the_page_is_one_command_whose_cells_lead_to_their_words(tmp_path: Path) -> None:
    reading = described(
        printed(
            "<Ana Ruiz> {said} [the dams must stay].",
            "<police> {said} [the road was shut].",
            "<Ben Holt> {said} [so].",
            "<Nobody we know> {said} [it rained].",
            on="2024-03-04",
            outlet="Post",
        )
    )
    ana, police, ben, nobody = (replace(one, topic="The dam") for one in reading.statements)
    assert police.speaker
    told = (
        replace(ana, gender="woman", office=True),
        replace(police, speaker=replace(police.speaker, anonymous=True)),
        replace(ben, gender="man", office=False),
        nobody,
    )
    place = str(tmp_path / "sayso.db")
    with Record(place) as record:
        record.add(replace(reading, statements=told))
        record.refer([Known("a", "Ana Ruiz", "person", columns=(("party", "Reeds"),))])
        for asked in QUESTIONS:
            found = json.loads(tally(place, *asked, "--json"))
            narrowed = asked[asked.index("--having") + 1] + "&" if "--having" in asked else ""
            counts = [len(list(record.said(having=narrowed + cell["having"]))) for cell in found["cells"]]
            assert counts == [cell["count"] for cell in found["cells"]], asked
            assert len(counts) > 1, asked
            assert "open" in found
    assert len(QUESTIONS) == 5


def test_json_tells_how_to_find_the_statements_and_how_it_was_made(record: str) -> None:
    found = json.loads(tally(record, "--by", "speaker", "--json"))
    assert [cell["having"] for cell in found["cells"]] == ["speaker=person%3Aana-ruiz", "speaker=person%3Aben-holt"]
    assert found["made"]["statements"] == 2


def test_a_csv_has_beside_it_how_it_was_made(record: str, tmp_path: Path) -> None:
    tally(record, "--by", "speaker", "--out", str(tmp_path / "t.csv"))
    assert (tmp_path / "t.csv").read_text("utf-8-sig").splitlines()[1].startswith("Ana Ruiz,1,0.5,")
    assert json.loads((tmp_path / "t.csv.made.json").read_text("utf-8"))["articles"] == 1


def test_parquet_carries_it_inside(record: str, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    tally(record, "--by", "speaker", "--out", str(tmp_path / "t.parquet"))
    table = parquet.read_table(tmp_path / "t.parquet")
    assert table["speaker"].to_pylist() == ["Ana Ruiz", "Ben Holt"]
    assert json.loads(table.schema.metadata[b"sayso"])["articles"] == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "by"), [("svg", "speaker"), ("png", "month,speaker"), ("html", "outlet,kind,speaker")]
)
def test_a_picture_is_drawn_without_a_network(record: str, tmp_path: Path, kind: str, by: str) -> None:
    pytest.importorskip("altair")
    tally(record, "--by", by, "--plot", str(tmp_path / f"t.{kind}"))
    drawn = (tmp_path / f"t.{kind}").read_bytes()
    assert len(drawn) > 1000
    assert b"https://cdn" not in drawn


def test_the_speaker_is_asked_for_by_another_name_since_by_is_taken(record: str) -> None:
    assert "Holt" not in tally(record, "--speaker", "Ruiz")


def test_a_column_or_format_that_there_is_not_is_one_line(record: str, tmp_path: Path) -> None:
    for options, why in (
        (["--by", "mood"], "no column “mood”"),
        (["--out", str(tmp_path / "t.doc")], "no known format"),
    ):
        result = RUN.invoke(app, ["tally", "--record", record, *options])
        assert result.exit_code == 2
        assert why in result.stderr


def test_what_people_decide_of_a_gender_is_counted_and_can_be_undone(record: str) -> None:
    for verb in (["gender", "Ana Ruiz", "woman"], ["gender", "Ben Holt", "not told"]):
        assert RUN.invoke(app, [*verb, "--record", record]).exit_code == 0
    assert "woman" in tally(record, "--by", "gender", "--gender", "names")
    assert "man  " not in tally(record, "--by", "gender", "--gender", "names").replace("woman", "")
    RUN.invoke(app, ["undo", "--record", record])
    assert "Ben" in RUN.invoke(app, ["said", "--having", "gender=", "--record", record]).output


def test_methods_tells_how_much_could_be_told(record: str) -> None:
    told = RUN.invoke(app, ["methods", "--gender", "--record", record]).output
    assert "from 1 articles" in told
    assert "2 (100.0 %) had a speaker named in the article" in told
    assert "titles, nouns and pronouns" in told


@pytest.mark.model
def test_a_draft_is_counted_and_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    draft = "Mrs Ana Ruiz said that the harbour would stay open. Tom Holt said it would not."
    result = RUN.invoke(app, ["tally", "-", "--by", "speaker"], input=draft)
    assert "Ana Ruiz" in result.output
    assert list(tmp_path.iterdir()) == []
