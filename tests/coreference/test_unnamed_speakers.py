"""Speakers without a name: they speak by their description, their article's own, and a pronoun after them is theirs."""

import pytest

from tests.coreference.tale import tell


@pytest.mark.parametrize("relative", ["mother", "wife", "lawyer", "spokeswoman", "aunt", "younger sister", "agent"])
def test_she_after_a_relative_is_the_relative(relative: str) -> None:
    who = f"~ Tennant’s {relative}"
    tell(
        f"""
        Cyclist [Jarle Tennant] is in a coma.
        {{[Tennant]’s {relative} => {who}}} said «the doctors were hopeful». {{She => {who}}} said «the road is bad».
        """
    )


def test_so_is_she_where_the_relative_did_something_else() -> None:
    tell(
        "[Mara Tolk] is in a clinic. [Tolk]’s mother wept. «“I never liked that boat,”» {she => ~ Tolk’s mother} said."
    )


def test_it_is_is_nobodys_relative() -> None:
    tell("It’s become a major issue for [Ana Ruiz]. «“No,”» {she => Ana Ruiz} said.")


def test_who_speaks_for_somebody_is_not_the_one_spoken_for() -> None:
    who = "~ a spokeswoman for Ana Ruiz"
    tell(f"Mrs [Ana Ruiz] left. {{A spokeswoman for [Ana Ruiz] => {who}}} said «no». {{She => {who}}} added «never».")


def test_one_representing_somebody_is_not_that_person() -> None:
    tell("{A press officer representing [Ana Ruiz] => ~ a press officer representing Ana Ruiz} said «no».")


def test_a_relative_who_has_a_name_speaks_by_it() -> None:
    tell(
        "[Jarle Tennant] is ill. {[Tennant]’s mother, [Ona Rand], => Ona Rand} said «no». {She => Ona Rand} said «yes»."
    )


def test_after_an_office_he_is_whoever_was_named() -> None:
    tell("{[Bo Doe] => Bo Doe} said «no». {The secretary => ~ the secretary} said «yes». {He => Bo Doe} left.")


def test_the_same_words_mean_the_same_stranger_in_one_article() -> None:
    told = tell("{The union => ~ the union} said «no». {The union => ~ the union} said «yes».")
    assert len({statement.speaker and statement.speaker.actor for statement in told.statements}) == 1


def test_two_of_a_kind_are_two() -> None:
    told = tell("{A witness => ~ a witness} said «no». {A witness => ~ a witness} said «yes».")
    assert len({statement.speaker and statement.speaker.actor for statement in told.statements}) == 2


def test_a_strangers_id_tells_the_article() -> None:
    told = tell("{Police => ~ Police} said «no».")
    assert told.statements[0].speaker is not None
    assert told.statements[0].speaker.actor == "organisation:police@0"
    assert not told.actors


def test_what_cannot_speak_does_not() -> None:
    tell("{General [Bo Doe]’s visit to the docks => ? nobody who can speak} said «that we stay».")


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("a farmer", "person"),
        ("two residents", "group"),
        ("the central bank", "organisation"),
        ("his lawyer", "person"),
        ("a report", "organisation"),
        ("people familiar with the matter", "group"),
    ],
)
def test_a_description_tells_what_it_describes(source: str, what: str) -> None:
    told = tell(f"On Monday {{{source} => ~ {source}}} said «no».")
    assert told.statements[0].speaker is not None
    assert told.statements[0].speaker.type == what


def test_i_outside_of_quotations_is_whoever_writes() -> None:
    told = tell(
        "[Bo Doe] came. {I => ~ the author} think «so». {He => Bo Doe} said «no». {I => ~ the author} saw «it»."
    )
    assert len({statement.speaker and statement.speaker.actor for statement in told.statements}) == 2


def test_you_is_nobody() -> None:
    tell("{You => ? whoever writes or is quoted} may think «that it rains».")


@pytest.mark.parametrize(
    ("before", "relative", "who"),
    [
        ("It angered customers", "who", "customers"),
        ("The assembly ordered an investigation,", "which", "an investigation"),
        ("They met the harbour workers", "who", "the harbour workers"),
    ],
)
def test_a_clause_belongs_to_the_description_before_it(before: str, relative: str, who: str) -> None:
    tell(f"{before} {{{relative} => ~ {who}}} found «no fault».")


def test_a_clause_about_a_deed_is_nobodys() -> None:
    tell("It set off the release of gas, {which => ? nobody near} alerts «the crew».")


def test_who_behind_a_description_is_whom_it_means() -> None:
    tell("[Ana Ruiz], the director, came. The director, {who => Ana Ruiz} feared «rain», stayed.")


def test_it_after_a_body_without_a_name_is_that_body() -> None:
    tell("{A charity => ~ a charity} said «so». {It => ~ a charity} said «no».")
