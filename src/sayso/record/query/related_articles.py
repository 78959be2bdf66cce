"""Other articles on the matter of one: its copies, those that print its utterances, those that name its people."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from math import log
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select

from sayso.data.article import Moment
from sayso.data.record_errors import NoSuchArticle
from sayso.data.results import ArticleRef, Related
from sayso.record.store.load_articles import ARTICLES
from sayso.record.store.once import while_unchanged
from sayso.record.store.schema import actors, appearances, articles, statements

_MOST: Final = 8
_COMMON: Final = 2_000
"""Whom more articles name does not tie two of them."""
_UTTERANCE: Final = 3.0
_COPY: Final = 100.0
_LEAST: Final = 4.0
"""One rare name in common makes no matter, and two well-known ones do not."""
_MONTH: Final = 30
_DAY: Final = 10


@dataclass(slots=True)
class _Tie:
    is_copy: bool = False
    utterances: int = 0
    people: dict[str, float] = field(default_factory=dict)

    def weight(self, apart: int | None) -> float:
        """Less, the more days lie between two articles; copies and printings hold whatever does."""
        named = sum(self.people.values())
        nearness = 0.5 if apart is None else _MONTH / (_MONTH + apart)
        return _COPY * self.is_copy + _UTTERANCE * self.utterances + named * nearness


def related_articles(connection: Connection, key: str) -> tuple[Related, ...]:
    """The articles tied most closely to one, the earliest first; raises NoSuchArticle."""
    own = connection.execute(ARTICLES.where(articles.c.key == key)).first()
    if own is None:
        raise NoSuchArticle(key)
    ties: defaultdict[int, _Tie] = defaultdict(_Tie)
    for id_ in connection.scalars(select(articles.c.id).where(articles.c.story == own.story)):
        ties[id_].is_copy = True
    _by_utterances(connection, own.id, ties)
    _by_people(connection, own.id, ties)
    ties.pop(own.id, None)
    return _closest(connection, own, ties)


def _by_utterances(connection: Connection, own: int, ties: defaultdict[int, _Tie]) -> None:
    here = statements.c.article_id == own, statements.c.is_shown
    said = select(statements.c.utterance).where(*here)
    altered = select(statements.c.altered_of).where(*here, statements.c.altered_of.is_not(None))
    printed = statements.c.utterance
    for shared in (printed.in_(said), printed.in_(altered), statements.c.altered_of.in_(said)):
        query = select(statements.c.article_id, func.count(printed.distinct()))
        for id_, number in connection.execute(query.where(shared).group_by(statements.c.article_id)):
            ties[id_].utterances += number


_NUMBER = select(func.count()).select_from(articles)


def _by_people(connection: Connection, own: int, ties: defaultdict[int, _Tie]) -> None:
    """Who is named in both, each the more, the fewer articles name him."""
    here = select(appearances.c.actor_id).where(appearances.c.article_id == own, ~appearances.c.rejected)
    total = while_unchanged(connection, "articles", lambda: connection.scalar(_NUMBER)) or 1
    often = select(appearances.c.actor_id, func.count()).group_by(appearances.c.actor_id)
    weights = {
        actor: log(1 + total / number)
        for actor, number in connection.execute(often.where(appearances.c.actor_id.in_(here)))
        if 1 < number <= _COMMON
    }
    query = select(appearances.c.article_id, actors.c.id, actors.c.name).join(actors)
    for id_, actor, name in connection.execute(
        query.where(appearances.c.actor_id.in_(weights), ~appearances.c.rejected)
    ):
        ties[id_].people[name] = weights[actor]


def _closest(connection: Connection, own: Row[Any], ties: dict[int, _Tie]) -> tuple[Related, ...]:
    likely = sorted(ties, key=lambda id_: -ties[id_].weight(0))[: 5 * _MOST]
    rows = connection.execute(ARTICLES.where(articles.c.id.in_(likely), articles.c.is_current)).all()
    weighed = [(ties[row.id].weight(_apart(own.published, row.published)), row) for row in rows]
    kept = sorted((pair for pair in weighed if pair[0] >= _LEAST), key=lambda pair: (-pair[0], pair[1].key))[:_MOST]
    return tuple(
        _related(row, ties[row.id]) for _, row in sorted(kept, key=lambda pair: (pair[1].published or "~", pair[1].key))
    )


def _apart(one: str | None, other: str | None) -> int | None:
    """How many days lie between two articles, where both tell theirs."""
    if not one or not other or min(len(one), len(other)) < _DAY:
        return None
    return abs((date.fromisoformat(one[:_DAY]) - date.fromisoformat(other[:_DAY])).days)


def _related(row: Row[Any], tie: _Tie) -> Related:
    people = tuple(sorted(tie.people, key=lambda name: (-tie.people[name], name)))
    article = ArticleRef(row.key, row.title, row.outlet, Moment.from_columns(row._mapping))
    return Related(article, tie.is_copy, tie.utterances, people)
