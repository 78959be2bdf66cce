"""What it costs to tell who is who: `python -m benchmarks.identity_scale 1000 10000 100000` for so many people each.

Articles are made up: three people each, drawn so that few are in many; given and family names as unevenly spread as in
life, so that a family has up to hundreds of members; one name in ten is an initial, a family name alone or misspelt.
"""

import random
import sys
from functools import partial
from hashlib import sha256
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.store import GIVEN, timed
from sayso.coreference import actor_id
from sayso.data.actor import Actor
from sayso.data.analysis import Reading
from sayso.data.article import Article, Block, Document, Moment, Span
from sayso.record import Record

SYLLABLES = """
    ba ber bro da del dor fa fen ga gor ha hol ka kel ko la len lo ma mar mon na nor pa per ra ros sa sel ta tor va ver
    wa wil za
"""
ENDINGS = "son berg man ski ova ez ini sen ley ton ford well"
ROLES = "senator from {}|mayor of {}|{} striker|professor at {}|{} police chief|chief executive of {}|novelist from {}"
PLACES = [first.title() + second for first, second in product(SYLLABLES.split()[:20], ("ton", "burg", "field"))]


def main() -> None:
    """Print, for each number of people, the time of settling in all and for an appearance, and for one article more."""
    for number in map(int, sys.argv[1:] or ["1000", "10000"]):
        measure(number, random.Random(number))


def measure(number: int, chance: random.Random) -> None:
    everybody = people(number, chance)
    weights = [1 / (place + 10) for place in range(number)]
    with TemporaryDirectory() as folder, Record(Path(folder, "sayso.db")) as record:
        started = perf_counter()
        for n in range(number):
            record.add(article(n, chance.choices(everybody, weights, k=3), chance), settled=False)
        added = perf_counter() - started
        settling = timed(record.settle)
        later = [article(number + n, chance.choices(everybody, k=3), chance) for n in range(20)]
        more = [timed(partial(record.add, reading)) for reading in later]
        found = len({row.statement.speaker.actor for row in record.said() if row.statement.speaker})
    each = 1e6 * settling / (3 * number)
    print(
        f"{number} people, {3 * number} appearances: settled in {settling:.2f} s, {each:.0f} µs an appearance; "
        f"writing took {added:.2f} s; one article more {1e3 * sorted(more)[10]:.1f} ms (most {1e3 * max(more):.0f}); "
        f"{found} speakers"
    )


def people(number: int, chance: random.Random) -> list[tuple[str, str]]:
    """Names with a role each; the largest family has about one in a hundred."""
    families = [a.title() + b + c for a, b, c in product(SYLLABLES.split(), SYLLABLES.split(), ENDINGS.split())]
    chance.shuffle(families)
    families = families[: max(50, number // 5)]
    shares = [1 / (place + 30) for place in range(len(families))]
    given = [1 / (place + 3) for place in range(len(GIVEN))]
    found = []
    for family in chance.choices(families, shares, k=number):
        middle = chance.choice(["", "", f"{chance.choice('ABCDEGHJKLM')}. "])
        name = f"{chance.choices(GIVEN, given)[0]}{chance.choice(['', '', 'ka', 'el', 'is', 'ton'])} {middle}{family}"
        found.append((name, chance.choice(ROLES.split("|")).format(chance.choice(PLACES))))
    return found


def article(number: int, named: list[tuple[str, str]], chance: random.Random) -> Reading:
    """An article in which three people are named, most with their roles."""
    text, actors = f"Story {number}\n\n", []
    for name, role in dict(named).items():
        written = as_written(name, chance)
        start = len(text) + len(role) + 2
        text += f"{role}, {written} spoke in {chance.choice(PLACES)}. "
        roles = (role,) if chance.random() < 0.6 else ()
        span = Span(start, start + len(written), written)
        actors.append(Actor(actor_id("person", written), written, "person", (written,), roles, (span,)))
    document = Document(f"{number}.txt", None, "text/plain", sha256(text.encode()).hexdigest())
    blocks = (Block("paragraph", len(f"Story {number}\n\n"), len(text)),)
    date = f"{2000 + number % 25}-01-01"
    unique = {actor.id: actor for actor in actors}
    return Reading(
        Article(document, text, blocks, published=Moment(date, "day", "made up", date)), (), tuple(unique.values())
    )


def as_written(name: str, chance: random.Random) -> str:
    given, *_, family = name.split()
    slip = chance.randrange(1, len(family) - 1)
    return chance.choices(
        [name, f"{given} {family}", f"{given[0]}. {family}", family, f"{given} {family[:slip]}{family[slip + 1 :]}"],
        [70, 20, 3, 4, 3],
    )[0]


if __name__ == "__main__":
    main()
