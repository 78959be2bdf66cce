"""What telling who speaks costs: `python -m benchmarks.cost CORPORA`, on one core, over PolNeAR dev.

The time to find names and resolve speakers, the model's evidence for pronouns with it, in percent of the time to
attribute: encoding, the statements, and the second reading for what they report of others. The aim is 40 at most.
"""

import os
import statistics
import time
from functools import partial
from pathlib import Path

import typer

from corpora import polnear

ROUNDS = 7


def main(corpora: Path) -> None:
    """Print the median over ROUNDS, with the least and the most, and the two times of the median round."""
    os.sched_setaffinity(0, {0})
    texts = list(dict.fromkeys(polnear.texts(corpora)))
    spent(texts[:10])
    rounds = sorted((spent(texts) for _ in range(ROUNDS)), key=lambda times: times[1] / times[0])
    percents = [100 * resolving / attributing for attributing, resolving in rounds]
    attributing, resolving = rounds[ROUNDS // 2]
    print(f"resolution / attribution: {statistics.median(percents):.1f} % ({percents[0]:.1f}–{percents[-1]:.1f})")
    print(f"{len(texts)} articles: {attributing:.2f} s to attribute, {resolving:.2f} s to resolve")


def spent(texts: list[str]) -> tuple[float, float]:
    """Seconds to attribute all texts, and to resolve who speaks in them."""
    from sayso import coreference
    from sayso.coreference.ner_decoder import find_names
    from sayso.encoding.antecedents import ranked
    from sayso.encoding.encoder import Encoder
    from sayso.encoding.reference import chances
    from sayso.pipeline import _attributed
    from sayso.reading import read_document
    from sayso.text.doc import Doc

    encoder, attributing, resolving = Encoder.shipped(), 0.0, 0.0
    for text in texts:
        article = read_document(text.encode(), "-", None)
        started = time.perf_counter()
        doc = Doc.of(article)
        (encoding,) = encoder.encode([article.text])
        statements = _attributed(encoder, article, doc, encoding)
        attributed = time.perf_counter()
        named, places = find_names(article, encoding, encoder.heads["names"])
        coreference.resolution(article, doc, named, statements, partial(chances, encoding), ranked, places)
        resolving += time.perf_counter() - attributed
        attributing += attributed - started
    return attributing, resolving


if __name__ == "__main__":
    typer.run(main)
