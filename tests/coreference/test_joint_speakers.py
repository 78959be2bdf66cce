"""Several who are meant as one: "they", "both", "the pair", and two bodies that "and" joins."""

import pytest

import sayso
from sayso.coreference.joint_speakers import parts_of
from sayso.data.statement import Statement


def said(text: str) -> list[Statement]:
    return list(sayso.read(text.encode()).statements)


def names(statement: Statement) -> list[str]:
    return [who.name for who in statement.speakers]


@pytest.mark.model
@pytest.mark.parametrize("they", ["They", "Both", "The two", "The pair"])
def test_they_are_those_who_were_just_named_together(they: str) -> None:
    (last,) = said(f"Farm tests\n\nHanna Brodie and Lucas Ferreira farm near Holm.\n\n{they} said the well was dry.")
    assert names(last) == ["Hanna Brodie", "Lucas Ferreira"]


@pytest.mark.model
def test_they_who_spoke_together_go_on() -> None:
    text = "Farm tests\n\nHanna Brodie and Lucas Ferreira said the well was dry. They said they would sue."
    first, second = said(text)[:2]
    assert names(first) == names(second) == ["Hanna Brodie", "Lucas Ferreira"]


@pytest.mark.model
def test_they_are_nobody_where_another_body_came_up_since() -> None:
    text = "Farm tests\n\nHanna Brodie and Lucas Ferreira farm.\n\nThe Water Board sold the well. They said it was dry."
    assert all("Hanna Brodie" not in names(one) for one in said(text))


def test_two_bodies_joined_are_two() -> None:
    assert parts_of("the Commission and the Council") == ["the Commission", "the Council"]
    assert parts_of("both police and residents") == ["police", "residents"]


def test_one_phrase_is_one() -> None:
    assert parts_of("the department of trade and industry") == []
    assert parts_of("the black and white house") == []
    assert parts_of("a friend") == []
