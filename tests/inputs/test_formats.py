"""What a document is wrapped in is taken off, and what the wrapping tells of it is kept."""

import gzip
import io
import json

import pytest

from sayso.data.article import Article
from sayso.data.errors import Unreadable
from sayso.data.found import Found, Given
from sayso.inputs.formats import unwrapped
from sayso.pipeline import article_of
from tests.inputs import made


def article(content: bytes, **known: object) -> Article:
    return article_of(Found(content, **known), "dam")  # type: ignore[arg-type]


def test_a_letter_is_decoded_and_its_fields_are_no_text() -> None:
    found = article(made.letter())
    assert (found.title, found.outlet, found.byline) == ("Der Damm bleibt – the dam stays", "The Orsa Post", ())
    assert found.published
    assert (found.published.value, found.published.found_in) == ("2024-03-05T06:30:00+01:00", "e-mail")
    assert "“No,” she said." in found.text
    assert not {"From:", "=E2", "Message-ID"} & set(found.text.split())


def test_a_page_that_is_compressed_is_read_by_whoever_asks() -> None:
    assert article(gzip.compress(made.page())).title == "Dam Stays"
    with pytest.raises(Unreadable, match="it is broken"):
        article(gzip.compress(made.page())[:-20])


def test_of_two_parts_one_is_read() -> None:
    found = article(made.letter(html=made.page(f"{made.WORDS} “No,” she said.").decode()))
    assert found.text.count("“No,” she said.") == 1


def test_a_letter_that_only_says_to_look_at_its_other_part() -> None:
    long = " ".join([made.WORDS] * 30)
    assert article(made.letter(html=made.page(long).decode())).text.count("Ana Ruiz") == 30


def test_who_writes_from_elsewhere_is_a_person() -> None:
    assert article(made.letter(sender="Jo Lund <jo@web.example>")).byline == ("Jo Lund",)


def test_a_page_that_a_browser_saved() -> None:
    found = article(made.mhtml())
    assert (found.title, found.document.url) == ("Dam Stays", "https://orsa.example/dam")
    assert found.document.media_type == "multipart/related"
    assert found.published is None  # the day on which it was saved is none


USUAL = {
    "headline": "Dam Stays",
    "datePublished": "2024-05-03T09:00:00Z",
    "articleBody": made.WORDS,
    "author": [{"@type": "Person", "name": "Jo Lund"}, {"name": "Mia Berg"}],
    "publisher": {"name": "The Orsa Post"},
    "url": "https://orsa.example/dam",
}


@pytest.mark.parametrize(
    "value",
    [
        USUAL,
        {"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle", **USUAL}]},
        {
            "title": "Dam Stays",
            "published_at": 1714726800,
            "full_text": made.WORDS,
            "authors": ["Jo Lund", "Mia Berg"],
            "source": {"name": "The Orsa Post"},
            "link": "https://orsa.example/dam",
        },
    ],
)
def test_an_article_as_json_under_its_usual_names(value: object) -> None:
    found = article(json.dumps(value).encode())
    assert (found.title, found.outlet, found.byline) == ("Dam Stays", "The Orsa Post", ("Jo Lund", "Mia Berg"))
    assert found.published
    assert found.published.value == "2024-05-03T09:00:00+00:00"
    assert (found.document.url, found.text) == ("https://orsa.example/dam", f"Dam Stays\n\n{made.WORDS}")


def test_html_in_json_is_a_page() -> None:
    words = "<p>Mayor Ana Ruiz said on Monday that the dam stays.</p><p>“No,” she said to those who asked again.</p>"
    assert "<p>" not in article(json.dumps({"title": "Dam", "content": words}).encode()).text


def test_the_text_layer_of_a_pdf() -> None:
    pytest.importorskip("pypdfium2")
    found = article(made.pdf("Dam Stays", "", made.WORDS))
    assert made.WORDS in found.text
    assert found.document.media_type == "application/pdf"
    with pytest.raises(Unreadable, match="a PDF without text, only pictures of pages"):
        article(made.pdf())
    with pytest.raises(Unreadable, match="a PDF that cannot be read"):
        article(b"%PDF-1.4 and no more")


def test_what_a_word_processor_wrote() -> None:
    docx = pytest.importorskip("docx")
    document, file = docx.Document(), io.BytesIO()
    document.add_heading("Dam Stays", 0)
    document.add_paragraph(made.WORDS)
    document.save(file)
    found = article(file.getvalue())
    assert (found.title, found.published) == ("Dam Stays", None)
    assert made.WORDS in found.text


SRT = """1
00:00:01,000 --> 00:00:03,000
Ana Ruiz: We will not sign

2
00:00:03,000 --> 00:00:04,000
<i>that paper.</i>

3
00:00:04,500 --> 00:00:05,000
Jo Lund: Why not?
- Ana Ruiz: The dam is old.
"""
VTT = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ana Ruiz>We will not sign that paper.</v>\n\n" + (
    "00:04.500 --> 00:05.000\n<v Jo Lund>Why not?</v>\n<v Ana Ruiz>The dam is old.</v>\n"
)
WHISPER = json.dumps(
    {
        "text": "We will not sign that paper. Why not? The dam is old.",
        "segments": [
            {"start": 1.0, "end": 4.0, "text": " We will not sign that paper.", "speaker": "Ana Ruiz"},
            {"start": 4.5, "end": 5.0, "text": " Why not?", "speaker": "Jo Lund"},
            {"start": 5.0, "end": 6.0, "text": " The dam is old.", "speaker": "Ana Ruiz"},
        ],
    }
)


@pytest.mark.parametrize("transcript", [SRT, VTT, WHISPER])
def test_a_transcript_turn_by_turn(transcript: str) -> None:
    assert unwrapped(Found(transcript.encode()), "talk").content.decode().split("\n\n") == [
        "Ana Ruiz: We will not sign that paper.",
        "Jo Lund: Why not?",
        "Ana Ruiz: The dam is old.",
    ]


def test_what_the_reader_knows_holds_before_what_the_document_says() -> None:
    known = Given("The Dam", "3 May 2024", "The Orsa Post", ("Jo Lund",), "an option")
    for content in (made.page(), made.WORDS.encode(), made.letter()):
        found = article(content, given=known)
        assert (found.title, found.outlet, found.byline) == ("The Dam", "The Orsa Post", ("Jo Lund",))
        assert found.published
        assert (found.published.value, found.published.evidence) == ("2024-05-03", "3 May 2024")


@pytest.mark.parametrize(
    "text",
    [
        "From: the river one sees the dam.\n\nMayor Ana Ruiz said that it stays.",
        '{"a": 1} is what the machine printed, said Ana Ruiz, the mayor of Orsa.',
        "Dam Stays, Mayor Says\nORSA, May 3\n\nMayor Ana Ruiz said that it stays.",
        "1. The dam stays, said Ana Ruiz.\n2. It goes, said Ben Holt.",
    ],
)
def test_text_that_looks_a_little_like_something_else_is_text(text: str) -> None:
    assert unwrapped(Found(text.encode()), "a.txt") == Found(text.encode())
