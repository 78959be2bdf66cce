"""How well the body of a page is found, and how fast: `python -m benchmarks.body CORPORA`.

CORPORA/article_html holds the pages of scrapinghub/article-extraction-benchmark; precision, recall and F1 are by its
shingles of four words, each page counting the same. CORPORA/article_meta has pages of other makers, with phrases that
the body must and must not hold. trafilatura reads the same pages in the same run. What `corpora` says is never to be
read is left out, by us and by all whom we are compared with.
"""

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import trafilatura

from corpora.splits import Splits
from sayso.data.errors import Unreadable
from sayso.reading import read_document

SHINGLE = 4
WORD = re.compile(r"\w+")
NOT_IN_THE_GOLD = ("title", "caption")
"""Blocks that the gold has in no body: it leaves out headlines and what is printed under pictures."""


class Page(NamedTuple):
    """One page: its name, its bytes, and the body that people marked."""

    name: str
    data: bytes
    body: str


class Phrases(NamedTuple):
    """One page, and phrases that its body holds and does not hold."""

    page: Page
    wanted: list[str]
    unwanted: list[str]


class Scores(NamedTuple):
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def main() -> None:
    """Two tables, a line for each reader: by shingles, with pages per second on one core, and by phrases."""
    corpora = Path(sys.argv[1])
    by_shingles(list(pages_in(corpora)))
    by_phrases(list(phrases_in(corpora)))


def by_shingles(pages: list[Page]) -> None:
    print(f"{len(pages)} pages\n\n| reader | precision | recall | F1 | pages/s |\n|---|---|---|---|---|")
    for name, read in READERS.items():
        read(pages[0])  # imports and tables that are loaded once
        started = time.process_time()
        texts = [read(page) for page in pages]
        speed = len(pages) / (time.process_time() - started)
        found = overall([scored(page.body, text) for page, text in zip(pages, texts, strict=True)])
        figures = (found.precision, found.recall, found.f1)
        print(f"| {name} | {' | '.join(f'{100 * figure:.1f}' for figure in figures)} | {speed:.1f} |")


def by_phrases(pages: list[Phrases]) -> None:
    wanted = sum(len(page.wanted) for page in pages)
    unwanted = sum(len(page.unwanted) for page in pages)
    print(f"\n{len(pages)} pages of other makers, {wanted} phrases of the body, {unwanted} of what is none\n")
    print("| reader | of the body found | of the rest found |\n|---|---|---|")
    for name, read in READERS.items():
        texts = [bare(read(page.page)) for page in pages]
        pairs = list(zip(pages, texts, strict=True))
        found = sum(bare(phrase) in text for page, text in pairs for phrase in page.wanted)
        wrong = sum(bare(phrase) in text for page, text in pairs for phrase in page.unwanted)
        print(f"| {name} | {100 * found / wanted:.1f} | {100 * wrong / unwanted:.1f} |")


def bare(text: str) -> str:
    return "".join(WORD.findall(text.casefold()))


def phrases_in(corpora: Path) -> Iterator[Phrases]:
    """The pages of CORPORA/article_meta, with the phrases that tell what is body and what is not."""
    folder = corpora / "article_meta"
    for line in (folder / "test.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        page = Page(row["id"], gzip.decompress((folder / row["html"]).read_bytes()), "")
        yield Phrases(page, row["with"] or [], row["without"] or [])


def pages_in(corpora: Path) -> Iterator[Page]:
    """The pages of CORPORA/article_html that may be scored."""
    folder, splits = corpora / "article_html", Splits.beside(corpora)
    for line in (folder / "zyte_test.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if splits.allows(Path(row["html"]).name, "score"):
            yield Page(row["id"], gzip.decompress((folder / row["html"]).read_bytes()), row["body"])


def sayso(page: Page) -> str:
    try:
        article = read_document(page.data, f"{page.name}.html")
    except Unreadable:
        return ""
    wanted = (block for block in article.blocks if block.kind not in NOT_IN_THE_GOLD)
    return "\n\n".join(article.text[block.start : block.end] for block in wanted)


def alone(**options: bool) -> Callable[[Page], str]:
    """trafilatura by itself, without comments, which the gold has not."""
    return lambda page: trafilatura.extract(page.data, include_comments=False, **options) or ""


READERS: dict[str, Callable[[Page], str]] = {
    "sayso": sayso,
    "trafilatura": alone(),
    "trafilatura, fast": alone(fast=True),
    "trafilatura, favor_precision": alone(favor_precision=True),
}


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)) if words)


def scored(gold: str, text: str) -> Scores:
    """One page. Nothing found is precise where there is nothing to find."""
    true, found = shingles(gold), shingles(text)
    right, all_found, all_true = (sum(some.values()) for some in (true & found, found, true))
    return Scores(right / all_found if all_found else float(not all_true), right / all_true if all_true else 1.0)


def overall(pages: list[Scores]) -> Scores:
    return Scores(mean(page.precision for page in pages), mean(page.recall for page in pages))


if __name__ == "__main__":
    main()
