"""A document that is only called "the report" speaks for whoever the text says has made it."""

import pytest

from tests.coreference.tale import tell

INSTITUTE = "[Halden Institute|organisation]"


@pytest.mark.parametrize(
    "brought_in",
    [
        f"{INSTITUTE} published a new study on Monday.",
        f"The {INSTITUTE}’s latest report came on Monday.",
        f"On Monday came a survey released this week by the {INSTITUTE}.",
        f"Last week the {INSTITUTE} commissioned another poll.",
    ],
)
def test_the_report_is_its_authors(brought_in: str) -> None:
    tell(f"{brought_in} Ships are late. {{The report => Halden Institute}} said «the harbour was full».")


def test_a_film_is_its_makers() -> None:
    tell("[Bo Doe] spoke of his new film, “Tides”. {The documentary => Bo Doe} says «the sea rises».")


def test_another_document_without_an_author_is_nobodys() -> None:
    tell(f"{INSTITUTE} published a study. A newer report came. {{The report => ~ the report}} said «no».")


def test_a_letter_by_the_officer_of_a_body_is_the_officers() -> None:
    tell(
        "There was a letter by [Tarn Council|organisation] Speaker [Ana Doe]. {The letter => Ana Doe} said «no».",
    )


def test_a_report_about_somebody_is_not_theirs() -> None:
    tell("There was a report on attacks by [Bo Doe]. {The report => ~ the report} said «no».")


def test_a_video_is_not_whoevers_words_are_in_it() -> None:
    tell("[Bo Doe] posted a video. {The video => ~ the video} shows «a boat».")


def test_his_letter_is_his() -> None:
    tell("[Mr Bo Doe] left. {His letter => Bo Doe} asked «for patience».")


@pytest.mark.parametrize(
    "brought_in",
    [
        "[Ida Holm] asked for lamps in an open letter.",
        "In a letter to the port, [Ida Holm] asked for lamps.",
        "[Ida Holm] wrote to the port in May.",
    ],
)
def test_the_letter_is_the_one_who_asks_in_it(brought_in: str) -> None:
    tell(f"{brought_in} {{The letter => Ida Holm}} said «the road was dark».")


def test_the_lawsuit_is_theirs_who_sued() -> None:
    tell(f"The {INSTITUTE} sued the port. {{The lawsuit => Halden Institute}} says «the crane was old».")


def test_a_document_in_a_name_or_before_a_noun_is_none() -> None:
    tell("The [Tarn Film Festival|organisation]’s documentary contest opened. {The film => ~ the film} shows «a boat».")


def test_which_behind_a_film_is_its_maker() -> None:
    tell("[Bo Doe] won with his film “Low Water,” {which => Bo Doe} tells «of a flood».")
