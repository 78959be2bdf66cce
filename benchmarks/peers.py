"""Beside a peer, in one run: `python -m benchmarks.peers CORPORA` (needs the extra `benchmarks`).

The peer is a spaCy pipeline of the small English architecture (tok2vec, tagger, parser, names), on which rule-based
quotation extractors stand, with weights as they are initialised: its speed hardly depends on them. The two take turns
over the same articles on one core; what counts is the ratio.
"""

import os
import statistics
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import typer

from corpora import polnear

ROUNDS = 5


def main(corpora: Path, articles: int = 40) -> None:
    """Print words per second of both, median over ROUNDS, and the median of their ratios."""
    os.sched_setaffinity(0, {0})
    texts = list(islice(polnear.texts(corpora), articles))
    words = sum(len(text.split()) for text in texts)
    ours, theirs = _ours(), _spacy(texts)
    for reader in (ours, theirs):
        reader(texts[:5])
    pairs = [(words / _seconds(ours, texts), words / _seconds(theirs, texts)) for _ in range(ROUNDS)]
    for name, rates in zip(("sayso", "spaCy"), zip(*pairs, strict=True), strict=True):
        print(f"{name}: {statistics.median(rates):,.0f} words/s ({min(rates):,.0f}–{max(rates):,.0f})")
    print(f"sayso / spaCy: {statistics.median(mine / peer for mine, peer in pairs):.2f}")


def _seconds(reader: Callable[[list[str]], None], texts: list[str]) -> float:
    started = time.perf_counter()
    reader(texts)
    return time.perf_counter() - started


def _ours() -> Callable[[list[str]], None]:
    from sayso.pipeline import read

    def reader(texts: list[str]) -> None:
        for text in texts:
            read(text.encode())

    return reader


def _spacy(texts: list[str]) -> Callable[[list[str]], None]:
    import spacy
    from spacy.training import Example

    pipeline = spacy.blank("en")
    for component in ("tagger", "parser", "ner"):
        pipeline.add_pipe(component)
    document = pipeline.make_doc(texts[0][:400])
    annotated = {
        "tags": ["NN"] * len(document),
        "heads": [0] * len(document),
        "deps": ["ROOT", *["dep"] * (len(document) - 1)],
        "entities": ["U-PERSON", *["O"] * (len(document) - 1)],
    }
    pipeline.initialize(lambda: [Example.from_dict(document, annotated)])

    def reader(texts: list[str]) -> None:
        for _ in pipeline.pipe(texts, batch_size=16):
            pass

    return reader


if __name__ == "__main__":
    typer.run(main)
