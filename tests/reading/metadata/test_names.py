"""Bylines: the persons in them, and nobody else."""

import pytest

from sayso.reading.metadata.names import byline, dated_byline, names_told, wire_in


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Analysis by Stephen Marlow, PNN Editor-at-large", ("Stephen Marlow",)),
        ("By ROBERT BERN and LOLITA HART, Associated Press", ("Robert Bern", "Lolita Hart")),
        ("By ABBY FARNSBY, Senior Transport Reporter, and TOBY HALLAM", ("Abby Farnsby", "Toby Hallam")),
        ("By By Robert Bern", ("Robert Bern",)),
        ("By Jane Doe, PhD, and Juan de la Cruz Jr.", ("Jane Doe", "Juan de la Cruz Jr.")),
        ("Von Max Anders und Ursula von der Marwitz", ("Max Anders", "Ursula von der Marwitz")),
        ("Author: Reporter Jane Doe for The Elna Post", ("Jane Doe",)),
        ("By Jane Doe Published 3 May 2021", ("Jane Doe",)),
        ("By Staff and agencies", ()),
        ("By the Ministry of Finance", ()),
        ("By Foreign Ministry spokesman Ali Rezad", ()),
        ("By sea or by air", ()),
        ("Jane Doe", ()),
    ],
)
def test_a_byline_names_its_writers_without_what_they_are(line: str, names: tuple[str, ...]) -> None:
    assert byline(line) == names


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Kay", ("Kay",)),
        ("fox42", ("fox42",)),
        ("Staff and agencies", ("Staff and agencies",)),
        ("By Jane Doe", ("Jane Doe",)),
        ("jane@post.example", ()),
        ("https://post.example/jane", ()),
        ("the Ministry of Finance", ()),
        ("admin", ()),
    ],
)
def test_a_field_for_names_may_hold_a_nickname_or_the_staff(field: str, names: tuple[str, ...]) -> None:
    assert names_told(field) == names


@pytest.mark.parametrize(
    "line", ["Stars (1 / 1) 06.11.2023 13:30 by Olga", "Posted by Olga on 6 May 2021", "6 May 2021 · by Olga in News"]
)
def test_a_line_that_tells_a_date_tells_its_writer(line: str) -> None:
    assert dated_byline(line) == ("Olga",)


def test_the_wire_is_told_from_the_persons() -> None:
    assert wire_in("Robert Bern, Associated Press") == "AP"
    assert wire_in("Robert Bern, Reuters") == "Reuters"
    assert wire_in("Robert Bern, Elna Post") is None
