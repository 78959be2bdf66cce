"""Fifty decisions on the demo record hold when it is built anew from its articles."""

from itertools import combinations
from pathlib import Path

import pytest

import sayso
from sayso.cli.examples import examples_dir
from sayso.data.analysis import Reading
from sayso.record import Decision, Record

Shown = tuple[dict[str, tuple[str | None, str | None]], list[tuple[str, str, int, int]]]


@pytest.fixture(scope="module")
def examples() -> list[Reading]:
    return [sayso.read(path) for path in sorted(examples_dir().iterdir())]


def shown(record: Record) -> Shown:
    """All that decisions can change: whose words each statement is, and who is on the record by which name."""
    rows = {row.id: row.statement.speaker for row in record.said()}
    speakers = {id_: (who.actor, who.name) if who else (None, None) for id_, who in rows.items()}
    actors = {who.actor for who in rows.values() if who and who.named}
    found = [record.who(actor) for actor in sorted(actors)]
    return speakers, [(one.actor.id, one.actor.name, one.actor.articles, len(one.spoken_of)) for one in found]


def decide_fifty(record: Record, examples: list[Reading]) -> list[Decision]:
    """Statements given to others and rejected, mentions rejected, actors renamed, joined, kept apart; some undone."""
    statements = list(record.said())
    actors = sorted({who.actor for row in statements if (who := row.statement.speaker) and who.named})
    made = [record.reattribute(row.id, actors[n % len(actors)], who="ed") for n, row in enumerate(statements[::7][:11])]
    made.append(record.reattribute(statements[3].id, "nobody", who="ed"))
    made += [record.reject(row.id, who="ed", why="no statement") for row in statements[2::8][:10]]
    made += [record.reject(mention, who="ed") for mention in mentions(examples)[:8]]
    made += [record.rename(actor, f"{actor} renamed", who="ed") for actor in actors[:6]]
    pairs = list(combinations(actors, 2))
    made += [record.different(*pair, who="ed") for pair in pairs[:4]]
    made += [record.same(*pair, who="ed") for pair in pairs[-2:]]
    made += [record.undo(number, who="ed") for number in (2, 14, 24, 33, 39, 41)]
    made.append(record.rename(actors[1], "Somebody Else", who="jo"))
    made.append(record.reject(statements[5].id, who="jo"))
    return made


def mentions(examples: list[Reading]) -> list[str]:
    """The first mention of each of the first two in each article."""
    first = [(one.article.document.sha256[:16], actor.mentions[0]) for one in examples for actor in one.actors[:2]]
    return [f"{article}:{span.start}-{span.end}" for article, span in first]


def test_fifty_decisions_hold_when_the_record_is_built_anew_from_its_end(
    examples: list[Reading], tmp_path: Path
) -> None:
    with Record(tmp_path / "sayso.db") as record:
        for reading in examples:
            record.add(reading)
        undecided = shown(record)
        assert len(decide_fifty(record, examples)) == 50
        decided, decisions = shown(record), record.decisions()
        assert len(set(undecided[0].items()) - set(decided[0].items())) > 25
        for reading in reversed(examples):
            assert record.add(reading, again=True, settled=False).new
        record.settle()
        assert shown(record) == decided
        assert record.decisions() == decisions


def test_all_fifty_undone_leave_the_record_as_it_was(examples: list[Reading], tmp_path: Path) -> None:
    with Record(tmp_path / "sayso.db") as record:
        for reading in examples:
            record.add(reading)
        undecided = shown(record)
        decide_fifty(record, examples)
        while any(decision.stands for decision in record.decisions()):
            record.undo(who="ed")
        assert shown(record) == undecided
