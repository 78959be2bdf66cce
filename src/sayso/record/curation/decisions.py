"""What people decide: who is who, whose words, what is no statement. Appended, undone only by a further decision.

What follows from the decisions that stand is worked out anew with each of them, from the articles: so it holds for
articles read again, and for those that are still to come.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from sqlalchemy import Connection, Row, insert, select

from sayso.data.position import Judgement
from sayso.data.record_errors import Undecidable
from sayso.data.results import Decision, Passage, Verb
from sayso.entity_resolution import Union
from sayso.record.curation.apply import NOBODY, correct, passage_of
from sayso.record.curation.forget import carry_out, tombstones_for
from sayso.record.curation.outlets import is_outlet, name_outlets_anew
from sayso.record.curation.printings import group
from sayso.record.curation.regions import led_to
from sayso.record.curation.resolve import settle
from sayso.record.store.judgements import Judged, row_of
from sayso.record.store.schema import statements
from sayso.record.store.schema_identity import NOBODY_TELLS, decisions
from sayso.record.store.selectors import Anchor, pairs, standing, statement_at, still
from sayso.record.store.ungrouped import articles_with, ungroup
from sayso.record.store.unsettled import unsettle

VERBS: tuple[Verb, ...] = (
    *("same", "different", "rename", "reattribute", "reject", "reject mention"),
    *("gender", "forget", "join", "split", "judge", "outlet"),
)
JUDGEMENTS: Final[tuple[Judgement, ...]] = get_args(Judgement)
GENDERS: Final = ("woman", "man", NOBODY_TELLS)


@dataclass(frozen=True, slots=True)
class Signed:
    """When something is decided, by whom and why."""

    at: str
    who: str
    why: str | None


def decide_identity(
    connection: Connection, verb: Literal["same", "different"], one: Anchor, other: Anchor, signed: Signed
) -> Decision:
    """Decide that two actors are the same or different; raises Undecidable where that contradicts what stands."""
    together = _decided_together(connection, one.ref, other.ref)
    if one == other or (verb == "same" and together):
        raise Undecidable(f"{one.local} is one actor already")
    if verb == "different" and together:
        raise Undecidable(f"{one.local} and {other.local} were decided the same; undo that first")
    if verb == "same" and (against := _against(connection, one, other)):
        raise Undecidable(f"{against.one} and {against.other} were decided different, number {against.id}; undo that")
    fields = {"one": one.local, "one_in": one.article, "other": other.local, "other_in": other.article}
    return _append(connection, signed, verb=verb, **fields)


def rename(connection: Connection, one: Anchor, name: str, signed: Signed) -> Decision:
    """Decide what an actor is called."""
    if not name.strip():
        raise Undecidable("an empty name is no name")
    return _append(connection, signed, verb="rename", one=one.local, one_in=one.article, name=name.strip())


def gender(connection: Connection, one: Anchor, as_: str, signed: Signed) -> Decision:
    """Decide whether tables count an actor as a woman or a man, or as one of whom that is not told."""
    if as_ not in GENDERS:
        raise Undecidable(f"“{as_}” is none of {', '.join(GENDERS)}")
    return _append(connection, signed, verb="gender", one=one.local, one_in=one.article, name=as_)


def outlet(connection: Connection, one: str, name: str, signed: Signed) -> Decision:
    """Decide what an outlet is called; by the name of another it is that one from now on."""
    if not name.strip():
        raise Undecidable("an empty name is no name")
    if not is_outlet(connection, one):
        raise Undecidable(f"nothing on the record is published by “{one}”")
    return _append(connection, signed, verb="outlet", one=one, name=name.strip())


def reattribute(connection: Connection, passage: Passage, to: Anchor | None, signed: Signed) -> Decision:
    """Decide whose words a statement's are, or that nobody can be named."""
    fields = {"one": to.local, "one_in": to.article} if to else {"one": NOBODY}
    return _append(connection, signed, verb="reattribute", **fields, **_row_of(passage))


def reject(
    connection: Connection, verb: Literal["reject", "reject mention"], passage: Passage, signed: Signed
) -> Decision:
    """Decide that a statement is none, or that a mention names nobody."""
    return _append(connection, signed, verb=verb, **_row_of(passage))


def forget(connection: Connection, what: str, signed: Signed) -> list[Decision]:
    """Forget an article by its key, or a page by its URL; nothing where it is forgotten already."""
    stones = tombstones_for(connection, what)
    return [_append(connection, signed, verb="forget", name=stone) for stone in stones]


def place(
    connection: Connection, verb: Literal["join", "split"], what: Passage, utterance: str, signed: Signed
) -> Decision:
    """Decide that a statement prints an utterance, or that it does not."""
    return _append(connection, signed, verb=verb, name=utterance, **_row_of(what))


def judge(connection: Connection, what: Judged, as_: str, signed: Signed) -> Decision:
    """Decide whether a position is one, and which way it goes."""
    if as_ not in JUDGEMENTS:
        raise Undecidable(f"“{as_}” is none of {', '.join(JUDGEMENTS)}")
    return _append(connection, signed, verb="judge", name=as_, **row_of(what), **_row_of(what.passage))


