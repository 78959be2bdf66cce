from dataclasses import replace

import pytest

from sayso.data.article import Span
from sayso.data.statement import Attribution
from sayso.evaluation.metrics import Score, by_kind, exact, measure, overlap, statements

TEXT = "Ana Ruiz said that the old harbour would stay open for ever. Holt disagreed."


def attribution(source: str, cue: str, content: str) -> Attribution:
    def spans(words: str) -> tuple[Span, ...]:
        return (Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words)),) if words else ()

    return Attribution(spans(source), spans(cue), spans(content))


GOLD = attribution("Ana Ruiz", "said", "the old harbour would stay open for ever")


def test_exact_match_forgives_nothing() -> None:
    scores = exact([attribution("Ruiz", "said", "the old harbour would stay open for ever")], [GOLD])
    assert {part: score.f1 for part, score in scores.items()} == {"source": 0.0, "cue": 1.0, "content": 1.0}


def test_a_statement_may_miss_a_fifth_of_its_content_but_not_its_speaker() -> None:
    assert statements([attribution("Ruiz", "said", "old harbour would stay open for ever")], [GOLD]).hit == 1
    assert statements([attribution("Holt", "said", "the old harbour would stay open for ever")], [GOLD]).hit == 0
    assert statements([attribution("Ana Ruiz", "said", "open for ever")], [GOLD]).hit == 0


def test_a_gold_statement_is_found_once_however_often_it_is_given() -> None:
    assert statements([GOLD, GOLD], [GOLD]) == Score(hit=1, found=2, gold=1)


def test_overlap_counts_the_pieces_of_a_split_content_together() -> None:
    whole = (Span.of(TEXT, 0, 20),)
    halves = (Span.of(TEXT, 0, 10), Span.of(TEXT, 10, 20))
    assert overlap(whole, halves) == pytest.approx(1.0)


def test_nothing_found_and_nothing_to_find_is_no_error() -> None:
    assert statements([], []).f1 == 0.0


def test_statements_are_scored_over_all_and_by_kind_among_their_own() -> None:
    direct, declined = replace(GOLD, kind="direct"), attribution("Holt", "disagreed", "")
    scores = by_kind([GOLD], [direct, declined])
    assert scores == {"all": Score(1, 1, 1), "direct": Score(0, 0, 1), "indirect": Score(0, 1, 0), "mixed": Score()}


def test_an_article_counts_once_however_many_annotated_it() -> None:
    measures = measure([GOLD], [[GOLD], []])
    assert measures.spans["cue"] == Score(hit=0.5, found=1, gold=0.5)
    assert (measures + measures).statements["all"] == Score(hit=1, found=2, gold=1)
