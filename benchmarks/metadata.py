"""What pages tell of themselves: `python -m benchmarks.metadata CORPORA` on the 464 pages of article_meta.

Title, day and byline against the gold, beside trafilatura's own metadata and htmldate, in one run. Right is what has
the same words: gold takes them from the page as it is drawn, where a style sheet may set capitals, so case, spaces,
quotation marks and dashes are made alike first. Half of the pages are set aside by a fixed seed: `--errors` prints what
is wrong in the other half only.
"""

import gzip
import json
import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import htmldate
import trafilatura
import typer

from sayso.data.errors import Unreadable
from sayso.reading import read_document

SEED = 15
_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚´`", "'") | dict.fromkeys("–—‐‑", "-"))
_BETWEEN_NAMES = re.compile(r"\s*[;,]\s*|\s+(?:and|und)\s+")

Told = dict[str, str]
Reader = Callable[[bytes, str], Told]


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what it should tell: gold "" is no gold, and is not counted."""

    name: str
    url: str
    data: bytes
    gold: Told
    aside: bool


@dataclass(slots=True)
class Count:
    """How many of the gold values were told rightly, wrongly and not at all."""

    right: int = 0
    wrong: int = 0
    open: int = 0

    def take(self, told: str, *, right: bool) -> None:
        self.right += right
        self.wrong += bool(told) and not right
        self.open += not told

    def __str__(self) -> str:
        whole = self.right + self.wrong + self.open
        shares = (f"{100 * part / max(1, whole):5.1f} % {name}" for name, part in self._parts())
        return f"{self.right:3} of {whole:3} {', '.join(shares)}"

    def _parts(self) -> Iterator[tuple[str, int]]:
        yield from (("right", self.right), ("wrong", self.wrong), ("open", self.open))


def main(corpora: Path, errors: bool = False) -> None:
    """Print the share right, wrong and left open, of each field and reader, on both halves."""
    pages = list(pages_in(corpora / "article_meta"))
    for reader, read in READERS.items():
        told = [read(page.data, page.url) for page in pages]
        for half, aside in (("tune", False), ("aside", True), ("all", None)):
            for field, count in counted(pages, told, aside).items():
                print(f"{reader:12} {half:6} {field:7} {count}")
        if errors and reader == "sayso":
            print_errors(pages, told)


def pages_in(folder: Path) -> Iterator[Page]:
    """The pages of the corpus, in its order; which are set aside depends on the seed alone."""
    lines = (folder / "test.jsonl").read_text("utf-8").splitlines()
    aside = set(random.Random(SEED).sample(range(len(lines)), len(lines) // 2))
    for number, line in enumerate(lines):
        row = json.loads(line)
        names = row["author"] if isinstance(row["author"], list) else [row["author"]]
        gold = {"title": row["title"], "date": row["date"], "byline": "; ".join(names)}
        data = gzip.decompress((folder / row["html"]).read_bytes())
        yield Page(row["id"], row["url"], data, gold, number in aside)


def counted(pages: Iterable[Page], told: Iterable[Told], aside: bool | None) -> dict[str, Count]:
    counts = {field: Count() for field in ("title", "date", "byline")}
    for page, found in zip(pages, told, strict=True):
        for field, gold in page.gold.items():
            if gold and aside in (None, page.aside) and field in found:
                counts[field].take(found[field], right=alike(field, found[field], gold))
    return {field: count for field, count in counts.items() if count != Count()}


def alike(field: str, told: str, gold: str) -> bool:
    """The same words, whatever their case, spaces and marks; the same day; the same names in any order."""
    if field == "byline":
        return _names(told) == _names(gold)
    return _plain(told) == _plain(gold)


def print_errors(pages: Iterable[Page], told: Iterable[Told]) -> None:
    for page, found in zip(pages, told, strict=True):
        for field, gold in page.gold.items():
            if gold and not page.aside and not alike(field, found[field], gold):
                print(f"{field:7} {page.name} {page.url}\n    gold {gold!r}\n    told {found[field]!r}")


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", words).translate(_MARKS).casefold().split())


def _names(words: str) -> set[str]:
    return {name for name in _BETWEEN_NAMES.split(_plain(words)) if name}


def _sayso(data: bytes, url: str) -> Told:
    try:
        article = read_document(data, "page.html", url)
    except Unreadable:
        return {"title": "", "date": "", "byline": ""}
    published = article.published
    day = published.value[:10] if published and len(published.value) >= len("2015-10-10") else ""
    return {"title": article.title or "", "date": day, "byline": "; ".join(article.byline)}


def _trafilatura(data: bytes, url: str) -> Told:
    found = trafilatura.extract_metadata(data, default_url=url)
    return {"title": found.title or "", "date": found.date or "", "byline": found.author or ""}


def _htmldate(data: bytes, url: str) -> Told:
    return {"date": htmldate.find_date(data, url=url, original_date=True) or ""}


READERS: dict[str, Reader] = {"sayso": _sayso, "trafilatura": _trafilatura, "htmldate": _htmldate}


if __name__ == "__main__":
    typer.run(main)
