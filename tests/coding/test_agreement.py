"""Statements drawn by chance, coded by hand, and what that says."""

import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.coding import ANSWERS, BadSheet, agreement, read_sheet
from sayso.record import Record, Search
from tests.record.printed import printed

RUN = CliRunner()


@pytest.fixture
def record(tmp_path: Path) -> str:
    place = str(tmp_path / "sayso.db")
    with Record(place) as record:
        for n in range(6):
            said = (f"<Ana Ruiz> {{said}} [it rained {n} {m}]." for m in range(5))
            record.add(printed(*said, outlet="Post" if n % 2 else "Courier", name=f"{n}"))
    return place


def coded(sheet: Path, to: Path, *no: int, question: str = "is_statement") -> Path:
    """The sheet with every question answered by yes, but one in these rows."""
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for n, row in enumerate(rows):
        row |= dict.fromkeys(ANSWERS, "yes") | ({question: "no"} if n in no else {})
    with to.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerows(rows)
    return to


def test_the_same_seed_draws_the_same_from_each_stratum(record: str) -> None:
    with Record(record) as store:
        one, again, other = (store.sample(Search(), ["outlet"], number=4, seed=seed) for seed in (1, 1, 2))
    assert one == again
    assert [row.id for row, _, _ in one] != [row.id for row, _, _ in other]
    assert [(stratum, of) for _, stratum, of in one] == [(("Courier",), 15)] * 4 + [(("Post",), 15)] * 4


def test_what_coders_find_becomes_rates_and_corrected_counts(record: str, tmp_path: Path) -> None:
    pytest.importorskip("krippendorff")
    sheet = tmp_path / "sheet.csv"
    drawing = RUN.invoke(app, ["sample", str(sheet), "--by", "outlet", "--number", "4", "--record", record])
    assert drawing.output == f"8 statements drawn with seed 1, written to {sheet}\n"
    ana, ben = coded(sheet, tmp_path / "ana.csv", 0, 1), coded(sheet, tmp_path / "ben.csv", 0)
    found = agreement([read_sheet(ana), read_sheet(ben)])
    alphas = dict(found.alphas)
    assert alphas["is_statement"] == pytest.approx(1 - (2 / 16) / (2 * 3 * 13 / (16 * 15)))
    assert alphas["speaker_right"] is None
    courier, post = (rate for rate in found.rates if rate.question == "is_statement")
    assert (courier.coded, courier.right, courier.corrected) == (3, 2, 10)  # of the one they differ on nothing is known
    assert (post.coded, post.right, post.corrected) == (4, 4, 15)
    shown = RUN.invoke(app, ["agree", str(ana), str(ben)]).output
    assert "is_statement: Krippendorff’s alpha 0.615, 2 coders" in shown


def test_a_tally_tells_how_many_of_each_cell_are_right(record: str, tmp_path: Path) -> None:
    sheet, out = tmp_path / "sheet.csv", tmp_path / "out.csv"
    RUN.invoke(app, ["sample", str(sheet), "--by", "outlet", "--number", "4", "--record", record])
    ana = coded(sheet, tmp_path / "ana.csv", 0, question="speaker_right")
    asked = ["tally", "--by", "outlet", "--coded", str(ana), "--record", record]
    assert "3 of 4 30.1–95.4 11" in " ".join(RUN.invoke(app, asked).output.split())
    RUN.invoke(app, [*asked, "--out", str(out)])
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["outlet"]: (row["coded"], row["right"], row["corrected"]) for row in csv.DictReader(file)}
    assert rows == {"Courier": ("4", "0.75", "11.25"), "Post": ("4", "1.0", "15.0")}
    other = RUN.invoke(app, ["tally", "--by", "speaker", "--coded", str(ana), "--record", record])
    assert (other.exit_code, "draw the sheet with `sayso sample --by speaker`" in other.stderr) == (2, True)


def test_whole_articles_go_out_for_brat(record: str, tmp_path: Path) -> None:
    folder = tmp_path / "brat"
    RUN.invoke(app, ["sample", str(folder), "--number", "2", "--record", record])
    assert sorted({path.suffix for path in folder.iterdir()}) == [".ann", ".conf", ".txt"]


def test_another_file_is_refused_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,name\n1,Ana\n", "utf-8")
    with pytest.raises(BadSheet, match="no sheet that `sayso sample` wrote"):
        read_sheet(tmp_path / "a.csv")
    assert RUN.invoke(app, ["agree", str(tmp_path / "a.csv")]).exit_code == 2
