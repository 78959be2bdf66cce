"""Who speaks by a line that is a name, over a quotation or under it; and what only looks like such a line."""

import pytest

from sayso.attribution.repairs.portraits import portraits
from sayso.attribution.repairs.signatures import announcement, signature
from sayso.text.doc import Doc


def named(text: str) -> list[str]:
    """The lines that name who speaks, in order."""
    return [text[slice(*found.signer)] for found in portraits(Doc(text)).values()]


def beside(text: str) -> str | None:
    """Who is named beside the only quotation of a text, on its line or the next."""
    doc = Doc(text)
    (quotation,) = doc.quotations
    line = text.rfind("\n", 0, quotation.start) + 1
    found = signature(text, quotation) or announcement(text, line, quotation)
    return text[slice(*found.signer)] if found else None


def test_a_name_with_a_trade_stands_over_what_is_said() -> None:
    text = "RUNE HOLT, SHEPHERD\n“The wolves came first.”\n\nASTRID MOE, POSTWOMAN\n“I carry four letters a day.”"
    assert named(text) == ["RUNE HOLT, SHEPHERD", "ASTRID MOE, POSTWOMAN"]


def test_or_under_it() -> None:
    text = "“The wolves came first.”\n\nRune Holt, shepherd\n\n“I carry letters.”\n\nAna Moe, postwoman"
    assert sorted(named(text)) == ["Ana Moe, postwoman", "Rune Holt, shepherd"]


def test_between_two_quotations_it_tells_nothing() -> None:
    assert named("“The wolves came first.”\n\nRune Holt, teacher\n\n“I carry letters.”") == []


@pytest.mark.parametrize(
    "line",
    [
        *("Photo: Ana Ruiz", "Read more:", "Update 10:30:", "Score: Rovers 2", "Sport, Page 4", "NEW LISK, NORLAND"),
        *("Monday, 4 May", "Opening Night", "Chapter Two, The Flood", "The Verdict", "Related: The Flood", "Best Song"),
        *(
            "In Brief",
            "Lisk, Monday",
            "Day Two, Evening",
            "Part One, Winter",
            "Video, 2 min",
            "Comment",
            "Live Updates",
        ),
        *("After The Flood, Before The Vote", "What They Said", "By Ana Ruiz", "Round 2, Norland"),
    ],
)
def test_a_label_a_place_and_a_heading_speak_no_words(line: str) -> None:
    assert named(f"It rained.\n\n{line}\n\n“Nine boats finished in the rain.”") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“We stay.” — Ana Ruiz, mayor of Lindo", "Ana Ruiz, mayor of Lindo"),
        ("“We stay.” – student Ana Ruiz after the vote", "student Ana Ruiz"),
        ("“We stay.”\n- Health minister Ana Ruiz", "Health minister Ana Ruiz"),
        ("“We stay.”\n(Ana Ruiz, mayor)", "Ana Ruiz, mayor"),
        ("“We stay.” | Ana Ruiz | Lindo", "Ana Ruiz"),
        ("Ana Ruiz | Lindo: “We stay.”", "Ana Ruiz"),
        ("“We stay.” — Ana Ruiz · 3 May 2024", "Ana Ruiz"),
        ("“We stay.” — @anaruiz, 3 May 2024", "@anaruiz"),
        ("The baker told Ana Ruiz, his wife: “We stay.”", None),
        ("“The Long River” (Ana Ruiz)", None),
        ("“The Long River” | Ana Ruiz", None),
    ],
)
def test_a_name_beside_a_quotation(text: str, who: str | None) -> None:
    assert beside(text) == who
