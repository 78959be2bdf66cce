"""What people decided is learned from when they ask for it, and holds for whom nobody decided on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.record import Record, Undecidable
from tests.record.printed import person, printed

GIVEN = ("John", "James", "Mary", "David", "Robert", "Michael", "William")


def named(record: Record, name: str, number: int = 0) -> None:
    words = f"<{name}> {{said}} [no {number}]."
    record.add(printed(words, actors=(person(name),), name=f"{name} {number}.txt"), settled=False)


def actors(record: Record, name: str = "") -> list[str]:
    speakers = (row.statement.speaker for row in record.said())
    return sorted({one.actor for one in speakers if one and one.actor and name in one.name})


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Everybody is in two articles, by a name that many have; of all but the last it was decided that he is one."""
    with Record(tmp_path / "sayso.db") as record:
        for given in GIVEN:
            named(record, f"{given} Smith", 1)
            named(record, f"{given} Smith", 2)
        record.settle()
        for given in GIVEN[:-1]:
            record.same(*actors(record, given), who="ed")
        yield record


def test_of_whom_nobody_decided_it_is_told_by_what_was_decided_of_others(record: Record) -> None:
    assert len(actors(record)) == len(GIVEN) + 1
    learned = record.learn()
    assert (learned.pairs, learned.before, learned.after) == (6, 0, 6)
    assert len(actors(record)) == len(GIVEN)
    record.unlearn()
    assert len(actors(record)) == len(GIVEN) + 1


def test_where_nothing_is_decided_there_is_nothing_to_learn(tmp_path: Path) -> None:
    with Record(tmp_path / "sayso.db") as record:
        named(record, "Irena Valtari")
        with pytest.raises(Undecidable, match="nobody has decided"):
            record.learn()
