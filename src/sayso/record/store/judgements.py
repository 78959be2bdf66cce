"""What people decided of single positions: right, wrong, the other way round, or on the other side.

A position is anchored to the words that show it, and to those of its holder and its target, in its article: so a
decision holds for the article read again. Nothing is written to a position's row; who loads it applies what stands.
"""

from collections import defaultdict
from typing import Any, NamedTuple

from sqlalchemy import Connection, String, cast, select

from sayso.data.position import Judgement, Position
from sayso.data.record_errors import Undecidable
from sayso.data.results import Passage
from sayso.record.store.schema import articles
from sayso.record.store.schema_positions import positions
from sayso.record.store.selectors import standing

Key = tuple[str, int | None, str, str, str]
"""Article, story, and the words that show a position, of its holder and of its target."""


class Judged(NamedTuple):
    """What a decision on a position is about: where the words that show it stand, and those of holder and target."""

    passage: Passage
    holder: str
    target: str


def position_called(connection: Connection, id_: str) -> Judged:
    """The position with this id, "04da3ea48aa493e2.p4"; raises Undecidable where there is none."""
    key, _, number = id_.rpartition(".p")
    query = select(positions).join(articles, articles.c.id == positions.c.article_id)
    row = connection.execute(query.where(articles.c.key == key, cast(positions.c.n, String) == number)).first()
    if row is None:
        raise Undecidable(f"there is no position {id_} on the record")
    start, end, words = row.evidence[0]
    return Judged(Passage(key, row.story, start, end, words), row.holder_span[2], row.target_span[2])


class Judgements:
    """The decisions on positions that stand, looked up by what they are about; the last made holds."""

    def __init__(self, connection: Connection) -> None:
        self._found: defaultdict[Key, dict[int, Judgement]] = defaultdict(dict)
        for row in standing(connection, "judge"):
            self._found[row.article, row.story, row.words, row.one, row.other][row.start_char] = row.name

    @property
    def articles(self) -> frozenset[str]:
        """The keys of the articles in which a position was decided on."""
        return frozenset(article for article, *_ in self._found)

    def of(self, article: str, one: Position) -> Judgement | None:
        """What was decided of a position: at its place, else at the nearest with the same words."""
        shown = one.evidence[0]
        there = self._found.get((article, one.story, shown.text, one.holder.span.text, one.target.span.text), {})
        return there[min(there, key=lambda start: abs(start - shown.start))] if there else None


def row_of(judged: Judged) -> dict[str, Any]:
    """The columns of a decision that say what it is about, beside its passage."""
    return {"one": judged.holder, "other": judged.target}
