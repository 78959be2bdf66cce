"""A caption's credit is told from what the caption says."""

import pytest

from sayso.text.credits import credit_start


@pytest.mark.parametrize(
    "credit",
    [
        "Photo: Lars Emery/Plain Wire",
        "CREDIT: MONA SILL",
        "(Photo by Lars Emery)",
        "Photograph by Lars Emery for The Post",
        "Image courtesy of the Port of Elna",
        "© Mona Sill",
        "Courtesy of Mona Sill",
        "Picture credit: Mona Sill",
    ],
)
def test_a_credit_begins_at_its_label(credit: str) -> None:
    caption = f"Captain Ivo Rask says the radar failed. {credit}"
    assert caption[credit_start(caption) :] == credit


@pytest.mark.parametrize(
    "caption",
    [
        "Ivo Rask took the credit for it, the captain said.",
        "Voters take a photo of Ivo Rask on Monday.",
        "The image is clear, Rask said: “We won.”",
    ],
)
def test_a_caption_that_speaks_of_pictures_has_no_credit(caption: str) -> None:
    assert credit_start(caption) == len(caption)
