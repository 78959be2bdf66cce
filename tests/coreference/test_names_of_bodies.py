"""Which names are whole, which are two, and by which a body is called."""

from sayso.text.datelines import dateline_end
from tests.coreference.tale import tell


def test_a_paper_that_begins_with_a_country_is_no_country() -> None:
    told = tell("{[USA|country] TODAY => USA TODAY} said «no». {[Norland|organisation] => Norland} said «no».")
    assert {actor.name: actor.type for actor in told.actors}["USA TODAY"] == "organisation"


def test_a_country_before_a_person_or_an_office_stays_one() -> None:
    told = tell("The [US|country] Ambassador [Ana Ruiz] came. {[US|country] => United States} said «no».")
    assert [actor.name for actor in told.actors] == ["United States", "Ana Ruiz"]


def test_a_name_of_two_names_is_neither_of_them_alone() -> None:
    tale = "[Orlo|organisation] came. The [Orlo Sentra|organisation] came. The [Sentra|organisation] came."
    assert [actor.names for actor in tell(tale).actors] == [("Orlo",), ("Orlo Sentra", "Sentra")]


def test_a_firm_goes_by_the_first_words_of_its_legal_name() -> None:
    firm = "Denholm Thale Financial Services Inc"
    tell(f"[{firm}|organisation] came. {{[Denholm Thale|organisation] => {firm}}} said «no».")


def test_a_legal_name_is_no_short_form_of_another() -> None:
    told = tell("[Tarn Motor Co|organisation] came. [Tarn Motor Credit Co|organisation] came.")
    assert [actor.name for actor in told.actors] == ["Tarn Motor Co", "Tarn Motor Credit Co"]


def test_a_longer_name_that_comes_late_and_once_is_not_the_bodys() -> None:
    shop = "[Tarn Depot|organisation] came. "
    assert tell(3 * shop + "[One Tarn Depot|organisation] came.").actors[0].name == "Tarn Depot"


def test_an_acronym_in_brackets_is_a_name_from_there_on() -> None:
    tell("The [Popular Union|organisation] (UP) party came. {The UP => Popular Union} said «no».")


def test_the_countries_of_a_clause_do_not_speak() -> None:
    tell("{[Ana Ruiz], who served in [Iran|country] and [France|country], => Ana Ruiz} said «no».")


def test_one_name_of_two_tells_the_type_of_the_other() -> None:
    told = tell("{Both Norland and [Sudland] => Norland + Sudland} said «no».")
    assert {actor.type for actor in told.actors} == {"country"}


def test_a_pair_of_persons_is_nobody() -> None:
    tale = "[Ana Ruiz] came. [Bo Lane] came. A [Ruiz-Lane] race is near."
    assert [actor.name for actor in tell(tale).actors] == ["Ana Ruiz", "Bo Lane"]


def test_he_may_be_a_family_name() -> None:
    assert [actor.name for actor in tell("{[He Qinghua] => He Qinghua} said «no».").actors] == ["He Qinghua"]


def test_an_agency_is_the_office_that_has_spoken_and_no_court() -> None:
    office = "{[Tarn Housing Office|organisation] => Tarn Housing Office} said «no»."
    tell(f"{office} {{The agency => Tarn Housing Office}} said «no».")
    tell("{[Tarn Court|organisation] => Tarn Court} said «no». {The agency => ~ the agency} said «no».")


def test_a_dateline_ends_at_its_dash() -> None:
    lines = ["LORNE, 3 May 2021 - The", "PORT ELNA (AP) — The", "ELNA ― The", "Elna (Reuters) - The", "Ana Doe — who"]
    assert [line[dateline_end(line) :].strip() for line in lines] == ["The", "The", "The", "The", "Ana Doe — who"]


def test_a_firm_that_is_named_by_itself_first_is_not_the_channel_that_begins_with_its_name() -> None:
    tale = 2 * "[Orlo|organisation] came. " + "The [Orlo Channel|organisation] came. [Orlo|organisation] went."
    assert [actor.name for actor in tell(tale).actors] == ["Orlo", "Orlo Channel"]


def test_a_name_ends_with_its_sentence_and_without_the_trade_that_credits_tie_to_it() -> None:
    told = tell("So says [Orlo International. Ostrand] is no [Director_Min Oh]. [Sal** Do] clapped. [St. Clair] too.")
    assert [actor.name for actor in told.actors] == ["Orlo International", "Min Oh", "St. Clair"]


def test_an_office_that_is_new_makes_no_new_body() -> None:
    told = tell("{[Bo Lane], [Norland|country]’s new police commissioner, => Bo Lane} said «no».")
    assert [actor.name for actor in told.actors] == ["Bo Lane", "Norland"]
