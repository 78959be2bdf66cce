"""How decisions name what they are about, so that it is found again after articles are read again.

An actor is anchored to one of his appearances, a statement to its article, place and words: ids of rows, and even
the number of a statement, may differ at the next reading.
"""

from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, Row, Select, String, bindparam, cast, func, select

from sayso.data.record_errors import Undecidable
from sayso.data.results import Passage
from sayso.entity_resolution import ref_of
from sayso.record.store.mentions import MENTIONS
from sayso.record.store.once import while_unchanged
from sayso.record.store.schema import appearances, articles, called, mentions, names, spans, statements
from sayso.record.store.schema_identity import decisions

LEAST_OVERLAP = 0.5
"""How much of a statement's words and of those decided on must be in both for it to be the same statement."""


class Anchor(NamedTuple):
    """An appearance: the id that the article's reading gives the actor, and the article's key."""

    local: str
    article: str

    @property
    def ref(self) -> str:
        return ref_of(*self)


def standing(connection: Connection, *verbs: str) -> list[Row[Any]]:
    """The decisions of these kinds that nobody has undone, the first first."""
    return while_unchanged(
        connection, ("standing", *verbs), lambda: list(connection.execute(_STANDING, {"verbs": verbs}))
    )


_UNDONE = select(decisions.c.undoes).where(decisions.c.undoes.is_not(None))
_STANDING = (
    select(decisions)
    .where(decisions.c.verb.in_(bindparam("verbs", expanding=True)), decisions.c.id.not_in(_UNDONE))
    .order_by(decisions.c.id)
)


def pairs(connection: Connection, verb: Literal["same", "different"]) -> list[tuple[str, str]]:
    """The appearances that decisions make one, or keep apart, by their refs, in the order of the decisions."""
    return [
        (ref_of(one.local, one.key), ref_of(other.local, other.key))
        for row in standing(connection, verb)
        if (one := still(connection, row.one, row.one_in)) and (other := still(connection, row.other, row.other_in))
    ]


def still(connection: Connection, local: str, article: str) -> Row[Any] | None:
    """The appearance that an anchor means now: that in its article, else the earliest that is called so."""
    return appearance_at(connection, Anchor(local, article)) or earliest(connection, local)


def earliest(connection: Connection, local: str) -> Row[Any] | None:
    """The first appearance to which an article's reading gave this id."""
    return connection.execute(_EARLIEST_SO_CALLED, {"local": local}).first()


def appearance_at(connection: Connection, anchor: Anchor) -> Row[Any] | None:
    """The appearance of an anchor, with its actor."""
    query = _EARLIEST.where(appearances.c.local == anchor.local, articles.c.key == anchor.article)
    return connection.execute(query).first()


def fellow_of(connection: Connection, anchor: Anchor) -> Anchor | None:
    """Another appearance of the same actor in another article, called the same there if that can be."""
    here = appearance_at(connection, anchor)
    if here is None:
        return None
    others = _EARLIEST.where(appearances.c.actor_id == here.actor_id, articles.c.key != anchor.article)
    for query in (others.where(appearances.c.local == anchor.local), others):
        if row := connection.execute(query).first():
            return Anchor(row.local, row.key)
    return None


def anchor_of(connection: Connection, actor: str, name: str) -> Anchor:
    """The appearance that stands for an actor, one called exactly `name` if there is one."""
    theirs = _EARLIEST.where(appearances.c.actor_id == actor)
    so_called = select(called.c.appearance_id).join(names, names.c.id == called.c.name_id).where(names.c.name == name)
    for query in (theirs.where(appearances.c.id.in_(so_called)), theirs.where(appearances.c.local == actor), theirs):
        if row := connection.execute(query).first():
            return Anchor(row.local, row.key)
    raise Undecidable(f"{actor} stands in no article")


def statement_called(connection: Connection, id_: str) -> Passage:
    """The passage of the statement with this id, "04da3ea48aa493e2.4"; raises Undecidable where there is none."""
    key, _, number = id_.rpartition(".")
    query = _STATEMENTS.where(articles.c.key == key, cast(statements.c.n, String) == number)
    row = connection.execute(query).first()
    if row is None:
        raise Undecidable(f"there is no statement {id_} on the record")
    return _passage(connection, row)


def mention_called(connection: Connection, id_: str) -> Passage:
    """The passage of the mention at "04da3ea48aa493e2:120-128"; raises Undecidable where there is none."""
    key, _, place = id_.rpartition(":")
    start, _, end = place.partition("-")
    at = Passage(key, None, int(start), int(end), "") if start.isdigit() and end.isdigit() else None
    rows = [row for row in _mentions_in(connection, key) if at and (row.start_char, row.end_char) == (at.start, at.end)]
    if not rows:
        raise Undecidable(f"there is no mention {id_} on the record")
    return Passage(key, None, rows[0].start_char, rows[0].end_char, rows[0].text)


def statement_at(connection: Connection, passage: Passage) -> int | None:
    """The row of the statement with these words, the nearest to their place; else of that which overlaps them most."""
    query = _STATEMENTS.where(articles.c.key == passage.article, statements.c.story.is_not_distinct_from(passage.story))
    same = connection.execute(query.where(statements.c.content == passage.words)).all()
    if len(same) == 1:
        return int(same[0].id)
    found = [(row.id, _passage(connection, row)) for row in same or connection.execute(query)]
    if same:
        return int(min((abs(there.start - passage.start), id_) for id_, there in found)[1])
    near = [(_overlap(there, passage), -id_) for id_, there in found]
    best, id_ = max(near, default=(0.0, 0))
    return -id_ if best >= LEAST_OVERLAP else None


def mentions_at(connection: Connection, passage: Passage) -> list[Row[Any]]:
    """The mentions with these words, at their place or nearest to it."""
    same = [row for row in _mentions_in(connection, passage.article) if row.text == passage.words]
    nearest = min((abs(row.start_char - passage.start) for row in same), default=0)
    return [row for row in same if abs(row.start_char - passage.start) == nearest]


_EARLIEST: Select[Any] = (
    select(appearances, articles.c.key)
    .join(articles, articles.c.id == appearances.c.article_id)
    .order_by(articles.c.published.is_(None), articles.c.published, articles.c.key)
)
_EARLIEST_SO_CALLED = _EARLIEST.where(appearances.c.local == bindparam("local")).limit(1)
_STATEMENTS: Select[Any] = select(statements, articles.c.key).join(articles, articles.c.id == statements.c.article_id)


def _mentions_in(connection: Connection, key: str) -> list[Row[Any]]:
    query = MENTIONS.add_columns(appearances.c.article_id)
    query = query.join(articles, articles.c.id == appearances.c.article_id).where(articles.c.key == key)
    return list(connection.execute(query.order_by(mentions.c.start_char, mentions.c.appearance_id)))


def _passage(connection: Connection, row: Row[Any]) -> Passage:
    ends = select(func.min(spans.c.start_char), func.max(spans.c.end_char))
    ends = ends.where(spans.c.statement_id == row.id, spans.c.part == "content")
    start, end = connection.execute(ends).one()
    return Passage(row.key, row.story, start or 0, end or 0, row.content)


def _overlap(some: Passage, other: Passage) -> float:
    shared = min(some.end, other.end) - max(some.start, other.start)
    return shared / (max(some.end, other.end) - min(some.start, other.start)) if shared > 0 else 0.0
