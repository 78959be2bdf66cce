"""The record tells who is who over all its articles, however they come, and takes in a list of the user's own."""

from collections.abc import Iterator

import pytest

from sayso.authority import Known
from sayso.data.actor import Actor
from sayso.data.analysis import Reading
from sayso.record import Record, SeveralNamed
from tests.record.conftest import Places
from tests.record.printed import person, printed

MINISTER = person("Irena Valtari", roles=("energy minister of Kessland",))
MISSPELT = person("Irina Valtari", roles=("Kessland’s energy minister",))
STRIKER = person("John Smith", roles=("striker",))
SENATOR = person("John Smith", roles=("senator from Ohio",))
BARE = person("John Smith")


def says(who: Actor, words: str, on: str = "2024-03-04", also: tuple[Actor, ...] = ()) -> Reading:
    return printed(f"<{who.name}> {{said}} [{words}].", actors=(who, *also), on=on, name=f"{words}.txt")


ARTICLES = (
    says(MINISTER, "the dam stays", "2024-01-01"),
    says(MISSPELT, "the dam goes", "2024-02-02"),
    says(STRIKER, "we won", "2015"),
    says(SENATOR, "the bill is dead", "2016"),
    says(BARE, "no comment", "2017"),
    says(person("Valtari", roles=("the energy minister",)), "we shall see", "2024-03-03"),
)


def spoken(record: Record, name: str) -> list[str]:
    return [row.statement.attribution.content[0].text for row in record.who(name).statements]


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    with Record(place) as record:
        for reading in ARTICLES:
            record.add(reading)
        yield record


def test_one_minister_under_three_names_is_one(record: Record) -> None:
    assert spoken(record, "Valtari") == ["the dam stays", "the dam goes", "we shall see"]


def test_two_of_one_name_are_two_and_a_third_may_be_either(record: Record) -> None:
    with pytest.raises(SeveralNamed) as raised:
        record.who("John Smith")
    assert {one.role for one in raised.value.candidates} == {"striker", "senator from Ohio", None}
    undecided = next(one for one in raised.value.candidates if one.role is None)
    assert [maybe.actor.role for maybe in record.who(undecided.id).perhaps] == ["striker", "senator from Ohio"]


def test_an_appearance_leads_to_its_actor(record: Record) -> None:
    (row,) = record.said("bill")
    assert spoken(record, f"person:john-smith@{row.article.id}") == ["the bill is dead"]


def test_a_name_spelled_nearly_so_is_found_where_nobody_has_it(record: Record) -> None:
    found = record.who("Irena Waltary")
    assert (found.actor.name, found.hit, found.match) == ("Irena Valtari", "Irena Valtari", "variants")
    assert record.called("Irena Waltary", match="exact") == ()


def told(record: Record) -> list[tuple[str | None, str, str | None]]:
    """Whose words each statement is, without regard to when it was added."""
    rows = [(row.statement.speaker, row.statement.attribution.content[0].text, row.dated) for row in record.said()]
    return [(who.actor if who else None, words, dated) for who, words, dated in rows]


@pytest.mark.parametrize("order", [(5, 4, 3, 2, 1, 0), (2, 0, 4, 1, 5, 3), (4, 5, 0, 3, 1, 2)])
def test_it_is_the_same_in_whatever_order_articles_come(record: Record, places: Places, order: tuple[int, ...]) -> None:
    with Record(places()) as other:
        for number in order:
            other.add(ARTICLES[number])
        assert told(other) == told(record)


def test_it_is_the_same_when_all_are_settled_at_once(record: Record, places: Places) -> None:
    with Record(places()) as other:
        for reading in ARTICLES:
            other.add(reading, settled=False)
        other.settle()
        assert told(other) == told(record)


def test_reading_an_article_again_changes_nothing(record: Record) -> None:
    before = told(record)
    for reading in reversed(ARTICLES):
        assert record.add(reading, again=True).new
    assert (told(record), record.count()) == (before, (6, 6))


def test_who_is_no_longer_in_any_article_is_no_longer_on_the_record(record: Record) -> None:
    changed = says(STRIKER, "we won", "2015")
    record.add(Reading(changed.article, (), ()), again=True)
    assert "striker" not in [one.role for one in record.called("John Smith")]


def test_a_dossier_tells_roles_company_and_who_speaks_of_them(record: Record) -> None:
    record.add(says(person("Tom Brandl"), "Irena Valtari hides it", "2024-04-04", also=(MINISTER,)))
    found = record.who("Irena Valtari")
    assert [(use.words, use.first) for use in found.roles] == [
        ("energy minister of Kessland", "2024-01-01"),
        ("Kessland’s energy minister", "2024-02-02"),
        ("the energy minister", "2024-03-03"),
    ]
    assert [(other.name, other.count) for other in found.speakers] == [("Tom Brandl", 1)]
    assert [(other.name, other.count) for other in found.company] == [("Tom Brandl", 1)]


def test_the_users_own_list_gives_ids_and_names(record: Record) -> None:
    listed = Known("Q1", "Irena M. Valtari", "person", names=("Irena Valtari",), qid="Q1")
    assert record.refer([listed, Known("Q2", "Nobody Here", "person", qid="Q2")]) == 1
    found = record.who("Valtari").actor
    assert (found.qid, found.id, found.statements) == ("Q1", "person:irena-m-valtari", 3)


def test_the_users_own_list_tells_namesakes_apart(record: Record) -> None:
    record.refer([Known("Q7", "John Smith", "person", roles=("Ohio senator",), qid="Q7")])
    assert [(one.role, one.qid) for one in record.called("John Smith") if one.qid] == [("senator from Ohio", "Q7")]


def test_a_list_may_come_before_the_articles_and_again(place: str) -> None:
    with Record(place) as record:
        assert record.refer([Known("Q1", "Irina Valtari", "person", qid="Q1")]) == 0
        record.add(ARTICLES[0])
        assert record.who("Valtari").actor.qid is None
        assert record.refer([Known("Q1", "Irena Valtari", "person", qid="Q1")]) == 1
        assert record.who("Valtari").actor.qid == "Q1"
