"""The name of who speaks may stand inside the source: in a body's common noun, before a report, after its "by"."""

import pytest

from tests.coreference.tale import tell


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Kessland police", "Kessland police"),
        ("The Ostran culture ministry", "Ostran culture ministry"),
        ("Norland’s Foreign Ministry", "Norland’s Foreign Ministry"),
        ("The [Doe] administration", "Doe administration"),
        ("The [Green Union|organisation] report", "Green Union"),
        ("A new Halden Institute study", "Halden Institute"),
        ("An analysis by [Lily Doe], a former tax aide,", "Lily Doe"),
        ("A complaint filed by the [Tarn Council|organisation]", "Tarn Council"),
        ("[Doe]’s letter", "Doe"),
        ("The [Green Union|organisation] leadership", "Green Union"),
        ("[Tarn Post|organisation] news agency", "Tarn Post"),
        ("Citizens for Tax Justice", "Citizens for Tax Justice"),
        ("Union of Tarn Miners|organisation] chair [Ana Ruiz]".join(["[", ""]), "Ana Ruiz"),
        ("Event Chair and [Tarn College|organisation] Professor Dr [Ana Ruiz]", "Ana Ruiz"),
        ("chairman, CEO and president [Ana Ruiz]", "Ana Ruiz"),
        ("Moscow", "Russia"),
        ("Nomvula September", "Nomvula September"),
        ("June Holt", "June Holt"),
    ],
)
def test_who_stands_inside_the_source_speaks(source: str, speaker: str) -> None:
    tell(f"Storms came. On Monday {{{source} => {speaker}}} said «no».")


@pytest.mark.parametrize(
    "source",
    [
        "local police",
        "[Ruiz] supporters",
        "a report on the [Green Union|organisation]",
        "an aide at [Acme|organisation]",
    ],
)
def test_who_is_only_spoken_of_does_not(source: str) -> None:
    described = source.replace("[", "").replace("|organisation]", "").replace("]", "")
    tell(f"Storms came. On Monday {{{source} => ~ {described}}} said «no».")


def test_a_place_that_opens_the_sentence_names_its_police() -> None:
    tell("{Hanoi police => Hanoi police} said «no». {Police => Hanoi police} said «yes». {They => Hanoi police} left.")
    tell("{Local police => ~ local police} said «no». Few local police came.")


def test_the_army_is_the_one_that_was_named() -> None:
    tell("{The Ostran army => Ostran army} said «no». {The army => Ostran army} left.")


def test_no_event_speaks_but_who_comes_last_or_began_the_sentence() -> None:
    tell("Then {the offer by the Board for talks with the union [Ana Ruiz] => Ana Ruiz} said «no».")
    tell("[Ana Ruiz] on a programme after {General [Bo Doe]’s visit to the docks => Ana Ruiz} said «that we stay».")
    tell("Then {General [Bo Doe]’s visit => ? nobody who can speak} and [Cy Roe] said «no».")


def test_who_only_got_hold_of_a_document_is_not_its_author() -> None:
    tell("Storms came. {The statement, which was obtained by [Radio Orsa|organisation], => ~ the statement} said «no».")
