"""Formats beyond prose, read by the shipped model and the rules together."""

import pytest

import sayso

Said = tuple[str, str]


def said(text: str) -> list[Said]:
    """Source and content of each attribution, its pieces put together."""
    found = [each for each in sayso.attribute(text) if each.content]
    return [(" … ".join(s.text for s in each.source), " … ".join(s.text for s in each.content)) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We will not pay,” she said, “because we never signed.”",
            ("she", "“We will not pay,” … “because we never signed.”"),
        ),
        (
            "“We will not pay,” Ruiz said. “The money is gone.”",
            ("Ruiz", "“We will not pay,” … “The money is gone.”"),
        ),
        (
            "The mayor said: “We were promised a bridge.\n\n“We were promised a school.\n\n“We got neither.”",
            ("The mayor", "“We were promised a bridge. … “We were promised a school. … “We got neither.”"),
        ),
        (
            "Ana Ruiz came late to the meeting. She was blunt. “We will not pay.”",
            ("She", "“We will not pay.”"),
        ),
    ],
)
def test_quotations_are_in_the_mouth_of_whoever_speaks_them(text: str, expected: Said) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to Ana Ruiz, the harbour will stay open until June.", "Ana Ruiz"),
        ("In a statement, Ruiz said the harbour would stay open.", "Ruiz"),
        ("“The harbour stays open,” — Commissioner Ana Ruiz", "Commissioner Ana Ruiz"),
        ("“The harbour stays open.” – Ana Ruiz, mayor of Lindo", "Ana Ruiz, mayor of Lindo"),
        ("The harbour, seen on Monday. Mayor Ana Ruiz said it would stay open.", "Mayor Ana Ruiz"),
        ("The council met.\n\n11:02 “We are safe,” says Holt.", "Holt"),
    ],
)
def test_press_releases_captions_and_live_blogs_have_speakers(text: str, source: str) -> None:
    assert source in [who for who, _ in said(text)]


TALK = """The mayor of Lindo spoke on Monday.

RUIZ: We will not pay. The minister said that the dam is safe.

REPORTER: Why not?

RUIZ: Nobody asked us.
"""


def test_a_transcript_gives_each_turn_and_whom_its_speaker_reports() -> None:
    found = said(TALK)
    assert ("RUIZ", "We will not pay. The minister said that the dam is safe.") in found
    assert ("REPORTER", "Why not?") in found
    assert "The minister" in [who for who, _ in found]
    assert [who for who, _ in found].count("RUIZ") == 2


@pytest.mark.parametrize(
    "text", ["The so-called “reform” began in May.", "The film “Long River” opens on Monday.", TALK[:35]]
)
def test_scare_quotes_titles_and_prose_say_nothing(text: str) -> None:
    assert said(text) == []
