"""A statement of a transcript tells when in the recording its words begin."""

from sayso.attribution.time_codes import with_time_codes
from sayso.data.article import Span
from sayso.data.found import Found, Spoken
from sayso.data.statement import Attribution, Statement
from sayso.inputs.formats import unwrapped

SRT = """1
00:00:01,000 --> 00:00:03,000
Ana Ruiz: We will not sign

2
00:00:03,500 --> 00:00:04,000
We will not sign

3
00:00:04,000 --> 00:00:06,000
<i>that paper.</i>

4
01:02:05,250 --> 01:02:07,000
Ben Holt: The dam is old.
"""


def said(text: str, words: str) -> Statement:
    at = text.index(words)
    return Statement(Attribution((), (), (Span(at, at + len(words), words),)))


def codes(text: str, spoken: tuple[Spoken, ...], *words: str) -> list[float | None]:
    told = with_time_codes([said(text, each) for each in words], text, spoken)
    return [one.time_code for one in told]


def test_it_is_that_of_the_cue_in_which_it_begins() -> None:
    found = unwrapped(Found(SRT.encode()), "talk.srt")
    text = found.content.decode()
    assert text == "Ana Ruiz: We will not sign that paper.\n\nBen Holt: The dam is old."
    assert codes(text, found.spoken, "We will", "paper", "The dam is old.") == [1.0, 4.0, 3725.25]


def test_what_the_text_has_otherwise_is_passed_over() -> None:
    spoken = (
        Spoken(0, "A title that is gone."),
        Spoken(2, "Good evening."),
        Spoken(4, "“Odd”  blanks."),
        Spoken(9, "Bye."),
    )
    assert codes("Good evening. “Odd” blanks. Bye.", spoken, "Good", "Odd", "Bye") == [2, 2, 9]


def test_words_that_come_again_much_later_are_not_taken_for_those_that_are_missing() -> None:
    spoken = (Spoken(1, "Yes."), Spoken(2, "No."), Spoken(3, "Well."))
    text = f"Yes. Well. {'Something else was said. ' * 20}No."
    assert codes(text, spoken, "Yes.", "Well.") == [1, 3]
