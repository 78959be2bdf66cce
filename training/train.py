"""Train the network: `python -m training.train CORPORA RUN` leaves RUN/network.pt and RUN/log.jsonl, a line an epoch.

Seeds are fixed: the same corpora, versions and number of threads give the same weights. A run that was stopped goes on
from RUN/state.pt, which is written every few minutes; one that is done does nothing.
"""

import json
import random
import time
from pathlib import Path
from typing import Annotated, NamedTuple

import torch
import typer
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence

from corpora.polnear import polnear
from training.evaluate import exact, scored
from training.examples import IGNORE, Window, batch
from training.network import LABELS, Network
from training.quantised import read_as_int8
from training.reference import gap_f1, reference_loss
from training.starting import MINILM, STARTS, tokenizer_of
from training.teaching import Told, following_loss
from training.texts import Texts

WEIGHTS = {"attribution": 1.0, "names": 0.3, "reference": 0.1}
NEW_RATE = 1e-3
"""For the layers that start from nothing; the encoder has `--rate`."""

KEPT_EVERY = 150
"""Steps between two writings of the state."""

FOLLOWING = 0.7
"""How much of the loss of attribution is following the teacher; the rest is what people marked. Names are learned from
people alone: the teacher, whose names are mostly machine-made ones, takes "American" for a place.
"""


def main(
    corpora: Path,
    run: Path,
    start: Annotated[str, typer.Option(help=f"starting weights: {', '.join(STARTS)}")] = "minilm",
    teacher: Annotated[Path | None, typer.Option(help="the run whose lessons.pt to follow")] = None,
    epochs: Annotated[int, typer.Option()] = 4,
    int8_epochs: Annotated[int, typer.Option(help="the last epochs, in which it reads as int8 will")] = 0,
    rate: Annotated[float, typer.Option()] = 2.5e-4,
    size: Annotated[int, typer.Option(help="windows per batch")] = 8,
    seed: Annotated[int, typer.Option()] = 1,
) -> None:
    """Train on the corpora in CORPORA and keep the weights of the last epoch in RUN."""
    run.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    tokenizer = tokenizer_of(MINILM)
    told = Told.read(teacher) if teacher else None
    texts = Texts.read(corpora, tokenizer, told)
    network = Network(STARTS[start]())
    if told:
        network.crf.load_state_dict(told.crf)  # its scores of single pieces are made for these transitions
    optimizer, schedule = optimizers(network, rate, epochs * len(texts.epoch(size, random.Random(seed))))
    going = Going(run / "state.pt", network, optimizer, schedule)
    done, step = going.resumed()
    for number in range(done + 1, epochs + 1):
        started = time.time()
        if number > epochs - int8_epochs:
            read_as_int8(network)
        batches = texts.epoch(size, random.Random(f"{seed}/{number}"))
        loss = train_epoch(going, batches, number, step)
        step = 0
        torch.save(network.state_dict(), run / "network.pt")
        figures = exact(scored(network, tokenizer, polnear(corpora, "dev"))) | gap_f1(network, tokenizer, corpora)
        line = {"epoch": number, "loss": round(loss, 4), "seconds": round(time.time() - started), **figures}
        with (run / "log.jsonl").open("a") as log:
            print(json.dumps(line), file=log)
        print(line, flush=True)
        going.keep(number, 0)


def optimizers(
    network: Network, rate: float, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW with a rate of its own for what is new, warmed up over 8 % of the steps, then falling to nothing.

    The word embeddings stay as they are: 837 articles touch too few of them to move them together.
    """
    network.encoder.embeddings.word_embeddings.requires_grad_(False)
    old = list(network.encoder.parameters())
    known = {id(parameter) for parameter in old}
    new = [parameter for parameter in network.parameters() if id(parameter) not in known]
    groups = [{"params": old, "lr": rate}, {"params": new, "lr": NEW_RATE, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1, int(0.08 * steps))
    fall = lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))  # noqa: E731
    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, fall)


class Going(NamedTuple):
    """A run under way, and the file from which it goes on when it was stopped."""

    state: Path
    network: Network
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler

    def keep(self, epochs: int, step: int) -> None:
        """Write all that the next step hangs on: so many whole epochs are done, and so many steps of the one after."""
        parts = {name: getattr(self, name).state_dict() for name in ("network", "optimizer", "schedule")}
        written = self.state.with_suffix(".new")
        torch.save({**parts, "drawn": torch.get_rng_state(), "at": (epochs, step)}, written)
        written.replace(self.state)

    def resumed(self) -> tuple[int, int]:
        """Take up what was kept; gives the whole epochs done and the steps of the one after: none in a new run."""
        if not self.state.exists():
            return 0, 0
        kept = torch.load(self.state, weights_only=True)
        for name in ("network", "optimizer", "schedule"):
            getattr(self, name).load_state_dict(kept[name])
        torch.set_rng_state(kept["drawn"])
        epochs, step = kept["at"]
        return epochs, step


def train_epoch(going: Going, batches: list[list[Window]], number: int, first: int) -> float:
    """Train on the batches from `first` on; gives the mean loss of those."""
    network, optimizer = going.network, going.optimizer
    network.train()
    total = 0.0
    for step, items in enumerate(batches[first:], first):
        loss = losses(network, batch(items))
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        going.schedule.step()
        total += loss.item()
        if step % 25 == 0:
            print(f"{step}/{len(batches)} {total / (step + 1 - first):.3f}", flush=True)
        if step % KEPT_EVERY == KEPT_EVERY - 1:
            going.keep(number - 1, step + 1)
    return total / max(1, len(batches) - first)


def losses(network: Network, tensors: dict[str, Tensor]) -> Tensor:
    features = {name: tensors[name] for name in network.features}
    with torch.autocast("cpu", torch.bfloat16):
        scores = network(tensors["pieces"], tensors["mask"], features)
    scores = {head: values.float() for head, values in scores.items()}
    told = {head: LOSSES[head](network, scores[head], tensors[f"label:{head}"]) for head in LABELS}
    if "taught" in tensors:
        followed = following_loss(scores["attribution"], tensors["lesson"], tensors["taught"])
        told["attribution"] = (1 - FOLLOWING) * told["attribution"] + FOLLOWING * followed
    told["reference"] = reference_loss(scores["reference"], tensors["anaphors"])
    return sum(WEIGHTS[head] * loss for head, loss in told.items())


def attribution_loss(network: Network, scores: Tensor, labels: Tensor) -> Tensor:
    """Minus log-likelihood of the labelled stretches under the CRF, per piece."""
    kept = [(s[known], y[known]) for s, y in zip(scores, labels, strict=True) if (known := y != IGNORE).any()]
    if not kept:
        return scores.sum() * 0
    emissions, gold = (pad_sequence(list(part), batch_first=True) for part in zip(*kept, strict=True))
    mask = pad_sequence([torch.ones(len(y), dtype=torch.bool) for _, y in kept], batch_first=True)
    return -network.crf(emissions, gold, mask=mask, reduction="token_mean")


def names_loss(network: Network, scores: Tensor, labels: Tensor) -> Tensor:
    if not (labels != IGNORE).any():
        return scores.sum() * 0
    return nn.functional.cross_entropy(
        scores.reshape(-1, len(LABELS["names"])), labels.reshape(-1), ignore_index=IGNORE
    )


LOSSES = {"attribution": attribution_loss, "names": names_loss}


if __name__ == "__main__":
    typer.run(main)
