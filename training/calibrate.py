"""Fit what confidence means: `python -m training.calibrate CORPORA FOLDER`, with the model in FOLDER.

Adds "confidence" to FOLDER/link.json, and prints how the stated confidence compares with what is right, each article's
attributions judged by weights that were fitted without it.
"""

import json
from pathlib import Path

import torch
import typer

from corpora.polnear import articles
from sayso.attribution import tied
from sayso.attribution.dialogue.turns import turns
from sayso.attribution.linking.confidence import features
from sayso.attribution.linking.span_decoder import as_spans
from sayso.data.statement import Attribution
from sayso.encoding.encoder import Encoder
from sayso.evaluation.gold import Gold
from sayso.evaluation.metrics import is_found
from sayso.text.doc import Doc
from sayso.text.quotations import kind_of

FOLDS = 5

Judged = tuple[tuple[float, ...], bool]


def main(corpora: Path, folder: Path) -> None:
    """Fit on what of PolNeAR dev may be tuned on, print a table from cross-validation, write the weights."""
    encoder = Encoder(folder)
    judged = [judge(copies, encoder) for copies in articles(corpora, "tune")]
    table(cross_validated(judged))
    weights = fit([one for article in judged for one in article])
    path = folder / "link.json"
    values = json.loads(path.read_text("utf-8")) | {"confidence": [round(weight, 4) for weight in weights]}
    path.write_text(json.dumps(values) + "\n", "utf-8")


def judge(copies: list[Gold], encoder: Encoder) -> list[Judged]:
    """The features of each statement found in an article, and whether any annotator marked it so."""
    text = copies[0].text
    (encoding,) = encoder.encode([text])
    gold = [attribution for copy in copies for attribution in copy.attributions]
    doc, judged = Doc(text), []
    for found in tied(doc, encoding, encoder.heads["attribution"], turns(doc)):
        if found.contents:
            content = as_spans(text, found.contents)
            mine = Attribution(as_spans(text, [found.source]), as_spans(text, [found.cue]), content)
            right = any(is_found(one, mine) for one in gold)
            judged.append((features(found, kind_of(text, content, doc.quotations)), right))
    return judged


def fit(judged: list[Judged]) -> list[float]:
    values = torch.tensor([values for values, _ in judged])
    right = torch.tensor([float(right) for _, right in judged])
    weights = torch.zeros(values.shape[1], requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        total = torch.nn.functional.binary_cross_entropy_with_logits(values @ weights, right)
        total = total + 1e-3 * weights.square().sum()
        total.backward()
        return total

    optimizer.step(loss)
    return weights.tolist()


def cross_validated(judged: list[list[Judged]]) -> list[tuple[float, bool]]:
    """(stated confidence, right) for every statement."""
    stated = []
    for fold in range(FOLDS):
        weights = torch.tensor(fit([one for i, article in enumerate(judged) if i % FOLDS != fold for one in article]))
        for article in judged[fold::FOLDS]:
            stated += [(float(torch.sigmoid(torch.tensor(values) @ weights)), right) for values, right in article]
    return stated


def table(stated: list[tuple[float, bool]]) -> None:
    error = 0.0
    for low in range(0, 10):
        bin_ = [(p, right) for p, right in stated if low / 10 <= p < (low + 1) / 10]
        if bin_:
            said, true = (sum(part) / len(bin_) for part in zip(*bin_, strict=True))
            error += abs(said - true) * len(bin_) / len(stated)
            print(f"{low / 10:.1f}–{(low + 1) / 10:.1f}  {len(bin_):5}  stated {said:.2f}  right {true:.2f}")
    print(f"expected calibration error: {error:.3f} over {len(stated)} statements")


if __name__ == "__main__":
    typer.run(main)
