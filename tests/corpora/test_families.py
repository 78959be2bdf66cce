"""The families' articles: the same every time, no half knows the other, what is marked stands in the text."""

import pytest

from corpora.families.cases import FAMILIES, cases
from corpora.families.words import lists
from sayso.reading import read_document


@pytest.mark.parametrize("family", FAMILIES)
def test_articles_are_the_same_every_time(family: str) -> None:
    assert list(cases(family, "tuned", 30)) == list(cases(family, "tuned", 30))


@pytest.mark.parametrize("family", FAMILIES)
def test_the_halves_share_no_article_and_some_templates(family: str) -> None:
    tuned, aside = list(cases(family, "tuned", 100)), list(cases(family, "aside", 100))
    assert not {case.text for case in tuned} & {case.text for case in aside}
    forms = [{gold.form for case in half for gold in case.golds} for half in (tuned, aside)]
    assert forms[0] & forms[1]
    assert forms[0] - forms[1]
    assert forms[1] - forms[0]


@pytest.mark.parametrize("names", ["woman", "man", "family", "place", "land", "topics", "body"])
def test_the_halves_share_no_names(names: str) -> None:
    assert not set(lists("tuned")[names]) & set(lists("aside")[names])


@pytest.mark.parametrize("half", ["tuned", "aside"])
@pytest.mark.parametrize("family", FAMILIES)
def test_gold_stands_in_the_text_and_no_mark_is_left(family: str, half: str) -> None:
    for case in cases(family, half, 60):
        assert not set(case.text) & set("{}[]¶^")
        for span in (span for gold in case.golds for span in gold.content):
            assert case.text[span.start : span.end] == span.text


@pytest.mark.parametrize("family", FAMILIES)
def test_an_article_is_read_as_it_stands(family: str) -> None:
    for case in cases(family, "aside", 5):
        article = read_document(case.text.encode(), "article.txt", None)
        assert article.text == case.text
        assert article.blocks[0].kind == "title"


def test_nobody_is_silent_who_speaks() -> None:
    for case in cases("relatives", "tuned", 60):
        assert not {name for gold in case.golds for name in gold.who} & set(case.silent)
