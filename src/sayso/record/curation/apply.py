"""What people decided of single statements and mentions, carried out on the rows that now stand for them."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from sayso.data.results import Passage
from sayso.record.store.bulk import chunks
from sayso.record.store.schema import appearances, articles, mentions, spans, statements, subjects
from sayso.record.store.schema_identity import decisions
from sayso.record.store.selectors import mentions_at, standing, statement_at, still
from sayso.record.store.ungrouped import ungroup

NOBODY = "nobody"
_OF_STATEMENTS = ("reattribute", "reject")


def correct(connection: Connection, article: str | None = None) -> None:
    """Undo every correction, and carry out anew those that stand: of one article, or of all.

    A correction changes rows of its own article alone.
    """
    corrections = select(decisions).where(decisions.c.verb.in_((*_OF_STATEMENTS, "reject mention")))
    if article is not None:
        corrections = corrections.where(decisions.c.article == article)
    rows = connection.execute(corrections.order_by(decisions.c.id)).all()
    found = {row.id: statement_at(connection, passage_of(row)) for row in rows if row.verb in _OF_STATEMENTS}
    before = _whose(connection, found.values())
    for row in rows:
        _set_back(connection, row, found.get(row.id))
    still_stand = {row.id for row in standing(connection, *_OF_STATEMENTS, "reject mention")}
    for row in rows:
        if row.id in still_stand:
            _carry_out(connection, row, found.get(row.id))
    ungroup(connection, {row.article_id for row in _whose(connection, found.values()) ^ before})


def _whose(connection: Connection, ids: Iterable[int | None]) -> set[Row[Any]]:
    """Whose these statements are, and whether they are shown."""
    query = select(statements.c.id, statements.c.article_id, statements.c.speaker_id, statements.c.is_shown)
    known = chunks([id_ for id_ in ids if id_ is not None])
    return set(chain.from_iterable(connection.execute(query.where(statements.c.id.in_(some))) for some in known))


def passage_of(row: Row[Any]) -> Passage:
    """The passage that a decision is about."""
    return Passage(row.article, row.story, row.start_char, row.end_char, row.words)


def _set_back(connection: Connection, row: Row[Any], id_: int | None) -> None:
    if row.verb == "reject mention":
        _mark_mentions(connection, passage_of(row), rejected=False)
        return
    whose = select(appearances.c.actor_id).where(appearances.c.id == statements.c.appearance_id).scalar_subquery()
    is_current = select(articles.c.is_current).where(articles.c.id == statements.c.article_id).scalar_subquery()
    back = {"rejected": False, "decided": False, "speaker_id": whose, "is_shown": is_current}
    connection.execute(update(statements).where(statements.c.id == id_).values(back))


def _carry_out(connection: Connection, row: Row[Any], id_: int | None) -> None:
    if row.verb == "reject mention":
        _mark_mentions(connection, passage_of(row), rejected=True)
        return
    changes: dict[str, Any] = {"rejected": True, "is_shown": False}
    if row.verb == "reattribute":
        changes = {"decided": True, "speaker_id": None}
        if row.one != NOBODY:
            who = still(connection, row.one, row.one_in)
            changes = {"decided": True, "speaker_id": who.actor_id} if who else {}
    if changes:
        connection.execute(update(statements).where(statements.c.id == id_).values(changes))


def _mark_mentions(connection: Connection, passage: Passage, *, rejected: bool) -> None:
    for row in mentions_at(connection, passage):
        _mark_mention(connection, row, rejected=rejected)


def _mark_mention(connection: Connection, row: Row[Any], *, rejected: bool) -> None:
    """A rejected mention makes no statement speak of anybody; an appearance without any other is rejected too."""
    same = mentions.c.appearance_id == row.appearance_id
    here = mentions.c.start_char == row.start_char, mentions.c.end_char == row.end_char
    connection.execute(update(mentions).where(same, *here).values(rejected=rejected))
    left = connection.scalar(select(mentions.c.start_char).where(same, ~mentions.c.rejected).limit(1))
    connection.execute(update(appearances).where(appearances.c.id == row.appearance_id).values(rejected=left is None))
    _speak_of_anew(connection, row.appearance_id, row.article_id)


def _speak_of_anew(connection: Connection, appearance: int, article: int) -> None:
    """Tell anew which of the article's own statements speak of an appearance: those whose words mention it."""
    own = select(statements.c.id).where(statements.c.article_id == article, statements.c.place != "related")
    theirs = subjects.c.appearance_id == appearance
    connection.execute(delete(subjects).where(theirs, subjects.c.statement_id.in_(own)))
    mentioned = (
        select(statements.c.id, mentions.c.appearance_id)
        .join(spans, spans.c.statement_id == statements.c.id)
        .join(mentions, (mentions.c.start_char < spans.c.end_char) & (mentions.c.end_char > spans.c.start_char))
        .where(mentions.c.appearance_id == appearance, ~mentions.c.rejected, statements.c.id.in_(own))
        .where(spans.c.part.in_(("source", "content")))
        .where(statements.c.appearance_id.is_distinct_from(mentions.c.appearance_id))
        .distinct()
    )
    connection.execute(insert(subjects).from_select(["statement_id", "appearance_id"], mentioned))
