"""What one article more costs on a large record: `python -m benchmarks.printings_scale 10000 1000000`.

Rows are put into the tables as readings would be, made up, without being read or settled: people are quoted as unevenly
as in life, over as many days as it takes for 200 statements a day. Then articles are added that quote them on one of
these days; printed is the processor time of settling each, copies and printings with it, and of adding it in all.
"""

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from sqlalchemy import Connection, create_engine, delete, insert

from benchmarks.store import World, world_of
from sayso.coreference import actor_id
from sayso.record import Record
from sayso.record.store import schema
from sayso.record.store.schema_printings import sketches, ungrouped
from sayso.record.store.time_order import place_in_time
from tests.record.printed import person, printed

EACH, A_DAY, ADDED, AT_ONCE = 5, 200, 30, 2_000
FIRST = date(2000, 1, 1)


def main() -> None:
    for number in map(int, sys.argv[1:] or ["10000", "1000000"]):
        with TemporaryDirectory() as folder:
            measure(Path(folder, "sayso.db"), number)


def measure(place: Path, number: int) -> None:
    world, chance = world_of(max(500, number // 50)), random.Random(number)
    Record(place).close()
    engine = create_engine(f"sqlite:///{place}")
    with engine.begin() as connection:
        fill(connection, number, world, chance)
    with Record(place) as record:
        took = [added(record, n, number, world, chance) for n in range(ADDED)]
    finding, whole = (sorted(1000 * one[part] for one in took) for part in (0, 1))
    print(
        f"{number} statements: one article more settled in {median(finding):.1f} ms "
        f"(most {finding[-1]:.0f}), added in {median(whole):.1f} ms in all"
    )


def fill(connection: Connection, number: int, world: World, chance: random.Random) -> None:
    ids = [actor_id("person", name) for name in world.people]
    names = [{"id": id_, "name": name, "type": "person"} for id_, name in zip(ids, world.people, strict=True)]
    connection.execute(insert(schema.actors), list({row["id"]: row for row in names}.values()))
    for first in range(0, number // EACH, AT_ONCE):
        some = range(first, min(first + AT_ONCE, number // EACH))
        for table, rows in _rows(some, world, ids, chance):
            connection.execute(insert(table), rows)
    connection.execute(delete(ungrouped))


def _rows(articles: range, world: World, ids: list[str], chance: random.Random) -> Iterator[tuple[Any, Any]]:
    keys = {n: sha256(str(n).encode()).hexdigest() for n in articles}
    days = {n: (FIRST + timedelta(n * EACH // A_DAY)).isoformat() for n in articles}
    yield (
        schema.documents,
        [
            {
                "id": n + 1,
                "sha256": keys[n],
                "name": f"{n}.txt",
                "media_type": "text/plain",
                "added_at": days[n],
                "read_by": "?",
            }
            for n in articles
        ],
    )
    yield (
        schema.articles,
        [
            {"id": n + 1, "key": keys[n][:16], "document_id": n + 1, "byline": [], "published": days[n], "text": ""}
            | {"story": keys[n][:16], "outlet": f"Outlet {n % 300}"}
            for n in articles
        ],
    )
    yield sketches, [{"band": chance.getrandbits(31), "article_id": n + 1} for n in articles for _ in range(20)]
    said = []
    for n in articles:
        for place in range(EACH):
            words = " ".join(chance.choices(world.words, cum_weights=world.word_weights, k=chance.randrange(8, 30)))
            who = chance.choices(ids, cum_weights=world.people_weights)[0]
            said.append(_statement(n, place, who, words, keys[n][:16], days[n]))
    yield schema.statements, said


def _statement(article: int, n: int, who: str, words: str, key: str, day: str) -> dict[str, Any]:
    marks = {"kind": "direct", "act": "said", "negated": False, "hypothetical": False, "confidence": 0.9}
    where = {"place": "body", "outlet": "x", "in_time": place_in_time(day, day, key, n)}
    whose = {"article_id": article + 1, "n": n, "speaker_id": who, "utterance": f"u{article:x}{n}"}
    return {**whose, **marks, **where, "content": words, "dated": day}


def added(record: Record, n: int, number: int, world: World, chance: random.Random) -> tuple[float, float]:
    """How long it took to settle an article whose people are on the record, and to add it in all."""
    names = chance.choices(world.people, cum_weights=world.people_weights, k=EACH)
    paragraphs = []
    for name in names:
        words = chance.choices(world.words, cum_weights=world.word_weights, k=chance.randrange(8, 30))
        paragraphs.append(f"<{name}> {{said}} [{' '.join(words)}].")
    day = FIRST + timedelta(chance.randrange(number // A_DAY))
    actors = tuple({name: person(name) for name in names}.values())
    reading = printed(*paragraphs, on=day.isoformat(), actors=actors, name=f"new {n}", outlet="New")
    started = process_time()
    record.add(reading, settled=False)
    written = process_time()
    record.settle()
    return process_time() - written, process_time() - started


if __name__ == "__main__":
    main()
