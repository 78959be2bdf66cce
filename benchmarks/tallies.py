"""How long a tally of two columns takes: `python -m benchmarks.tallies 1000000 [PLACE] [--parquet FILE]`.

The record is filled past the program, row by row into its tables, as `benchmarks.store` would fill it by reading: so
many statements with 20,000 speakers and 300 outlets, as unevenly spread as in life. The same is asked of DuckDB, on the
statements' Parquet export, where that is given and DuckDB is installed. Best of five.
"""

import random
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from time import perf_counter, process_time
from typing import Any

from sqlalchemy import Table, insert, text

from benchmarks.store import OUTLETS, zipf
from sayso.data.search import Search
from sayso.record import Record
from sayso.record.engine import connected
from sayso.record.store import schema
from sayso.record.store.time_order import place_in_time

EACH, SPEAKERS, AT_ONCE = 5, 20_000, 20_000
ASKED = (
    ("outlet,kind", "outlet, kind"),
    ("month,kind", "substr(dated, 1, 7), kind"),
    ("outlet,gender", "outlet, gender"),
    ("outlet,named", "outlet, speaker_named"),
    ("speaker,kind", "speaker_id, kind"),
)


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    place = sys.argv[2] if len(sys.argv) > 2 else "tallies.db"
    with Record(place).make() as record:
        if not any(record.count()):
            fill(record, number)
            print(f"columns kept     {told(once(record.settle))}")
        for by, _ in ASKED:
            print(f"{by:16} {told(best(lambda by=by: record.tally(Search(shown=True), by.split(','))))}")  # type: ignore[misc]
    if "--parquet" in sys.argv:
        duck(sys.argv[sys.argv.index("--parquet") + 1])


def best(ask: Callable[[], Any]) -> tuple[float, float]:
    return min(once(ask) for _ in range(5))


def once(ask: Callable[[], Any]) -> tuple[float, float]:
    """Seconds by the clock, and of this process's processor: what a server takes is in the first alone."""
    started, worked = perf_counter(), process_time()
    ask()
    return perf_counter() - started, process_time() - worked


def told(seconds: tuple[float, float]) -> str:
    return f"{seconds[0]:6.2f} s, {seconds[1]:6.2f} s of processor"


def duck(path: str) -> None:
    """The bare counts, without intervals and shares."""
    import duckdb

    for by, columns in ASKED:
        query = f"SELECT {columns}, count(*), count(DISTINCT sha256) FROM '{path}' WHERE shown GROUP BY 1, 2"
        print(f"{by:16} {told(best(lambda query=query: duckdb.sql(query).fetchall()))}  DuckDB")  # type: ignore[misc]


def fill(record: Record, number: int) -> None:
    chance = random.Random(7)
    engine = record._engine
    with connected(engine, writes=True) as connection:
        if connection.dialect.name == "sqlite":  # what keeps counts and indexes of words ready takes most of the time
            for name in connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
                connection.execute(text(f"DROP TRIGGER {name}"))

        def put(table: Table, rows: Iterator[dict[str, Any]]) -> None:
            while some := list(islice(rows, AT_ONCE)):
                connection.execute(insert(table), some)

        put(schema.actors, ({"id": f"person:p-{n}", "name": f"Ana P{n}", "type": "person"} for n in range(SPEAKERS)))
        put(schema.documents, (document(n) for n in range(number // EACH)))
        put(schema.articles, articles(number // EACH, chance))
        put(schema.statements, statements(number, chance))


def document(n: int) -> dict[str, Any]:
    told = {"name": f"{n}.txt", "media_type": "text/plain", "added_at": "2024-01-01", "read_by": "sayso"}
    return {"id": n + 1, "sha256": f"{n:064x}", **told}


def outlet(n: int) -> str:
    return f"Outlet {random.Random(n).choices(range(OUTLETS), cum_weights=_OUTLETS)[0]}"


_OUTLETS = zipf(OUTLETS)


def day(n: int) -> str:
    return f"{2005 + n % 20}-{1 + n % 12:02}-{1 + n % 28:02}"


def articles(number: int, chance: random.Random) -> Iterator[dict[str, Any]]:
    for n in range(number):
        told = {"title": f"Story {n}", "outlet": outlet(n), "byline": [], "published": day(n), "text": f"Story {n}"}
        yield {"id": n + 1, "key": f"{n:016x}", "document_id": n + 1, **told}


def statements(number: int, chance: random.Random) -> Iterator[dict[str, Any]]:
    speakers = zipf(SPEAKERS)
    said = [" ".join(f"word{chance.randrange(5000)}" for _ in range(chance.randrange(8, 30))) for _ in range(5000)]
    for n in range(number):
        article = n // EACH
        who = chance.choices(range(SPEAKERS), cum_weights=speakers)[0]
        named, when = chance.random() < 0.8, day(article)
        yield {
            **{"id": n + 1, "article_id": article + 1, "n": n % EACH, "place": "body", "act": "said", "via": "name"},
            **dict.fromkeys(("negated", "denied", "hypothetical"), False),
            **{"kind": chance.choice(("direct", "indirect", "mixed")), "confidence": 0.9, "dated": when},
            **{
                "speaker_id": f"person:p-{who}" if named else None,
                "outlet": outlet(article),
                "content": said[n % len(said)],
            },
            "gender": chance.choice((("woman", "man")[who % 2], None)) if named else None,
            "in_time": place_in_time(when, when, f"{article:016x}", n % EACH),
        }


if __name__ == "__main__":
    main()
