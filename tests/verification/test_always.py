"""What holds for every text: hypothesis looks for one where it does not."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.data.article import Article, Document, Span
from sayso.data.statement import Attribution, Statement
from sayso.verification import compare
from tests.verification.orsa import BEFORE, holds

WORDS = st.sampled_from(
    ["dam", "Ruiz", "said", "no", "“Never,”", "she", "wall.", "It", "stays!", "\n\n", "🌊", "café", "14"]
)
TEXTS = st.lists(WORDS, min_size=3, max_size=40).map(" ".join) | st.text(min_size=3, max_size=80)
NOTE = "Correction: a version printed on Sunday named the wrong valley.\n\n"


def page(text: str) -> Article:
    return Article(Document("page", None, "text/plain", "0" * 64), text)


@st.composite
def read(draw: st.DrawFn) -> tuple[Article, list[Statement]]:
    """A text, and statements of words anywhere in it, in several pieces too."""
    text = draw(TEXTS.filter(lambda text: any(sign.isalnum() for sign in text)))
    places = [at for at, sign in enumerate(text) if sign.isalnum()]
    statements = []
    for _ in range(draw(st.integers(1, 4))):
        starts = draw(st.lists(st.sampled_from(places), min_size=3, max_size=4))
        pieces = [Span.of(text, start, min(len(text), start + draw(st.integers(1, 12)))) for start in starts]
        statements.append(Statement(Attribution((pieces[0],), (pieces[1],), tuple(pieces[2:]))))
    return page(text), statements


@given(read())
def test_a_text_that_did_not_change_is_verbatim(found: tuple[Article, list[Statement]]) -> None:
    article, statements = found
    assert {one.standing for one in compare(article, statements, article)} == {"verbatim"}
    longer = page(f"{article.text}\n\n{NOTE}")
    assert {one.standing for one in compare(article, statements, longer)} == {"verbatim"}


@given(read())
def test_a_text_after_a_note_has_all_moved_by_its_length(found: tuple[Article, list[Statement]]) -> None:
    article, statements = found
    for verdict, statement in zip(compare(article, statements, page(NOTE + article.text)), statements, strict=True):
        assert verdict.standing == "moved", verdict
        assert verdict.now == statement.attribution.moved(len(NOTE), NOTE + article.text)


@given(read(), TEXTS, st.data())
def test_whatever_becomes_of_a_text_a_verdict_keeps_its_promises(
    found: tuple[Article, list[Statement]], other: str, data: st.DataObject
) -> None:
    article, statements = found
    cut, to = (data.draw(st.integers(0, len(article.text))) for _ in range(2))
    after = data.draw(st.sampled_from([other, article.text[cut:] + other + article.text[:to]]))
    once, again = (compare(article, statements, page(after)) for _ in range(2))
    assert once == again
    for verdict, statement in zip(once, statements, strict=True):
        holds(verdict, statement, article.text, after)


def timed(before: str, after: str, statements: list[Statement]) -> float:
    start = time.process_time()
    compare(page(before), statements, page(after))
    return time.process_time() - start


def sentences(number: int, vocabulary: int, seed: int) -> list[str]:
    dice = random.Random(seed)
    return [" ".join(f"W{dice.randrange(vocabulary)}" for _ in range(20)) + "." for _ in range(number)]


def test_a_page_of_two_thousand_words_takes_well_under_a_second() -> None:
    told = sentences(100, 900, 1)
    after = sentences(30, 900, 2) + told[50:] + told[:50]
    said = Attribution((), (), (Span.of(" ".join(told), 0, 200),))
    assert timed(" ".join(told), " ".join(after), [Statement(said)] * 40) < 1


@pytest.mark.slow
def test_hostile_pages_take_bounded_time() -> None:
    said = [Statement(Attribution((), (), (Span(0, 12, "He said no. "),)))]
    same = "He said no. " * 40_000
    assert timed(same, same[:-24], said) < 12
    assert timed("He said no. " + "dam " * 40_000, "He said no. " + "dam " * 39_999 + "wall", said) < 10
    few = [f"He said {word}. " for word in ("no", "yes", "so", "it", "that")]
    dice = random.Random(1)
    before, after = ("".join(dice.choice(few) for _ in range(8_000)) for _ in range(2))
    assert timed(before, after, said) < 10


def test_the_same_article_again_holds_all_its_promises() -> None:
    for verdict, statement in zip(
        compare(BEFORE.article, BEFORE.statements, page(BEFORE.article.text)), BEFORE.statements, strict=True
    ):
        assert verdict.standing == "verbatim"
        holds(verdict, statement, BEFORE.article.text, BEFORE.article.text)
