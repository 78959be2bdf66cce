"""What people decide of who is who: appended, never changed, undone only by a further decision.

`identities` tells for each actor whom a decision joins to another who they are. It is a pure function of `decisions`
and made anew with each of them, so that it holds for articles read again, and for those that are still to come.
"""

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, delete, insert, select

from sayso.record.errors import Undecidable
from sayso.record.schema import decisions, identities

Verb = Literal["same", "different", "undo"]


@dataclass(frozen=True, slots=True)
class Decision:
    """Two actors are the `same`, or `different`, by their ids; or the decision `undoes` is taken back.

    `stands` is false once it is undone.
    """

    id: int
    at: str
    who: str
    verb: Verb
    one: str | None
    other: str | None
    undoes: int | None
    why: str | None
    stands: bool


def decide(connection: Connection, verb: Verb, one: str, other: str, at: str, who: str, why: str | None) -> Decision:
    """Decide that two actors are the same or different; raises Undecidable where that contradicts what stands."""
    if one == other:
        raise Undecidable(f"{one} is one actor already")
    standing = _standing(connection)
    joined = _identities(standing)
    together = joined.get(one, one) == joined.get(other, other)
    if verb == "different" and together:
        raise Undecidable(f"{one} and {other} were decided the same; undo that first")
    if verb == "same" and (against := _against(standing, joined, one, other)):
        raise Undecidable(f"{against.one} and {against.other} were decided different, number {against.id}; undo that")
    return _append(connection, verb=verb, one=one, other=other, at=at, who=who, why=why)


def undo(connection: Connection, number: int | None, at: str, who: str, why: str | None) -> Decision:
    """Take back a decision, the last that stands unless told which; raises Undecidable where there is none."""
    standing = [row.id for row in _standing(connection)]
    if number is None and standing:
        number = standing[-1]
    if number is None or number not in standing:
        raise Undecidable(f"there is no decision {number} to undo" if number else "there is no decision to undo")
    return _append(connection, verb="undo", undoes=number, at=at, who=who, why=why)


def decided(connection: Connection) -> tuple[Decision, ...]:
    """Every decision in the order in which they were made."""
    standing = {row.id for row in _standing(connection)}
    rows = connection.execute(select(decisions).order_by(decisions.c.id))
    return tuple(_decision(row, row.id in standing) for row in rows)


def everyone(connection: Connection, ids: list[str]) -> list[str]:
    """These actors and all that were decided to be the same as one of them."""
    ones = select(identities.c.one).where(identities.c.actor_id.in_(ids))
    joined = connection.scalars(select(identities.c.actor_id).where(identities.c.one.in_(ones)))
    return sorted({*ids, *joined})


def the_ones(connection: Connection, ids: list[str]) -> dict[str, list[str]]:
    """Who these actors are: each with all the actors that were decided to be it."""
    same = everyone(connection, ids)
    rows = connection.execute(select(identities).where(identities.c.actor_id.in_(same)))
    known = {row.actor_id: row.one for row in rows}
    groups: dict[str, list[str]] = {}
    for actor in same:
        groups.setdefault(known.get(actor, actor), []).append(actor)
    return groups


def _append(connection: Connection, **values: str | int | None) -> Decision:
    number = connection.execute(insert(decisions).values(values).returning(decisions.c.id)).scalar_one()
    joined = _identities(_standing(connection))
    connection.execute(delete(identities))
    if joined:
        connection.execute(insert(identities), [{"actor_id": actor, "one": one} for actor, one in joined.items()])
    row = connection.execute(select(decisions).where(decisions.c.id == number)).one()
    return _decision(row, stands=values["verb"] != "undo")


def _decision(row: Row[Any], stands: bool) -> Decision:
    return Decision(row.id, row.at, row.who, row.verb, row.one, row.other, row.undoes, row.why, stands)


def _standing(connection: Connection) -> list[Row[Any]]:
    """The decisions on actors that nobody has undone, the first first."""
    undone = select(decisions.c.undoes).where(decisions.c.undoes.is_not(None))
    query = select(decisions).where(decisions.c.verb != "undo", decisions.c.id.not_in(undone))
    return list(connection.execute(query.order_by(decisions.c.id)))


def _identities(standing: list[Row[Any]]) -> dict[str, str]:
    """Each actor that is joined to another → the one that they are: the first named of all of them."""
    one_of: dict[str, str] = {}
    for row in standing:
        if row.verb == "same":
            kept, joined = one_of.get(row.one, row.one), one_of.get(row.other, row.other)
            one_of |= {actor: kept for actor, one in one_of.items() if one == joined}
            one_of |= {row.one: kept, row.other: kept, kept: kept, joined: kept}
    return one_of


def _against(standing: list[Row[Any]], joined: dict[str, str], one: str, other: str) -> Row[Any] | None:
    """The decision that keeps two apart who would become one."""
    would_be = {joined.get(one, one), joined.get(other, other)}
    apart = (row for row in standing if row.verb == "different")
    return next((r for r in apart if {joined.get(r.one, r.one), joined.get(r.other, r.other)} == would_be), None)
