"""The questions, what is right for each, and the record of which they are asked."""

import random
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speakers import ARTICLES, unmarked
from sayso import read
from sayso.record import Record

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SEED = 17
_ALIKE = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True)
class Question:
    """What is typed, and the texts that must be seen: each of `right` is a list of which one will do.

    What is set `aside` is counted, and its errors are not read while one builds.
    """

    kind: str
    typed: str
    right: tuple[tuple[str, ...], ...]
    aside: bool = False

    def answered(self, seen: str) -> bool:
        """Whether a screen shows what is right; what was typed and is said back is no answer."""
        said_back = self.kind != "nobody" and flat(f"“{self.typed}”")
        text = flat(seen).replace(said_back, "") if said_back else flat(seen)
        return all(any(flat(one) in text for one in some) for some in self.right)


def flat(text: str) -> str:
    """A text in which case, line breaks and the shape of quotation marks make no difference."""
    return " ".join(text.translate(_ALIKE).casefold().split())


def questions(name: str, *, halved: bool) -> list[Question]:
    """The questions of a file; where it is to be `halved`, a half that the seed tells is set aside."""
    found = []
    for line in (HERE / f"{name}.tsv").read_text("utf-8").splitlines():
        kind, typed, right = line.split("\t")
        found.append((kind, typed, tuple(tuple(some.split("|")) for some in right.split(" & "))))
    places = range(len(found))
    aside = set(random.Random(SEED).sample(places, len(found) // 2)) if halved else set()
    return [Question(*one, aside=place in aside) for place, one in enumerate(found)]


def fill(record: Record, *, wide: bool) -> None:
    """Put the examples on a record, and the page that sayso grew from where it is at hand; `wide` adds ten articles."""
    paths = [*sorted((ROOT / "examples").iterdir()), *sorted((ROOT.parent / "shared" / "seed").glob("*.txt"))]
    for path in paths:
        record.add(read(path.read_bytes(), name=path.name), settled=False)
    for path in sorted(ARTICLES.glob("*.txt")) if wide else ():
        record.add(read(unmarked(path.read_text("utf-8"))[0].encode(), name=path.name), settled=False)
    record.settle()
