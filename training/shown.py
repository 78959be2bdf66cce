"""Fit what people are shown: `python -m training.shown CORPORA FOLDER` adds "shown" to FOLDER/link.json.

On the part of `corpora/acts` that may be tuned on, each mark weighing what it stands for; prints, cross-validated by
document, what each threshold shows and hides.
"""

import json
from collections import defaultdict
from pathlib import Path

import torch
import typer

from corpora.acts.join import Item, items
from sayso.attribution.factuality.shown import FEATURES, values
from sayso.text.doc import Doc

FOLDS = 5
SHRINKAGE = 0.001
THRESHOLDS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)


def main(corpora: Path, folder: Path) -> None:
    """Fit, print the thresholds, write the weights."""
    marked = list(items(corpora, "tune"))
    show(marked, crossed(marked))
    path = folder / "link.json"
    weights = [round(weight, 4) for weight in fit(marked).tolist()]
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"shown": weights}) + "\n", "utf-8")
    for (name, _), weight in zip(FEATURES, weights, strict=True):
        print(f"{name:22} {weight:7.2f}")


def fit(marked: list[Item]) -> torch.Tensor:
    """The weights under which the marks are likeliest, with a little shrinkage."""
    seen = torch.tensor([values(Doc(item.text), item.attribution) for item in marked])
    right = torch.tensor([float(item.stated) for item in marked])
    share = torch.tensor([item.row["stands_for"] for item in marked])
    weights = torch.zeros(seen.shape[1], requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        each = torch.nn.functional.binary_cross_entropy_with_logits(seen @ weights, right, reduction="none")
        total = (each * share).sum() / share.sum() + SHRINKAGE * weights[1:].square().sum()
        total.backward()
        return total

    optimizer.step(loss)
    return weights.detach()


def crossed(marked: list[Item]) -> list[float]:
    """The probability of each mark under weights fitted without its document."""
    folds: dict[str, int] = defaultdict(lambda: len(folds) % FOLDS)
    numbers = [folds[item.row["document"]] for item in marked]
    told = [0.0] * len(marked)
    for fold in range(FOLDS):
        weights = fit([item for item, number in zip(marked, numbers, strict=True) if number != fold])
        for at, item in enumerate(marked):
            if numbers[at] == fold:
                told[at] = float(torch.sigmoid(torch.tensor(values(Doc(item.text), item.attribution)) @ weights))
    return told


def show(marked: list[Item], told: list[float]) -> None:
    """What each threshold shows and hides, in percent."""
    for threshold in THRESHOLDS:
        shown = [item for item, p in zip(marked, told, strict=True) if p >= threshold]
        weight = sum(item.row["stands_for"] for item in shown)
        attributions = sum(item.row["stands_for"] for item in shown if item.right)
        stated = sum(item.row["stands_for"] for item in shown if item.stated)
        every = sum(item.row["stands_for"] for item in marked if item.stated)
        print(
            f"{threshold:.2f}: {100 * attributions / weight:.1f} attributions, {100 * stated / weight:.1f} statements,"
            f" {100 * (1 - stated / every):.1f} of the true ones hidden"
        )


if __name__ == "__main__":
    typer.run(main)
