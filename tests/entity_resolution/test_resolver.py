"""Across articles one person is one actor under all his names, and two of one name stay two."""

import random

import pytest

from sayso.entity_resolution import Appearance, Around, identify
from tests.entity_resolution.cast import appearances, identified, told

NAMESAKES = """
    a: John Tarrow, striker | 2015
    b: John Tarrow, senator from Ohio | 2016
    c: John Tarrow, Harwell United midfielder | 2017
    d: John Tarrow, Republican lawmaker | 2018
"""


def test_a_full_name_is_one_person_while_nothing_speaks_against_it() -> None:
    assert told("a: Irena Valtari\nb: Irena Valtari\nc: Tom Valtari") == ["a b", "c"]


def test_a_name_that_many_have_is_one_persons_only_where_something_else_says_so() -> None:
    assert told("a: John Smith\nb: John Smith\nc: John Smith, mayor of Orsa\nd: John Smith, Orsa mayor") == [
        "a",
        "b",
        "c d",
    ]


def test_namesakes_of_different_walks_of_life_stay_two() -> None:
    assert told(NAMESAKES) == ["a c", "b d"]


def test_namesakes_in_one_office_of_two_countries_stay_two() -> None:
    cast = "a: Li Wei, mayor of Lanzhou\nb: Li Wei, mayor of Singapore\nc: Li Wei, Lanzhou mayor"
    assert told(cast) == ["a c", "b"]


def test_a_bare_name_between_namesakes_stays_apart_and_says_who_it_may_be() -> None:
    bare = next(one for one in identified(NAMESAKES + "e: John Tarrow") if one.links[0].ref.endswith("@e"))
    assert [link.state for link in bare.links] == ["candidate"]
    assert [(maybe.id, maybe.reasons) for maybe in bare.perhaps] == [
        ("person:john-tarrow", ("the same name",)),
        ("person:john-tarrow@b", ("the same name",)),
    ]


def test_a_bare_name_goes_to_the_namesake_in_whose_company_it_stands() -> None:
    cast = """
        a: John Smith, striker + Ben Holt, Tom Kerr
        b: John Smith, senator + Eva Lind
        c: John Smith + Ben Holt, Tom Kerr
    """
    assert told(cast) == ["a c", "b"]


def test_of_namesakes_the_earliest_has_the_bare_id_and_the_others_the_name_of_an_appearance() -> None:
    assert sorted(one.id for one in identified(NAMESAKES)) == ["person:john-tarrow", "person:john-tarrow@b"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bashar al-Assad", "Bashar al-Asad"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Abdel Rahman Khalil", "Abdelrahman Khalil"),
        ("Kim Min-soo", "Min-soo Kim"),
        ("Tarrow, John Paul", "John Paul Tarrow"),
        ("José Peñalver", "Jose Penalver"),
        ("ANA RUSK", "Ana Rusk"),
        ("Ana Maria Ruiz", "Ana Ruiz"),
        ("Jürgen Müller-Böhm", "Juergen Mueller-Boehm"),
        ("Liu Hsiao-fang", "Liu Xiaofang"),
        ("Bakhodir Akhrorov", "Bahodir Ahrorov"),
        ("Rachel Stein-Morrow", "Rachel Stein"),
        ("Volodymyr Halenko", "Vladimir Halenko"),
        ("Noh Gyu-tae", "Roh Kyu-tae"),
        ("Recai Tayfun Erdemir", "Tayfun Erdemir"),
        ("U Thein Maung", "Thein Maung"),
        ("Xi Weimin", "Xi"),
    ],
)
def test_one_name_written_in_two_ways_is_one_person(one: str, other: str) -> None:
    known = [Appearance("a", "person:one", one, "person"), Appearance("b", "person:other", other, "person")]
    assert len(identify(known)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Erik Holm", "Erika Holm"),
        ("Jon Smith", "John Smith"),
        ("Alan Marsh", "Allan March"),
        ("John A. Smith", "John B. Smith"),
        ("Tom Kerr Jr.", "Tom Kerr Sr."),
        ("Mario Rossi", "Maria Rossi"),
        ("Xi Weimin", "Xi Weiping"),
    ],
)
def test_names_that_are_only_near_to_each_other_are_two_peoples(one: str, other: str) -> None:
    known = [Appearance("a", "person:one", one, "person"), Appearance("b", "person:other", other, "person")]
    assert len(identify(known)) == 2


def test_who_cannot_be_of_the_same_age_are_two() -> None:
    young, old = Around(born=("1990",)), Around(born=("1948",))
    known = [
        Appearance(key, "person:ana-ruiz", "Ana Ruiz", "person", around=around)
        for key, around in (("a", young), ("b", old), ("c", young))
    ]
    assert sorted(len(one.links) for one in identify(known)) == [1, 2]


def test_a_slip_of_the_pen_is_forgiven_in_one_who_holds_the_same_office() -> None:
    assert told("a: Irena Valtari, Kessland’s energy minister\nb: Irina Valtari, energy minister of Kessland") == [
        "a b"
    ]


