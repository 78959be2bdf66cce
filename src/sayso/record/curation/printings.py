"""Tell once more which statements print one utterance, wherever articles came in, went or were decided on."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, func, select, update

from sayso.record.curation.copies import tell_copies
from sayso.record.curation.regions import Block, Loaded, Pins, block_of, loaded, pins_of, region_of
from sayso.record.store.bulk import chunks, upsert_all
from sayso.record.store.schema import statements
from sayso.record.store.schema_printings import led_on, ungrouped
from sayso.record.store.ungrouped import ungroup
from sayso.utterances.grouping import Utterance, grouped

_AT_ONCE: Final = 200


def group(connection: Connection) -> None:
    """Find the copies and printings of all articles of which that is still to be told."""
    pins: Pins | None = None
    while ids := list(connection.scalars(select(ungrouped.c.article_id).limit(_AT_ONCE))):
        pins = pins_of(connection) if pins is None else pins
        moved = tell_copies(connection, ids)
        _regroup(connection, ids, pins)
        connection.execute(delete(ungrouped).where(ungrouped.c.article_id.in_(ids)))
        ungroup(connection, moved - set(ids))


def _regroup(connection: Connection, ids: Collection[int], pins: Pins) -> None:
    own = loaded(connection, statements.c.article_id.in_(ids), shown=False)
    seeds = _with_mates(connection, own, pins)
    blocks: defaultdict[Block, dict[int, Loaded]] = defaultdict(dict)
    for id_, one in seeds.items():
        if one.is_shown:
            blocks[block_of(one)][id_] = one
    found: list[tuple[Mapping[int, Loaded], list[Utterance]]] = []
    for block, some in blocks.items():
        region = region_of(connection, block, some, pins)
        found.append((region, grouped(one.printing for one in region.values())))
    _write(connection, found)


def _with_mates(connection: Connection, own: dict[int, Loaded], pins: Pins) -> dict[int, Loaded]:
    """These statements with all that were in one utterance with them, or an altered printing of that."""
    seeds = dict(own)
    named = {one.printing.utterance for one in own.values()} | {pins.given[id_] for id_ in own if id_ in pins.given}
    for some in chunks(named):
        mates = statements.c.utterance.in_(some) | statements.c.altered_of.in_(some)
        seeds |= loaded(connection, mates)
    return seeds


def _write(connection: Connection, found: Iterable[tuple[Mapping[int, Loaded], list[Utterance]]]) -> None:
    """Write what differs from what is there; an id that is nobody's any more leads on."""
    rows: list[dict[str, Any]] = []
    gone: dict[str, str] = {}
    for region, utterances in found:
        ids = {one.printing.key: id_ for id_, one in region.items()}
        stories = {u.id: {p.story for p in u.printings} for u in utterances}
        for utterance in utterances:
            copied_from = stories.get(utterance.altered.of, set()) if utterance.altered else set()
            independent = _independent(utterance, copied_from)
            for printing in utterance.printings:
                one = region[ids[printing.key]]
                change = utterance.altered
                told = (change.of, change.words, change.instead_of) if change else (None, None, None)
                now = (utterance.id, *told, printing.key in independent)
                if now != one.told:
                    rows.append(dict(zip(_NAMES, (ids[printing.key], *now), strict=True)))
                if printing.utterance != utterance.id:
                    gone[printing.utterance] = utterance.id
    if rows:
        connection.execute(update(statements).where(statements.c.id == bindparam("of")).values(_TOLD), rows)
    _lead_on(connection, gone)


_NAMES: Final = ("of", "in_utterance", "is_altered_of", "with_words", "for_words", "is_independent")
_TOLD: Final[dict[str, Any]] = {
    "own": func.coalesce(func.nullif(statements.c.own, ""), statements.c.utterance),
    "utterance": bindparam("in_utterance"),
    "altered_of": bindparam("is_altered_of"),
    "altered_words": bindparam("with_words"),
    "altered_from": bindparam("for_words"),
    "independent": bindparam("is_independent"),
}


def _independent(utterance: Utterance, copied_from: Collection[str]) -> set[str]:
    """The printings that rest on no other: of each story the first, in the article that the others copy if it has it.

    An altered printing in a copy of a story that has it unaltered is only a copy.
    """
    first: dict[str, str] = {}
    for printing in sorted(utterance.printings, key=lambda p: (not p.is_original, p.key)):
        first.setdefault(printing.story, printing.key)
    return {key for story, key in first.items() if story not in copied_from}


def _lead_on(connection: Connection, gone: dict[str, str]) -> None:
    """Have the ids that no statement bears any more lead to where most of theirs went."""
    left = dict(gone)
    for some in chunks([*gone, *gone.values()]):
        alive = set(
            connection.scalars(select(statements.c.utterance).where(statements.c.utterance.in_(some)).distinct())
        )
        left = {old: new for old, new in left.items() if old not in alive}
        connection.execute(delete(led_on).where(led_on.c.old.in_(alive)))
    if left:
        follow = update(led_on).where(led_on.c.new == bindparam("was")).values(new=bindparam("now"))
        connection.execute(follow, [{"was": old, "now": new} for old, new in left.items()])
        upsert_all(connection, led_on, ({"old": old, "new": new} for old, new in left.items()))
