"""Two people of one name in one article."""

import pytest

from sayso.coreference.mention_cleanup import Placed
from sayso.coreference.namesakes import told_apart
from sayso.coreference.person_name import parse
from sayso.text.doc import Doc
from tests.coreference.tale import tell


def bearers(text: str, name: str) -> list[int | None]:
    doc = Doc(text)
    starts = [n for n in range(len(text)) if text.startswith(name, n)]
    names = [parse(text, start, start + len(name)) for start in starts]
    return [one.name.bearer for one in told_apart(doc, [Placed(one, "person") for one in names if one])]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Doran won gold on Sunday. In the stand sat her namesake, Ana Doran, the bank's chief executive.",
        "The striker Ana Doran scored twice. A letter came from the archbishop Ana Doran in Orsa.",
        "Ana Doran led the orchestra, at the wish of the firm's owner, whose name is likewise Ana Doran.",
        "Ana Doran, the bank's chairman, and Ana Doran, a cleaner at the bank, met on Friday.",
        "Ana Doran has run the mill since 1960. Her daughter, Ana Doran, wants to sell it.",
    ],
)
def test_an_article_can_tell_two_of_one_name_apart(text: str) -> None:
    assert bearers(text, "Ana Doran") == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Doran won gold on Sunday. “I am glad,” Ana Doran, the captain, said.",
        "Senator Ana Doran spoke first. The minister Ana Doran answered later.",
        "Ana Doran has made her name as a singer. It was Ana Doran who opened the hall.",
    ],
)
def test_who_is_named_twice_is_one_unless_the_article_says_otherwise(text: str) -> None:
    assert bearers(text, "Ana Doran") == [None, None]


def test_what_stands_beside_a_family_name_tells_whose_it_is() -> None:
    tale = "[Hugo Farr] (Greens) spoke. [Nils Farr] (Unity) spoke. {Mr. [Farr], the Greens member, => %s} said «no»."
    tell(tale % "Hugo Farr")
