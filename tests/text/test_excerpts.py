"""Of an article in excerpts the sentences of its statements are left, at their own places."""

from dataclasses import replace

from sayso.data.article import Residue, Span
from sayso.data.keeping import LEFT_OUT
from sayso.record.store.check import check
from sayso.text.excerpts import in_excerpts
from tests.record.printed import RUIZ, printed


def test_sentences_of_statements_stay_where_they_are_and_the_rest_goes() -> None:
    reading = printed(
        "The valley was dry. <Ana Ruiz> {said that} [the dam must stay]. Nobody asked.", "Ben Holt ate an apple."
    )
    text = reading.article.text
    seen = tuple(Span(at, at + 8, text[at : at + 8]) for at in (text.index("Ana Ruiz"), text.index("Ben Holt")))
    actor = replace(RUIZ, mentions=seen)
    reading = replace(reading, actors=(actor,), article=replace(reading.article, residue=(Residue("dump", "all"),)))
    left = in_excerpts(reading)
    assert len(left.article.text) == len(text)
    assert left.article.text.count("\n") == text.count("\n")
    assert left.article.text.replace(LEFT_OUT, "").split("\n")[-3:] == [
        "Ana Ruiz said that the dam must stay. ",
        "",
        "",
    ]
    assert left.article.residue == ()
    assert left.actors[0].mentions == seen[:1]
    check(left)
