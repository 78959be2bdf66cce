"""By what other names the text calls somebody, and whom it calls "they"."""

import pytest

from tests.coreference.tale import tell


@pytest.mark.parametrize("told", ["known as", "better known as", "who performs as", "nicknamed", "born"])
def test_another_name_that_the_text_gives_is_the_same_persons(told: str) -> None:
    sources = "{[Pebble Tarn] => Liu Wei} said «no». {[Tarn] => Liu Wei} said «no»."
    assert tell(f"[Liu Wei], {told} [Pebble Tarn], came. {sources}").actor("Liu Wei").names == (
        "Liu Wei",
        "Pebble Tarn",
        "Tarn",
    )


def test_whose_brother_is_known_by_a_name_does_not_bear_it() -> None:
    tell("[Ana Ruiz], whose brother is known as [Pebble], came. {[Pebble] => Pebble} said «no».")


def test_they_means_the_one_of_whom_the_text_says_so() -> None:
    tell("[Rowan Quill], who uses they and them, came.\n{They => Rowan Quill} said «no».")
    tell("[Rowan Quill] came.\n{They => ? nobody near} said «no».")


def test_they_means_more_than_one_where_more_have_come_up() -> None:
    tell("[Rowan Quill] (they/them) came.\n[Ana Ruiz] and [Bo Lane] came.\n{They => Ana Ruiz + Bo Lane} said «no».")
