"""Which statements to look at together: those of one speaker that hang together by what they say, near in time.

What comes out for a region hangs on nothing outside it, so that the order in which articles come makes no difference;
and it is found by indexes of speaker and time, so that a large record makes it no larger.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, and_, or_, select

from sayso.record.curation.apply import passage_of
from sayso.record.store.schema import articles, statements
from sayso.record.store.schema_printings import led_on
from sayso.record.store.selectors import standing, statement_at
from sayso.utterances.likeness import compare
from sayso.utterances.printing import DAYS_APART, Printing

_DAY: Final = 10
_LONGEST: Final = 1_500
"""Of a longer saying its beginning is compared: what two say for pages they say there too."""

_LAST: Final = "~"
"""Comes after every date."""


class Block(NamedTuple):
    """Whose statements are compared: an actor's; else those of one story whose source is told in the same words."""

    speaker: str | None
    story: str | None = None
    described: str | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A statement as a printing, with whose it is, whether it is shown, and what was told of it before."""

    printing: Printing
    speaker: str | None
    described: str | None
    is_shown: bool
    told: tuple[str, str | None, str | None, str | None, bool]


@dataclass(slots=True)
class Pins:
    """What people decided, by the rows of statements: into which utterance each was put, and from which it is kept."""

    given: dict[int, str] = field(default_factory=dict)
    kept_from: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set))


def pins_of(connection: Connection) -> Pins:
    """The decisions that stand on which statement prints what; the last word on one counts."""
    pins = Pins()
    for row in standing(connection, "join", "split"):
        id_ = statement_at(connection, passage_of(row))
        if id_ is None:
            continue
        utterance = led_to(connection, row.name)
        if row.verb == "join":
            pins.given[id_] = utterance
            pins.kept_from[id_].discard(utterance)
        else:
            pins.given.pop(id_, None)
            pins.kept_from[id_].add(utterance)
    return pins


def led_to(connection: Connection, utterance: str) -> str:
    """The id to which one leads that may be given up."""
    return connection.scalar(select(led_on.c.new).where(led_on.c.old == utterance)) or utterance


_QUERY: Final = select(statements, articles.c.key, articles.c.story.label("copied")).join(
    articles, articles.c.id == statements.c.article_id
)


def loaded(connection: Connection, condition: ColumnElement[bool], *, shown: bool = True) -> dict[int, Loaded]:
    """The statements that meet a condition, by their rows; of those that are not shown only unless `shown`."""
    query = _QUERY.where(condition, statements.c.is_shown) if shown else _QUERY.where(condition)
    return {row.id: _loaded(row) for row in connection.execute(query)}


def _loaded(row: Row[Any]) -> Loaded:
    elsewhere = row.place == "related"
    article = f"{row.outlet}\n{row.content}" if elsewhere else row.key
    printing = Printing(
        key=row.in_time,
        own=row.own or row.utterance,
        article=article,
        story=article if elsewhere else row.copied,
        is_original=elsewhere or row.copied == row.key,
        words=row.content[:_LONGEST],
        kind=row.kind,
        act=row.act,
        negated=row.negated,
        denied=row.denied,
        hypothetical=row.hypothetical,
        day=row.dated,
        told=row.said_on is not None,
        utterance=row.utterance,
    )
    told = row.utterance, row.altered_of, row.altered_words, row.altered_from, row.independent
    described = None if row.decided or row.described is None else row.described.casefold()
    return Loaded(printing, row.speaker_id, described, row.is_shown, told)


def block_of(one: Loaded) -> Block:
    """With whose statements one is compared."""
    if one.speaker is not None:
        return Block(one.speaker)
    return Block(None, one.printing.story, one.described)


def region_of(connection: Connection, block: Block, seeds: Mapping[int, Loaded], pins: Pins) -> dict[int, Loaded]:
    """All of a block that hangs together with the seeds, these included, with what was decided of them."""
    known = {id_: one for id_, one in seeds.items() if id_ not in pins.given}
    fresh = known
    while fresh:
        beside = loaded(connection, _near(block, fresh.values()))
        fresh = {
            id_: one
            for id_, one in beside.items()
            if id_ not in known and id_ not in pins.given and block_of(one) == block and _hangs(one, fresh.values())
        }
        known = known | fresh
    known = known | _given(connection, known, pins)
    return {id_: replace(one, printing=_pinned(one.printing, id_, pins)) for id_, one in known.items()}


def _given(connection: Connection, known: Mapping[int, Loaded], pins: Pins) -> dict[int, Loaded]:
    """What people put into the utterances of these, whoever is told to have said it."""
    here = {one.printing.utterance for one in known.values()}
    ids = [id_ for id_, utterance in pins.given.items() if utterance in here]
    return loaded(connection, statements.c.id.in_(ids)) if ids else {}


def _hangs(one: Loaded, others: Iterable[Loaded]) -> bool:
    return any(compare(one.printing, other.printing).how in ("same", "altered") for other in others)


def _pinned(printing: Printing, id_: int, pins: Pins) -> Printing:
    if id_ not in pins.given and id_ not in pins.kept_from:
        return printing
    return replace(printing, given=pins.given.get(id_), kept_from=frozenset(pins.kept_from.get(id_, ())))


def _near(block: Block, some: Iterable[Loaded]) -> ColumnElement[bool]:
    """The block's statements that can print what these do: near in time, or in copies of one story."""
    some = list(some)
    if block.speaker is None:
        whose = and_(statements.c.speaker_id.is_(None), articles.c.story == block.story)
        return whose if block.described is None else and_(whose, statements.c.described.is_not(None))
    days = {one.printing.day for one in some if one.printing.day}
    copied = {one.printing.story for one in some}
    times = [and_(statements.c.in_time >= first, statements.c.in_time < last) for first, last in _stretches(days)]
    coarse = {day[:length] for day in days for length in (4, 7)}
    return and_(
        statements.c.speaker_id == block.speaker,
        or_(articles.c.story.in_(copied), statements.c.dated.in_(coarse), *times),
    )


def _stretches(days: Iterable[str]) -> Iterator[tuple[str, str]]:
    """From when to when what was said on these days is printed as news; those that touch are one."""
    around = timedelta(DAYS_APART + 1)  # an instant's day may be one off the day that is told
    ends: list[list[str]] = []
    for day in sorted(days):
        first, last = day, f"{day[:_DAY]}{_LAST}"
        if len(day) >= _DAY:
            at = date.fromisoformat(day[:_DAY])
            first, last = (at - around).isoformat(), f"{(at + around).isoformat()}{_LAST}"
        if ends and first <= ends[-1][1]:
            ends[-1][1] = max(ends[-1][1], last)
        else:
            ends.append([first, last])
    return ((first, last) for first, last in ends)
