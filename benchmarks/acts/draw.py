"""Draw attributions to be read by hand: `python -m benchmarks.acts.draw CORPORA OUT`.

Of each corpus some documents, of each document at most eight attributions, a third of them below a confidence of a
half; one document in three is set aside. The order is that of documents drawn, so that any beginning of it is a fair
sample too.
"""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, TypeVar

import typer

import sayso
from benchmarks.acts.texts import CORPORA, Text
from sayso.data.article import Span
from sayso.data.statement import Attribution
from sayso.pipeline import LANGUAGE
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

T = TypeVar("T")
Found = tuple[Text, Attribution]


def main(corpora: Path, out: Path) -> None:
    """Write a line for each attribution drawn: where it stands, never the text."""
    elsewhere = positions_of(corpora)
    drawn = [one for corpus in SHARES for one in from_corpus(corpora, corpus, elsewhere)]
    together = in_order(drawn)
    with out.open("w", encoding="utf-8") as lines:
        for number, (text, attribution) in enumerate(together, 1):
            lines.write(json.dumps(line(number, text, attribution), ensure_ascii=False) + "\n")


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
    doubtful = [one for one in found if one[1].confidence < DOUBTFUL]
    likely = [one for one in found if one[1].confidence >= DOUBTFUL]
    few = share.attributions // 3
    print(f"{corpus}: {len(found)} found, {len(doubtful)} of them below {DOUBTFUL}")
    return [*_sample(doubtful, few, random), *_sample(likely, share.attributions - few, random)]


def in_english(text: str) -> bool:
    return language_of(text) in (LANGUAGE, None)


def in_document(text: Text, random: Random) -> Iterator[Found]:
    """At most eight attributions of a document, as often doubtful ones as it has."""
    found = [each for each in sayso.attribute(text.text) if each.content and each.confidence >= POSSIBLE]
    doubtful = [each for each in found if each.confidence < DOUBTFUL]
    likely = [each for each in found if each.confidence >= DOUBTFUL]
    chosen = _sample(doubtful, A_DOCUMENT // 2, random)
    yield from ((text, each) for each in chosen)
    yield from ((text, each) for each in _sample(likely, A_DOCUMENT - len(chosen), random))


def _sample(among: Sequence[T], number: int, random: Random) -> list[T]:
    return random.sample(among, min(number, len(among)))


def in_order(drawn: Sequence[Found]) -> list[Found]:
    """Document after document, these in an order that tells nothing."""

    def place(one: Found) -> tuple[str, int]:
        text, attribution = one
        return sha256(f"{SEED} {text.document}".encode()).hexdigest(), attribution.content[0].start

    return sorted(drawn, key=place)


def part(document: str) -> str:
    """Whether a document's errors may be read; one in three is set aside."""
    return "aside" if int(sha256(f"{SEED} part {document}".encode()).hexdigest(), 16) % 3 == 0 else "tune"


def line(number: int, text: Text, found: Attribution) -> dict[str, Any]:
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
        "set": part(text.document),
    }


def _offsets(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


if __name__ == "__main__":
    typer.run(main)
