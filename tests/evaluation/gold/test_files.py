"""Where gold is looked for, and that a broken line costs itself alone."""

import io
import json
from pathlib import Path

import pytest

from sayso.data.errors import Unreadable
from sayso.evaluation.gold import entries
from tests.evaluation.gold.harbour import TEXT

ROW = json.dumps({"text": TEXT, "attributions": []})


def outcomes(*places: Path | str) -> list[str]:
    """For each entry its name, or what is wrong with it; paths without their folder."""
    found = []
    for entry in entries(map(str, places)):
        try:
            found.append(entry.load().name)
        except Unreadable as error:
            found.append(str(error))
        except OSError as error:
            found.append(str(error.strerror))
    return [name.rpartition("/")[2] for name in found]


def test_each_line_is_an_article_and_a_broken_one_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{ROW}\n\n{{\n{ROW}\n", "utf-8")
    first, broken, last = outcomes(path)
    assert (first, last) == ("gold.jsonl line 1", "gold.jsonl line 4")
    assert broken.startswith("gold.jsonl line 3: it is no JSON")


def test_a_directory_is_its_annotated_files_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/one.json", "a.json", "notes.md"):
        (tmp_path / name).write_text(ROW, "utf-8")
    (tmp_path / "b" / "two.ann").touch()
    (tmp_path / "b" / "two.txt").write_text(TEXT, "utf-8")
    assert outcomes(tmp_path) == ["a.json", "one.json", "two.ann"]


def test_a_text_stands_for_the_marks_beside_it_and_both_count_once(tmp_path: Path) -> None:
    (tmp_path / "two.ann").touch()
    (tmp_path / "two.txt").write_text(TEXT, "utf-8")
    assert outcomes(tmp_path / "two.txt", tmp_path / "two.ann") == ["two.ann"]


def test_a_dash_is_json_lines_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ROW.encode())))
    assert outcomes("-") == ["- line 1"]


def test_places_that_hold_no_gold_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "page.html").touch()
    (tmp_path / "folder").mkdir()
    empty, page, folder = outcomes(*(tmp_path / name for name in ("empty.jsonl", "page.html", "folder")))
    assert empty == "empty.jsonl: it is empty"
    assert page == "page.html: no annotated articles: they are in .jsonl, .json, .ann files"
    assert folder.startswith("folder: no annotated articles")


@pytest.mark.parametrize("name", ["gone.jsonl", "gone.json", "gone.ann"])
def test_a_missing_file_fails_when_it_is_loaded(tmp_path: Path, name: str) -> None:
    assert outcomes(tmp_path / name) == ["No such file or directory"]