def undo(connection: Connection, number: int | None, signed: Signed) -> Decision:
    """Take back a decision, the last that stands unless told which; raises Undecidable where there is none."""
    numbers = [row.id for row in standing(connection, *VERBS)]
    if number is None and numbers:
        number = numbers[-1]
    if number is None or number not in numbers:
        raise Undecidable(f"there is no decision {number} to undo" if number else "there is no decision to undo")
    return _append(connection, signed, verb="undo", undoes=number)


def decided(connection: Connection) -> tuple[Decision, ...]:
    """Every decision in the order in which they were made."""
    numbers = {row.id for row in standing(connection, *VERBS)}
    rows = connection.execute(select(decisions).order_by(decisions.c.id))
    return tuple(_decision(row, row.id in numbers) for row in rows)


def take_over(connection: Connection, others: Iterable[Decision]) -> int:
    """Append decisions made on another record, by whom and when they were; returns how many are new here."""
    here = {_made(decision): decision.id for decision in decided(connection)}
    numbers: dict[int, int] = {}
    new = 0
    for other in others:
        if (known := here.get(_made(other))) is not None:
            numbers[other.id] = known
            continue
        fields = {"one": other.one, "one_in": other.one_in, "other": other.other, "other_in": other.other_in}
        passage = _row_of(other.passage) if other.passage else {}
        if other.undoes is not None and other.undoes not in numbers:
            raise Undecidable(f"decision {other.id} takes back decision {other.undoes}, which is not among them")
        undoes = None if other.undoes is None else numbers[other.undoes]
        signed = Signed(other.at, other.who, other.why)
        made = _append(connection, signed, verb=other.verb, name=other.name, undoes=undoes, **fields, **passage)
        numbers[other.id] = made.id
        new += 1
    return new


def _made(decision: Decision) -> tuple[object, ...]:
    """What makes two decisions the same one, on whatever record."""
    about = decision.one, decision.one_in, decision.other, decision.other_in, decision.name, decision.passage
    return decision.at, decision.who, decision.verb, *about


def _append(connection: Connection, signed: Signed, **values: Any) -> Decision:
    row = {"at": signed.at, "who": signed.who, "why": signed.why, **values}
    number = connection.execute(insert(decisions).values(row).returning(decisions.c.id)).scalar_one()
    _follow(connection, values.get("undoes") or number)
    written = connection.execute(select(decisions).where(decisions.c.id == number)).one()
    return _decision(written, stands=values["verb"] != "undo")


def _follow(connection: Connection, number: int) -> None:
    """Work out what follows from a decision that was made or undone."""
    row = connection.execute(select(decisions).where(decisions.c.id == number)).one()
    if row.verb == "forget":
        if number in {one.id for one in standing(connection, "forget")}:
            carry_out(connection, row.name)
        return
    if row.verb == "judge":
        return  # Applied wherever positions are loaded.
    if row.verb == "outlet":
        name_outlets_anew(connection)
        return
    if row.verb not in ("same", "different", "rename"):
        if row.verb in ("join", "split"):
            _look_again(connection, row)
        if row.article:
            correct(connection, row.article)
        group(connection)
        return
    anchors = [Anchor(local, key) for local, key in ((row.one, row.one_in), (row.other, row.other_in)) if local]
    found = [appearance for anchor in anchors if (appearance := still(connection, *anchor))]
    unsettle(connection, [appearance.id for appearance in found])
    settle(connection)


def _look_again(connection: Connection, row: Row[Any]) -> None:
    """Have the printings of a statement, and of the utterance that the decision names, looked for once more."""
    here = statements.c.id == statement_at(connection, passage_of(row))
    ungroup(connection, articles_with(connection, here | (statements.c.utterance == led_to(connection, row.name))))


def _decision(row: Row[Any], stands: bool) -> Decision:
    passage = Passage(row.article, row.story, row.start_char, row.end_char, row.words) if row.article else None
    who = row.one, row.one_in, row.other, row.other_in, row.name
    return Decision(row.id, row.at, row.who, row.verb, *who, passage, row.undoes, row.why, stands)


def _row_of(passage: Passage) -> dict[str, Any]:
    article, story, start, end, words = passage
    return {"article": article, "story": story, "start_char": start, "end_char": end, "words": words}


def _decided_together(connection: Connection, one: str, other: str) -> bool:
    same = pairs(connection, "same")
    union = Union({ref for pair in same for ref in pair} | {one, other})
    for pair in same:
        union.join(*pair)
    return union.root(one) == union.root(other)


def _against(connection: Connection, one: Anchor, other: Anchor) -> Row[Any] | None:
    """The decision that keeps two apart who would become one."""
    would_be = {_actor(connection, one), _actor(connection, other)}
    for row in standing(connection, "different"):
        apart = _actor(connection, Anchor(row.one, row.one_in)), _actor(connection, Anchor(row.other, row.other_in))
        if set(apart) == would_be:
            return row
    return None


def _actor(connection: Connection, anchor: Anchor) -> str | None:
    found = still(connection, *anchor)
    return found.actor_id if found else None
