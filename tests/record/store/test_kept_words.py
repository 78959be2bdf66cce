"""Words are kept once: what is searched of a statement tells the words of its source, cue and content again."""

import random

from sayso.data.article import Span
from sayso.record import Record
from sayso.record.store.kept_words import Beside, cut, laid, words_at
from tests.record.conftest import sql
from tests.record.printed import printed

TEXT = "Ana Ruiz, who came late … told us: “the dam, said Holt, stays – ต้องหยุด” and 大坝 was not named again."


def test_what_is_laid_together_is_cut_apart_again_wherever_it_stands() -> None:
    chance = random.Random(5)
    for _ in range(500):
        places = sorted({tuple(sorted(chance.sample(range(len(TEXT)), 2))) for _ in range(chance.randrange(1, 6))})
        words = laid(Span.of(TEXT, *place) for place in places)
        assert cut(f"{words} and other forms", places) == [TEXT[slice(*place)] for place in places]


def test_a_content_stays_in_its_place() -> None:
    for searched, content in [("a b c", "b"), ("a b", "a b"), ("a … b", "b … a"), ("", ""), ("a\0b", "b"), ("a", "")]:
        assert Beside.of(searched, content).searched(content) == searched


def test_the_content_is_told_by_itself_where_places_are_damaged() -> None:
    places = [("content", 9_999, -5), ("cue", 9, 13), ("gender", 0, 3)]
    assert words_at(places, "said the dam", "the dam") == ["the dam", "said", None]


def test_nothing_is_told_twice_and_nothing_is_lost(place: str) -> None:
    readings = [
        printed("<Ana Ruiz> {said} [the dam] and [the road stay].", name="pieces.txt"),
        printed("“[The dam] … [stays],” <Ana Ruiz> {said}.", name="gap.txt"),
        printed("<Ana Ruiz> {said} [大坝必须停止].", name="letters.txt"),
    ]
    with Record(place) as record:
        for reading in readings:
            record.add(reading)
            (row,) = record.held(reading.article.document.key).statements
            assert row.statement.attribution == reading.statements[0].attribution
        told = sql(place, "SELECT count(*) FROM spans WHERE text IS NOT NULL")
    assert told[0][0] <= 2, "letters that are searched one by one stand otherwise in the text"
