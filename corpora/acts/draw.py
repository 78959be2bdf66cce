"""Draw attributions to be read by hand: `python -m corpora.acts.draw CORPORA OUT`.

Of each corpus some documents, of each document at most eight attributions, a third of them below a confidence of a
half; one document in three is set aside. The order is that of documents drawn, so that any beginning of it is a fair
sample too.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import typer

import sayso
from corpora.acts.texts import CORPORA, Text
from sayso.data.analysis import LANGUAGE
from sayso.data.article import Span
from sayso.data.statement import Attribution
from sayso.reading.language import language_of

SEED = "acts 1"
POSSIBLE, DOUBTFUL = 0.2, 0.5
A_DOCUMENT = 8
CUE_WORDS = 5


class Share(NamedTuple):
    """How many attributions a corpus gives, and how many of its documents are looked through for them."""

    attributions: int
    documents: int


SHARES = {
    "polnear": Share(200, 70),
    "ner_worldwide": Share(250, 110),
    "gum": Share(70, 45),
    "basil": Share(80, 45),
    "article_html": Share(400, 200),
}


class Found(NamedTuple):
    """An attribution of a document, and how many that were found there it stands for."""

    text: Text
    attribution: Attribution
    stands_for: float = 1

    @property
    def doubtful(self) -> bool:
        return self.attribution.confidence < DOUBTFUL


def main(corpora: Path, out: Path) -> None:
    """Write a line for each attribution drawn: where it stands, never the text."""
    elsewhere = positions_of(corpora)
    drawn = [one for corpus in SHARES for one in from_corpus(corpora, corpus, elsewhere)]
    together = in_order(drawn)
    with out.open("w", encoding="utf-8") as lines:
        for number, one in enumerate(together, 1):
            lines.write(json.dumps(line(number, one), ensure_ascii=False) + "\n")


def positions_of(corpora: Path) -> set[tuple[str, str]]:
    """Documents of which a passage is gold for positions: part of them is set aside there."""
    with (corpora.resolve().parent / "positions" / "passages.jsonl").open(encoding="utf-8") as lines:
        sources = [json.loads(each)["source"] for each in lines]
    return {(source["corpus"], source["doc"]) for source in sources if source["corpus"] != "article_html"}


def from_corpus(corpora: Path, corpus: str, elsewhere: set[tuple[str, str]]) -> list[Found]:
    """The attributions drawn from one corpus."""
    share, random = SHARES[corpus], Random(f"{SEED} {corpus}")
    every = sorted(each for each in CORPORA[corpus](corpora) if each[:2] not in elsewhere and in_english(each.text))
    random.shuffle(every)
    found = [one for text in every[: share.documents] for one in in_document(text, random)]
    few = share.attributions // 3
    drawn = sample([one for one in found if one.doubtful], few, random)
    return [*drawn, *sample([one for one in found if not one.doubtful], share.attributions - few, random)]


def in_english(text: str) -> bool:
    return language_of(text) in (LANGUAGE, None)


def in_document(text: Text, random: Random) -> list[Found]:
    """At most eight attributions of a document, up to half of them doubtful ones."""
    possible = (each for each in sayso.attribute(text.text) if each.content and each.confidence >= POSSIBLE)
    found = [Found(text, each) for each in possible]
    chosen = sample([one for one in found if one.doubtful], A_DOCUMENT // 2, random)
    return [*chosen, *sample([one for one in found if not one.doubtful], A_DOCUMENT - len(chosen), random)]


def sample(among: Sequence[Found], number: int, random: Random) -> list[Found]:
    """So many at random, each of which then stands for its share of those left out."""
    drawn = random.sample(among, min(number, len(among)))
    return [one._replace(stands_for=one.stands_for * len(among) / len(drawn)) for one in drawn]


def in_order(drawn: Sequence[Found]) -> list[Found]:
    """Document after document, these in an order that tells nothing."""

    def place(one: Found) -> tuple[str, int]:
        return sha256(f"{SEED} {one.text.document}".encode()).hexdigest(), one.attribution.content[0].start

    return sorted(drawn, key=place)


def part(document: str) -> str:
    """Whether a document's errors may be read; one in three is set aside."""
    return "aside" if int(sha256(f"{SEED} part {document}".encode()).hexdigest(), 16) % 3 == 0 else "tune"


def line(number: int, one: Found) -> dict[str, Any]:
    text, found, stands_for = one
    return {
        "id": f"a{number:04}",
        "corpus": text.corpus,
        "document": text.document,
        "sha256": text.digest,
        "source": _offsets(found.source),
        "cue": _offsets(found.cue),
        "content": _offsets(found.content),
        "cue_words": " ".join(" … ".join(span.text for span in found.cue).split()[:CUE_WORDS]),
        "drawn": {"confidence": round(found.confidence, 3), "act": found.act, "kind": found.kind},
        "stands_for": round(stands_for, 3),
        "set": part(text.document),
    }


def _offsets(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


if __name__ == "__main__":
    typer.run(main)
