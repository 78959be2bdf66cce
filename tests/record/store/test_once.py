"""What is asked again while nothing changes is not looked up again."""

from itertools import count
from pathlib import Path

from sayso.record import Record
from sayso.record.engine import connected
from sayso.record.store.once import once, while_unchanged
from tests.record.printed import printed


def test_an_answer_holds_for_a_transaction_or_until_one_has_written(tmp_path: Path) -> None:
    number = count()
    with Record(tmp_path / "sayso.db") as record:
        record.make()
        for expected in (0, 1):
            with connected(record._engine) as connection:
                assert [once(connection, "which", number.__next__) for _ in range(2)] == [expected] * 2
        for expected in (2, 3):
            for _ in range(2):
                with connected(record._engine) as connection:
                    assert while_unchanged(connection, "which", number.__next__) == expected
            record.add(printed("<Ana Ruiz> {said} [yes].", name=f"{expected}.txt"))
        with connected(record._engine, writes=True) as connection:
            assert [ask(connection, "which", number.__next__) for ask in (once, while_unchanged)] == [4, 5]


def test_all_that_is_asked_in_one_moment_is_of_that_moment(tmp_path: Path) -> None:
    with Record(tmp_path / "sayso.db") as record, Record(tmp_path / "sayso.db") as other:
        record.make()
        with record.one_moment():
            assert record.count() == (0, 0)
            other.add(printed("<Ana Ruiz> {said} [yes]."))
            assert record.count() == (0, 0)
        assert record.count() == (1, 1)
