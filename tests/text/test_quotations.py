import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.data.article import Span
from sayso.text.quotations import is_scare_quote, is_title, kind_of, quotations


def quoted(text: str) -> list[str]:
    return [text[quotation.start : quotation.end] for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We go," she said. "We stay."', ['"We go,"', '"We stay."']),
        ("“We go,” she said.", ["“We go,”"]),
        ("‘We go,’ she said.", ["‘We go,’"]),
        ("'We go,' she said.", ["'We go,'"]),
        ("``We go,'' she said.", ["``We go,''"]),
        ("„Wir gehen“, «Oui», »Nein« und « non ».", ["„Wir gehen“", "«Oui»", "»Nein«", "« non »"]),
    ],
)
def test_every_kind_of_mark_quotes(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_mark_may_be_closed_by_another() -> None:
    assert quoted('“We go," she said. ”We stay,“ he said.') == ['“We go,"', "”We stay,“"]


def test_what_is_never_closed_ends_with_its_paragraph() -> None:
    (first, second) = quotations("She said, “we go.\n\nHe said, “we stay.”")
    assert (first.closed, second.closed) == (False, True)
    assert quoted("She said, “we go.\n\nHe said, “we stay.”") == ["“we go.", "“we stay.”"]


def test_what_is_never_closed_ends_where_the_next_opens() -> None:
    assert quoted("“We go, he said. “We stay,” she said.") == ["“We go, he said.", "“We stay,”"]


def test_marks_that_stand_apart_open_and_close_by_their_form() -> None:
    (only,) = quotations("“ One. \n\n“ Two, ” he said.")
    assert len(only.pieces) == 2


def test_a_quotation_opened_on_each_paragraph_and_closed_once_is_one() -> None:
    text = "He said: “One.\n\n“Two.\n\n“Three,” and left. “Four.”"
    first, second = quotations(text)
    assert [text[start:end] for start, end in first.pieces] == ["“One.", "“Two.", "“Three,”"]
    assert first.closed
    assert text[second.start : second.end] == "“Four.”"


def test_a_quotation_inside_another_is_part_of_it() -> None:
    assert quoted("“He said ‘go’ to “us” and left,” she said.") == ["“He said ‘go’ to “us” and left,”"]
    assert quoted("‘He said “go” to me,’ she said.") == ["‘He said “go” to me,’"]


@pytest.mark.parametrize(
    "text",
    [
        "He is 6'2\" tall, she 5’ 4”.",
        'A 12" pipe burst.',
        "’Tis the ’90s, and rock ’n’ roll isn't dead.",
        "The workers’ demands and James' book.",
        "Hawai‘i",
        '"',
        "“”",
    ],
)
def test_measures_and_apostrophes_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_an_apostrophe_does_not_close() -> None:
    assert quoted("‘The workers’ demands are fair,’ he said.") == ["‘The workers’ demands are fair,’"]
    assert quoted('"The 12" pipe burst," he said.') == ['"The 12" pipe burst,"']


def kind(text: str) -> str:
    return kind_of(text, [Span.of(text, 0, len(text))], quotations(text))


def test_all_in_marks_is_direct() -> None:
    assert kind("“We go,” “and we stay.”") == "direct"


def test_some_words_in_marks_are_mixed() -> None:
    assert kind("that the plan was “a bad joke” on the whole valley") == "mixed"
    assert kind("him “reckless”") == "mixed"


def test_no_marks_or_a_title_alone_are_indirect() -> None:
    assert kind("that the plan was a bad joke") == "indirect"
    assert kind("that the programme “Long Evening Talk” would be shown again on Monday") == "indirect"


def test_content_without_its_marks_is_still_direct() -> None:
    text = "“We go,” she said."
    assert kind_of(text, [Span.of(text, 1, 6)], quotations(text)) == "direct"


def test_titles_and_a_word_or_three_are_scare_quotes() -> None:
    text = "The “reform” and the film “Long River” failed, she said: “No.” “They failed because of us.”"
    found = quotations(text)
    assert [is_scare_quote(text, quotation) for quotation in found] == [True, True, False, False]
    assert [is_title(text, quotation) for quotation in found] == [False, True, False, False]


SIGNS = st.text(alphabet="“”„\"'‘’«»` \n.,a1é🙂語", max_size=80)


@given(st.one_of(st.text(), SIGNS))
def test_quotations_are_in_order_within_the_text_and_disjoint(text: str) -> None:
    end = 0
    for quotation in quotations(text):
        assert end <= quotation.start < quotation.end <= len(text)
        assert quotation.pieces[0][0] == quotation.start
        assert quotation.pieces[-1][1] == quotation.end
        end = quotation.end


@given(SIGNS)
def test_any_content_has_a_kind(text: str) -> None:
    if text:
        assert kind_of(text, [Span.of(text, 0, len(text))], quotations(text)) in ("direct", "mixed", "indirect")


@pytest.mark.slow
@pytest.mark.parametrize("piece", ['"', "“a ", "a’ ", "'a ", '"a" ', "“a\n\n", "6' ", "1", "word "])
def test_fifty_thousand_marks_are_read_to_the_end(piece: str) -> None:
    text = piece * 50_000
    assert all(quotation.end <= len(text) for quotation in quotations(text))
