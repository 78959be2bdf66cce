"""Who replies is not the one just quoted."""

import pytest

import sayso

MET = "Reporter Sandro Pike met Mayor Ruth Pell on the stairs. "
TWO_HOLTS = "Stephen Holt moved that the house agree. Ewan Holt said the motion was an insult. "


def speakers(text: str) -> list[str]:
    """Who speaks each quotation, in the order of the text."""
    told = sayso.read(f"Evening At The Harbour\n\n{text}".encode(), name="article.txt").statements
    quoted = sorted((s for s in told if s.attribution.kind == "direct"), key=lambda s: s.attribution.content[0].start)
    return [s.speaker.name if s.speaker else "" for s in quoted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MET + "“Will you resign?” Pike asked. “I will not,” she replied.", ["Sandro Pike", "Ruth Pell"]),
        (MET + "“Will you resign?” Pike asked. “I will not,” she shot back.", ["Sandro Pike", "Ruth Pell"]),
        (MET + "“Will you resign?” Pike asked.\n\n“I will not,” she answered.", ["Sandro Pike", "Ruth Pell"]),
        (MET + "“Will you resign?” Pike asked. “I will not,” was her answer.", ["Sandro Pike", "Ruth Pell"]),
        (MET + "“Who will pay?” Pike asked Pell. “The town will,” she said.", ["Sandro Pike", "Ruth Pell"]),
        (MET + "“It was you,” said Pike, but Pell disagreed. “It was not,” she said.", ["Sandro Pike", "Ruth Pell"]),
        (TWO_HOLTS + "“It is cheap,” Stephen Holt said. “It is not,” Mr Holt replied.", ["Stephen Holt", "Ewan Holt"]),
    ],
)
def test_a_reply_is_anothers(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_who_replies_when_asked_may_have_spoken_before() -> None:
    text = "“We will win,” coach Ruth Pell said. “No,” she replied when asked whether she would resign."
    assert speakers(text) == ["Ruth Pell", "Ruth Pell"]


def test_a_full_name_replies_for_itself() -> None:
    text = TWO_HOLTS + "“It is cheap,” Stephen Holt said. “It will be,” Stephen Holt answered himself."
    assert speakers(text) == ["Stephen Holt", "Stephen Holt"]
