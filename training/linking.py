"""Learn the linker's weights: `python -m training.linking CORPORA FOLDER` writes FOLDER/link.json.

A conditional logit over each gold span's candidates. Every article is seen twice, the second time with some of its
spans taken away, as a model misses them: then having no head is the right choice for what hung on them.
"""

import json
import random
from pathlib import Path

import torch
import typer

from corpora import rows
from corpora.labelled import purpose_of
from sayso.attribution.linking.linker import FEATURES, NOTHING, Label, Piece, Surroundings, Weights, link
from sayso.text.doc import Doc

PARTS = ("source", "cue", "content")
MISSED = 0.2

Choice = tuple[list[tuple[float, ...]], int]


def main(corpora: Path, folder: Path) -> None:
    """Fit on PolNeAR train, print the share of right choices on dev with gold spans, write the weights."""
    train, dev = (list(rows(corpora, "polnear", split, purpose_of(split))) for split in ("train", "dev"))
    seen = [*train, *thinned(train)]
    weights = Weights(fit(choices(seen, "content", "cue")), fit(choices(seen, "cue", "source")))
    for dependent, head, used in (("content", "cue", weights.content), ("cue", "source", weights.cue)):
        print(f"{dependent} → {head}: {100 * accuracy(choices(dev, dependent, head), used):.1f} % right")
    print(f"whole attributions with gold spans: {100 * whole(dev, weights):.1f} % right")
    content, cue = ([round(weight, 4) for weight in part] for part in (weights.content, weights.cue))
    (folder / "link.json").write_text(json.dumps({"content": content, "cue": cue}) + "\n")


def thinned(articles: list[dict]) -> list[dict]:
    """The articles with MISSED of their cues and sources gone."""
    rng = random.Random(1)
    return [{**article, "attributions": [_thinned(a, rng) for a in article["attributions"]]} for article in articles]


def _thinned(attribution: dict, rng: random.Random) -> dict:
    return {part: [] if part != "content" and rng.random() < MISSED else attribution[part] for part in PARTS}


def choices(articles: list[dict], dependent: Label, head: Label) -> list[Choice]:
    return [choice for article in articles for choice in _choices(article, dependent, head)]


def gold(article: dict) -> list[Piece]:
    """Every span marked in the article, once."""
    spans = {
        Piece(start, end, label, 1.0)
        for attribution in article["attributions"]
        for label in PARTS
        for start, end in attribution[label]
    }
    return sorted(spans)


def _choices(article: dict, dependent: Label, head: Label) -> list[Choice]:
    around, found = Surroundings(Doc(article["text"]), gold(article)), []
    for attribution in article["attributions"]:
        heads = {(start, end) for start, end in attribution[head]}
        for start, end in attribution[dependent]:
            piece = Piece(start, end, dependent, 1.0)
            candidates = around.candidates(piece, head)
            right = [i for i, candidate in enumerate(candidates) if candidate[:2] in heads]
            if right or not heads:
                options = [around.between(piece, candidate) for candidate in candidates]
                found.append(([*options, NOTHING], right[0] if right else len(options)))
    return found


def fit(found: list[Choice]) -> tuple[float, ...]:
    """The weights under which the right choices are likeliest, with a little shrinkage."""
    most = max(len(options) for options, _ in found)
    values = torch.zeros(len(found), most, len(FEATURES))
    absent = torch.ones(len(found), most, dtype=torch.bool)
    for i, (options, _) in enumerate(found):
        values[i, : len(options)] = torch.tensor(options)
        absent[i, : len(options)] = False
    right = torch.tensor([answer for _, answer in found])
    weights = torch.zeros(len(FEATURES), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        scores = (values @ weights).masked_fill(absent, -1e9)
        total = torch.nn.functional.cross_entropy(scores, right) + 1e-4 * weights.square().sum()
        total.backward()
        return total

    optimizer.step(loss)
    return tuple(weights.tolist())


def accuracy(found: list[Choice], weights: tuple[float, ...]) -> float:
    used = torch.tensor(weights)
    return sum(int((torch.tensor(options) @ used).argmax()) == right for options, right in found) / len(found)


def whole(articles: list[dict], weights: Weights) -> float:
    """The share of gold attributions that linking gold spans gives back exactly."""
    hit = total = 0
    for article in articles:
        linked = {
            (tuple(p[:2] for p in x.contents), x.cue and x.cue[:2], x.source and x.source[:2])
            for x in link(Doc(article["text"]), gold(article), weights)
        }
        for attribution in article["attributions"]:
            if attribution["content"]:
                total += 1
                first = [tuple(attribution[part][0]) if attribution[part] else None for part in ("cue", "source")]
                hit += (tuple(map(tuple, sorted(attribution["content"]))), *first) in linked
    return hit / total


if __name__ == "__main__":
    typer.run(main)
