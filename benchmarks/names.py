"""Names found: `python -m benchmarks.names CORPORA`, exact-match F1 by type on dev of the worldwide newswire set.

What is scored is the head alone, before anything is cleaned; the set's names of no type of ours are left out.
"""

from collections import Counter
from pathlib import Path

import typer

from corpora.labelled import NAMES
from corpora.names import named_entities
from sayso.encoding.decode import marked, viterbi
from sayso.encoding.encoder import Encoder


def main(corpora: Path, corpus: str = "ner_worldwide") -> None:
    """Print F1, precision and recall for each type and over all."""
    encoder, counted = Encoder.shipped(), Counter[tuple[str, str]]()
    head = encoder.heads["names"]
    for document in named_entities(corpora, corpus, "dev"):
        (encoding,) = encoder.encode([document.text])
        scores = encoding.scores["names"]
        path = viterbi(scores, head.transitions, encoding.paragraphs)
        found = {
            (int(encoding.starts[m.first]), int(encoding.ends[m.last - 1]), m.label)
            for m in marked(scores, path, head.labels)
        }
        spans = document.spans["names"] or []
        ignored = {span[:2] for span in spans if span[2] == "ignore"}
        found = {span for span in found if span[:2] not in ignored}
        gold = {span for span in spans if span[2] != "ignore"}
        for what, some in (("hit", found & gold), ("found", found), ("gold", gold)):
            for span in some:
                counted[span[2], what] += 1
                counted["all", what] += 1
    for name in ("all", *NAMES):
        hit, told, gold_ = (counted[name, what] for what in ("hit", "found", "gold"))
        print(f"{name:13} F1 {200 * hit / max(1, told + gold_):.1f}  P {100 * hit / max(1, told):.1f}", end="")
        print(f"  R {100 * hit / max(1, gold_):.1f}  ({gold_} in gold)")


if __name__ == "__main__":
    typer.run(main)
