"""How often the database is asked: as often for an article of many statements as for one of few, once for a name."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from sqlalchemy import event

from sayso.data.search import Search
from sayso.record import Record
from tests.record.printed import person, printed

NAMES = [f"{first} {last}" for first in ("Ana", "Ben", "Cem") for last in ("Ruiz", "Holt", "Vane")]


@contextmanager
def listening(record: Record) -> Iterator[list[str]]:
    """The statements of SQL that the record sends meanwhile."""
    sent: list[str] = []

    def hear(*told: object) -> None:
        sent.append(str(told[2]))

    event.listen(record._engine, "before_cursor_execute", hear)
    yield sent
    event.remove(record._engine, "before_cursor_execute", hear)


def sent(record: Record, ask: Callable[[], object]) -> int:
    with listening(record) as statements:
        ask()
    return len(statements)


def article(number: int, *names: str) -> Callable[[Record], None]:
    paragraphs = [f"<{name}> {{said}} [no, {n} times]." for n, name in enumerate(names)]
    reading = printed(*paragraphs, actors=tuple(map(person, dict.fromkeys(names))), name=f"{number}.html")

    def add(record: Record) -> None:
        record.add(reading, settled=False)

    return add


def test_an_article_takes_as_many_whatever_is_in_it(place: str) -> None:
    few, many = article(1, *NAMES[:1]), article(2, *NAMES * 5)
    with Record(place) as record:
        counts = [sent(record, partial(add, record)) for add in (few, many)]
    assert counts[0] == counts[1] <= 27


def test_a_name_takes_as_many_however_many_it_means(place: str) -> None:
    with Record(place) as record:
        article(1, *NAMES)(record)
        record.settle()
        found = [record.called(name) for name in ("Ana Ruiz", "Ruiz")]
        counts = [sent(record, partial(record.called, name)) for name in ("Ana Ruiz", "Ruiz")]
    assert [len(some) for some in found] == [1, 3]
    assert counts[0] == counts[1]


def test_who_is_meant_is_looked_up_once_for_all_that_is_asked(place: str) -> None:
    with Record(place) as record:
        article(1, *NAMES)(record)
        record.settle()
        with listening(record) as statements:
            asked = record.meant(Search(by="Ruiz", about="Holt"))
            list(record.every(asked))
            record.search(asked)
            record.facets(asked)
    assert sum("FROM name_words" in one for one in statements) == 2  # articles and list at once, for each of two names
