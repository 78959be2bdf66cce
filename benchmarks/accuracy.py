"""How right the attributions are: `python -m benchmarks.accuracy CORPORA` on PolNeAR dev with the shipped model.

It is `sayso eval` for any model: an article that several annotators marked counts once, each copy weighs its share.
"""

from functools import partial
from pathlib import Path

import typer

from corpora.polnear import articles
from sayso.attribution import attributions
from sayso.data.statement import Attribution
from sayso.encoding.encoder import Encoder
from sayso.evaluation.run import evaluate
from sayso.text.doc import Doc

FOLDER = Path(__file__).parents[1] / "src" / "sayso" / "models" / "en"


def main(corpora: Path, model: Path = FOLDER) -> None:
    """Print exact span F1 by part and statement F1 by kind, in percent."""
    found = evaluate(articles(corpora), partial(find, encoder=Encoder(model)))
    for failure in found.failures:
        print(failure)
    statements = {f"statements, {kind}": score for kind, score in found.measures.statements.items()}
    for name, score in {**found.measures.spans, **statements}.items():
        print(f"{name:22} F1 {100 * score.f1:5.1f}  P {100 * score.precision:5.1f}  R {100 * score.recall:5.1f}")


def find(text: str, _: str, encoder: Encoder) -> list[Attribution]:
    (encoding,) = encoder.encode([text])
    return attributions(Doc(text), encoding, encoder.heads["attribution"])


if __name__ == "__main__":
    typer.run(main)
