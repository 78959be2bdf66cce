"""Text that was encoded twice reads as it was meant; what only looks like it stays as it is."""

import pytest

from sayso.reading import read_document
from sayso.reading.mojibake import mended


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("Mayor NÃºria PeÃ±alver said the cafÃ© was shut.", "Mayor Núria Peñalver said the café was shut."),
        ("â€œToo loud,â€\x9d she said.", "“Too loud,” she said."),
        ("Itâ€™s late â€“ and ZoÃ« paid â‚¬5.", "It’s late – and Zoë paid €5."),
        ("Twice over: cafÃƒÂ©.", "Twice over: café."),
        ("Right “café” beside cafÃ© broken.", "Right “café” beside café broken."),
        ("Ð“Ð¾Ñ€Ð¾Ð´ Ð³Ð°Ð²Ð°Ð½ÑŒ", "Город гавань"),
    ],
)
def test_what_was_encoded_twice_is_undone(broken: str, meant: str) -> None:
    assert mended(broken) == meant


@pytest.mark.parametrize("lost", ["", "\x9d", "\ufffd"])
def test_the_byte_that_was_lost_on_the_way_was_that_of_the_closing_mark(lost: str) -> None:
    assert mended(f"â€œToo loudâ€{lost}. So he said.") == "“Too loud”. So he said."


@pytest.mark.parametrize(
    "right",
    [
        "SÃO PAULO – the Órgão said “no” to AÇÃO.",
        "Vlad the ÎLE DE RÉ, œuvre, Ångström, “élan” — naïve.",
        "À “l’hôtel”, Âge d’or… ÎÏÐÑ.",
        "Город гавань «Эльна» — 5 €",
        "It costs £5 and 20 °C; © 2031 Elna™",
    ],
)
def test_what_is_right_stays_as_it_is(right: str) -> None:
    assert mended(right) == right


def test_a_page_may_be_broken_in_one_paragraph_and_right_in_the_next() -> None:
    page = "<html><body><article><h1>The harbour</h1><p>“We won’t wait,” said ZoÃ« Ã…lund of the cafÃ© on Monday.</p>"
    page += "<p>“Nor will we,” said José Núñez, the mayor’s deputy, the next day.</p></article></body></html>"
    text = read_document(page.encode(), "a.html").text
    assert "“We won’t wait,” said Zoë Ålund of the café" in text
    assert "José Núñez, the mayor’s" in text


def test_what_takes_long_to_mend_is_left_as_it_is() -> None:
    text = "cafÃ© " * 500_000
    assert mended(text) == text
