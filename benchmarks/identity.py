"""One person, one name: `python -m benchmarks.identity` puts the articles of `benchmarks/identity/` on a record.

There {Irena Valtari=valtari-minister} marks whom a mention means, with a ? after it where no fair reader could tell.
Counted are pairs of marked mentions: of those that the record gives to one actor, how many are one person's
(precision); of those that are, how many it gives to one (recall). B-cubed weighs every mention alike.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import sayso
from sayso.data.analysis import Reading
from sayso.data.article import Moment
from sayso.record import Record

ARTICLES = Path(__file__).parent / "identity"
MARK = re.compile(r"\{(?P<name>[^{}=]*)=(?P<id>[^{}?]*)(?P<unsure>\??)\}")


class Marked(NamedTuple):
    """A mention of a person: in which article, at which place of its text, who it is, and whether one can tell."""

    article: str
    start: int
    name: str
    person: str
    unsure: bool


def main() -> None:
    """Print the figures, then what was joined and parted wrongly."""
    with TemporaryDirectory() as folder:
        marked, found = told(Path(folder, "sayso.db"))
    lost = [mark for mark in marked if mark not in found]
    print(
        f"{len(marked)} marked mentions of {len({m.person for m in marked})} people; {len(lost)} are no mention for us"
    )
    twice = {mark for mark in marked if mark.article in namesakes_in_one(found)}
    for title, left_out in (
        ("all", set()),
        ("where a reader can tell", {mark for mark in marked if mark.unsure}),
        ("and no article names two by one name", {mark for mark in marked if mark.unsure} | twice),
    ):
        some = {mark: actor for mark, actor in found.items() if mark not in left_out}
        missed = [mark for mark in lost if mark not in left_out]
        precision, recall = pairs(some, missed)
        b_precision, b_recall = b_cubed(some, missed)
        print(f"{title}: pairs P {precision:.3f} R {recall:.3f}; B-cubed P {b_precision:.3f} R {b_recall:.3f}")
    show_errors(found)


def namesakes_in_one(found: dict[Marked, str]) -> set[str]:
    """The articles in which two people are taken for one."""
    whose: dict[tuple[str, str], set[str]] = {}
    for mark, actor in found.items():
        whose.setdefault((mark.article, actor), set()).add(mark.person)
    return {article for (article, _), people in whose.items() if len(people) > 1}


def told(place: Path) -> tuple[list[Marked], dict[Marked, str]]:
    """Every mark, and the actor that the record has for it."""
    marked: list[Marked] = []
    with Record(place) as record:
        for text in sorted(ARTICLES.glob("[0-9]*.txt")):
            for reading, marks in readings(text):
                record.add(reading, settled=False)
                marked += marks
        record.settle()
    with sqlite3.connect(place) as file:
        return marked, {mark: actor for mark in marked if (actor := actor_at(file, mark))}


def readings(file: Path) -> Iterator[tuple[Reading, list[Marked]]]:
    for part in file.read_text("utf-8").split("=== ")[1:]:
        header, _, written = part.partition("\n")
        outlet, date = (piece.strip() for piece in header.split("|"))
        reading = sayso.read(MARK.sub(r"\g<name>", written).strip().encode())
        article = replace(reading.article, outlet=outlet, published=Moment(date, "day", "header", date))
        yield replace(reading, article=article), list(marks_of(reading, written))


def marks_of(reading: Reading, written: str) -> Iterator[Marked]:
    """Where each mark's name stands in the article's text: in the line that is the same without marks."""
    text, key = reading.article.text, reading.article.document.sha256[:16]
    for line in written.splitlines():
        at = text.find(MARK.sub(r"\g<name>", line).strip())
        for mark in MARK.finditer(line.strip()):
            before = MARK.sub(r"\g<name>", line.strip()[: mark.start()])
            yield Marked(key, at + len(before), mark["name"], mark["id"], bool(mark["unsure"]))


def actor_at(file: sqlite3.Connection, mark: Marked) -> str | None:
    query = """
        SELECT appearances.actor_id FROM mentions JOIN appearances ON appearances.id = mentions.appearance_id
        JOIN articles ON articles.id = appearances.article_id
        WHERE articles.key = ? AND start_char < ? AND end_char > ? AND appearances.type = 'person'
    """
    row = file.execute(query, (mark.article, mark.start + len(mark.name), mark.start)).fetchone()
    return row[0] if row else None


def pairs(found: dict[Marked, str], lost: list[Marked]) -> tuple[float, float]:
    both = Counter((actor, mark.person) for mark, actor in found.items())
    right = sum(map(two_of, both.values()))
    joined = sum(map(two_of, Counter(found.values()).values()))
    one = sum(map(two_of, Counter(mark.person for mark in [*found, *lost]).values()))
    return right / joined, right / one


def two_of(number: int) -> int:
    return number * (number - 1) // 2


def b_cubed(found: dict[Marked, str], lost: list[Marked]) -> tuple[float, float]:
    """For each mention the share of its actor's that are its person's, and of its person's that are its actor's."""
    both = Counter((actor, mark.person) for mark, actor in found.items())
    actors, people = Counter(found.values()), Counter(mark.person for mark in [*found, *lost])
    precision = sum(n * n / actors[actor] for (actor, _), n in both.items()) / len(found)
    recall = sum(n * n / people[person] for (_, person), n in both.items()) + sum(1 / people[m.person] for m in lost)
    return precision, recall / (len(found) + len(lost))


def show_errors(found: dict[Marked, str]) -> None:
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
