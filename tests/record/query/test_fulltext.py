"""Both engines find the same words, in what was said and in whole articles, and nothing that is gone."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Select, select

from sayso.data.analysis import Reading
from sayso.record import Record, Search
from sayso.record.engine import connected, open_engine
from sayso.record.query.fulltext import article_has, article_rank
from sayso.record.query.language import words_in
from sayso.record.store.schema import articles
from tests.record.conftest import Databases
from tests.record.printed import printed

EXAMPLES = Path(__file__).parents[3] / "examples"


def articles_with(place: str, *queries: str) -> list[list[str]]:
    """The titles of the articles that have what each query asks for, the best first."""
    engine = open_engine(place)
    with connected(engine) as connection:
        found = [[str(title) for title in connection.scalars(query_for(words))] for words in queries]
    engine.dispose()
    return found


def query_for(words: str) -> Select[Any]:
    return select(articles.c.title).where(article_has(words)).order_by(article_rank(words), articles.c.key)


def test_an_article_is_found_by_any_of_its_words_until_it_is_read_without_them(place: str) -> None:
    before = printed("Rain fell on Orsa. Rain!", title="Weather")
    with Record(place) as record:
        record.add(before)
        record.add(printed("The rain stopped at the dam.", title="Dam", name="b.txt"))
        found = articles_with(place, "rains", '"the dam" OR nothing', "rain -orsa")
        assert found == [["Weather", "Dam"], ["Dam"], ["Dam"]]
        changed = replace(before.article, text=before.article.text.replace("fell", "came"))
        record.add(Reading(changed, (), ()), again=True)
        assert articles_with(place, "fell", "came") == [[], ["Weather"]]


def test_what_fits_the_words_best_comes_first(place: str) -> None:
    with Record(place) as record:
        record.add(printed("<Ana Ruiz> {said} [the dam is one of many things that we talked about today].", name="a"))
        record.add(printed("<Ana Ruiz> {said} [dam, dam, dam].", name="b"))
        found = record.search(Search(words="dam"), order="rank")
    assert [row.document.name for row in found.rows] == ["b", "a"]
    assert found.marks == (((0, 3), (5, 8), (10, 13)), ((4, 7),))


def test_a_long_article_of_strange_words_is_kept_and_its_beginning_found(place: str) -> None:
    strange = " ".join(f"{chr(0x4E00 + n % 20_000)}{n:x}" for n in range(120_000))
    with Record(place) as record:
        assert record.add(printed(f"Beginning {strange}")).new
    assert articles_with(place, "beginning") == [["The dam at Orsa"]]


@pytest.fixture(scope="module")
def both(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Two records of the same example articles, each paragraph an article."""
    texts = [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    paragraphs = [p.replace("[", "").replace("<", "").replace("{", "") for t in texts for p in t.split("\n\n")]
    places = databases.new(), str(tmp_path_factory.mktemp("both") / "sayso.db")
    for place in places:
        with Record(place) as record:
            for n, paragraph in enumerate(dict.fromkeys(paragraphs)):
                record.add(printed(paragraph, title=str(n), name=str(n)), settled=False)
    return places


def test_both_engines_find_the_same(both: tuple[str, str]) -> None:
    text = " ".join(path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt")))
    vocabulary = sorted(set(words_in(text)))
    queries = [
        words
        for word, other in zip(vocabulary[::5], reversed(vocabulary), strict=False)
        for words in (word, f"{word[:4]}*", f"{word} OR {other}", f"the -{word}", f'"the {word}"')
    ]
    one, two = ([sorted(found) for found in articles_with(place, *queries)] for place in both)
    assert [words for words, a, b in zip(queries, one, two, strict=True) if a != b] == []
    assert sum(map(bool, one)) > len(queries) / 2
