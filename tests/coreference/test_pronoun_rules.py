"""Whom he, she, it and they mean, and when nobody can tell."""

import pytest

from tests.coreference.tale import tell


def test_he_is_the_speaker_before() -> None:
    told = tell("{[Omar Doran] => Omar Doran} said «no». {He => Omar Doran} said «never».")
    assert told.statements[1].speaker is not None
    assert told.statements[1].speaker.via == "pronoun"
    assert [span.text for span in told.actors[0].mentions] == ["Omar Doran", "He"]


def test_he_reaches_over_a_heading_into_the_paragraph_before() -> None:
    tell(
        """
        [Omar Doran] came on Monday.
        ## Dam is safe
        {He => Omar Doran} said «no».
        """
    )


def test_he_does_not_reach_far() -> None:
    tell(
        """
        [Omar Doran] came on Monday.
        It rained.
        It rained again.
        {He => ? nobody near} said «no».
        """
    )


def test_she_is_the_woman() -> None:
    tell("[Mary Doe] met [John Roe]. {She => Mary Doe} said «no».")
    tell("Mrs [Roe] met Mr [Doe]. {He => Doe} said «no».")


def test_gender_is_learned_from_the_articles_own_pronouns() -> None:
    tell(
        """
        [Wu Roe] took his seat. It rained. [Xi Doran] defended her dam.
        [Wu Roe] left. {She => Xi Doran} said «no».
        """
    )


def test_two_who_fit_are_nobody() -> None:
    tell("[Kim Doran] warned [Lee Roe]. {He => ? could be Kim Doran or Lee Roe} said «no».")


def test_an_adding_speaker_is_the_one_before() -> None:
    tell("{[Kim Doran] => Kim Doran} said «[Lee Roe] is wrong». {He => Kim Doran} added «that it is late».")
    tell("{[Kim Doran] => Kim Doran} said «[Lee Roe] is wrong». {He => ? could be} said «that it is late».")


def test_whose_name_stands_with_a_possessive_is_no_rival_of_the_speaker() -> None:
    tell("{[John Roe] => John Roe} praised [Bo Doe]’s dam. {He => John Roe} said «no».")


def test_a_name_after_a_preposition_is_no_subject() -> None:
    tell("{[John Roe] => John Roe} said «a dam that is not approved by [Omar Doe] fails». {He => John Roe} said «no».")


def test_a_clause_in_front_looks_ahead() -> None:
    tell("While {he => John Roe} praised «the dam», [John Roe] left.")


def test_a_pronoun_in_a_quotation_belongs_to_the_quoted() -> None:
    tell("{[John Roe] => John Roe} said: «“{He => ? inside a quotation} said no.”»")


def test_who_is_the_name_before_it() -> None:
    tell("The dam failed, said [Ana Ruiz], {who => Ana Ruiz} warned «of it».")
    tell("[Ana Ruiz], the mayor of Porto Lindo, {who => Ana Ruiz} warned «of it».")
    tell("It was the man {who => ~ the man} warned «of it».")


def test_who_is_no_organisation() -> None:
    tell("An aide at [Acme Corp|organisation] {who => ~ an aide at Acme Corp} warned «of it».")


def test_it_is_the_organisation_that_spoke() -> None:
    tell("{[Acme Corp|organisation] => Acme Corp} said «no». {It => Acme Corp} said «never».")


def test_it_is_no_person() -> None:
    tell("{[Ana Ruiz] => Ana Ruiz} said «no». {It => ? nobody near} said «never».")


def test_another_speaker_in_between_breaks_the_chain() -> None:
    tell(
        """
        {[John Roe] => John Roe} said «no».
        {[Acme Corp|organisation] => Acme Corp} said «yes».
        {He => ? nobody near} said «never».
        """
    )


def test_who_is_named_after_the_pronoun_in_its_sentence_is_another() -> None:
    tell("[Mr Brand] met [Mr Loos].\n{He => Brand} told [Loos] «no».")
    tell("[Mr Brand] met [Mr Loos].\n{He => ? could be Brand or Loos} said «no».")


@pytest.mark.parametrize("apposition", ["a pilot", "a harbour union pilot", "a pilot at [Tarn Air|organisation]"])
def test_who_behind_an_apposition_is_the_one_named_before_it(apposition: str) -> None:
    tell(f"They met [Ana Doe], {apposition} {{who => Ana Doe}} said «no».")


def test_who_behind_another_person_in_an_apposition_is_not() -> None:
    tell("They met [Ana Doe], a lawyer for the man {who => ~ the man} said «no».")
