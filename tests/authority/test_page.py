"""docs/authority.md tells the truth: its examples are read without a bad row, its columns are known."""

import re
from dataclasses import astuple
from pathlib import Path

import pytest

from tests.authority.kessland import read

PAGE = (Path(__file__).parents[2] / "docs" / "authority.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```(?:csv|json)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
COLUMNS = re.findall(r"^\| `(\w+)` \| (.*?) \|", PAGE, re.MULTILINE)


VALUES = {
    **{"name": "Ana Ruiz", "type": "person", "id": "ana", "aliases": "A. Ruiz", "position": "mayor of Halden"},
    **{"wikidata": "Q999000003", "born": "1961"},
}


@pytest.mark.parametrize("example", EXAMPLES, ids=["table", "FollowTheMoney", "Wikidata"])
def test_every_example_tells_of_the_same_minister(tmp_path: Path, example: str) -> None:
    (valtari, *others), bad = read(tmp_path, example)
    found = (valtari.name, valtari.type, valtari.qid, valtari.born)
    assert found == ("Irena Valtari", "person", "Q999000001", "1961-03-04")
    assert "I. Valtari" in valtari.names
    assert "energy minister of Kessland" in valtari.roles
    assert others
    assert not bad


@pytest.mark.parametrize(("column", "names"), COLUMNS)
def test_a_column_is_read_by_each_of_its_names(tmp_path: Path, column: str, names: str) -> None:
    assert set(VALUES) == {column for column, _ in COLUMNS}
    for name in [column, *names.split(", ")]:
        header = {"name": "name", "type": "type", column: name}
        table = ",".join(header.values()) + "\n" + ",".join(VALUES[column] for column in header)
        ((actor,), _) = read(tmp_path, table)
        assert {VALUES[column], (VALUES[column],)} & set(astuple(actor))
