"""Tables of actors, as people keep them in spreadsheets."""

from pathlib import Path

import pytest

from sayso.authority import Known
from sayso.authority.lines import LONGEST
from sayso.data.errors import Unreadable
from tests.authority.kessland import read

VALTARI = Known(
    "irena",
    "Irena Valtari",
    "person",
    ("I. Valtari", "Irena Sand"),
    ("energy minister of Kessland",),
    "Q999000001",
    "1961-03-04",
)
HEADER = "id,name,type,aliases,position,wikidata,born\n"
ROW = "irena,Irena Valtari,person,I. Valtari|Irena Sand,energy minister of Kessland,Q999000001,1961-03-04\n"


def test_a_row_is_an_actor(tmp_path: Path) -> None:
    assert read(tmp_path, HEADER + ROW) == ([VALTARI], [])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["plain", "with a byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_spreadsheets_save_the_same_table_in_many_ways(tmp_path: Path, delimiter: str, start: str, end: str) -> None:
    table = start + (HEADER + ROW).replace(",", delimiter).replace("\n", end)
    assert read(tmp_path, table) == ([VALTARI], [])


@pytest.mark.parametrize(
    "header",
    [
        "ID;Full name;Kind;Also known as;Role;QID;Date of birth",
        "identifier;LABEL;Type;other_names;Description;wikidata_id;birth_date",
    ],
)
def test_columns_have_more_than_one_name(tmp_path: Path, header: str) -> None:
    assert read(tmp_path, f"{header}\n{ROW.replace(',', ';')}") == ([VALTARI], [])


def test_a_cell_in_quotation_marks_can_hold_delimiters_and_line_breaks(tmp_path: Path) -> None:
    table = 'name,type,role\n"Holt, Tom",person,"mayor of Halden,\n\nand ""its"" voice"\nAna Ruiz,person,\n'
    (holt, ruiz), bad = read(tmp_path, table)
    assert (holt.name, holt.roles) == ("Holt, Tom", ('mayor of Halden, and "its" voice',))
    assert (ruiz.name, bad) == ("Ana Ruiz", [])


def test_other_names_and_roles_are_separated_by_semicolons_or_bars(tmp_path: Path) -> None:
    table = "name,type,aliases,description,position\nAna Ruiz,person,A. Ruiz; Ruiz | A. Ruiz|,painter,mayor; reeve\n"
    ((ruiz,), _) = read(tmp_path, table)
    assert (ruiz.names, ruiz.roles) == (("A. Ruiz", "Ruiz"), ("painter", "mayor", "reeve"))


def test_columns_of_other_names_are_the_users_own_and_rows_without_a_word_are_passed_over(tmp_path: Path) -> None:
    assert read(tmp_path, "name,Shoe  size,type,party\n\nAna Ruiz,38,person,\n,,,\n") == (
        [Known("person:ana-ruiz", "Ana Ruiz", "person", columns=(("Shoe size", "38"),))],
        [],
    )


def test_a_row_without_an_id_goes_by_its_qid_and_else_by_type_and_name(tmp_path: Path) -> None:
    table = "name,type,qid\nAna Ruiz,person,Q999000003\nAna Ruiz,person,Q999000004\nAna Ruiz,person,\n"
    known, bad = read(tmp_path, table)
    assert ([actor.id for actor in known], bad) == (["Q999000003", "Q999000004", "person:ana-ruiz"], [])


@pytest.mark.parametrize("word", ["Q999000001", "q999000001", "http://www.wikidata.org/entity/Q999000001"])
def test_a_qid_can_be_its_address(tmp_path: Path, word: str) -> None:
    ((actor,), _) = read(tmp_path, f"name,type,item\nIrena Valtari,person,{word}\n")
    assert actor.qid == "Q999000001"


@pytest.mark.parametrize(
    ("word", "type_"),
    [
        *[("Person", "person"), ("human", "person"), ("company", "organisation"), ("Public body", "organisation")],
        *[("organization", "organisation"), ("Country", "country"), ("ethnic group", "group")],
    ],
)
def test_a_type_has_more_than_one_word(tmp_path: Path, word: str, type_: str) -> None:
    ((actor,), _) = read(tmp_path, f"name,type\nOrsa,{word}\n")
    assert actor.type == type_


@pytest.mark.parametrize("born", ["1961", "1961-03", "1961-03-04"])
def test_a_birth_is_as_coarse_as_it_is_known(tmp_path: Path, born: str) -> None:
    ((actor,), _) = read(tmp_path, f"name,type,born\nAna Ruiz,person,{born}\n")
    assert actor.born == born


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",person,,", "no name in it"),
        ("Orsa,,,", "no type in it"),
        ("Orsa,planet,,", "“planet” is no person, organisation, country or group"),
        ("Orsa,person,", "3 cells in it, and 4 columns in the header"),
        ("Orsa,person,,,", "5 cells in it, and 4 columns in the header"),
        ("Orsa,person,42,", "“42” is no QID of Wikidata's"),
        ("Orsa,person,,4 March 1961", "“4 March 1961” is no date like 1961-03-04, 1961-03 or 1961"),
        ("Orsa,person,,1961-02-30", "“1961-02-30” is no date like 1961-03-04, 1961-03 or 1961"),
        ('"Orsa,person,,', "it is no CSV: unexpected end of data"),
        ('"Orsa" Dam,person,,', "it is no CSV: ',' expected after '\"'"),
        ("Orsa" * 30_000 + ",person,,", "it is no CSV: a cell of more than 100,000 characters"),
        (b"Or\xe5sa,person,,", "it is not UTF-8: invalid continuation byte at byte 2"),
        ("Orsa" + " " * LONGEST, "longer than 16 MiB"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_bad_row_costs_itself_alone(tmp_path: Path, row: str | bytes, why: str) -> None:
    row = row.encode() if isinstance(row, str) else row
    known, bad = read(tmp_path, b"name,type,qid,born\nAna Ruiz,person,,\n" + row + b"\nTom Holt,person,,\n")
    assert [actor.name for actor in known] == ["Ana Ruiz", "Tom Holt"]
    assert bad == [f"actors.csv line 3: {why}"]


def test_the_line_of_a_row_is_where_it_begins(tmp_path: Path) -> None:
    table = 'name,type,role\nAna Ruiz,person,"a\n\nb"\n\n"no\none",planet,\n,person,\n'
    _, bad = read(tmp_path, table)
    assert [row.partition(":")[0] for row in bad] == ["actors.csv line 6", "actors.csv line 8"]


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("Dear reader,\nthere is no list here.\n", "no list of actors: neither a table with a header nor JSON"),
        ("title,type\nOrsa,person\n", "its header has no column “name”"),
        ("id;name\n1;Orsa\n", "its header has no column “type”"),
        ("name,type\n", "there is no actor in it"),
        (b"n\xe4me,type\n", "line 1: it is not UTF-8"),
    ],
)
def test_what_is_no_table_of_actors_is_refused_as_a_whole(tmp_path: Path, table: str | bytes, why: str) -> None:
    with pytest.raises(Unreadable) as error:
        read(tmp_path, table)
    assert error.value.why.startswith(why)
