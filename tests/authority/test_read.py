"""What holds for every format: files that are no list, and ids that occur twice."""

from pathlib import Path

import pytest

from sayso.authority import BadRow, read_known
from sayso.data.errors import SaysoError
from tests.authority.kessland import json_lines, read

PERSON = {"id": "ke-1", "schema": "Person", "properties": {"name": ["Ana Ruiz"]}}


def test_the_second_row_of_an_id_is_bad_and_names_the_first(tmp_path: Path) -> None:
    table = "id,name,type\n7,Ana Ruiz,person\n8,Tom Holt,person\n7,Ruta Salme,person\n"
    known, bad = read(tmp_path, table)
    assert [actor.name for actor in known] == ["Ana Ruiz", "Tom Holt"]
    assert bad == ["actors.csv line 4: the id “7” is that of line 2 already"]


def test_a_format_is_told_by_its_content_whatever_the_file_is_called(tmp_path: Path) -> None:
    assert read(tmp_path, json_lines(PERSON), "actors.txt") == read(tmp_path, json_lines(PERSON), "actors.csv")
    assert read(tmp_path, "name,type\nAna Ruiz,person\n", "actors.list")[0][0].name == "Ana Ruiz"


def test_the_name_tells_it_when_the_first_line_is_broken(tmp_path: Path) -> None:
    known, bad = read(tmp_path, "oops\n" + json_lines(PERSON), "actors.jsonl")
    assert [actor.id for actor in known] == ["ke-1"]
    assert bad == ["actors.jsonl line 1: it is no JSON: expecting value at character 1"]


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_an_empty_file_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(SaysoError, match="it is empty"):
        read(tmp_path, content)


def test_a_missing_file_and_a_directory_are_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SaysoError) as missing:
        read_known(tmp_path / "gone.csv")
    with pytest.raises(SaysoError) as folder:
        read_known(str(tmp_path))
    assert str(missing.value) == f"{tmp_path / 'gone.csv'}: No such file or directory"
    assert str(folder.value) == f"{tmp_path}: Is a directory"


def test_a_bad_row_is_one_clear_line() -> None:
    assert str(BadRow("actors.csv", 3, "no name in it")) == "actors.csv line 3: no name in it"
