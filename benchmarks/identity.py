"""One person, one name: `python -m benchmarks.identity [PART …]` puts articles of `corpora/identity/` on a record.

There marks tell whom a mention means. Counted are pairs of marked mentions: of those that the record gives to one
actor, how many are one person's (precision); of those that are, how many it gives to one (recall). B-cubed weighs every
mention alike. Beside it, what comes of joining by name alone.
"""

import sqlite3
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from corpora.identity import Marked, articles
from sayso.record import Record

Found = dict[Marked, str]


def main() -> None:
    """Print the figures of each part, then what was joined and parted wrongly."""
    for part in sys.argv[1:] or ["hard"]:
        with TemporaryDirectory() as folder:
            marked, found, by_name = told(part, Path(folder, "sayso.db"))
        lost = [mark for mark in marked if mark not in found]
        people = len({mark.person for mark in marked})
        print(f"{part}: {len(marked)} marked mentions of {people} people; {len(lost)} are no mention for us")
        twice = {mark for mark in marked if mark.article in namesakes_in_one(found)}
        unsure = {mark for mark in marked if mark.unsure}
        show("all", found, by_name, lost, set())
        show("where a reader can tell", found, by_name, lost, unsure)
        show("and no article names two by one name", found, by_name, lost, unsure | twice)
        show_errors(found)


def show(title: str, found: Found, by_name: Found, lost: list[Marked], left_out: set[Marked]) -> None:
    missed = [mark for mark in lost if mark not in left_out]
    some, named = ({mark: who for mark, who in one.items() if mark not in left_out} for one in (found, by_name))
    precision, recall = pairs(some, missed)
    b_precision, b_recall = b_cubed(some, missed)
    plain = "P {:.3f} R {:.3f}".format(*pairs(named, missed))
    print(
        f"{title}: pairs P {precision:.3f} R {recall:.3f} (by name alone {plain}); "
        f"B-cubed P {b_precision:.3f} R {b_recall:.3f}"
    )


def namesakes_in_one(found: Found) -> set[str]:
    """The articles in which two people are taken for one."""
    whose: dict[tuple[str, str], set[str]] = {}
    for mark, actor in found.items():
        whose.setdefault((mark.article, actor), set()).add(mark.person)
    return {article for (article, _), people in whose.items() if len(people) > 1}


def told(part: str, place: Path) -> tuple[list[Marked], Found, Found]:
    """Every mark, the actor that the record has for it, and the one whom its name alone would give."""
    marked: list[Marked] = []
    with Record(place) as record:
        for reading, marks in articles(part):
            record.add(reading, settled=False)
            marked += marks
        record.settle()
    with sqlite3.connect(place) as file:
        seen = {mark: row for mark in marked if (row := actor_at(file, mark))}
    return marked, {mark: row[0] for mark, row in seen.items()}, {mark: row[1] for mark, row in seen.items()}


def actor_at(file: sqlite3.Connection, mark: Marked) -> tuple[str, str] | None:
    """Who a mark is on the record, and the id that its article alone gives."""
    query = """
        SELECT appearances.actor_id, appearances.local FROM mentions
        JOIN appearances ON appearances.id = mentions.appearance_id
        JOIN articles ON articles.id = appearances.article_id
        WHERE articles.key = ? AND start_char < ? AND end_char > ? AND appearances.type = 'person'
    """
    row: tuple[str, str] | None = file.execute(
        query, (mark.article, mark.start + len(mark.name), mark.start)
    ).fetchone()
    return row


def pairs(found: Found, lost: list[Marked]) -> tuple[float, float]:
    both = Counter((actor, mark.person) for mark, actor in found.items())
    right = sum(map(two_of, both.values()))
    joined = sum(map(two_of, Counter(found.values()).values()))
    one = sum(map(two_of, Counter(mark.person for mark in [*found, *lost]).values()))
    return right / joined, right / one


def two_of(number: int) -> int:
    return number * (number - 1) // 2


def b_cubed(found: Found, lost: list[Marked]) -> tuple[float, float]:
    """For each mention the share of its actor's that are its person's, and of its person's that are its actor's."""
    both = Counter((actor, mark.person) for mark, actor in found.items())
    actors, people = Counter(found.values()), Counter(mark.person for mark in [*found, *lost])
    precision = sum(n * n / actors[actor] for (actor, _), n in both.items()) / len(found)
    recall = sum(n * n / people[person] for (_, person), n in both.items()) + sum(1 / people[m.person] for m in lost)
    return precision, recall / (len(found) + len(lost))


def show_errors(found: Found) -> None:
    by_actor: dict[str, set[str]] = {}
    by_person: dict[str, Counter[str]] = {}
    for mark, actor in found.items():
        by_actor.setdefault(actor, set()).add(mark.person)
        by_person.setdefault(mark.person, Counter())[actor] += 1
    for actor, people in sorted(by_actor.items()):
        if len(people) > 1:
            print(f"joined: {actor} is {', '.join(sorted(people))}")
    for person, actors in sorted(by_person.items()):
        if len(actors) > 1:
            print(f"parted: {person} is {', '.join(f'{actor} ({n})' for actor, n in actors.most_common())}")


if __name__ == "__main__":
    main()