def test_a_family_name_joins_its_only_bearer_where_something_else_says_so() -> None:
    cast = "a: Irena Valtari, energy minister\nb: Valtari, the energy minister\nc: Valtari"
    assert told(cast) == ["a b c"]


def test_a_family_name_alone_is_enough_only_where_few_have_it() -> None:
    assert told("a: Irena Valtari, energy minister\nb: Valtari") == ["a b"]
    assert told("a: Irena Smith, energy minister\nb: Smith") == ["a", "b"]


def test_a_family_name_that_two_bear_is_neithers() -> None:
    cast = "a: Tom Ruiz, farmer\nb: Ana Ruiz, senator\nc: Ruiz\nd: Ruiz, senator from Orsa"
    assert told(cast) == ["a", "b d", "c"]


def test_an_initial_joins_the_one_whom_it_fits() -> None:
    cast = "a: Martin Keller, Orsa police chief\nb: Monika Keller, soprano\nc: M. Keller, police chief of Orsa"
    assert told(cast) == ["a c", "b"]


def test_family_names_that_nobody_bears_in_full_are_one_person() -> None:
    assert told("a: Brandl\nb: Brandl\nc: Brandl, opposition leader") == ["a b c"]


def test_two_whom_one_article_tells_apart_are_two() -> None:
    cast = "a: Abdul Karim Nasser\na: Abdel Kareem Nasser"
    assert len(identified(cast)) == 2


def test_letters_are_the_body_for_which_an_article_says_that_they_stand() -> None:
    cast = """
        a: Kessland Rail Authority = KRA # organisation
        b: KRA # organisation
        c: Kessland Rail Authority Ltd # organisation
        d: KRA # group
    """
    assert told(cast) == ["a b c", "d"]


def test_letters_that_stand_for_two_bodies_are_neithers() -> None:
    cast = """
        a: Kessland Rail Authority = KRA # organisation
        b: Korvia Radio Agency = KRA # organisation
        c: KRA # organisation
    """
    assert told(cast) == ["a", "b", "c"]


def test_every_link_says_why_and_how_sure_it_is() -> None:
    (one,) = identified("a: Irena Valtari, energy minister\nb: Irena Valtary, energy minister")
    link = next(link for link in one.links if link.score is not None)
    assert link.state == "confirmed"
    assert link.reasons == ("both called energy minister", "the same name spelled another way", "few have this name")
    assert 0.9 < (link.score or 0) < 1


def test_the_full_name_used_most_names_the_actor() -> None:
    (one,) = identified("a: Ana Rusk\nb: Ana Maria Rusk\nc: Ana Rusk\nd: Rusk\ne: Rusk\nf: Rusk")
    assert (one.id, one.name) == ("person:ana-rusk", "Ana Rusk")


def test_of_names_used_as_much_the_fullest_names_the_actor() -> None:
    (one,) = identified("a: Ana Rusk\nb: Ana Maria Rusk")
    assert (one.id, one.name) == ("person:ana-maria-rusk", "Ana Maria Rusk")


def test_nothing_hangs_on_the_order_in_which_articles_come() -> None:
    cast = appearances(NAMESAKES + "e: John Tarrow\nf: Tarrow, senator\ng: J. Tarrow\nh: Jon Tarrow | 2001\ni: Tarrow")
    expected = sorted(map(str, identify(cast)))
    for seed in range(20):
        random.Random(seed).shuffle(cast)
        assert sorted(map(str, identify(cast))) == expected


def test_what_was_decided_the_same_is_one_called_as_the_first() -> None:
    one, *others = identified("a: Ana Ruiz, farmer\nb: Ana Holt, senator", same=("b=a",))
    assert (one.name, others) == ("Ana Holt", [])


def test_what_was_decided_different_stays_two_and_draws_its_like() -> None:
    cast = "a: Ana Ruiz, mayor of Orsa\nb: Ana Ruiz, mayor of Orsa\nc: Ana Ruiz, mayor of Orsa"
    assert len(told(cast, different=("a≠b",))) == 2


def test_two_names_decided_the_same_are_so_in_articles_that_take_them_for_two() -> None:
    cast = "a: Ana Rusk\nb: Ana Holk\nc: Ana Rusk\nc: Ana Holk"
    assert len(identified(cast, same=("a=b",))) == 1


@pytest.mark.parametrize("name", ["X", "Ñ", "Иван Петров", "王伟", "محمد علي", "—", "JOHN SMITH", "O", "’s"])
def test_any_name_is_somebodys(name: str) -> None:
    known = [Appearance(article, f"person:{name}", name, "person") for article in ("a", "b")]
    assert sum(len(one.links) for one in identify(known)) == 2


def test_a_thousand_of_one_family_are_told_apart() -> None:
    known = [
        Appearance(f"a{n}", f"person:{n}", f"{chr(65 + n % 26)}{'aeiou'[n % 5]}n{n:03d} Smith", "person")
        for n in range(1000)
    ]
    assert len(identify([*known, Appearance("b", "person:smith", "Smith", "person")])) > 900
