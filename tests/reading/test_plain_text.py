"""Plain text as it is found: what is title, date, byline, lead, heading, paragraph, list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.data.article import Article
from sayso.data.errors import Unreadable
from sayso.reading import read_text

HARBOUR = """\
Harbour Wall to Be Raised, Mayor Says

Harbour Wall to Be Raised, Mayor Says
March 3, 2031

The mayor of Port Elna, Ines Okafor, said on Monday that the harbour wall would be raised by a metre.

“We will not wait for another flood,” she said.

Who pays for it

The state will pay half of it, Okafor said.
"""


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def test_an_article_is_read_into_its_blocks() -> None:
    assert blocks(read_text(HARBOUR, "harbour.txt")) == [
        ("title", "Harbour Wall to Be Raised, Mayor Says"),
        (
            "lead",
            "The mayor of Port Elna, Ines Okafor, said on Monday that the harbour wall would be raised by a metre.",
        ),
        ("paragraph", "“We will not wait for another flood,” she said."),
        ("heading", "Who pays for it"),
        ("paragraph", "The state will pay half of it, Okafor said."),
    ]


def test_blocks_are_joined_by_one_blank_line() -> None:
    article = read_text(HARBOUR, "harbour.txt")
    assert article.text == "\n\n".join(words for _, words in blocks(article))


@pytest.mark.parametrize(
    ("line", "value", "precision"),
    [
        ("Sat Oct 10, 2015 17:31:28", "2015-10-10T17:31:28", "second"),
        ("October 10, 2015", "2015-10-10", "day"),
        ("Published: 10 October 2015", "2015-10-10", "day"),
        ("2015-10-10 17:31", "2015-10-10T17:31", "minute"),
        ("Saturday, 10 Oct 2015 | 5:31 PM", "2015-10-10T17:31", "minute"),
        ("Published: 10 October 2015 | Updated: 11 October 2015", "2015-10-10", "day"),
        ("Last updated on Oct. 10, 2015 at 5:31 p.m. EDT", "2015-10-10T17:31-04:00", "minute"),
    ],
)
@pytest.mark.parametrize("place", ["above the headline", "below it", "between its two copies"])
def test_a_date_line_is_the_date_and_no_block(line: str, value: str, precision: str, place: str) -> None:
    title = "Ferry Line to Close"
    opening = {
        "above the headline": [line, title],
        "below it": [title, line],
        "between its two copies": [title, line, title],
    }[place]
    text = "\n\n".join(
        [*opening, "The ferry line to Morrow Island will close, its owner said.", "Islanders protested."]
    )
    article = read_text(text, "ferry.txt")
    assert article.title == title
    assert article.published is not None
    assert (article.published.value, article.published.precision) == (value, precision)
    assert [kind for kind, _ in blocks(article)] == ["title", "lead", "paragraph"]


def test_a_headline_repeated_without_its_outlet_tells_the_outlet() -> None:
    article = read_text("Dam Opens - The Elna Post\n\nDam Opens\n\nThe dam opened on Monday.", "dam.txt")
    assert (article.title, article.outlet) == ("Dam Opens", "The Elna Post")
    assert [kind for kind, _ in blocks(article)] == ["title", "lead"]


def test_ornaments_between_paragraphs_are_no_text() -> None:
    article = read_text("Dam Opens\n\nThe dam opened.\n\n* * *\n\nIt holds.\n---\nIt is deep.", "dam.txt")
    assert [words for _, words in blocks(article)] == ["Dam Opens", "The dam opened.", "It holds.", "It is deep."]


def test_a_sentence_with_a_date_in_it_is_no_date_line() -> None:
    article = read_text(
        "A Bridge Falls\n\nThe bridge fell on 10 October 2015, police said.\n\nNobody was hurt.", "a.txt"
    )
    assert article.published is None
    assert article.lead == "The bridge fell on 10 October 2015, police said."


def test_an_agency_dateline_stays_in_the_lead_and_tells_the_agency() -> None:
    article = read_text("Talks Resume\n\nPARIS (AP) — The talks resumed on Monday, said Lena Vogt.\n\nMore.", "a.txt")
    assert article.lead == "PARIS (AP) — The talks resumed on Monday, said Lena Vogt."
    assert article.outlet == "AP"
    assert article.published is None


def test_an_agency_dateline_with_a_year_tells_the_day() -> None:
    article = read_text("Talks Resume\n\nLONDON, Oct 10, 2015 (Reuters) - The talks resumed, said Lena Vogt.", "a.txt")
    assert article.published is not None
    assert (article.published.value, article.published.found_in) == ("2015-10-10", "dateline")
    assert article.outlet == "Reuters"


def test_an_agency_dateline_without_a_year_has_no_date_to_tell() -> None:
    assert (
        read_text("Talks Resume\n\nLONDON, Oct 10 (Reuters) - The talks resumed, said Vogt.", "a.txt").published is None
    )


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and Juan de la Cruz", ("Jane Doe", "Juan de la Cruz")),
        ("BY JANE DOE, Staff Writer", ("Jane Doe",)),
        ("By Jane Doe in Port Elna", ("Jane Doe",)),
        ("By Jane Doe | 10 October 2015", ("Jane Doe",)),
    ],
)
def test_a_byline_names_the_writers_and_is_no_block(line: str, names: tuple[str, ...]) -> None:
    article = read_text(f"Ferry Line to Close\n{line}\n\nThe ferry line will close, its owner said.", "ferry.txt")
    assert article.byline == names
    assert "Jane" not in article.text


def test_a_heading_that_begins_with_by_is_no_byline() -> None:
    article = read_text(
        "Ferry Line to Close\n\nThe line will close.\n\nBy sea or by air\n\nIslanders must fly.", "a.txt"
    )
    assert article.byline == ()
    assert ("heading", "By sea or by air") in blocks(article)


def test_paragraphs_without_a_headline_have_no_title() -> None:
    article = read_text("The mayor resigned on Monday.\n\nShe gave no reason.", "a.txt")
    assert article.title is None
    assert blocks(article) == [("lead", "The mayor resigned on Monday."), ("paragraph", "She gave no reason.")]


def test_the_lines_of_hard_wrapped_paragraphs_are_joined() -> None:
    text = (
        "Mayor Resigns\n\nThe mayor of Port Elna, who had been in office for\neleven years, resigned on Monday. "
        "She gave\nno reason, and Monday was the last day on which\nShe could have done so, Parliament said.\n"
    )
    article = read_text(text, "a.txt")
    assert [kind for kind, _ in blocks(article)] == ["title", "lead"]
    assert "in office for eleven years, resigned" in str(article.lead)


def test_lines_that_are_paragraphs_stay_apart_without_blank_lines() -> None:
    text = (
        "Mayor Resigns\nThe mayor of Port Elna resigned on Monday after eleven years in office, her office said.\n"
        "She gave no reason.\nHer deputy, Tomas Brandt, will take over until a new mayor is elected in the spring.\n"
    )
    assert [kind for kind, _ in blocks(read_text(text, "a.txt"))] == ["title", "lead", "paragraph", "paragraph"]


def test_lists_and_quoted_mail_are_told_apart() -> None:
    text = (
        "What We Know\n\nTwo things are known.\n\n- The wall broke.\n- Two people are missing.\n\n> We had warned them."
    )
    assert blocks(read_text(text, "a.txt"))[2:] == [
        ("list", "The wall broke."),
        ("list", "Two people are missing."),
        ("quote", "We had warned them."),
    ]


def test_a_dash_that_opens_speech_is_no_list() -> None:
    article = read_text("At the Gate\n\nHe waited.\n\n- Nobody came, he said.\n\nThen he left.", "a.txt")
    assert [kind for kind, _ in blocks(article)] == ["title", "lead", "paragraph", "paragraph"]


def test_the_documents_own_characters_are_kept() -> None:
    text = "The “wall” — 2 m high — won’t hold, said Zoë Ålund 🌊… She’d warned them."
    assert read_text(text, "a.txt").text == text


def test_leaked_data_alone_is_no_article() -> None:
    with pytest.raises(Unreadable, match=r"^dump\.txt: no article text, only leaked data$"):
        read_text('{"a": "b", "c": 1}', "dump.txt")


_news = st.lists(
    st.sampled_from(
        [
            *(
                "Title of It",
                "By Jane Doe",
                "10 October 2015",
                "She said “no”.",
                "- item",
                "> quote",
                "",
                "\n",
                "\t",
                "  x",
            ),
            *(
                'string(5) "hello"',
                'string(9) "',
                "[{",
                '{"a": 1}',
                "}",
                "Array\n(\n [0] => x\n)",
                "{{ x }}",
                "Warning: x",
            ),
            *(
                "Traceback (most recent call last):",
                "a{color:red}",
                "```",
                "🌊 é",
                "PARIS (AP) — ",
                "\u2028",
                "\ud800",
                "\x00",
            ),
        ]
    )
)


@given(st.one_of(st.text(), _news.map("\n".join), _news.map("".join)))
def test_any_text_gives_exact_spans_in_order_or_one_clear_line(text: str) -> None:
    try:
        article = read_text(text, "any.txt")
    except Unreadable as error:
        refusal = str(error)
    else:
        words = [article.text[block.start : block.end] for block in article.blocks]
        assert "\n\n".join(words) == article.text
        assert all(word == word.strip() != "" for word in words)
        assert article.text.encode("utf-8").decode("utf-8") == article.text
        return
    assert refusal.startswith("any.txt: ")
    assert "\n" not in refusal
