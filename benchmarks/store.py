"""The store alone, on made-up statements: `python -m benchmarks.store 1000000 [PLACE]`.

Speakers, outlets and words are as unevenly spread as in life: few are everywhere, most are rare. Printed are the rate
of adding, the size of a statement, and how long searches take at the median and at the 95th percentile.
"""

import json
import random
import sys
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from importlib.resources import files
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from benchmarks.grown import grow
from sayso.coreference import actor_id
from sayso.data.actor import Actor
from sayso.data.analysis import Reading
from sayso.data.article import Article, Block, Document, Moment, Span
from sayso.data.statement import Attribution, Speaker, Statement
from sayso.record import New, Record, Search

STATEMENTS_EACH, PEOPLE_EACH = 5, 3
MADE = 40_000
"""Of more statements only so many are made and settled, which takes ten times as long as to copy them."""
AT_ONCE = 100
OUTLETS = 300
GIVEN = [
    "Ana",
    "Tom",
    "John",
    "Maria",
    "Paul",
    "Eva",
    "Ben",
    "Ruth",
    "Omar",
    "Li",
    "Irena",
    "Carl",
    "Nina",
    "Ivan",
    "Sara",
    "Peter",
    "Mona",
    "Karl",
    "Ida",
    "Jan",
]
ROLES = ("senator", "mayor of Orsa", "spokesman", "police chief", "economist", "minister", "coach")


class World(NamedTuple):
    """Whom and what made-up articles draw on, each with its weights, as cumulative sums."""

    words: list[str]
    word_weights: list[float]
    people: list[str]
    people_weights: list[float]
    outlet_weights: list[float]


def main() -> None:
    """Fill a record, then ask it."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with TemporaryDirectory() as folder:
        place = sys.argv[2] if len(sys.argv) > 2 else str(Path(folder, "sayso.db"))
        with Record(place) as record:
            if not any(record.count()):
                fill(record, number)
            if "://" not in place:
                print(f"{Path(place).stat().st_size / record.count()[1]:.0f} bytes a statement on disk")
            ask(record)


def fill(record: Record, statements: int) -> None:
    """Add some thousand and settle who is who, then copy them as often as it takes."""
    times = -(-statements // MADE)
    chance, world = random.Random(7), world_of(max(500, statements // 50))
    started = perf_counter()
    news = (article(n, world, chance) for n in range(statements // times // STATEMENTS_EACH))
    while some := [New(reading, reading.article.text.encode()) for reading in islice(news, AT_ONCE)]:
        record.add_all(some)
    added = perf_counter() - started
    record.settle()
    settled = perf_counter() - started - added
    count, said = record.count()
    print(f"{said} statements in {count} articles: {count / added:.0f} articles/s added, settled in {settled:.0f} s")
    if times > 1:
        grow(record, times)
        took = perf_counter() - started - added - settled
        print(f"copied to {record.count()[1]} statements in {took:.0f} s")


def world_of(people: int) -> World:
    vocabulary = json.loads((files("sayso") / "models/en/tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    words = [word for word, n in sorted(vocabulary.items(), key=lambda item: item[1]) if n > 1995 and word.isalpha()]
    families = [word.title() for word in words[4000:] if len(word) > 4]
    chance = random.Random(1)
    names = list(dict.fromkeys(f"{chance.choice(GIVEN)} {chance.choice(families)}" for _ in range(people)))
    return World(words, zipf(len(words)), names, zipf(len(names)), zipf(OUTLETS))


def zipf(number: int) -> list[float]:
    total, sums = 0.0, []
    for place in range(number):
        total += 1 / (place + 5)
        sums.append(total)
    return sums


def article(number: int, world: World, chance: random.Random) -> Reading:
    """An article of a few paragraphs, each of them a statement by one of a few people."""
    people = list(dict.fromkeys(chance.choices(world.people, cum_weights=world.people_weights, k=PEOPLE_EACH)))
    title = f"Story {number}"
    text, blocks, said = title, [Block("title", 0, len(title))], []
    mentions: dict[str, list[Span]] = {name: [] for name in people}
    for _ in range(STATEMENTS_EACH):
        name = chance.choice(people)
        content = " ".join(chance.choices(world.words, cum_weights=world.word_weights, k=chance.randrange(8, 30)))
        start = len(text) + 2
        text += f"\n\n{name} said {content}."
        blocks.append(Block("paragraph", start, len(text)))
        source = Span(start, start + len(name), name)
        cue = Span(source.end + 1, source.end + 5, "said")
        words = Span(cue.end + 1, cue.end + 1 + len(content), content)
        mentions[name].append(source)
        speaker = Speaker(actor_id("person", name), name, "person", "name")
        said.append(Statement(Attribution((source,), (cue,), (words,), "indirect"), speaker=speaker))
    date = f"{2005 + number % 20}-{1 + number % 12:02}-{1 + number % 28:02}"
    outlet = f"Outlet {chance.choices(range(OUTLETS), cum_weights=world.outlet_weights)[0]}"
    actors = tuple(
        Actor(actor_id("person", name), name, "person", (name,), (ROLES[len(name) % 7],), tuple(spans))
        for name, spans in mentions.items()
    )
    document = Document(f"{number}.txt", None, "text/plain", sha256(text.encode()).hexdigest())
    published = Moment(date, "day", "made up", date)
    return Reading(Article(document, text, tuple(blocks), title, outlet, published=published), tuple(said), actors)


def ask(record: Record) -> None:
    chance, world = random.Random(3), world_of(max(500, record.count()[1] // 50))
    people = chance.choices(world.people, cum_weights=world.people_weights, k=40)
    words = chance.choices(world.words[200:], k=40)
    common = chance.choices(world.words[:200], k=20)
    asked: dict[str, list[Callable[[], object]]] = {
        "a word": [partial(record.search, Search(words=word)) for word in words],
        "a word, best first": [partial(record.search, Search(words=word), order="rank") for word in words],
        "a very common word": [partial(record.search, Search(words=word)) for word in common],
        "a phrase": [partial(record.search, Search(words=f'"{a} {b}"')) for a, b in zip(common, words, strict=False)],
        "a person": [partial(record.search, Search(by=name)) for name in people],
        "a person, the newest": [partial(record.search, Search(by=name), order="newest") for name in people],
        "a word by a person": [
            partial(record.search, Search(words=w, by=n)) for w, n in zip(words, people, strict=True)
        ],
        "about a person, a year": [partial(record.search, Search(about=n, since="2010", until="2010")) for n in people],
        "an outlet, a month": [partial(record.search, month_of(f"Outlet {n}")) for n in range(20)],
        "everything, the newest": [partial(record.search, Search(), order="newest")] * 5,
        "facets of a word": [partial(record.facets, Search(words=word)) for word in words],
        "facets of a person": [partial(record.facets, Search(by=name)) for name in people],
        "facets of everything": [partial(record.facets, Search())] * 3,
        "a dossier": [partial(record.who, name) for name in people],
    }
    for what, calls in asked.items():
        times = sorted(map(timed, calls))
        high = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
        print(f"{what}: p50 {1e3 * median(times):.0f} ms, p95 {1e3 * high:.0f} ms, most {1e3 * times[-1]:.0f} ms")


def month_of(outlet: str) -> Search:
    return Search(outlet=outlet, since="2012-03", until="2012-03")


def timed(call: Callable[[], object]) -> float:
    started = perf_counter()
    call()
    return perf_counter() - started


if __name__ == "__main__":
    main()
