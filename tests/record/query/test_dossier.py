"""Who someone is on the record; and that two who share a name are never made one."""

from collections.abc import Callable

import pytest

from sayso.data.actor import Actor
from sayso.record import Dossier, NobodyNamed, Record, SeveralNamed
from tests.record.printed import HOLT, RUIZ, person, printed

OTHER_RUIZ = person("Tom Ruiz", "Ruiz")
BARE_RUIZ = person("Ruiz")


@pytest.fixture
def who(place: str) -> Callable[..., Dossier]:
    """Ask for a name on a record where each of some actors speaks once, an article each."""

    def ask(name: str, *actors: Actor) -> Dossier:
        with Record(place) as record:
            for n, actor in enumerate(actors):
                record.add(printed(f"<{actor.name}> {{said}} [no].", actors=(actor,), name=f"{n}.txt"))
            return record.who(name)

    return ask


@pytest.mark.parametrize("name", ["Ana Ruiz", "ana ruiz", "Ruiz, Ana", "RUIZ", "Rúiz", "person:ana-ruiz"])
def test_a_name_is_found_in_any_form(who: Callable[..., Dossier], name: str) -> None:
    assert who(name, RUIZ, HOLT).actor.name == "Ana Ruiz"


def test_a_surname_of_two_lists_both_and_mixes_none(who: Callable[..., Dossier]) -> None:
    with pytest.raises(SeveralNamed) as raised:
        who("Ruiz", RUIZ, OTHER_RUIZ)
    assert [one.name for one in raised.value.candidates] == ["Ana Ruiz", "Tom Ruiz"]


def test_the_full_name_chooses_between_them(who: Callable[..., Dossier]) -> None:
    assert who("Tom Ruiz", RUIZ, OTHER_RUIZ).actor.id == OTHER_RUIZ.id


def test_the_name_to_the_word_goes_before_a_longer_one(who: Callable[..., Dossier]) -> None:
    assert who("Ana Ruiz", RUIZ, person("Ana Ruiz Marel Quade")).actor.id == RUIZ.id


def test_one_known_by_surname_alone_is_perhaps_the_same_and_kept_apart(who: Callable[..., Dossier]) -> None:
    found = who("Ruiz", RUIZ, BARE_RUIZ)
    assert found.actor.id == RUIZ.id
    assert len(found.statements) == 1
    assert [maybe.actor.id for maybe in found.perhaps] == [BARE_RUIZ.id]


def test_one_known_by_surname_alone_can_be_asked_for_by_id(who: Callable[..., Dossier]) -> None:
    found = who(BARE_RUIZ.id, RUIZ, BARE_RUIZ)
    assert found.actor.id == BARE_RUIZ.id
    (maybe,) = found.perhaps
    assert (maybe.actor.id, maybe.reasons) == (RUIZ.id, ("only the family name is the same",))


def test_one_known_by_surname_alone_may_be_either_of_two(who: Callable[..., Dossier]) -> None:
    with pytest.raises(SeveralNamed, match="3 actors on the record are called “Ruiz”"):
        who("Ruiz", RUIZ, OTHER_RUIZ, BARE_RUIZ)


def test_a_firm_is_not_perhaps_the_man_it_is_named_after(who: Callable[..., Dossier]) -> None:
    firm = Actor("organisation:ruiz", "Ruiz", "organisation", ("Ruiz",))
    with pytest.raises(SeveralNamed):
        who("Ruiz", RUIZ, firm)


def test_a_country_is_not_the_bank_that_bears_its_name(who: Callable[..., Dossier]) -> None:
    country = Actor("country:orsa", "Orsa", "country", ("Orsa",))
    bank = Actor("organisation:bank-of-orsa", "Bank of Orsa", "organisation", ("Bank of Orsa",))
    assert who("Orsa", country, bank).actor.id == country.id


def test_a_name_that_nobody_has_is_said_to_be_nobodys(who: Callable[..., Dossier]) -> None:
    with pytest.raises(NobodyNamed, match="no one on the record is called “Zed”"):
        who("Zed", RUIZ)


def test_statements_come_in_order_of_time_from_all_articles(place: str) -> None:
    with Record(place) as record:
        record.add(printed("<Ana Ruiz> {said} [yes].", on="2024-09-01", related=(("<Ruiz>{:} [no]", "2023-01-01"),)))
        record.add(printed("<Ruiz> {said} [perhaps].", on="2024-02", name="b.txt"))
        found = record.who("Ruiz")
    assert [row.statement.attribution.content[0].text for row in found.statements] == ["no", "perhaps", "yes"]


def test_names_and_roles_tell_how_often_and_from_when_to_when(place: str) -> None:
    minister = person("Ana Ruiz", roles=("minister of water",))
    capital = person("Ana Ruiz", "Ruiz", roles=("Mayor of Orsa",))
    with Record(place) as record:
        record.add(printed("Rain.", on="2024-01-02T08:00:00"))
        record.add(printed("Rain.", on="2024-03-04", actors=(capital,), name="b.txt"))
        record.add(printed("Rain.", on="2025-06-07", actors=(minister,), name="c.txt"))
        found = record.who("Ana Ruiz")
    roles = [(use.words, use.articles, use.first, use.last) for use in found.roles]
    assert roles == [
        ("mayor of Orsa", 2, "2024-01-02", "2024-03-04"),
        ("minister of water", 1, "2025-06-07", "2025-06-07"),
    ]
    assert [(use.words, use.articles) for use in found.names] == [("Ana Ruiz", 3), ("Ruiz", 2)]


def test_others_who_speak_of_someone_are_shown(place: str) -> None:
    with Record(place) as record:
        record.add(printed("<Ben Holt> {said} [Ruiz lies].", "<Ana Ruiz> {said} [Ruiz never lies]."))
        found = record.who("Ana Ruiz")
    assert [row.statement.speaker.name for row in found.spoken_of if row.statement.speaker] == ["Ben Holt"]
