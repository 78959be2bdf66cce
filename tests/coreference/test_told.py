"""What an article tells of those who speak: a woman or a man, and by which words; an official or not."""

import pytest

from sayso.coreference.offices import is_office
from sayso.data.actor import ActorType
from tests.coreference.tale import tell


def genders(tale: str) -> list[tuple[str | None, list[str]]]:
    """What is told of each statement's speaker, and the words that tell it."""
    return [(one.gender, [span.text for span in one.gender_told]) for one in tell(tale).statements]


def test_a_title_tells_it() -> None:
    assert genders("{Mrs. [Ana Ruiz] => Ana Ruiz} said «no».") == [("woman", ["Mrs."])]


def test_a_noun_of_office_tells_it() -> None:
    assert genders("{[Kim Doe], a spokeswoman for the union, => Kim Doe} said «no».") == [
        ("woman", ["spokeswoman for the union"])
    ]


def test_a_pronoun_that_means_somebody_tells_it_of_all_that_they_say() -> None:
    told = genders("{[Kim Doe] => Kim Doe} said «no». {She => Kim Doe} added «never».")
    assert told == [("woman", ["She"]), ("woman", ["She"])]


def test_a_given_name_alone_tells_nothing() -> None:
    assert genders("{[Ana Ruiz] => Ana Ruiz} said «no».") == [(None, [])]


def test_they_is_neither() -> None:
    assert genders("{[Kim Doe] => Kim Doe} said «no», and that they would stay.") == [(None, [])]


def test_a_she_whose_name_nobody_knows_is_a_woman_who_is_not_named() -> None:
    assert genders("{She => ? nobody near} said «no».") == [("woman", ["She"])]


def test_one_who_is_only_described_may_be_told_by_the_noun() -> None:
    told = genders("{A policewoman => ~ a policewoman} said «no». {A farmer => ~ a farmer} said «yes».")
    assert told == [("woman", ["A policewoman"]), (None, [])]


def test_a_chairperson_is_neither() -> None:
    assert genders("{The chairperson => ~ the chairperson} said «no».") == [(None, [])]


def test_a_pronoun_against_the_given_name_tells_nothing() -> None:
    """It may mean another."""
    assert genders("[Ana Ruiz] came, and he left. {[Ruiz] => Ana Ruiz} said «no».") == [(None, [])]


def test_her_alone_is_too_little_unless_the_given_name_agrees() -> None:
    assert genders("{[Kim Doe] => Kim Doe} told of a woman and «her snake».") == [(None, [])]
    assert genders("[Ana Ruiz] came by her boat. {[Ruiz] => Ana Ruiz} said «no».") == [("woman", ["her"])]


@pytest.mark.parametrize(
    ("type_", "name", "roles", "office"),
    [
        ("person", "Ana Doe", ["energy minister"], True),
        ("person", "Ana Doe", ["mayor of Porto Lindo"], True),
        ("person", "Ana Doe", ["police spokeswoman"], True),
        ("person", "Ana Doe", ["president"], True),
        ("person", "Ana Doe", ["secretary of state"], True),
        ("person", "Ana Doe", ["president of the Tarn Institute"], False),
        ("person", "Ana Doe", ["former mayor of Porto Lindo"], False),
        ("person", "Ana Doe", ["general manager"], False),
        ("person", "Ana Doe", ["engineer"], False),
        ("person", "Ana Doe", ["Dr"], None),
        ("person", "Ana Doe", [], None),
        ("organisation", "Interior Ministry", [], True),
        ("organisation", "Halden Hydro", [], False),
        ("country", "Kessland", [], True),
    ],
)
def test_an_official_is_who_is_called_by_a_public_office(
    type_: ActorType, name: str, roles: list[str], office: bool | None
) -> None:
    assert is_office(type_, name, roles, named=True) is office


def test_who_is_only_described_is_an_official_by_the_description() -> None:
    assert is_office("group", "police", [], named=False) is True
    assert is_office("person", "a farmer", [], named=False) is False
