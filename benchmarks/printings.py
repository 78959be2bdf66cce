"""One utterance, many printings: `python -m benchmarks.printings` groups what `benchmarks/printings/` holds.

There "== dam2 Irena Valtari altered of dam1" begins an utterance, and each line is a printing of it: outlet, the day
of publication with the day that the words tell, kind with its marks, the story of which it is a copy, the words. A
third of the files is set aside by a seed. Printed are B-cubed over printings, joins across a change of sense, how many
altered ones are named as such, and pairs compared a second.
"""

import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from sayso.utterances.grouping import Utterance, grouped, utterance_id
from sayso.utterances.likeness import compare
from sayso.utterances.printing import Printing

FILES = sorted((Path(__file__).parent / "printings").glob("*.txt"))
ASIDE = frozenset(random.Random(19).sample([file.stem for file in FILES], len(FILES) // 3))
HEADER = re.compile(r"== (?P<id>\S+) (?P<who>.*?)(?: altered of (?P<of>\S+))?")


class Marked(NamedTuple):
    """A printing with who says it, the utterance that it prints, and of which that is an altered one, if of any."""

    printing: Printing
    who: str
    utterance: str
    altered_of: str | None


def main() -> None:
    for name, files in (
        ("tuned", [f for f in FILES if f.stem not in ASIDE]),
        ("aside", [f for f in FILES if f.stem in ASIDE]),
    ):
        marked = [one for file in files for one in read(file)]
        found = told(marked)
        print(name, *figures(marked, found), sep="\n  ")
        if name == "tuned" and "-v" in sys.argv:
            print(*faults(marked, found), sep="\n")
    print(f"{pairs_a_second([one for file in FILES for one in read(file)]):.0f} pairs a second on one core")


def read(file: Path) -> Iterator[Marked]:
    """The printings of a file; its articles are told apart by outlet and day, and its stories by their tags."""
    header: re.Match[str] | None = None
    for number, line in enumerate(file.read_text("utf-8").splitlines()):
        if line.startswith("=="):
            header = HEADER.fullmatch(line)
        elif line and header:
            outlet, days, kind, story, words = line.split(" | ")
            yield Marked(
                _printing(file.stem, number, outlet, days, kind, story, words), *header.group("who", "id", "of")
            )


def _printing(file: str, number: int, outlet: str, days: str, kind: str, story: str, words: str) -> Printing:
    published, _, told = days.partition(">")
    plain, *marks = kind.split("+")
    article = f"{file} {outlet} {published}"
    return Printing(
        key=f"{told or published} {published} {file} {number:03}",
        own=utterance_id(file, str(number)),
        article=article,
        story=f"{file} {story}" if story != "-" else article,
        words=words,
        kind=plain,  # type: ignore[arg-type]
        act="wanted" if "wanted" in marks else "said",
        denied="denied" in marks,
        day=told or published,
        told=bool(told),
    )


def told(marked: Iterable[Marked]) -> dict[str, Utterance]:
    """The utterance of each printing, by its key: what one speaker says is grouped, whatever the file."""
    by_who: defaultdict[str, list[Printing]] = defaultdict(list)
    for one in marked:
        by_who[one.who].append(one.printing)
    return {p.key: u for printings in by_who.values() for u in grouped(printings) for p in u.printings}


def figures(marked: list[Marked], found: dict[str, Utterance]) -> Iterator[str]:
    gold, ours = (
        {m.printing.key: m.utterance for m in marked},
        {m.printing.key: found[m.printing.key].id for m in marked},
    )
    precision, recall = _b_cubed(ours, gold), _b_cubed(gold, ours)
    f = 2 * precision * recall / (precision + recall)
    yield f"{len(marked)} printings of {len(set(gold.values()))} utterances"
    yield f"B-cubed precision {100 * precision:.1f}, recall {100 * recall:.1f}, F {100 * f:.1f}"
    of = {m.utterance: m.altered_of for m in marked}
    joined = [(a, b) for a, b in combinations(marked, 2) if ours[a.printing.key] == ours[b.printing.key]]
    wrong = [(a, b) for a, b in joined if a.utterance != b.utterance]
    flips = [pair for pair in wrong if _flip(pair, of)]
    yield f"{len(joined)} pairs joined, {len(wrong)} of them wrongly, {len(flips)} across a change of sense"
    yield _named(marked, found)


def _flip(pair: tuple[Marked, Marked], of: dict[str, str | None]) -> bool:
    one, other = (of[m.utterance] or m.utterance for m in pair)
    return one == other


def _named(marked: list[Marked], found: dict[str, Utterance]) -> str:
    altered = {m.printing.key: m.altered_of for m in marked if m.altered_of}
    gold = {m.printing.key: m.utterance for m in marked}
    named = {k: u.altered.of for k, u in found.items() if u.altered}
    home = {u.id: {gold[p.key] for p in u.printings} for u in found.values()}
    right = [key for key, of in altered.items() if key in named and of in home[named[key]]]
    false = [key for key in named if key not in altered]
    return f"altered printings named as such {len(right)} of {len(altered)}; faithful ones called altered {len(false)}"


def _b_cubed(ours: dict[str, str], gold: dict[str, str]) -> float:
    """Of those that share a group with each, how many should."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for key, group in ours.items():
        groups[group].add(key)
    return sum(sum(gold[o] == gold[k] for o in groups[ours[k]]) / len(groups[ours[k]]) for k in ours) / len(ours)


def faults(marked: list[Marked], found: dict[str, Utterance]) -> Iterator[str]:
    """Each utterance as it was taken apart, and what was joined with it."""
    gold = {m.printing.key: m.utterance for m in marked}
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for m in marked:
        homes[m.utterance].add(found[m.printing.key].id)
    by_id = {u.id: u for u in found.values()}
    for utterance, ids in homes.items():
        parts = [by_id[id_] for id_ in sorted(ids, key=lambda i: -len(by_id[i].printings))]
        if len(parts) > 1 or {gold[p.key] for p in parts[0].printings} != {utterance}:
            yield f"== {utterance}"
            for part in parts:
                yield f"  -- {part.altered or ''}"
                yield from (f"     {gold[p.key]} {p.kind} {p.day} {p.words}" for p in part.printings)


def pairs_a_second(marked: list[Marked]) -> float:
    pairs = list(combinations([m.printing for m in marked], 2))
    for warm in pairs:
        compare(*warm)
    started = perf_counter()
    for pair in pairs:
        compare(*pair)
    return len(pairs) / (perf_counter() - started)


if __name__ == "__main__":
    main()
