"""A statement's words are the article's own, or it is told which are not."""

import time
from dataclasses import replace

from sayso.data.article import Span
from sayso.data.evidence import check
from sayso.data.statement import Attribution, Statement

TEXT = "Ana Ruiz said no. 🌊 She said yes."
SAID = Attribution((Span(0, 8, "Ana Ruiz"),), (Span(9, 13, "said"),), (Span(14, 16, "no"),))


def test_words_in_their_place_are_no_fault() -> None:
    assert check(TEXT, (), Statement(SAID)) == []
    assert check(TEXT, (), Statement(replace(SAID, source=(Span(20, 23, "She"),)))) == []


def test_each_span_that_is_not_the_text_is_a_fault() -> None:
    wrong = replace(SAID, source=(Span(1, 9, "Ana Ruiz"),), content=(Span(14, 16, "no"), Span(14, 17, "yes")))
    assert check(TEXT, (), Statement(wrong)) == [
        "its source at 1:9 should read “Ana Ruiz”, not “na Ruiz ”",
        "its content at 14:17 should read “yes”, not “no.”",
    ]


def test_no_offset_reaches_around_or_out_of_the_text() -> None:
    for span in (Span(-4, -1, "yes"), Span(5, 5, ""), Span(20, 99, TEXT[20:]), Span(90, 99, ""), Span(9, 3, "")):
        assert check(TEXT, (), Statement(replace(SAID, cue=(span,))))[0].startswith("its cue at "), span


def test_a_related_story_is_checked_in_its_title() -> None:
    statement = Statement(SAID, "related", 1)
    assert check("", ("Another", "Ana Ruiz said no"), statement) == []
    assert len(check(TEXT, ("Another", "Ana Ruiz: no"), statement)) == 2
    for story in (2, -1, None):
        assert check(TEXT, ("a", "b"), replace(statement, story=story)) == [
            f"it stands in related story {story}, and there is none"
        ]


def test_a_statement_without_words_is_a_fault() -> None:
    assert check(TEXT, (), Statement(Attribution((), (), ()))) == ["it has no words to prove it"]


def test_a_hundred_thousand_take_about_a_second() -> None:
    statement, start = Statement(SAID), time.process_time()
    assert not any(check(TEXT, (), statement) for _ in range(100_000))
    assert time.process_time() - start < 3
