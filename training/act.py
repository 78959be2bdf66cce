"""Fit what act a cue reports: `python -m training.act CORPORA SPEAKERS FOLDER` writes FOLDER/act.json.

On attributions that readers marked by act: those of `corpora/acts` that may be tuned on, web pages left aside, and the
gold for speakers in SPEAKERS and SPEAKERS/world, as far as splits.tsv lets them be tuned on. Prints, cross-validated by
document, the acts read against those told.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import torch
import typer

from corpora import Splits
from corpora.acts.join import items
from sayso.attribution.factuality.act import ACTS, FEATURES, asks, values
from sayso.attribution.factuality.view import View
from sayso.data.article import Span
from sayso.data.statement import Attribution
from sayso.text.doc import Doc
from sayso.text.quotations import kind_of

FOLDS = 5
SHRINKAGE = 0.0006


class Marked(NamedTuple):
    """An attribution with a cue in its text, and the act that a reader saw."""

    document: str
    view: View
    act: str


def main(corpora: Path, speakers: Path, folder: Path) -> None:
    """Fit, print what is told of what is read, write the weights."""
    read = [*of_acts(corpora), *of_speakers(speakers, corpora), *of_speakers(speakers / "world", corpora)]
    marked = [one for one in read if one.act in ACTS and not asks(one.view.clause, one.view.content)]
    show(marked, crossed(marked))
    weights = [[round(weight, 3) for weight in row] for row in fit(marked).tolist()]
    (folder / "act.json").write_text(json.dumps(weights) + "\n", "utf-8")


def of_acts(corpora: Path) -> Iterator[Marked]:
    for item in items(corpora, "tune"):
        said = item.attribution
        if item.right and said.cue and item.row["corpus"] != "article_html":
            yield Marked(item.row["document"], View(Doc(item.text), said), item.act)


def of_speakers(folder: Path, corpora: Path) -> Iterator[Marked]:
    splits, docs = Splits.beside(corpora), dict[str, Doc]()
    for row in map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines()):
        if splits.use(row["doc"]) != "aside" and splits.allows(row["doc"], "tune") and row["cue"]:
            name = row["doc"]
            doc = docs.setdefault(name, docs.get(name) or Doc((folder / "text" / f"{name}.txt").read_text("utf-8")))
            yield Marked(name, View(doc, _attribution(doc, row)), row["act"])


def _attribution(doc: Doc, row: dict[str, Any]) -> Attribution:
    source, cue = ((Span.of(doc.text, *row[part]),) if row[part] else () for part in ("source", "cue"))
    content = tuple(Span.of(doc.text, *place) for place in row["content"])
    return Attribution(source, cue, content, kind_of(doc.text, content, doc.quotations))


def fit(marked: list[Marked]) -> torch.Tensor:
    """The weights, a row for each of ACTS, under which the acts read are likeliest."""
    seen = torch.tensor([values(one.view) for one in marked])
    right = torch.tensor([ACTS.index(one.act) for one in marked])  # type: ignore[arg-type]
    weights = torch.zeros(len(ACTS), len(FEATURES), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        total = torch.nn.functional.cross_entropy(seen @ weights.T, right)
        total = total + SHRINKAGE * weights[:, 1:].square().sum()
        total.backward()
        return total

    optimizer.step(loss)
    return weights.detach()


def crossed(marked: list[Marked]) -> list[str]:
    """The act told of each by weights fitted without its document."""
    folds: dict[str, int] = defaultdict(lambda: len(folds) % FOLDS)
    numbers, told = [folds[one.document] for one in marked], [""] * len(marked)
    for fold in range(FOLDS):
        weights = fit([one for one, number in zip(marked, numbers, strict=True) if number != fold])
        for at, one in enumerate(marked):
            if numbers[at] == fold:
                told[at] = ACTS[int((weights @ torch.tensor(values(one.view))).argmax())]
    return told


def show(marked: list[Marked], told: list[str]) -> None:
    counted = Counter((one.act, act) for one, act in zip(marked, told, strict=True))
    print("read, told".ljust(18) + "".join(f"{act:>10}" for act in ACTS))
    for read in ACTS:
        print(f"{read:18}" + "".join(f"{counted[read, act]:10}" for act in ACTS))
    print(f"right: {100 * sum(counted[act, act] for act in ACTS) / len(marked):.1f} % of {len(marked)}")


if __name__ == "__main__":
    typer.run(main)
