"""What may be asked for, and what is said to who asks for what has no meaning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from sayso.record import BadQuery
from sayso.record.query.fulltext import fts5_query, ts_query
from sayso.record.query.highlight import highlighted
from sayso.record.query.language import parse


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("dam letter", "dam AND letter"),
        ("dam and letter", '"dam" "and" "letter"'),
        ("a b OR c d", "(a AND b) OR (c AND d)"),
        ("NOT letter dam", "dam NOT letter"),
        ("dam -letter -toll", "dam NOT letter NOT toll"),
        ("dam -(letter OR toll)", "dam NOT (letter OR toll)"),
        ("al-Assad’s", '"al assad s"'),
        ("DÁM", "dam"),
        ("dam & - letter", "dam letter"),
        ("f(x)", "f x"),
        ('-"open letter" dam', 'dam NOT "open letter"'),
        ("dam\0letter", '"dam letter"'),
        ("dam «open letter»", 'dam "open letter"'),
    ],
)
def test_the_same_can_be_said_in_two_ways(words: str, meant: str) -> None:
    assert parse(words) == parse(meant)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "there is no word in it"),
        ("!!! — ()", "AND, OR and NOT stand between words"),
        ('dam "open letter', "a quotation mark is left open"),
        ("dam (letter", "a parenthesis is left open"),
        ("dam (letter OR", "a parenthesis is left open"),
        ("dam) letter", "a parenthesis is closed that was not opened"),
        ("dam OR", "AND, OR and NOT stand between words"),
        ("AND dam", "AND, OR and NOT stand between words"),
        ("dam NOT", "AND, OR and NOT stand between words"),
        ("dam NOT -toll", "AND, OR and NOT stand between words"),
        ("NOT dam", "NOT takes away from what else is asked for"),
        ("dam OR -toll", "NOT takes away from what else is asked for"),
        ("dam *", "* stands at the end of a word, as in harb*"),
        ("*dam", "* stands at the end of a word"),
        ("d*m", "* stands at the end of a word"),
        ("d?m", "no sign stands for a letter within a word"),
        ("dam " * 201, "more than 200 words"),
        ("(" * 21 + "dam" + ")" * 21, "more than 20 parentheses"),
    ],
)
def test_what_has_no_meaning_is_told_in_one_line(words: str, why: str) -> None:
    with pytest.raises(BadQuery) as raised:
        parse(words)
    assert why in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("begun", "found", "not_found"),
    [
        ("negotiat*", "negotiations negotiator negotiating", "negligent"),
        ("relativ*", "relative relatives relativity", "relay"),
        ("harb*", "harbour Harbours", "harm"),
        ("us*", "us use", "u"),
    ],
)
def test_a_beginning_finds_all_that_begins_so(begun: str, found: str, not_found: str) -> None:
    for word in found.split():
        assert highlighted(begun, [word]) == [((0, len(word)),)], word
    assert highlighted(begun, [not_found]) == [()]


@pytest.mark.parametrize(
    ("words", "text", "marked"),
    [
        ("dams", "🌧️ The dam and DAMS", ["dam", "DAMS"]),
        ('"open letter"', "An open, letter; open the letters", ["open, letter"]),
        ("dam NOT letter", "a dam, a letter", ["dam"]),
        ("dam (road OR toll)", "toll dam", ["toll", "dam"]),
        ('"a b" OR "b c"', "a b c", ["a b c"]),
        ("evening", "Évening; E\u0301vening", ["Évening", "E\u0301vening"]),
        ("us", "the U.S. told us", ["us"]),
    ],
)
def test_marks_are_where_the_words_stand(words: str, text: str, marked: list[str]) -> None:
    (marks,) = highlighted(words, [text])
    assert [text[start:end] for start, end in marks] == marked


@given(words=st.text(alphabet='ab -"()*é’\0ANDORT', max_size=30))
def test_either_it_has_no_meaning_or_both_engines_understand_it(words: str) -> None:
    try:
        query = parse(words)
    except BadQuery:
        return
    with create_engine("sqlite://").connect() as connection:
        connection.execute(text("CREATE VIRTUAL TABLE words USING fts5(content)"))
        connection.execute(text("SELECT * FROM words WHERE words MATCH :query"), {"query": fts5_query(query)})
    assert ts_query(query).count("(") == ts_query(query).count(")")
