"""Positions out of their rows: as an article has them, or with who their parties are on the whole record."""

from typing import Any

from sqlalchemy import Connection, FromClause, RowMapping, Select, select
from sqlalchemy.sql.selectable import NamedFromClause

from sayso.data.article import Span
from sayso.data.position import Party, Position
from sayso.record.store.schema import actors, appearances
from sayso.record.store.schema_positions import positions

PARTIES = ("holder", "target", "teller")
_SEEN: dict[str, NamedFromClause[Any]] = {of: appearances.alias(f"{of}_appearance") for of in PARTIES}
ACTORS: dict[str, NamedFromClause[Any]] = {of: actors.alias(f"{of}_actor") for of in PARTIES}
"""Who the parties are on the record."""


def with_parties(joined: FromClause) -> FromClause:
    """Positions, joined to others or not, with the appearances and actors of their parties."""
    for of in PARTIES:
        joined = joined.outerjoin(_SEEN[of], _SEEN[of].c.id == positions.c[f"{of}_id"])
        joined = joined.outerjoin(ACTORS[of], ACTORS[of].c.id == _SEEN[of].c.actor_id)
    return joined


def party_columns() -> list[Any]:
    """What `position_of` asks for beside the table's own columns."""
    return [c for of in PARTIES for c in (_SEEN[of].c.local, _SEEN[of].c.name, ACTORS[of].c.id, ACTORS[of].c.name)]


def positions_as_read(connection: Connection, article: int) -> tuple[Position, ...]:
    """The positions of an article as its reading gave them."""
    query: Select[Any] = select(positions, *party_columns()).select_from(with_parties(positions))
    rows = connection.execute(query.where(positions.c.article_id == article).order_by(positions.c.n))
    return tuple(position_of(row._mapping, as_read=True) for row in rows)


def position_of(told: RowMapping, *, as_read: bool = False) -> Position:
    holder, target = _party(told, "holder", as_read=as_read), _party(told, "target", as_read=as_read)
    assert holder is not None
    assert target is not None
    return Position(
        holder,
        target,
        told[positions.c.polarity],
        told[positions.c.relation],
        tuple(Span(*span) for span in told[positions.c.evidence]),
        told[positions.c.place],
        told[positions.c.story],
        told[positions.c.statement],
        _party(told, "teller", as_read=as_read),
        told[positions.c.negated],
        told[positions.c.hypothetical],
        told[positions.c.past],
        told[positions.c.mutual],
        told[positions.c.dated],
        told[positions.c.confidence],
    )


def _party(told: RowMapping, of: str, *, as_read: bool) -> Party | None:
    span = told[positions.c[f"{of}_span"]]
    if span is None:
        return None
    id_, name = (_SEEN[of].c.local, positions.c[of]) if as_read else (ACTORS[of].c.id, ACTORS[of].c.name)
    return Party(Span(*span), told[name] or told[positions.c[of]], told[id_])
